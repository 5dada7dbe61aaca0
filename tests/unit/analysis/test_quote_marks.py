"""Quote marks are found on characters: pairs of every kind, apostrophes and inches left alone."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.quotations.marks import scan_marks, scan_paragraphs


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("“We left,” she said.", ["“We left,”"], id="curly"),
        pytest.param('"We left," she said.', ['"We left,"'], id="straight"),
        pytest.param("''We left,'' she said.", ["''We left,''"], id="doubled"),
        pytest.param("``We left,'' she said.", ["``We left,''"], id="backticks"),
        pytest.param("«We left», she said.", ["«We left»"], id="guillemets"),
        pytest.param("« We left », she said.", ["« We left »"], id="guillemets with spaces"),
        pytest.param("»We left«, she said.", ["»We left«"], id="guillemets turned round"),
        pytest.param("„We left“, she said.", ["„We left“"], id="low"),
        pytest.param("部長說「費用未定」。", ["「費用未定」"], id="corner brackets"),
        pytest.param("‘We left,’ she said.", ["‘We left,’"], id="british"),
        pytest.param("'We left,' she said.", ["'We left,'"], id="straight single"),
        pytest.param(
            "‘It’s the players’ ground, and they’ll stay,’ she said.",
            ["‘It’s the players’ ground, and they’ll stay,’"],
            id="apostrophes and a plural possessive inside",
        ),
        pytest.param("The players’ ground isn’t theirs.", [], id="apostrophes alone"),
        pytest.param("Rock ’n’ roll of the ’60s.", [], id="shortened words"),
        pytest.param("'Tis the '90s again.", [], id="shortened words, straight"),
        pytest.param('The 6\'2" keeper said "no" twice.', ['"no"'], id="inches"),
        pytest.param('He said,"Look at this." Then', ['"Look at this."'], id="glued"),
        pytest.param('He said," Look at this." Then', ['" Look at this."'], id="space inside"),
        pytest.param(
            "“He said, ‘Go,’ and I went,” she said.", ["“He said, ‘Go,’ and I went,”"], id="nested"
        ),
        pytest.param("''I heard, 'Stop,''' she said.", ["''I heard, 'Stop,'''"], id="three marks"),
        pytest.param("“We left,“ she said.", ["“We left,“"], id="opening mark for a closing one"),
        pytest.param("“One.” “Two.”", ["“One.”", "“Two.”"], id="side by side"),
        pytest.param("A lone ” mark.", [], id="closing mark without an opening one"),
    ],
)
def test_what_is_quoted(text: str, quoted: list[str]) -> None:
    assert [text[run.start : run.end] for run in scan_marks(text)] == quoted


def test_an_open_paragraph_goes_on_in_the_next() -> None:
    first, second = scan_paragraphs(["She said: “It rained.", "“Then it stopped.”"])

    assert not first[0].closed
    assert second[0].continues


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("“It rained all night.", 1, id="at the start it is speech"),
        pytest.param("She said, “It rained all night.", 1, id="after a comma it is speech"),
        pytest.param("The so called “wall is low.", 0, id="elsewhere it is a slip"),
    ],
)
def test_a_mark_that_is_never_closed(text: str, runs: int) -> None:
    assert len(scan_paragraphs([text, "Nothing follows."])[0]) == runs


@given(st.text(alphabet="ab s,.’'‘“”\"«»„`\n", max_size=80))
def test_runs_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for run in scan_marks(text):
        assert end <= run.start < run.end <= len(text)
        end = run.end


@pytest.mark.parametrize("text", ["'a ", "‘a ", '"a ', "“a ", ',\\" ', "‘a 'b “c \"d "])
def test_marks_that_never_close_cost_little(text: str) -> None:
    start = perf_counter()
    scan_marks(text * 30_000)

    assert perf_counter() - start < 5


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param(
            "“The wall is safe, Nora Field said. She left.", "“The wall is safe,", id="X said"
        ),
        pytest.param(
            '"Who built it? asked Nora Field, an engineer.', '"Who built it?', id="asked X"
        ),
        pytest.param(
            "“The wall is safe. It will hold.", "“The wall is safe. It will hold.", id="nobody told"
        ),
    ],
)
def test_a_mark_that_nothing_closes(text: str, quoted: str) -> None:
    (runs,) = scan_paragraphs([text])
    assert [text[r.start : r.end] for r in runs] == [quoted]
