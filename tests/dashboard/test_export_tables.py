"""Facts as tables: another program reads the same back, and every row can be weighed alone."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable, Sequence
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from dashboard.export.readme import readme
from dashboard.export.rows import COLUMNS, Row, Rows
from dashboard.export.tables import to_csv, to_json, to_parquet
from dashboard.view import View
from dashboard.words.facts import claimant
from dashboard.words.kinds import kind_entry
from data.corpus import Corpus, read_corpus
from data.fact import DTYPES, FIELDS, Fact, from_record, to_record
from tests.dashboard.exported import BASE, lines_of
from tests.dashboard.made_up import a_fact, a_number, an_article
from tests.seed_only import SEED_ONLY

NUMBERS: Final = ("value", "low", "high")
ADDED: Final = ("whole",)
OFFSETS: Final = tuple(name for name in FIELDS if DTYPES[name] == "int64")
DAYS: Final = ("when_start", "when_end", "source_published")
LISTS: Final = ("places", "places_named", "corrected")
FLAGS: Final = ("hedged", "this_session")
TEXTS: Final = tuple(
    name for name in COLUMNS if name not in {*NUMBERS, *ADDED, *OFFSETS, *DAYS, *LISTS, *FLAGS}
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(SEED_ONLY)


@pytest.fixture(scope="module")
def facts(corpus: Corpus) -> list[Fact]:
    facts = list(corpus.facts.values())
    assert len(facts) > 20
    return facts


@pytest.fixture(scope="module")
def rows(corpus: Corpus, facts: list[Fact]) -> list[Row]:
    return Rows.of(View(corpus), BASE).all(facts)


def numbers_of(facts: Sequence[Fact], name: str) -> list[float | None]:
    return [getattr(fact, name) for fact in facts]


def or_none(cells: Any) -> list[Any]:
    return [None if pd.isna(cell) else cell for cell in cells]


def by_csv(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(to_csv(rows)), dtype=dict.fromkeys(NUMBERS, "float64"))


def by_json(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(json.loads(to_json(rows)), columns=[*FIELDS, "source"])


def by_parquet(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(to_parquet(rows)))


READERS: Final = {"csv": by_csv, "json": by_json, "parquet": by_parquet}
Reader = Callable[[Sequence[Row]], pd.DataFrame]


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_another_program_reads_the_same_numbers_in_the_same_order(
    read: Reader, rows: list[Row], facts: list[Fact]
) -> None:
    frame = read(rows)
    assert list(frame["fact_id"]) == [fact.fact_id for fact in facts]
    for name in NUMBERS:
        assert or_none(frame[name]) == numbers_of(facts, name)
        assert any(number is not None for number in numbers_of(facts, name))
    for name in OFFSETS:
        assert list(frame[name]) == numbers_of(facts, name)
    assert list(frame["hedged"]) == [fact.hedged for fact in facts]


amounts = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@settings(max_examples=30)
@given(numbers=st.lists(amounts, min_size=1, max_size=4))
def test_no_number_loses_a_digit(read: Reader, numbers: list[float | None]) -> None:
    facts = [a_fact(f"a-{place}", value=number) for place, number in enumerate(numbers)]
    read_back = or_none(read(Rows({"a": an_article()}, BASE).all(facts))["value"])
    assert [number if number is None else float(number) for number in read_back] == numbers


def test_a_row_can_be_weighed_alone(corpus: Corpus, facts: list[Fact], rows: list[Row]) -> None:
    for fact, row in zip(facts, rows, strict=True):
        article = corpus.articles[fact.article_id]
        assert tuple(row) == COLUMNS
        assert row["quote"] == article.text[fact.sentence_start : fact.sentence_end]
        assert row["claimant_name"] == claimant(fact, article)
        assert row["of"] == fact.of
        assert row["kind_definition"] == kind_entry(fact.kind).definition
        told = (row["source_publisher"], row["source_title"], row["source_url"])
        assert told == (article.publisher, article.title, article.url)
        assert row["source_licence"] == article.licence
        assert row["source_published"] == "2021-07-09"
        assert all(told)
        assert all(row[name] for name in ("quote", "kind_definition", "claimant_name"))


def test_a_row_links_to_its_own_fact(facts: list[Fact], rows: list[Row]) -> None:
    for fact, row in zip(facts, rows, strict=True):
        link = urlsplit(row["link"])
        assert row["link"].startswith(f"{BASE}/?")
        assert parse_qs(link.query) == {"fact": [fact.fact_id]}


def test_a_line_of_csv_has_words_for_people_and_codes_for_programs() -> None:
    fact = a_number("a-1", 40, attributed_to="Border service", of="AFG-TJK", places=("TJK", "AFG"))
    (line,) = lines_of(to_csv([Rows({"a": an_article()}, BASE).row(fact)]))
    assert tuple(line) == COLUMNS
    assert line["quote"] == "Over 40 guards fled."
    assert line["claimant_name"] == "Border service"
    assert (line["of"], line["subject"]) == ("AFG-TJK", "of the Afghan-Tajik border")
    assert (line["places"], line["places_named"]) == ("TJK; AFG", "Tajikistan; Afghanistan")
    assert (line["value"], line["amount"], line["hedged"]) == ("40", "40", "false")
    assert line["source_publisher"] == "The Daily Example"
    assert line["source_published"] == "2021-07-09"
    assert line["kind_definition"].startswith("People under arms")
    assert (line["origin"], line["when_start"]) == ("", "")


def test_a_count_out_of_a_whole_has_it_beside_it() -> None:
    held = a_number("a-1", 204, kind="districts", unit="count")
    total = a_number("a-2", 407, kind="districts", unit="count", action="total")
    view = View(Corpus({"a": an_article()}, {fact.fact_id: fact for fact in (held, total)}))
    rows = Rows.of(view, BASE).all(view.facts)
    assert [row["whole"] for row in rows] == [407, None]
    assert [line["whole"] for line in lines_of(to_csv(rows))] == ["407", ""]
    assert [record["whole"] for record in json.loads(to_json(rows))] == [407, None]
    assert parquet.read_table(io.BytesIO(to_parquet(rows)))["whole"].to_pylist() == [407.0, None]


def test_what_is_of_this_session_says_so_in_every_format() -> None:
    articles = {"a": an_article(), "own": an_article(article_id="own", provisional=True)}
    facts = [a_fact("a.1"), a_fact("own.1", article_id="own")]
    view = View(Corpus(articles, {fact.fact_id: fact for fact in facts}))
    rows = Rows.of(view, BASE).all(view.facts)
    assert [line["this_session"] for line in lines_of(to_csv(rows))] == ["false", "true"]
    assert [record["this_session"] for record in json.loads(to_json(rows))] == [False, True]
    table = parquet.read_table(io.BytesIO(to_parquet(rows)))
    assert table["this_session"].to_pylist() == [False, True]
    assert table.schema.field("this_session").type == "bool"
    told = " ".join(readme(view, {}, BASE).split())
    assert "tables say so in their column “this_session”" in told


def test_csv_starts_with_a_byte_order_mark_and_its_header_even_without_rows() -> None:
    assert to_csv([]).startswith(b"\xef\xbb\xbfkind_label,")
    assert to_csv([], ["mark"]) == b"\xef\xbb\xbfmark\r\n"
    assert list(pd.read_csv(io.BytesIO(to_csv([])))) == list(COLUMNS)


def test_a_negative_number_stays_a_number() -> None:
    (line,) = lines_of(to_csv(Rows({}, BASE).all([a_fact(low=-5.5)])))
    assert line["low"] == "-5.5"


def test_json_records_are_the_facts_and_their_sources(corpus: Corpus, rows: list[Row]) -> None:
    records = json.loads(to_json(rows))
    for record, fact in zip(records, corpus.facts.values(), strict=True):
        assert from_record({name: record[name] for name in FIELDS}) == fact
        article = corpus.articles[fact.article_id]
        assert record["source"] == {
            "title": article.title,
            "publisher": article.publisher,
            "author": article.author,
            "url": article.url,
            "published": str(article.published),
            "published_basis": article.published_basis,
            "licence": article.licence,
            "told_as": "as published",
        }
        assert record["kind_definition"]
        assert record["link"].startswith(BASE)


def test_parquet_has_dates_as_dates_lists_as_lists_and_all_text(
    rows: list[Row], facts: list[Fact]
) -> None:
    table = parquet.read_table(io.BytesIO(to_parquet(rows)))
    assert table.column_names == list(COLUMNS)
    read = table.to_pydict()
    for name in ("when_start", "when_end"):
        assert read[name] == [getattr(fact, name) for fact in facts]
        assert any(isinstance(day, dt.date) for day in read[name])
    assert set(read["source_published"]) == {dt.date(2021, 7, 9)}
    assert read["places"] == [list(fact.places) for fact in facts]
    assert read["places_named"] == [row["places_named"] for row in rows]
    for name in TEXTS:
        assert read[name] == [row[name] for row in rows], name


def test_parquet_has_the_same_types_whatever_is_in_view(rows: list[Row]) -> None:
    full, empty = (parquet.read_table(io.BytesIO(to_parquet(each))) for each in (rows, []))
    assert empty.schema == full.schema
    assert (empty.num_rows, full.num_rows) == (0, len(rows))
    types = {name: str(full.schema.field(name).type) for name in COLUMNS}
    assert {types[name] for name in (*NUMBERS, *ADDED)} == {"double"}
    assert {types[name] for name in DAYS} == {"date32[day]"}
    assert {types[name].partition("<")[0] for name in LISTS} == {"list"}
    assert {types[name] for name in TEXTS} == {"string"}
    assert types["hedged"] == "bool"


def test_a_fact_of_an_unknown_article_is_exported_without_source() -> None:
    (record,) = json.loads(to_json(Rows({}, BASE).all([a_fact()])))
    assert record["source"]["publisher"] is None
    assert {name: record[name] for name in FIELDS} == to_record(a_fact())
