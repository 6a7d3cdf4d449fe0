"""Numbers: how scale words, halves, fractions and ranges are written."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import extract

Read = tuple[str, float | None, float | None, float | None, str]


def read(text: str) -> list[Read]:
    """What the text writes for each number, its value and bounds, and its unit."""
    facts = extract(Article(article_id="numbers", text=text, title=""))
    return [
        (text[fact.start : fact.end], fact.value, fact.low, fact.high, fact.unit)
        for fact in facts
        if fact.has_number and fact.unit is not None
    ]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("Delhi spent 3 lakh crore rupees.", "3 lakh crore rupees", 3e12),
        ("The war cost two thousand billion dollars.", "two thousand billion dollars", 2e12),
        ("Exactly 2 crore 30 lakh people fled.", "2 crore 30 lakh", 23_000_000),
        ("One and a half million people fled.", "One and a half million", 1_500_000),
        ("One-and-a-half million people fled.", "One-and-a-half million", 1_500_000),
        ("Three and a half thousand soldiers fled.", "Three and a half thousand", 3_500),
        ("The camp holds 2½ million people.", "2½ million", 2_500_000),
        ("Two hundred thousand people fled.", "Two hundred thousand", 200_000),
    ],
)
def test_scales(text: str, written: str, value: float) -> None:
    assert [(span, number) for span, number, *_ in read(text)] == [(written, value)]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("The Taliban hold ½ of the districts.", "½", 50),
        ("The Taliban hold 1/3 of the country.", "1/3", 33.3),
        ("The Taliban hold 9 out of 10 districts.", "9 out of 10", 90),
        ("One out of every four soldiers deserted.", "One out of every four", 25),
        ("The Taliban hold ۸۵٪ of the country.", "۸۵٪", 85),
    ],
)
def test_shares(text: str, written: str, value: float) -> None:
    assert [(span, number, unit) for span, number, *_, unit in read(text)] == [
        (written, value, "percent")
    ]


def test_so_many_out_of_others_are_a_count() -> None:
    assert [number for _, number, *_ in read("They hold 26 out of 28 districts.")] == [26, 28]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It cost €1.5-2 billion.", 1.5e9, 2e9, "EUR"),
        ("The army gets $3 to 4 billion a year.", 3e9, 4e9, "USD"),
        ("It cost between $1 and 2 billion.", 1e9, 2e9, "USD"),
        ("Some 20−30 trucks were burnt.", 20, 30, "count"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    assert [tuple(found[1:]) for found in read(text)] == [(None, low, high, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban hold between 70% and over 80% of Afghanistan.",
        "The Taliban hold 70 to at least 80 percent of Afghanistan.",
    ],
)
def test_an_upper_end_that_is_no_limit_is_the_value_of_a_range_and_bounds_nothing(
    text: str,
) -> None:
    (found,) = read(text)
    assert tuple(found[1:]) == (80, 70, None, "percent")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The death toll rose by 12 to 75.", 75),
        ("The number of soldiers fell by about 2,000 to fewer than 10,000.", 10_000),
        ("The number of visas will grow by 8,000 to 34,500.", 34_500),
        ("Civilian casualties rose 47 percent to 5,183, the UN said.", 5183),
        ("Civilian deaths rose by 47% in the first half of 2021 to 5,183.", 5183),
    ],
)
def test_what_something_rose_by_is_no_start_of_a_range(text: str, value: float) -> None:
    assert [found[1] for found in read(text)] == [value]


def test_a_range_may_tell_how_much_something_grows() -> None:
    text = "The Taliban grew by 200 to 300 fighters a month."
    assert [tuple(found[1:]) for found in read(text)] == [(None, 200, 300, "people")]


def test_a_sum_paid_to_so_many_is_no_range() -> None:
    found = read("It pays $40 to 200 guards.")
    assert (found[0][0], found[0][1]) == ("$40", 40)


@pytest.mark.parametrize("text", ["Of all posts they hold one", "one", "two and", "two and a", "½"])
def test_a_number_may_end_the_text(text: str) -> None:
    assert read(text) == []  # of what, is not said
