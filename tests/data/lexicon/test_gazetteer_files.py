"""The gazetteer: what no schema of its files knows, as which name two files may share.

What a file must hold: data/lexicon/gazetteer.py, tests/data/lexicon/test_gazetteer_schema.py.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import pycountry
import pytest

from data import lexicon
from data.lexicon.gazetteer import City, Country, Crossing, Province, Region
from data.lexicon.place_names import as_matched

Entry = Country | Province | City | Crossing | Region
TABLES: Mapping[str, Mapping[str, Entry]] = {
    "countries": lexicon.countries(),
    "provinces": lexicon.provinces(),
    "cities": lexicon.cities(),
    "crossings": lexicon.crossings(),
    "regions": lexicon.regions(),
}
LISTS = ("aliases", "demonyms", "capitals", "seats")
WITH_PROVINCES = {"AFG": "AF", "KGZ": "KG", "TJK": "TJ", "TKM": "TM", "UZB": "UZ"}
KOSOVO = "XKX"  # user-assigned, so pycountry does not have it

# Every alpha-3 code that is no member of the United Nations and none of our four additions.
TERRITORIES = set(
    re.findall(
        r"[A-Z]{3}",
        "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL"
        " GUF GUM HKG HMD IMN IOT JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN"
        " SJM SPM SXM TCA TKL UMI VGB VIR WLF",
    )
)


class Owner(NamedTuple):
    """An entry that claims a name."""

    table: str
    code: str


every_table = pytest.mark.parametrize("table", TABLES)


def _names(entry: Entry) -> list[str]:
    """All names of an entry; `weak` repeats some of them and is not counted again."""
    return [entry.name, *itertools.chain.from_iterable(getattr(entry, key, ()) for key in LISTS)]


def _claims() -> dict[str, list[Owner]]:
    claims: dict[str, list[Owner]] = defaultdict(list)
    for table, entries in TABLES.items():
        for code, entry in entries.items():
            for name in {as_matched(name) for name in _names(entry)}:
                claims[name].append(Owner(table, code))
    return claims


def _may_share(name: str, one: Owner, other: Owner) -> bool:
    """Whether two entries are allowed to have this name in common."""
    entries = [TABLES[owner.table][owner.code] for owner in (one, other)]
    match entries:
        case [Country() as country, _] if name in map(as_matched, country.weak):
            return True
        case [Country() as country, City() | Province() as place]:
            return name in map(as_matched, country.capitals) and place.country == country.code
        case [Province() as province, City() as city]:
            return province.capital == city.code
    return False


@every_table
def test_begins_with_a_comment_that_explains_the_file(table: str) -> None:
    lines = (lexicon.FOLDER / f"{table}.toml").read_text(encoding="utf-8").splitlines()
    comment = list(itertools.takewhile(lambda line: line.startswith("#"), lines))
    assert 3 <= len(comment) <= 8
    for word in ("code", "name", "aliases"):
        assert f"{word}:" in "\n".join(comment)


def test_countries_are_the_un_members_and_four_more() -> None:
    iso = {country.alpha_3 for country in pycountry.countries}
    assert iso >= TERRITORIES
    states = (iso - TERRITORIES) | {KOSOVO}
    wrong = set(lexicon.countries()) ^ states
    assert not wrong, (
        "countries.toml lists states, and all of them: a territory of one is a name of that state, "
        "or of localities.toml"
    )
    assert len(lexicon.countries()) == 193 + 4


@pytest.mark.parametrize(
    ("field", "known"),
    # Both Congos are Congolese and both Dominicas Dominican; a city state is its own capital.
    [("demonyms", {"COG", "DMA", "VAT"}), ("capitals", {"MCO", "SGP", "SMR", "VAT"})],
)
def test_every_country_has_demonyms_and_a_capital(field: str, known: set[str]) -> None:
    without = {code for code, row in lexicon.countries().items() if not getattr(row, field)}
    assert without == known, f"countries.toml: {field} of {sorted(without ^ known)}"


def test_provinces_are_the_divisions_of_iso_3166_2() -> None:
    iso = {
        division.code
        for division in pycountry.subdivisions
        if division.country_code in WITH_PROVINCES.values()
    }
    listed = lexicon.provinces()
    abroad = {code for code, entry in listed.items() if entry.country not in WITH_PROVINCES}
    assert listed.keys() - abroad == iso
    assert abroad <= {division.code for division in pycountry.subdivisions}
    assert sum(code.startswith("AF-") for code in listed) == 34


def test_province_belongs_to_the_country_of_its_prefix() -> None:
    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for code, province in lexicon.provinces().items():
        assert province.country == alpha_3[code.split("-")[0]], code


def test_every_afghan_province_has_a_capital_of_its_own() -> None:
    afghan = (entry for entry in lexicon.provinces().values() if entry.country == "AFG")
    assert len({entry.capital for entry in afghan if entry.capital}) == 34


def test_capitals_and_provinces_point_at_each_other() -> None:
    for code, province in lexicon.provinces().items():
        if province.capital:
            capital = lexicon.cities().get(province.capital)
            assert capital, f"provinces.toml: the capital of {code} is none of cities.toml"
            assert capital.province == code, f"cities.toml: {capital.code} is the capital of {code}"


def test_a_city_has_a_province_exactly_where_provinces_are_listed() -> None:
    for code, city in lexicon.cities().items():
        assert bool(city.province) == (city.country in WITH_PROVINCES), (
            f"cities.toml: {code} has to have a province where all of its country are listed"
        )


def test_countries_that_rules_of_location_name_are_listed() -> None:
    rules = lexicon.location()
    assert {rules.subject, *rules.senders, *rules.by_country} <= lexicon.countries().keys()
    assert set(lexicon.regions()["NATO"].members).isdisjoint(rules.senders)


@pytest.mark.parametrize(
    ("code", "size", "insider", "outsider"),
    [
        ("CENTRAL-ASIA", 5, "TKM", "AFG"),
        ("CIS", 9, "UZB", "TKM"),
        ("CSTO", 6, "ARM", "UZB"),
        ("EU", 27, "IRL", "GBR"),
        ("G7", 7, "JPN", "RUS"),
        ("NATO", 30, "MKD", "FIN"),
        ("SCO", 8, "PAK", "IRN"),
        ("SOUTH-ASIA", 8, "AFG", "IRN"),
    ],
)
def test_regions_are_as_of_july_2021(code: str, size: int, insider: str, outsider: str) -> None:
    members = lexicon.regions()[code].members
    assert len(members) == size
    assert insider in members
    assert outsider not in members


@every_table
def test_no_two_names_have_run_together(table: str) -> None:
    for code, entry in TABLES[table].items():
        for name in _names(entry):
            assert not re.search(r"[^\W\d_A-Z][A-Z]", name), (code, name)
            assert "," not in name or name.startswith("Washington, D"), (code, name)


def test_names_kept_their_accents() -> None:
    countries = lexicon.countries()
    assert "Türkiye" in countries["TUR"].aliases
    assert "Élysée" in countries["FRA"].seats
    assert "Brasília" in countries["BRA"].capitals
    assert countries["STP"].name == "São Tomé and Príncipe"


@pytest.mark.parametrize(
    ("code", "name"),
    [("GEO", "Georgia"), ("JOR", "Jordan"), ("TCD", "Chad"), ("MDV", "Male"), ("SYC", "Victoria")],
)
def test_names_with_a_second_meaning_are_weak(code: str, name: str) -> None:
    assert name in lexicon.countries()[code].weak


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TUR", "Turkey"),
        ("POL", "Polish"),
        ("USA", "US"),
        ("USA", "U.S."),
        ("USA", "American"),
        ("USA", "Washington"),
        ("RUS", "Kremlin"),
        ("TJK", "Tajik"),
        ("UZB", "Uzbek"),
        ("AFG", "Afghans"),
    ],
)
def test_names_the_news_lives_on_are_strong(code: str, name: str) -> None:
    country = lexicon.countries()[code]
    assert name in _names(country)
    assert name not in country.weak


@pytest.mark.parametrize(
    "name", ["Afghani", "Soviet", "Soviet Union", "Baloch", "Pashtun", "Hazara"]
)
def test_names_that_stand_for_no_country_are_absent(name: str) -> None:
    assert name not in _claims()


def test_no_name_belongs_to_two_entries_unless_agreed() -> None:
    shared = [
        f"{name}: {one.code} of {one.table}.toml and {other.code} of {other.table}.toml"
        for name, owners in _claims().items()
        for one, other in itertools.combinations(owners, 2)
        if one.table == other.table or not _may_share(name, one, other)
    ]
    assert not shared, "a name means one of them; the other may have it as `weak`, or a longer one"


def test_the_agreed_sharing_is_there() -> None:
    claims = _claims()
    assert claims["Kunduz"] == [Owner("provinces", "AF-KDZ"), Owner("cities", "AFG/kunduz")]
    assert {owner.table for owner in claims["Kabul"]} == {"countries", "provinces", "cities"}
