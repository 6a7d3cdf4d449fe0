"""What a page hints at is offered on "Add an article", and used only if somebody confirms it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.adding import added_by, field, open_page, pressed, upload
from tests.dashboard.made_up import words_on

PAGES = Path(__file__).parents[1] / "data" / "intake" / "saved_pages"
UNCONFIRMED = "Not used unless you say so."


def opened(
    monkeypatch: pytest.MonkeyPatch, name: str, change: tuple[str, str] = ("", "")
) -> AppTest:
    content = (PAGES / f"{name}.html").read_text(encoding="utf-8").replace(*change)
    return upload(open_page(monkeypatch), **{f"{name}__html": content.encode()})


def test_publisher_and_day_of_an_old_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(monkeypatch, "tables")
    assert field(page, "text_input", "Publisher").value == ""
    assert field(page, "date_input", "Publication date").value is None
    assert "“06.07.2021”" in words_on(page)
    pressed(page, "Use 6 July 2021")
    pressed(page, "Use Central Asia Wire Service")
    assert UNCONFIRMED not in words_on(page)
    pressed(page, "Read the facts")
    (entry,) = added_by(page).entries.values()
    assert (entry.article.publisher, entry.article.published) == (
        "Central Asia Wire Service",
        dt.date(2021, 7, 6),
    )


def test_what_is_not_confirmed_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    page = pressed(opened(monkeypatch, "tables"), "Read the facts")
    (entry,) = added_by(page).entries.values()
    assert (entry.article.publisher, entry.article.published) == (None, None)


@pytest.mark.parametrize(
    ("chosen", "day"), [("6 July", dt.date(2021, 7, 6)), ("7 June", dt.date(2021, 6, 7))]
)
def test_figures_that_can_be_read_in_two_ways(
    monkeypatch: pytest.MonkeyPatch, chosen: str, day: dt.date
) -> None:
    page = opened(monkeypatch, "unclear")
    assert "The figures can be read in two ways." in words_on(page)
    pressed(page, f"Use {chosen} 2021")
    assert field(page, "date_input", "Publication date").value == day


def test_a_host_is_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(monkeypatch, "iranian")
    assert field(page, "text_input", "Publisher").value == "en.alborz.example"
    pressed(page, "Use Alborz News Agency")
    assert field(page, "text_input", "Publisher").value == "Alborz News Agency"
    assert UNCONFIRMED not in words_on(opened(monkeypatch, "amp"))
