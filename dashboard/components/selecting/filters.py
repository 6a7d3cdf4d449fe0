"""Filters for everything that can be selected, each option with how many facts have it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard.components.browser.menus import menu
from dashboard.components.session.bound_selection import current, store
from dashboard.kept import kept
from dashboard.selecting.selection import Period
from dashboard.words.facts import capitalised, published, publisher_of, source_of
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from dashboard.words.titles import titled

if TYPE_CHECKING:
    from dashboard.holdings.totals import Counted
    from dashboard.view import View

_FROM: Final = "filter-from"
_TO: Final = "filter-to"
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2100, 1, 1)
"""What can be chosen where no fact has a day."""

_FILTERS: Final[tuple[tuple[Counted, str, str], ...]] = (
    ("countries", "Country", "All countries"),
    ("kinds", "Kind", "All kinds"),
    ("actors", "Actor or claimant", "All"),
    ("sources", "Source", "All"),
)
"""Fields of the selection with what their lists are called, and what they say when empty."""


def filter_menu(view: View) -> None:
    """A button that opens the filters."""
    with menu("Filter", key="filter-menu", icon=":material/filter_alt:") as opened:
        if opened:
            filters(view, in_row=False)


def filters(view: View, *, in_row: bool) -> None:
    """Draw the filters; they show and change the selection.

    Args:
        view: What is selected, and what there is to select from.
        in_row: Side by side, as far as there is room, or all under each other.
    """
    with st.container(horizontal=in_row, gap="small"):
        for field, title, placeholder in _FILTERS:
            _several(title, field, view, placeholder)
        _dates(view)


def _several(title: str, field: Counted, view: View, placeholder: str) -> None:
    """A list to choose several from: what facts have, and what is chosen."""
    key = f"filter-{field}"
    now = list(getattr(current(), field))
    words = kept(view.corpus, "options", (field, view.selection.day), lambda: _options(view, field))
    if not words.keys() >= set(now):
        words = _options(view, field, now)

    def changed() -> None:
        chosen: dict[str, Any] = {field: tuple(st.session_state[key])}
        store(dataclasses.replace(current(), **chosen))

    st.session_state[key] = now
    st.multiselect(
        title,
        list(words),
        key=key,
        on_change=changed,
        placeholder=placeholder,
        format_func=words.__getitem__,
    )


def _options(view: View, field: Counted, more: Iterable[str] = ()) -> dict[str, str]:
    """What a filter offers, in words with how many facts have it, most often first; sources by day.

    Args:
        view: Whose day it is.
        field: Of the selection.
        more: Codes that are offered whether any fact has them or not.
    """
    counts = {**dict.fromkeys(more, 0), **view.totals.counts(field)}
    if field == "countries":
        counts |= {code: view.totals.concerning(code) for code in more}
    words = {code: _named(view, field, code) for code in counts}
    if field == "sources":
        ordered = sorted(counts, key=lambda code: (_day_of(view, code), words[code]))
    else:
        ordered = sorted(counts, key=lambda code: (-counts[code], words[code]))
    return {code: f"{words[code]} ({counts[code]:,})" for code in ordered}


def _named(view: View, field: str, code: str) -> str:
    if field == "kinds":
        return kind_entry(code).label
    return _titled(view, code) if field == "sources" else label(code)


def _titled(view: View, source: str) -> str:
    """An article by its day, which the list is in the order of, publisher and title."""
    article = view.corpus.articles.get(source)
    named = article is not None and article.title != publisher_of(article)
    title = f": {titled(article)}" if article and named else ""
    return f"{capitalised(published(article, short=True))}, {source_of(article)}{title}"


def _day_of(view: View, source: str) -> dt.date:
    """The day an article was published; where that is not known, one after all others."""
    article = view.corpus.articles.get(source)
    return (article and article.published) or dt.date.max


def _dates(view: View) -> None:
    """The first and the last day to keep; either may stay open."""
    chosen = current().dates or Period()
    first, last = view.totals.days or (_EARLIEST, _LATEST)
    ends = [day for day in (chosen.start, chosen.end) if day]
    first, last = min([first, *ends]), max([last, *ends])
    with st.container(horizontal=True, gap="small"):
        _day(
            "From",
            _FROM,
            chosen.start,
            (first, chosen.end or last),
            "Facts count by the days they are about; those without a date of their own count by "
            "the day they were published.",
        )
        _day("To", _TO, chosen.end, (chosen.start or first, last), None)


def _day(
    title: str, key: str, day: dt.date | None, within: tuple[dt.date, dt.date], about: str | None
) -> None:
    st.session_state[key] = day
    st.date_input(
        title,
        value=None,
        key=key,
        min_value=within[0],
        max_value=within[1],
        on_change=_dates_changed,
        help=about,
    )


def _dates_changed() -> None:
    start, end = st.session_state[_FROM], st.session_state[_TO]
    period = Period(start, end) if start or end else None
    store(dataclasses.replace(current(), dates=period))
