"""Add an article, as its user does: bring it in, describe it, review it, see it everywhere."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.browser import window_width
from dashboard.corpus import source
from data.corpus import read_corpus
from data.intake.formats import FORMATS
from tests.dashboard.adding import (
    TEXT,
    added_by,
    field,
    one_added,
    open_page,
    paste,
    pressed,
    switch,
    upload,
)
from tests.dashboard.conftest import ARTICLE
from tests.dashboard.made_up import open_app, open_menu, words_on
from tests.seed_only import SEED_ONLY

PAGES = ("overview", "article", "facts", "about")


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return one_added(monkeypatch)


def test_the_empty_page_says_what_happens_and_who_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(monkeypatch)
    assert not page.exception
    words = words_on(page)
    for said in ("Only you", "reload", "Undo", "seeds/"):
        assert said in words or said in [button.label for button in page.button]
    assert page.button(key="undo").disabled


def test_while_there_is_something_to_lose_the_page_says_how(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = "gone when you close or reload it, when the server restarts"
    page = open_page(monkeypatch)
    assert said in words_on(page)
    assert f"{said} and when the connection is lost for minutes: add it" in words_on(paste(page))
    words = words_on(pressed(page, "Read the facts"))
    assert "download the archive to keep it" in words
    assert said in words


def test_a_pasted_text_waits_to_be_described(monkeypatch: pytest.MonkeyPatch) -> None:
    page = paste(open_page(monkeypatch))
    assert field(page, "text_input", "Title").value == "Guards flee"
    assert "“on Thursday” or “last week” stays undated" in words_on(page)
    pressed(page, "Discard")
    assert "Say what it is" not in words_on(page)


def test_facts_are_in_every_view_and_marked(app: AppTest) -> None:
    (name,) = added_by(app).entries
    words = words_on(switch(app, "overview"))
    assert "27 facts from 2 articles" in words
    open_menu(app, "border-share-list")
    claims = [button.label for button in app.button if "-share-claim-" in (button.key or "")]
    assert any("Daily Example \\(this session\\)" in label for label in claims)
    assert "71% to 85%" in words
    assert "You added 1 article with 2 facts." in words
    drawn: list[Any] = list(app.get("plotly_chart"))
    for chart in drawn:
        assert "added in this session" in chart.proto.spec
    timeline = drawn[1].proto.spec
    assert "4,444" in timeline
    assert "\\u2020" in timeline or "†" in timeline

    table = switch(app, "facts").dataframe[0].value
    assert list(table["added"]).count("This session") == 2
    sources = app.multiselect(key="filter-sources").options
    assert any("The Daily Example (this session)" in option for option in sources)

    app.query_params["article"] = name
    words = words_on(switch(app, "article"))
    assert ":blue-badge[:material/lock: This session]" in words
    assert "The Daily Example (this session)" in words_on(switch(app, "about"))


def test_the_evidence_is_marked_and_leads_to_the_review(app: AppTest) -> None:
    fled = next(iter(added_by(app).entries.values())).found
    app.query_params["fact"] = next(iter(fled))
    words = words_on(switch(app, "overview"))
    assert "4,444" in words
    assert ":blue-badge[:material/lock: This session]" in words
    links: list[Any] = list(app.get("page_link"))
    assert "Review it" in [link.label for link in links]


def test_a_missing_date_leaves_monday_undated_and_can_be_given_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = pressed(paste(open_page(monkeypatch)), "Read the facts")
    (entry,) = added_by(page).entries.values()
    assert [fact.when_start for fact in entry.facts.values()] == [None, None]
    assert "date unknown" in words_on(page)
    field(page, "date_input", "Publication date").set_value(dt.date(2021, 7, 9))
    pressed(page, "Save")
    (entry,) = added_by(page).entries.values()
    assert next(iter(entry.facts.values())).when_start == dt.date(2021, 7, 5)


def test_several_files_are_read_and_a_bad_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    page = upload(
        open_page(monkeypatch),
        one__txt=TEXT.encode(),
        two__txt=b"Some 40 soldiers fled to Iran.",
        bad__txt=b"\x00\x01",
    )
    assert "bad.txt" in words_on(page)
    assert "This could not be taken." in words_on(page)
    pressed(page, "Add all 2 as they are")
    assert len(added_by(page).entries) == 2
    uploader: Any = page.get("file_uploader")[0]
    assert uploader.value in (None, [])


def test_a_text_that_waits_already_is_said_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    page = upload(open_page(monkeypatch), one__txt=TEXT.encode(), two__txt=TEXT.encode())
    words = words_on(page)
    assert "two.txt" in words
    assert "two.txt has the same text as one.txt, which waits already." in words
    assert "Add all" not in [button.label for button in page.button]
    assert "has the same text as one.txt" in words_on(paste(page)).lower()


def test_more_than_a_session_may_have_do_not_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {f"a{number}__txt": f"Some {number} men fled.".encode() for number in range(1, 22)}
    last = {"a21__txt": texts.pop("a21__txt")}
    page = upload(upload(open_page(monkeypatch), **texts), **last)
    assert "a21.txt" in words_on(page)
    assert "more than the 20 articles that can wait" in words_on(page)


def test_a_day_that_the_text_gives_is_offered_and_used_if_confirmed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = TEXT.replace("On Monday", "KABUL, July 9 - On Monday")
    page = paste(open_page(monkeypatch), text)
    assert field(page, "date_input", "Publication date").value is None
    assert "Read from the text: “KABUL, July 9”. The year is assumed." in words_on(page)
    pressed(page, "Use 9 July 2021")
    assert "No publication date" not in words_on(page)
    assert field(page, "date_input", "Publication date").value == dt.date(2021, 7, 9)
    pressed(page, "Read the facts")
    (entry,) = added_by(page).entries.values()
    assert "confirmed by whoever added" in str(entry.article.published_basis)
    assert next(iter(entry.facts.values())).when_start == dt.date(2021, 7, 5)


def test_without_a_keyboard_no_key_is_named(monkeypatch: pytest.MonkeyPatch, app: AppTest) -> None:
    def keys() -> set[str]:
        buttons = [*app.get("button"), *app.get("form_submit_button")]
        return {button.proto.shortcut for button in buttons} - {""}

    for narrow in (False, True):
        monkeypatch.setattr(window_width, "window_width", {False: 1440, True: 390}[narrow].__int__)
        app.run()
        assert ("Press J" in words_on(app)) is not narrow
        pressed(app, "Start with the first")
        assert bool(keys()) is not narrow
        forms = [block.proto.form for block in app.get("form")]
        assert forms
        assert all(form.enter_to_submit is not narrow for form in forms)
        pressed(app, "All facts")


@pytest.mark.parametrize("step", ["read_plain_text", "read_upload", "found_facts"])
def test_a_mistake_in_the_program_is_said_and_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, step: str
) -> None:
    from dashboard.adding import articles
    from dashboard.components.adding import article_intake

    def broken(*_: object) -> Any:
        raise ZeroDivisionError("secret")

    if step == "read_plain_text":
        reader = dataclasses.replace(FORMATS[".txt"], read=broken)
        monkeypatch.setattr("data.intake.formats.FORMATS", {**FORMATS, ".txt": reader})
    else:
        owner = article_intake if step == "read_upload" else articles
        monkeypatch.setattr(owner, step, broken)
    page = open_page(monkeypatch)
    if step != "found_facts":
        upload(page, one__txt=TEXT.encode())
    else:
        pressed(paste(page), "Read the facts")
    words = words_on(page)
    assert "mistake in the program (ZeroDivisionError)" in words
    assert "secret" not in words
    assert any(record.exc_info for record in caplog.records)


def test_nobody_else_sees_it(monkeypatch: pytest.MonkeyPatch, app: AppTest) -> None:
    (name,) = added_by(app).entries
    for page in PAGES:
        switch(app, page)
    other = open_app(monkeypatch)
    assert "25 facts from 1 article" in words_on(other)
    assert "added-articles" not in other.session_state
    for page in (*PAGES, "add_article"):
        switch(other, page)
        assert "The Daily Example" not in words_on(other)
    assert name not in source.corpus().articles
    assert len(source.corpus().facts) == len(read_corpus(SEED_ONLY).facts)


def test_a_link_to_it_says_why_it_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, app: AppTest
) -> None:
    (entry,) = added_by(app).entries.values()
    other = open_app(monkeypatch, fact=next(iter(entry.facts)))
    (warning,) = other.warning
    assert "This link asks for something that is not here" in warning.value
    assert "only they see it" in warning.value


def test_a_hostile_text_changes_nothing_but_text(monkeypatch: pytest.MonkeyPatch) -> None:
    page = paste(open_page(monkeypatch), ARTICLE)
    field(page, "text_input", "Publisher").set_value("**Daily** :red[Example] <b>")
    pressed(page, "Read the facts")
    assert next(iter(added_by(page).entries.values())).facts
    pressed(page, "Start with the first")
    for name in ("add_article", *PAGES):
        switch(page, name)
        for element in [*page.markdown, *page.caption, *page.button, *page.expander]:
            shown = str(getattr(element, "value", "")) + str(getattr(element, "label", ""))
            assert "<script>" not in shown
            assert ":red[Example" not in shown
            assert "](" not in shown


def test_ids_do_not_depend_on_the_name_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    page = upload(open_page(monkeypatch), **{"../../etc/passwd__txt": TEXT.encode()})
    field(page, "text_input", "Title").set_value("Guards")
    pressed(page, "Read the facts")
    (name,) = added_by(page).entries
    assert name == f"guards-{hashlib.sha256(TEXT.encode()).hexdigest()[:10]}"


def test_a_long_articles_facts_are_listed_all_at_once_if_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = (f"In all, {number} Afghan soldiers fled to Iran.\n\n" for number in range(100, 310))
    page = pressed(paste(open_page(monkeypatch), f"Guards\n\n{''.join(told)}"), "Read the facts")
    page.query_params["article"] = next(iter(added_by(page).entries))
    page = switch(page, "article")
    listed = "Personnel\\: 309 Afghan soldiers · Afghanistan to Iran"
    assert listed not in [button.label for button in page.button]
    field(page, "toggle", "List all 210").set_value(True).run()
    assert listed in [button.label for button in page.button]
