"""Facts and articles made up for tests, and pages opened with a catalogue of one's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from data.article import Article
from data.catalog import CATALOG_VARIABLE
from data.fact import Fact
from tests.seed_only import SEED_ONLY

APP: Final = Path(__file__).parents[2] / "dashboard" / "app.py"
CHEAPEST_PAGE: Final = "views/about.py"


def a_fact(fact_id: str = "a-1", *, quote: str = "Over 40 guards fled.", **fields: Any) -> Fact:
    """A fact whose sentence is the whole article, unless offsets are given."""
    values: dict[str, Any] = {
        "fact_id": fact_id,
        "article_id": "a",
        "fact_group": f"{fact_id}-group",
        "kind": "personnel",
        "action": "flee",
        "start": 0,
        "end": max(1, min(7, len(quote))),
        "sentence_start": 0,
        "sentence_end": len(quote),
        "quote": quote,
        "rule": "made-up",
    }
    return Fact(**(values | fields))


def a_number(fact_id: str, value: float, **fields: Any) -> Fact:
    """A fact that counts people, exactly."""
    number: dict[str, Any] = {
        "value": value,
        "low": value,
        "high": value,
        "unit": "people",
        "qualifier": "exact",
    }
    return a_fact(fact_id, **(number | fields))


def an_article(**fields: Any) -> Article:
    """An article of a made-up publisher."""
    values: dict[str, Any] = {
        "article_id": "a",
        "text": "Over 40 guards fled.",
        "title": "Guards flee",
        "publisher": "The Daily Example",
        "url": "https://example.org/guards",
        "published": dt.date(2021, 7, 9),
        "published_basis": "stated",
        "licence": "made up",
    }
    return Article(**(values | fields))


def open_app(
    monkeypatch: Any, catalog: Path | None = None, *, page: str | None = None, **query: str
) -> AppTest:
    """The app after its first run, on a page, with a query string; by default of the seed alone."""
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog or SEED_ONLY))
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    if page == "add_article":  # its address is not its file's name: known after a first run only
        app.switch_page(CHEAPEST_PAGE).run()
    if page:
        app.switch_page(f"views/{page}.py")
    return app.run()


def open_menu(app: AppTest, key: str) -> AppTest:
    """The app after a click on the button of a menu: what is in it is made only then."""
    app.session_state[key] = True
    return app.run()


def words_on(app: AppTest) -> str:
    """All Markdown and plain text of a page, for asking what it says."""
    parts = [*app.title, *app.markdown, *app.caption, *app.text]
    parts += [*app.info, *app.error, *app.warning, *app.toast]
    cards = [text for card in app.metric for text in (card.label, card.value)]
    return "\n".join([*cards, *(str(part.value) for part in parts)]).replace("\\", "")
