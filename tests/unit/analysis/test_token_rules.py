"""The rules for single words set what the pipeline's own ruler sets."""

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tuireader.analysis.pipelines import DEFAULT_PIPELINE
from tuireader.analysis.token_rules import APPLIER, RULER, hasten_rules

TEXTS = (
    "Mayor Nora Blake said on Monday that 40 boats were lost, and that nobody had been told.",
    "It ain't gonna rain,  y'all.  There's nuthin' here \n\n and I gotta go. C'mon, let's do it.",
    "He gets what they got. 'Nuff said, ol' friend; somethin' was doin' – they'd gone before.",
    "Did you see it? I have it. It has me. That is what these are, as he knew.",
    "",
    " \n ",
)


def attributes(doc: Doc) -> list[tuple[Any, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, t.lemma_, str(t.morph), t.ent_type_) for t in doc]


@pytest.fixture
def plain() -> Language:
    return spacy.load(DEFAULT_PIPELINE)


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_read_as_by_the_ruler(plain: Language, text: str) -> None:
    before = attributes(plain(text))
    hasten_rules(plain)
    assert {APPLIER, RULER} & set(plain.pipe_names) == {APPLIER}
    for _ in range(2):  # worked out, then remembered
        assert attributes(plain(text)) == before


def test_a_rule_for_several_words_may_count_from_behind(plain: Language) -> None:
    ruler: Any = plain.get_pipe(RULER)
    ruler.add([[{"LOWER": "harbour"}, {"LOWER": "master"}]], {"LEMMA": "chief"}, index=-1)
    hasten_rules(plain)
    assert [token.lemma_ for token in plain("A harbour master")] == ["a", "harbour", "chief"]


@pytest.mark.parametrize("condition", [{"SHAPE": "Xx"}, {"LOWER": "it", "OP": "?"}])
def test_rules_that_ask_something_else_are_left_to_the_ruler(
    plain: Language, condition: dict[str, str]
) -> None:
    ruler: Any = plain.get_pipe(RULER)
    ruler.add([[condition]], {"LEMMA": "it"})
    hasten_rules(plain)
    assert {APPLIER, RULER} & set(plain.pipe_names) == {RULER}


def test_a_pipeline_without_rules_is_left_as_it_is() -> None:
    empty = spacy.blank("en")
    hasten_rules(empty)
    assert empty.pipe_names == []
