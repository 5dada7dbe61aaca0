"""Loading spaCy and a pipeline of it without what nobody asks for: it takes half of the time."""

import sys
from importlib import import_module
from importlib.metadata import EntryPoints
from types import ModuleType
from typing import TYPE_CHECKING

from tuireader.analysis.pipelines import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language

UNUSED = ("senter",)
"""Parts of the default pipeline that are switched off in it, and need not be loaded."""

_ASKED_FOR = ("spacy", "thinc")
"""How the groups of entry points begin that spaCy looks into."""


def load(name: str) -> "Language":
    """Load a pipeline.

    Args:
        name: Its name or path.
    """
    spacy = _import_spacy()
    _narrow_entry_points()
    if name != DEFAULT_PIPELINE:
        nlp: Language = spacy.load(name)
        return nlp
    from tuireader.analysis.tokenizing import WAITING

    tokenizer = {"@tokenizers": WAITING}
    nlp = spacy.load(name, exclude=UNUSED, config={"nlp": {"tokenizer": tokenizer}})
    return nlp


class _StandIn(ModuleType):
    """Stands for a module of spaCy's command line."""

    info = None


def _import_spacy() -> ModuleType:
    """Import spaCy without its command line.

    spaCy imports that for one function and never needs it; with all that it draws in, it takes a
    third of the time. Whoever imports it later gets the real one.
    """
    stand_ins = {name: _StandIn(name) for name in ("spacy.cli", "spacy.cli.info")}
    placed = [name for name in stand_ins if sys.modules.setdefault(name, stand_ins[name])]
    try:
        return import_module("spacy")
    finally:
        for name in placed:
            if sys.modules.get(name) is stand_ins[name]:
                del sys.modules[name]


def _narrow_entry_points() -> None:
    """Let spaCy see no entry points but those that are meant for it.

    For each name in the configuration of a pipeline it goes through all that any installed package
    announces, several hundred times.
    """
    catalogue = import_module("catalogue")
    known = catalogue.AVAILABLE_ENTRY_POINTS
    groups = [group for group in known.groups if group.startswith(_ASKED_FOR)]
    meant = EntryPoints(point for group in groups for point in known.select(group=group))
    catalogue.__dict__["AVAILABLE_ENTRY_POINTS"] = meant
