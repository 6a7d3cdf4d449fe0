"""What a file of the gazetteer must hold: who adds an entry is told what does not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from data.entry import Entry
from data.errors import InputError
from data.lexicon import gazetteer
from data.lexicon.bounds import Bounds
from data.toml_file import parse_toml, toml_table

SCHEMAS: dict[str, type[Entry]] = {
    "country": gazetteer.Countries,
    "province": gazetteer.Provinces,
    "city": gazetteer.Cities,
    "crossing": gazetteer.Crossings,
    "region": gazetteer.Regions,
}
SECOND: dict[str, dict[str, Any]] = {
    "country": {
        "code": "BBB",
        "name": "Bland",
        "aliases": ("Blå",),
        "demonyms": ("Blander",),
        "capitals": ("Blaton",),
        "seats": (),
        "weak": ("Blå",),
    },
    "province": {"code": "AF-BBB", "country": "AFG", "name": "Bland", "aliases": ("Blå",)},
    "city": {
        "code": "AFG/bland",
        "country": "AFG",
        "province": "AF-BAL",
        "name": "Bland",
        "aliases": ("Blå",),
        "lat": 36.5,
        "lon": 67.0,
    },
    "crossing": {
        "code": "AFG/bland",
        "country": "AFG",
        "border": "AFG-IRN",
        "name": "Bland",
        "aliases": ("Blå",),
        "lat": 32.5,
        "lon": 60.8,
    },
    "region": {
        "code": "BLAND",
        "name": "Bland",
        "aliases": ("Blå",),
        "members": ("AFG", "IRN"),
        "type": "region",
        "source": "A list of 2021",
    },
}
FIRST = {
    "country": "AAB",
    "province": "AF-AAB",
    "city": "AFG/aland",
    "crossing": "AFG/aland",
    "region": "ALAND",
}
BEFORE = {
    "country": "AAA",
    "province": "AF-AAA",
    "city": "AFG/akand",
    "crossing": "AFG/akand",
    "region": "AKAND",
}


def read(kind: str, **changes: object) -> None:
    """Read a file of two entries, the second one changed."""
    second = {name: value for name, value in (SECOND[kind] | changes).items() if value is not None}
    first = SECOND[kind] | {"code": FIRST[kind]}
    if "lat" in first:
        first["lat"] += 0.1
    said = "".join(f"[[{kind}]]\n{toml_table(entry)}" for entry in (first, second))
    parse_toml(said.encode(), Path("f.toml"), SCHEMAS[kind])


def refused(kind: str, **changes: object) -> str:
    with pytest.raises(InputError) as caught:
        read(kind, **changes)
    return str(caught.value)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_entries_stand_in_the_order_of_their_codes_each_once(kind: str) -> None:
    read(kind)
    first = FIRST[kind]
    there = f"f.toml: {kind}[2].code: "
    assert refused(kind, code=first) == (
        f"{there}is listed twice (found '{first}'). Give each entry a code of its own."
    )
    before = BEFORE[kind]
    assert refused(kind, code=before) == (
        f"{there}stands behind '{first}', and the order is that of the codes (found '{before}'). "
        f"Put it before '{first}'."
    )


@pytest.mark.parametrize("kind", SCHEMAS)
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "B_land"}, ".name: is no name as texts have it: letters, blanks, full stops"),
        ({"name": "BlÃ¥"}, ".name: is no name as texts have it"),
        ({"name": ""}, ".name: is no name as texts have it"),
        ({"name": "B  land"}, ".name: has to be one name of up to 45 characters, its blanks"),
        ({"name": "Bland" * 10}, ".name: has to be one name of up to 45 characters"),
        ({"aliases": ("Bla\u030a",)}, ".aliases[1]: is no name as texts have it"),
        ({"aliases": ("Blå", "Bland")}, ".aliases[2]: is a name that the entry has already"),
        ({"name": "B-land", "aliases": ("Blå", "B land")}, ".aliases[2]: is a name that the e"),
        ({"aliases": ("Blå", "Bland's")}, ".aliases[2]: is a name that the entry has already"),
    ],
)
def test_names_are_written_as_texts_have_them_each_once(
    kind: str, changes: dict[str, object], told: str
) -> None:
    assert refused(kind, **changes).startswith(f"f.toml: {kind}[2]{told}")


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        (
            "city",
            {"code": "DNK/bland", "country": "DNK", "province": None},
            "city[2].country: has no box in bounds.toml in which its places must lie (found 'DNK'",
        ),
        (
            "city",
            {"lat": 63.5},
            "city[2].lat: lies outside of AFG, which is between 29.3 and 38.6 degrees (found 63.5",
        ),
        ("city", {"lon": 6.7}, "city[2].lon: lies outside of AFG, which is between 60.4 and"),
        ("city", {"code": "IRN/bland"}, "city[2].code: does not begin with its country, AFG ("),
        ("city", {"country": "AFX"}, "city[2].country: is no country of countries.toml"),
        ("city", {"province": "TJ-GB"}, "city[2].province: is no province of AFG in provinces."),
        ("city", {"lat": 36.6}, "city[2]: lies where 'AFG/aland' does, so that one dot would"),
        (
            "crossing",
            {"border": "AFG-KAZ"},
            "crossing[2].border: has no box in bounds.toml in which its places must lie (found 'A",
        ),
        ("crossing", {"lon": 66.0}, "crossing[2].lon: lies outside of AFG-IRN, which is between"),
        ("crossing", {"border": "IRN-AFG"}, "crossing[2].border: has to be two codes of countri"),
        ("crossing", {"border": "AFG-XXX"}, "crossing[2].border: has to be two codes of countri"),
        ("crossing", {"border": "IRN-PAK"}, "crossing[2].country: is on neither side of the bor"),
        ("crossing", {"lat": 32.6}, "crossing[2]: lies where 'AFG/aland' does, so that one dot"),
        ("region", {"members": ("IRN", "AFG")}, "region[2].members: has to be in alphabetical or"),
        ("region", {"members": ("AFG", "AFG")}, "region[2].members: has to be in alphabetical or"),
        ("region", {"members": ("AFX",)}, "region[2].members[1]: is no country of countries.toml"),
        ("region", {"source": "A list"}, "region[2].source: does not say that the members are t"),
        ("country", {"weak": ("Blon",)}, "country[2].weak[1]: is weak, but no name of the countr"),
        ("country", {"weak": ("Blå", "Blå")}, "country[2].weak[2]: is a name that the entry has"),
        (
            "country",
            {"weak": ("Bland", "Blå", "Blander", "Blaton")},
            "country[2].weak: holds every name",
        ),
    ],
)
def test_what_does_not_fit_is_told(kind: str, changes: dict[str, object], told: str) -> None:
    assert refused(kind, **changes).startswith(f"f.toml: {told}")


def test_who_adds_a_place_of_another_country_is_told_where_its_box_goes() -> None:
    said = refused("city", code="DNK/bland", country="DNK", province=None)
    assert said.endswith(
        "in the entry with code = 'DNK/bland'). Enter DNK under [countries] there."
    )
    said = refused("crossing", border="AFG-KAZ")
    assert said.endswith("). Enter AFG-KAZ under [borders] there.")
    said = refused("city", lat=63.5)
    assert said.endswith("). Correct it, or the box of AFG under [countries] of bounds.toml.")


def test_a_box_holds_something() -> None:
    box = "[borders]\n[countries]\nAFG = { south = 38.6, north = 29.3, west = 60.4, east = 75.0 }\n"
    with pytest.raises(InputError, match=r"f\.toml: countries\.AFG: south has to be less than no"):
        parse_toml(box.encode(), Path("f.toml"), Bounds)
