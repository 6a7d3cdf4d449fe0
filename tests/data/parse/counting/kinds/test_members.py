"""Members of a service: who is counted by the service they belong to."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Some 46 members of the Afghan National Army crossed into Pakistan.", "personnel", 46),
        ("Three men from the Afghan security forces fled to Uzbekistan.", "personnel", 3),
        ("Five men of the Afghan border police fled to Uzbekistan.", "personnel", 5),
        ("Four people from the police fled to Iran.", "personnel", 4),
        ("Twelve members of the security services fled to Iran.", "personnel", 12),
        ("Three men from army families fled to Iran.", "displaced", 3),
        ("Three men from a village nearby fled to Iran.", "displaced", 3),
        ("Ten members of the National Assembly fled to Iran.", "displaced", 10),
        # the number of a formation counts nothing, and parts nobody from what befell them
        ("About 40 soldiers of the 5th border battalion fled to Iran.", "personnel", 40),
        ("Nine soldiers of the 3rd brigade of the 207th Corps were killed.", "casualties", 9),
    ],
)
def test_kind_of_members(text: str, kind: str, value: float) -> None:
    (fact,) = extract(Article(article_id="x", text=text, title=""))
    assert (fact.kind, fact.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the rest of those told of share their fate
        (
            "Gunmen killed 47 people. The others were 14 gendarmes and three volunteers.",
            {"47": "casualties", "14": "casualties", "three": "casualties"},
        ),
        ("The ministry put the attackers' losses at 58.", {"58": "casualties"}),
        # those of somebody killed with them are no people told of before
        ("Men killed a fisherman and his two sons.", {"two": "casualties"}),
        ("A shell killed a woman and her three children in Kunduz.", {"three": "casualties"}),
        # whose country it is, who goes home and what crosses
        ("There are some 2,000 Kyrgyz herders in Badakhshan.", {"2,000": "other_count"}),
        ("Some 2,000 Danish nationals are in Kabul.", {"2,000": "evacuated"}),
        ("The plane brought 60 home from Kabul.", {"60": "evacuated"}),
        (
            "Some 180 tankers are parked in Iran. Before that 60 to 70 crossed every day.",
            {"180": "equipment", "60 to 70": "equipment"},
        ),
        (
            "More than 21,000 left, according to an official: 12,700 on 37 flights.",
            {"21,000": "evacuated", "12,700": "evacuated", "37": "other_count"},
        ),
        ("Nearly 340 prisoners ran away from the prison.", {"340": "other_count"}),
        ("Botswana has contributed 296 men to the force.", {"296": "personnel"}),
        ("In January two other camps were destroyed.", {"two": "other_count"}),
        # prices, pages and years
        ("A sack costs SYP 5,000.", {"5,000": "money"}),
        ("The dollar fetched 27 manats.", {"27": "money"}),
        (
            "A seat cost 500 afghanis last month and is now sold for 2,000.",
            {"500": "money", "2,000": "money"},
        ),
        ("PHOTO 2 OF 5. Seven people died there.", {"Seven": "casualties"}),
        ("In 2017 soldiers killed 40 rebels.", {"40": "casualties"}),
    ],
)
def test_kind_told_by_the_words_around(text: str, told: dict[str, str]) -> None:
    article = Article(article_id="x", text=text, title="")
    facts = {text[fact.start : fact.end].split(" afghanis")[0]: fact for fact in extract(article)}
    kinds = {words.removesuffix(" manats"): fact.kind for words, fact in facts.items()}
    assert {words.removeprefix("SYP "): kind for words, kind in kinds.items()} == told


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # whom others are told of behind the dead
        ("The raid left 25 dead, and nine were arrested.", ["casualties", "other_count"]),
        ("The shelling killed 12 people and 300 families left.", ["casualties", "displaced"]),
        (
            "Medics put the dead at 25 and said nine had been taken captive.",
            ["casualties", "other_count"],
        ),
        # a force told in an insertion
        ("The unit, some 2,000 men from 10 states, left.", ["personnel", "other_count"]),
    ],
)
def test_kinds_side_by_side(text: str, kinds: list[str]) -> None:
    facts = extract(Article(article_id="x", text=text, title=""))
    assert [fact.kind for fact in facts] == kinds
