"""A click anywhere in a row of the table chooses its fact; another lets go."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.proto.Dataframe_pb2 import Dataframe

from dashboard.charts.parts.text_width import text_width
from dashboard.components.parts.word_table import numbers_of, sorting_number, words_in_rows
from dashboard.components.tables import fact_table
from dashboard.components.tables.fact_table import FEW, FIRST
from dashboard.selecting.selection import Selection
from dashboard.words.facts import day
from data.catalog import CATALOG
from tests.dashboard.adding import one_added, switch
from tests.dashboard.conftest import write_catalog
from tests.dashboard.made_up import a_fact, an_article, open_app, words_on

IDS = ("a-1", "a-2", "a-3")


# What the table has selected after a click or a key, and whether it shows that already.
@pytest.mark.parametrize(
    ("chosen", "rows", "asked", "shown"),
    [
        (None, [1], "a-2", [1]),
        ("a-2", [0], "a-1", [0]),
        ("a-1", [], "a-1", []),
        ("a-2", [1], None, None),
        ("filtered", [], None, None),
        ("filtered", [2], "a-3", [2]),
        (None, [9], None, []),
    ],
)
def test_what_a_row_asks_for(
    monkeypatch: pytest.MonkeyPatch,
    chosen: str | None,
    rows: list[int],
    asked: str | None,
    shown: list[int] | None,
) -> None:
    state = {"table": SimpleNamespace(selection=SimpleNamespace(rows=rows))}
    choice, asked_for = Selection(fact=chosen), []

    def choose(fact: str, **_: str) -> None:
        nonlocal choice
        asked_for.append(fact)
        choice = choice.toggle_fact(fact)

    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(fact_table, "current", lambda: choice)
    monkeypatch.setattr(fact_table, "choose_fact", choose)
    fact_table._choose("name", "table", IDS)
    assert asked_for == ([asked] if asked else [])
    # Told what it shows, it would lose the cell in which the reader is.
    told = state["table"] if isinstance(state["table"], dict) else None
    assert (told and told["selection"]["rows"]) == (None if shown in (rows, None) else shown)


@pytest.mark.parametrize("page", ["facts", "claims"])
def test_no_cell_of_a_table_is_a_choice(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    # It would be one as soon as the table has the focus.
    modes = open_app(monkeypatch, CATALOG, page=page).dataframe[0].proto.selection_mode
    assert list(modes) == [Dataframe.SelectionMode.SINGLE_ROW]


def written(cell: Any) -> str:
    """A cell as the browser writes it."""
    return day(cell, short=True) if isinstance(cell, dt.date) else str(cell)


@pytest.mark.parametrize("page", ["facts", "claims"])
def test_columns_are_as_wide_as_their_words_but_for_sentences(
    monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    table = open_app(monkeypatch, CATALOG, page=page).dataframe[0]
    words, columns = table.value, json.loads(table.proto.columns)
    for name in set(words.columns) - {"quote", "number"}:
        told = ["" if text is None else written(text) for text in words[name]]
        longest = max(text_width(text, 11) for text in told)
        assert columns[name]["width"] >= longest + 14, name
        assert max(map(len, told)) <= 64, name
    assert columns["quote"]["width"] < 500


def test_amounts_have_a_column_to_sort_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    table = open_app(monkeypatch, CATALOG, page="facts", kinds="money").dataframe[0]
    numbers = table.value["number"]
    assert numbers.dtype == "float64"
    told = dict(zip(table.value["claim"], numbers, strict=True))
    assert told["Nearly 9,500,000,000 USD"] == 9_500_000_000
    columns = json.loads(table.proto.columns)
    assert columns["number"]["type_config"] == {"type": "number", "format": "localized"}
    assert columns["number"]["width"] >= text_width("9,500,000,000", 11) + 14


@pytest.mark.parametrize(
    ("page", "days"), [("facts", ("published", "begins")), ("claims", ("day",))]
)
def test_days_are_sorted_as_days(
    monkeypatch: pytest.MonkeyPatch, page: str, days: tuple[str, ...]
) -> None:
    # As words "9 Jul" comes behind "15 Aug".
    table = open_app(monkeypatch, CATALOG, page=page).dataframe[0]
    columns = json.loads(table.proto.columns)
    for name in days:
        known = [cell for cell in table.value[name] if cell is not None]
        assert known
        assert all(isinstance(cell, dt.date) for cell in known)
        assert columns[name]["type_config"] == {"type": "date", "format": "D MMM YYYY"}


def test_a_day_that_is_not_known_leaves_its_cell_empty() -> None:
    days = [dt.date(2021, 7, 9), None, dt.date(1969, 12, 31)]
    made = words_in_rows(["day"], [{} for _ in days], days={"day": days})
    assert made.rows.column("day").to_pylist() == days


def test_a_fact_without_a_number_leaves_it_empty_and_a_range_has_its_lower_end() -> None:
    facts = [a_fact("a-1"), a_fact("a-2", low=90.0, high=100.0), a_fact("a-3", high=8.0)]
    numbers = [sorting_number(fact) for fact in facts]
    made = words_in_rows(["number"], [{} for _ in facts], {"number": numbers})
    assert made.rows.column("number").to_pylist() == [None, 90.0, 8.0]
    assert made.rows.column("number").null_count == 1


def test_where_there_are_ranges_their_upper_ends_have_a_column_of_their_own() -> None:
    facts = [a_fact("a-1", low=40.0, high=60.0), a_fact("a-2", value=8.0, low=8.0), a_fact("a-3")]
    assert numbers_of(facts) == {"number": [40.0, 8.0, None], "to": [60.0, None, None]}
    assert numbers_of(facts[1:]) == {"number": [8.0, None]}
    assert numbers_of([a_fact("a-4", high=8.0)]) == {"number": [8.0]}


def test_kind_claim_place_and_sentence_are_in_sight_beside_the_evidence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = open_app(monkeypatch, CATALOG, page="facts").dataframe[0]
    columns = json.loads(table.proto.columns)
    first = list(table.value.columns)[:5]
    assert first == ["kind", "claim", "number", "places", "quote"]
    before = sum(columns[name]["width"] for name in first[:-1])
    assert before + 300 < 760
    # At the usual width it reaches the table's edge: no sliver of a column is left behind it.
    assert before + columns["quote"]["width"] > 806


def test_what_has_no_number_says_what_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    table = open_app(monkeypatch, CATALOG, page="facts", kinds="capture").dataframe[0].value
    assert "Captured" in set(table["claim"])
    zaranj = table[table["places"] == "Zaranj"]
    assert set(zaranj["claim"]) <= {"Captured"}
    words = "Moscow fears a spill-over."
    feared = a_fact(kind="concern", action="fear", quote=words, start=7, end=12)
    assert fact_table._row(feared, None, None)["claim"] == "“fears”"


def test_the_newest_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = an_article(), an_article(article_id="new", published=dt.date(2021, 9, 21))
    undated = an_article(article_id="undated", published=None)
    seen = SimpleNamespace(articles={"undated": undated, "a": old, "new": new})
    monkeypatch.setattr(fact_table, "corpus", lambda: seen)
    names = ("undated", "a", "new", "new")
    facts = [a_fact(f"{name}-{n}", article_id=name) for n, name in enumerate(names)]
    assert [fact.fact_id for fact in fact_table.rows_shown(facts)] == [
        "new-2",
        "new-3",
        "a-1",
        "undated-0",
    ]


@pytest.mark.parametrize(("count", "rows"), [(FEW, FEW), (FEW + 1, FIRST)])
def test_a_long_table_has_its_first_rows_until_all_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, count: int, rows: int
) -> None:
    # No short lines: the same ones again and again are no text.
    text = " ".join(
        f"Over {number} guards fled to Tajikistan, the ministry for the border said in a statement."
        for number in range(100, 100 + count)
    )
    app = open_app(monkeypatch, write_catalog(tmp_path, title="Many", text=text), page="facts")
    assert len(app.dataframe[0].value) == rows
    if rows == count:
        assert "turn-rows" not in {button.key for button in app.button}
        return
    assert (
        f"The newest {FIRST} of {count} facts; sorting and searching reach only these"
        in words_on(app)
    )
    app.button(key="turn-rows").click().run()
    assert len(app.dataframe[0].value) == count
    assert f"All {count} facts" in words_on(app)
    app.button(key="turn-rows").click().run()
    assert len(app.dataframe[0].value) == rows


def test_what_a_visitor_added_comes_first_in_a_long_table(monkeypatch: pytest.MonkeyPatch) -> None:
    own = an_article(article_id="own", provisional=True)
    facts = [a_fact(f"a-{number}") for number in range(FEW)]
    added = a_fact("own-1", article_id="own")
    seen = SimpleNamespace(articles={"a": an_article(), "own": own})
    monkeypatch.setattr(fact_table, "corpus", lambda: seen)
    assert fact_table.rows_shown([*facts, added]) == [added, *facts[: FIRST - 1]]


def test_the_evidence_beside_the_table_is_that_of_its_first_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = one_added(monkeypatch)
    monkeypatch.setattr(fact_table, "FEW", 3)
    words = words_on(switch(app, "facts"))
    assert app.dataframe[0].value["claim"].iloc[0] == "4,444"
    assert "The first of the table" in words
    assert "#### 4,444 Afghan soldiers" in words
