"""The corpus is read again when any file it was read from changes, and only then."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from dashboard.corpus.source import corpus
from data.catalog import CATALOG_VARIABLE


def write(folder: Path, text: str) -> Path:
    """A catalogue whose article lies in a folder beside it."""
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "one.txt").write_text(text, "utf-8")
    catalog = folder / "catalog.toml"
    catalog.write_text(
        "[[article]]\n"
        'id = "one"\nfile = "texts/one.txt"\ntitle = "One"\npublished_basis = "made up"\n'
        f'licence = "made up"\nsha256 = "{hashlib.sha256(text.encode()).hexdigest()}"\n',
        "utf-8",
    )
    return catalog


@pytest.fixture
def catalog(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    catalog = write(tmp_path, "Over 40 guards fled.")
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    return catalog


def test_it_is_read_once(catalog: Path) -> None:
    assert list(corpus().articles) == ["one"]
    (catalog.parent / "texts" / "empty").mkdir()
    assert corpus() is corpus()


def test_a_changed_catalogue_is_seen(catalog: Path) -> None:
    assert "Over 40" in corpus().articles["one"].text
    write(catalog.parent, "Over 4,000 guards fled.")
    assert "Over 4,000" in corpus().articles["one"].text


def test_a_file_changed_in_a_folder_of_the_catalogue_is_seen(catalog: Path) -> None:
    assert corpus().articles
    (catalog.parent / "texts" / "one.txt").write_text("Somebody else's words.", "utf-8")
    (problem,) = corpus().problems
    assert "sha256" in problem.problem


def test_a_missing_folder_is_a_problem_and_no_crash(catalog: Path) -> None:
    (catalog.parent / "texts" / "one.txt").unlink()
    (catalog.parent / "texts").rmdir()
    assert corpus().problems
