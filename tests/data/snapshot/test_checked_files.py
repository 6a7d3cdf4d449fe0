"""Files that a start has checked are not checked again by the next, while they are the same."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from data import toml_file
from data.errors import InputError
from data.lexicon.schema import WordList
from data.snapshot import folder
from data.snapshot.checked import CheckedFiles, take_up
from data.toml_file import read_toml
from tests.dashboard.test_snapshot import Trap

PROGRAM = "this version"


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder for snapshots, and no memory of files but those of a test."""
    monkeypatch.setenv(folder.VARIABLE, str(tmp_path / "kept"))
    monkeypatch.setattr(toml_file, "_MEMORIES", [])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "words.toml"
    path.write_text('words = ["a", "b"]\n', "utf-8")
    return path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Files that were checked."""
    seen: list[Path] = []
    parse = toml_file.parse_toml

    def parsing(content: bytes, path: Path, schema: type[object]) -> object:
        seen.append(path)
        return parse(content, path, schema)

    monkeypatch.setattr(toml_file, "parse_toml", parsing)
    return seen


def started_again(memory: CheckedFiles) -> CheckedFiles:
    """What the next start takes up of what this one keeps."""
    memory.keep()
    toml_file._MEMORIES.clear()
    return take_up(PROGRAM)


def test_a_file_is_checked_once(file: Path, parsed: list[Path]) -> None:
    memory = take_up(PROGRAM)
    read = read_toml(file, WordList)
    started_again(started_again(memory))
    assert read_toml(file, WordList) == read == WordList(words=("a", "b"))
    assert parsed == [file]


def test_a_file_that_has_changed_is_checked(file: Path, parsed: list[Path]) -> None:
    memory = take_up(PROGRAM)
    read_toml(file, WordList)
    started_again(memory)
    file.write_text('words = ["c"]\n', "utf-8")
    assert read_toml(file, WordList).words == ("c",)
    file.write_text("words = 3\n", "utf-8")
    with pytest.raises(InputError, match="words"):
        read_toml(file, WordList)
    assert len(parsed) == 3


def test_nothing_is_kept_where_nothing_is_new(file: Path, tmp_path: Path) -> None:
    memory = take_up(PROGRAM)
    memory.keep()
    assert not (tmp_path / "kept").exists()
    read_toml(file, WordList)
    memory = started_again(memory)
    (kept,) = (tmp_path / "kept").iterdir()
    kept.unlink()
    read_toml(file, WordList)
    memory.keep()
    assert not kept.exists()


def test_another_version_of_the_program_checks_anew(file: Path, parsed: list[Path]) -> None:
    memory = take_up(PROGRAM)
    read_toml(file, WordList)
    memory.keep()
    toml_file._MEMORIES.clear()
    take_up("the next version")
    read_toml(file, WordList)
    assert parsed == [file, file]


@pytest.mark.parametrize("content", [b"", b"x", pickle.dumps(3), pickle.dumps(Trap())])
def test_what_is_none_of_ours_is_told_and_left_alone(
    file: Path,
    parsed: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
) -> None:
    told: list[str] = []
    monkeypatch.chdir(tmp_path)
    memory = take_up(PROGRAM)
    read_toml(file, WordList)
    memory.keep()
    (kept,) = (tmp_path / "kept").iterdir()
    kept.write_bytes(folder.packed(content))
    toml_file._MEMORIES.clear()
    take_up(PROGRAM, told.append)
    assert read_toml(file, WordList).words == ("a", "b")
    assert parsed == [file, file]
    assert told == ["damaged"]
    assert not Path("trapped").exists()
