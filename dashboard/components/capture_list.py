"""Under the map: the captures that its title counts, each with its day and its sources."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.catalogue import CHARTS, LAYERS
from dashboard.charts.told_places import captured_provinces
from dashboard.components.fact_table import choosable_table
from dashboard.components.menus import menu
from dashboard.components.word_table import words_in_rows
from dashboard.kept import kept
from dashboard.plain_text import excerpt

if TYPE_CHECKING:
    from dashboard.view import View

MENU: Final = "captures-menu"
_LONGEST: Final = 64
"""Characters of a cell."""

_text = st.column_config.TextColumn
_COLUMNS: Final = {
    "capital": _text("Capital of"),
    "when": _text("Taken", help="The earliest day that a source gives, or that of the report."),
    "sources": _text("Told by", help="Every source that tells of it."),
    "by": _text("Taken by"),
}


def capture_list(view: View) -> None:
    """Draw the menu with the list; nothing where the map counts no captures.

    A click on a row shows the sentence that gives the day.
    """
    if not captures_counted(view):
        return
    with menu("List of captures", key=MENU, icon=":material/list:") as opened:
        if opened:
            _content(view)


def captures_counted(view: View) -> bool:
    """Whether the map counts captures; told without what draws it, which a start may not need."""
    if view.selection.layer not in (None, next(iter(LAYERS))):
        return False
    shown = dataclasses.replace(view.filtered.selection, countries=())
    return kept(
        view.corpus,
        "captures counted",
        shown,
        lambda: any(
            province.taken for province in captured_provinces(view.claims_around, view.news_as_of)
        ),
    )


def _content(view: View) -> None:
    listed = CHARTS["region-map"].listed(view)
    st.caption("The captures that the map counts. Choose a row to see its words.")
    rows = [
        {
            "capital": row.province,
            "when": row.when,
            "sources": excerpt(", ".join(row.sources), _LONGEST),
            "by": row.holder,
        }
        for row in listed
    ]
    choosable_table(
        "captures",
        words_in_rows(list(_COLUMNS), rows),
        [row.fact.fact_id for row in listed],
        most_rows=10,
        columns=_COLUMNS,
        alt="Captures of provincial capitals that are claimed, in order of their days",
    )
