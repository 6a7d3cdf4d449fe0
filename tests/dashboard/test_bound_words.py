"""Numbers are told with the bound that stands before or behind them in the text."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from dashboard.cards.content import answer, read_cards
from dashboard.cards.words import card_words
from dashboard.export.evidence import claim_in_words
from dashboard.export.rows import Rows
from dashboard.view import View
from dashboard.words.bounds import bounds
from dashboard.words.claims import said, said_by_all
from dashboard.words.facts import amount, amount_of
from dashboard.words.headlines import headline, title
from dashboard.words.spread import spread
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, an_article

NEARLY = "A little less than this; the text does not say how much less."


def counted(quote: str, number: str, qualifier: str, value: float, **fields: Any) -> Fact:
    """A fact about a number of a sentence, bounded as the annotation rules have it."""
    start = quote.index(number)
    ends = {
        "over": (value, None),
        "at_least": (value, None),
        "under": (None, value),
        "up_to": (None, value),
    }
    low, high = ends.get(qualifier, (None, None))
    told = {"value": value, "low": low, "high": high, "unit": "people", "qualifier": qualifier}
    span = {"start": start, "end": start + len(number)}
    return a_fact(f"a-{value}-{qualifier}", quote=quote, **(told | span | fields))


@pytest.mark.parametrize(
    ("quote", "fields", "words"),
    [
        ("All but 2 of the 28 districts have fallen.", {}, "all but 2"),
        ("They hold all except for 2 of the districts.", {}, "all except for 2"),
        ("All 34 capitals but 2 have fallen.", {}, "all but 2"),
        ("The army lost all but 2 of its posts.", {"who": "army"}, "2"),
        ("All but 2 of the tanks were destroyed.", {"action": "remain"}, "2"),
        ("They kept 2 of the districts.", {}, "2"),
    ],
)
def test_what_is_left_out_is_not_told_of_the_rest(
    quote: str, fields: dict[str, Any], words: str
) -> None:
    told = {"action": "hold", "who": None, "kind": "districts"} | fields
    fact = counted(quote, "2", "exact", 2, **told)
    assert amount(fact) == words
    assert amount(fact, short=True) == words


@pytest.mark.parametrize(
    ("quote", "number", "qualifier", "value", "words"),
    [
        ("Nearly 600 people left.", "600", "under", 600, "nearly 600"),
        ("Fewer than 600 people left.", "600", "under", 600, "fewer than 600"),
        ("He put it at “close to 600”.", "600", "under", 600, "close to 600"),
        ("Some 7,000 left.", "7,000", "about", 7000, "some 7,000"),
        ("They want 65 tanks, or 70 or more.", "70", "at_least", 70, "70 or more"),
        ("40+ left.", "40", "over", 40, "40+"),
        ("A 500-plus crowd left.", "500", "over", 500, "500-plus"),
        ("Losses passed 300.", "300", "over", 300, "over 300"),
        ("Nearly 40 women and 60 men left.", "60", "under", 60, "nearly 60"),
        ("The toll is put near 60.", "60", "about", 60, "about 60"),
        ("Losses fell to 60.", "60", "under", 60, "under 60"),
        ("They counted handover 60.", "60", "over", 60, "over 60"),
    ],
)
def test_a_number_keeps_the_bound_that_the_text_gives_it(
    quote: str, number: str, qualifier: str, value: float, words: str
) -> None:
    assert amount(counted(quote, number, qualifier, value)) == words


def test_nearly_is_no_limit_and_fewer_than_is() -> None:
    assert bounds(counted("Nearly 600 left.", "600", "under", 600)) == NEARLY
    limit = counted("Fewer than 600 left.", "600", "under", 600)
    assert bounds(limit) == "Less than this; no lower limit is claimed."
    just_over = counted("Just over 600 left.", "600", "over", 600)
    assert bounds(just_over) == "A little more than this; the text does not say how much more."


def test_a_share_in_words_keeps_its_bound_too() -> None:
    half = counted("Almost half of it is lost.", "half", "under", 50, unit="percent")
    assert amount_of(half, None) == "almost half (50%)"


def test_a_corrected_amount_is_not_told_in_the_words_of_the_text() -> None:
    fact = counted("Nearly 600 left.", "600", "under", 700, corrected=("value", "high"))
    assert amount(fact) == "under 700"
    told = "Less than this; no lower limit is claimed."
    assert bounds(fact) == f"{told} Corrected by a reviewer: the text has “600”."
    exact = counted("There were 600 left.", "600", "exact", 700, corrected=("value", "low", "high"))
    assert bounds(exact) == "Corrected by a reviewer: the text has “600”."
    as_told = counted("Nearly 600 left.", "600", "exact", 600, corrected=("high", "qualifier"))
    assert "reviewer" not in bounds(as_told)


def test_where_there_is_little_room_one_word_stands_for_its_like() -> None:
    some = counted("Approximately 7,000 left.", "7,000", "about", 7000)
    assert said(some, {}, short=True) == "about 7,000"
    near = counted("Almost 7,000 left.", "7,000", "under", 7000)
    assert said(near, {}, short=True) == "almost 7,000"
    over = counted("Considerably more than 7,000 left.", "7,000", "over", 7000)
    assert said(over, {}, short=True) == said(over, {})


def test_a_limit_that_nobody_worded_cannot_be_read_as_reached() -> None:
    """ "Up to 80%" can be read as 80% held, so it stands only where a text says so."""
    limit = counted("No more than 80 left.", "80", "up_to", 80)
    assert said(limit, {}, short=True) == said(limit, {}) == "no more than 80"
    long = counted("A total not exceeding 80 left.", "80", "up_to", 80)
    assert amount(long) == "not exceeding 80"
    assert said(long, {}, short=True) == "at most 80"
    corrected = counted("No more than 90 left.", "90", "up_to", 80, corrected=("value", "high"))
    assert amount(corrected) == "at most 80"
    assert amount(counted("As many as 80 left.", "80", "up_to", 80)) == "as many as 80"


def test_several_claims_of_one_amount_are_told_in_the_words_of_one() -> None:
    near = counted("Nearly 200 left.", "200", "under", 200)
    limit = counted("Under 200 left.", "200", "under", 200)
    assert said_by_all([near, limit]) == "under 200"
    assert said_by_all([near, near]) == "nearly 200"


def test_the_ends_of_a_spread_keep_their_bounds_unless_a_claim_is_exact() -> None:
    near = counted("Nearly 8,300 left.", "8,300", "under", 8300)
    around = counted("Roughly 13,400 left.", "13,400", "about", 13400)
    exact = a_fact(value=13400.0, low=13400.0, high=13400.0, unit="people", qualifier="exact")
    assert spread([near, around]) == "nearly 8,300 to roughly 13,400"
    assert spread([near, around, exact]) == "nearly 8,300 to 13,400"
    open_above = counted("8,000 to over 14,000 left.", "8,000 to over 14,000", "range", 14000)
    open_above = dataclasses.replace(open_above, low=8000.0, high=None)
    assert spread([near, open_above]) == "8,000 to over 14,000"


def test_nearly_stands_wherever_the_number_is_told() -> None:
    fact = counted("Nearly 95,700 people left.", "95,700", "under", 95700, who="people")
    assert headline(fact) == "Personnel: nearly 95,700 people"
    assert title(fact) == "Nearly 95,700 people"
    assert claim_in_words(fact).startswith("Nearly 95,700 people")
    row = Rows({"a": an_article()}, "http://localhost").row(fact)
    assert (row["amount"], row["qualifier"], row["high"]) == ("nearly 95,700", "under", 95700)


def test_no_card_calls_nearly_under() -> None:
    view = View(bundled())
    near = [fact for fact in bundled().facts.values() if bounds(fact) == NEARLY]
    assert near
    assert not [fact.fact_id for fact in near if "under" in amount(fact)]
    for spec in read_cards():
        found = answer(spec, view.claims, view.as_of)
        if found.claims:
            words = card_words(spec, found, view.corpus.articles, view.wholes_claimed)
            assert not words.value.startswith("Under")
