"""The JSON form, key by key, against a table written from the export contract."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from tuireader.analysis.analyzer import analyse
from tuireader.analysis.model import Analysis
from tuireader.article.model import Article
from tuireader.export.json_form import article_record

Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str)


def flag(value: Any) -> bool:
    return isinstance(value, bool)


def count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(count, value))


def list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


def one_of(words: str) -> Check:
    return lambda value: value in words.split()


def or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


CONTRACT: dict[str, dict[str, Check]] = {
    "": {
        "schema": one_of("tuireader/1"),
        "source": lambda value: isinstance(value, dict),
        "title": or_null(text),
        "byline": or_null(text),
        "published": or_null(text),
        "text": text,
        "paragraphs": list_of(pair),
        "engine": lambda value: isinstance(value, dict),
        "speakers": list_of(lambda item: isinstance(item, dict)),
        "quotes": list_of(lambda item: isinstance(item, dict)),
        "figures": list_of(lambda item: isinstance(item, dict)),
        "claims": list_of(lambda item: isinstance(item, dict)),
        "comparisons": list_of(lambda item: isinstance(item, dict)),
    },
    "source": {
        "path": text,
        "format": one_of("text markdown html"),
        "sha256": lambda value: text(value) and len(value) == 64,
    },
    "engine": {"tuireader": text, "model": or_null(text)},
    "speakers": {
        "id": text,
        "name": text,
        "kind": one_of("person organization group anonymous"),
        "role": or_null(text),
        "aliases": list_of(text),
        "mentions": list_of(pair),
        "quotes": list_of(text),
        "words_quoted": count,
    },
    "quotes": {
        "id": text,
        "start": count,
        "end": count,
        "spans": list_of(pair),
        "text": text,
        "style": one_of("direct mixed indirect"),
        "speaker": or_null(text),
        "speaker_text": or_null(text),
        "speaker_start": or_null(count),
        "speaker_end": or_null(count),
        "cue": or_null(pair),
        "inferred": flag,
    },
    "figures": {
        "id": text,
        "start": count,
        "end": count,
        "text": text,
        "kind": one_of("count money percent measure duration age ratio date ordinal vague"),
        "low": or_null(number),
        "high": or_null(number),
        "bound": one_of("exact more less about range"),
        "approximate": flag,
        "unit": or_null(text),
        "change": or_null(one_of("up down")),
        "concept": or_null(text),
        "concept_start": or_null(count),
        "concept_end": or_null(count),
        "speaker": or_null(text),
        "claim": or_null(text),
    },
    "claims": {
        "id": text,
        "start": count,
        "end": count,
        "text": text,
        "asserted_by": list_of(text),
        "hedge": one_of("none soft reported possible"),
        "hedge_cue": or_null(pair),
        "negated": flag,
        "kind": one_of(
            "quantity event state causal comparison accusation speech_act prediction plan opinion"
        ),
        "worth": lambda value: number(value) and 0 <= value <= 1,
        "reasons": list_of(text),
        "figures": list_of(text),
    },
    "comparisons": {
        "id": text,
        "topic": text,
        "claims": list_of(text),
        "differs": flag,
        "reason": text,
    },
}


def breaches(record: dict[str, Any]) -> list[str]:
    """List what a record has that the contract does not allow, or lacks."""
    found: list[str] = []
    for part, table in CONTRACT.items():
        whole = record if part == "" else record[part]
        for item in whole if isinstance(whole, list) else [whole]:
            if list(item) != list(table):
                found.append(f"{part}: keys {list(item)}")
            found += [f"{part}.{key}: {item[key]!r}" for key in table if not table[key](item[key])]
    return found


def test_a_record_made_by_hand(article: Article, analysis: Analysis) -> None:
    assert breaches(article_record(article, analysis)) == []


def test_a_record_without_findings(article: Article) -> None:
    assert breaches(article_record(article, Analysis())) == []


def test_a_record_of_the_real_engine(nlp: Language, make_article: Callable[..., Article]) -> None:
    article = make_article(
        "More than 300 homes may have burned, the mayor of Elm, Ann Bell, said on Monday.\n\n"
        "“It could be 400,” said Bell. A spokesman said that about 20% of them were insured, "
        "down from 30% in 2019, and he did not name a sum. Several people were told to leave."
    )
    record = article_record(article, analyse(article, nlp, strict=True))
    assert breaches(json.loads(json.dumps(record, allow_nan=False))) == []
    assert record["quotes"]
    assert record["figures"]
    assert record["claims"]


def test_every_value_of_a_record(article: Article, analysis: Analysis) -> None:
    record = article_record(article, analysis)
    assert record["source"] == {
        "path": "notes/ferry.txt",
        "format": "text",
        "sha256": "ab" * 32,
    }
    assert record["paragraphs"] == [[0, 13], [15, 73]]
    assert record["speakers"] == [
        {
            "id": "s1",
            "name": "Nora Blake",
            "kind": "person",
            "role": "director",
            "aliases": ["Blake"],
            "mentions": [[42, 52]],
            "quotes": ["q1"],
            "words_quoted": 8,
        }
    ]
    assert record["quotes"] == [
        {
            "id": "q1",
            "start": 15,
            "end": 73,
            "spans": [[15, 41], [59, 73]],
            "text": "“It lost over 100 riders,” “may be more.”",
            "style": "direct",
            "speaker": "s1",
            "speaker_text": "Nora Blake",
            "speaker_start": 42,
            "speaker_end": 52,
            "cue": [53, 57],
            "inferred": False,
        }
    ]
    assert record["figures"] == [
        {
            "id": "f1",
            "start": 24,
            "end": 32,
            "text": "over 100",
            "kind": "count",
            "low": 100,
            "high": None,
            "bound": "more",
            "approximate": False,
            "unit": None,
            "change": None,
            "concept": "riders",
            "concept_start": 33,
            "concept_end": 39,
            "speaker": "s1",
            "claim": "c1",
        }
    ]
    assert record["claims"] == [
        {
            "id": "c1",
            "start": 16,
            "end": 39,
            "text": "It lost over 100 riders",
            "asserted_by": ["s1"],
            "hedge": "possible",
            "hedge_cue": [60, 63],
            "negated": False,
            "kind": "quantity",
            "worth": 0.9,
            "reasons": ["figure"],
            "figures": ["f1"],
        }
    ]


@pytest.mark.parametrize("key", ["title", "byline", "published"])
def test_what_is_unknown_is_null(article: Article, key: str) -> None:
    record = article_record(Article(article.text, (), article.source), Analysis())
    assert record[key] is None
