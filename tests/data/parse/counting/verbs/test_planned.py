"""Planned: what somebody expects, considers or only thinks possible is told with a doubt."""

from __future__ import annotations

import pytest

from data.article import Article
from data.parse import read_facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Pentagon expects 22,000 Afghans to be evacuated from Kabul.", ("AF-KAB",)),
        ("Germany expects 300 people to be flown out of Kabul.", ("AF-KAB",)),
        ("The Pentagon plans to evacuate 22,000 Afghans from Kabul.", ("AF-KAB",)),
        ("Tajikistan expects 100,000 refugees to arrive.", ("TJK",)),
        ("Germany expects 300 evacuees to arrive in Ramstein.", ("DEU",)),
    ],
)
def test_what_somebody_expects_is_hedged_and_where_it_is_to_be(
    text: str, expected: tuple[str, ...]
) -> None:
    (fact,) = read_facts(Article(article_id="plan", text=text, title=""))[0]
    assert (fact.hedged, fact.places) == (True, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow is considering sending 1,000 soldiers to Tajikistan.",
        "Around 1,500 Americans may still be in Kabul.",
        "Another 300 soldiers are expected.",
        "300 more soldiers expected on Friday",
    ],
)
def test_what_may_be_or_is_awaited_is_hedged(text: str) -> None:
    (fact,) = read_facts(Article(article_id="plan", text=text, title=""))[0]
    assert fact.hedged


@pytest.mark.parametrize(
    "text",
    ["Three ministers may lower the price.", "Some 61 percent of Germans expected no change."],
)
def test_what_so_many_may_do_or_expect_does_not_hedge_them(text: str) -> None:
    (fact,) = read_facts(Article(article_id="plan", text=text, title=""))[0]
    assert not fact.hedged


def test_what_somebody_orders_is_not_hedged() -> None:
    text = "The Pentagon ordered 3,000 soldiers to be sent to Kabul."
    (fact,) = read_facts(Article(article_id="plan", text=text, title=""))[0]
    assert not fact.hedged


@pytest.mark.parametrize(
    "text",
    [
        "Moscow plans to raise its contingent to 7,000.",
        "Moscow aims to double the number of its tanks to 60.",
        "The number of troops is expected to grow to 7,000.",
        "The death toll could rise to 40.",
    ],
)
def test_what_a_planned_change_comes_to_is_hedged(text: str) -> None:
    (fact,) = read_facts(Article(article_id="plan", text=text, title=""))[0]
    assert fact.hedged


def test_what_a_change_has_come_to_is_not_hedged() -> None:
    text = "Moscow raised its contingent to 7,000."
    (fact,) = read_facts(Article(article_id="plan", text=text, title=""))[0]
    assert not fact.hedged
