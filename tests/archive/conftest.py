"""What tests of stores share: small archives, and stores compared byte for byte."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data.store.build import build as build_store
from data.store.durable import TEMPORARY
from data.store.lock import LOCK
from data.store.source import Source
from tests.archive.molds import Made, made
from tests.archive.writing import write_folder

ROOT = Path(__file__).resolve().parent.parent.parent
PART_SIZE = 4
"""Articles of a part: small archives have many parts."""

Command = Callable[..., subprocess.CompletedProcess[str]]


def content_of(store: Path) -> dict[str, bytes]:
    """Every file of a store but the lock, by name."""
    return {
        path.relative_to(store).as_posix(): path.read_bytes()
        for path in sorted(store.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


def leftovers(store: Path) -> list[Path]:
    """Temporary files in a store."""
    return list(store.rglob(f"{TEMPORARY}*"))


def build_command(source: Path | str, store: Path, *options: str) -> list[str]:
    """The command line of a build with small parts."""
    size = ("--part-size", str(PART_SIZE))
    command = [sys.executable, "-m", "data", "build", str(source), "--out", str(store)]
    return [*command, *size, *options]


def kill_at_random(command: list[str], chance: random.Random) -> None:
    """Start a build that tells its progress as JSON, and kill it somewhere."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT) as run:  # noqa: S603
        assert run.stderr is not None
        if chance.random() < 0.8:  # else while it begins
            run.stderr.readline()
        time.sleep(chance.random() * 0.15)
        run.send_signal(signal.SIGKILL)


def build(source: Path | str, store: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a build to its end."""
    return subprocess.run(  # noqa: S603 - our own interpreter and program
        build_command(source, store, *options),
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


@pytest.fixture(scope="session")
def made_articles() -> list[Made]:
    """Articles of a small archive with the facts that they must yield."""
    return list(made(60))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, made_articles: list[Made]) -> Path:
    """The small archive as a folder. Read only."""
    return write_folder(tmp_path_factory.mktemp("archive"), [one.article for one in made_articles])


@pytest.fixture(scope="session")
def bundled_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the bundled corpus, in nine parts. Read only."""
    path = tmp_path_factory.mktemp("bundled-store")
    build_store(Source("seeds", part_size=16), path)
    return path
