"""Articles and analyses survive the way to the child process and to the cache."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuireader.analysis.codec import CodecError, decode, encode
from tuireader.analysis.model import Analysis, Claim, Comparison, Figure, Quotation, Speaker
from tuireader.article.model import Article, Span

texts = st.text(max_size=8)
numbers = st.floats(allow_nan=False)
spans = st.builds(Span, st.integers(), st.integers())


def rows(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=3).map(tuple)


for kind, strategy in ((str, texts), (float, numbers), (Span, spans)):
    st.register_type_strategy(kind, strategy)

analyses = st.builds(
    Analysis,
    speakers=rows(st.from_type(Speaker)),
    quotations=rows(st.from_type(Quotation)),
    figures=rows(st.from_type(Figure)),
    claims=rows(st.from_type(Claim)),
    comparisons=rows(st.from_type(Comparison)),
)


@given(analyses)
def test_an_analysis_comes_back_the_same(analysis: Analysis) -> None:
    assert decode(Analysis, json.loads(json.dumps(encode(analysis)))) == analysis


@given(st.from_type(Article))
def test_an_article_comes_back_the_same(article: Article) -> None:
    assert decode(Article, json.loads(json.dumps(encode(article)))) == article


class Shade(StrEnum):
    """An enumeration to decode."""

    DARK = "dark"


@dataclass(frozen=True)
class Sample:
    """Every sort of field that the models have."""

    number: int
    share: float
    sure: bool
    shade: Shade
    place: Span | None
    names: tuple[str, ...]


SAMPLE = Sample(3, 0.5, True, Shade.DARK, Span(1, 2), ("a", "b"))
PLAIN = {
    "number": 3,
    "share": 0.5,
    "sure": True,
    "shade": "dark",
    "place": [1, 2],
    "names": ["a", "b"],
}


def test_the_plain_form() -> None:
    assert encode(SAMPLE) == PLAIN


def test_types_come_back() -> None:
    back = decode(Sample, PLAIN)
    assert back == SAMPLE
    assert isinstance(back.place, Span)
    assert isinstance(back.shade, Shade)


def test_a_whole_number_is_a_number() -> None:
    assert decode(Sample, PLAIN | {"share": 1}).share == 1.0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"number": "3"}, "Sample.number is no int"),
        ({"number": True}, "Sample.number is no int"),
        ({"number": 3.0}, "Sample.number is no int"),
        ({"number": None}, "Sample.number is no int"),
        ({"share": "0.5"}, "Sample.share is no float"),
        ({"share": 10**400}, "Sample.share is too large"),
        ({"sure": 1}, "Sample.sure is no bool"),
        ({"shade": "pink"}, "Sample.shade is no Shade"),
        ({"shade": ["dark"]}, "Sample.shade is no Shade"),
        ({"place": [1]}, "Sample.place is no Span"),
        ({"place": [1, "2"]}, "Sample.place is no int"),
        ({"names": "ab"}, "Sample.names is no list"),
        ({"names": ["a", 1]}, r"Sample.names\[\] is no str"),
        ({"colour": 1}, "unknown keys: colour"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(CodecError, match=message):
        decode(Sample, PLAIN | change)


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_a_dataclass_has_to_be_an_object(data: Any) -> None:
    with pytest.raises(CodecError, match="Sample is no object"):
        decode(Sample, data)


@pytest.mark.parametrize("key", PLAIN)
def test_a_missing_key_is_named(key: str) -> None:
    with pytest.raises(CodecError, match=f"keys: {key}"):
        decode(Sample, {name: value for name, value in PLAIN.items() if name != key})
