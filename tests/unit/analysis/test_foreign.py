"""A text that is not English keeps its quote marks and figures, and nothing that needs a parse."""

from collections.abc import Callable

import pytest

from tuireader.analysis.figures import find_figures
from tuireader.analysis.foreign import find_quoted, without_concepts
from tuireader.analysis.language import ParsedParagraph

Parse = Callable[[str], list[ParsedParagraph]]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("„Wir wissen es nicht“, sagte er.", ["„Wir wissen es nicht“"], id="German"),
        pytest.param("« On ne sait pas », dit-il.", ["« On ne sait pas »"], id="French"),
        pytest.param("部長說「工程將於夏季前展開」。", ["「工程將於夏季前展開」"], id="Chinese"),
        pytest.param("Der Film „Das Boot“ lief.", [], id="a title of two words"),
        pytest.param("他說「費用未定」。", [], id="a few characters"),
    ],
)
def test_words_in_quote_marks(parse_text: Parse, text: str, quoted: list[str]) -> None:
    found = find_quoted(parse_text(text))
    assert [text[q.start : q.end] for q in found] == quoted
    assert all(q.speaker is None and q.reason == "in quote marks" for q in found)


def test_figures_count_nothing(parse_text: Parse) -> None:
    figures = find_figures(parse_text("Rund 300 Menschen kamen, der Preis stieg auf 12,50 Euro."))
    plain = without_concepts(figures)
    assert [f.low for f in plain] == [300, 12.5]
    assert all(f.concept is None and f.concept_span is None for f in plain)
