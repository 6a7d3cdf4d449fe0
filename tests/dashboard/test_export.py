from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.export import COLUMNS, CSV_NAME, JSON_NAME, LEADING, disarm, rearm, to_csv, to_json
from data.corpus import read_corpus
from data.fact import FIELDS, from_record, to_record
from tests.dashboard.made_up import a_fact, a_number, an_article

ARTICLES = {"a": an_article()}


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_each_fact_with_sentence_claimant_and_source() -> None:
    fact = a_number("a-1", 40, attributed_to="Border service", of="AFG-TJK", places=("TJK", "AFG"))
    (row,) = rows_of(to_csv([fact], ARTICLES))
    assert tuple(row) == COLUMNS
    assert row["quote"] == "Over 40 guards fled."
    assert row["claimant_name"] == "Border service"
    assert row["subject"] == "of the Afghan-Tajik border"
    assert row["places"] == "TJK; AFG"
    assert row["places_named"] == "Tajikistan; Afghanistan"
    assert row["source_publisher"] == "The Daily Example"
    assert row["source_published"] == "2021-07-09"
    assert row["kind_definition"].startswith("People under arms")
    assert row["value"] == "40"


def test_csv_starts_with_a_byte_order_mark_for_excel() -> None:
    assert to_csv([], ARTICLES).startswith(b"\xef\xbb\xbfkind_label,")


def test_pandas_reads_csv_and_json_back() -> None:
    corpus = read_corpus()
    facts = list(corpus.facts.values())
    frame = pd.read_csv(io.BytesIO(to_csv(facts, corpus.articles)))
    assert list(frame["fact_id"]) == [fact.fact_id for fact in facts]
    assert list(frame["value"].dropna()) == [fact.value for fact in facts if fact.value is not None]
    records = pd.read_json(io.BytesIO(to_json(facts, corpus.articles)))
    assert list(records["quote"]) == [fact.quote for fact in facts]


def test_json_records_are_the_facts_and_their_sources() -> None:
    corpus = read_corpus()
    records = json.loads(to_json(corpus.facts.values(), corpus.articles))
    for record, fact in zip(records, corpus.facts.values(), strict=True):
        assert from_record({name: record[name] for name in FIELDS}) == fact
        assert record["source"]["url"] == corpus.articles[fact.article_id].url
        assert record["kind_definition"]


FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://evil.example";"x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "'=1",
    "＝1+1",
)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("field", ["quote", "who", "attributed_to", "reported_by"])
def test_no_cell_starts_like_a_formula(formula: str, field: str) -> None:
    fields = {"quote": formula} if field == "quote" else {field: formula}
    (row,) = rows_of(to_csv([a_fact(**fields)], ARTICLES))
    assert row[field].startswith("'")
    assert rearm(row[field]) == formula
    assert not any(cell.startswith(LEADING) and not cell.startswith("'") for cell in row.values())


def test_a_title_is_disarmed_too() -> None:
    (row,) = rows_of(to_csv([a_fact()], {"a": an_article(title="=cmd|' /C calc'!A0")}))
    assert row["source_title"] == "'=cmd|' /C calc'!A0"


@given(st.text())
def test_the_text_of_a_cell_can_be_had_back(text: str) -> None:
    assert rearm(disarm(text)) == text


# csv cannot tell NUL, and articles hold no control characters.
quotes = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(quotes)
def test_any_sentence_survives_the_csv(quote: str) -> None:
    (row,) = rows_of(to_csv([a_fact(quote=quote)], ARTICLES))
    assert rearm(row["quote"]) == quote


def test_a_fact_of_an_unknown_article_is_exported_without_source() -> None:
    (record,) = json.loads(to_json([a_fact()], {}))
    assert record["source"]["publisher"] is None
    assert {name: record[name] for name in FIELDS} == to_record(a_fact())


def test_file_names_are_fixed() -> None:
    assert (CSV_NAME, JSON_NAME) == ("withdrawal-facts.csv", "withdrawal-facts.json")
