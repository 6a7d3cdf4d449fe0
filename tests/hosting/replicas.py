"""Processes of the dashboard below a path, as the units in deploy/systemd start them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.browser.conftest import ROOT, free_port

BASE = "/withdrawal"
HOST = "withdrawal.example.org"
LONGEST_S = 60.0


class Replica:
    """One process of the dashboard on a port of its own."""

    def __init__(self, folder: Path) -> None:
        """Start it. It may not answer yet; see :meth:`wait`."""
        self.port = free_port()
        self._log = folder / f"dashboard-{self.port}.log"
        self.start()

    def start(self) -> None:
        """Start it, from a folder that is not the project's."""
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "app.py")]
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        with self._log.open("a") as output:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
                [*command, *options, "--server.baseUrlPath", BASE.strip("/")],
                cwd=self._log.parent,
                env={**os.environ, "WITHDRAWAL_ALLOWED_HOSTS": HOST, "WITHDRAWAL_METRICS": "on"},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def alive(self) -> bool:
        """Whether its process runs."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End it at once, as a machine that breaks does."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """Ask it to end."""
        self._process.terminate()

    def wait_for_end(self) -> None:
        """Until it has ended; insists if it does not."""
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.kill()

    def wait(self) -> None:
        """Until it answers."""
        until(self._answers, f"the dashboard on port {self.port} to start", log=self._log)

    def sessions(self) -> int:
        """Pages that are connected to it, by its own count."""
        found = re.search(r"^active_sessions (\d+)", self._asked("_stcore/metrics"), re.MULTILINE)
        assert found is not None
        return int(found[1])

    def _answers(self) -> bool:
        assert self._process.poll() is None, self._log.read_text()
        try:
            return bool(self._asked("healthz"))
        except (URLError, OSError):
            return False

    def _asked(self, path: str) -> str:
        # The address is ours: a port of this machine.
        address = f"http://127.0.0.1:{self.port}{BASE}/{path}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())


def until(condition: Callable[[], bool], what: str, *, log: Path | None = None) -> None:
    """Ask until something is so; fail with what was waited for, and a log, if it never is."""
    deadline = time.monotonic() + LONGEST_S
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"waited in vain for {what}\n{log.read_text() if log else ''}")
        time.sleep(0.05)
