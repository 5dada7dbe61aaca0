"""English is told from other languages by its function words."""

import pytest

from tuireader.analysis.english import looks_english

ENGLISH = """The council will spend more on buses over the next three years, its leader said on
Monday. Work on the new lanes could start before the summer. What it will cost is not yet known,
but she has said that it should not be more than two million. Residents may see some delays."""

FOREIGN = {
    "German": """Die Regierung will in den kommenden Jahren mehr Geld für den Ausbau der Bahn
    ausgeben. Was das kostet, war am Abend noch offen; man rechne mit bis zu drei Milliarden Euro.
    Die Opposition nannte den Plan zu spät und zu klein, so kurz vor der Wahl im Herbst.""",
    "Dutch": """De regering wil in de komende jaren meer geld in het spoor steken. Wat het kost is
    nog niet bekend, maar het gaat om meer dan twee miljard euro, of het nu in een keer is of over
    tien jaar. De oppositie had meer verwacht van het plan en was niet blij.""",
    "Norwegian": """Regjeringen vil bruke mer penger på jernbanen i de neste årene. Hva det koster
    er ikke klart, men han sa at det er snakk om over to milliarder. Opposisjonen sa at planen var
    for liten og for sen, og at de hadde ventet mer av en minister som han.""",
    "French": """Le gouvernement veut dépenser plus pour le rail dans les années à venir. On ne sait
    pas encore combien cela va coûter, mais il est question de plus de deux milliards d'euros.
    L'opposition a jugé le plan trop tardif et trop petit pour le pays.""",
    "Hungarian": """A kormány a következő években többet akar költeni a vasútra. Hogy mennyibe
    kerül, azt még nem tudni, de a tervek szerint több mint kétmilliárd. Az ellenzék szerint a terv
    kicsi és késő, és a kormány a választás előtt ígérget, hogy a nép szavazatát kapja.""",
    "Russian": "Правительство намерено потратить больше денег на железные дороги, сказал министр.",
    "Chinese": "政府計劃在未來三年增加鐵路開支。部長星期一表示，工程將於夏季前展開，費用未定。",
}


def test_english_prose() -> None:
    assert looks_english([ENGLISH])


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language(language: str) -> None:
    assert not looks_english([FOREIGN[language]])


@pytest.mark.parametrize(
    "text",
    ["", "17 %", "Kyoto, Oslo, Lima", "Bürgermeister eröffnet Brücke", "$12.50 – $14"],
    ids=["empty", "a figure", "names", "a headline", "prices"],
)
def test_too_short_to_tell_counts_as_english(text: str) -> None:
    assert looks_english([text])


def test_a_foreign_quotation_leaves_an_article_english() -> None:
    assert looks_english([ENGLISH, FOREIGN["French"], ENGLISH])


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Montag, dass 300 Menschen betroffen seien und nicht 200.",
        "Le ministre a dit lundi que 300 personnes sont touchées dans la région.",
        "El ministro dijo que las obras no empezarán hasta mayo, según una fuente.",
        "De minister zei maandag dat het plan niet doorgaat.",
    ],
    ids=["German", "French", "Spanish", "Dutch"],
)
def test_a_short_text_in_another_language(text: str) -> None:
    assert not looks_english([text])


@pytest.mark.parametrize(
    "text",
    [
        "Ursula von der Leyen meets Lula da Silva in Los Angeles",
        "“Que sera, sera,” the mayor of El Paso said of the vote.",
        "Iran detains crew of Greek tanker",
    ],
    ids=["particles of names", "foreign words in a sentence", "a headline"],
)
def test_a_short_english_text_with_foreign_names(text: str) -> None:
    assert looks_english([text])
