"""Text that would run in a spreadsheet or break a file: disarmed, and to be had back exactly."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from dashboard.export.rows import Rows
from dashboard.export.tables import LEADING, disarm, rearm, to_csv, to_json, to_parquet
from data.article import Article
from data.fact import Fact
from tests.dashboard.exported import BASE, HOSTILE, lines_of, texts_by_pandas
from tests.dashboard.made_up import a_fact, an_article


def hostile_article(text: str) -> Article:
    return an_article(title=text, publisher=text, licence=text, published_basis=text, url=text)


def hostile_fact(text: str) -> Fact:
    words = {"quote": text, "who": text, "attributed_to": text, "reported_by": text}
    return a_fact(end=1, action=text, unit=text, **words)


SPOKEN: Final = (
    *("quote", "who", "attributed_to", "claimant_name", "reported_by", "action", "unit"),
    *("source_title", "source_publisher", "source_licence", "source_published_basis", "source_url"),
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("read", [lines_of, texts_by_pandas])
def test_no_cell_runs_in_a_spreadsheet_and_the_text_can_be_had_back(
    text: str, read: Callable[[bytes], list[dict[str, str]]]
) -> None:
    row = Rows({"a": hostile_article(text)}, BASE).row(hostile_fact(text))
    (line,) = read(to_csv([row]))
    for cell in line.values():
        assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))
    for name in SPOKEN:
        assert rearm(line[name]) == text
        assert line[name].startswith("'") == text.startswith(LEADING)


def test_a_list_is_disarmed_too() -> None:
    row = Rows({"a": an_article()}, BASE).row(a_fact(places=("=1+1", "TJK")))
    (line,) = lines_of(to_csv([row]))
    assert line["places"] == "'=1+1; TJK"


@pytest.mark.parametrize("text", HOSTILE)
def test_json_and_parquet_give_text_exactly(text: str) -> None:
    row = Rows({"a": hostile_article(text)}, BASE).row(hostile_fact(text))
    (record,) = json.loads(to_json([row]))
    read = parquet.read_table(io.BytesIO(to_parquet([row]))).to_pylist()[0]
    flat = record | {f"source_{name}": value for name, value in record["source"].items()}
    for name in SPOKEN:
        assert (flat[name], read[name]) == (text, text)


@given(st.text())
def test_the_text_of_a_cell_can_be_had_back(text: str) -> None:
    assert rearm(disarm(text)) == text
    assert not disarm(text).startswith(tuple(mark for mark in LEADING if mark != "'"))


# csv cannot tell NUL, and articles hold no control characters.
sentences = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(max_examples=50)
@given(st.lists(sentences, min_size=1, max_size=4))
def test_any_sentences_survive_the_csv(quotes: list[str]) -> None:
    facts = [a_fact(f"a-{place}", quote=quote, end=1) for place, quote in enumerate(quotes)]
    content = to_csv(Rows({"a": an_article()}, BASE).all(facts))
    assert [rearm(line["quote"]) for line in lines_of(content)] == quotes
    assert [rearm(line["quote"]) for line in texts_by_pandas(content)] == quotes


@settings(max_examples=30)
@given(sentences)
def test_any_sentence_survives_json_and_parquet(quote: str) -> None:
    rows = Rows({"a": an_article(publisher=quote)}, BASE).all([a_fact(quote=quote, end=1)])
    (record,) = json.loads(to_json(rows))
    assert (record["quote"], record["source"]["publisher"]) == (quote, quote)
    read = parquet.read_table(io.BytesIO(to_parquet(rows))).to_pylist()[0]
    assert (read["quote"], read["source_publisher"]) == (quote, quote)
