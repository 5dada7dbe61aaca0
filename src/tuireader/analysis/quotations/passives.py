"""Passives that tell what others say of somebody: "Stone is accused of theft", "said to sail"."""

from tuireader.analysis.quotations.boundaries import runs_between
from tuireader.analysis.quotations.clauses import Stretch
from tuireader.analysis.quotations.cues import Cue
from tuireader.analysis.quotations.lexicon import ReportingLexicon
from tuireader.analysis.quotations.objects import charge_of
from tuireader.analysis.quotations.passage import Passage


def said_of(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> Stretch | None:
    """Return the whole clause of a passive that reports what is said of its subject.

    Args:
        passage: The paragraph.
        cue: The verb in the passive voice.
        lexicon: The tiers of verbs.
    """
    if not cue.passive or cue.negated:
        return None
    patient = passage.child(cue.verb, "nsubjpass")
    if patient is None or patient > cue.verb or not passage.outside(patient):
        return None
    last = _said(passage, cue, lexicon)
    return None if last is None else (passage.left[patient], last)


def _name(passage: Passage, cue: Cue) -> int | None:
    """Return the last token of what somebody is called, if it is told by whom, in quote marks."""
    name = passage.child(cue.verb, "oprd")
    if name is None:
        name = next(
            (
                c
                for c in passage.children[cue.verb]
                if passage.dep[c] == "prep" and passage.lower[c] == "as"
            ),
            None,
        )
    if name is None or name < cue.verb or cue.subject is None:
        return None
    first, last = passage.left[name], passage.right[name]
    return last if runs_between(passage, first, last) else None


def _said(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> int | None:
    """Return the last token of what is said."""
    if cue.lemma in lexicon.accusing:
        charge = charge_of(passage, cue)
        if charge is None or (cue.subject is None and passage.child(charge, "pcomp") is None):
            return None  # "accused of theft" by nobody known tells no more than a topic
        return passage.right[charge]
    if cue.lemma in lexicon.naming | lexicon.naming_quoted:
        return _name(passage, cue)
    infinitive = passage.child(cue.verb, "xcomp")
    if infinitive is not None and cue.lemma in lexicon.hearsay:
        return passage.right[infinitive] if passage.tag[infinitive] in ("VB", "VBN") else None
    return None
