"""Plain text in its many shapes."""

from textwrap import fill

import pytest

from tuireader.article.formats.plain_text import parse_plain_text
from tuireader.article.model import ParagraphKind

LEAD = (
    "The council voted on Tuesday to close the old harbour bridge after an inspection found more "
    "than 40 cracks in its main arch, the town's chief engineer said."
)
QUOTE = "“We had no choice,” said Mary Field, the mayor. “The bridge has carried lorries for long.”"
LAST = "Traffic will be sent round by the north road until the first repairs are made in June."


def shape(text: str) -> list[tuple[str, str]]:
    """List kind and text of the paragraphs."""
    return [(block.kind.value, block.text) for block in parse_plain_text(text).blocks]


def texts(text: str) -> list[str]:
    """List the texts of the paragraphs."""
    return [block.text for block in parse_plain_text(text).blocks]


@pytest.mark.parametrize("width", [40, 60, 72, 100, 10_000])
@pytest.mark.parametrize("gap", ["\n\n", "\n \t\n", "\n\n\n\n"])
def test_blank_lines_part_paragraphs_of_any_width(width: int, gap: str) -> None:
    wrapped = gap.join(fill(paragraph, width) for paragraph in (LEAD, QUOTE, LAST))
    assert texts(wrapped) == [LEAD, QUOTE, LAST]


def test_one_paragraph_a_line() -> None:
    assert texts("\n".join((LEAD, QUOTE, LAST))) == [LEAD, QUOTE, LAST]


def test_first_lines_indented_without_blank_lines() -> None:
    wrapped = "\n".join(fill(p, 60, initial_indent="   ") for p in (LEAD, QUOTE, LAST))
    assert texts(wrapped) == [LEAD, QUOTE, LAST]


def test_short_last_lines_end_paragraphs() -> None:
    text = (
        "The council voted on Tuesday to close the old harbour bridge\n"
        "after an inspection.\n"
        "Traffic will be sent round by the north road until the first\n"
        "repairs are made."
    )
    assert [line[:11] for line in texts(text)] == ["The council", "Traffic wil"]


def test_a_blank_line_after_every_line() -> None:
    doubled = "\n\n\n\n".join(fill(p, 40).replace("\n", "\n\n") for p in (LEAD, LAST))
    assert texts(doubled) == [LEAD, LAST]


def test_hyphens_at_line_ends_keep_their_words() -> None:
    text = (
        "The council spoke of a well-\nknown firm and of its two-\nand three-year plans for the\n"
        "bridge - and for more."
    )
    assert texts(text) == [
        "The council spoke of a well-known firm and of its two- and three-year plans for the "
        "bridge - and for more."
    ]


def test_turns_of_a_transcript() -> None:
    text = (
        "CHAIR: Order. The committee will come to order and hear the\n"
        "first witness of the day on this matter.\n"
        "MR. ROE: Thank you, Chair. I would like to begin by saying\n"
        "that the numbers are wrong.\n"
        "Q: How many?\n"
        "A: About 40."
    )
    assert [line.split(":")[0] for line in texts(text)] == ["CHAIR", "MR. ROE", "Q", "A"]


def test_lists() -> None:
    text = (
        "The council listed:\n\n"
        "- one lane for buses until\n  the end of May\n"
        "* free parking\n"
        "    • for residents\n"
        "1. a vote in June\n"
        "2) a second vote\n\n"
        "12. December was cold.\n\n"
        "— John Roe, driver\n\n— Ann Poe, nurse"
    )
    blocks = parse_plain_text(text).blocks
    items = [(b.marker, b.level, b.text) for b in blocks if b.kind is ParagraphKind.ITEM]
    assert items == [
        ("•", 1, "one lane for buses until the end of May"),
        ("•", 1, "free parking"),
        ("•", 2, "for residents"),
        ("1.", 1, "a vote in June"),
        ("2)", 1, "a second vote"),
        ("12.", 1, "December was cold."),
        ("—", 1, "John Roe, driver"),
        ("—", 1, "Ann Poe, nurse"),
    ]


def test_a_dash_amid_a_sentence_is_no_item() -> None:
    text = "The mayor, who had long\n- and loudly - spoken for\nthe bridge, was not there."
    assert shape(text)[0][0] == "text"


def test_tables_keep_their_lines() -> None:
    table = "Year   Lorries   Cars\n2021   1,200     30,500\n2022   1,300     31,000"
    assert ("code", table) in shape(f"{LEAD}\n\n{table}\n\n{LAST}")


def test_quoted_lines_of_a_letter() -> None:
    assert shape(f"{LEAD}\n\n> We will not\n> wait for it.")[1] == (
        "quote",
        "We will not wait for it.",
    )


def test_a_whole_article() -> None:
    draft = parse_plain_text(
        "WORLD NEWS\n\n"
        "Council votes to close harbour bridge after\ninspection finds cracks\n\n"
        "By Jane Doe and John Roe, Harbour Times\n"
        "Published 3 March 2024, 4 min read\n\n"
        f"ST IVES (Harbour Times) - {LEAD}\n\n"
        "Advertisement\n\n"
        f"What happens next\n\n{LAST}\n\n"
        "(Reporting by Jane Doe; editing by John Roe)\n\n"
        "Related stories\nBridge opens\nTown wins prize\n"
    )
    assert draft.title == "Council votes to close harbour bridge after inspection finds cracks"
    assert draft.byline == "Jane Doe and John Roe, Harbour Times"
    assert draft.published == "2024-03-03"
    kinds = [block.kind.value for block in draft.blocks]
    assert kinds == [
        *("furniture", "title", "byline", "byline", "text", "furniture", "heading", "text"),
        *("byline", "furniture", "furniture", "furniture"),
    ]


def test_a_name_above_a_date_is_the_author() -> None:
    draft = parse_plain_text(f"Bridge closed\nJane Doe\nMarch 3, 2024\n{LEAD}\n{LAST}")
    assert (draft.title, draft.byline, draft.published) == (
        "Bridge closed",
        "Jane Doe",
        "2024-03-03",
    )


def test_labelled_lines_of_an_archive() -> None:
    draft = parse_plain_text(
        f"Title: Bridge closed\nAuthor: Jane Doe\nDate: 3/3/2024\nURL: https://example.org\n\n{LEAD}"
    )
    assert (draft.title, draft.byline, draft.published) == (
        "Bridge closed",
        "Jane Doe",
        "2024-03-03",
    )
    assert [b.text for b in draft.blocks if b.kind is ParagraphKind.TITLE] == ["Bridge closed"]


@pytest.mark.parametrize("text", [f"{LEAD}\n\n{LAST}", "One line only", f"{QUOTE}\n\n{LEAD}", ""])
def test_no_headline_no_title(text: str) -> None:
    assert parse_plain_text(text).title is None


def test_underlined_headings() -> None:
    text = f"{LEAD}\n\nWhat happens next\n=================\n{LAST}"
    assert shape(text)[1:] == [("heading", "What happens next"), ("text", LAST)]
