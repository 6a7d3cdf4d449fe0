"""What several claims say on one line: in the words of who gives each end."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts.claims.labels import label_of
from dashboard.words.claims import counted_by, said_by_all, said_by_all_of
from data.fact import Fact
from tests.dashboard.made_up import a_fact, a_number


def worded(words: str, **amount: Any) -> Fact:
    quote = f"It is {words} of them."
    start = quote.index(words)
    span = {"start": start, "end": start + len(words), "sentence_end": len(quote)}
    return a_fact(f"a.{words}", quote=quote, sentence_start=0, **span, **amount)


HUNDREDS = worded("hundreds", low=100, qualifier="vague", unit="people")
NEAR_WHOLE = worded("almost the whole", low=90, high=100, qualifier="range", unit="percent")
TWO_THIRDS = worded(
    "two-thirds", value=66.7, low=None, high=None, qualifier="about", unit="percent"
)
OPEN_RANGE = worded("70% and over 80%", value=80, low=70, qualifier="range", unit="percent")


def number(value: float, **fields: Any) -> Fact:
    return a_number(f"b.{value}", value, **fields)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ([HUNDREDS, number(1037)], "hundreds to 1,037"),
        ([HUNDREDS], "hundreds"),
        ([NEAR_WHOLE], "almost the whole"),
        ([TWO_THIRDS, NEAR_WHOLE], "about two-thirds to almost the whole"),
        ([TWO_THIRDS, number(85, unit="percent")], "about two-thirds to 85%"),
        (
            [number(18000, qualifier="over", high=None), number(101300, qualifier="about")],
            "over 18,000 to about 101,300",
        ),
        ([number(12), number(12, qualifier="over", high=None)], "over 12"),
        ([OPEN_RANGE], "70% to over 80%"),
        ([OPEN_RANGE, number(65, unit="percent")], "65% to over 80%"),
        ([OPEN_RANGE, number(85, unit="percent")], "70% to 85%"),
        (
            [number(50, qualifier="under", low=None), number(50, qualifier="over", high=None)],
            "under 50 to over 50",
        ),
        ([number(13, qualifier="at_least", high=None), number(13), number(169)], "13 to 169"),
        ([a_fact("c", low=30, high=44, qualifier="range", unit="percent")], "30% to 44%"),
        (
            [a_fact("c", low=30, high=44, qualifier="range", unit="percent"), number(40)],
            "30% to 44%",
        ),
    ],
)
def test_no_end_is_a_number_that_nobody_gave(facts: list[Fact], told: str) -> None:
    assert said_by_all(facts) == told


def test_dozens_of_others_are_no_end_of_what_is_said_of_all() -> None:
    words = "dozens of other people died."
    others = a_fact(
        "a.1", low=12, qualifier="vague", unit="people", quote=words, end=6, sentence_end=len(words)
    )
    assert said_by_all([others, number(13), number(169)]) == "13 to 169"


def test_who_is_counted_stands_behind_an_amount_of_people() -> None:
    assert counted_by(number(13, who="U.S. troops", unit="people")) == "U.S. troops"
    assert counted_by(number(85, who="Taliban", unit="percent")) == ""
    lost = number(28, who="members", actor="taliban", kind="casualties", action="kill")
    assert counted_by(lost) == "members (Taliban)"
    flown = number(9, who="civilians", actor="usa-government", kind="evacuated")
    assert counted_by(flown) == "civilians"
    assert label_of(number(169, who="Afghans"), {}) == "169 Afghans · no claimant named"
    assert label_of(number(169, who="people"), {}) == "169 · no claimant named"


def test_one_claim_alone_says_whom_it_counts() -> None:
    marines, afghans = (number(n, who=who) for n, who in ((13, "U.S. troops"), (169, "Afghans")))
    assert said_by_all_of([marines]) == "13 U.S. troops"
    assert said_by_all_of([marines, afghans]) == "13 to 169"
    assert said_by_all_of([number(85, unit="percent", who="Taliban")]) == "85%"
