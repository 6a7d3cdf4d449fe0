"""The page for adding articles, opened and used as a visitor does."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.adding.articles import AddedArticles
from tests.dashboard.made_up import open_app

TEXT = (
    "Guards flee\n\nOn Monday, 4,444 Afghan soldiers fled to Tajikistan.\n\n"
    "The Taliban control 71 percent of the Afghan-Tajik border.\n"
)


def open_page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page with nothing added."""
    return open_app(monkeypatch, page="add_article")


def paste(app: AppTest, text: str = TEXT) -> AppTest:
    """Bring a text in by pasting it."""
    app.text_area(key="pasted-text").set_value(text)
    app.button(key="paste-submit").click().run()
    return app


def field(app: AppTest, kind: str, label: str) -> Any:
    """The field of a label, of widgets of a kind."""
    widgets: list[Any] = list(app.get(kind))
    return next(widget for widget in widgets if widget.label == label)


def pressed(app: AppTest, label: str) -> AppTest:
    """The page after a button was pressed."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def added_by(app: AppTest) -> AddedArticles:
    """What the visitor has added."""
    kept: AddedArticles = app.session_state["added-articles"]
    return kept


def details_of(page: AppTest) -> str:
    """Key of the menu with the details of the only article."""
    kept = added_by(page)
    return f"edit-{next(iter(kept.entries))}-{len(kept.steps)}"


def switch(app: AppTest, page: str) -> AppTest:
    """Another page of the same session."""
    app.switch_page(f"views/{page}.py").run()
    assert not app.exception
    return app


def upload(page: AppTest, **files: bytes) -> AppTest:
    """Bring files in, named ``name__txt`` for ``name.txt``."""
    for name, content in files.items():
        uploader: Any = page.get("file_uploader")[0]
        uploader.upload(name.replace("__", "."), content)
    page.run()
    assert not page.exception
    return page


def one_added(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page with one article added, published on a Friday."""
    page = paste(open_page(monkeypatch))
    field(page, "text_input", "Publisher").set_value("The Daily Example")
    field(page, "date_input", "Publication date").set_value(dt.date(2021, 7, 9))
    return pressed(page, "Read the facts")


def pieces(app: AppTest, size: str = "article") -> list[dict[str, Any]]:
    """What the text under review is made of, or the sentence of its chosen fact."""
    drawn: list[Any] = list(app.get("bidi_component"))
    told = [json.loads(component.proto.json) for component in drawn]
    data = [each[0] for each in told if isinstance(each, list)]
    return [
        piece
        for each in data
        if each.get("size") == size
        for paragraph in each["paragraphs"]
        for piece in paragraph["pieces"]
    ]
