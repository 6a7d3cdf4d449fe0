"""Facts x shapes on small hand-made frames."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from data.entry import checked
from geo.codes import CodeKind, countries_of, kind_of
from geo.errors import ShapeError
from geo.gazetteer import country_table
from geo.join import (
    border_claims,
    country_facts,
    country_parts,
    movements,
    parts,
    places_of_facts,
    unmatched_codes,
)
from geo.measured import has_label_point, label_point
from geo.parts import Example, Part, Parts

MEMBERS = {"CENTRAL-ASIA": ["KAZ", "KGZ", "TJK", "TKM", "UZB"], "CSTO": ["ARM", "RUS", "TJK"]}
ACTORS = {"rus-foreign-ministry": "RUS", "tjk-government": "TJK", "taliban": None}
EMPTY: dict[str, Any] = {
    "article_id": "a", "kind": "other_count", "action": "be", "value": None, "low": None,
    "high": None, "unit": None, "qualifier": None, "who": None, "actor": None, "claimant": None,
    "places": (), "origin": None, "destination": None, "of": None,
}  # fmt: skip


def frame(*facts: dict[str, Any]) -> pd.DataFrame:
    rows = [
        {"fact_id": f"a-{n}", "fact_group": f"g{n}", **EMPTY, **fact}
        for n, fact in enumerate(facts, start=1)
    ]
    made = pd.DataFrame(rows, columns=["fact_id", "fact_group", *EMPTY])
    numbers = dict.fromkeys(("value", "low", "high"), "Float64")
    texts = dict.fromkeys(("origin", "destination", "of", "actor", "claimant", "unit"), "str")
    return made.astype(numbers | texts)


FLED = {
    "kind": "personnel", "action": "flee", "origin": "AFG", "destination": "TJK",
    "value": 1000, "low": 1000, "unit": "people", "qualifier": "over", "fact_group": "fled",
}  # fmt: skip
SEED = frame(
    FLED,
    FLED,
    {"kind": "personnel", "action": "mobilise", "places": ["TJK", "AFG-TJK"], "value": 20000},
    {"kind": "control_share", "action": "control", "of": "AFG-TJK", "unit": "percent",
     "value": 85, "low": 85, "high": 85, "actor": "taliban", "claimant": "rus-foreign-ministry"},
    {"kind": "pledge", "action": "pledge", "places": ["CENTRAL-ASIA"], "actor": "taliban"},
    {"kind": "meeting", "action": "visit", "places": ["RUS"], "actor": "taliban"},
    {"kind": "concern", "action": "fear", "places": ["TJK"], "actor": "tjk-government"},
    {"kind": "concern", "action": "fear", "places": ["UZB"], "actor": "UZB"},
    {"kind": "concern", "action": "fear", "places": ["TKM"], "actor": "TKM"},
    {"kind": "concern", "action": "fear", "places": ["TJK"], "actor": "rus-foreign-ministry"},
    {"kind": "capture", "action": "fall", "places": ["AFG"], "actor": "taliban"},
    {"kind": "history", "action": "fight", "places": ["AFG"]},
    {"kind": "personnel", "action": "withdraw", "origin": "AFG", "destination": "USA"},
)  # fmt: skip


def places(*facts: dict[str, Any]) -> list[tuple[str, ...]]:
    found = places_of_facts(frame(*facts), MEMBERS)
    return [tuple(row[1:]) for row in found.itertuples(index=False, name=None)]


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ({"places": ["AF-KDZ"]}, [("places", "AF-KDZ", "AF-KDZ", "itself", "province")]),
        ({"of": "AFG-TJK"}, [("of", "AFG-TJK", "AFG-TJK", "itself", "border")]),
        ({"places": ["TM-S"]}, [("places", "TM-S", "TM-A", "drawn_in", "province")]),
        (
            {"origin": "AFG/shir-khan-bandar"},
            [("origin", "AFG/shir-khan-bandar", "AFG/shir-khan-bandar", "itself", "settlement")],
        ),
        (
            {"destination": "CSTO"},
            [
                ("destination", "CSTO", "ARM", "member", "elsewhere"),
                ("destination", "CSTO", "RUS", "member", "country"),
                ("destination", "CSTO", "TJK", "member", "country"),
            ],
        ),
        ({"places": ["USA"]}, [("places", "USA", "USA", "itself", "elsewhere")]),
        ({"places": ["TJX"]}, [("places", "TJX", "TJX", "itself", "missing")]),
        ({}, []),
    ],
)
def test_places_of_a_fact(fact: dict[str, Any], expected: list[tuple[str, ...]]) -> None:
    assert places(fact) == expected


def test_a_place_named_twice_is_one_row() -> None:
    assert len(places({"places": ["TJK", "TJK"], "origin": "TJK"})) == 2


def test_places_come_in_the_order_of_the_facts() -> None:
    found = places_of_facts(SEED, MEMBERS)
    order = [int(fact_id.removeprefix("a-")) for fact_id in found["fact_id"]]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("DEU/berlin", CodeKind.ELSEWHERE),
        ("DEU/", CodeKind.MISSING),
        ("AFG/", CodeKind.MISSING),
        ("TJK-AFG", CodeKind.MISSING),
        ("TJK-UZB", CodeKind.MISSING),
        ("EUROPE", CodeKind.MISSING),
        ("", CodeKind.MISSING),
        ("CSTO", CodeKind.REGION),
    ],
)
def test_kinds_of_code(code: str, kind: CodeKind) -> None:
    assert kind_of(code, MEMBERS) is kind


NEAR_CODES = st.sampled_from(["AFG", "AF-KDZ", "TM-S", "AFG-TJK", "USA", "AFG/kunduz"])


@settings(deadline=None)
@given(st.text(max_size=8) | NEAR_CODES | st.tuples(NEAR_CODES, st.text(max_size=2)).map("".join))
def test_exactly_the_drawn_kinds_of_code_have_a_label_point(code: str) -> None:
    drawn = kind_of(code, {}) in (CodeKind.COUNTRY, CodeKind.PROVINCE, CodeKind.BORDER)
    assert has_label_point(code) is drawn


def concerned(fact: dict[str, Any]) -> set[tuple[str, str, str]]:
    found = country_facts(frame(fact), MEMBERS, ACTORS)
    return set(zip(found["country"], found["field"], found["via"], strict=True))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ({"places": ["AF-KDZ"]}, {("AFG", "places", "province")}),
        ({"places": ["TM-S"]}, {("TKM", "places", "province")}),
        ({"destination": "TJK/panji-poyon"}, {("TJK", "destination", "settlement")}),
        ({"of": "AFG-TJK"}, {("AFG", "of", "border"), ("TJK", "of", "border")}),
        ({"places": ["CSTO"]}, {(c, "places", "member") for c in ("ARM", "RUS", "TJK")}),
        ({"actor": "rus-foreign-ministry"}, {("RUS", "actor", "actor")}),
        ({"claimant": "rus-foreign-ministry"}, {("RUS", "claimant", "actor")}),
        ({"actor": "UZB"}, {("UZB", "actor", "actor")}),
        ({"actor": "taliban", "claimant": "somebody"}, set()),
        ({"places": ["TJX"]}, set()),
    ],
)
def test_countries_of_a_fact(fact: dict[str, Any], expected: set[tuple[str, str, str]]) -> None:
    assert concerned(fact) == expected


def test_unmatched_codes_are_named_with_fact_and_field() -> None:
    facts = frame({"places": ["TJX", "USA"]}, {"destination": "CSTO", "of": "TJK-UZB"})
    report = unmatched_codes(facts, MEMBERS)
    assert [str(code) for code in report.missing] == [
        "TJX (fact a-1, places)",
        "TJK-UZB (fact a-2, of)",
    ]
    assert [str(code) for code in report.elsewhere] == [
        "USA (fact a-1, places)",
        "ARM (fact a-2, destination, member of CSTO)",
    ]
    with pytest.raises(ShapeError, match=r"no shape for TJX \(fact a-1, places\); TJK-UZB"):
        report.raise_if_missing()


def test_countries_elsewhere_are_no_mistake() -> None:
    report = unmatched_codes(SEED, MEMBERS)
    report.raise_if_missing()
    assert [code.code for code in report.elsewhere] == ["USA"]


def test_parts_in_the_seed_story() -> None:
    found = country_parts(SEED, MEMBERS, ACTORS).set_index("code")
    assert found.part.to_dict() == {
        "AFG": "ground", "CHN": "absent", "IND": "absent", "IRN": "absent", "KAZ": "outside",
        "KGZ": "outside", "PAK": "absent", "RUS": "diplomacy", "TJK": "refuge", "TKM": "concern",
        "USA": "outside", "UZB": "concern",
    }  # fmt: skip
    assert found.fact_ids["TJK"] == ("a-1", "a-2", "a-3")
    assert found.all_fact_ids["TJK"] == ("a-1", "a-2", "a-3", "a-4", "a-5", "a-7", "a-10")
    assert not found.on_map["USA"]
    assert found.name["UZB"] == "Uzbekistan"


def test_a_share_of_a_border_makes_neither_side_the_ground() -> None:
    fact = {"kind": "control_share", "action": "control", "of": "AFG-TJK", "value": 85}
    found = country_parts(frame(fact)).set_index("code").part
    assert found["TJK"] == found["AFG"] == "outside"


def test_facts_of_no_rule_still_name_their_country() -> None:
    for fact in ({"of": "PAK"}, {"claimant": "PAK"}, {"places": ["AFG-PAK"]}):
        assert country_parts(frame(fact)).set_index("code").part["PAK"] == "outside"


EXAMPLES = [(part, example) for part in parts().part for example in part.example]


@pytest.mark.parametrize(("part", "example"), EXAMPLES, ids=[e.words for _, e in EXAMPLES])
def test_examples_of_the_parts(part: Part, example: Example) -> None:
    facts = frame(vars(example.fact))
    found = country_parts(facts, MEMBERS, ACTORS).set_index("code")
    assert found.part[example.country] == part.id


def paths(example: Example) -> set[tuple[str, str]]:
    """Fields and ways by which the example's fact leads to its country."""
    found = country_facts(frame(vars(example.fact)), MEMBERS, ACTORS)
    own = found[found["country"] == example.country]
    return set(zip(own["field"], own["via"], strict=True))


