"""What stands on a day: each claimant's latest, who agrees with whom, who contradicts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.claims.standing import agree, claimed_range, last_standing, series, standing
from data.fact import Fact
from tests.dashboard.made_up import a_fact, a_number
from tests.data.claims.claimed import fled, july, share, told


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
    (own,) = series(claims)
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


def flown(article: str, count: float, who: str, code: str, day: int = 31, **fields: Any) -> Fact:
    """So many flown out since the middle of July, up to a day."""
    days = {"when_start": july(14), "when_end": july(day), "when_basis": "stated"}
    return a_number(
        f"{article}.{count}",
        count,
        article_id=article,
        **{
            "kind": "evacuated",
            "action": "evacuate",
            "unit": "people",
            "places": ("AF-KAB",),
            "attributed_to": who,
            "claimant": code,
            **days,
            **fields,
        },
    )


def test_the_newest_figure_of_a_government_stands_whoever_gave_it() -> None:
    claims = told(
        flown("a", 95_700, "the White House", "usa-government", 26),
        flown("b", 123_000, "Gen. McKenzie", "kenneth-mckenzie", 31),
        published={"a": july(26), "b": july(31)},
    )
    assert [claim.fact.value for claim in standing(claims, july(30)).claims] == [95_700]
    assert [claim.fact.value for claim in standing(claims, july(31)).claims] == [123_000]


def test_what_two_governments_flew_out_can_not_contradict() -> None:
    claims = told(
        flown("a", 15000, "London", "gbr-government"),
        flown("b", 5347, "Berlin", "deu-government"),
        published={"a": july(31), "b": july(31)},
    )
    stood = standing(claims, july(31))
    assert len(stood.camps) == 2
    assert not stood.contradictions
    assert not stood.compared


def test_soldiers_killed_and_civilians_killed_can_not_contradict() -> None:
    def killed(article: str, count: float, who: str) -> Fact:
        moment = dt.date(2021, 8, 26)
        return fled(
            article,
            count,
            kind="casualties",
            action="kill",
            who=who,
            actor=None,
            origin=None,
            destination=None,
            places=("AF-KAB",),
            attributed_to=article,
            claimant=None,
            when_start=moment,
            when_end=moment,
            when_basis="stated",
        )

    day = dt.date(2021, 8, 27)
    facts = (
        killed("a", 13, "US soldiers"),
        killed("b", 60, "civilians"),
        killed("c", 70, "people"),
        killed("d", 95, "people"),
    )
    stood = standing(told(*facts, published=dict.fromkeys("abcd", day)), day)
    pairs = [(one.fact.value, other.fact.value) for one, other in stood.contradictions]
    assert pairs == [(70, 95)]


def test_an_earlier_days_figure_is_no_news_whoever_tells_it_again() -> None:
    old = {"when_start": july(1), "when_end": july(2), "when_basis": "stated"}
    claims = told(claim_of("a", 30, "Pentagon", **old), published={"a": july(20)})
    assert not standing(claims, july(20)).claims
    shown = last_standing(claims, july(30))
    assert [claim.fact.value for claim in shown.claims] == [30]
    assert (shown.day, shown.lapsed) == (july(20), True)


def test_what_counts_from_another_day_on_is_another_series() -> None:
    def displaced(article: str, count: float, first: int) -> Fact:
        return flown(
            article,
            count,
            "UNHCR",
            "unhcr",
            kind="displaced",
            action="displace",
            places=("AFG",),
            when_start=july(first),
        )

    counts = ("a", 270_000, 1), ("b", 126_000, 20), ("c", 400_000, 1)
    claims = told(*(displaced(*each) for each in counts), published=dict.fromkeys("abc", july(31)))
    values = [[claim.fact.value for claim in own] for own in series(claims)]
    assert values == [[270_000, 400_000], [126_000]]
    assert len(standing(claims, july(31)).claims) == 3


def test_totals_which_grow_stand_for_a_week() -> None:
    claims = told(flown("a", 18_000, "NATO", "nato", 20), published={"a": july(20)})
    assert standing(claims, july(27)).claims
    assert not standing(claims, july(28)).claims
