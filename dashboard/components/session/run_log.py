"""Runs of pages, told in the log and counted, under an id of the session that is only for that."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Final

import streamlit as st

from dashboard.observability.conditions import tell_defect
from dashboard.observability.events import tell
from dashboard.observability.first_page import page_sent
from dashboard.observability.identity import SESSION, new_id
from dashboard.observability.metrics import process_metrics

_ID: Final = "session-of-the-log"
_FIRST: Final = "overview"


def name_session() -> str:
    """Have what this thread does from now on told under the session's id, and give it.

    Streamlit's own id would open the session's files to whoever reads the log.
    """
    named: str = st.session_state.setdefault(_ID, new_id())
    SESSION.set(named)
    return named


@contextlib.contextmanager
def run_of(page: str) -> Iterator[None]:
    """Tell of the block as the run of a page.

    Args:
        page: Its path, empty for the first.
    """
    name_session()
    shown, outcome = page or _FIRST, "stopped"
    began = time.perf_counter()
    try:
        yield
        outcome = "done"
    except Exception as error:
        outcome = "failed"
        tell_defect("page", error)
        raise
    finally:
        seconds = time.perf_counter() - began
        tell("run", page=shown, outcome=outcome, seconds=seconds)
        process_metrics().count("withdrawal_runs", page=shown, outcome=outcome)
        process_metrics().time("withdrawal_run_seconds", seconds, page=shown)
        page_sent()
