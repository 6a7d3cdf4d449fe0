"""Lanes of the timeline: which period they show, which rows marks share, what labels say."""

from typing import Any

import pytest

from dashboard.charts.time.marks import mark_label, marks_of
from dashboard.charts.time.window import split, stack
from tests.dashboard.dated import dated
from tests.dashboard.test_charts_text import fact


@pytest.mark.parametrize(
    ("starts", "near"),
    [
        (["2001-05-05"], 1),
        (["2001-05-05", "2001-08-01"], 2),
        (["1950-01-01", "2001-05-05", "2001-05-09", "2001-06-01"], 3),
        (["1950-01-01", "1950-02-01", "1950-03-01", "2001-05-05"], 3),
        (["1950-01-01", "2001-05-05"], 1),
    ],
)
def test_the_crowded_period_is_found_in_the_data(starts: list[str], near: int) -> None:
    found, _ = marks_of([dated(n, start) for n, start in enumerate(starts)], {})
    period = split(found)
    assert len(period.near) == near
    assert len(period.near) + len(period.far) == len(starts)
    assert period.start < period.near[0].start
    assert period.end > max(mark.end for mark in period.near)


def test_rows_are_shared_by_marks_that_do_not_overlap() -> None:
    found, _ = marks_of(
        [
            dated(1, "2020-03-01", "2020-03-04"),
            dated(2, "2020-03-03"),
            dated(3, "2020-03-05"),
            dated(4, "2020-03-05", "2020-03-06"),
        ],
        {},
    )
    assert stack(found) == [0, 1, 0, 1]
    assert stack(found, apart=30) == [0, 1, 2, 3]


def test_a_label_after_a_mark_and_one_before_the_next_do_not_share_a_row() -> None:
    early, late = dated(20, "2020-03-01"), dated(21, "2020-03-20")
    found, _ = marks_of([early, late], {})
    assert stack(found, 12, [False, False]) == [0, 0]
    assert stack(found, 12, [False, True]) == [0, 1]


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Over 300 fled to Tajikistan", {"value": 300, "qualifier": "over", "destination": "TJK"}),
        (
            "Over 300 fled, reportedly",
            {
                "value": 300,
                "qualifier": "over",
                "destination": "TJK",
                "hedged": True,
                "quote": "Over 300 reportedly fled.",
                "sentence_end": 25,
            },
        ),
        ("Joe Biden · unlikely", {"actor": "joe-biden", "action": "call unlikely"}),
        ("60% of Afghan-Tajik border", {"value": 60, "unit": "percent", "of": "AFG-TJK"}),
        ("Uzbekistan", {"actor": "uzb-government", "places": ("UZB",)}),
        ("Taliban · Afghanistan +2", {"actor": "taliban", "places": ("AFG", "TJK", "UZB")}),
        ("CSTO", {"actor": "csto"}),
        ("The envoys", {"who": "the envoys"}),
    ],
)
def test_labels_say_the_number_or_who_and_where(label: str, told: dict[str, Any]) -> None:
    assert mark_label(fact(**told)) == label
