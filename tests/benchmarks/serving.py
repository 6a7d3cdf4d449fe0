"""Streamlit apps started as anybody starts them, all under the dashboard's settings."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.error import URLError

from tests.browser.conftest import free_port

ROOT: Final = Path(__file__).resolve().parents[2]
DASHBOARD: Final = ROOT / "dashboard" / "app.py"
_SETTINGS: Final = DASHBOARD.parent / ".streamlit" / "config.toml"
_PATIENCE: Final = 120
"""Seconds that a start may take on a busy machine."""

_LOOK: Final = 0.01
"""Seconds between two looks whether a server answers."""

_SNAPSHOTS: Final = 2
"""Files that the dashboard keeps: of the catalogue, and of the files that were checked."""

_TICK: Final = 1 / os.sysconf("SC_CLK_TCK")


@dataclasses.dataclass(frozen=True, slots=True)
class App:
    """A running server.

    Attributes:
        script: What it serves.
        address: Where it answers, without a slash at the end.
        pid: Its process.
    """

    script: Path
    address: str
    pid: int

    @property
    def processor_seconds(self) -> float:
        """What it has used of the processors so far, all threads together."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * _TICK

    @property
    def memory(self) -> float:
        """Its resident set now, in MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text("utf-8").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


@contextlib.contextmanager
def started(script: Path, folder: Path, **environment: str) -> Iterator[App]:
    """A script served by ``streamlit run`` until the block ends.

    Args:
        script: The app. Where it is not the dashboard, a copy of its folder is served that has the
            dashboard's settings.
        folder: For the copy and for the log.
        environment: Variables that it gets beside ours.
    """
    run = script
    if script != DASHBOARD:
        own = folder / script.stem
        shutil.copytree(script.parent, own)
        shutil.copytree(_SETTINGS.parent, own / ".streamlit")
        run = own / script.name
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(run)]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    log = folder / f"{script.stem}-{port}.log"
    with (
        log.open("w") as output,
        subprocess.Popen(  # noqa: S603 - our own interpreter and scripts
            [*command, *options],
            cwd=run.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_healthy(address, process, log)
            yield App(script, address, process.pid)
        finally:
            process.terminate()


async def kept_in(cache: Path) -> None:
    """Wait until the dashboard has kept what its next start takes up."""
    async with asyncio.timeout(_PATIENCE):
        while len([*cache.glob("*.snapshot")]) < _SNAPSHOTS:
            await asyncio.sleep(_LOOK)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310
                return
        except (URLError, OSError):
            time.sleep(_LOOK)
    raise RuntimeError(f"the server did not start:\n{log.read_text('utf-8')}")
