"""Builds of what lies in buckets and on web servers: killed, cut off, changed, and gone on with."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.errors import InputError
from data.store.build import build as build_store
from data.store.manifest import problems
from data.store.part import Outcome
from data.store.progress import Progress
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
from tests.archive.remote_servers import BUCKET, Kind, Server, running
from tests.archive.web_server import Handler, serving
from tests.archive.writing import write_folder, write_table, write_zip

KILLS = 7

SOURCES: list[tuple[Kind, str]] = [
    ("bucket", "ranges/folder"),
    ("bucket", "ranges/news.zip"),
    ("bucket", "ranges/table.parquet"),
    ("web", "ranges/folder"),
    ("web", "ranges/news.zip"),
    ("web", "ranges/table.parquet"),
    ("web", "whole/news.zip"),
    ("web", "whole/table.parquet"),
]
"""Servers and archives; of what is below ``whole`` the web server sends no parts."""

MANY, FEW = 160, 24


def _write(place: Path, name: str, count: int, seed: int) -> None:
    articles = [one.article for one in made(count, seed=seed)]
    place.mkdir(parents=True, exist_ok=True)
    if name == "news.zip":
        write_zip(place / name, articles)
    elif name == "table.parquet":
        write_table(place / name, articles, rows=10)
    else:
        write_folder(place / name, articles)


def _written(served: Path, name: str, count: int = MANY, seed: int = 1) -> Path:
    """An archive where a server has it; the same name with another seed changes its articles."""
    place = served / BUCKET / name
    _write(place.parent, place.name, count, seed)
    return place


@contextlib.contextmanager
def _served(kind: Kind, served: Path) -> Iterator[Server]:
    pytest.importorskip("s3fs" if kind == "bucket" else "aiohttp")
    with running(kind, served) as server:
        yield server


@pytest.mark.faults
@pytest.mark.parametrize(("kind", "name"), SOURCES)
def test_killed_again_and_again(tmp_path: Path, kind: Kind, name: str) -> None:
    """The source changes after half of the kills: what is done of the old one is no hindrance."""
    local = _written(tmp_path / "served", name)
    store, chance = tmp_path / "store", random.Random(f"{kind} {name}")  # noqa: S311 - no secret
    with _served(kind, tmp_path / "served") as server:
        command = build_command(server.url(name), store, "--progress", "json")
        for time in range(2 * KILLS):
            if time == KILLS:
                _written(tmp_path / "served", name, seed=2)
            kill_at_random(command, chance)
        assert list((store / "parts").iterdir())
        assert not (store / "manifest.json").exists()
        ended = build(server.url(name), store)
        assert ended.returncode == 0, ended.stderr
    assert build(local, tmp_path / "local").returncode == 0
    assert content_of(store) == content_of(tmp_path / "local")
    assert not leftovers(store)


@pytest.mark.faults
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(("kind", "name"), SOURCES)
def test_the_server_is_killed(tmp_path: Path, kind: Kind, name: str, workers: str) -> None:
    """An update stops with one message and leaves the store as it was; then it goes on."""
    local = _written(tmp_path / "served", name, FEW)
    store = tmp_path / "store"
    with _served(kind, tmp_path / "served") as server:
        assert build(server.url(name), store).returncode == 0
        before = (store / "manifest.json").read_bytes()
        _written(tmp_path / "served", name, seed=2)
        said, status = _server_killed_in_the_middle(server, name, store, workers)
        assert status == 3, said
        assert "Traceback" not in said
        (error,) = [line for line in said.splitlines() if not line.startswith("{")]
        assert error.startswith(f"error: {server.url(name)}: ")
        assert "cannot be reached" in error
        assert "Run the same build again when" in error
        assert (store / "manifest.json").read_bytes() == before
        assert not list(problems(store))
        server.start()
        assert build(server.url(name), store, "--workers", workers).returncode == 0
    assert build(local, tmp_path / "local").returncode == 0
    assert content_of(store) == content_of(tmp_path / "local")
    assert not leftovers(store)


def _server_killed_in_the_middle(
    server: Server, name: str, store: Path, workers: str
) -> tuple[str, int]:
    options = ("--progress", "json", "--workers", workers)
    command = build_command(server.url(name), store, *options)
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT) as run:  # noqa: S603
        assert run.stderr is not None
        assert b'"part"' in run.stderr.readline()
        server.kill()
        said = run.stderr.read().decode()
        return said, run.wait()


@pytest.mark.faults
@pytest.mark.parametrize(("kind", "name"), SOURCES)
def test_the_server_is_started_anew_in_the_middle(tmp_path: Path, kind: Kind, name: str) -> None:
    """Connections that break cost no article where the server answers when asked again."""
    local = _written(tmp_path / "served", name)
    with _served(kind, tmp_path / "served") as server:
        os.environ["AWS_MAX_ATTEMPTS"] = "5"  # as it is by itself
        command = build_command(server.url(name), tmp_path / "store", "--progress", "json")
        with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT) as run:  # noqa: S603
            assert run.stderr is not None
            run.stderr.readline()
            run.send_signal(signal.SIGSTOP)  # it asks nobody until the server is back
            server.kill()
            server.start()
            run.send_signal(signal.SIGCONT)
            said = run.stderr.read().decode()
            assert run.wait() == 0, said
    assert build(local, tmp_path / "local").returncode == 0
    assert content_of(tmp_path / "store") == content_of(tmp_path / "local")


class _Everything(set[str]):
    def __contains__(self, name: object) -> bool:
        return True


def test_a_source_that_goes_away_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one process: the store is as it was, then as from a folder of this machine."""
    pytest.importorskip("aiohttp")
    served, store = tmp_path / "served", tmp_path / "store"
    _write(served, "folder", FEW // 2, seed=1)

    class Cut(Progress):
        def part(self, outcome: Outcome) -> None:
            super().part(outcome)
            monkeypatch.setattr(Handler, "broken", _Everything())

    with serving(served) as address:
        source = Source(f"{address}/folder", part_size=PART_SIZE)
        build_store(source, store)
        before = (store / "manifest.json").read_bytes()
        _write(served, "folder", FEW, seed=2)
        with pytest.raises(InputError, match=r"cannot be reached .*503") as caught:
            build_store(source, store, progress=Cut("none"))
        assert "Run the same build again when" in str(caught.value)
        assert (store / "manifest.json").read_bytes() == before
        assert not list(problems(store))
        monkeypatch.undo()
        assert build_store(source, store).unread == 0
    build_store(Source(str(served / "folder"), part_size=PART_SIZE), tmp_path / "local")
    assert content_of(store) == content_of(tmp_path / "local")
