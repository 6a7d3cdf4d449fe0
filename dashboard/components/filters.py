"""Filters for everything that can be selected, each option with how many facts have it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard.components.bound_selection import current, store
from dashboard.concerns import concerns, countries_named, days_of
from dashboard.kinds import kind_entry
from dashboard.names import label
from dashboard.selection import Period
from dashboard.wording import publisher_of, source_of

if TYPE_CHECKING:
    from dashboard.view import View

_FROM: Final = "filter-from"
_TO: Final = "filter-to"


def filter_menu(view: View) -> None:
    """A button that opens the filters."""
    with st.popover("Filter", icon=":material/filter_alt:", type="tertiary", key="filter-menu"):
        filters(view, in_row=False)


def filters(view: View, *, in_row: bool) -> None:
    """Draw the filters; they show and change the selection.

    Args:
        view: What is selected, and what there is to select from.
        in_row: Side by side, as far as there is room, or all under each other.
    """
    with st.container(horizontal=in_row, gap="small"):
        _several("Country", "countries", _countries(view), label, "All countries")
        _several("Kind", "kinds", _kinds(view), lambda kind: kind_entry(kind).label, "All kinds")
        _several("Actor or claimant", "actors", _actors(view), label, "All")
        _several("Source", "sources", _sources(view), lambda name: _titled(view, name), "All")
        _dates(view)


def _several(
    title: str,
    field: str,
    counts: Mapping[str, int],
    named: Callable[[str], str],
    placeholder: str,
) -> None:
    """A list to choose several from: what facts have, most often first, and what is chosen."""
    key = f"filter-{field}"
    now = list(getattr(current(), field))
    options = {*counts, *now}

    def changed() -> None:
        chosen: dict[str, Any] = {field: tuple(st.session_state[key])}
        store(dataclasses.replace(current(), **chosen))

    st.session_state[key] = now
    st.multiselect(
        title,
        sorted(options, key=lambda code: (-counts.get(code, 0), named(code))),
        key=key,
        on_change=changed,
        placeholder=placeholder,
        format_func=lambda code: f"{named(code)} ({counts.get(code, 0)})",
    )


def _countries(view: View) -> dict[str, int]:
    """Countries that facts name, and whatever place is chosen, with the facts each concerns."""
    places = {*countries_named(view.everything), *view.selection.countries}
    return {code: sum(concerns(fact, code) for fact in view.everything) for code in places}


def _kinds(view: View) -> Mapping[str, int]:
    return Counter(fact.kind for fact in view.everything)


def _actors(view: View) -> Mapping[str, int]:
    return Counter(code for fact in view.everything for code in {fact.actor, fact.claimant} if code)


def _sources(view: View) -> Mapping[str, int]:
    return Counter(fact.article_id for fact in view.everything)


def _titled(view: View, source: str) -> str:
    article = view.corpus.articles.get(source)
    named = article is not None and article.title != publisher_of(article)
    return f"{source_of(article)}: {article.title}" if article and named else source_of(article)


def _dates(view: View) -> None:
    """The first and the last day to keep; either may stay open."""
    chosen = current().dates or Period()
    days = [days_of(fact, view.corpus.articles.get(fact.article_id)) for fact in view.everything]
    known = [day for both in days if both for day in both]
    known += [day for day in (chosen.start, chosen.end) if day]
    first, last = min(known, default=dt.date(1900, 1, 1)), max(known, default=dt.date(2100, 1, 1))
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
