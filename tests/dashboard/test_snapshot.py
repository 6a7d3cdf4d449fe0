"""What a start read is taken up by the next one, and never anything else than the files say now."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import pickle
import shutil
from collections import OrderedDict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import dashboard
import data
import geo
from dashboard.charts import reference_figure as reference_figures
from dashboard.charts.catalogue import CHARTS, Style
from dashboard.charts.drawn import Drawn
from dashboard.charts.reference_figure import SHAPES, reference_figure, reference_file
from dashboard.corpus import source
from dashboard.corpus.source import corpus, keep_for_next_start
from dashboard.kept import kept
from dashboard.selecting.selection import Selection
from dashboard.snapshot import catalogue, checked, program
from dashboard.view import View
from data.catalog import CATALOG_VARIABLE, SEEDS
from data.corpus import Corpus, read_corpus
from data.snapshot import folder
from tests.dashboard.test_corpus_source import write
from tests.seed_only import SEED_ONLY


@pytest.fixture
def catalog(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A catalogue in use, and a folder for snapshots."""
    path = write(tmp_path, "Over 40 guards fled.")
    monkeypatch.setenv(CATALOG_VARIABLE, str(path))
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path / "kept"))
    return path


def started_again(monkeypatch: pytest.MonkeyPatch, *, reads: bool) -> Corpus:
    """What a process that starts now shows, which is to read articles anew or must not."""
    source._catalogued.cache_clear()
    source._named.cache_clear()
    program.program.cache_clear()
    read: list[Path] = []

    def reading(path: Path) -> Corpus:
        read.append(path)
        return read_corpus(path)

    with monkeypatch.context() as patched:
        patched.setattr(source, "read_corpus", reading)
        shown = corpus()
    keep_for_next_start()
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
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path))
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
    (catalog.parent / "texts" / "one.txt").write_text("Over 50 guards fled.", "utf-8")
    assert started_again(monkeypatch, reads=True).problems
    (catalog.parent / "texts" / "one.txt").unlink()
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


@pytest.mark.parametrize(
    ("package", "changed"),
    [
        (data, "lexicon/nouns.toml"),
        (data, "parse/grouping.py"),
        (data, "new.py"),
        (dashboard, "charts/region_map.py"),
        (geo, "parts.toml"),
    ],
)
def test_another_program_reads_anew(
    catalog: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    package: ModuleType,
    changed: str,
) -> None:
    copy = tmp_path / "package"
    shutil.copytree(package.__path__[0], copy)
    monkeypatch.setattr(package, "__path__", [str(copy)])
    started_again(monkeypatch, reads=True)
    started_again(monkeypatch, reads=False)
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n# Changed.\n")
    started_again(monkeypatch, reads=True)
    started_again(monkeypatch, reads=False)
    assert catalog.exists()


def test_other_libraries_read_anew(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started_again(monkeypatch, reads=True)
    (tmp_path / "site-packages/pydantic-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "site-packages")
    started_again(monkeypatch, reads=True)
    assert catalog.exists()


def test_what_was_drawn_is_not_drawn_again(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = CHARTS["timeline"]
    drawn = reference_figure(chart, started_again(monkeypatch, reads=True))
    before = file_of(catalog).read_bytes()
    keep_for_next_start()
    kept = file_of(catalog).read_bytes()
    assert kept != before
    shown = started_again(monkeypatch, reads=False)
    undrawable = dataclasses.replace(chart, draw=lambda *_: pytest.fail("drawn again"))
    monkeypatch.setattr(reference_figures, "_files", OrderedDict())
    assert reference_figure(undrawable, shown) == drawn
    assert reference_file(undrawable, drawn.name, shown) == drawn.content
    assert file_of(catalog).read_bytes() == kept


def test_a_chart_that_visitors_saw_is_there_for_the_next(
    catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart, style = CHARTS["region-map"], Style(width=900, shapes=SHAPES)

    def on_page(corpus: Corpus) -> Drawn:
        view, reference = View.of(corpus, Selection()), reference_figure(chart, corpus)
        return kept(
            corpus,
            "charts on the page",
            (chart.name, Selection(), style, reference.name),
            lambda: Drawn(chart.draw(view, style), chart.alt(view), reference),
        )

    drawn = on_page(started_again(monkeypatch, reads=True))
    packed = drawn.packed
    keep_for_next_start()
    again = on_page(started_again(monkeypatch, reads=False))
    assert again is not drawn
    assert (again, again.packed) == (drawn, packed)
    assert catalog.exists()


def test_what_has_a_problem_is_not_kept(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (catalog.parent / "texts" / "one.txt").unlink()
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
        patched.setattr(source, "read_corpus", changing)
        corpus()
        keep_for_next_start()
    assert not (catalog.parent / "kept").exists()


def test_nothing_is_kept_where_that_is_off(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(folder.VARIABLE, "Off")
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
    whole = catalogue._unpacked(folder.unpacked(kept.read_bytes()))
    trap = catalogue.Snapshot(whole.files, whole.digest, pickle.dumps(Trap()))
    kept.write_bytes(folder.packed(catalogue._packed(trap)))
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


def test_one_that_was_prepared_may_be_read_only_since(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    first = started_again(monkeypatch, reads=True)
    before = file_of(catalog).read_bytes()
    reference_figure(CHARTS["timeline"], first)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    keep_for_next_start()
    assert (file_of(catalog).read_bytes(), told) == (before, [])
    started_again(monkeypatch, reads=False)


def test_old_ones_go(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = catalog.parent / "kept"
    where.mkdir(mode=0o700)
    for number in range(20):
        (where / f"{number:032}.snapshot").touch()
        os.utime(where / f"{number:032}.snapshot", (number, number))
    (where / ".tmp-unfinished").touch()
    os.utime(where / ".tmp-unfinished", (0, 0))
    started_again(monkeypatch, reads=True)
    assert len(list(where.iterdir())) == folder.MOST
    started_again(monkeypatch, reads=False)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the log says of snapshots."""
    lines: list[str] = []
    for module in (catalogue, checked):
        monkeypatch.setattr(module, "tell_snapshot", lines.append)
    return lines


@pytest.mark.parametrize(
    ("environment", "where"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/withdrawal-dashboard"),
        ({"HOME": "/h"}, "/h/.cache/withdrawal-dashboard"),
        ({"WITHDRAWAL_CACHE": "/c", "HOME": "/h"}, "/c"),
        ({"WITHDRAWAL_CACHE": "off", "HOME": "/h"}, None),
    ],
)
def test_where_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], where: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", folder.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert folder.folder() == (Path(where) if where else None)
