"""Where people are who were taken in, and whose doing is no place."""

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
            "Pakistan is home to over 3 million refugees and fears a war in Afghanistan.",
            "3 million",
            ["PAK"],
        ),
        (
            "Afghans who fled Kabul came to the UK. Some 40 families were resettled by councils.",
            "40",
            ["GBR"],
        ),
        ("Tajikistan called out 100,000 soldiers as the Taliban advanced.", "100,000", ["TJK"]),
    ],
)
def test_who_is_taken_in_is_with_who_takes_them_in(
    text: str, number: str, expected: list[str]
) -> None:
    assert places(text, number) == expected


def test_the_district_of_a_village_leads_where_the_village_does() -> None:
    text = (
        "Some 77 herders from Afghanistan's Wakhan Corridor, including 26 men, 20 women and 31 "
        "children, crossed the border into the Kizil-Rabat jamoat of Gorno-Badakhshan in "
        "Tajikistan."
    )
    for number in ("77", "26", "20", "31"):
        assert places(text, number) == ["TJ-GB"]


def test_who_backs_a_side_is_not_where_it_fights() -> None:
    text = "At least 65 members of the Iran-backed militia were killed in Marib."
    assert places(text, "65") == ["YEM"]


def test_there_is_the_nearest_ground_abroad_too() -> None:
    text = (
        "The drills opened at Termez in Uzbekistan. A far larger force is going to Tajikistan. "
        "Moscow put its contingent there at 1,800 soldiers."
    )
    assert places(text, "1,800") == ["TJK"]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban, a movement outlawed in Russia, claim to control 85% of the country.",
        "In Moscow a Taliban delegation said that the group holds 85% of the country.",
    ],
)
def test_the_country_is_that_of_the_group_that_fights_for_it(text: str) -> None:
    assert places(text, "85%") == ["AFG"]


def test_where_people_belong_is_not_where_what_they_brought_is() -> None:
    text = (
        "Some 77 herders crossed the border into Gorno-Badakhshan. "
        "All of them live in a village in Wakhan district of Afghanistan's Badakhshan province. "
        "The statement notes that they drove 300 yaks before them."
    )
    assert places(text, "300") == ["TJ-GB"]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (
            "Kabul has fallen. Uzbekistan says 46 Afghan aircraft landed in the country.",
            "46",
            "UZB",
        ),
        (
            "Iran readied camps in three provinces bordering Afghanistan for refugees.",
            "three",
            "IRN",
        ),
    ],
)
def test_a_neighbour_tells_of_its_own_ground(text: str, number: str, expected: str) -> None:
    assert places(text, number) == [expected]


LOCAL = (
    "Afghan refugees are coming to Kent. A hotel in the borough will be their first stop, the UK "
    "government says. Churches and charities collect toys.\n"
    "Volunteers sort donations in two halls. The UK promised councils that it would pay. "
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("More than 90 women and children are to have rooms there.", "90"),
        ("A message to residents was shared hundreds of times.", "hundreds"),
        ("The borough has flats for up to 25 families fleeing Afghanistan.", "25"),
    ],
)
def test_a_local_report_on_newcomers_is_set_where_it_is_from(text: str, number: str) -> None:
    assert places(LOCAL + text, number) == ["GBR"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thousands were killed in Afghanistan in those weeks.", "Thousands"),
        ("Some 300 of their relatives were killed in Kandahar.", "300"),
        ("More than 500,000 are internally displaced.", "500,000"),
    ],
)
def test_a_local_report_tells_of_the_war_as_well(text: str, number: str) -> None:
    assert places(LOCAL + text, number)[0][:2] == "AF"


def test_a_report_on_a_war_is_no_local_report() -> None:
    text = (
        "A hotel in Kabul was hit. The mayor asked residents to donate blood, and volunteers came. "
        "The UK condemned the attack on the community. Hundreds of people waited at a clinic."
    )
    assert places(text, "Hundreds") != ["GBR"]