@pytest.mark.parametrize("part", parts().part, ids=lambda part: part.id)
def test_every_rule_has_an_example(part: Part) -> None:
    for rule in part.rule:
        assert any(
            rule.matches(example.fact.kind, example.fact.action, field, via)
            for example in part.example
            for field, via in paths(example)
        ), rule


def test_the_last_rule_must_take_all() -> None:
    table = dataclasses.asdict(parts())
    table["part"] = table["part"][:-1]
    with pytest.raises(ValueError, match="the last rule must match every fact"):
        checked(Parts, table)


def test_no_facts_no_part() -> None:
    found = country_parts(SEED.iloc[:0])
    assert list(found["code"]) == list(country_table())
    assert set(found["part"]) == {"absent"}


def test_movement_of_the_seed_story() -> None:
    found = movements(SEED)
    first = found.iloc[0]
    assert first.fact_ids == ("a-1", "a-2")
    assert (first.low, first.qualifier, first.action) == (1000, "over", "flee")
    assert (first.start_lon, first.start_lat) == label_point("AFG")
    assert (first.end_lon, first.end_lat) == label_point("TJK")
    assert list(found.drawable) == [True, False]
    assert found.destination[1] == "USA"
    assert math.isnan(found.end_lon[1])


def test_movements_know_points_of_settlements() -> None:
    facts = frame({"origin": "AFG/kunduz", "destination": "TJK"}, {"origin": "AFG"})
    found = movements(facts, {"AFG/kunduz": (68.87, 36.73)})
    assert len(found) == 1
    assert (found.start_lon[0], found.start_lat[0]) == (68.87, 36.73)
    assert not movements(facts).drawable[0]


