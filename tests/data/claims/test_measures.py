"""Measures: which question a claim answers, and what a count is out of."""

from __future__ import annotations

from typing import Any

import pytest

from data.claims.measures import measure_of
from data.claims.wholes import wholes, wholes_claimed
from data.fact import Fact
from tests.dashboard.made_up import a_number
from tests.data.claims.claimed import fled, july, share, told


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


@pytest.mark.parametrize(
    ("claimant", "actor", "measure"),
    [
        ("joe-biden", None, "airlift"),
        ("nato", None, "airlift"),
        (None, "usa-government", "airlift"),
        (None, None, "airlift"),
        ("gbr-defence-ministry", "gbr-government", "airlift-others"),
        (None, "deu-government", "airlift-others"),
    ],
)
def test_what_other_governments_flew_out_is_another_measure(
    claimant: str | None, actor: str | None, measure: str
) -> None:
    fact = a_number(
        "a.1", 5000, kind="evacuated", action="evacuate", claimant=claimant, actor=actor
    )
    found = measure_of(fact)
    assert found is not None
    assert found.id == measure


def test_captured_and_held_new_and_in_all_are_different_measures() -> None:
    def found(**fields: Any) -> str | None:
        measure = measure_of(a_number("a.1", 5000, places=("AFG",), **fields))
        return measure.id if measure else None

    districts = {"kind": "districts", "unit": "count", "actor": "taliban"}
    since = {"when_start": july(1), "when_end": july(9), "when_basis": "stated"}
    assert found(action="control", **districts) == "districts"
    assert found(action="capture", **districts) == "districts-captured"
    assert found(kind="displaced", action="displace", **since) == "displaced"
    assert found(kind="displaced", action="displace") == "displaced-in-all"


def test_a_claim_has_the_whole_that_any_of_its_tellings_gives() -> None:
    def held(article: str, name: str) -> Fact:
        counted: dict[str, Any] = {"kind": "districts", "unit": "count", "action": "control"}
        return a_number(f"{article}.{name}", 250, article_id=article, **counted)

    one, other, third = held("a", "1"), held("b", "2"), held("c", "3")
    (claim,) = told(one, other, third)
    assert wholes_claimed([claim], {"b.2": 398}) == {"a.1": 398, "b.2": 398, "c.3": 398}
    assert wholes_claimed([claim], {"a.1": 400, "b.2": 398}) == {"a.1": 400, "b.2": 398}


@pytest.mark.parametrize(
    ("origin", "places", "measure"),
    [
        (None, (), "airlift"),
        ("AFG", ("AFG",), "airlift"),
        ("AF-KAB", ("QAT",), "airlift"),
        ("AF-KDZ", ("AF-TAK",), None),
        ("AFG/kandahar", ("PAK",), None),
        (None, ("AF-BAL",), None),
    ],
)
def test_the_airlift_is_of_kabul(
    origin: str | None, places: tuple[str, ...], measure: str | None
) -> None:
    flown = a_number("a.1", 5000, kind="evacuated", action="leave", origin=origin, places=places)
    found = measure_of(flown)
    assert (found.id if found else None) == measure
