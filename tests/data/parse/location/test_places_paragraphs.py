"""What a new paragraph takes over from the place told of before it, and what it does not."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

FALLEN = "The Taliban captured Spin Boldak on Wednesday."
TALKS = "Negotiators from the Afghan government and the Taliban held talks in Doha."


def last_places(text: str) -> list[str]:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 8, 15))
    return list(extract(article)[-1].places)


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        # what sums up months is of the whole country
        (
            FALLEN,
            "The United Nations said 1,659 civilians were killed in the first half of the year.",
            ["AFG"],
        ),
        (FALLEN, "More than 1,000 civilians were killed in the first half of the year.", ["AFG"]),
        (FALLEN, "Since May, 1,000 civilians were killed.", ["AFG"]),
        (FALLEN, "The war has killed 47,000 civilians.", ["AFG"]),
        (FALLEN, "Fighting has displaced 270,000 people this year, the UN says.", ["AFG"]),
        (FALLEN, "UNAMA recorded 1,659 deaths in the first six months of the year.", ["AFG"]),
        # what happened within days, or is told of somebody local, goes on with the place
        (FALLEN, "Four people were killed and 13 were wounded, a witness said.", ["AF-KAN"]),
        (FALLEN, "The UN said 27 children were killed in three days.", ["AF-KAN"]),
        (FALLEN, "Doctors at a hospital have treated 482 wounded since May 3.", ["AF-KAN"]),
        # where people met nobody fights
        (TALKS, "Attackers fired 3 rockets near the presidential palace.", ["AFG"]),
        (TALKS, "At least 12 soldiers were killed by a bomb.", ["AFG"]),
        ("Taliban envoys met in Moscow.", "About 12 soldiers were wounded on Monday.", ["AFG"]),
        ("The envoys met in Moscow.", "The delegation had 12 members.", ["RUS"]),
    ],
)
def test_a_new_paragraph(first: str, then: str, expected: list[str]) -> None:
    assert last_places(f"{first}\n\n{then}") == expected


def test_whoever_counts_for_a_country_does_so_in_the_same_paragraph() -> None:
    said = "The United Nations said 1,659 civilians were killed in the first half of the year."
    assert last_places(f"{FALLEN} {said}") == ["AFG"]
    assert last_places(f"{FALLEN} Some 1,659 civilians were killed this year.") == ["AF-KAN"]


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        # what a state has in the country is not where something else happened
        (FALLEN, "Some 650 U.S. troops are to stay to guard the embassy.", ["AFG"]),
        (FALLEN, "NATO still has 10,000 troops.", ["AFG"]),
        (FALLEN, "About 3,000 American soldiers were sent to help.", ["AFG"]),
        # where the place was told for its troops, or is spoken of, they are there
        ("U.S. planes bombed Spin Boldak.", "Some 40 U.S. soldiers guard a base.", ["AF-KAN"]),
        (FALLEN, "Italy once had 800 soldiers there.", ["AF-KAN"]),
        # whoever sends troops sends them to the embassies
        ("Gunmen closed in on Kabul.", "Britain is sending about 600 soldiers.", ["AF-KAB"]),
        (FALLEN, "Some 400 soldiers fled.", ["AF-KAN"]),
    ],
)
def test_a_force_that_the_place_was_not_told_for(
    first: str, then: str, expected: list[str]
) -> None:
    assert last_places(f"{first} {then}") == expected


def test_a_report_from_a_province_goes_on_with_it() -> None:
    opening = "KANDAHAR, Afghanistan (Agency) - Fighting went on in Kandahar city on Monday."
    families = "In the past month 22,000 families have fled their homes, officials said."
    assert last_places(f"{opening}\n\n{families}") == ["AF-KAN"]
    said = "The United Nations said 1,659 civilians were killed in the first half of the year."
    assert last_places(f"{opening}\n\n{said}") == ["AFG"]
    from_capital = opening.replace("KANDAHAR", "KABUL")
    assert last_places(f"{from_capital}\n\n{families}") == ["AFG"]


def test_who_has_others_among_them_is_no_part_of_the_number_before() -> None:
    text = (
        "The crossing at Torkham lost $33 million over the past month. Nine people, among them a "
        "driver, were killed in Kunduz."
    )
    assert last_places(text) == ["AF-KDZ"]
