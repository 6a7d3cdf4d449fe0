"""Whoever brings an article in is shown that one, whatever they looked at before."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data.archive import to_archive
from tests.dashboard.adding import (
    TEXT,
    added_by,
    one_added,
    open_page,
    paste,
    pressed,
    switch,
    upload,
)
from tests.dashboard.made_up import words_on

SECOND = TEXT.replace("Guards flee", "Guards return").replace("4,444", "3,333")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return pressed(one_added(monkeypatch), "Start with the first")


def test_the_one_just_added_though_a_fact_of_another_was_chosen(app: AppTest) -> None:
    assert "Review “Guards flee”" in words_on(app)
    pressed(paste(app, SECOND), "Read the facts")
    assert "Review “Guards return”" in words_on(app)
    assert "Fact 1 of" not in words_on(app)
    switch(app, "article")
    assert app.session_state["selection"].article == _last(app)


def test_the_first_of_several(app: AppTest) -> None:
    third = SECOND.replace("Guards return", "Guards wait").replace("3,333", "2,222")
    pressed(paste(paste(app, SECOND), third), "Add all 2 as they are")
    assert "Review “Guards return”" in words_on(app)


def test_the_first_of_an_archive(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    pressed(paste(app, SECOND), "Read the facts")
    other = upload(open_page(monkeypatch), archive__zip=to_archive(added_by(app).articles))
    assert "Review “Guards flee”" in words_on(other)


def _last(app: AppTest) -> str:
    return list(added_by(app).entries)[-1]
