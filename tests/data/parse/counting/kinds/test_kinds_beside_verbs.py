"""Kinds by what stands beside the verb: who is held, serves, stays with kin or was driven out."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.kinds.test_kinds_of_answers import kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Forty attackers had been killed since Friday and 90 were in the hands of his men.",
            [("Forty", "casualties"), ("90", "personnel")],
        ),
        (
            "The group says 40 people have been killed in the protests; 90 are in detention.",
            [("40", "casualties"), ("90", "other_count")],
        ),
        (
            "The rebels killed 14 policemen and took 20 prisoner.",
            [("14", "casualties"), ("20", "personnel")],
        ),
        (
            (
                "Some 9,000 Danish soldiers have served there, and 12 of them were killed. In June "
                "about 300 were on duty at the airport."
            ),
            [("9,000", "personnel"), ("12", "casualties"), ("300", "personnel")],
        ),
        (
            "The airlift took out 9,000 people. At its peak 700 personnel were at work there.",
            [("9,000", "evacuated"), ("700", "personnel")],
        ),
        (
            "The airlift goes on. Fewer than 60 staff will stay at Kabul airport.",
            [("60", "personnel")],
        ),
        ("Some 4,500 people are still living with relatives.", [("4,500", "displaced")]),
        (
            "The storm drove people from their homes. On Friday 9,000 households had no power.",
            [("9,000", "other_count")],
        ),
        (
            "Families slept in tents. Twenty people were pulled alive from the rubble on Friday.",
            [("Twenty", "other_count")],
        ),
        ("Some 300 inmates got out in the assault.", [("300", "other_count")]),
        ("A bus was hit by a blast. Some 30 people were aboard the bus.", [("30", "other_count")]),
        ("The river rose on Friday, and 600 residents had to get out.", [("600", "displaced")]),
        (
            "The hurt are flown out from there. Hundreds of families left the area in the evening.",
            [("Hundreds", "displaced")],
        ),
        (
            (
                "Norway flew home its last 90 soldiers in June and Poland 40 a day later. Greece, "
                "with some 20 men at Kabul airport, is to stay."
            ),
            [("90", "personnel"), ("40", "personnel"), ("20", "personnel")],
        ),
        (
            "The last Czech soldiers are home. A plane brought 75 men and women back on Friday.",
            [("75", "personnel")],
        ),
        ("Over 300 soldiers of the allies paid the ultimate price.", [("300", "casualties")]),
        (
            "Ninety pupils were carried off in the raid, in which a guard was killed.",
            [("Ninety", "other_count")],
        ),
        ("The corps acknowledged six losses.", [("six", "casualties")]),
        ("Police rescued 25 people from nearby houses.", [("25", "other_count")]),
        ("The airlift goes on. Some 400 personnel are in the field.", [("400", "personnel")]),
        ("Two of the five border markets are shut.", [("Two", "crossings"), ("five", "crossings")]),
        (
            "Of eight missiles fired by four jets, seven were shot down.",
            [("eight", "equipment"), ("four", "equipment"), ("seven", "equipment")],
        ),
        ("Some 90,000 teachers have had no salary since May.", [("90,000", "personnel")]),
        ("The audit struck 42,000 names off the rolls as ghosts.", [("42,000", "personnel")]),
        (
            "A plane left Kabul with seven passengers. It had room for 90.",
            [("seven", "evacuated"), ("90", "other_count")],
        ),
        (
            "The visas take time. We have added 40 staff in Oslo since May.",
            [("40", "personnel")],
        ),
        (
            "The border with Iran is shut. Two of the three terminals on it are held by rebels.",
            [("Two", "crossings"), ("three", "crossings")],
        ),
        (
            "Families fled. Some 1,300 people were verified for assistance on Friday.",
            [("1,300", "displaced")],
        ),
        (
            (
                "The airlift took 9,000 evacuees out of Kabul airport. Two of the gates were shut. "
                "In one day 15 planes came in and 14 departed."
            ),
            [
                ("9,000", "evacuated"),
                ("Two", "other_count"),
                ("15", "equipment"),
                ("14", "equipment"),
            ],
        ),
        (
            "Refugees had fled to the border, where the drill was. Of the troops 700 were Russian.",
            [("700", "personnel")],
        ),
        ("Some 40 soldiers hold the northern half.", [("40", "personnel")]),
        ("The rebels caused 60 percent of the harm.", [("60 percent", "casualties")]),
        (
            "The UN counted 900 civilian deaths. Women and boys made up 40 percent.",
            [("900", "casualties"), ("40 percent", "casualties")],
        ),
        ("A movement of 60,000 men took the provinces.", [("60,000", "personnel")]),
        ("A ferry sank with 42 people on board.", [("42", "other_count")]),
        (
            "The bank had $9 billion in reserves. Seven billion of it lies in New York.",
            [("$9 billion", "money"), ("Seven billion", "money")],
        ),
        (
            "He wants 300 million euros; after the floods in May the bill came to eight billion.",
            [("300 million euros", "money"), ("eight billion", "money")],
        ),
        (
            "The flood killed 12 people. Supplies for 80 families are being packed.",
            [("12", "casualties"), ("80", "other_count")],
        ),
        ("The airlift ends. Some 800 eligible Afghans remain there.", [("800", "evacuated")]),
        ("A team of 12 medics came with the passengers.", [("12", "personnel")]),
    ],
)
def test_words_beside_a_verb_tell_the_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inside were 60 guards, none of whom was hurt.", [("60", "personnel")]),
        (
            "An attempt to retake the town had failed, with eight guards killed and two tanks hit.",
            [("eight", "casualties"), ("two", "equipment")],
        ),
        ("The army failed to kill 40 rebels.", []),
        (
            "Their strength is put at anything from 2,000 to 9,000 fighters.",
            [("2,000 to 9,000", "personnel")],
        ),
    ],
)
def test_what_came_to_no_harm_or_failed_is_counted(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "In all, 90 pupils were carried off in the raid, in which two soldiers were "
                "killed. Six slipped away on Friday. Seventy are still being held."
            ),
            [
                ("90", "other_count"),
                ("two", "casualties"),
                ("Six", "other_count"),
                ("Seventy", "other_count"),
            ],
        ),
        (
            "Some 120 fires in 25 provinces have been put out. Six were still burning.",
            [("120", "other_count"), ("25", "districts"), ("Six", "other_count")],
        ),
        (
            "Some 220 attacks happened in 20 of the country's 34 provinces. Faryab saw 51 of them.",
            [
                ("220", "other_count"),
                ("20", "districts"),
                ("34", "districts"),
                ("51", "other_count"),
            ],
        ),
    ],
)
def test_the_next_number_goes_on_with_what_was_told_and_not_where(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected
