"""Two hundred visitors come and vanish: their sessions end, and the memory comes back."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from dashboard.server.departed import EVERY_S
from tests.faults.guest import guest
from tests.faults.server import ROOT, Server, server, until

TTL_S: Final = 10
PING_S: Final = 5
BACK_MB: Final = 60
"""What a server may have more than before: caches that are filled for all."""

SENTENCE: Final = "On 5 July 2021 the weather was fine, and nothing happened to anybody there. "


@contextlib.contextmanager
def crowd(
    server: Server, visitors: int, article: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Visitors that have come, in a process that is killed when the block ends."""
    command = [sys.executable, "-m", "tests.faults.crowd", server.address, str(visitors)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [*command, *([str(article)] if article else [])],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as run:
        try:
            assert run.stdout is not None
            assert run.stdout.readline() == "ready\n"
            yield run
        finally:
            run.kill()


@pytest.mark.faults
def test_sessions_end_and_memory_comes_back(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text((SENTENCE * 25 + "\n") * 900, "utf-8")
    options = {
        "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(TTL_S),
        "STREAMLIT_SERVER_WEBSOCKET_PING_INTERVAL": str(PING_S),
    }
    with server(tmp_path, **options) as running:
        for _ in range(10):
            asyncio.run(_visit(running))
        time.sleep(TTL_S + EVERY_S)
        before = running.memory
        with (
            crowd(running, 100) as killed,
            crowd(running, 60) as silent,
            crowd(running, 40, article) as silent_with_articles,
        ):
            assert running.metric("withdrawal_sessions_open") == 200
            most = running.memory
            killed.kill()
            # Their connections stay, but nobody answers, as where a network is gone.
            silent.send_signal(signal.SIGSTOP)
            silent_with_articles.send_signal(signal.SIGSTOP)
            _all_gone(running)
            until(lambda: running.memory < before + BACK_MB, "the memory to come back")
        assert most - before > 100, "there was something to come back"
        asyncio.run(_visit(running))
        assert running.get("/healthz")[0] == 200
        assert not [event for event in running.events if event["event"] == "defect"]


def _all_gone(running: Server) -> None:
    until(lambda: running.metric("withdrawal_sessions_open") == 0, "connections to end")
    until(
        lambda: running.metric("active_sessions", "/_stcore/metrics") == 0,
        "Streamlit to see it too",
    )


async def _visit(running: Server) -> None:
    async with guest(running.address) as visitor:
        await visitor.ask("add")
        assert "exception" not in visitor.kinds
