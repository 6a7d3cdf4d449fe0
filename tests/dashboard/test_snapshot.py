"""What a start read is taken up by the next one, and never anything else than the files say now."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest

import data
from dashboard import corpus_source, snapshot
from dashboard.corpus_source import CATALOG_VARIABLE, corpus
from data.catalog import SEEDS
from data.corpus import Corpus, read_corpus
from tests.dashboard.test_corpus_source import write
from tests.seed_only import SEED_ONLY


@pytest.fixture
def catalog(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A catalogue in use, and a folder for snapshots."""
    path = write(tmp_path, "Over 40 guards fled.")
    monkeypatch.setenv(CATALOG_VARIABLE, str(path))
    monkeypatch.setenv(snapshot.VARIABLE, str(tmp_path / "kept"))
    return path


def started_again(monkeypatch: pytest.MonkeyPatch, *, reads: bool) -> Corpus:
    """What a process that starts now shows, which is to read articles anew or must not."""
    corpus_source._catalogued.cache_clear()
    corpus_source._named.cache_clear()
    snapshot._program.cache_clear()
    read: list[Path] = []

    def reading(path: Path) -> Corpus:
        read.append(path)
        return read_corpus(path)

    with monkeypatch.context() as patched:
        patched.setattr(corpus_source, "read_corpus", reading)
        shown = corpus()
    assert bool(read) is reads
    return shown


def file_of(catalog: Path) -> Path:
    (found,) = (catalog.parent / "kept").glob("*.snapshot")
    return found


