"""What cannot be taken is refused in words, and is never as good as saved."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.dashboard.adding import details_of, field, open_page, paste, pressed
from tests.dashboard.made_up import words_on


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
