"""Undone: what is told of those who did not do something, or were kept from it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.data.parse.counting.counted import facts_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nearly 60 civilians could not leave and were killed in Lashkar Gah.",
            "60 casualties kill AF-HEL",
        ),
        (
            "12 wounded soldiers did not reach the hospital in time and died in Kunduz.",
            "12 casualties kill AF-KDZ",
        ),
        ("12 soldiers did not reach Kunduz and died in Takhar.", "12 casualties kill AF-TAK"),
        (
            "Some 50 soldiers were not able to escape and were captured in Takhar.",
            "50 personnel capture AF-TAK",
        ),
        (
            "Some 1,500 Afghans did not wait and crossed the border to Iran at Milak.",
            "1500 displaced flee IRN",
        ),
        # the denial reaches both
        ("100 soldiers did not fight and surrender in Ghazni.", "100 personnel count AF-GHA"),
        ("100 soldiers were not killed and captured in Ghazni.", "100 personnel count AF-GHA"),
        ("The 300 soldiers did not cross into Iran and were not captured.", "300 personnel count"),
    ],
)
def test_a_deed_follows_what_was_not_done(text: str, expected: str) -> None:
    assert told(text) == [expected]


def test_a_deed_behind_what_was_not_wanted_is_dated_and_not_hedged() -> None:
    text = "100 soldiers did not want to fight and surrendered in Ghazni on Tuesday."
    (fact,) = facts_of(text)
    assert (fact.action, fact.places, fact.when_start, fact.hedged) == (
        "surrender",
        ("AF-GHA",),
        dt.date(2021, 8, 10),
        False,
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Some 600 people were prevented from leaving Lashkar Gah by X.", ("AF-HEL",)),
        ("Some 600 people were prevented from crossing at Spin Boldak.", ("AF-KAN",)),
        ("Some 600 people were stopped from fleeing Kunduz.", ("AF-KDZ",)),
        ("Some 600 people were kept from demonstrating in Kabul.", ("AF-KAB",)),
        ("Some 600 people were kept from crossing into Iran.", ()),
        ("Some 600 people were kept from entering Iran.", ()),
        ("Some 600 people were kept from reaching Kunduz.", ()),
        ("Some 600 people were barred from Iran.", ()),
        ("Some 600 people were stopped from crossing from Nimroz into Iran.", ()),
    ],
)
def test_those_kept_from_leaving_are_there(text: str, places: tuple[str, ...]) -> None:
    (fact,) = facts_of(text)
    assert fact.places == places
