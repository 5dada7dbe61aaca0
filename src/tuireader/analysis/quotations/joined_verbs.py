"""Verbs that go on with the subject of another verb: "Field said it was late but added …"."""

from tuireader.analysis.quotations.lexicon import reporting_lexicon
from tuireader.analysis.quotations.passage import TENSED, Passage

_UNLIKE = {
    "VBD": ("VB", "VBP", "VBZ"),
    "VBZ": ("VB", "VBD", "VBP"),
    "VBG": ("VB", "VBD", "VBN", "VBP", "VBZ"),
}
"""Tags of verbs that one with another tag is not joined to."""


def goes_on_with(passage: Passage, verb: int) -> int:
    """Return the verb whose subject a verb without one has as well; itself if none is known."""
    return (
        _second_report(passage, verb)
        or _parallel(passage, verb)
        or _main_reporter(passage, verb)
        or verb
    )


def lost_its_subject(passage: Passage, verb: int) -> bool:
    """Tell a finite verb that must have a subject, which the parser did not see.

    It stands behind "as" or "while", or follows another verb without "and".
    """
    if passage.tag[verb] not in TENSED:
        return False
    if passage.dep[verb] == "advcl":
        return passage.child(verb, "mark") is not None
    if passage.dep[verb] != "conj":
        return False
    further = passage.child(verb, "conj")
    if further is not None and passage.child(further, "nsubj", "nsubjpass") is None:
        return False  # one of a list: "met the crew, asked for time and left"
    joined = range(passage.head[verb] + 1, verb)
    return not any(passage.tag[t] == "CC" or passage.words[t] == ";" for t in joined)


def _second_report(passage: Passage, verb: int) -> int | None:
    """Return the verb of saying that a second one of the same tense goes on with.

    "Field said it was late but added …": Field adds, though the parser hangs "added" on "was".
    """
    lexicon = reporting_lexicon()
    if passage.dep[verb] != "conj" or passage.lemma[verb] not in lexicon.core - {"tell"}:
        return None
    said = passage.head[verb]
    while passage.dep[said] == "conj" and passage.head[said] < said:
        said = passage.head[said]
    reporter = passage.head[said]
    if passage.dep[said] != "ccomp" or not reporter < said < verb:
        return None
    alike = passage.tag[reporter] == passage.tag[verb] and passage.tag[verb] in TENSED
    return reporter if alike and passage.lemma[reporter] in lexicon.with_clause else None


def _parallel(passage: Passage, verb: int) -> int | None:
    """Return the verb of the same tense that a second one goes on with.

    "Field said that Stone did not know and accused him": Field accuses, though the parser hangs
    "accused" on "know".
    """
    if passage.dep[verb] != "conj":
        return None
    tag, joined = passage.tag[verb], passage.tag[passage.head[verb]]
    if joined not in _UNLIKE.get(tag, ()):
        return None
    for above in passage.ancestors(passage.head[verb]):
        if passage.tag[above] == tag and passage.lemma[above] != "be":
            return above
    return None


def _main_reporter(passage: Passage, verb: int) -> int:
    """Return the verb whose subject a participle behind a comma goes on with.

    "Field said that Stone refused, adding that …": Field adds, though the parser hangs "adding"
    on "refused".
    """
    if passage.tag[verb] != "VBG" or passage.words[verb - 1] not in (",", "-", "—", "–"):
        return verb
    lexicon = reporting_lexicon()
    if passage.lemma[verb] not in lexicon.core | lexicon.clause | lexicon.urging:
        return verb
    at = verb
    found = verb
    for above in passage.ancestors(verb):
        if passage.dep[at] in ("ccomp", "acl", "pcomp", "relcl") and at < verb and above < at:
            found = above
        at = above
    while passage.pos[found] not in ("VERB", "AUX") and passage.head[found] != found:
        found = passage.head[found]
    return found
