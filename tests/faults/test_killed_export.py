"""An export that is killed leaves nothing half-written under a file's name, and goes on."""

from __future__ import annotations

import contextlib
import functools
import random
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dashboard.export.bundle import Planned
from dashboard.export.files import File
from dashboard.export.folder import write_folder
from dashboard.images import missing
from tests.dying import Step, dies_before
from tests.faults.exporting import (
    PART,
    ROOT,
    WITHOUT_PICTURES,
    carrying_a_name,
    command,
    content_of,
    environment,
    export,
    reference_export,
    whole,
)
from tests.faults.server import until

KILLS = 8


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A folder with a short path: Chromium has a socket in its own, whose path may be 107 long."""
    with tempfile.TemporaryDirectory(prefix="wd") as folder:
        yield Path(folder)


def planned(word: str) -> Sequence[Planned]:
    """Three files that are made of a word."""

    def one(name: str) -> Planned:
        file = File(name, "text/plain", f"{name}: {word}\n".encode() * 1000)
        return Planned(name, "made up", lambda: file)

    return [one("a.txt"), one("b.txt"), one("c.txt")]


def _half_bytes(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content[: len(content) // 2])


STEPS = (
    Step(Path, "write_bytes", _half_bytes),
    Step(Path, "write_text"),
    Step(Path, "replace"),
)
"""Calls that change a folder of files."""


def test_dying_before_every_single_step(tmp_path: Path) -> None:
    """Every file is the old one or the new one, and the next export makes what is missing."""
    new = {file.name: file.make().content for file in planned("new")}
    old = {file.name: file.make().content for file in planned("old")}
    steps, dies = 0, True
    while dies:
        folder = tmp_path / str(steps)
        write_folder(planned("old"), folder, inputs="old")
        work = functools.partial(write_folder, planned("new"), folder, inputs="new")
        dies = dies_before(steps, STEPS, work)
        for name, content in carrying_a_name(folder).items():
            assert content in (old[name], new[name])
        write_folder(planned("new"), folder, inputs="new")
        assert whole(folder) == new == carrying_a_name(folder)
        assert not [name for name in content_of(folder) if name.endswith(PART)]
        steps += 1
    assert steps == 13


@pytest.mark.faults
def test_killed_again_and_again_by_the_system(tmp_path: Path) -> None:
    reference = reference_export(tmp_path / "reference")
    chance, folder = random.Random(7), tmp_path / "out"  # noqa: S311 - no secret
    killed = 0
    for _ in range(KILLS):
        with _started(folder, *WITHOUT_PICTURES) as run:
            time.sleep(chance.random() * 0.3)
            run.kill()
        killed += run.returncode == -signal.SIGKILL
        for name, content in carrying_a_name(folder).items():
            assert content == reference[name], name
    assert killed > KILLS // 2
    assert export(folder, *WITHOUT_PICTURES).returncode == 0
    assert content_of(folder) == reference


@pytest.mark.faults
@pytest.mark.skipif(missing() is not None, reason="no Chromium on this machine")
def test_killed_while_its_browser_draws(tmp_path: Path, short_folder: Path) -> None:
    """The browser goes with it, and the next export draws the rest with another."""
    folder, temporary = tmp_path / "out", short_folder
    options = ("--formats", "svg", "png")
    more = {"WITHDRAWAL_BROWSER": "", "TMPDIR": str(temporary)}
    with _started(folder, *options, **more) as run:
        assert browsers_of(temporary)
        run.kill()
    until(lambda: not browsers_of(temporary), "the browser to go", patience_s=20)
    before = carrying_a_name(folder)
    assert export(folder, *options, **more).returncode == 0
    assert before.items() <= whole(folder).items()
    assert whole(folder) == carrying_a_name(folder)


@contextlib.contextmanager
def _started(folder: Path, *options: str, **more: str) -> Iterator[subprocess.Popen[bytes]]:
    """An export that has made its first file, or found it made."""
    with subprocess.Popen(  # noqa: S603
        command(folder, *options), stderr=subprocess.PIPE, cwd=ROOT, env=environment(**more)
    ) as run:
        assert run.stderr is not None
        while not run.stderr.readline().startswith(b"["):
            assert run.poll() is None
        yield run


def browsers_of(temporary: Path) -> list[int]:
    """Processes of a browser whose profile is in a folder for temporary files."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                line = (folder / "cmdline").read_bytes()
            except OSError:
                continue
            if str(temporary).encode() in line and b"chrom" in line:
                found.append(int(folder.name))
    return found
