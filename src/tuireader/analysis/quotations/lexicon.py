"""The words that report speech, read from `lexicon/reporting.yaml`."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class ReportingLexicon:
    """Reporting verbs in tiers, and the other words that report; verbs are lemmas."""

    core: frozenset[str]
    """Verbs that always report speech."""

    clause: frozenset[str]
    """Verbs that report speech with a complement clause or a quotation."""

    belief: frozenset[str]
    """Verbs of holding something to be so; with a clause only."""

    quote: frozenset[str]
    """Verbs that report speech only beside a quotation."""

    asides: frozenset[str]
    """Verbs whose clause may interrupt or follow the words it reports."""

    openers: frozenset[str]
    """Verbs that report only what a comma or colon introduces."""

    objects: frozenset[str]
    """Verbs that report with an object alone."""

    naming: frozenset[str]
    """Verbs that call something a name."""

    accusing: frozenset[str]
    """Verbs that accuse someone of something."""

    urging: frozenset[str]
    """Verbs that report with an infinitive."""

    topics: dict[str, frozenset[str]]
    """Prepositions by the verb with which they report."""

    carriers: frozenset[str]
    """Verbs that stand in front of the reporting one."""

    silent: frozenset[str]
    """Verbs that tell of not speaking."""

    phrases: tuple[tuple[str, ...], ...]
    """Phrases that name a source, as words."""

    nouns: frozenset[str]
    """Nouns that hold what someone said."""

    introducers: frozenset[str]
    """Nouns that introduce a quotation after a colon."""

    vehicles: frozenset[str]
    """Documents that speak for whoever issued them."""

    adverbs: frozenset[str]
    """Adverbs that report by themselves."""

    no_labels: frozenset[str]
    """Words before a colon that are no speaker."""

    controls: frozenset[str]
    """Verbs whose object does what their infinitive says."""

    @property
    def with_quote(self) -> frozenset[str]:
        """Every verb that reports beside a quotation."""
        return self.core | self.clause | self.quote | self.naming | self.urging | self.accusing

    @property
    def every_verb(self) -> frozenset[str]:
        """Every verb that reports in some surroundings."""
        return self.with_quote | self.with_clause | self.objects | self.topics.keys()

    @property
    def with_clause(self) -> frozenset[str]:
        """Every verb that reports with a complement clause."""
        return self.core | self.clause | self.belief | self.urging


def load_yaml(name: str) -> Any:
    """Read a lexicon that comes with the program.

    Args:
        name: The file's name in `tuireader/analysis/lexicon`.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = resources.files("tuireader.analysis").joinpath("lexicon", name).read_text("utf-8")
    return yaml.load(text, Loader=loader)


def words(text: str) -> frozenset[str]:
    """Split a lexicon's list of words."""
    return frozenset(text.split())


@cache
def reporting_lexicon() -> ReportingLexicon:
    """Return the words that report speech."""
    data = load_yaml("reporting.yaml")
    verbs = data["verbs"]
    return ReportingLexicon(
        core=words(verbs["core"]),
        clause=words(verbs["clause"]),
        belief=words(verbs["belief"]),
        quote=words(verbs["quote"]),
        asides=words(verbs["asides"]),
        openers=words(verbs["openers"]),
        objects=words(verbs["objects"]),
        naming=words(verbs["naming"]),
        accusing=words(verbs["accusing"]),
        urging=words(verbs["urging"]),
        topics={verb: frozenset(preps) for verb, preps in verbs["topics"].items()},
        carriers=words(verbs["carriers"]),
        silent=words(verbs["silent"]),
        phrases=tuple(tuple(phrase.split()) for phrase in data["phrases"]),
        nouns=words(data["nouns"]),
        introducers=words(data["introducers"]),
        vehicles=words(data["vehicles"]),
        adverbs=words(data["adverbs"]),
        no_labels=words(data["no_labels"]),
        controls=words(verbs["controls"]),
    )
