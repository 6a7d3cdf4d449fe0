"""Which countries facts concern, and the part in the story that facts give them."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.entry import checked
from geo.codes import CodeKind, countries_of, kind_of
from geo.gazetteer import country_table
from geo.matching import country_concerns
from geo.measured import has_label_point
from geo.parts import Example, Part, PartPlayed, Parts, parts, parts_played

MEMBERS = {"CENTRAL-ASIA": ["KAZ", "KGZ", "TJK", "TKM", "UZB"], "CSTO": ["ARM", "RUS", "TJK"]}
ACTORS = {
    "rus-foreign-ministry": "RUS",
    "tjk-government": "TJK",
    "afg-government": "AFG",
    "usa-military": "USA",
    "taliban": None,
}
EMPTY: dict[str, Any] = {
    "kind": "other_count", "action": "be", "actor": None, "claimant": None,
    "places": (), "origin": None, "destination": None, "of": None,
    "article_id": "a", "value": None, "start": 0,
}  # fmt: skip


def made_up(*facts: dict[str, Any]) -> list[SimpleNamespace]:
    """Facts with only what geo asks them for."""
    return [
        SimpleNamespace(**{"fact_id": f"a-{n}", **EMPTY, **fact})
        for n, fact in enumerate(facts, start=1)
    ]


def played(facts: list[SimpleNamespace]) -> dict[str, PartPlayed]:
    """The part of each country by its code."""
    return {row.code: row for row in parts_played(facts, MEMBERS, ACTORS)}


FLED = {
    "kind": "personnel", "action": "flee", "origin": "AFG", "destination": "TJK",
}  # fmt: skip
SEED = made_up(
    FLED,
    FLED,
    {"kind": "personnel", "action": "mobilise", "places": ["TJK", "AFG-TJK"]},
    {"kind": "control_share", "action": "control", "of": "AFG-TJK",
     "actor": "taliban", "claimant": "rus-foreign-ministry"},
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
    found = country_concerns(made_up(fact), MEMBERS, ACTORS)
    return {(concern.country, concern.field, concern.via) for concern in found}


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


def test_parts_in_the_seed_story() -> None:
    found = played(SEED)
    assert {code: row.part for code, row in found.items() if row.part != "absent"} == {
        "AFG": "ground", "KAZ": "outside", "KGZ": "outside", "RUS": "diplomacy", "TJK": "refuge",
        "TKM": "concern", "USA": "outside", "UZB": "concern",
    }  # fmt: skip
    assert found["IRN"].part == "absent"
    assert found["TJK"].fact_ids == ("a-1", "a-2", "a-3")
    assert found["TJK"].all_fact_ids == ("a-1", "a-2", "a-3", "a-4", "a-5", "a-7", "a-10")
    assert (found["USA"].on_map, found["USA"].name) == (False, None)
    assert (found["UZB"].on_map, found["UZB"].name) == (True, "Uzbekistan")


def test_a_share_of_a_border_makes_neither_side_the_ground() -> None:
    found = played(made_up({"kind": "control_share", "action": "control", "of": "AFG-TJK"}))
    assert found["TJK"].part == found["AFG"].part == "outside"


def test_facts_of_no_rule_still_name_their_country() -> None:
    for fact in ({"of": "PAK"}, {"claimant": "PAK"}, {"places": ["AFG-PAK"]}):
        assert played(made_up(fact))["PAK"].part == "outside"


CAME = FLED | {"destination": "UZB", "places": ["UZB"], "start": 200}
BACK = {"kind": "personnel", "action": "return", "places": ["AFG"], "value": 47}


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        ((BACK | {"start": 300}, CAME | {"value": 3}, CAME | {"value": 44}), "outside"),
        ((BACK, CAME | {"value": 53}), "outside"),  # the article leads with the return
        ((BACK | {"start": 300}, CAME | {"value": 1037}), "refuge"),
        ((BACK | {"article_id": "b"}, CAME | {"value": 3}), "refuge"),
        ((BACK | {"places": ["IRN"]}, CAME | {"value": 3}), "refuge"),
        ((BACK | {"origin": "PAK", "destination": "AFG"}, CAME | {"value": 3}), "refuge"),
        ((BACK | {"origin": "UZB", "destination": "AFG"}, CAME | {"value": 3}), "outside"),
        ((BACK | {"value": None, "start": 300}, CAME | {"value": None}), "refuge"),
    ],
)
def test_who_sends_people_back_is_no_refuge(facts: tuple[dict[str, Any], ...], part: str) -> None:
    assert played(made_up({"start": 100, "claimant": "CHN"}, *facts))["UZB"].part == part


def test_wounded_who_were_brought_to_a_country_make_it_no_ground() -> None:
    wounded = {"kind": "casualties", "action": "wound", "places": ["TJ-KT"]}
    assert played(made_up(wounded | {"actor": "afg-government"}))["TJK"].part == "outside"
    assert played(made_up(wounded | {"actor": "tjk-government"}))["TJK"].part == "ground"
    assert played(made_up(wounded | {"action": "kill"}))["TJK"].part == "ground"
    with_arrival = made_up(wounded | {"actor": "afg-government"}, FLED)
    assert played(with_arrival)["TJK"].part == "refuge"
    assert played(with_arrival)["TJK"].fact_ids == ("a-2",)


EXAMPLES = [(part, example) for part in parts().part for example in part.example]


@pytest.mark.parametrize(("part", "example"), EXAMPLES, ids=[e.words for _, e in EXAMPLES])
def test_examples_of_the_parts(part: Part, example: Example) -> None:
    assert played(made_up(vars(example.fact)))[example.country].part == part.id


def paths(example: Example) -> set[tuple[str, str]]:
    """Fields and ways by which the example's fact leads to its country."""
    found = concerned(vars(example.fact))
    return {(field, via) for country, field, via in found if country == example.country}


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
    found = played([])
    assert list(found) == list(country_table())
    assert {row.part for row in found.values()} == {"absent"}


def test_provinces_elsewhere_lie_in_their_country() -> None:
    assert kind_of("ET-TI", {}) is CodeKind.ELSEWHERE
    assert countries_of("ET-TI", {}) == ("ETH",)
    assert kind_of("QQ-TI", {}) is CodeKind.MISSING
