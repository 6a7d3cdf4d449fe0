"""A dashboard that can be killed and started again where it was, and asked how it is."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError

from tests.browser.conftest import free_port

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE_S: Final = 120
"""Seconds that anything may take on a busy machine."""


class Server:
    """A dashboard on a port of its own, with a folder of its own for temporary files and its log.

    Attributes:
        address: Where it answers, without a slash at its end.
        temporary: Its folder for temporary files.
    """

    def __init__(self, folder: Path, **environment: str) -> None:
        """Start it.

        Args:
            folder: For its log and its temporary files.
            environment: More variables for it.
        """
        self._port = free_port()
        self.address = f"http://127.0.0.1:{self._port}"
        self.temporary = folder / "tmp"
        self.temporary.mkdir(exist_ok=True)
        self._log = folder / "server.log"
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
            "TMPDIR": str(self.temporary),
            "WITHDRAWAL_METRICS": "on",
            "WITHDRAWAL_BROWSER": "none",
            **environment,
        }
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "app.py")]
        options = ["--server.port", str(self._port), "--server.address", "127.0.0.1"]
        with self._log.open("a") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
                [*command, *options, "--server.fileWatcherType", "none"],
                cwd=self._log.parent,
                env=self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        until(self._answers, "the dashboard to start", self.log)

    def kill(self) -> None:
        """End it at once, as a machine that breaks does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def end(self) -> None:
        """Ask it to end, and wait."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.kill()

    @property
    def alive(self) -> bool:
        """Whether its process runs."""
        return self._process.poll() is None

    @property
    def memory(self) -> float:
        """Its resident set now, in MB."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text("utf-8").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2

    @property
    def log(self) -> str:
        """All that it wrote, in all its starts."""
        return self._log.read_text("utf-8")

    @property
    def events(self) -> list[dict[str, Any]]:
        """The lines of its log that are events."""
        return [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """Status and body of an answer.

        Raises:
            OSError: If there is none.
        """
        asked = urllib.request.Request(f"{self.address}{path}", headers=headers)  # noqa: S310
        try:
            with urllib.request.urlopen(asked, timeout=PATIENCE_S) as answer:  # noqa: S310
                return int(answer.status), answer.read()
        except HTTPError as error:
            with error:
                return error.code, error.read()

    def metric(self, name: str, path: str = "/metrics") -> float:
        """The sum of all lines of a metric."""
        _, text = self.get(path)
        lines = (line.rpartition(" ") for line in text.decode().splitlines())
        return sum(float(value) for key, _, value in lines if key.partition("{")[0] == name)

    def _answers(self) -> bool:
        if not self.alive:
            raise RuntimeError(self.log)
        try:
            return self.get("/healthz")[0] == 200
        except (URLError, OSError):
            return False


@contextlib.contextmanager
def server(folder: Path, **environment: str) -> Iterator[Server]:
    """A dashboard until the block ends."""
    running = Server(folder, **environment)
    try:
        yield running
    finally:
        running.end()


def until(
    condition: Callable[[], bool], what: str, log: str = "", *, patience_s: float = PATIENCE_S
) -> float:
    """Wait until something is so, and say in how many seconds it was.

    Raises:
        TimeoutError: If it never is.
    """
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > patience_s:
            raise TimeoutError(f"waited in vain for {what}\n{log}")
        time.sleep(0.05)
    return time.monotonic() - began
