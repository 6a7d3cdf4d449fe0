"""What numbers count in phrasings of reports: scales, asides, lists, passengers, names."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.fact import Fact
from data.parse import extract

PUBLISHED = dt.date(2021, 8, 25)


def numbers(text: str) -> list[Fact]:
    article = Article(article_id="phrasing", text=text, title="", published=PUBLISHED)
    return [fact for fact in extract(article) if fact.has_number]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("It will send up to six thousands soldiers.", "six thousands", None, 6000),
        ("They flew out exactly 37-hundred evacuees.", "37-hundred", 3700, 3700),
        ("The state froze $9B of its reserves.", "$9B", 9e9, 9e9),
        ("It helped in exchange for billions in aid.", "billions", 1e9, None),
        ("The customs brought in 1.5 billion Afs.", "1.5 billion Afs", 1.5e9, 1.5e9),
        ("The Taliban control from 70% to over 80% of the territory.", "70% to over 80%", 70, None),
        ("They hold between 70% and over 80% of the territory.", "70% and over 80%", 70, None),
        ("The flag flies over 19 district headquarters.", "19", 19, 19),
    ],
)
def test_amount(text: str, words: str, low: float | None, high: float | None) -> None:
    (fact,) = numbers(text)
    assert (text[fact.start : fact.end], fact.low, fact.high) == (words, low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names and sources
        ("It was called the '2021 Taliban Offensive'.", []),
        ("The Midyear Update 2021 documents 5,183 deaths.", [("5,183", "casualties")]),
        ("Two witnesses who stood near the gate of the base said they heard it.", []),
        # one number is told of by another, by its place or by who is aboard
        (
            "He told of about 1,500 and 1,200 new lamps.",
            [("1,500", "other_count"), ("1,200", "other_count")],
        ),
        ("Some 400,000 in Tigray have fallen into famine.", [("400,000", "other_count")]),
        ("A few planes took off with hundreds aboard.", [("hundreds", "evacuated")]),
        ("Flights out of Kabul bring 470 to safety.", [("470", "evacuated")]),
        ("Bandits Kill Policeman, Three Others", [("Three", "casualties")]),
        ("Thousands attempt to flee the country.", [("Thousands", "displaced")]),
        ("Posts fell to the fleeing soldiers, dozens of whom drowned.", [("dozens", "casualties")]),
        # what a statement says happened is not what was done with the statement
        ("It sent a letter saying 40 men had been killed.", [("40", "casualties")]),
        ("He deployed a spokesman to say that 40 men fled.", [("40", "displaced")]),
        ("They gave assurances that 40 soldiers were safe.", [("40", "personnel")]),
        ("The army's losses stood at three soldiers.", [("three", "casualties")]),
        ("Losses on the Afghan side were 14 soldiers.", [("14", "casualties")]),
        ("The losses brought 300 soldiers to the town.", [("300", "personnel")]),
        (
            "Iran hosts 900 Afghans while others bear 4 percent of the cost.",
            [("900", "displaced"), ("4 percent", "other_count")],
        ),
        # a nationality and the noun of the next number
        (
            "It trained with 1,500 Uzbek and 1,000 Tajik troops.",
            [("1,500", "personnel"), ("1,000", "personnel")],
        ),
        (
            "The base has 5 Russian, 12 Tajik and 3 Uzbek helicopters.",
            [("5", "equipment"), ("12", "equipment"), ("3", "equipment")],
        ),
        (
            "They hold six of the nine gates to Kabul airport.",
            [("six", "other_count"), ("nine", "other_count")],
        ),
        # a part of a length
        (
            "The Taliban hold 1,100 of the 1,357 kilometres of the Tajik border.",
            [("1,100", "border_length"), ("1,357 kilometres", "border_length")],
        ),
        ("Only 12 soldiers, not 40, had died.", [("12", "casualties")]),
        # two clauses of a headline
        (
            "Army kills 40 in Takhar, 20 fighters surrender",
            [("40", "casualties"), ("20", "personnel")],
        ),
        ("US flies out 900, 7 people die in crush", [("900", "evacuated"), ("7", "casualties")]),
        ("Blast kills 13 troops, 170 civilians", [("13", "casualties"), ("170", "casualties")]),
        # of those with whom others are compared the verb behind does not tell
        (
            "Some 1,000 people, up from 400 on Monday, crossed into Tajikistan.",
            [("1,000", "displaced"), ("400", "displaced")],
        ),
        ("The 13 guards who died were flown home.", [("13", "casualties")]),
        ("The 13 guards who killed them were flown home.", [("13", "personnel")]),
        # what is listed, described or counted up
        ("Then 61 charter, commercial, and other military flights left.", [("61", "other_count")]),
        ("They say the two border posts between X and Herat are open.", [("two", "crossings")]),
        ("They say the two border posts are open.", []),
        ("It is the third mass kidnapping in three weeks.", [("third", "other_count")]),
        ("The drought is the second severe drought in three years.", [("second", "other_count")]),
        (
            "In eight medical centres 40 nurses work.",
            [("eight", "other_count"), ("40", "personnel")],
        ),
        (
            "The rebels hold eight centres and six areas.",
            [("eight", "districts"), ("six", "districts")],
        ),
        # what is told of them
        ("The forces peaked: the troops exceeded 100,000.", [("100,000", "personnel")]),
        ("The ministry put the Taliban dead at 200.", [("200", "casualties")]),
        ("The toll, by its own count, stands at 40.", [("40", "casualties")]),
        (
            "Some 20 students along with three teachers were kidnapped.",
            [("20", "other_count"), ("three", "other_count")],
        ),
        ("The clinic carried out 2,000 operations.", [("2,000", "other_count")]),
        ("The rebels took 12 policemen captive.", [("12", "personnel")]),
        ("Half of all children under five face hunger.", [("Half", "other_count")]),
        ("Six soldiers were slain in the raid.", [("Six", "casualties")]),
        (
            "It saw 482 patients, a quarter of whom were under 18.",
            [("482", "other_count"), ("a quarter", "other_count")],
        ),
        (
            "Some 180 Danes stranded in Herat came home; nine bodies were handed over.",
            [("180", "evacuated"), ("nine", "casualties")],
        ),
        (
            "The raid killed 30. In all 5,000 people left, 54 nuns among them.",
            [("30", "casualties"), ("5,000", "displaced"), ("54", "displaced")],
        ),
        (
            "Eight people died and 19 sustained wounds.",
            [("Eight", "casualties"), ("19", "casualties")],
        ),
    ],
)
def test_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[fact.start : fact.end], fact.kind) for fact in numbers(text)] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Taliban fighters number 75,000, the Afghan army 180,000 and the police 150,000.",
            ["Taliban fighters", "Afghan army", "police"],
        ),
        ("The Taliban number 75,000 and the army 180,000.", ["Taliban", "army"]),
    ],
)
def test_those_whose_number_is_told_are_each_called_by_their_name(
    text: str, who: list[str]
) -> None:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 8, 15))
    assert [fact.who for fact in extract(article)] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bridge was hit on Friday and dozens fled.", [None]),
        ("Some 80 died in the raid, and 40 wounded were brought to Kunduz.", [None, "wounded"]),
    ],
)
def test_nobody_is_called_by_a_verb_of_their_own(text: str, who: list[str | None]) -> None:
    article = Article(article_id="x", text=text, title="", published=dt.date(2021, 8, 15))
    assert [fact.who for fact in extract(article)] == who
