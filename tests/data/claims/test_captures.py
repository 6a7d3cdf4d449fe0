"""Captures: when provinces changed hands, and who holds them on a day."""

from __future__ import annotations

import dataclasses
from typing import Any

from data.claims.captures import captures, holders, provinces_taken
from data.fact import Fact
from tests.dashboard.made_up import a_fact
from tests.data.claims.claimed import july, told


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
