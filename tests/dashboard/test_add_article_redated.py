"""Decisions about an article stay when its details, such as its publication date, are changed."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from dashboard.adding.articles import AddedArticles
from dashboard.adding.details import Details
from dashboard.adding.redated import redated
from data.archive import read_archive, to_archive
from data.errors import InputError
from data.review import reviewed_facts
from tests.dashboard.test_add_article_session import NOTHING, an_article, fact_ids, first


@pytest.mark.parametrize("published", [None, dt.date(2021, 7, 16), dt.date(2021, 7, 5)])
def test_days_set_by_hand_stay_when_the_text_is_dated_anew(published: dt.date | None) -> None:
    added = AddedArticles().add(an_article(published=dt.date(2021, 7, 9)), NOTHING)
    fled, name = fact_ids(added)[0], next(iter(added.entries))
    first_day, last_day = dt.date(2021, 7, 4), first(added).found[fled].when_end
    changed = added.correct(fled, {"when_start": first_day, "value": 4, "low": 4, "high": 4})
    changed = changed.describe(name, Details("Guards flee", published=published))
    fact = first(changed).facts[fled]
    assert (fact.when_start, fact.when_end, fact.value) == (first_day, last_day, 4)
    assert {*fact.corrected} >= {"when_start", "value", "low", "high"}
    (kept,) = read_archive("a.zip", to_archive(changed.articles))
    assert list(reviewed_facts(kept)) == list(first(changed).facts.values())


def test_days_left_as_they_were_read_are_read_anew_and_a_rejected_fact_stays_out() -> None:
    added = AddedArticles().add(an_article(published=dt.date(2021, 7, 9)), NOTHING)
    (fled, share), name = fact_ids(added), next(iter(added.entries))
    changed = added.correct(fled, {"places": ("UZB",)}).reject(share)
    changed = changed.describe(name, Details("Guards flee", published=dt.date(2021, 7, 16)))
    assert first(changed).facts[fled].when_start == dt.date(2021, 7, 12)
    assert first(changed).facts[fled].places == ("UZB",)
    assert share not in first(changed).facts


def test_a_correction_of_what_is_read_otherwise_is_named_in_words() -> None:
    added = AddedArticles().add(an_article(published=dt.date(2021, 7, 9)), NOTHING)
    fled, _ = fact_ids(added)
    entry = first(added.correct(fled, {"value": 4, "low": 4, "high": 4}))
    anew = {fled: dataclasses.replace(entry.found[fled], value=5, low=5, high=5)}
    for now, told in ((anew, "read otherwise: Personnel: 5 Afghan"), ({}, "is read otherwise. ")):
        with pytest.raises(InputError) as refused:
            redated(entry.corrections.values(), entry.found, now)
        words = str(refused.value)
        assert "“Personnel: 40 Afghan soldiers" in words
        assert "Have it “As the rule read it” first" in words
        assert told in words
        assert fled not in words
    rejected = first(added.reject(fled))
    assert redated(rejected.corrections.values(), rejected.found, {}) == []
