"""Under the map: the captures that its title counts, each with its day and its sources."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.charts.catalogue import CHARTS, LAYERS
from dashboard.charts.region.told_places import captured_provinces
from dashboard.components.browser.menus import close_menu, menu
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.session.bound_selection import choose_within, current
from dashboard.kept import kept
from dashboard.words.facts import counted
from dashboard.words.plain_text import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.region.captures_listed import CaptureListed
    from dashboard.view import View

MENU: Final = "captures-menu"
_WIDE: Final = 720
"""Pixels of the list; a menu has no more."""

_BESIDE: Final = 264
"""Pixels of a capital with its day, beside which its sources begin."""


def capture_list(view: View) -> None:
    """Draw the menu with the list; nothing where the map counts no captures.

    No table: a menu has no room for its columns, and a capture may have many sources.
    """
    if not captures_counted(view):
        return
    with menu("List of captures", key=MENU, icon=":material/list:") as opened:
        if opened:
            with st.container(width=_WIDE):
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
    holders = {row.holder for row in listed}
    by = f" Taken by: {', '.join(sorted(holders))}." if len(holders) == 1 else ""
    provinces = counted(len(listed), "province")
    st.caption(
        escape(
            f"{provinces} whose capital is claimed to be taken, by the earliest day "
            f"that a source gives.{by} Choose one, or a source beside it, to see its words."
        )
    )
    with st.container(gap="xsmall" if is_narrow() else None):
        for row in listed:
            _capture(row, with_holder=not by)


def _capture(row: CaptureListed, *, with_holder: bool) -> None:
    """Draw a capital with its day to choose, and who tells of it beside that, or below."""
    by = f" · {row.holder}" if with_holder else ""
    told = [fact.fact_id for _, fact in row.told_by]
    # One container, and the style of the page for the rest: each more is sent for every line.
    with st.container(horizontal=True, gap="xxsmall", vertical_alignment="center"):
        st.button(
            f"**{escape(row.province)}** · {escape(row.when + by)}",
            key=f"capture-{row.province}",
            type="secondary" if current().fact == row.fact.fact_id else "tertiary",
            width="content" if is_narrow() else _BESIDE,
            on_click=_chosen,
            args=(row.fact.fact_id, told),
        )
        last = row.sources[-1]
        for number, (source, fact) in enumerate(row.told_by):
            st.button(
                f":gray[{escape(source)}{',' if source != last else ''}]",
                key=f"capture-{row.province}-{number}",  # short, as it is sent for every source
                type="tertiary",
                on_click=_chosen,
                args=(fact.fact_id, told),
            )


def _chosen(fact: str, told: Sequence[str]) -> None:
    """Choose a capture, and close the list, which would cover its evidence."""
    close_menu(MENU)
    choose_within(fact, told)
