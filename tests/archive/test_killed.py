"""A build that is killed goes on where it stopped: no fact is lost, none is there twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from pathlib import Path

import pytest

from data.errors import InputError
from data.store.build import build as build_store
from data.store.lock import locked
from data.store.reading import Store
from data.store.source import Source
from tests.archive.conftest import (
    PART_SIZE,
    ROOT,
    build,
    build_command,
    content_of,
    kill_at_random,
    leftovers,
)
from tests.archive.molds import made
from tests.archive.writing import write_folder
from tests.dying import Step, dies_before

STEPS = (Step(os, "fsync"), Step(Path, "replace"), Step(Path, "unlink"))
"""Calls that make something last."""

KILLS = {"1": 12, "2": 6}
"""Times that a build is killed, by its workers."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> dict[str, bytes]:
    """Every byte of the store that nothing interrupted."""
    store = tmp_path_factory.mktemp("whole")
    assert build(archive, store).returncode == 0
    return content_of(store)


@pytest.mark.faults
@pytest.mark.parametrize("workers", KILLS)
def test_killed_again_and_again_by_the_system(
    tmp_path: Path, archive: Path, whole: dict[str, bytes], workers: str
) -> None:
    chance = random.Random(int(workers))  # noqa: S311 - no secret
    command = build_command(archive, tmp_path, "--progress", "json", "--workers", workers)
    for _ in range(KILLS[workers]):
        kill_at_random(command, chance)
    assert build(archive, tmp_path, "--workers", workers).returncode == 0
    assert content_of(tmp_path) == whole
    assert not leftovers(tmp_path)


@pytest.mark.faults
def test_a_killed_worker_costs_time_only(
    tmp_path: Path, archive: Path, whole: dict[str, bytes]
) -> None:
    command = build_command(archive, tmp_path, "--progress", "json", "--workers", "2")
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT) as run:  # noqa: S603
        assert run.stderr is not None
        run.stderr.readline()
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)
        said = run.stderr.read().decode()
        assert run.wait() == 0, said
    assert content_of(tmp_path) == whole
    assert not leftovers(tmp_path)


def test_dying_before_every_single_step_of_an_update(tmp_path: Path) -> None:
    """A store is the old one or the new one after each step, and the next build completes it."""
    articles = [one.article for one in made(12, seed=5)]
    source = Source(str(write_folder(tmp_path / "source", articles)), part_size=PART_SIZE)
    store = tmp_path / "store"
    build_store(source, store)
    old = build_store(source, store).facts
    for file in sorted((tmp_path / "source").rglob("*.md"))[::5]:
        file.write_text("Iran has sent 44 trucks to Herat.")
    new = build_store(source, tmp_path / "new")
    expected = content_of(tmp_path / "new")
    steps = 0
    while dies_before(steps, STEPS, lambda: build_store(source, store)):
        assert Store(store).count() in (old, new.facts)
        steps += 1
    assert steps > 10
    assert content_of(store) == expected
    assert not leftovers(store)


def test_a_first_build_that_stopped_says_so(tmp_path: Path) -> None:
    articles = [one.article for one in made(12, seed=5)]
    source = Source(str(write_folder(tmp_path / "source", articles)), part_size=PART_SIZE)
    assert dies_before(9, STEPS, lambda: build_store(source, tmp_path / "store"))
    with pytest.raises(InputError, match=r"has not ended; \d+ parts are done"):
        Store(tmp_path / "store")


def test_two_builds_at_once_are_refused_and_a_dead_one_is_not_in_the_way(tmp_path: Path) -> None:
    source = write_folder(tmp_path / "source", [one.article for one in made(1)])
    store = tmp_path / "store"
    store.mkdir()
    with locked(store):
        refused = build(source, store)
        assert refused.returncode == 3
        assert f"is being built by process {os.getpid()}" in refused.stderr
        assert not (store / "manifest.json").exists()
    assert (store / ".lock").exists()
    assert build_store(Source(str(source)), store).articles == 1
