"""Copies with changed fields are what the standard library makes."""

import dataclasses

import pytest

from tuireader.analysis.copying import replace
from tuireader.article.model import Paragraph, ParagraphKind


def test_a_copy_has_the_changed_fields_and_all_others() -> None:
    paragraph = Paragraph(3, 9, kind=ParagraphKind.TITLE)

    assert replace(paragraph, end=12) == dataclasses.replace(paragraph, end=12)
    assert replace(paragraph) == paragraph
    assert paragraph.end == 9


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        replace(Paragraph(3, 9), middle=6)
