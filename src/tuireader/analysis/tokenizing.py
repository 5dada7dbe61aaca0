"""A tokenizer that is filled once: spaCy fills one from its language first, then from the disk.

Filling it takes a tenth of the time in which the pipeline is loaded, so this one waits for what
the pipeline was saved with. It imports spaCy: only what loads the pipeline imports it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found] # it is compiled
from spacy.util import registry

from tuireader.analysis.openings import UNITS

WAITING = "tuireader.WaitingTokenizer.v1"
"""Its name in the configuration of a pipeline."""


class WaitingTokenizer(Tokenizer):  # type: ignore[misc]
    """Splits a text into words as spaCy's own does, but units behind numbers are no initials."""

    @property
    def rules(self) -> Any:
        """How single words are split."""
        return super().rules

    @rules.setter
    def rules(self, rules: Mapping[str, Any]) -> None:
        kept = {word: rule for word, rule in rules.items() if word not in UNITS}
        Tokenizer.rules.__set__(self, kept)


def _waiting_tokenizer() -> Callable[[Language], Tokenizer]:
    return lambda nlp: WaitingTokenizer(nlp.vocab)


registry.tokenizers.register(WAITING, func=_waiting_tokenizer)
