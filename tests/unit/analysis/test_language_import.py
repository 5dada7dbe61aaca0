"""spaCy is imported without what the program does not need of it."""

import subprocess
import sys
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_command_line_of_spacy_is_left_out_and_can_be_had() -> None:
    code = (
        "import sys; from tuireader.analysis.language import load_pipeline;"
        "nlp = load_pipeline();"
        "assert not {'typer', 'weasel', 'spacy.cli'} & sys.modules.keys();"
        "from spacy.cli.info import info; assert callable(info);"
        "print(nlp('The mayor left.')[1].lemma_)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("mayor\n", "")


def test_spacy_sees_the_entry_points_that_are_meant_for_it(nlp: "Language") -> None:
    catalogue = import_module("catalogue")

    shown = catalogue.AVAILABLE_ENTRY_POINTS
    meant = {
        point
        for group in entry_points().groups
        if group.startswith(("spacy_", "thinc_"))
        for point in entry_points(group=group)
    }
    assert meant
    assert set(shown) == meant
    assert shown.select(group="console_scripts") == ()
