"""One claim, many sources: what is joined, what is not, what stands, who agrees."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.fact import Fact
from tests.dashboard.made_up import a_number
from tests.data.claims.claimed import fled, july, share, told

ONE = fled("a")
SAME = {
    "as it is": fled("b"),
    "in other words for those counted": fled("b", who="soldiers"),
    "of people, whoever they are": fled("b", who="people"),
    "in a province of the country": fled("b", places=("TJ-GB",)),
    "without the way they took": fled("b", origin=None, destination=None),
    "without a claimant": fled("b", attributed_to=None, claimant=None),
    "with the day": fled("b", when_start=july(5), when_end=july(5), when_basis="stated"),
    "with the claimant in other words of the same code": fled("b", attributed_to="the guards"),
}
DIFFERENT = {
    "1,000 is not 1,037": fled("b", 1000),
    "over 1,037 is not 1,037": fled("b", qualifier="over", high=None),
    "another claimant": fled("b", attributed_to="Kabul", claimant="afg-government"),
    "another country they fled to": fled("b", destination="UZB", places=("UZB",)),
    "another country it happened in": fled("b", destination=None, places=("UZB",)),
    "the border is not the country": fled("b", places=("AFG-TJK",)),
    "others who are counted": fled("b", who="women"),
    "another side": fled("b", actor="taliban"),
    "they were killed": fled("b", action="kill"),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_one_claim_of_two_articles_is_one(other: Fact) -> None:
    (claim,) = told(ONE, other)
    assert claim.sources == ("a", "b")
    assert claim.claim_id == ONE.fact_id


@pytest.mark.parametrize("other", DIFFERENT.values(), ids=DIFFERENT)
def test_near_misses_are_two_claims(other: Fact) -> None:
    assert len(told(ONE, other)) == 2


def test_a_share_of_a_border_is_no_share_of_a_country() -> None:
    assert len(told(share("a", "AFG-TJK"), share("b", "AFG"))) == 2
    assert len(told(share("a", "AFG"), share("b", "AFG"))) == 1


def test_5_july_is_not_7_july() -> None:
    fifth = fled("a", when_start=july(5), when_end=july(5), when_basis="stated")
    seventh = fled("b", when_start=july(7), when_end=july(7), when_basis="stated")
    week = fled("c", when_start=july(5), when_end=july(9), when_basis="stated")
    assert len(told(fifth, seventh)) == 2
    assert len(told(fifth, week)) == 1


def test_without_days_news_lasts_a_week() -> None:
    soon = {"a": july(9), "b": july(16)}
    late = {"a": july(9), "b": july(17)}
    assert len(told(ONE, fled("b"), published=soon)) == 1
    assert len(told(ONE, fled("b"), published=late)) == 2


def test_a_telling_without_a_claimant_joins_none_where_it_could_be_several() -> None:
    other = fled("b", attributed_to="Kabul", claimant="afg-government")
    nobody = fled("c", attributed_to=None, claimant=None)
    assert [claim.sources for claim in told(ONE, other, nobody)] == [("a",), ("b",), ("c",)]


def test_tellings_of_one_article_stay_as_the_article_groups_them() -> None:
    again = fled("a", fact_group=ONE.fact_group, who="women")
    apart = fled("a", who="women", fact_group="another")
    assert len(told(ONE, again)) == 1
    assert len(told(ONE, apart)) == 2


NUMBERED = [
    dataclasses.replace(fact, article_id=f"n{number}", fact_id=f"n{number}.{fact.fact_id}")
    for number, fact in enumerate([*SAME.values(), *DIFFERENT.values()])
]


@given(st.permutations(NUMBERED))
def test_the_order_of_facts_does_not_matter(facts: list[Fact]) -> None:
    assert told(*facts) == told(*NUMBERED)


def test_a_claim_as_of_a_day_has_the_sources_of_that_day() -> None:
    (claim,) = told(ONE, fled("b"), published={"a": july(5), "b": july(8)})
    early = claim.as_of(july(6))
    assert early is not None
    assert early.sources == ("a",)
    assert early.claim_id == claim.claim_id
    assert claim.as_of(july(4)) is None
    assert claim.as_of(july(8)) == claim


def test_a_claim_stands_at_its_day_but_a_plan_at_the_day_it_was_published() -> None:
    (past,) = told(fled("a", when_start=july(5), when_end=july(7), when_basis="stated"))
    (plan,) = told(fled("a", when_start=july(20), when_end=july(22), when_basis="stated"))
    assert past.day == july(7)
    assert plan.day == july(9)


def counted(article: str, quote: str, number: str, **fields: Any) -> Fact:
    """So many capitals that the Taliban took, in a sentence."""
    first = quote.index(number)
    return a_number(
        f"{article}.{first}",
        2,
        article_id=article,
        kind="capitals",
        action="capture",
        unit="count",
        actor="taliban",
        who="Taliban",
        places=("AFG",),
        quote=quote,
        start=first,
        end=first + len(number),
        sentence_start=0,
        sentence_end=len(quote),
        attributed_to="Taliban",
        claimant="taliban",
        **fields,
    )


def test_two_more_are_not_two_in_all() -> None:
    total = counted("a", "It is the second capital they have taken.", "second")
    more = counted("b", "The Taliban took two more capitals.", "two")
    again = counted("c", "They hold two capitals now.", "two")
    assert len(told(total, more)) == 2
    assert len(told(total, again)) == 1
    assert [claim.measure and claim.measure.id for claim in told(total, more)] == ["capitals", None]


def test_times_that_only_touch_are_not_one_time() -> None:
    def flown(article: str, first: int) -> Fact:
        days: dict[str, Any] = {
            "when_start": july(first),
            "when_end": july(first + 1),
            "when_basis": "stated",
        }
        return fled(article, 32, **days)

    assert len(told(flown("a", 27), flown("b", 28))) == 2
    assert len(told(flown("a", 27), flown("b", 27))) == 1


def test_who_speaks_for_a_government_says_what_it_says() -> None:
    moscow: dict[str, Any] = {"attributed_to": "Moscow", "claimant": "rus-government"}
    lavrov: dict[str, Any] = {"attributed_to": "Lavrov", "claimant": "sergei-lavrov"}
    service: dict[str, Any] = {"attributed_to": "the service", "claimant": "rus-border-service"}
    (claim,) = told(fled("a", **moscow), fled("b", **lavrov))
    assert claim.claimant == "sergei-lavrov"
    assert len(told(fled("a", **lavrov), fled("b", **service))) == 2
    assert len(told(fled("a", **moscow), fled("b", **lavrov), fled("c", **service))) == 3
    assert len(told(fled("a", **moscow), fled("b"))) == 2


def test_an_article_says_an_unmistakable_number_twice_and_a_plain_one_of_two_things() -> None:
    def twice(count: float) -> int:
        return len(told(fled("a", count), fled("a", count, fact_group="another")))

    assert twice(5347) == 1
    assert twice(40) == 2
    assert twice(1000) == 2


def test_a_headline_is_short_for_the_sentence_with_its_number() -> None:
    def told_in(start: int, **fields: Any) -> Fact:
        fact = fled("a", 1000, fact_group=f"at-{start}", **fields)
        return dataclasses.replace(
            fact,
            fact_id=f"a.{start}",
            start=start,
            end=start + 4,
            sentence_start=start,
            sentence_end=start + len(fact.quote),
        )

    moscow = {"attributed_to": "Moscow", "claimant": "rus-government"}
    lavrov = {"attributed_to": "Lavrov", "claimant": "sergei-lavrov"}
    about: dict[str, Any] = {"qualifier": "about", "low": None, "high": None}
    headline = told_in(0, action="count", **moscow)
    (claim,) = told(headline, told_in(90, quote="Some 1,000 fled, Lavrov said.", **about, **lavrov))
    assert claim.fact.qualifier == "about"
    assert claim.claimant == "sergei-lavrov"
    kabul = {"attributed_to": "Kabul", "claimant": "afg-government"}
    assert len(told(headline, told_in(90, **about, **kabul))) == 2
    assert len(told(headline, told_in(90, places=("UZB",), destination="UZB", **lavrov))) == 2
    # It could be either of two.
    both = told_in(90, **about, **lavrov), told_in(200, qualifier="over", high=None, **lavrov)
    assert len(told(headline, *both)) == 3
