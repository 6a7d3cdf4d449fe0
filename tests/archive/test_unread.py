"""Articles that cannot be read are listed with the reason, and the rest go on."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.__main__ import main
from data.errors import InputError
from data.store.build import build as build_store
from data.store.corpus import read_store
from data.store.reading import Store
from data.store.source import Source

GOOD = "At least 12 soldiers were killed in Kunduz on Monday."


def _errors(store: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (store / "errors.jsonl").read_text("utf-8").splitlines()]


def test_files_that_hold_no_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "source"
    (source / "sub").mkdir(parents=True)
    (source / "good.txt").write_text(GOOD)
    (source / "sub" / "good.txt").write_text(GOOD)
    (source / "empty.txt").write_text(" ")
    (source / "latin.txt").write_bytes("Zeile\ncafé".encode("latin-1"))
    (source / "page.html").write_text("<html><body></body></html>")
    (source / "dangling.txt").symlink_to("nowhere.txt")
    (source / "round").symlink_to(source)
    (source / "picture.png").write_bytes(b"png")
    (source / "broken.zip").write_bytes(b"PK, but no archive")
    (source / "broken.parquet").write_bytes(b"PAR1")
    command = ["build", str(source), "--out", str(tmp_path / "store"), "--progress", "none"]
    assert main(command) == 1
    assert "note: 7 articles could not be read" in capsys.readouterr().err
    errors = _errors(tmp_path / "store")
    assert {error["where"] for error in errors} == {
        "empty.txt",
        "latin.txt: line 2",
        "page.html",
        "dangling.txt",
        "source",
        "broken.zip",
        "broken.parquet",
    }
    assert all(error["problem"] and error["remedy"] for error in errors)
    found = read_store(tmp_path / "store")
    assert len(found.articles) == 2
    assert len(found.problems) == 7
    assert {fact.value for fact in found.facts.values()} == {12}


def _table(path: Path, rows: list[dict[str, Any]]) -> Source:
    pq.write_table(pa.Table.from_pylist(rows), path)
    return Source(str(path))


def test_rows_that_hold_no_article(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"article_id": "a", "text": GOOD, "published": "2021-07-06"},
        {"article_id": "a", "text": "Another text.", "published": None},
        {"article_id": None, "text": GOOD, "published": None},
        {"article_id": None, "text": GOOD, "published": None},
        {"article_id": "two words", "text": GOOD, "published": None},
        {"article_id": "b", "text": None, "published": None},
        {"article_id": "c", "text": "\x00", "published": None},
        {"article_id": "d", "text": GOOD, "published": "Tuesday"},
        {"article_id": "e", "text": GOOD, "published": "2021-07-07T08:00:00Z"},
    ]
    source = _table(tmp_path / "table.parquet", rows)
    for size in (1, 100):
        store = tmp_path / f"store-{size}"
        build_store(Source(source.url, part_size=size), store)
        assert [error["where"].partition(": ")[2] for error in _errors(store)] == [
            "row 2, article_id",
            "row 3, article_id",
            "row 4, article_id",
            "row 5, article_id",
            "row 6, text",
            "row 7, text: line 1",
            "row 8, published",
        ]
        assert "'Tuesday' is no day" in _errors(store)[-1]["problem"]
        assert "is the id of table.parquet: row 1 too" in _errors(store)[0]["problem"]
        assert [article.article_id for article in Store(store).articles()] == ["a", "e"]


@pytest.mark.parametrize(
    "day", ["0001-01-03", dt.date(1, 1, 3), dt.datetime(1, 1, 3, tzinfo=dt.UTC)]
)
def test_a_row_of_a_day_before_articles_is_named(tmp_path: Path, day: object) -> None:
    source = _table(
        tmp_path / "table.parquet", [{"article_id": "a", "text": GOOD, "published": day}]
    )
    build_store(source, tmp_path / "store")
    (error,) = _errors(tmp_path / "store")
    assert error["where"] == "table.parquet: row 1, published"
    assert error["problem"].startswith("'0001-01-03")
    assert error["problem"].endswith("is no day from 1900-01-01 on")


def test_every_row_of_a_damaged_table_is_read_or_listed(tmp_path: Path) -> None:
    rows = [{"article_id": str(number), "text": f"{GOOD} {number}"} for number in range(200)]
    path = tmp_path / "table.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=50, compression="gzip")
    content = bytearray(path.read_bytes())
    text = pq.ParquetFile(path).metadata.row_group(2).column(1)
    begin = text.dictionary_page_offset or text.data_page_offset
    content[begin + 40 : begin + 80] = bytes(40)
    path.write_bytes(content)
    manifest = build_store(Source(str(path), part_size=8), tmp_path / "store")
    listed = 0
    for error in _errors(tmp_path / "store"):
        first, _, last = error["where"].partition(": rows ")[2].partition(" to ")
        listed += int(last) - int(first) + 1
    assert listed >= 50
    assert manifest.articles + listed == 200


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"article_id": ["a"]}, "has no column 'text'"),
        ({"text": [GOOD]}, "has no column 'article_id'"),
        ({"article_id": ["a"], "text": [7]}, "its column 'text' holds int64"),
    ],
)
def test_a_table_without_articles(
    tmp_path: Path, columns: dict[str, list[object]], problem: str
) -> None:
    pq.write_table(pa.table(columns), tmp_path / "table.parquet")
    build_store(Source(str(tmp_path / "table.parquet")), tmp_path / "store")
    assert [error["problem"] for error in _errors(tmp_path / "store")] == [problem]


def test_members_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "news.zip", "w") as archive:
        archive.writestr("good.txt", GOOD)
        archive.writestr("../out.txt", GOOD)
        archive.writestr("inner.zip", b"PK")
        archive.writestr("__MACOSX/good.txt", b"\x00")
    build_store(Source(str(tmp_path / "news.zip")), tmp_path / "store")
    assert [error["where"] for error in _errors(tmp_path / "store")] == [
        "news.zip: ../out.txt",
        "news.zip: inner.zip",
    ]
    assert Store(tmp_path / "store").count() == 1


def test_a_text_that_the_rules_fail_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("data.store.part.reviewed_facts", failing)
    (tmp_path / "one.txt").write_text(GOOD)
    build_store(Source(str(tmp_path)), tmp_path.with_suffix(".store"))
    problem = _errors(tmp_path.with_suffix(".store"))[0]["problem"]
    assert problem.startswith("the rules fail on it (RecursionError in test_unread.py, line ")
    assert problem.endswith(": too deep)")


def test_a_file_that_its_reader_fails_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_: object) -> None:
        raise IndexError("string index out of range")

    monkeypatch.setattr("data.intake.web_page.page_metadata", failing)
    source = tmp_path / "source"
    source.mkdir()
    (source / "one.html").write_text(f"<p>{GOOD}")
    (source / "two.txt").write_text(GOOD)
    manifest = build_store(Source(str(source)), tmp_path / "store")
    assert (manifest.unread, manifest.articles) == (1, 1)
    assert _errors(tmp_path / "store")[0]["where"] == "one.html"
    assert main(["extract", str(source)]) == 1
    said = capsys.readouterr()
    assert said.out.count('"value": 12') == 1
    assert "one.html: its reader fails on it (IndexError in test_unread.py, line " in said.err


def test_what_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "late.txt").write_text("")
    assert build_store(Source(str(source)), tmp_path / "store").unread == 1
    (source / "late.txt").write_text(GOOD)
    manifest = build_store(Source(str(source)), tmp_path / "store")
    assert (manifest.unread, manifest.facts) == (0, 1)
    assert _errors(tmp_path / "store") == []


@pytest.mark.parametrize("source", ["missing", "missing.zip", "nosuch://archive"])
def test_a_source_that_is_none(tmp_path: Path, source: str) -> None:
    with pytest.raises(InputError, match=r"Give a path|Name a folder"):
        build_store(Source(source), tmp_path / "store")


def test_a_single_file_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"PK")
    assert build_store(Source(str(tmp_path / "thesis.docx")), tmp_path / "store").unread == 1
    assert _errors(tmp_path / "store")[0]["where"] == "thesis.docx"


def test_a_store_in_its_own_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lies in .* which is read"):
        build_store(Source(str(tmp_path)), tmp_path / "store")
    assert not list(tmp_path.iterdir())


def test_another_file_system(tmp_path: Path) -> None:
    """What fsspec opens is read as a local folder is."""
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/archive/2021/good.txt", GOOD.encode())
    manifest = build_store(Source("memory://archive"), tmp_path / "store")
    (tmp_path / "archive" / "2021").mkdir(parents=True)
    (tmp_path / "archive" / "2021" / "good.txt").write_text(GOOD)
    local = build_store(Source(str(tmp_path / "archive")), tmp_path / "local")
    assert manifest == local
    assert manifest.facts == 1
