"""The pipeline's tokenizer is filled once, with what spaCy would fill it with."""

import inspect
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tuireader.analysis.openings import UNITS

if TYPE_CHECKING:
    from spacy.language import Language


def written_down(tokenizer: "Any") -> str:
    """Write down by which rules a tokenizer splits."""
    searches = (
        tokenizer.prefix_search,
        tokenizer.suffix_search,
        tokenizer.infix_finditer,
        tokenizer.url_match,
    )
    return json.dumps([tokenizer.rules, [search.__self__.pattern for search in searches]])


SPACYS_OWN = f"""
import json, spacy
from tuireader.analysis.pipelines import DEFAULT_PIPELINE
{inspect.getsource(written_down)}
print(written_down(spacy.load(DEFAULT_PIPELINE).tokenizer))
"""


def test_the_tokenizer_is_spacys_own_but_for_units(nlp: "Language") -> None:
    done = subprocess.run([sys.executable, "-c", SPACYS_OWN], capture_output=True, check=True)
    spacys, ours = json.loads(done.stdout), json.loads(written_down(nlp.tokenizer))

    assert spacys[0].keys() - ours[0].keys() == UNITS
    for unit in UNITS:
        del spacys[0][unit]
    assert ours == spacys
