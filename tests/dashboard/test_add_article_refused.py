"""What cannot be taken is refused in words, and is never as good as saved."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.adding import (
    TEXT,
    added_by,
    details_of,
    field,
    one_added,
    open_page,
    paste,
    pressed,
    upload,
)
from tests.dashboard.made_up import words_on


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return one_added(monkeypatch)


@pytest.mark.parametrize("year", [21, 1066, 2999])
def test_a_day_on_which_nothing_is_published_is_refused_wherever_it_is_given(
    monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    page = paste(open_page(monkeypatch))
    said = f"The publication date is {'before 1900' if year < 1900 else 'still to come'}: 9 July"
    field(page, "date_input", "Publication date").set_value(dt.date(year, 7, 9))
    pressed(page, "Read the facts")
    assert f"{said} {year}." in words_on(page)
    assert page.session_state["waiting-articles"]
    field(page, "date_input", "Publication date").set_value(dt.date(2021, 7, 9))
    pressed(page, "Read the facts")
    field(page, "date_input", "Publication date").set_value(dt.date(year, 7, 9))
    page.session_state[details_of(page)] = True
    pressed(page, "Save")
    assert f"{said} {year}." in words_on(page)
    assert not page.toast
    assert field(page, "date_input", "Publication date").value == dt.date(year, 7, 9)
    page.session_state[details_of(page)] = False
    page.run()
    assert field(page, "date_input", "Publication date").value == dt.date(2021, 7, 9)


def test_a_text_that_is_too_long_to_be_pasted_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_page(monkeypatch)
    assert "Up to 500,000 characters" in words_on(page)
    words = words_on(paste(page, "a" * 500_001))
    assert "The pasted text is too long: 500,001 characters. Paste at most 500,000" in words


def test_an_address_that_is_none_is_refused_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = paste(open_page(monkeypatch))
    field(page, "text_input", "Address (URL)").set_value("javascript:alert(1)")
    pressed(page, "Read the facts")
    assert "The address: 'javascript:" in words_on(page)
    assert "is no web address. It starts with" in words_on(page)
    assert field(page, "text_input", "Title").value == "Guards flee"


def test_what_is_no_text_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    page = paste(open_page(monkeypatch), "  ")
    assert "The pasted text is empty. Paste the text of an article." in words_on(page)
    page = upload(page, picture__png=b"\x89PNG")
    assert "picture.png: '.png' files are not read. Give the article as one of" in words_on(page)


def test_of_many_bad_files_every_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = {f"bad{number}__txt": b"\x00\x01" for number in range(9)}
    page = upload(open_page(monkeypatch), one__txt=TEXT.encode(), **bad)
    words = words_on(page)
    assert "These could not be taken." in words
    assert all(f"bad{number}.txt" in words for number in range(9))
    assert len(page.error) == 1


def test_the_same_text_is_refused_with_the_reason(app: AppTest) -> None:
    paste(app)
    pressed(app, "Read the facts")
    assert "“Guards flee” is in this session already." in words_on(app)
    assert len(added_by(app).entries) == 1
