"""The gazetteer: names, codes and coordinates in data/lexicon, read as plain TOML."""

from __future__ import annotations

import itertools
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pycountry
import pytest

LEXICON = Path(__file__).parents[3] / "data" / "lexicon"
TABLES = {
    "countries": "country",
    "provinces": "province",
    "cities": "city",
    "crossings": "crossing",
    "regions": "region",
}
KEYS = {
    "countries": {"code", "name", "aliases", "demonyms", "capitals", "seats", "weak"},
    "provinces": {"code", "country", "name", "aliases"},
    "cities": {"code", "country", "name", "aliases", "lat", "lon"},
    "crossings": {"code", "country", "border", "name", "aliases", "lat", "lon"},
    "regions": {"code", "name", "aliases", "members", "type", "source"},
}
OPTIONAL_KEYS = {"provinces": {"capital"}, "cities": {"province"}}
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

# south, north, west, east: generous by about half a degree
BOXES = {
    "AFG": (29.3, 38.6, 60.4, 75.0),
    "ARE": (22.5, 26.2, 51.4, 56.5),
    "CHN": (18.0, 53.6, 73.4, 135.1),
    "DEU": (47.2, 55.1, 5.8, 15.1),
    "IRN": (25.0, 39.9, 44.0, 63.4),
    "KAZ": (40.5, 55.5, 46.4, 87.4),
    "KGZ": (39.1, 43.3, 69.2, 80.3),
    "PAK": (23.6, 37.1, 60.8, 77.9),
    "TJK": (36.6, 41.1, 67.3, 75.2),
    "TKM": (35.1, 42.9, 52.4, 66.8),
    "TUR": (35.8, 42.2, 25.6, 44.9),
    "UZB": (37.1, 45.6, 55.9, 73.2),
}
BORDER_BOXES = {
    "AFG-IRN": (29.8, 35.7, 60.4, 62.0),
    "AFG-PAK": (29.3, 37.1, 60.8, 74.9),
    "AFG-TJK": (36.6, 38.6, 67.7, 75.0),
    "AFG-TKM": (35.0, 37.6, 61.1, 66.7),
    "AFG-UZB": (37.0, 37.5, 66.4, 67.9),
}

Row = dict[str, Any]
Box = tuple[float, float, float, float]


class Owner(NamedTuple):
    """An entry that claims a name."""

    table: str
    code: str


def _read(table: str) -> list[Row]:
    document = tomllib.loads((LEXICON / f"{table}.toml").read_text(encoding="utf-8"))
    assert set(document) == {TABLES[table]}
    rows: list[Row] = document[TABLES[table]]
    return rows


ROWS = {table: _read(table) for table in TABLES}
BY_CODE = {table: {row["code"]: row for row in rows} for table, rows in ROWS.items()}
every_table = pytest.mark.parametrize("table", TABLES)


def _names(row: Row) -> list[str]:
    """All names of an entry; `weak` repeats some of them and is not counted again."""
    lists = (row.get(key, []) for key in ("aliases", "demonyms", "capitals", "seats"))
    return [row["name"], *itertools.chain.from_iterable(lists)]


def _as_matched(name: str) -> str:
    """A name as the matcher sees it: hyphen and space, straight and curly quotes are equal."""
    return re.sub(r"[-\s]+", " ", name.replace("’", "'").replace("‘", "'"))


def _inside(row: Row, box: Box) -> bool:
    south, north, west, east = box
    return bool(south <= row["lat"] <= north and west <= row["lon"] <= east)


def _claims() -> dict[str, list[Owner]]:
    claims: dict[str, list[Owner]] = defaultdict(list)
    for table, rows in ROWS.items():
        for row in rows:
            for name in {_as_matched(name) for name in _names(row)}:
                claims[name].append(Owner(table, row["code"]))
    return claims


def _may_share(name: str, one: Owner, other: Owner) -> bool:
    """Whether two entries are allowed to have this name in common."""
    rows = {owner.table: BY_CODE[owner.table][owner.code] for owner in (one, other)}
    if "countries" in rows:
        country = rows.pop("countries")
        if name in {_as_matched(weak) for weak in country["weak"]}:
            return True
        if {"cities", "provinces"} & set(rows):
            (place,) = rows.values()
            in_capitals = name in {_as_matched(capital) for capital in country["capitals"]}
            return in_capitals and place["country"] == country["code"]
        return False
    if set(rows) == {"provinces", "cities"}:
        return bool(rows["provinces"].get("capital") == rows["cities"]["code"])
    return False


