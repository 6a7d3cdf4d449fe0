"""The contract between the rooms: every code a fact uses has a shape, every shape a code."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dashboard.charts.region.frame import REGION, region
from dashboard.charts.region.told_places import HOME
from data import lexicon
from data.place_codes import listed_places
from geo.borders import borders
from geo.boundaries import countries, provinces
from geo.codes import CodeKind, kind_of
from geo.gazetteer import (
    border_codes,
    country_elsewhere,
    country_table,
    elsewhere,
    province_table,
    undrawn_provinces,
)
from tests.bundled import bundled
from tests.data.lexicon.test_gazetteer_files import WITH_PROVINCES

MEMBERS = {code: region.members for code, region in lexicon.regions().items()}


def test_the_map_is_about_the_country_that_articles_are_collected_for() -> None:
    assert lexicon.subject() == HOME


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
    known = {code: entry.name for code, entry in lexicon.countries().items()}
    known |= {code: entry.name for code, entry in lexicon.provinces().items()}
    drawn = {code: entry.name for code, entry in country_table().items()}
    drawn |= {code: entry.name for code, entry in undrawn_provinces().items()}
    for group in province_table().values():
        drawn |= {code: entry.name for code, entry in group.items()}
    assert drawn == {code: known.get(code) for code in drawn}


@pytest.mark.parametrize("code", country_table())
def test_a_country_on_the_map_is_entered_wherever_it_must_be(code: str) -> None:
    assert code in countries().index, "no shape: make shapes SOURCE=..."
    at, box = region().name_at(code), region().shapes
    inside = at and box.west < at[0] < box.east and box.south < at[1] < box.north
    assert inside, f"its name stands outside the picture: [labels] of {REGION}"
    assert code not in elsewhere(), "it is still in geo/elsewhere.toml"
    provinces_of = [entry.code for entry in lexicon.provinces().values() if entry.country == code]
    assert not list(filter(country_elsewhere, provinces_of)), "[divided] of geo/elsewhere.toml"
    assert code not in lexicon.location().by_country, (
        "facts do not name its provinces: by_country of data/lexicon/location.toml"
    )
    assert country_table()[code].provinces == (code in WITH_PROVINCES), (
        "WITH_PROVINCES of tests/data/lexicon/test_gazetteer_files.py says otherwise"
    )


@pytest.mark.parametrize("border", border_codes())
def test_a_border_on_the_map_is_entered_wherever_it_must_be(border: str) -> None:
    one, other = border.split("-")
    assert border in region().border_labels, f"[border_labels] of {REGION}"
    assert {f"{one} to {other}", f"{other} to {one}"} <= region().ways.keys(), f"[ways] of {REGION}"
    bordering = lexicon.anaphora().bordering
    for country, neighbour in ((one, other), (other, one)):
        assert neighbour in bordering.get(country, {neighbour}), (
            f"[bordering] {country} of data/lexicon/anaphora.toml"
        )
