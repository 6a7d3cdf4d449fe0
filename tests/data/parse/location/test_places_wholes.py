"""Which ground a number has that is told of with others: lists, totals, and who speaks."""

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
        # lists and totals
        (
            "Some 60 fighters were killed in southern Uruzgan and western Farah provinces.",
            "60",
            ["AF-URU", "AF-FRA"],
        ),
        (
            "The Taliban took 9 districts in a day: five districts in Takhar, four in Faryab.",
            "9",
            ["AFG"],
        ),
        ("Ghor is one of seven provinces about to fall to the Taliban.", "seven", ["AFG"]),
        (
            (
                "The Taliban hold six of the customs posts on Afghanistan's borders with Iran, "
                "Pakistan and Turkmenistan."
            ),
            "six",
            ["AFG"],
        ),
        (
            "In Samangan 19 rebels died while 13 were killed and eight wounded in Takhar.",
            "13",
            ["AF-TAK"],
        ),
        # what is closer than the country, and what is not
        (
            "They captured more than 50 of the country's soldiers in the province of Logar.",
            "50",
            ["AF-LOG"],
        ),
        (
            (
                "Fighting went on in Badghis.\n\nThe Afghan Defense Ministry said 90 Taliban "
                "fighters were killed."
            ),
            "90",
            ["AFG"],
        ),
        # who guards a border, and where those went who crossed it
        (
            "Tajikistan's border guard said 80 Afghan soldiers made it across the border.",
            "80",
            ["TJK"],
        ),
        (
            (
                "Tajikistan's border service said 17 Afghan soldiers fled into the country after a "
                "post in Balkh was attacked."
            ),
            "17",
            ["TJK"],
        ),
        # sentences that only add to the number before
        (
            (
                "Tajikistan said 80 Afghan soldiers fled across the border. It was the third such "
                "flight this month."
            ),
            "third",
            ["TJK"],
        ),
        (
            (
                "An aircraft of the Indian Air Force brought back 140 people from Kabul. There "
                "were 90 Indians and 30 Afghan Sikhs on board."
            ),
            "30",
            ["IND"],
        ),
        (
            (
                "Some 40 Afghan soldiers, including six officers, who had crossed at Chitral in "
                "Pakistan were handed back on Monday."
            ),
            "40",
            ["AFG"],
        ),
        # a list of figures before the text that says where
        (
            "Weekly report\nPeople killed: 120\nFighting went on in Cabo Delgado in Mozambique.",
            "120",
            ["MOZ"],
        ),
        ("Kabul fell. At CENTCOM, more than 7,000 evacuees wait.", "7,000", []),
    ],
)
def test_place_of_a_number_told_of_with_others(text: str, number: str, expected: list[str]) -> None:
    assert places(text, number) == expected