@every_table
def test_begins_with_a_comment_that_explains_the_file(table: str) -> None:
    lines = (LEXICON / f"{table}.toml").read_text(encoding="utf-8").splitlines()
    comment = list(itertools.takewhile(lambda line: line.startswith("#"), lines))
    assert 3 <= len(comment) <= 8
    for word in ("code", "name", "aliases"):
        assert f"{word}:" in "\n".join(comment)


@every_table
def test_every_entry_has_the_agreed_keys(table: str) -> None:
    for row in ROWS[table]:
        keys = set(row) - OPTIONAL_KEYS.get(table, set())
        assert keys == KEYS[table], row["code"]
        for key, value in row.items():
            if key in {"aliases", "demonyms", "capitals", "seats", "weak", "members"}:
                assert isinstance(value, list), (row["code"], key)
                assert all(isinstance(item, str) for item in value), (row["code"], key)
            else:
                assert isinstance(value, float if key in {"lat", "lon"} else str), (
                    row["code"],
                    key,
                )


@every_table
def test_codes_are_unique_and_in_order(table: str) -> None:
    codes = [row["code"] for row in ROWS[table]]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert codes == sorted(codes)


def test_countries_are_the_un_members_and_four_more() -> None:
    iso = {country.alpha_3 for country in pycountry.countries}
    assert iso >= TERRITORIES
    states = (iso - TERRITORIES) | {KOSOVO}
    wrong = set(BY_CODE["countries"]) ^ states
    assert not wrong, (
        "countries.toml lists states, and all of them: a territory of one is a name of that state, "
        "or of localities.toml"
    )
    assert len(BY_CODE["countries"]) == 193 + 4


@pytest.mark.parametrize(
    ("field", "known"),
    # Both Congos are Congolese and both Dominicas Dominican; a city state is its own capital.
    [("demonyms", {"COG", "DMA", "VAT"}), ("capitals", {"MCO", "SGP", "SMR", "VAT"})],
)
def test_every_country_has_demonyms_and_a_capital(field: str, known: set[str]) -> None:
    without = {code for code, row in BY_CODE["countries"].items() if not row[field]}
    assert without == known, f"countries.toml: {field} of {sorted(without ^ known)}"


def test_provinces_are_the_divisions_of_iso_3166_2() -> None:
    iso = {
        division.code
        for division in pycountry.subdivisions
        if division.country_code in WITH_PROVINCES.values()
    }
    abroad = {row["code"] for row in ROWS["provinces"] if row["country"] not in WITH_PROVINCES}
    assert set(BY_CODE["provinces"]) - abroad == iso
    assert abroad <= {division.code for division in pycountry.subdivisions}
    assert sum(code.startswith("AF-") for code in BY_CODE["provinces"]) == 34


def test_province_belongs_to_the_country_of_its_prefix() -> None:
    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for row in ROWS["provinces"]:
        assert row["country"] == alpha_3[row["code"].split("-")[0]], row["code"]


@pytest.mark.parametrize("table", ["cities", "crossings"])
def test_slugs_stand_under_their_country(table: str) -> None:
    for row in ROWS[table]:
        assert re.fullmatch(r"[A-Z]{3}/[a-z0-9-]+", row["code"]), row["code"]
        assert row["code"].split("/")[0] == row["country"]
        assert row["country"] in BY_CODE["countries"]


def test_every_afghan_province_has_a_capital_of_its_own() -> None:
    capitals = [row["capital"] for row in ROWS["provinces"] if row["country"] == "AFG"]
    assert len(set(capitals)) == 34


def test_capitals_and_provinces_point_at_each_other() -> None:
    for row in ROWS["provinces"]:
        if "capital" in row:
            assert BY_CODE["cities"][row["capital"]]["province"] == row["code"]


def test_a_city_has_a_province_exactly_where_provinces_are_listed() -> None:
    for row in ROWS["cities"]:
        assert ("province" in row) == (row["country"] in WITH_PROVINCES), row["code"]
        if "province" in row:
            assert BY_CODE["provinces"][row["province"]]["country"] == row["country"], row["code"]