def test_a_start_takes_up_what_the_last_one_read(
    catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = started_again(monkeypatch, reads=True)
    second = started_again(monkeypatch, reads=False)
    assert first is not second
    assert (first.articles, first.facts) == (second.articles, second.facts)
    assert list(first.facts) == list(second.facts)
    assert len(second.facts) == 1
    assert catalog.exists()


@pytest.mark.parametrize("named", [SEED_ONLY, SEEDS / "catalog.toml"])
def test_all_of_a_catalogue_comes_back(
    named: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, str(named))
    monkeypatch.setenv(snapshot.VARIABLE, str(tmp_path))
    first = started_again(monkeypatch, reads=True)
    second = started_again(monkeypatch, reads=False)
    assert (first.articles, first.facts) == (second.articles, second.facts)
    assert [*first.articles, *first.facts] == [*second.articles, *second.facts]
    assert first.claims == second.claims


def test_an_edited_article_is_shown(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started_again(monkeypatch, reads=True)
    write(catalog.parent, "Over 50 guards fled.")  # as long as before
    (fact,) = started_again(monkeypatch, reads=True).facts.values()
    assert fact.value == 50
    started_again(monkeypatch, reads=False)


def test_an_article_that_is_not_the_catalogues_is_refused(
    catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started_again(monkeypatch, reads=True)
    (catalog.parent / "briefs" / "one.txt").write_text("Over 50 guards fled.", "utf-8")
    assert started_again(monkeypatch, reads=True).problems
    (catalog.parent / "briefs" / "one.txt").unlink()
    assert started_again(monkeypatch, reads=True).problems


def test_an_edited_catalogue_is_shown(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started_again(monkeypatch, reads=True)
    catalog.write_text(catalog.read_text("utf-8").replace('"One"', '"Two"'), "utf-8")
    assert started_again(monkeypatch, reads=True).articles["one"].title == "Two"


def test_edited_corrections_are_shown(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (fact,) = started_again(monkeypatch, reads=True).facts.values()
    text = (
        f'[[correction]]\nfact = "{fact.fact_id}"\nverdict = "reject"\nrule = "{fact.rule}"\n'
        f'words = "{fact.quote[fact.start : fact.end]}"\nsentence = "{fact.quote}"\n'
    )
    (catalog.parent / "one.corrections.toml").write_text(text, "utf-8")
    with catalog.open("a", encoding="utf-8") as file:
        digest = hashlib.sha256(text.encode()).hexdigest()
        file.write(f'corrections = "one.corrections.toml"\ncorrections_sha256 = "{digest}"\n')
    assert started_again(monkeypatch, reads=True).facts == {}
    assert started_again(monkeypatch, reads=False).facts == {}
    (catalog.parent / "one.corrections.toml").write_text("", "utf-8")
    assert started_again(monkeypatch, reads=True).problems


@pytest.mark.parametrize("changed", ["lexicon/nouns.toml", "parse/grouping.py", "new.py"])
def test_another_program_reads_anew(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, changed: str
) -> None:
    package = tmp_path / "package"
    shutil.copytree(data.__path__[0], package)
    monkeypatch.setattr(data, "__path__", [str(package)])
    started_again(monkeypatch, reads=True)
    started_again(monkeypatch, reads=False)
    with (package / changed).open("a", encoding="utf-8") as file:
        file.write("\n# Changed.\n")
    started_again(monkeypatch, reads=True)
    started_again(monkeypatch, reads=False)
    assert catalog.exists()


def test_what_has_a_problem_is_not_kept(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (catalog.parent / "briefs" / "one.txt").unlink()
    assert started_again(monkeypatch, reads=True).problems
    assert not (catalog.parent / "kept").exists()


def test_what_changes_while_it_is_read_is_not_kept(
    catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(path: Path) -> Corpus:
        read = read_corpus(path)
        write(catalog.parent, "Over 50 guards fled.")
        return read

    with monkeypatch.context() as patched:
        patched.setattr(corpus_source, "read_corpus", changing)
        corpus()
    assert not (catalog.parent / "kept").exists()


def test_nothing_is_kept_where_that_is_off(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(snapshot.VARIABLE, "Off")
    started_again(monkeypatch, reads=True)
    started_again(monkeypatch, reads=True)
    assert not (catalog.parent / "kept").exists()


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[:-1], lambda _: b"", lambda _: b"x" * 900, bytes.upper]
)
def test_a_damaged_one_is_told_once_and_replaced(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, told: list[str], damage: Any
) -> None:
    started_again(monkeypatch, reads=True)
    kept = file_of(catalog)
    kept.write_bytes(damage(kept.read_bytes()))
    assert started_again(monkeypatch, reads=True).facts
    assert set(told) == {"damaged"}
    started_again(monkeypatch, reads=False)


class Trap:
    """Something that does what it likes when it is unpacked."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, ("trapped",)


def test_nothing_but_articles_and_facts_is_made_of_one(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    started_again(monkeypatch, reads=True)
    kept = file_of(catalog)
    whole = snapshot._unpacked(kept.read_bytes())
    trap = snapshot.Snapshot(whole.files, whole.digest, pickle.dumps(Trap()))
    kept.write_bytes(snapshot._packed(trap))
    monkeypatch.chdir(catalog.parent)
    assert started_again(monkeypatch, reads=True).facts
    assert not Path("trapped").exists()
    assert told == ["damaged"]


def test_one_that_others_may_write_to_is_foreign(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    started_again(monkeypatch, reads=True)
    file_of(catalog).chmod(0o666)
    started_again(monkeypatch, reads=True)
    assert set(told) == {"foreign"}
    told.clear()
    (catalog.parent / "kept").chmod(0o777)
    started_again(monkeypatch, reads=True)
    assert set(told) == {"foreign"}


def test_a_folder_that_cannot_be_written_is_told(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    (catalog.parent / "kept").write_text("no folder", "utf-8")
    assert started_again(monkeypatch, reads=True).facts
    assert told == ["unwritable"]


def test_old_ones_go(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = catalog.parent / "kept"
    folder.mkdir(mode=0o700)
    for number in range(20):
        (folder / f"{number:032}.snapshot").touch()
        os.utime(folder / f"{number:032}.snapshot", (number, number))
    started_again(monkeypatch, reads=True)
    assert len(list(folder.iterdir())) == snapshot._MOST
    started_again(monkeypatch, reads=False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the log says of snapshots."""
    lines: list[str] = []
    monkeypatch.setattr(snapshot, "tell_snapshot", lines.append)
    return lines


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/withdrawal-dashboard"),
        ({"HOME": "/h"}, "/h/.cache/withdrawal-dashboard"),
        ({"WITHDRAWAL_CACHE": "/c", "HOME": "/h"}, "/c"),
        ({"WITHDRAWAL_CACHE": "off", "HOME": "/h"}, None),
    ],
)
def test_where_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], folder: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", snapshot.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert snapshot.folder() == (Path(folder) if folder else None)
