"""Passives that tell what others say of somebody: "Stone is accused of theft", "said to sail"."""

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


def _said(passage: Passage, cue: Cue, lexicon: ReportingLexicon) -> int | None:
    """Return the last token of what is said."""
    if cue.lemma in lexicon.accusing:
        charge = charge_of(passage, cue)
        if charge is None or (cue.subject is None and passage.child(charge, "pcomp") is None):
            return None  # "accused of theft" by nobody known tells no more than a topic
        return passage.right[charge]
    infinitive = passage.child(cue.verb, "xcomp")
    if infinitive is not None and cue.lemma in lexicon.hearsay:
        return passage.right[infinitive] if passage.tag[infinitive] in ("VB", "VBN") else None
    return None
