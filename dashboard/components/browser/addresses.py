"""Addresses of this dashboard as the reader's own browser sees them."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.charts.catalogue import CHARTS, charts_on, drawn_by
from dashboard.components.session.bound_selection import current, current_page
from dashboard.selecting.selection import Selection
from dashboard.sitemap import PAGES


def base() -> str:
    """Where the dashboard is, without a slash at the end; empty outside a browser.

    For example ``https://example.org/withdrawal``. It is the browser's own address bar that says
    so: only it knows what stands in front of the server.
    """
    below = str(st.get_option("server.baseUrlPath") or "")
    return _base(st.context.url or "", below, current_page() or _asked_page())


def _asked_page() -> str:
    """Path of the page that the browser asked for by name; of one that is none, too.

    Streamlit shows the first page instead, and puts its address into the bar only then.
    """
    context = get_script_run_ctx(suppress_warning=True)
    return (context and context.pages_manager.intended_page_name) or ""


@functools.lru_cache(maxsize=256)
def _base(url: str, base_path: str, page: str) -> str:
    """Part of an address of the dashboard's; every link on a page asks for it.

    Args:
        url: Of the page that the browser shows.
        base_path: Streamlit's ``server.baseUrlPath``.
        page: Path of the page that was asked for, empty for the first.
    """
    address = urlsplit(url)
    if address.scheme not in {"http", "https"} or not address.netloc:
        return ""
    path = address.path.rstrip("/")
    below = f"/{base_path.strip('/')}".rstrip("/")
    if below and f"{path}/".startswith(f"{below}/"):
        path = below
    elif page:
        above, _, last = path.rpartition("/")
        # Streamlit takes the name of a page off the end: "add_article" comes as "add_".
        cut = last and page.startswith(last) and page.removeprefix(last) in PAGES
        path = above if cut else path
    return f"{address.scheme}://{address.netloc}{path}"


def shapes() -> str | None:
    """Where the browser finds the maps' shapes and keeps them; None to send them along."""
    return f"{base()}/shapes" if base() else None


def route(path: str, selection: Selection, parameters: Mapping[str, str] | None = None) -> str:
    """Address of a file that the server makes of a selection, relative to nothing.

    Args:
        path: Of the route, e.g. ``charts/timeline.png``.
        selection: What the file shows.
        parameters: More of the query string.
    """
    query = dataclasses.replace(selection, chart=None, article=None).to_query()
    wanted = urlencode({**query, **(parameters or {})}, safe=",/")
    return f"{base()}/{path}" + (f"?{wanted}" if wanted else "")


def link_here() -> str:
    """Link to this page as it is, without what only charts of other pages draw."""
    page = current_page()
    shown = drawn_by(current(), charts_on(page))
    return dataclasses.replace(shown, chart=None).link(base(), page)


def link_to_chart(name: str) -> str:
    """Link to a chart with what is selected now; it opens with the chart in sight."""
    return CHARTS[name].link(_without_article(), base())


def link_to_fact(fact_id: str) -> str:
    """Link to a claim and its sentence as of the day selected, whatever else is."""
    return Selection(day=current().day, fact=fact_id).link(base())


def link_to_card(fact_id: str | None) -> str:
    """Link to the first page with a card as it is: it depends on the day and on all filters.

    Args:
        fact_id: Of the one claim that it gives; None where it gives all that stand together.
    """
    shown = drawn_by(_without_article(), charts_on(""))
    return dataclasses.replace(shown, chart=None, fact=fact_id).link(base())


def embedded(name: str) -> str:
    """Address of a chart alone, for a frame on another page."""
    alone = drawn_by(_without_article(), (CHARTS[name],))
    return f"{dataclasses.replace(alone, chart=name).link(base())}&embed=true"


def _without_article() -> Selection:
    return dataclasses.replace(current(), article=None)
