"""Names of persons by class of case: particles, hyphens, nicknames, surnames of several words."""

from collections.abc import Callable

import pytest

from tuireader.analysis.language import ParsedParagraph
from tuireader.analysis.quotations import find_quotations
from tuireader.analysis.speakers import resolve_speakers
from tuireader.analysis.speakers.lexicon import speaker_lexicon
from tuireader.analysis.speakers.matching import same_person

Parse = Callable[..., list[ParsedParagraph]]


def names(parse_text: Parse, text: str) -> list[str]:
    parsed = parse_text(text)
    speakers, _ = resolve_speakers(parsed, find_quotations(parsed))
    return [speaker.name for speaker in speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "President Ursula von der Leyen spoke. “It is done,” Von der Leyen said.",
            ["Ursula von der Leyen"],
            id="particles",
        ),
        pytest.param(
            "Michael Brandt is rich. Without Brandt in the mix, the others were in a dead heat. "
            "“I will win,” Brandt said.",
            ["Michael Brandt"],
            id="a preposition before it",
        ),
        pytest.param(
            "Maria de la Cruz, 61, said it rained. “It took the hens,” de la Cruz said.",
            ["Maria de la Cruz"],
            id="small particles",
        ),
        pytest.param(
            "Abdul Rahman al-Sisi, the envoy, left. “Never,” al-Sisi said.",
            ["Abdul Rahman al-Sisi"],
            id="a particle with a hyphen",
        ),
        pytest.param(
            "Carlos Martínez López, 50, spoke. “We wait,” Martínez López said.",
            ["Carlos Martínez López"],
            id="two surnames",
        ),
        pytest.param(
            "Park Ji-won, the head of the team, left. “We are far apart,” Park said.",
            ["Park Ji-won"],
            id="a small letter behind the hyphen",
        ),
        pytest.param(
            "Tom “Red” Ely left. Ely said he was tired. Red Ely said it was late.",
            ["Tom “Red” Ely"],
            id="nickname in quote marks",
        ),
        pytest.param(
            "Robert C. “Bobby” Stone left. Stone said he was tired.",
            ["Robert C. “Bobby” Stone"],
            id="nickname behind initials",
        ),
        pytest.param(
            "William (Bill) Barnes left. Barnes said he was happy.",
            ["William (Bill) Barnes"],
            id="nickname in brackets",
        ),
        pytest.param(
            "Martin King Jr. came. King said it was late.",
            ["Martin King"],
            id="a surname that is a title",
        ),
        pytest.param("The Duke of Kent said it was late.", ["The Duke of Kent"], id="seat"),
    ],
)
def test_one_person(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert names(parse_text, text) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ursula von der Leyen", "Leyen", True),
        ("Ursula von der Leyen", "von der Leyen", True),
        ("Mohammed bin Rashid Al Farsi", "bin Rashid", True),
        ("Carlos Martínez López", "Carlos Martínez", True),
        ("Carlos Martínez López", "Martínez", True),
        ("Carlos Martínez López", "Ana Martínez", False),
        ("Tom “Red” Ely", "Red Ely", True),
        ("Rob van Dam", "Ludwig van Dam", False),
        ("Al Gore", "Tipper Gore", False),
        ("Van Morrison", "Jim Morrison", False),
        ("Robert Keane", "Bob Keane", True),
        ("R. Keane", "Robert Keane", True),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    lexicon = speaker_lexicon()
    assert same_person(one.split(), other.split(), lexicon) is same
    assert same_person(other.split(), one.split(), lexicon) is same


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joe and Beth Harper own the mill. Joe said the wheel turned.", ["Joe Harper"]),
        ("Anna and Peter van Dam came. Anna said it was late.", ["Anna van Dam"]),
        ("Prince Harry came. Harry and Megan Stone left. Harry said it was late.", ["Harry"]),
        ("Tom and Ann Bell met. Tom Reed ran. Tom said it was late.", ["Tom Reed"]),
        ("Stone and Ann Bell met. Stone said it was late.", ["Stone"]),
    ],
)
def test_couples(parse_text: Parse, text: str, expected: list[str]) -> None:
    assert names(parse_text, text) == expected
