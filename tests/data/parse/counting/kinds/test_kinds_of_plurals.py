"""Kinds of people and things by unknown plurals, adjectives and what stands right beside them."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.kinds.test_kinds_of_answers import AIRLIFT, kinds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left on two A400M.", [("two", "equipment")]),
        ("The raid of 90 armed Afghans failed.", [("90", "personnel")]),
        ("There were 700 Gurkhas and other British troops.", [("700", "personnel")]),
        ("There were 700 turbans and other goods.", [("700", "other_count")]),
        ('He says a tank was lost and "dozens of hirelings" killed.', [("dozens", "casualties")]),
        (
            "Two mass shootings killed nine people.",
            [("Two", "other_count"), ("nine", "casualties")],
        ),
        ("Some 900 men loyal to the warlord came.", [("900", "personnel")]),
        ("Our 3,200 workers feed the town.", [("3,200", "personnel")]),
        ("He met six families under a tarp.", [("six", "displaced")]),
        (
            "Seven guards and four public uprising members died; 13 others were taken captive.",
            [("Seven", "casualties"), ("four", "casualties"), ("13", "personnel")],
        ),
        (
            "Of the seven posts with an income above 1 billion afghanis, five are shut.",
            [("seven", "other_count"), ("1 billion afghanis", "money"), ("five", "other_count")],
        ),
        (
            "The mission has 9,000 blue helmets and has lost 155 since May.",
            [("9,000", "personnel"), ("155", "casualties")],
        ),
        ("There are 800 staff and 90 internationals.", [("800", "personnel"), ("90", "personnel")]),
        (
            "Some 900 are displaced; 4 million need food.",
            [("900", "displaced"), ("4 million", "other_count")],
        ),
        (
            "Eight districts fell. Five were drowned.",
            [("Eight", "districts"), ("Five", "casualties")],
        ),
        ("He wants to remove its staff, who number 4,200.", [("4,200", "personnel")]),
        (
            "The border with Tajikistan is long, and two thirds of which nobody tells.",
            [("two thirds", "other_count")],
        ),
        (
            "The border with Tajikistan has 1,300 km, of which two thirds is now in Taliban hands.",
            [("1,300 km", "border_length"), ("two thirds", "control_share")],
        ),
        ("Gate chokes as over 20,000 a day pour in", [("20,000", "displaced")]),
        ("The site has 20,000 a day who remain.", []),
        (
            "She said 900 had been killed or hurt and spoke of 8 million in need of help.",
            [("900", "casualties"), ("8 million", "other_count")],
        ),
        (
            "Some 8 million need help and two million have lost their homes.",
            [("8 million", "other_count"), ("two million", "displaced")],
        ),
    ],
)
def test_what_stands_beside_tells_the_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 290 more flown home from Kabul", [("290", "evacuated")]),
        (
            "Some 90 Sikhs wait for a flight, the community says.",
            [("90", "evacuated")],
        ),
        ("About 1,500 people had contacted the helpdesk.", [("1,500", "other_count")]),
    ],
)
def test_in_an_airlift(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(AIRLIFT + text) == expected
