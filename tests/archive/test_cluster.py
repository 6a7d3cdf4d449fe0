"""On a Dask cluster of processes the store is the same, byte for byte; deaths cost time."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.errors import InputError
from data.store.build import build as build_store
from data.store.cluster import on_cluster
from data.store.source import Source
from tests.archive.conftest import ROOT, build, build_command, content_of, leftovers
from tests.archive.dask_cluster import free_port, running_scheduler, running_worker
from tests.archive.molds import made
from tests.archive.writing import write_table

pytestmark = pytest.mark.faults


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler of its own process."""
    with running_scheduler(tmp_path) as address:
        yield address


def test_one_worker_is_killed_and_the_bytes_are_those_of_one_process(
    tmp_path: Path, scheduler: str
) -> None:
    articles = (one.article for one in made(400, seed=9))
    source = write_table(tmp_path / "table.parquet", articles, rows=50)
    assert build(source, tmp_path / "one").returncode == 0
    command = build_command(
        source, tmp_path / "store", "--scheduler", scheduler, "--progress", "json"
    )
    with (
        running_worker(tmp_path, scheduler),
        running_worker(tmp_path, scheduler) as victim,
        subprocess.Popen(command, stderr=subprocess.PIPE, cwd=ROOT) as run,  # noqa: S603
    ):
        assert run.stderr is not None
        run.stderr.readline()
        victim.send_signal(signal.SIGKILL)
        said = run.stderr.read().decode()
        assert run.wait() == 0, said
        assert said.count('"event": "part"') > 20  # that many parts were still to do
    assert content_of(tmp_path / "store") == content_of(tmp_path / "one")
    assert not leftovers(tmp_path / "store")


def test_no_scheduler_is_one_clear_message(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.cluster._PATIENCE", 1)
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(InputError, match=f"{address}: no scheduler answers there"):
        build_store(Source(str(archive)), tmp_path / "store", on_cluster(address))


@pytest.mark.parametrize("address", ["foo", "tls://127.0.0.1:1"])
def test_what_is_no_address_is_one_clear_message_and_the_process_ends(
    tmp_path: Path, archive: Path, address: str
) -> None:
    command = build_command(archive, tmp_path / "store", "--scheduler", address)
    run = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=30
    )
    assert run.returncode == 3, run.stderr
    assert run.stderr.startswith(f"error: {address}: is no address that a scheduler")
    assert run.stderr.endswith("Write it as tcp://HOST:PORT, such as tcp://10.0.0.1:8786.\n")


def test_no_worker_is_one_clear_message(
    tmp_path: Path, archive: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.store.cluster._PATIENCE", 5)
    with pytest.raises(InputError, match="has no workers"):
        build_store(Source(str(archive)), tmp_path / "store", on_cluster(scheduler))
