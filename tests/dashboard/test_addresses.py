"""Addresses that the page hands out, as the reader's browser sees the dashboard."""

from __future__ import annotations

import dataclasses
import datetime as dt
from types import SimpleNamespace
from typing import Any, cast

import pytest
import streamlit as st
from streamlit.runtime.context_util import maybe_trim_page_path

from dashboard.components.browser import addresses
from dashboard.selecting.selection import Selection
from dashboard.sitemap import PAGES


def arrive(
    monkeypatch: pytest.MonkeyPatch, url: str | None, page: str, selection: Selection
) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(url=url))
    monkeypatch.setattr(addresses, "current_page", lambda: page)
    monkeypatch.setattr(addresses, "current", lambda: selection)


@pytest.mark.parametrize(
    ("url", "page", "base"),
    [
        ("http://localhost:8501/", "", "http://localhost:8501"),
        ("http://localhost:8501/facts", "facts", "http://localhost:8501"),
        ("https://example.org/withdrawal/", "", "https://example.org/withdrawal"),
        ("https://example.org/withdrawal/facts/", "facts", "https://example.org/withdrawal"),
        ("https://example.org/facts/facts", "facts", "https://example.org/facts"),
        ("https://example.org/artifacts", "facts", "https://example.org/artifacts"),
        (None, "facts", ""),
        ("javascript:alert(1)", "", ""),
    ],
)
def test_where_the_dashboard_is(
    monkeypatch: pytest.MonkeyPatch, url: str | None, page: str, base: str
) -> None:
    arrive(monkeypatch, url, page, Selection())
    assert addresses.base() == base


@pytest.mark.parametrize("path", ["", "/", "/facts", "/no-such-page"])
def test_a_base_path_that_the_server_knows_is_kept(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": "withdrawal/"}.get)
    arrive(monkeypatch, f"https://example.org/withdrawal{path}", "", Selection())
    assert addresses.base() == "https://example.org/withdrawal"


@pytest.mark.parametrize(
    ("page", "query"), [("", "?layer=facts"), ("claims", "?measure=districts"), ("facts", "")]
)
def test_a_link_has_the_choices_that_its_page_draws(
    monkeypatch: pytest.MonkeyPatch, page: str, query: str
) -> None:
    here = "https://example.org/w/"
    arrive(monkeypatch, f"{here}{page}", page, Selection(layer="facts", measure="districts"))
    assert addresses.link_here() == f"{here}{page}{query}"
    assert addresses.link_to_chart("timeline") == f"{here}?chart=timeline"
    assert addresses.link_to_chart("claims") == f"{here}claims?measure=districts&chart=claims"
    assert addresses.embedded("region-map") == f"{here}?layer=facts&chart=region-map&embed=true"


@pytest.mark.parametrize("below", ["", "/withdrawal"])
@pytest.mark.parametrize("asked", ["no-such-page", "index.html", "add_article", "artifacts"])
def test_a_page_that_is_none_is_no_part_of_where_the_dashboard_is(
    monkeypatch: pytest.MonkeyPatch, below: str, asked: str
) -> None:
    known = {name: {"url_pathname": name} for name in PAGES}
    manager = SimpleNamespace(intended_page_name=asked, get_pages=lambda: known)
    context = SimpleNamespace(pages_manager=manager)
    monkeypatch.setattr(addresses, "get_script_run_ctx", lambda **_: context)
    seen = maybe_trim_page_path(f"https://example.org{below}/{asked}", cast("Any", manager))
    arrive(monkeypatch, seen, "", Selection())
    assert addresses.base() == f"https://example.org{below}"


def test_links_say_what_they_are_about_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    selection = Selection(countries=("TJK", "UZB"), chart="region-map", fact="a-1", article="a")
    arrive(monkeypatch, "https://example.org/w/article", "article", selection)
    here = "https://example.org/w/"
    assert addresses.link_here() == f"{here}article?countries=TJK,UZB&fact=a-1&article=a"
    assert addresses.link_to_fact("b-2") == f"{here}?fact=b-2"
    assert addresses.link_to_card("b-2") == f"{here}?countries=TJK,UZB&fact=b-2"
    assert addresses.link_to_card(None) == f"{here}?countries=TJK,UZB"
    dated = dataclasses.replace(selection, day=dt.date(2021, 7, 9))
    arrive(monkeypatch, "https://example.org/w/article", "article", dated)
    assert addresses.link_to_fact("b-2") == f"{here}?day=2021-07-09&fact=b-2"
    arrive(monkeypatch, "https://example.org/w/article", "article", selection)
    chart = f"{here}?countries=TJK,UZB&chart=timeline&fact=a-1"
    assert addresses.link_to_chart("timeline") == chart
    assert addresses.embedded("timeline") == f"{chart}&embed=true"
    file = addresses.route("charts/timeline.png", selection, {"size": "2x", "download": "1"})
    assert file == f"{here}charts/timeline.png?countries=TJK,UZB&fact=a-1&size=2x&download=1"
    assert addresses.route("facts.csv", Selection()) == f"{here}facts.csv"
