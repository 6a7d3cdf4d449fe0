"""Sessions whose time is over are let go of, by names of Streamlit's that may change."""

from __future__ import annotations

import asyncio
import gc
from types import SimpleNamespace

import pytest
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from dashboard.server import departed


def test_sessions_whose_time_is_over_are_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    storage = MemorySessionStorage(ttl_seconds=0)
    manager = WebsocketSessionManager(storage, None, None, None)  # type: ignore[arg-type]
    running = SimpleNamespace(exists=lambda: True)
    running.get_instance = lambda: SimpleNamespace(_session_mgr=manager)
    monkeypatch.setattr(departed, "runtime", running)
    gone = SimpleNamespace(id="a")
    storage.save(SessionInfo(client=None, session=gone, script_run_count=1))  # type: ignore[arg-type]
    collected: list[bool] = []
    monkeypatch.setattr(gc, "collect", lambda: collected.append(True))

    async def look_twice() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(departed.forget_departed(0.01), 0.2)

    asyncio.run(look_twice())
    assert collected == [True]
    assert len(storage._cache) == 0


def test_without_a_runtime_nothing_is_done() -> None:
    assert departed._kept_sessions() is None
