"""One claim, many sources: what is joined, what is not, what stands, who agrees."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.article import Article
from data.claims.captures import captures, holders, provinces_taken
from data.claims.claim import Claim, claims_of
from data.claims.measures import measure_of
from data.claims.standing import agree, claimed_range, last_standing, series, standing
from data.claims.wholes import wholes
from data.fact import Fact
from tests.dashboard.made_up import a_fact, a_number, an_article


def july(day: int) -> dt.date:
    return dt.date(2021, 7, day)


def told(*facts: Fact, published: dict[str, dt.date] | None = None) -> tuple[Claim, ...]:
    """The claims of facts whose articles were published on 9 July, or as given."""
    names = {fact.article_id for fact in facts}
    days = published or {}
    articles: dict[str, Article] = {
        name: an_article(article_id=name, published=days.get(name, july(9))) for name in names
    }
    return claims_of(facts, articles)


def fled(article: str, count: float = 1037, **fields: Any) -> Fact:
    """That so many crossed into Tajikistan, as the border service says."""
    values: dict[str, Any] = {
        "article_id": article,
        "who": "Afghan servicemen",
        "actor": "afg-government",
        "origin": "AFG",
        "destination": "TJK",
        "places": ("TJK",),
        "attributed_to": "Tajik border service",
        "claimant": "tjk-border-service",
    }
    return a_number(f"{article}.{count}", count, **(values | fields))


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


def share(article: str, of: str, percent: float = 85) -> Fact:
    return a_number(
        f"{article}.{percent}",
        percent,
        article_id=article,
        kind="control_share",
        action="control",
        unit="percent",
        actor="taliban",
        of=of,
        places=(of,),
        attributed_to="Taliban",
        claimant="taliban",
    )


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


# ---- what stands, and who agrees ---------------------------------------------------------------


def claim_of(article: str, percent: float, who: str, **fields: Any) -> Fact:
    values: dict[str, Any] = {"attributed_to": who, "claimant": None, "of": "AFG-TJK"}
    plain = share(article, "AFG-TJK", percent)
    named = {name: getattr(plain, name) for name in ("kind", "action", "unit", "actor", "places")}
    return a_number(
        f"{article}.{percent}", percent, article_id=article, **(named | values | fields)
    )


def at(*days: int) -> dict[str, dt.date]:
    return {name: july(day) for name, day in zip("abcdef", days, strict=False)}


def test_of_each_claimant_the_latest_claim_stands() -> None:
    claims = told(
        claim_of("a", 60, "Taliban"),
        claim_of("b", 70, "Taliban"),
        claim_of("c", 85, "Moscow"),
        published=at(1, 5, 6),
    )
    stood = standing(claims, july(9))
    assert [claim.fact.value for claim in stood.claims] == [70, 85]
    assert [claim.fact.value for claim in standing(claims, july(4)).claims] == [60]


def test_all_that_a_claimant_says_about_one_day_stands() -> None:
    claims = told(
        claim_of("a", 60, "Taliban"),
        claim_of("b", 70, "Taliban"),
        claim_of("b", 85, "Taliban", fact_group="another"),
        published=at(1, 5),
    )
    assert [claim.fact.value for claim in standing(claims, july(9)).claims] == [70, 85]


def test_what_is_superseded_does_not_come_back() -> None:
    claims = told(
        claim_of("a", 70, "Moscow"),
        claim_of("b", 85, "Moscow"),
        claim_of("c", 70, "Moscow"),
        published=at(1, 2, 8),
    )
    assert [claim.sources for claim in claims] == [("a", "c"), ("b",)]
    for day in range(9, 31):
        values = [claim.fact.value for claim in standing(claims, july(day)).claims]
        assert values in ([85], [])


def test_the_first_days_there_are_can_be_asked_for() -> None:
    claims = told(claim_of("a", 70, "Moscow"), published=at(1))
    assert last_standing(claims, dt.date.min).claims == ()


def test_who_says_so_speaks_for_a_claim_and_not_who_only_doubts_it() -> None:
    nobody = claim_of("b", 85, "Moscow", attributed_to=None, hedged=True)
    (claim,) = told(claim_of("a", 85, "Moscow"), nobody)
    assert claim.fact.attributed_to == "Moscow"


def test_what_nobody_repeats_stands_for_two_weeks() -> None:
    claims = told(claim_of("a", 60, "Taliban"), published=at(1))
    assert standing(claims, july(15)).claims
    assert not standing(claims, july(16)).claims
    last = last_standing(claims, july(31))
    assert [claim.fact.value for claim in last.claims] == [60]
    assert last.day == july(1)


def test_a_changed_figure_is_a_new_claim_in_the_claimants_series() -> None:
    claims = told(claim_of("a", 60, "Taliban"), claim_of("b", 70, "Taliban"), published=at(1, 5))
    (own,) = series(claims).values()
    assert [claim.fact.value for claim in own] == [60, 70]


@pytest.mark.parametrize(
    ("one", "other", "satisfied"),
    [
        ({"value": 1000, "high": None, "qualifier": "over"}, {"value": 1037}, True),
        ({"value": 70}, {"value": 85}, False),
        ({"value": 1000, "low": None, "high": None, "qualifier": "about"}, {"value": 1090}, True),
        ({"value": 1000, "low": None, "high": None, "qualifier": "about"}, {"value": 1200}, False),
        ({"value": None, "low": 30, "high": 44, "qualifier": "range"}, {"value": 44}, True),
        ({"value": 600, "low": None, "qualifier": "under"}, {"value": 500}, True),
        ({"value": 600, "low": None, "qualifier": "under"}, {"value": 601}, False),
    ],
)
def test_claims_agree_where_some_number_satisfies_both(
    one: dict[str, Any], other: dict[str, Any], satisfied: bool
) -> None:
    def fact(values: dict[str, Any]) -> Fact:
        value = values.get("value")
        same: dict[str, Any] = {"value": value, "low": value, "high": value, "unit": "people"}
        return a_fact("a-1", **(same | values))

    assert agree(fact(one), fact(other)) is satisfied
    assert agree(fact(other), fact(one)) is satisfied


def test_camps_and_contradictions() -> None:
    claims = told(
        claim_of("a", 70, "Taliban", qualifier="over", high=None),
        claim_of("b", 85, "Moscow"),
        claim_of("c", 66, "Dushanbe"),
        published=at(5, 6, 6),
    )
    stood = standing(claims, july(9))
    camps = [{claim.fact.value for claim in camp} for camp in stood.camps]
    assert camps == [{66}, {70, 85}]
    pairs = [(one.fact.value, other.fact.value) for one, other in stood.contradictions]
    assert pairs == [(66, 70), (66, 85)]


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=8))
def test_every_claim_is_in_a_camp_and_each_camp_agrees(ends: list[tuple[float, float]]) -> None:
    facts = [
        a_fact(
            f"n{number}.1",
            article_id=f"n{number}",
            kind="control_share",
            unit="percent",
            of="AFG",
            low=min(pair),
            high=max(pair),
            qualifier="range",
            attributed_to=f"claimant {number}",
        )
        for number, pair in enumerate(ends)
    ]
    stood = standing(told(*facts), july(9))
    assert {claim.claim_id for camp in stood.camps for claim in camp} == {
        claim.claim_id for claim in stood.claims
    }
    for camp in stood.camps:
        lows, highs = zip(*(claimed_range(claim.fact) for claim in camp), strict=True)
        assert max(lows) <= min(highs)


# ---- measures, wholes, captures ----------------------------------------------------------------


def test_a_count_has_the_whole_of_its_sentence() -> None:
    held = a_number("a.1", 212, kind="districts", unit="count", action="control", actor="taliban")
    whole = a_number("a.2", 419, kind="districts", unit="count", action="total")
    elsewhere = a_number(
        "b.1", 200, kind="districts", unit="count", action="control", article_id="b"
    )
    assert wholes([held, whole, elsewhere]) == {"a.1": 419}
    assert measure_of(held) is not None
    assert measure_of(whole) is None


@pytest.mark.parametrize(
    ("fact", "measure"),
    [
        (share("a", "AFG-TJK"), "tajik-border"),
        (share("a", "AFG"), "territory"),
        (share("a", "AFG-PAK"), None),
        (fled("a"), "crossed-to-tajikistan"),
        (fled("a", destination="UZB", places=("UZB",)), None),
        (fled("a", action="kill"), None),
    ],
)
def test_which_measure_a_fact_answers(fact: Fact, measure: str | None) -> None:
    found = measure_of(fact)
    assert (found.id if found else None) == measure


def test_running_totals_and_single_days_are_different_measures() -> None:
    flown: dict[str, Any] = {"kind": "evacuated", "action": "evacuate", "when_basis": "stated"}
    since = a_number("a.1", 82300, when_start=july(1), when_end=july(9), **flown)
    a_day = a_number("a.2", 19000, when_start=july(8), when_end=july(9), **flown)
    measures = [measure_of(since), measure_of(a_day)]
    assert [found.id if found else None for found in measures] == ["airlift", None]


def taken(article: str, place: str, day: int | None, actor: str = "taliban") -> Fact:
    dated: dict[str, Any] = (
        {"when_start": july(day), "when_end": july(day), "when_basis": "stated"} if day else {}
    )
    return a_fact(
        f"{article}.{place}",
        article_id=article,
        kind="capture",
        action="capture",
        actor=actor,
        places=(place,),
        **dated,
    )


def test_a_province_falls_with_its_capital_on_the_earliest_day_given() -> None:
    claims = told(taken("a", "AFG/kunduz", 8), taken("b", "AFG/kunduz", 9), taken("c", "AF-NIM", 6))
    changes = captures(claims)
    assert [(change.province, change.day) for change in changes] == [
        ("AF-NIM", july(6)),
        ("AF-KDZ", july(8)),
    ]
    assert changes[1].days == (july(8), july(9))


def test_a_district_or_a_crossing_changes_no_province() -> None:
    assert provinces_taken(taken("a", "AFG/spin-boldak", 14)) == ()
    assert provinces_taken(taken("a", "AFG/islam-qala", 8)) == ()


def test_a_province_taken_back_is_held_by_who_took_it_last() -> None:
    claims = told(
        taken("a", "AFG/qala-e-naw", 7), taken("b", "AFG/qala-e-naw", 8, "afg-government")
    )
    changes = captures(claims)
    assert holders(changes, july(7))["AF-BDG"].holder == "taliban"
    assert holders(changes, july(8))["AF-BDG"].holder == "afg-government"
    assert not holders(changes, july(6))


def test_without_a_day_a_capture_is_of_the_day_it_was_published() -> None:
    (change,) = captures(told(taken("a", "AF-NIM", None), published={"a": july(11)}))
    assert change.day == july(11)


def test_on_sunday_tells_the_day_better_than_this_month() -> None:
    month = a_fact(
        "b.AFG/kunduz",
        article_id="b",
        kind="capture",
        action="capture",
        actor="taliban",
        places=("AFG/kunduz",),
        when_start=july(1),
        when_end=july(31),
        when_basis="stated",
        attributed_to="the Pentagon",
    )
    (change,) = captures(told(taken("a", "AFG/kunduz", 8), month))
    assert change.day == july(8)


def test_a_claim_of_two_towns_is_each_ones_own() -> None:
    both = dataclasses.replace(
        taken("b", "AFG/kunduz", 8), places=("AFG/kunduz", "AFG/taloqan"), fact_id="b.both"
    )
    changes = captures(told(taken("a", "AFG/kunduz", 8), both))
    assert {change.province: change.claims[0].sources for change in changes} == {
        "AF-KDZ": ("a", "b"),
        "AF-TAK": ("b",),
    }
