"""Page furniture is told from prose."""

import pytest

from tuireader.article.furniture import is_furniture, opens_link_list


@pytest.mark.parametrize(
    "text",
    [
        "Related Content",
        ".",
        "---",
        "* * *",
        "Read more: Five things to know about the harbour",
        "READ MORE: Why the bridge fell",
        "Related: Why the bridge fell",
        "WATCH: Minister resigns",
        "Share this",
        "Share this article on Facebook",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Story continues below",
        "Sign up for our newsletter",
        "Sign up here for our daily briefing and never miss a story.",
        "Click here to read the full report.",
        "Photo: Jane Doe/Getty",
        "(Image: Jane Doe)",
        "(Photo by Jane Doe/AFP via Getty Images)",
        "Jane Doe / AFP",
        "Getty Images",
        "Image source, Getty Images",
        "Image caption, The bridge was closed on Monday, the council said",
        "FILE - A view of the harbour, March 3, 2024.",
        "A man walks past a shuttered shop. REUTERS/Jane Doe",
        "People queue in the old town. Photograph: Jane Doe/Harbour Times",
        "© 2024 Harbour Times",
        "Copyright 2024 Harbour Times. All rights reserved.",
        "This article was originally published in the Harbour Times.",
        "Follow us on Twitter",
        "Follow Jane Doe on Twitter @jane",
        "We use cookies to improve your visit. By continuing you accept our use of cookies.",
        "Comments (12)",
        "12 comments",
        "1.2K shares",
        "4 min read",
        "Tags: politics, tax",
        "#harbour #tax",
        "https://example.org/a/b",
        "news@example.org",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement spending rose 3% last year.",
        "Copyright law is complex.",
        "Share prices fell on Monday.",
        "Share this with your children, he said.",
        "Follow the money, she said on Tuesday.",
        "Comments by the minister drew anger.",
        "Read more books, the teacher told them.",
        "Photographs by the agency showed smoke over the camp on Monday.",
        "Sources: three officials said the plan had failed.",
        "Tags on the clothes read “Made in Italy”.",
        "Video of the attack spread quickly.",
        "Related crimes rose 4 percent.",
        "Get your facts right before you send newsletters, he told his staff.",
        "Watch your step, the guide said: the floor is wet.",
        "Image problems dog the party, whose leader is under fire.",
        "Cookies are the heart of her bakery.",
        "“No,” he said.",
        "LONDON (Reuters) - The pound fell on Monday.",
        "He sold 3/4 of the stock.",
        "The owner of Reuters said so (the figure was later cut by AP).",
        "40",
        "What happens next",
    ],
)
def test_prose_that_begins_like_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_length_rules_furniture_out() -> None:
    assert not is_furniture("Read more: " + "word " * 200)


def test_headings_of_link_lists() -> None:
    assert opens_link_list("Related stories:")
    assert not opens_link_list("Advertisement")
