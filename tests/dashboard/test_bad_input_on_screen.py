"""What cannot be read is said on screen, and the rest of the page still works."""

from __future__ import annotations

import dataclasses
import logging
import shutil
from pathlib import Path

import pytest

from dashboard.observability.events import FIELDS
from data.catalog import read_catalog
from tests.dashboard.conftest import write_catalog
from tests.dashboard.made_up import open_app, words_on
from tests.seed_only import SEED_ONLY

PAGES = (None, "article", "facts", "about")


@pytest.mark.parametrize("page", PAGES)
def test_a_missing_catalogue(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str | None
) -> None:
    app = open_app(monkeypatch, tmp_path / "nowhere.toml", page=page)
    assert not app.exception
    (error,) = app.error
    heading, said = error.value.replace("\\", "").split("  \n")
    assert heading.startswith("**The catalogue of articles cannot be read")
    assert said == (
        "nowhere.toml cannot be read (No such file or directory). "
        "The file must exist and be readable."
    )


def test_the_log_has_the_folder_that_the_screen_leaves_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        app = open_app(monkeypatch, tmp_path / "nowhere.toml")
    (told,) = [record for record in caplog.records if record.message == "unusable"]
    assert getattr(told, FIELDS)["where"] == str(tmp_path / "nowhere.toml")
    assert str(tmp_path) not in words_on(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_catalogue_names_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str | None
) -> None:
    catalog = tmp_path / "catalog.toml"
    catalog.write_text('[[article]]\nid = "a\n', "utf-8")
    app = open_app(monkeypatch, catalog, page=page)
    assert not app.exception
    assert "The catalogue of articles cannot be read" in app.error[0].value
    assert "line 2" in app.error[0].value


def test_without_a_catalogue_nothing_is_said_of_articles(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = open_app(monkeypatch, tmp_path / "nowhere.toml")
    assert "nothing can be shown" in words_on(app)
    assert "No article read so far" not in words_on(app)
    assert not open_app(monkeypatch, tmp_path / "nowhere.toml", page="add_article").exception


def test_without_facts_every_card_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = open_app(monkeypatch, write_catalog(tmp_path, title="Quiet", text="Nothing happened."))
    words = words_on(app)
    assert "No article read so far says how many troops crossed into Tajikistan." in words
    assert "No article read so far says how much of the withdrawal is done." in words


def test_a_changed_article_is_named_with_both_hashes(
    monkeypatch: pytest.MonkeyPatch, changed_article: Path
) -> None:
    app = open_app(monkeypatch, changed_article)
    assert not app.exception
    assert "0" * 64 in app.error[0].value
    assert "article\\.txt" in app.error[0].value


def test_a_changed_article_leaves_the_page_standing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(SEED_ONLY.parent, tmp_path, dirs_exist_ok=True)
    catalog = tmp_path / SEED_ONLY.name
    (tmp_path / "second.txt").write_text("Nothing here.", "utf-8")
    (seed,) = read_catalog(catalog).entries
    second = dataclasses.replace(seed, id="second", file="second.txt", sha256="0" * 64)
    catalog.write_text(f"{seed.toml()}\n{second.toml()}", "utf-8")
    app = open_app(monkeypatch, catalog)
    assert not app.exception
    (error,) = app.error
    assert "second\\.txt" in error.value
    assert "sha256" in error.value
    shares = [card.value.replace("\\", "") for card in app.metric]
    assert "85%" in shares


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "empty"), (b"\xff\xfe\x00", "utf"), (b"a\x00b", "control character")],
)
def test_an_unreadable_article(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, message: str
) -> None:
    import hashlib

    digest = hashlib.sha256(content).hexdigest()
    catalog = write_catalog(tmp_path, title="Broken", text="x", sha256=digest)
    (tmp_path / "article.txt").write_bytes(content)
    app = open_app(monkeypatch, catalog)
    assert not app.exception
    assert message in app.error[0].value.lower()


def test_a_missing_article_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch, hostile_catalog: Path
) -> None:
    entry = hostile_catalog.read_text("utf-8")
    entry += entry.replace('"made-up"', '"gone"').replace('"article.txt"', '"gone.txt"')
    hostile_catalog.write_text(entry, "utf-8")
    app = open_app(monkeypatch, hostile_catalog)
    assert not app.exception
    assert "A source could not be read" in app.error[0].value
    assert "gone\\.txt" in app.error[0].value
    assert "from 1 article" in words_on(app)
    assert len(app.dataframe[0].value) > 0


def test_a_mended_catalogue_shows_up_without_a_restart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    catalog = tmp_path / "catalog.toml"
    catalog.write_text("broken", "utf-8")
    app = open_app(monkeypatch, catalog)
    assert app.error
    write_catalog(tmp_path, title="Mended", text="Over 40 soldiers fled.")
    app.run()
    assert not app.error
    assert "from 1 article" in words_on(app)
