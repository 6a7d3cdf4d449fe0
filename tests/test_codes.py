"""The contract between the rooms: every code a fact uses has a shape, every shape a code."""

from __future__ import annotations

from data import lexicon
from geo.borders import borders
from geo.boundaries import countries, provinces
from geo.join import places_of_facts, unmatched_codes
from tests.bundled import bundled

CORPUS = bundled()
FACTS = CORPUS.frame()
MEMBERS = {code: region.members for code, region in lexicon.regions().items()}


def test_every_code_of_a_fact_has_a_shape() -> None:
    report = unmatched_codes(FACTS, MEMBERS)
    assert report.missing == ()
    found = places_of_facts(FACTS, MEMBERS)
    assert set(found["shape"]) <= {"country", "province", "border", "settlement", "elsewhere"}
    used = {code for places in FACTS["places"] for code in places}
    used |= {code for field in ("origin", "destination", "of") for code in FACTS[field].dropna()}
    assert used == set(found["named"])


def test_every_shape_has_a_code_with_a_name() -> None:
    assert set(countries().index) <= set(lexicon.countries())
    assert set(provinces().index) <= set(lexicon.provinces())
    neighbours = {code for border in borders().index for code in border.split("-")}
    assert neighbours <= set(lexicon.countries())


def test_every_province_a_text_can_name_has_a_shape() -> None:
    named = FACTS.head(1).copy()
    for code in lexicon.provinces():
        named["places"] = [(code,)]
        assert unmatched_codes(named, MEMBERS).missing == (), code


def test_names_on_the_map_are_those_of_the_lexicon() -> None:
    for code, name in countries()["name"].items():
        assert name == lexicon.countries()[str(code)].name
