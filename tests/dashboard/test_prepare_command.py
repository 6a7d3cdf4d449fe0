"""``python -m dashboard prepare``: what the next start finds, or why it will find nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.corpus import source
from dashboard.corpus.source import corpus
from data.catalog import CATALOG_VARIABLE
from data.corpus import Corpus
from data.snapshot.folder import VARIABLE
from tests.dashboard.test_corpus_source import write


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where snapshots are to be kept; a catalogue of one article is in use."""
    monkeypatch.setenv(CATALOG_VARIABLE, str(write(tmp_path, "Over 40 guards fled.")))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "kept"))
    source._catalogued.cache_clear()
    return tmp_path / "kept"


def not_read(_: Path) -> Corpus:
    raise AssertionError("read anew")


def test_the_next_start_reads_nothing(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prepare"]) == 0
    assert f"1 article with 1 fact in {kept}" in capsys.readouterr().out
    source._catalogued.cache_clear()
    monkeypatch.setattr(source, "read_corpus", not_read)
    (fact,) = corpus().facts.values()
    assert fact.value == 40


def test_an_article_that_cannot_be_read_is_named(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept.parent / "texts" / "one.txt").unlink()
    assert main(["prepare"]) == 2
    assert "one.txt" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept.write_text("no folder", "utf-8")
    assert main(["prepare"]) == 2
    said = capsys.readouterr().err
    assert str(kept) in said
    assert VARIABLE in said


def test_nothing_is_kept_where_that_is_off(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert main(["prepare"]) == 0
    assert VARIABLE in capsys.readouterr().out
    assert not kept.exists()
