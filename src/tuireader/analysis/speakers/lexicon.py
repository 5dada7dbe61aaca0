"""Titles, roles and given names, read from `lexicon/speakers.yaml` and `given_names.yaml`."""

from dataclasses import dataclass
from functools import cache

from tuireader.analysis.lexicon import load_lexicon
from tuireader.analysis.quotations.lexicon import words


@dataclass(frozen=True, slots=True)
class SpeakerLexicon:
    """Words around the names of speakers, in lower case and without dots."""

    titles: dict[str, str]
    """Titles before a name, with the gender they tell: "m", "f" or ""."""

    lesser: frozenset[str]
    """Words before a role that make it another one: "deputy"."""

    abbreviations: dict[str, str]
    """What shortened titles stand for."""

    suffixes: frozenset[str]
    """Words after a name that are no part of its surname."""

    particles: frozenset[str]
    """Small words within the names of persons."""

    firms: frozenset[str]
    """Words at the end of a name that make it a firm's or a place's."""

    gendered: dict[str, str]
    """Nouns of roles, with the gender they tell."""

    organizations: frozenset[str]
    """Nouns in the singular that stand for an organisation."""

    mastheads: frozenset[str]
    """Last words of the names of newspapers."""

    no_short_forms: frozenset[str]
    """Words that stand for themselves, and not for the longer name of an organisation."""

    utterances: frozenset[str]
    """Nouns of what somebody says."""

    documents: frozenset[str]
    """Nouns of documents that speak for whoever issued them."""

    studies: frozenset[str]
    """Those that "the report" may take up."""

    contents: frozenset[str]
    """Nouns of what such a document holds."""

    outlets: frozenset[str]
    """Names of one word that news give as sources and that are no surnames."""

    places: frozenset[str]
    """Countries, states and capitals that stand for their governments."""

    anonymous: frozenset[str]
    """Heads of descriptions of unnamed sources."""

    people: frozenset[str]
    """Other nouns of persons, in the singular."""

    either: frozenset[str]
    """Nouns of persons that firms are called by too."""

    epithets: frozenset[str]
    """Nouns by which somebody is called again whom the text names before."""

    unnamed: tuple[str, ...]
    """Phrases that make any description one of an unnamed source."""

    no_names: frozenset[str]
    """Capitalised words that are no person's name."""

    given: dict[str, str]
    """Given names, with the gender of who bears them."""

    nicknames: dict[str, str]
    """Short forms of given names, with the full form."""

    def names_no_person(self, word: str) -> bool:
        """Tell a word that is no surname where nobody of that name is named in full.

        Args:
            word: The word, in lower case.
        """
        others = (self.organizations, self.documents, self.outlets, self.places)
        return any(word in listed for listed in others)


_GENDERS = {"male": "m", "female": "f", "either": ""}


def _by_gender(part: dict[str, str]) -> dict[str, str]:
    return {word: _GENDERS[key] for key, listed in part.items() for word in words(listed)}


@cache
def speaker_lexicon() -> SpeakerLexicon:
    """Return the words around the names of speakers."""
    data, names = load_lexicon("speakers"), load_lexicon("given_names")
    return SpeakerLexicon(
        titles=_by_gender(data["honorifics"]),
        lesser=words(data["lesser"]),
        abbreviations=dict(data["abbreviations"]),
        suffixes=words(data["suffixes"]),
        particles=words(data["particles"]),
        firms=words(data["firms"]),
        gendered=_by_gender(data["gendered_roles"]),
        organizations=words(data["organizations"]),
        mastheads=words(data["mastheads"]),
        no_short_forms=words(data["no_short_forms"]),
        utterances=words(data["utterances"]),
        documents=words(data["documents"]),
        studies=words(data["studies"]),
        contents=words(data["contents"]),
        outlets=words(data["outlets"]),
        places=words(data["places"]),
        anonymous=words(data["anonymous"]),
        people=words(data["people"]),
        either=words(data["either"]),
        epithets=words(data["epithets"]),
        unnamed=tuple(data["unnamed"]),
        no_names=words(data["no_names"]),
        given=_by_gender({"male": names["male"], "female": names["female"]}),
        nicknames=dict(names["nicknames"]),
    )
