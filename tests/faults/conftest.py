"""A dashboard to ask, and one each to harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.server import Server, server


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that the tests of a file share; they must leave it running."""
    with server(tmp_path_factory.mktemp("server"), WITHDRAWAL_LOG_LEVEL="debug") as started:
        yield started
        assert started.alive


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A dashboard for one test, which may kill it."""
    with server(tmp_path) as started:
        yield started
