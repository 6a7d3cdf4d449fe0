"""Where those who move are placed, and what is no ground of a number at all."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def places(text: str, number: str) -> list[str]:
    """Places of the fact whose number starts where a number stands in a text."""
    article = Article(article_id="x", text=text, title="", published=None)
    at = text.index(number)
    return next(list(fact.places) for fact in extract(article) if fact.start == at)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Some 900 refugees from Takhar, who were made to flee into Tajikistan, wait in tents.",
            "900",
            ["TJK"],
        ),
        (
            "Kabul had fallen. About 60 people flown out of Kabul arrived in Tashkent on Sunday.",
            "60",
            ["UZB"],
        ),
        ("India brought back 87 people from Kabul on Sunday.", "87", ["IND"]),
        (
            "Some 40 Afghan soldiers were flown home on two flights from Kulob in Tajikistan.",
            "40",
            ["AFG"],
        ),
        (
            "Tajik border guards said 70 Afghan soldiers fled Badakhshan and crossed the border.",
            "70",
            ["TJK"],
        ),
        (
            "Kabul fell in August. Albania received the first 121 Afghan evacuees on Friday.",
            "121",
            ["ALB"],
        ),
        (
            "Forty-six Afghan soldiers were granted refuge by the Pakistan army on Sunday.",
            "Forty-six",
            ["PAK"],
        ),
        (
            "President Rahmon of Tajikistan ordered 20,000 reservists to the Afghan frontier.",
            "20,000",
            ["AFG-TJK"],
        ),
    ],
)
def test_who_moves_is_where_they_end_up(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Some 24 citizens of Kyrgyzstan were evacuated from Afghanistan.", "24", ["AFG"]),
        (
            "In Kunduz 30 soldiers surrendered to the Taliban (banned in Russia).",
            "30",
            ["AF-KDZ"],
        ),
        ("In Ghazni 25 people died, officials in Moscow said.", "25", ["AF-GHA"]),
        (
            "Taliban rule Afghanistan. Neighbouring countries already host 2.2 million refugees.",
            "2.2 million",
            [],
        ),
    ],
)
def test_what_is_no_ground(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("At least 12 people died in Afghanistan's northern Kunduz province.", "12", ["AF-KDZ"]),
        ("A blast in the Afghan capital killed 13 people.", "13", ["AF-KAB"]),
        ("All 2,500 troops at Bagram, north of Kabul, left at night.", "2,500", ["AF-PAR"]),
        (
            "Some 35,400 Afghans have arrived in Iran, Pakistan and Tajikistan.",
            "35,400",
            ["IRN", "PAK", "TJK"],
        ),
        (
            "The Taliban entered Herat on Thursday. They wounded 18 policemen.",
            "18",
            ["AF-HER"],
        ),
        (
            "Six flights left Kabul with 400 people, including 29 children.",
            "29",
            ["AF-KAB"],
        ),
    ],
)
def test_a_ground_is_as_exact_as_the_text(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "About 700 people wait at the gate in Zaranj, hoping to get into Iran.",
            "700",
            ["AF-NIM"],
        ),
        ("Thousands of Afghans are leaving the country each week for Iran.", "Thousands", ["IRN"]),
        ("Some 3,000 people fled their homes in Kunduz and sleep in schools.", "3,000", ["AF-KDZ"]),
        (
            "The army flew 60 Danes to Islamabad, and they were brought back to Copenhagen.",
            "60",
            ["DNK"],
        ),
        (
            "Crews used an airfield in Tashkent to move 800 people out of Afghanistan.",
            "800",
            ["AFG"],
        ),
        (
            "About 40 Indians and 6 Nepalese were flown back from Dushanbe on Monday.",
            "6",
            ["IND"],
        ),
        ("Kabul airport is shut. Canada said it would take 9,000 refugees.", "9,000", ["CAN"]),
    ],
)
def test_goals_and_starts_are_told_apart(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "At least 31 people died in Afghanistan's three provinces: Zabul, Ghazni and Logar.",
            "31",
            ["AF-ZAB", "AF-GHA", "AF-LOG"],
        ),
        (
            "They give 50 million euros to Afghanistan's neighbours - namely Iran and Tajikistan.",
            "50 million",
            ["IRN", "TJK"],
        ),
        (
            "Posts fell in Takhar, Farah and Herat.\n\nSince May, 4,100 soldiers were killed.",
            "4,100",
            ["AFG"],
        ),
        ("A blast near the entrance to Kabul airport killed 13 soldiers.", "13", ["AF-KAB"]),
        (
            "Afghanistan is at war. Iran shut a road. The Taliban hold two thirds of the country.",
            "two thirds",
            ["AFG"],
        ),
        (
            "The Danish army left Islamabad to fly 52 Afghan evacuees to the country.",
            "52",
            ["DNK"],
        ),
    ],
)
def test_lists_are_as_wide_as_what_they_tell_of(
    text: str, number: str, expected: list[str]
) -> None:
    assert places(text, number) == expected


@pytest.mark.parametrize(
    ("text", "kind", "way"),
    [
        ("Over 900 people left Kunduz province for Takhar.", "displaced", ("AF-KDZ", "AF-TAK")),
        (
            "Over 900 families left Kandahar for Quetta.",
            "displaced",
            ("AFG/kandahar", "PAK/quetta"),
        ),
        ("Over 900 people left the town for Iran.", "displaced", (None, "IRN")),
        ("Over 900 families left Kabul for Jalalabad.", "displaced", ("AF-KAB", "AFG/jalalabad")),
        ("Over 900 families came to Kabul from Panjshir.", "displaced", ("AF-PAN", "AF-KAB")),
        ("Over 900 people left Kunduz for good.", "displaced", ("AFG/kunduz", None)),
        ("Over 900 people left Kabul for Doha on a plane.", "evacuated", ("AFG", "QAT")),
        (
            "Evacuation flights leave Kabul airport. Over 900 people left Kunduz city.",
            "displaced",
            ("AFG/kunduz", None),
        ),
    ],
)
def test_a_way_for_somewhere_has_both_its_ends(
    text: str, kind: str, way: tuple[str | None, str | None]
) -> None:
    article = Article(article_id="x", text=text, title="", published=None)
    (fact,) = [fact for fact in extract(article) if fact.value == 900]
    assert (fact.kind, (fact.origin, fact.destination)) == (kind, way)
