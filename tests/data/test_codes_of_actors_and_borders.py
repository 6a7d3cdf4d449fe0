"""Codes of actors and of borders are taken apart in one way."""

from __future__ import annotations

import pytest

from data import lexicon
from data.actor_codes import (
    body_of,
    country_of,
    government,
    institution,
    is_actor,
    is_government,
)
from data.place_codes import is_border, is_place


def test_institutions_of_every_country_are_actors_of_it() -> None:
    for country in lexicon.countries():
        for suffix in lexicon.institutions():
            code = institution(country, suffix)
            assert is_actor(code)
            assert body_of(code) == (country, suffix)
            assert country_of(code) == country
            assert is_government(code) == (code == government(country))


def test_named_actors_are_no_institutions() -> None:
    for code, actor in lexicon.actors().items():
        assert is_actor(code)
        assert body_of(code) is None
        assert country_of(code) == actor.country


@pytest.mark.parametrize("code", ["", "TJK-government", "xyz-government", "tjk-circus", "tjk-"])
def test_what_only_looks_like_an_actor_is_none(code: str) -> None:
    assert not is_actor(code)


def test_only_lines_between_two_countries_are_borders() -> None:
    listed = {*lexicon.countries(), *lexicon.regions(), *lexicon.provinces(), *lexicon.cities()}
    assert not any(is_border(code) for code in listed)
    for crossing in lexicon.crossings().values():
        assert is_border(crossing.border)
        assert is_place(crossing.border)
