"""Amounts as people enter them: what is none is refused in words, the rest is what a fact has."""

from __future__ import annotations

import pytest

from dashboard.adding.amounts import MOST, Amount
from data.corpus import read_corpus
from data.errors import InputError
from tests.dashboard.made_up import a_fact
from tests.seed_only import SEED_ONLY


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        (Amount("exact", 0), "people"),
        (Amount("exact", 2_500_000), "people"),
        (Amount("about", 66.7), "percent"),
        (Amount("about", 1.5), "km"),
        (Amount("range", 3, 5), "count"),
        (Amount("range", 3, 3), "count"),
        (Amount("vague", None, 5), "count"),
        (Amount("vague", 24), "people"),
        (Amount("exact", 5, -1), "people"),
    ],
)
def test_amounts_are_taken(amount: Amount, unit: str) -> None:
    amount.check(unit)


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (Amount("over", -5), "people", "the number: is below zero: -5"),
        (Amount("over", -0.5), "percent", "the number: is below zero: -0.5"),
        (Amount("exact", 5.5), "people", "the number: is no count: 5.5"),
        (Amount("exact", 5.5), "count", "another unit than “count”"),
        (Amount("exact", 2 * MOST), "USD", "the number: is larger than anything"),
        (Amount("exact", None), "people", "the number: is empty"),
        (Amount("vague", None), "people", "the number: is empty"),
        (Amount("range", 5), "people", "the upper end: is empty"),
        (Amount("range", 5, -1), "people", "the upper end: is below zero: -1"),
        (Amount("range", 9_000, 5), "people", "the number: is above the upper end: 9,000, 5"),
    ],
)
def test_what_is_no_amount_is_refused(amount: Amount, unit: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        amount.check(unit)
    assert said in str(refused.value)


def test_of_a_share_there_is_no_more_than_all() -> None:
    Amount("exact", 150).check("percent")
    with pytest.raises(InputError, match="more than the whole: 150 percent"):
        Amount("exact", 150).check("percent", share=True)


def test_the_amounts_of_the_seed_come_back_as_they_are() -> None:
    for fact in read_corpus(SEED_ONLY).facts.values():
        for name, value in Amount.of(fact).fields.items():
            assert getattr(fact, name) == value


@pytest.mark.parametrize(
    ("amount", "value", "low", "high"),
    [
        (Amount("exact", 5), 5, 5, 5),
        (Amount("over", 5), 5, 5, None),
        (Amount("at_least", 5), 5, 5, None),
        (Amount("under", 5), 5, None, 5),
        (Amount("up_to", 5), 5, None, 5),
        (Amount("about", 5), 5, None, None),
        (Amount("range", 5, 9), None, 5, 9),
        (Amount("vague", 5), None, 5, None),
    ],
)
def test_an_amount_bounds_its_number_as_documented(
    amount: Amount, value: float | None, low: float | None, high: float | None
) -> None:
    assert amount.fields == {
        "qualifier": amount.qualifier,
        "value": value,
        "low": low,
        "high": high,
    }
    fact = a_fact(unit="people", **amount.fields)
    assert Amount.of(fact) == amount
