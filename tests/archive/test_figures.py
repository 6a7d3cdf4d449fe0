"""A store's figures are those that its archive was made with, whatever it is made from and how."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from data.frame import to_frame
from data.store import tables
from data.store.build import build
from data.store.corpus import read_store
from data.store.progress import Progress
from data.store.queries import Wanted
from data.store.reading import Store
from data.store.source import Source
from data.store.workers import on_processes
from tests.archive.conftest import PART_SIZE, content_of
from tests.archive.molds import Made, made, totals, totals_of
from tests.archive.writing import write_folder, write_table, write_zip
from tests.bundled import bundled

WRITERS = {"folder": write_folder, "archive.zip": write_zip, "table.parquet": write_table}


@pytest.mark.parametrize("name", WRITERS)
def test_totals_are_those_the_archive_was_made_with(
    tmp_path: Path, made_articles: list[Made], name: str
) -> None:
    source = WRITERS[name](tmp_path / name, [one.article for one in made_articles])
    manifest = build(Source(str(source), part_size=PART_SIZE), tmp_path / "store")
    expected = [fact for one in made_articles for fact in one.expected]
    assert manifest.articles == len(made_articles)
    assert manifest.facts == len(expected)
    assert manifest.unread == 0
    assert len(manifest.parts) > 5
    store = Store(tmp_path / "store")
    assert totals_of(store.fact_objects()) == totals(expected)
    assert store.counts("kind") == Counter(fact.kind for fact in expected)
    assert store.counts("place") == Counter(place for fact in expected for place in fact.places)
    people = store.facts(Wanted(kinds=("casualties",)), ["value"])["value"].sum()
    assert people == sum(fact.value or 0 for fact in expected if fact.kind == "casualties")


def test_the_bundled_corpus_is_the_same_from_a_store(bundled_store: Path) -> None:
    corpus = bundled()
    found = read_store(bundled_store)
    assert list(found.facts.items()) == list(corpus.facts.items())
    assert list(found.articles) == list(corpus.articles)
    for article_id, article in found.articles.items():
        one = corpus.articles[article_id]
        assert (article.text, article.brief, article.marks) == (one.text, one.brief, one.marks)
    assert [claim.facts for claim in found.claims] == [claim.facts for claim in corpus.claims]
    frame = Store(bundled_store).facts()
    assert frame.dtypes.to_dict() == to_frame(corpus.facts.values()).dtypes.to_dict()
    assert frame.equals(to_frame(corpus.facts.values()))


def test_bytes_are_the_same_whoever_makes_the_parts(
    tmp_path: Path, made_articles: list[Made]
) -> None:
    few = write_folder(tmp_path / "few", [one.article for one in made_articles[: 3 * PART_SIZE]])
    source = Source(str(few), part_size=PART_SIZE)
    build(source, tmp_path / "one")
    build(source, tmp_path / "two", on_processes(2))
    assert content_of(tmp_path / "one") == content_of(tmp_path / "two")


def test_row_groups_of_a_table_make_no_difference(
    tmp_path: Path, made_articles: list[Made]
) -> None:
    articles = [one.article for one in made_articles[: 3 * PART_SIZE]]
    stores = {}
    for rows in (len(articles), 5, 1):
        folder = tmp_path / str(rows)
        folder.mkdir()
        table = write_table(folder / "table.parquet", articles, rows)
        build(Source(str(table), part_size=PART_SIZE), folder / "store")
        stores[rows] = content_of(folder / "store")
    assert [rows for rows, store in stores.items() if store != stores[len(articles)]] == []


def test_a_large_row_group_is_read_once(
    tmp_path: Path, made_articles: list[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts follow each other through it, and do not each begin at its first row."""
    begun: list[int] = []

    class Begun(tables._Group):
        def __init__(self, *arguments: Any) -> None:
            begun.append(1)
            super().__init__(*arguments)

    monkeypatch.setattr(tables, "_Group", Begun)
    table = write_table(tmp_path / "table.parquet", [one.article for one in made_articles])
    manifest = build(Source(str(table), part_size=PART_SIZE), tmp_path / "store")
    assert len(manifest.parts) > 5
    assert len(begun) == 1


class Counting(Progress):
    """Progress that remembers what was kept."""

    kept = parts = 0

    def part(self, outcome: object) -> None:
        self.kept += outcome.kept  # type: ignore[attr-defined]
        self.parts += 1


def test_an_update_keeps_what_is_unchanged_and_ends_as_a_new_build(tmp_path: Path) -> None:
    articles = [one.article for one in made(60, seed=3)]
    source = write_folder(tmp_path / "source", articles)
    build(Source(str(source), part_size=PART_SIZE), tmp_path / "store")
    before = content_of(tmp_path / "store")

    unchanged = Counting("none")
    build(Source(str(source), part_size=PART_SIZE), tmp_path / "store", progress=unchanged)
    assert unchanged.kept == 60
    assert content_of(tmp_path / "store") == before

    files = sorted(source.rglob("*.md"))
    files[7].unlink()
    files[20].write_text(files[20].read_text("utf-8") + "\n\nAt least 31 soldiers were killed.")
    (source / "0000" / "made-0000030-more.md").write_text("Iran has sent 44 trucks to Herat.")
    update = Counting("none")
    build(Source(str(source), part_size=PART_SIZE), tmp_path / "store", progress=update)
    build(Source(str(source), part_size=PART_SIZE), tmp_path / "new")
    assert content_of(tmp_path / "store") == content_of(tmp_path / "new")
    assert 60 - 2 - 4 * PART_SIZE <= update.kept <= 58
    store = Store(tmp_path / "store")
    assert len(store.articles()) == 60
    assert 31 in set(store.facts(columns=["value"])["value"].dropna())


def test_other_rules_read_everything_again(
    tmp_path: Path, made_articles: list[Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = [one.article for one in made_articles[: 3 * PART_SIZE]]
    source = Source(str(write_folder(tmp_path / "source", few)), part_size=PART_SIZE)
    first = build(source, tmp_path / "store")
    for module in ("build", "part"):
        monkeypatch.setattr(f"data.store.{module}.rules_digest", lambda: "0" * 64)
    progress = Counting("none")
    second = build(source, tmp_path / "store", progress=progress)
    assert progress.kept == 0
    assert (first.rules, second.rules) != (second.rules, first.rules)
    assert second.facts == first.facts
