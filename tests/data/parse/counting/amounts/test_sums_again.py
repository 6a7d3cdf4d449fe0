"""Sums that have their currency from the sum beside them."""

from __future__ import annotations

import pytest

from tests.data.parse.counting.counted import facts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flour went up from 1,700 to 2,200 afghanis.", [(1700, "AFN"), (2200, "AFN")]),
        ("The budget rose from 2 to 3 billion dollars.", [(2e9, "USD"), (3e9, "USD")]),
        (
            "Islam Qala earned 40 million Afs, Spin Boldak 20 million and Torghundi 15 million.",
            [(40e6, "AFN"), (20e6, "AFN"), (15e6, "AFN")],
        ),
        ("He went from 40 to $200.", [(200, "USD")]),
        (
            "Islam Qala earned 40 million Afs a day and Torghundi 15 million.",
            [(40e6, "AFN"), (15e6, "AFN")],
        ),
        ("Islam Qala earned 40 million Afs a day and had 15 million visitors.", [(40e6, "AFN")]),
    ],
)
def test_sums_without_their_own_currency(text: str, expected: list[tuple[float, str]]) -> None:
    sums = (fact for fact in facts_of(text) if fact.kind == "money")
    assert [(fact.value, fact.unit) for fact in sums] == expected


def test_billions_lost_are_no_people() -> None:
    facts = facts_of("Some 90 people died. The state had 400 billion Afs. It lost 2.7 billion.")
    assert [fact.value for fact in facts if fact.kind == "casualties"] == [90]
