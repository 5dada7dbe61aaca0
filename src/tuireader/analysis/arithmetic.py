"""Which library multiplies the matrices of a pipeline, where most of the time of a parse goes.

spaCy leaves that to blis, which takes its slowest way on processors that it does not know, those
of AMD since 2020 among them: three times as slow as the library that numpy comes with, and two
fifths of the time of a parse. What both come to differs in the last digits only.
"""

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_THREADS = "OPENBLAS_NUM_THREADS"


def keep_to_one_core() -> None:
    """Have numpy multiply without threads of its own; to be called before it is imported.

    The matrices are small, and the other cores have the screen or other articles to work on.
    """
    os.environ.setdefault(_THREADS, "1")


def multiply_by_numpy(nlp: "Language") -> None:
    """Have the matrices of a pipeline multiplied by numpy.

    Args:
        nlp: The pipeline; layers that do not run on blis are left as they are.
    """
    from thinc.api import NumpyOps

    ours = NumpyOps(use_blis=False)
    for _, step in nlp.pipeline:
        model: Any = getattr(step, "model", None)
        if hasattr(model, "walk"):
            for layer in model.walk():
                if type(layer.ops) is NumpyOps:
                    layer.ops = ours
