"""Faults of disks and files: nothing is lost, and one clear message each."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.errors import InputError
from data.store.build import build as build_store
from data.store.reading import Store
from data.store.source import Source
from tests.archive.conftest import PART_SIZE, ROOT, build, build_command, content_of, leftovers
from tests.archive.molds import made
from tests.archive.writing import write_folder
from tests.small_disk import bounding_files, grow, only_root, small_disk


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> Path:
    """A complete store of the small archive. Read only."""
    path = tmp_path_factory.mktemp("complete") / "store"
    build_store(Source(str(archive), part_size=PART_SIZE), path)
    return path


@pytest.fixture
def store(tmp_path: Path, complete: Path) -> Path:
    """A complete store of the small archive, to be damaged."""
    return shutil.copytree(complete, tmp_path / "store")


@pytest.mark.parametrize("limit", [1, 4_000, 12_000])
@pytest.mark.faults
def test_no_room_for_a_file(tmp_path: Path, archive: Path, limit: int) -> None:
    """A bound on the size of files is met as a full disk is: in the middle of a write."""
    command = build_command(archive, tmp_path / "store")
    full = subprocess.run(  # noqa: S603 - our own interpreter and program
        command,
        preexec_fn=bounding_files(limit),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert full.returncode == 3
    assert "File too large" in full.stderr
    assert "it goes on where it stopped" in full.stderr
    assert "Traceback" not in full.stderr
    assert not leftovers(tmp_path / "store")
    _goes_on(tmp_path, archive)


@only_root
@pytest.mark.faults
def test_a_full_disk(tmp_path: Path, archive: Path) -> None:
    with small_disk(tmp_path / "store", "256k"):
        full = build(archive, tmp_path / "store")
        assert full.returncode == 3
        assert "No space left on device" in full.stderr
        assert "Traceback" not in full.stderr
        assert not leftovers(tmp_path / "store")
        grow(tmp_path / "store", "64m")
        _goes_on(tmp_path, archive)


def _goes_on(tmp_path: Path, archive: Path) -> None:
    assert build(archive, tmp_path / "store").returncode == 0
    assert build(archive, tmp_path / "whole").returncode == 0
    assert content_of(tmp_path / "store") == content_of(tmp_path / "whole")


def _shorten(store: Path) -> None:
    path = sorted((store / "facts").iterdir())[2]
    path.write_bytes(path.read_bytes()[:-100])


def _flip(store: Path) -> None:
    path = sorted((store / "articles").iterdir())[2]
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _lose(store: Path) -> None:
    sorted((store / "facts").iterdir())[0].unlink()


def _lose_record(store: Path) -> None:
    sorted((store / "parts").iterdir())[0].unlink()


def _blame(store: Path) -> None:
    (store / "errors.jsonl").write_text('{"where": "a.txt"}\n')


def _set(**fields: object) -> Callable[[Path], None]:
    def change(store: Path) -> None:
        path = store / "manifest.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | fields))

    return change


def _halve(store: Path) -> None:
    path = store / "manifest.json"
    path.write_bytes(path.read_bytes()[:1000])


DAMAGE = [
    (_shorten, "bytes instead of"),
    (_flip, "has the sha256"),
    (_lose, "cannot be read (No such file or directory)"),
    (_lose_record, "is no record of its part"),
    (_blame, "names 1 article instead of 0"),
    (_set(schema=0), "has the older schema 0, this program reads 2"),
    (_set(schema=3), "has schema 3, this program reads schema 2"),
    (_set(columns={"facts": ["fact_id string"]}), "(differs in articles.article_id"),
    (_set(format="parquet"), "not a store of ours"),
    (_set(parts=[{"part": "a"}]), "is damaged"),
    (_halve, "cannot be read"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGE)
def test_a_damaged_or_foreign_store_is_one_clear_message(
    store: Path, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], None], message: str
) -> None:
    assert main(["check", str(store)]) == 0
    assert "60 articles" in capsys.readouterr().out
    damage(store)
    assert main(["check", str(store)]) == 1
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1
    assert said.startswith(f"error: {store}")


@pytest.mark.parametrize("damage", [_shorten, _lose, _lose_record, _set(schema=0), _halve])
def test_a_damaged_store_is_repaired_by_building_again(
    store: Path, archive: Path, damage: Callable[[Path], None]
) -> None:
    whole = content_of(store)
    damage(store)
    build_store(Source(str(archive), part_size=PART_SIZE), store)
    assert content_of(store) == whole


@pytest.mark.parametrize("damage", [_shorten, _lose])
def test_reading_a_damaged_store_says_what_to_do(
    store: Path, damage: Callable[[Path], None]
) -> None:
    damage(store)
    with pytest.raises(InputError, match=r"Check it: python -m data check") as caught:
        Store(store).facts()
    assert "\n" not in str(caught.value)


def test_what_was_put_into_a_store_is_named_and_goes_with_the_next_build(
    store: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stray = store / "facts" / "stray.parquet"
    stray.write_bytes(next((store / "facts").iterdir()).read_bytes())
    assert main(["check", str(store)]) == 0
    assert f"note: {stray}: is no part of the store." in capsys.readouterr().err
    build_store(Source(str(archive), part_size=PART_SIZE), store)
    assert not stray.exists()
    assert main(["check", str(store)]) == 0
    assert not capsys.readouterr().err


def test_a_folder_that_is_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"")
    assert main(["check", str(tmp_path)]) == 1
    assert "is no store: it has no manifest.json" in capsys.readouterr().err
    assert main(["build", "seeds", "--out", str(tmp_path)]) == 3
    assert "holds 'thesis.docx', which is no part of a store" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_store_replaced_while_it_is_open(tmp_path: Path) -> None:
    source = write_folder(tmp_path / "source", [one.article for one in made(20, seed=2)])
    build_store(Source(str(source), part_size=PART_SIZE), tmp_path / "store")
    opened = Store(tmp_path / "store")
    before, version = opened.count(), opened.version
    fact = opened.fact_objects(limit=1)[0]
    for file in source.rglob("*.md"):
        file.write_text("Iran has sent 44 trucks to Herat.")
    build_store(Source(str(source), part_size=PART_SIZE), tmp_path / "store")
    assert opened.count() == 20 != before
    assert opened.version != version
    assert opened.fact(fact.fact_id) is None
    assert len(opened.articles(columns=["article_id", "text"])) == 20


def test_a_store_of_one_article_is_told_in_the_singular(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text("On 5 July 2021, 40 Afghan soldiers fled.")
    store = tmp_path / "store"
    build_store(Source(str(tmp_path / "articles")), store)
    assert main(["check", str(store)]) == 0
    assert f"{store}: 1 article, 1 fact in 1 part are as they were built" in capsys.readouterr().out
    for name in ("b", "a"):
        (store / "facts" / f"{name}.parquet").write_bytes(b"")
    assert main(["check", str(store)]) == 0
    assert "is no part of the store, nor is 1 other." in capsys.readouterr().err
