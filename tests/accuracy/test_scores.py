"""The scorer on hand-made cases whose counts can be told by looking."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.accuracy import annotation, comparison
from tests.accuracy.annotation import (
    AnnotatedText,
    Countries,
    DateRow,
    NumberRow,
    Predictions,
    Span,
    days_of,
)
from tests.accuracy.scores import Scores, scores
from tests.accuracy.tally import Tally

NOBODY: frozenset[str] = frozenset()


def number(start: int, end: int, value: float | None, **fields: Any) -> NumberRow:
    """A row as an annotator writes it: exact, of people, in no place, said by nobody."""
    ends = {"low": value, "high": value}
    record = {"kind": "personnel", "qualifier": "exact", "places": [], **ends, **fields}
    return NumberRow.of({"start": start, "end": end, "value": value, **record})


def annotated(
    *numbers: NumberRow,
    ignored: tuple[Span, ...] = (),
    dates: tuple[DateRow, ...] = (),
    ignored_dates: tuple[Span, ...] = (),
    countries: tuple[str, str, str] = ("", "", ""),
) -> AnnotatedText:
    return AnnotatedText(
        text_id="a",
        text="",
        published=dt.date(2021, 7, 9),
        numbers=numbers,
        ignored=ignored,
        dates=dates,
        ignored_dates=ignored_dates,
        countries=Countries(*(frozenset(codes.split()) for codes in countries)),
    )


def scored(text: AnnotatedText, *numbers: NumberRow) -> Scores:
    return scores([text], [Predictions(numbers=numbers)])


def measured(text: AnnotatedText, measure: str, *numbers: NumberRow) -> Tally:
    found = scored(text, *numbers).numbers
    assert found is not None
    return found[measure]


def test_ratios_of_counts() -> None:
    tally = Tally(right=3, found=4, annotated=6)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)
    assert Tally().f1 == 0
    assert Tally(1, 2, 3) + Tally(1, 1, 1) == Tally(2, 3, 4)


def test_a_number_needs_its_value_and_a_shared_character() -> None:
    text = annotated(number(0, 3, 310), number(10, 12, 27))
    assert measured(text, "number", number(2, 5, 310), number(10, 12, 28)) == Tally(1, 2, 2)
    assert measured(text, "number", number(3, 5, 310)) == Tally(0, 1, 2)


def test_two_found_for_one_annotated_are_one_right_and_one_wrong() -> None:
    text = annotated(number(0, 3, 310))
    twice = (number(0, 3, 310, kind="casualties"), number(1, 3, 310))
    assert measured(text, "number", *twice) == Tally(1, 2, 1)
    assert measured(text, "+ kind", *twice) == Tally(1, 2, 1)


def test_borderline_text_is_neither_right_nor_wrong() -> None:
    text = annotated(number(0, 3, 310), ignored=(Span(20, 29), Span(2, 3)))
    assert measured(text, "number", number(20, 22, 50)) == Tally(0, 0, 1)
    assert measured(text, "number", number(2, 3, 7)) == Tally(0, 1, 1)


def test_silence_on_both_sides_earns_nothing() -> None:
    text = annotated(
        number(0, 3, 310, attributed_to="Tajik border service", when="2021-07-04"),
        number(10, 12, 27),
    )
    found = (
        number(0, 3, 310, attributed_to="the border service", when_start="2021-07-04"),
        number(10, 12, 27),
    )
    assert measured(text, "attribution", *found) == Tally(1, 1, 1)
    assert measured(text, "when", *found) == Tally(1, 1, 1)


def test_qualifier_and_bounds_are_shares_of_the_numbers_that_are_right() -> None:
    text = annotated(number(0, 3, 310, qualifier="over", high=None), number(10, 12, 27))
    found = number(0, 3, 310)
    assert measured(text, "qualifier", found) == Tally(0, 1, 1)
    assert measured(text, "bounds", found) == Tally(0, 1, 1)
    assert measured(text, "bounds", number(10, 12, 27)) == Tally(1, 1, 1)


def test_a_tool_that_gives_no_field_is_not_measured_in_it() -> None:
    bare = NumberRow.of({"start": 0, "end": 3, "value": 310})
    found = scored(annotated(number(0, 3, 310)), bare).numbers
    assert found is not None
    assert list(found) == ["number"]
    nothing = scores([annotated(number(0, 3, 310))], [Predictions()])
    assert (nothing.numbers, nothing.dates, nothing.countries) == (None, None, None)


def test_recall_by_kind_counts_what_was_missed() -> None:
    text = annotated(number(0, 3, 310), number(10, 12, 27, kind="casualties"))
    kinds = scored(text, number(10, 12, 27)).kinds
    assert {kind: tally.recall for kind, tally in kinds.items()} == {
        "personnel": 0.0,
        "casualties": 1.0,
    }


def test_finer_kinds_count_as_the_annotated_ones() -> None:
    assert number(0, 1, 5, kind="capitals").kind == "districts"
    assert number(0, 1, 5, kind="equipment").kind == "other_count"


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (number(0, 9, 66.7), number(0, 9, 66.66), True),
        (number(0, 9, 66.7), number(0, 9, 67), True),
        (number(0, 9, 66), number(0, 9, 67), False),
        (number(0, 9, 1_000_000), number(0, 9, 1_000_050), True),
        (number(0, 9, None, low=40, high=60, qualifier="range"), number(0, 9, 50), False),
        (
            number(0, 9, None, low=40, high=60, qualifier="range"),
            number(0, 9, None, low=40, high=60),
            True,
        ),
        (number(0, 9, None, low=12, qualifier="vague"), number(0, 9, 24), True),
        (number(0, 9, None, low=12, qualifier="vague"), number(0, 9, None, low=100), False),
    ],
)
def test_amounts_agree(gold: NumberRow, found: NumberRow, same: bool) -> None:
    assert comparison.same_amount(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("the Tajik border service", "Tajikistan's border guards", True),
        ("U.S. officials", "US defence officials", True),
        ("U.S. troops", "Afghan troops", False),
        ("Interior Ministry", "a doctor", False),
        ("the officials", "officials", True),
        (None, "officials", False),
    ],
)
def test_names_agree(gold: str | None, found: str, same: bool) -> None:
    assert comparison.same_name(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2021-07-05", "2021-07-05/2021-07-09", True),
        ("2021-07-01/2021-07-10", "2021-07-03/2021-07-10", True),
        ("2021-07-01/2021-07-10", "2021-07-08/2021-07-10", False),
        ("2021-07", "2021-07-01", True),
        ("2021", "2020-07-01/2021-12-31", True),
        ("2021-07-05", None, False),
    ],
)
def test_days_agree(gold: str, found: str | None, same: bool) -> None:
    assert comparison.same_days(days_of(gold), days_of(found)) is same


def test_places_agree_by_the_countries_they_lie_in() -> None:
    codes = frozenset({"AF-KDZ", "AFG-TJK", "TJK/khorog"})
    assert comparison.countries_of(codes) == {"AFG", "TJK"}
    gold = number(0, 1, 5, places=["AFG", "TJK"])
    assert comparison.same_places(gold, number(0, 1, 5, places=["AF-KDZ"]))
    assert not comparison.same_places(gold, number(0, 1, 5, places=["IRN"]))


def test_dates_by_span_first_day_and_both() -> None:
    july = DateRow(0, 4, "2021-07-01", "2021-07-31")
    text = annotated(
        dates=(july, DateRow(10, 16, "2021-07-05", "2021-07-05")), ignored_dates=(Span(30, 35),)
    )
    found = (
        DateRow(0, 4, "2021-07-01", "2021-07-01"),
        DateRow(10, 16, "2021-07-06", "2021-07-06"),
        DateRow(30, 33, "2021-07-06", "2021-07-06"),
        DateRow(40, 43, None, None),
    )
    assert scores([text], [Predictions(dates=found)]).dates == {
        "span": Tally(2, 3, 2),
        "start": Tally(1, 3, 2),
        "both ends": Tally(0, 3, 2),
    }


def test_countries_named_otherwise_are_neither_right_nor_wrong() -> None:
    text = annotated(countries=("TJK", "AFG", "RUS"))
    found = frozenset({"TJK", "AFG", "IRN"})
    assert scores([text], [Predictions(countries=found)]).countries == {
        "by name": Tally(1, 2, 1),
        "with demonyms": Tally(2, 3, 2),
        "with capitals": Tally(2, 3, 3),
    }


def test_what_was_annotated_scores_one() -> None:
    for text in annotation.read_part("dev"):
        perfect = Predictions(
            text.numbers,
            text.dates,
            text.countries.named | text.countries.via_demonym | text.countries.via_capital,
        )
        found = scores([text], [perfect])
        for tallies in (found.numbers, found.dates, found.countries):
            assert tallies is not None
            assert all(tally.right == tally.found == tally.annotated for tally in tallies.values())
