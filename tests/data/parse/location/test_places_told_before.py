"""Where a number was that the sentences before place: the same number, its parts, its base."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract


def places(text: str, words: str) -> list[str]:
    """Places of the last fact whose number is written so."""
    facts = extract(Article(article_id="a", text=text, title=""))
    return list([fact for fact in facts if text[fact.start : fact.end] == words][-1].places)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # who those counted before are
        (
            (
                "Norway flew 620 people from Kabul to Oslo.\n"
                "Those evacuated included interpreters, their families and 90 Norwegians."
            ),
            "90",
            ["NOR"],
        ),
        (
            (
                "A C-17 brought 210 people from Kabul to Oslo. There were 40 Danes and 30 Afghans "
                "on board."
            ),
            "30",
            ["NOR"],
        ),
        # what stands beside another number of the sentence
        (
            (
                "The Taliban seized more ground near Kabul. Norway would take 300 refugees this "
                "year, and 900 in the years to come."
            ),
            "900",
            ["NOR"],
        ),
        (
            "Denmark helped out. Norway ran five flights out of Kabul with nearly 300 passengers.",
            "300",
            ["AF-KAB"],
        ),
        # the same number again
        (
            (
                "Biden asked Congress for $3 billion in July. Fighting went on in Kunduz. The $3 "
                "billion would pay for homes."
            ),
            "$3 billion",
            ["USA"],
        ),
        # grounds by what they were called
        (
            (
                "Many were taken to Qatar or Kuwait. The first planes reached Ramstein Air Base, "
                "where crowds gathered. The general said the base could hold 4,000 evacuees."
            ),
            "4,000",
            ["DEU"],
        ),
        (
            (
                "Afghanistan fell within days. Our troops brought many to safety in the UK. Two "
                "soldiers died at the gates of the airport."
            ),
            "Two",
            ["AF-KAB"],
        ),
    ],
)
def test_what_was_told_before_places_a_number(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a war of the whole world
        ("The war on terror after the war in Afghanistan cost $7 trillion.", "$7 trillion", []),
        (
            "The global war on terror began in 2001. The study says the war killed 900,000 people.",
            "900,000",
            [],
        ),
        (
            "Bagram saw 90,000 soldiers come to Afghanistan in the war on terror.",
            "90,000",
            ["AFG"],
        ),
        # countries that are counted
        ("The United States said the war goes on in over 80 countries.", "80", []),
        # what only compares
        ("The Afghan army has 200,000 men, as good as any army in the world.", "200,000", ["AFG"]),
        # flown anywhere
        ("Some 9,000 people were flown from Kabul to bases around the world.", "9,000", ["AF-KAB"]),
        ("The Pentagon sent six bombers to the region.", "six", []),
    ],
)
def test_what_lies_in_no_country(text: str, words: str, expected: list[str]) -> None:
    assert places(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # what was there a day before is no place of it
        ("A day after 40 guards died in Herat, 12 policemen were killed.", "12", ["AFG"]),
        ("The rebels took 5 towns of Takhar, a day after 40 died in Herat.", "5", ["AF-TAK"]),
        ("Some 12 guards fell two days after 40 policemen died in Herat.", "12", ["AFG"]),
        ("Some 12 guards fell two days after 40 policemen died in Herat.", "40", ["AF-HER"]),
        ("After 40 guards died in Herat, 12 policemen gave up.", "12", ["AF-HER"]),
        # what somebody says happened there, and is not where they speak
        ("Officials said a blast in Kabul killed 10 people.", "10", ["AF-KAB"]),
        ("The UN said Friday a raid in Kabul, Afghanistan, killed 10 people.", "10", ["AF-KAB"]),
        ("Some 300 came, said an official in Kabul.", "300", ["AFG"]),
        # a ministry's toll of a day is that of the country
        (
            "Takhar saw clashes. The Ministry of Defence said 40 fighters died in the past day.",
            "40",
            ["AFG"],
        ),
        (
            "Takhar saw clashes. The ministry said 40 died in the city in the past 24 hours.",
            "40",
            ["AF-TAK"],
        ),
        ("Takhar saw clashes. Officials said 40 died in the past 24 hours.", "40", ["AF-TAK"]),
    ],
)
def test_where_it_was_is_told_apart_from_what_else_is_named(
    text: str, words: str, expected: list[str]
) -> None:
    assert places(text, words) == expected
