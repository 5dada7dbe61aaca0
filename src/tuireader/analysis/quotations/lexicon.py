"""The words that report speech, read from `lexicon/reporting.yaml`."""

from dataclasses import dataclass
from functools import cache

from tuireader.analysis.lexicon import load_lexicon


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

    conditions: frozenset[str]
    """Verbs of belief whose participle states a condition."""

    showing: frozenset[str]
    """Verbs of belief that report only what a document says."""

    asides: frozenset[str]
    """Verbs whose clause may interrupt or follow the words it reports."""

    headlines: frozenset[str]
    """Verbs that are read in a headline whatever the tagger makes of them."""

    openers: frozenset[str]
    """Verbs that report only what a comma or colon introduces."""

    objects: frozenset[str]
    """Verbs that report with an object alone."""

    gerunds: frozenset[str]
    """Verbs that report with a gerund."""

    giving: frozenset[str]
    """Those of them that need an object that is something said."""

    doing: frozenset[str]
    """Verbs whose infinitive tells what was done."""

    naming: frozenset[str]
    """Verbs that call something a name."""

    naming_quoted: frozenset[str]
    """Those that do so only with quote marks."""

    accusing: frozenset[str]
    """Verbs that accuse someone of something."""

    urging: frozenset[str]
    """Verbs that report with an infinitive."""

    hearsay: frozenset[str]
    """Verbs that report in the passive voice with an infinitive."""

    topics: dict[str, frozenset[str]]
    """Prepositions by the verb with which they report."""

    silent: frozenset[str]
    """Verbs that tell of not speaking."""

    imagined: frozenset[str]
    """Verbs that, as an order to the reader, introduce what was never said."""

    amounts: frozenset[str]
    """Words for a number that somebody puts at a value."""

    things: frozenset[str]
    """Nouns of things that report no words outside quote marks, whatever verb they stand before."""

    phrases: tuple[tuple[str, ...], ...]
    """Phrases that name a source, as words."""

    wishes: frozenset[str]
    """Nouns whose infinitive tells what someone said they would do or want done."""

    nouns: frozenset[str]
    """Nouns that hold what someone said."""

    introducers: frozenset[str]
    """Nouns that introduce a quotation after a colon."""

    utterances: frozenset[str]
    """Nouns for what is said, those that hold or introduce it included."""

    vehicles: frozenset[str]
    """Documents that speak for whoever issued them."""

    issuing: frozenset[str]
    """Verbs by which somebody brings out a document."""

    occasions: frozenset[str]
    """On what occasions people speak."""

    media: frozenset[str]
    """By what means people speak, or on what terms."""

    works: frozenset[str]
    """What a title names: books, shows, songs."""

    no_labels: frozenset[str]
    """Words before a colon that are no speaker."""

    controls: frozenset[str]
    """Verbs whose object does what their infinitive says."""

    with_quote: frozenset[str]
    """Every verb that reports beside a quotation."""

    with_clause: frozenset[str]
    """Every verb that reports with a complement clause."""

    every_verb: frozenset[str]
    """Every verb that reports in some surroundings."""

    misread_lemmas: dict[str, str]
    """Lemmas that the pipeline guesses for unknown verbs ("retweete"), and the right ones."""


def words(text: str) -> frozenset[str]:
    """Split a lexicon's list of words."""
    return frozenset(text.split())


@cache
def reporting_lexicon() -> ReportingLexicon:
    """Return the words that report speech."""
    data = load_lexicon("reporting")
    verbs = data["verbs"]
    tiers = {tier: words(listed) for tier, listed in verbs.items() if isinstance(listed, str)}
    topics = {verb: frozenset(preps) for verb, preps in verbs["topics"].items()}
    with_quote = tiers["core"] | tiers["clause"] | tiers["quote"]
    with_quote |= tiers["naming"] | tiers["urging"] | tiers["accusing"]
    with_clause = tiers["core"] | tiers["clause"] | tiers["belief"] | tiers["urging"]
    every_verb = (
        with_quote | with_clause | tiers["objects"] | tiers["naming_quoted"] | topics.keys()
    )
    return ReportingLexicon(
        **tiers,
        topics=topics,
        phrases=tuple(tuple(phrase.split()) for phrase in data["phrases"]),
        imagined=words(data["imagined"]),
        amounts=words(data["amounts"]),
        things=words(data["things"]),
        wishes=words(data["wishes"]),
        nouns=words(data["nouns"]),
        introducers=words(data["introducers"]),
        utterances=words(data["utterances"]) | words(data["nouns"]) | words(data["introducers"]),
        vehicles=words(data["vehicles"]),
        issuing=words(data["issuing"]),
        occasions=words(data["occasions"]),
        media=words(data["media"]),
        works=words(data["works"]),
        no_labels=words(data["no_labels"]),
        with_quote=with_quote,
        with_clause=with_clause,
        every_verb=every_verb,
        misread_lemmas={f"{verb}e": verb for verb in every_verb if f"{verb}e" not in every_verb},
    )
