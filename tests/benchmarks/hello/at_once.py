"""Hello, world with its chart, on a server that sends at once, as the dashboard's does."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.server.sockets import send_at_once


@contextlib.asynccontextmanager
async def _begin(_app: Any) -> AsyncIterator[None]:
    send_at_once()
    yield


app = st.App(Path(__file__).with_name("chart.py"), lifespan=_begin)
