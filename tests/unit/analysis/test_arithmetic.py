"""The pipeline multiplies its matrices by numpy, and finds the same."""

from typing import Any

import pytest
import spacy
from spacy.language import Language
from thinc.api import NumpyOps

from tuireader.analysis.arithmetic import multiply_by_numpy
from tuireader.analysis.pipelines import DEFAULT_PIPELINE

TEXT = (
    "More than 40 boats were lost on Monday, Nora Blake said. “We had never seen such waves,” the "
    "harbour master told the Harbour Standard, which had asked her about the cost of the repairs."
)


def test_the_pipeline_that_is_used_multiplies_by_numpy(nlp: Language) -> None:
    steps: list[Any] = [nlp.get_pipe(name) for name in ("tok2vec", "parser", "ner")]
    layers = [layer for step in steps for layer in step.model.walk()]
    assert not any(isinstance(layer.ops, NumpyOps) and layer.ops.use_blis for layer in layers)


def test_the_parse_stays_the_same() -> None:
    nlp = spacy.load(DEFAULT_PIPELINE)
    before = nlp(TEXT)
    multiply_by_numpy(nlp)
    after = nlp(TEXT)
    assert after.tensor == pytest.approx(before.tensor, abs=1e-3)
    assert after.to_json() == before.to_json()
