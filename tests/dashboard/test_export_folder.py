"""Files written into a folder: a run goes on where the last one stopped and overwrites nothing."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest

from dashboard.export.bundle import README, Planned, plan
from dashboard.export.files import File
from dashboard.export.folder import MANIFEST, Written, write_folder
from dashboard.view import View
from data.errors import InputError
from tests.dashboard.exported import BASE, a_corpus, planned_file


def planned_files(*names: str) -> list[Planned]:
    return [planned_file(name, name.encode()) for name in names]


def never(name: str) -> Planned:
    def make() -> File:
        raise AssertionError(f"{name} was made again")

    return Planned(name, "a file", make)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


NAMES: Final = ("a.csv", "b.json", "c.txt", "d.txt")


def test_a_second_run_makes_nothing_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    first = write_folder(planned_files(*NAMES), folder, inputs="1")
    assert first == Written(made=NAMES, kept=())
    written = content_of(folder)
    assert set(written) == {*NAMES, MANIFEST}
    assert all(written[name] == name.encode() for name in NAMES)
    told: list[tuple[int, int, str, int]] = []
    second = write_folder(
        [never(name) for name in NAMES],
        folder,
        inputs="1",
        progress=lambda *step: told.append(step),
    )
    assert second == Written(made=(), kept=NAMES)
    assert content_of(folder) == written
    assert told == [(place, 4, name, 0) for place, name in enumerate(NAMES, start=1)]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_run_keeps_what_was_finished_and_goes_on(
    tmp_path: Path, error: type[BaseException]
) -> None:
    def interrupted() -> File:
        raise error

    first_two = planned_files(*NAMES[:2])
    files = [*first_two, Planned("c.txt", "a file", interrupted), never("d.txt")]
    with pytest.raises(error):
        write_folder(files, tmp_path, inputs="1")
    assert set(content_of(tmp_path)) == {"a.csv", "b.json", MANIFEST}
    again = [never("a.csv"), never("b.json"), *planned_files("c.txt", "d.txt")]
    assert write_folder(again, tmp_path, inputs="1") == Written(NAMES[2:], NAMES[:2])
    assert set(content_of(tmp_path)) == {*NAMES, MANIFEST}


def test_a_run_that_was_killed_while_it_wrote_goes_on(tmp_path: Path) -> None:
    write_folder(planned_files("a.csv"), tmp_path, inputs="1")
    (tmp_path / ".b.json.export-part").write_bytes(b"half")
    (tmp_path / f".{MANIFEST}.export-part").write_bytes(b"{")
    files = [never("a.csv"), *planned_files("b.json")]
    assert write_folder(files, tmp_path, inputs="1") == Written(("b.json",), ("a.csv",))
    assert set(content_of(tmp_path)) == {"a.csv", "b.json", MANIFEST}


def test_other_inputs_make_every_file_again(tmp_path: Path) -> None:
    write_folder([planned_file("a.csv", b"old")], tmp_path, inputs="1")
    again = write_folder([planned_file("a.csv", b"new")], tmp_path, inputs="2")
    assert again == Written(made=("a.csv",), kept=())
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def change(path: Path) -> None:
    path.write_bytes(b"changed")


@pytest.mark.parametrize("spoil", [change, Path.unlink])
def test_a_file_that_was_changed_or_deleted_is_made_again(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    write_folder(planned_files(*NAMES), tmp_path, inputs="1")
    spoil(tmp_path / "b.json")
    files = [never("a.csv"), *planned_files("b.json"), never("c.txt"), never("d.txt")]
    assert write_folder(files, tmp_path, inputs="1").made == ("b.json",)
    assert (tmp_path / "b.json").read_bytes() == b"b.json"


def test_a_file_that_no_export_made_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"mine")
    with pytest.raises(InputError, match="no export made it") as refused:
        write_folder([never(name) for name in NAMES], tmp_path, inputs="1")
    assert str(tmp_path / "c.txt") in refused.value.where
    assert content_of(tmp_path) == {"c.txt": b"mine"}


def test_other_files_in_the_folder_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write_folder(planned_files("a.csv"), tmp_path, inputs="1")
    write_folder(planned_files("b.json"), tmp_path, inputs="2")
    assert content_of(tmp_path).keys() == {"notes.txt", "a.csv", "b.json", MANIFEST}
    assert (tmp_path / "notes.txt").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'"text"',
        b'{"a.csv": null}',
        b'{"a.csv": "text"}',
        b'{"a.csv": {"inputs": "1"}}',
        b'{"a.csv": {"inputs": "1", "sha256": "0", "more": 1}}',
        b'{"name": "An app", "icons": []}',
    ],
)
def test_a_damaged_manifest_is_an_error_that_names_it(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(damaged)
    with pytest.raises(InputError, match="this is no list of an export's files") as refused:
        write_folder([never("a.csv")], tmp_path, inputs="1")
    assert refused.value.where == str(tmp_path / MANIFEST)
    assert content_of(tmp_path) == {MANIFEST: damaged}


def test_a_folder_that_cannot_be_made_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(InputError, match="the folder cannot be made") as refused:
            write_folder([never("a.csv")], folder, inputs="1")
        assert refused.value.where == str(folder)
    assert content_of(tmp_path) == {"file": b"mine"}


def test_files_of_ones_own_stay_whatever_they_are_called(tmp_path: Path) -> None:
    (tmp_path / "a.csv.part").write_bytes(b"mine")
    write_folder(planned_files("a.csv"), tmp_path, inputs="1")
    assert (tmp_path / "a.csv.part").read_bytes() == b"mine"


def test_a_full_disk_keeps_what_was_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "b.json" in path.name:
            write_bytes(path, content[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, content)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with pytest.raises(InputError, match="No space left on device") as refused:
            write_folder(planned_files(*NAMES), tmp_path, inputs="1")
    assert refused.value.where == str(tmp_path / "b.json")
    assert set(content_of(tmp_path)) == {"a.csv", MANIFEST}
    again = [never("a.csv"), *planned_files(*NAMES[1:])]
    assert write_folder(again, tmp_path, inputs="1").kept == ("a.csv",)


def listed_in(folder: Path) -> set[str]:
    text = (folder / README).read_text("utf-8")
    return {line.split()[0] for line in text.splitlines() if line.startswith("afghanistan-")}


@pytest.mark.usefixtures("no_browser")
def test_the_readme_tells_of_the_files_of_the_last_run(tmp_path: Path) -> None:
    def export(wanted: Sequence[str]) -> Written:
        return write_folder(
            plan(View(a_corpus()), base=BASE, wanted=wanted), tmp_path, inputs="same"
        )

    export(["facts-csv"])
    assert listed_in(tmp_path) == {"afghanistan-withdrawal-facts.csv"}
    both = export(["facts-csv", "facts-json"])
    assert "afghanistan-withdrawal-facts.csv" in both.kept
    assert listed_in(tmp_path) == {
        "afghanistan-withdrawal-facts.csv",
        "afghanistan-withdrawal-facts.json",
    }
    assert export(["facts-csv", "facts-json"]).made == ()