def test_cities_lie_inside_their_country() -> None:
    outside = [row["code"] for row in ROWS["cities"] if not _inside(row, BOXES[row["country"]])]
    assert outside == []


def test_crossings_lie_along_their_border() -> None:
    for row in ROWS["crossings"]:
        sides = row["border"].split("-")
        assert sides == sorted(sides), row["code"]
        assert row["country"] in sides, row["code"]
        assert set(sides) <= set(BY_CODE["countries"]), row["code"]
        assert _inside(row, BORDER_BOXES[row["border"]]), row["code"]


@pytest.mark.parametrize("table", ["cities", "crossings"])
def test_no_two_places_share_a_dot(table: str) -> None:
    dots = Counter((row["lat"], row["lon"]) for row in ROWS[table])
    assert [dot for dot, count in dots.items() if count > 1] == []


def test_countries_that_rules_of_location_name_are_listed() -> None:
    rules = tomllib.loads((LEXICON / "location.toml").read_text(encoding="utf-8"))
    listed = {country["code"] for country in _read("countries")}
    assert {rules["subject"], *rules["senders"], *rules["by_country"]} <= listed
    (nato,) = (set(region["members"]) for region in _read("regions") if region["code"] == "NATO")
    assert nato.isdisjoint(rules["senders"])


def test_region_members_exist() -> None:
    for row in ROWS["regions"]:
        assert row["members"] == sorted(set(row["members"])), row["code"]
        assert set(row["members"]) <= set(BY_CODE["countries"]), row["code"]
        assert row["type"] in {"region", "alliance"}, row["code"]
        assert re.search(r"\b2021\b", row["source"]), row["code"]


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
    members = BY_CODE["regions"][code]["members"]
    assert len(members) == size
    assert insider in members
    assert outsider not in members


@every_table
def test_names_are_cleanly_written(table: str) -> None:
    for row in ROWS[table]:
        for name in _names(row):
            where = (row["code"], name)
            assert name, where
            assert name == " ".join(name.split()), where
            assert name == unicodedata.normalize("NFC", name), where
            assert len(name) <= 45, where
            # letters (of any script's Latin), the marks that names have, and nothing mangled
            assert re.fullmatch(r"[^\W_](?:[^\W_]|[ .'’‘ʻ&,-])*", name), where
            assert not re.search(r"[ÃÂ�?]", name), where


@every_table
def test_no_two_names_have_run_together(table: str) -> None:
    for row in ROWS[table]:
        for name in _names(row):
            assert not re.search(r"[^\W\d_A-Z][A-Z]", name), (row["code"], name)
            assert "," not in name or name.startswith("Washington, D"), (row["code"], name)


@every_table
def test_an_entry_lists_no_name_twice(table: str) -> None:
    for row in ROWS[table]:
        counts = Counter(_as_matched(name) for name in _names(row))
        assert [name for name, count in counts.items() if count > 1] == [], row["code"]


@every_table
def test_possessives_are_left_to_the_matcher(table: str) -> None:
    for row in ROWS[table]:
        names = set(_names(row))
        assert not [name for name in names if name.removesuffix("'s") in names - {name}], row[
            "code"
        ]


def test_names_kept_their_accents() -> None:
    countries = BY_CODE["countries"]
    assert "Türkiye" in countries["TUR"]["aliases"]
    assert "Élysée" in countries["FRA"]["seats"]
    assert "Brasília" in countries["BRA"]["capitals"]
    assert countries["STP"]["name"] == "São Tomé and Príncipe"


def test_weak_names_are_names_of_their_entry() -> None:
    for row in ROWS["countries"]:
        assert set(row["weak"]) <= set(_names(row)), row["code"]
        assert len(set(row["weak"])) == len(row["weak"]), row["code"]


def test_no_country_is_weak_in_every_name() -> None:
    for row in ROWS["countries"]:
        assert set(_names(row)) - set(row["weak"]), row["code"]


@pytest.mark.parametrize(
    ("code", "name"),
    [("GEO", "Georgia"), ("JOR", "Jordan"), ("TCD", "Chad"), ("MDV", "Male"), ("SYC", "Victoria")],
)
def test_names_with_a_second_meaning_are_weak(code: str, name: str) -> None:
    assert name in BY_CODE["countries"][code]["weak"]


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
    row = BY_CODE["countries"][code]
    assert name in _names(row)
    assert name not in row["weak"]


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