def test_moving_within_a_country_is_no_arrow() -> None:
    assert list(movements(frame({"origin": "AFG", "destination": "AFG"})).drawable) == [False]


def test_border_claim_of_the_seed_story() -> None:
    found = border_claims(SEED)
    assert list(found.fact_id) == ["a-4"]
    claim = found.iloc[0]
    assert claim.value_published_km == pytest.approx(0.85 * 1357)
    assert claim.value_map_km == pytest.approx(0.85 * claim.map_km)
    assert claim.geometry.distance(shapely.Point(claim.label_lon, claim.label_lat)) < 1e-9
    assert found.crs == "EPSG:4326"


def test_an_open_claim_has_lengths_for_the_bounds_it_gives() -> None:
    almost_all = {"of": "AFG-TJK", "unit": "percent", "low": 90, "high": 100}
    length = {"of": "AFG-TJK", "unit": "km", "value": 1357}
    found = border_claims(frame(almost_all, length, {"of": "AFG"}))
    assert list(found.fact_id) == ["a-1", "a-2"]
    assert math.isnan(found.value_published_km[0])
    assert found.low_published_km[0] == pytest.approx(1221.3)
    assert found.high_map_km[0] == pytest.approx(found.map_km[0])
    assert math.isnan(found.value_map_km[1])


@pytest.mark.parametrize(
    "function", [places_of_facts, country_facts, country_parts, movements, border_claims]
)
def test_a_frame_that_is_none_of_facts(function: Any) -> None:
    with pytest.raises(ShapeError, match=r"facts: no column '.*', found wrong"):
        function(pd.DataFrame({"wrong": [1]}))
    assert len(function(SEED.iloc[:0])) in (0, len(country_table()))


def test_provinces_elsewhere_lie_in_their_country() -> None:
    assert kind_of("ET-TI", {}) is CodeKind.ELSEWHERE
    assert countries_of("ET-TI", {}) == ("ETH",)
    assert kind_of("QQ-TI", {}) is CodeKind.MISSING
