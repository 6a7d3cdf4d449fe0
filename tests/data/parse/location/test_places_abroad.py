"""Where facts happened that name several countries: whose ground it is, and whose it is not."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract

PUBLISHED = dt.date(2021, 8, 25)


def places(text: str, number: str) -> tuple[str, ...]:
    article = Article(article_id="abroad", text=text, title="", published=PUBLISHED)
    found = [fact for fact in extract(article) if fact.has_number]
    return next(tuple(f.places) for f in found if text[f.start : f.end] == number)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("In Kabul there were 67 cooks on the Netherlands' evacuation list.", "67", ("AF-KAB",)),
        ("Over 200 Indians awaited evacuation from India's Kabul mission.", "200", ("AF-KAB",)),
        ("Its neighbour Greece built a 40 km fence to keep them in Turkey.", "40 km", ("GRC",)),
        (
            "Turkey completed 63 km of a wall on the Iranian border, in Van.",
            "63 km",
            ("IRN-TUR",),
        ),
        (
            "Russia will send its base in Tajikistan 17 tanks, amid fighting in Afghanistan.",
            "17",
            ("TJK",),
        ),
        (
            "In Tashkent, Uzbekistan, a plane carrying 181 people landed on Friday.",
            "181",
            ("UZB",),
        ),
        (
            "Kabul/Frankfurt (agency) – The army has flown 1,640 people out of Afghanistan.",
            "1,640",
            ("AFG",),
        ),
        (
            "Turkish police detained 300 Afghans and deported them by plane.",
            "300",
            ("TUR",),
        ),
        (
            "Since the pullout of U.S. and other NATO forces, 23 areas have fallen to the Taliban.",
            "23",
            ("AFG",),
        ),
    ],
)
def test_ground_of_several_countries(text: str, number: str, expected: tuple[str, ...]) -> None:
    assert places(text, number) == expected


def test_region_of_two_provinces_is_neither_without_a_word_more() -> None:
    text = "Tajikistan sheltered 300 refugees in Afghanistan's north, in the Murghab region."
    assert "AF-BDG" not in places(text, "300")


def test_what_is_told_beside_all_afghans_is_the_whole_country_s() -> None:
    text = (
        "Clinics in Lashkar Gah treated 482 patients. "
        "One in three Afghans, some 14 million people, go hungry."
    )
    assert places(text, "14 million") == ("AFG",)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Chile would take in 80 Afghans who had been rescued by Spain.", "80", ("CHL",)),
        (
            "Norway sent 900 men to Kunduz over the years for the U.S.- and UK-led war.",
            "900",
            ("AF-KDZ",),
        ),
        (
            "Since the withdrawal of the United States 40 districts fell to the Taliban.",
            "40",
            ("AFG",),
        ),
        (
            "In Italy a base is full. Some 6,000 have evacuated Kabul since Sunday.",
            "6,000",
            ("AF-KAB",),
        ),
        (
            "A London-based monitor says that an Iran-affiliated group killed 12 in Hama.",
            "12",
            ("SYR",),
        ),
        (
            "Pakistan spoke. Nine Iraqi policemen were killed in the country's north.",
            "Nine",
            ("IRQ",),
        ),
        (
            "In Ghazni a wall fell, Pakistani media say. About 30 families fled their homes.",
            "30",
            ("AF-GHA",),
        ),
        ("Shells hit two villages of the Jabal al-Zawiya and wounded 15.", "15", ("SYR",)),
        ("In Ituango 4,000 peasants left their farms.", "4,000", ("COL",)),
    ],
)
def test_what_only_describes_somebody_is_no_place(
    text: str, number: str, expected: tuple[str, ...]
) -> None:
    assert places(text, number) == expected
