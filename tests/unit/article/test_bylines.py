"""Headlines, bylines and dates as newspapers print them."""

import pytest

from tuireader.article.bylines import is_headline, read_byline
from tuireader.article.dates import find_dates, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 March 2024", "2024-03-03"),
        ("3rd of March 2024", "2024-03-03"),
        ("Sunday, March 3, 2024", "2024-03-03"),
        ("Mar. 3, 2024 10:15 a.m. EST", "2024-03-03T10:15"),
        ("2024-03-03 22:15", "2024-03-03T22:15"),
        ("2024-03-03T10:15:22.123+01:00", "2024-03-03T10:15+01:00"),
        ("10:15 PM ET, Sun March 3, 2024", "2024-03-03T22:15"),
        ("Thursday 21 March 2024 14.03 GMT", "2024-03-21T14:03+00:00"),
        ("23/04/2024", "2024-04-23"),
        ("04/23/2024", "2024-04-23"),
        ("4.3.2024", "2024-03-04"),
        ("March 2024", "2024-03"),
        ("last spring", "last spring"),
        ("03/04/2024", "03/04/2024"),
        ("", None),
    ],
)
def test_dates_become_iso_where_they_are_plain(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


def test_dates_that_do_not_exist_are_not_found() -> None:
    assert find_dates("31 February 2024") == []
    assert find_dates("99/99/2024") == []


@pytest.mark.parametrize(
    ("line", "author", "published"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By JANE DOE, Reuters", "JANE DOE, Reuters", None),
        ("By Jane Doe and John Roe in London", "Jane Doe and John Roe in London", None),
        ("By Ana de la Cruz, Science correspondent", "Ana de la Cruz, Science correspondent", None),
        ("By the Associated Press", "the Associated Press", None),
        ("From Jane Doe, Beirut", "Jane Doe, Beirut", None),
        ("Author: Jane Doe", "Jane Doe", None),
        ("Written by Jane Doe", "Jane Doe", None),
        ("Written by Jane Doe; editing by John Roe", None, None),
        ("Co-authored by Jane Doe.", "Jane Doe", None),
        ("By Jane Doe Jr.", "Jane Doe Jr.", None),
        ("By John B.", "John B.", None),
        ("Jane Doe | 3 March 2024", "Jane Doe", "2024-03-03"),
        ("3 March 2024 by Jane Doe", "Jane Doe", "2024-03-03"),
        ("Jane Doe, BBC News, 3 March 2024", "Jane Doe, BBC News", "2024-03-03"),
        ("Published 3 March 2024, 4 min read", None, "2024-03-03"),
        ("March 3, 2024 / 10:15 AM EST / Jane Doe", "Jane Doe", "2024-03-03T10:15"),
        ("Published 3 March 2024 | Updated 4 March 2024", None, "2024-03-03"),
        ("Updated 4 hours ago", None, None),
        ("(Reporting by Jane Doe in Paris; editing by John Roe)", None, None),
        ("Jane Doe contributed to this report.", None, None),
    ],
)
def test_bylines(line: str, author: str | None, published: str | None) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert (reading.author, reading.published) == (author, published)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the river had risen by two metres.",
        "By the time he left, it was over",
        "By far the best year",
        "Written by hand, the letter arrived in May.",
        "Authored by two senators, the bill would cut taxes.",
        "From 2010 to 2020",
        "From: my brother",
        "On March 3, 2024 the court ruled that the law was void",
        "The law was passed on 3 March 2024",
        "March 2024 budget: what it means for you",
    ],
)
def test_sentences_that_begin_like_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("‘We do not know’: more than 100 prisoners missing", True),
        ("Council votes to close bridge", True),
        ("U.S. sends aid to the U.N.", True),
        ("Why did the bridge crack?", True),
        ("Bridge closed!", True),
        ("The council voted on Tuesday to close the bridge.", False),
        ("“No,” he said.", False),
        ("议会周二投票决定关闭这座桥。", False),
        ("CHAIR: The committee will come to order", False),
        ("By Jane Doe", False),
        ("Advertisement", False),
        ("First, a list:", False),
        ("123", False),
        ("word " * 40, False),
    ],
)
def test_headlines(line: str, headline: bool) -> None:
    assert is_headline(line.strip()) is headline
