"""A click anywhere in a row of the table chooses its fact; another lets go."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from dashboard.components import fact_table
from dashboard.selection import Selection

IDS = ("a-1", "a-2", "a-3")


# What the table tells after a click, with rows it has selected and cells.
@pytest.mark.parametrize(
    ("chosen", "rows", "cells", "asked"),
    [
        (None, [], [(1, "quote")], "a-2"),
        ("a-2", [1], [(1, "claim")], "a-2"),
        ("a-2", [1], [(0, "claim")], "a-1"),
        (None, [2], [], "a-3"),
        ("a-1", [2], [], "a-3"),
        ("a-1", [], [], "a-1"),
        ("a-3", [], [(0, "claim")], "a-3"),
        ("a-2", [1], [], None),
        ("filtered", [], [], None),
        ("filtered", [], [(2, "who")], "a-3"),
        (None, [], [(9, "quote")], None),
    ],
)
def test_what_a_click_asks_for(
    monkeypatch: pytest.MonkeyPatch,
    chosen: str | None,
    rows: list[int],
    cells: list[tuple[int, str]],
    asked: str | None,
) -> None:
    state: dict[str, Any] = {
        "table": SimpleNamespace(selection=SimpleNamespace(rows=rows, cells=cells))
    }
    asked_for: list[str] = []
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(fact_table, "current", lambda: Selection(fact=chosen))
    monkeypatch.setattr(fact_table, "choose_fact", lambda fact, **_: asked_for.append(fact))
    fact_table._choose("name", "table", IDS)
    assert asked_for == ([asked] if asked else [])
    assert state["table"]["selection"]["cells"] == []
