"""Event time across sentences: one happening told twice, and times that belong to another one."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.parse import extract
from tests.data.parse.dating.test_dating_story import dates_of


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        # the next sentence says when others did it
        ("Some 90 guards crossed the river. Elsewhere 40 crossed on Tuesday.", 90, None),
        # hours of the day on which somebody tells of them
        ("Iran said on Tuesday that 90 men crossed the river in the evening.", 90, None),
        (
            "Iran told reporters on the 6th that in the morning of the day, 90 men fled.",
            90,
            "07-06",
        ),
        # who those were that came
        ("Some 90 people fled. Among the refugees are 40 women.", 40, None),
        # an operation or an attack that a sentence points back at
        (
            (
                "It was retaken on Tuesday. It had launched an operation. "
                "Some 90 rebels were killed in the operation."
            ),
            90,
            "07-06",
        ),
        (
            "Rebels overran a town on Tuesday. They killed nine guards and captured 40 soldiers.",
            40,
            "07-06",
        ),
        # a toll that rises is of the day of the event
        (
            "The toll from the blast rose to 90 on Wednesday. The blast happened on Tuesday.",
            90,
            "07-06",
        ),
        ("The toll from the blast rose to 90 on Wednesday.", 90, None),
        ("The toll from Tuesday's blast rose from 40 to 90 on Wednesday.", 90, "07-06"),
    ],
)
def test_claim_takes_the_time_of_its_occasion(
    text: str, number: float, expected: str | None
) -> None:
    assert dates_of(text)[number] == (f"2021-{expected}" if expected else None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("On Tuesday 53 guards crossed the river. Iran has returned 53 guards.", 53),
        ("Some 90 men, many of whom fled in 1979, live there.", 90),
        ("War has forced 900 people to flee, including 40 newly displaced in June.", 900),
        ("Rebels have attacked since May and have overrun 90 districts.", 90),
        ("Iran has flown out 900 since May, but there are 90 left.", 90),
        ("Rebels took the city on Tuesday. Iran said that a group of 90 guards hid.", 90),
        ("Nine towns fall to rebels. Herat fell on Tuesday.", 9),
        ("At the same time, 90 homes are for rent.", 90),
        ("Some 90 men fled in the sector of the 3rd and 4th posts.", 90),
        ("KABUL [Afghanistan] July 8 : Some 90 people have been displaced.", 90),
        ("Bomb kills 90 men https://example.org/a\n— Gulf Press (@gulf) July 8, 2021", 90),
    ],
)
def test_claim_leaves_the_time_of_another(text: str, number: float) -> None:
    assert dates_of(text)[number] is None


def test_days_that_nobody_can_tell_are_not_those_of_another_claim() -> None:
    text = (
        "On 5 July 2021 some 444 soldiers fled to Tajikistan.\n\n"
        "Another 77 policemen were killed in Kunduz on Sunday.\n\n"
        "Last week 12 guards were wounded in Herat."
    )
    undated = Article(article_id="undated", text=text, title="", published=None)
    days = {fact.value: fact.when_start for fact in extract(undated)}
    assert days == {444: dt.date(2021, 7, 5), 77: None, 12: None}
