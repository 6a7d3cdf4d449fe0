"""Servers of archives in processes of their own, which can be killed and started again."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest

from tests.archive.conftest import ROOT
from tests.archive.dask_cluster import free_port

Kind = Literal["bucket", "web"]

BUCKET: Final = "news"
_PATIENCE: Final = 20.0


class Server:
    """A server of a folder; in the folder ``news`` are the archives."""

    def __init__(self, kind: Kind, folder: Path) -> None:
        self.kind = kind
        self.port = free_port()
        self._folder = folder
        self._run: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, where it was before, and wait until it answers."""
        option = ["--web"] if self.kind == "web" else []
        command = [sys.executable, "-m", "tests.archive.bucket_server", *option]
        self._run = subprocess.Popen(  # noqa: S603 - our own interpreter and program
            [*command, str(self._folder), str(self.port)],
            cwd=ROOT,
            stderr=subprocess.DEVNULL,  # clients that are killed reset their connections
        )
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                assert time.monotonic() < until
                time.sleep(0.02)
            else:
                return

    def kill(self) -> None:
        """Kill it; its connections break."""
        if self._run is not None:
            self._run.kill()
            self._run.wait()
            self._run = None

    def url(self, name: str) -> str:
        """Address of an archive."""
        host = "s3:/" if self.kind == "bucket" else f"http://127.0.0.1:{self.port}"
        return f"{host}/{BUCKET}/{name}"

    def environment(self) -> dict[str, str]:
        """How a client is told where the buckets are, and not to hope for long."""
        return {
            "FSSPEC_S3_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "FSSPEC_S3_KEY": "reader",
            "FSSPEC_S3_SECRET": "reader",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_MAX_ATTEMPTS": "1",
        }


@contextlib.contextmanager
def running(kind: Kind, folder: Path) -> Iterator[Server]:
    """A server as long as the block runs, which every build in it knows of."""
    server = Server(kind, folder)
    server.start()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment().items():
            patch.setitem(os.environ, name, value)
        try:
            yield server
        finally:
            server.kill()
