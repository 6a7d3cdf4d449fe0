"""What a visitor takes away of added articles, removes, and brings back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.words.plain_text import escape
from data.archive import ENTRIES, to_archive
from data.article import Article
from data.corpus import read_corpus
from tests.dashboard.adding import added_by, one_added, open_page, pressed, switch, upload
from tests.dashboard.made_up import open_app, open_menu, words_on
from tests.seed_only import SEED_ONLY


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return one_added(monkeypatch)


def test_downloads_are_made_in_the_session(app: AppTest) -> None:
    switch(app, "overview")
    for menu in ("view-menu", "timeline-menu", "region-map-menu"):
        open_menu(app, menu)
    names = {button.key for button in app.get("download_button")}
    assert {"session-facts-csv", "session-report", "session-everything"} <= names
    assert {"session-timeline-svg", "session-region-map-gpkg"} <= names


def test_only_these_and_all_again(app: AppTest) -> None:
    switch(app, "facts")
    pressed(app, "Show only these")
    assert len(app.dataframe[0].value) == 2
    pressed(app, "Show all")
    assert len(app.dataframe[0].value) == len(read_corpus(SEED_ONLY).facts) + 2


def test_removed_and_brought_back(app: AppTest) -> None:
    pressed(app, "Start with the first")
    pressed(app, "Remove")
    assert not added_by(app).entries
    assert not app.warning
    pressed(app, "Undo")
    assert len(added_by(app).entries) == 1


def test_an_archive_makes_it_permanent_and_can_be_gone_on_with(
    monkeypatch: pytest.MonkeyPatch, app: AppTest, tmp_path: Path
) -> None:
    pressed(app, "Start with the first")
    pressed(app, "Reject")
    content = to_archive(added_by(app).articles)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    (entry,) = added_by(app).entries.values()
    assert dict(read_corpus(tmp_path / ENTRIES).facts) == dict(entry.facts)

    again = upload(open_page(monkeypatch), archive__zip=content)
    (restored,) = added_by(again).entries.values()
    assert restored.facts == entry.facts
    assert "1 rejected" in words_on(again)


def test_a_damaged_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(ENTRIES, "[[article")
        archive.writestr("../../evil.txt", "x")
    page = upload(open_page(monkeypatch), evil__zip=stream.getvalue())
    assert "does not belong" in words_on(page)
    assert "added-articles" not in page.session_state


def test_a_name_that_leads_out_is_told_as_it_stands_in_the_archive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("/etc/cron.d/evil *x*.txt", "x")
        archive.writestr("good.txt", "Guards flee")
    page = upload(open_page(monkeypatch), news__zip=stream.getvalue())
    (told,) = [error.value for error in page.error]
    assert escape("news.zip: /etc/cron.d/evil *x*.txt: its name leads out") in told


def test_what_was_not_read_is_said_to_everybody_who_has_the_archive(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = "page 2 of 3 is a picture, as of a scan, and was not read"
    article = Article(article_id="a", text="Guards flee", title="Guards flee", unread=said)
    with zipfile.ZipFile(io.BytesIO(to_archive([article]))) as archive:
        archive.extractall(tmp_path)
    page = open_app(monkeypatch, tmp_path / ENTRIES, page="article")
    assert not page.exception
    (badge,) = [each for each in page.markdown if "Not read in full" in each.value]
    assert "Page 2 of 3 is a picture" in badge.help
