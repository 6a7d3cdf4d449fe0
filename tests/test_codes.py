"""The contract between the rooms: every code a fact uses has a shape, every shape a code."""

from __future__ import annotations

from collections.abc import Iterable

from data import lexicon
from data.place_codes import listed_places
from geo.borders import borders
from geo.boundaries import countries, provinces
from geo.codes import CodeKind, kind_of
from tests.bundled import bundled

MEMBERS = {code: region.members for code, region in lexicon.regions().items()}


def without_shape(codes: Iterable[str]) -> list[str]:
    """Codes that have no shape and are not of a country that geo knows to be elsewhere."""
    return sorted(code for code in set(codes) if kind_of(code, MEMBERS) is CodeKind.MISSING)


def test_every_code_of_a_fact_has_a_shape() -> None:
    facts = bundled().facts.values()
    used = {place for f in facts for place in (*f.places, f.origin, f.destination, f.of) if place}
    assert {"AFG", "AFG-TJK", "CENTRAL-ASIA"} <= used
    assert without_shape(used) == []


def test_every_place_a_text_can_name_has_a_shape() -> None:
    assert without_shape(listed_places()) == []
    assert without_shape(code for codes in MEMBERS.values() for code in codes) == []


def test_a_code_that_nobody_knows_has_no_shape() -> None:
    assert without_shape(["AFG", "USA", "TJX", "TJK-UZB"]) == ["TJK-UZB", "TJX"]


def test_every_shape_has_a_code_with_a_name() -> None:
    assert set(countries().index) <= set(lexicon.countries())
    assert set(provinces().index) <= set(lexicon.provinces())
    neighbours = {code for border in borders().index for code in border.split("-")}
    assert neighbours <= set(lexicon.countries())


def test_names_on_the_map_are_those_of_the_lexicon() -> None:
    for code, name in countries()["name"].items():
        assert name == lexicon.countries()[str(code)].name
