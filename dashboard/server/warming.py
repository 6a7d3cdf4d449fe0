"""What is slow to import and to read is made ready behind the start, not before it."""

from __future__ import annotations

import contextlib
import gc
import importlib
import logging
import threading
from collections.abc import AsyncIterator
from typing import Any, Final

from dashboard.server.sockets import send_at_once
from data.errors import InputError

_LOG: Final = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def warm_up(_app: Any) -> AsyncIterator[None]:
    """A lifespan for ``st.App``: starts to warm up and lets the server begin meanwhile."""
    send_at_once()
    threading.Thread(target=_make_ready, name="warm-up", daemon=True).start()
    yield


def _make_ready() -> None:
    # What is made here stays: there is no garbage in it to look for.
    gc.disable()
    try:
        _read_and_draw()
        importlib.import_module("dashboard.export.files")  # last: no page waits for it
    finally:
        # Modules, word lists and the corpus are kept out of the collector's sight: looking through
        # them again and again would stop every visitor's page for as long as a run takes.
        gc.collect()
        gc.freeze()
        gc.enable()


def _read_and_draw() -> None:
    """Read the articles and draw what every chart has in common."""
    from dashboard.charts.catalogue import CHARTS
    from dashboard.charts.reference_figure import reference_figure
    from dashboard.charts.shape_files import shape_file_name
    from dashboard.corpus_source import holdings
    from dashboard.selection import Selection

    try:
        everything = holdings().corpus(Selection())
        shape_file_name()
        for chart in CHARTS.values():
            reference_figure(chart, everything)
    except InputError as error:
        _LOG.error("%s", error)
