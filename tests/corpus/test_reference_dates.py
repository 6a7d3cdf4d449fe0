"""The days and shares that come out of the corpus are those that other sources give."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from data.claims.captures import Capture, captures
from data.corpus import Corpus
from tests.bundled import bundled
from tests.corpus.reference import Capital, Withdrawal, read_references

TALIBAN = "taliban"


@functools.cache
def corpus() -> Corpus:
    return bundled()


@functools.cache
def falls() -> dict[str, Capture]:
    changes = captures(corpus().claims)
    return {change.province: change for change in changes if change.holder == TALIBAN}


def test_the_provinces_that_fall_are_those_with_a_reference() -> None:
    assert set(falls()) == {capital.province for capital in read_references().capital}


def test_no_province_changes_hands_twice() -> None:
    changes = captures(corpus().claims)
    assert [change.province for change in changes if change.holder != TALIBAN] == []
    assert len(changes) == len(falls())


@pytest.mark.parametrize("capital", read_references().capital, ids=lambda c: c.province)
def test_a_province_falls_on_the_day_that_the_sources_give(capital: Capital) -> None:
    change = falls()[capital.province]
    told = {str(day): sorted({c.fact.article_id for c in change.claims}) for day in change.days}
    assert change.day == capital.expected, told


@pytest.mark.parametrize("capital", read_references().capital, ids=lambda c: c.province)
def test_a_source_of_the_reference_is_not_older_than_the_day_it_gives(capital: Capital) -> None:
    sources = read_references().source
    assert all(day <= sources[name].published for name, day in capital.cited.items())


@pytest.mark.parametrize("row", read_references().withdrawal, ids=lambda row: str(row.published))
def test_the_share_of_the_withdrawal_is_what_central_command_said(row: Withdrawal) -> None:
    shares = _shares_published(row.published)
    assert (row.low, row.high) in shares, shares


def _shares_published(day: dt.date) -> list[tuple[float | None, float | None]]:
    return [
        (fact.low, fact.high)
        for fact in corpus().facts.values()
        if fact.kind == "progress_share" and corpus().articles[fact.article_id].published == day
    ]
