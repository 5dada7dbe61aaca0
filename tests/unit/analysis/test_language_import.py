"""spaCy is imported without its command line, which stays there for whoever wants it."""

import subprocess
import sys


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
