"""The annotations of texts/ agree with the texts and with themselves (see texts/README.md)."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pycountry
import pytest

from data import lexicon
from tests.accuracy.annotation import ANNOTATED_KINDS

TEXTS = Path(__file__).with_name("texts")
PARTS = ("dev", "test")
FILES = ("gold", "ignore", "dates", "dates_ignore", "countries", "meta")
KINDS = {
    *("personnel", "casualties", "displaced", "evacuated", "districts", "crossings"),
    *("control_share", "border_length", "money", "other_count"),
}
UNITS = {"people", "count", "percent", "km", "mi"}
# Which of value, low and high a qualifier gives; what it gives twice is the same number.
BOUNDS = {
    "exact": {"value", "low", "high"},
    "over": {"value", "low"},
    "at_least": {"value", "low"},
    "under": {"value", "high"},
    "up_to": {"value", "high"},
    "about": {"value"},
    "range": {"low", "high"},
    "vague": {"low"},
}
VAGUE_LOWS = {10, 12, 20, 100, 1_000, 10_000, 100_000, 1_000_000}
PLAIN_NUMBER = re.compile(r"\d{1,3}(?:[, \u00a0]\d{3})+|\d+")
COUNTRIES = {country.alpha_3 for country in pycountry.countries}
PROVINCES = {subdivision.code for subdivision in pycountry.subdivisions}

Row = dict[str, Any]


def _read(part: str, name: str) -> list[Row]:
    lines = (TEXTS / part / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _text(part: str, article: str) -> str:
    return (TEXTS / part / f"{article}.txt").read_bytes().decode("utf-8")


ROWS = {(part, name): _read(part, name) for part in PARTS for name in FILES}
BODY = {(part, row["id"]): _text(part, row["id"]) for part in PARTS for row in ROWS[part, "meta"]}


def _spans(part: str, name: str) -> list[Row]:
    if name != "dates":
        return ROWS[part, name]
    return [span | {"id": row["id"]} for row in ROWS[part, "dates"] for span in row["dates"]]


def _by_article(part: str, *names: str) -> dict[str, list[Row]]:
    """Spans of some files, by the article that they stand in."""
    found: dict[str, list[Row]] = {article: [] for each, article in BODY if each == part}
    for name in names:
        for span in _spans(part, name):
            found[span["id"]].append(span)
    return found


def _overlapping(first: Row, second: Row) -> bool:
    return bool(first["start"] < second["end"] and second["start"] < first["end"])


def _days(interval: str) -> tuple[dt.date, dt.date]:
    """First and last day of `2021`, `2021-08`, `2021-08-15` or two of them with a slash."""
    first, _, last = interval.partition("/")
    last = last or first
    start = dt.date.fromisoformat(first + "-01" * (2 - first.count("-")))
    year, month = int(last[:4]), int(last[5:7] or 12)
    if last.count("-") == 2:
        return start, dt.date.fromisoformat(last)
    return start, dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def test_every_kind_with_a_number_is_annotated_or_part_of_one_that_is() -> None:
    numbers = {name for name, kind in lexicon.kinds().items() if kind.number}
    assert set(ANNOTATED_KINDS) <= numbers
    unannotated = {name for name in numbers if ANNOTATED_KINDS.get(name, name) not in KINDS}
    assert not unannotated, (
        f"ANNOTATED_KINDS of tests/accuracy/annotation.py has to say which of {sorted(KINDS)}, "
        "with which texts are annotated, a finer kind is a part of"
    )
    assert {ANNOTATED_KINDS.get(name, name) for name in numbers} == KINDS


@pytest.mark.parametrize("part", PARTS)
def test_every_text_is_described_and_unchanged(part: str) -> None:
    files = {path.stem for path in (TEXTS / part).glob("*.txt")}
    for name in ("meta", "dates", "countries"):
        assert sorted(row["id"] for row in ROWS[part, name]) == sorted(files), name
    for row in ROWS[part, "meta"]:
        text = BODY[part, row["id"]]
        assert row["sha256"] == hashlib.sha256(text.encode()).hexdigest(), row["id"]
        assert row["chars"] == len(text), row["id"]
    published = {row["id"]: row["published"] for row in ROWS[part, "meta"]}
    assert {row["id"]: row["published"] for row in ROWS[part, "dates"]} == published


def test_no_text_is_in_both_parts() -> None:
    dev, test = ({BODY[key] for key in BODY if key[0] == part} for part in PARTS)
    assert not dev & test
    assert not {key[1] for key in BODY if key[0] == "dev"} & {
        key[1] for key in BODY if key[0] == "test"
    }


@pytest.mark.parametrize("name", ["gold", "ignore", "dates", "dates_ignore"])
@pytest.mark.parametrize("part", PARTS)
def test_spans_say_what_the_text_says(part: str, name: str) -> None:
    for row in _spans(part, name):
        assert BODY[part, row["id"]][row["start"] : row["end"]] == row["text"], row
        assert row["text"].strip() == row["text"] != "", row


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_annotated_twice(part: str) -> None:
    dates, ignored = _by_article(part, "dates"), _by_article(part, "dates_ignore")
    for spans in (*_by_article(part, "gold", "ignore").values(), *dates.values()):
        for first, second in itertools.combinations(spans, 2):
            assert not _overlapping(first, second), (first, second)
    for article, spans in dates.items():
        for date, other in itertools.product(spans, ignored[article]):
            assert not _overlapping(date, other), (date, other)


@pytest.mark.parametrize("part", PARTS)
def test_bounds_follow_the_qualifier(part: str) -> None:
    for row in ROWS[part, "gold"]:
        numbers = {key: row[key] for key in ("value", "low", "high") if row[key] is not None}
        assert numbers.keys() == BOUNDS[row["qualifier"]], row
        if row["qualifier"] == "range":
            assert row["low"] < row["high"], row
        else:
            assert len(set(numbers.values())) == 1, row
        if row["qualifier"] == "vague":
            assert row["low"] in VAGUE_LOWS, row
        if PLAIN_NUMBER.fullmatch(row["text"]):
            assert numbers["value"] == int(re.sub(r"\D", "", row["text"])), row


@pytest.mark.parametrize("part", PARTS)
def test_fields_hold_known_values(part: str) -> None:
    for row in ROWS[part, "gold"]:
        assert row["kind"] in KINDS, row
        currency = re.fullmatch(r"[A-Z]{3}", row["unit"]) is not None
        assert currency == (row["kind"] == "money"), row
        assert currency or row["unit"] in UNITS, row
        assert (row["kind"] == "border_length") == (row["unit"] in {"km", "mi"}), row
        assert row["action"], row
        assert row["who"] != "", row
        assert row["attributed_to"] != "", row
        assert row["fact_group"].startswith(f"{row['id']}-"), row


@pytest.mark.parametrize("part", PARTS)
def test_places_and_countries_are_iso_codes(part: str) -> None:
    for row in ROWS[part, "gold"]:
        for place in row["places"]:
            if place not in PROVINCES:
                assert set(place.split("-")) <= COUNTRIES, row
    for row in ROWS[part, "countries"]:
        for way in ("named", "via_demonym", "via_capital"):
            assert set(row[way]) <= COUNTRIES, row
            assert len(set(row[way])) == len(row[way]), row


@pytest.mark.parametrize("part", PARTS)
def test_dates_are_days_in_order(part: str) -> None:
    for row in _spans(part, "dates"):
        start, end = map(dt.date.fromisoformat, (row["res_start"], row["res_end"]))
        assert start <= end, row
    for row in ROWS[part, "gold"]:
        if row["when"] is not None:
            start, end = _days(row["when"])
            assert start <= end, row
