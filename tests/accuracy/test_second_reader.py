"""What a second reader holds: it differs from the first, and a tool is scored by both."""

from __future__ import annotations

import dataclasses

from tests.accuracy.annotation import Predictions, Span, days_of, read_part
from tests.accuracy.number_scores import MEASURES
from tests.accuracy.scores import scores
from tests.accuracy.second_reader import MEASURE_OF, as_either, as_second, read_other
from tests.accuracy.tally import Tally
from tests.accuracy.test_scores import annotated, number
from tests.accuracy.test_texts import KINDS


def test_each_other_reading_is_one_of_an_annotated_number_and_scored_as_another() -> None:
    others = read_other()
    rows = {
        (text.text_id, Span(row.start, row.end)): row
        for text in read_part("test")
        for row in text.numbers
    }
    for number_read, fields in others.items():
        first = rows[number_read]
        second = dataclasses.replace(first, **fields)
        for field in fields:
            assert not MEASURES[MEASURE_OF[field]].agrees(first, second), (number_read, field)
    assert {fields["kind"] for fields in others.values() if "kind" in fields} <= KINDS


def test_a_tool_is_scored_by_either_reader_where_both_readings_hold() -> None:
    first = number(0, 3, 310, when="2021-07-04", attributed_to="border guards")
    again = number(10, 12, 27, when="2021-07-04")
    text = annotated(first, again)
    monday = days_of("2021-07-05")
    others = {("a", Span(row.start, row.end)): {"when": monday} for row in text.numbers}
    # One day by the second reader, the source by neither, the other day by the first.
    answer = Predictions(
        numbers=(
            dataclasses.replace(first, when=monday, attributed_to="a medic"),
            again,
        )
    )
    read = {
        "first": [text],
        "second": as_second([text], others),
        "either": as_either([text], others, [answer]),
    }
    right = {
        label: tuple(
            (scores(each, [answer]).numbers or {})[name].right for name in MEASURE_OF.values()
        )
        for label, each in read.items()
    }
    assert right == {"first": (2, 2, 0, 1), "second": (2, 2, 0, 1), "either": (2, 2, 0, 2)}


def test_a_day_that_the_second_reader_leaves_open_is_not_missed() -> None:
    text = annotated(number(0, 3, 310, when="2021-07-04"), number(10, 12, 27, when="2021-07-04"))
    others = {("a", Span(0, 3)): {"when": None}}
    told = Predictions(numbers=(number(0, 3, 310), number(10, 12, 27, when="2021-07-04")))
    tallies = scores(as_either([text], others, [told]), [told]).numbers or {}
    assert tallies["when"] == Tally(right=1, found=1, annotated=1)
