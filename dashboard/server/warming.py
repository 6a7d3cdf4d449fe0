"""What is slow to import and to read is made ready behind the start, not before it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import threading
import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Final

from dashboard.observability import logs
from dashboard.observability.conditions import tell_unusable
from dashboard.observability.events import tell
from dashboard.observability.first_page import wait_for_first_page
from dashboard.observability.steps import watch_steps
from dashboard.server.departed import forget_departed
from dashboard.server.preparation import draw_shared
from dashboard.server.shell_warning import needs_no_shell_warning
from dashboard.server.sockets import send_at_once
from dashboard.sitemap import PAGES
from data.article import Article
from data.errors import InputError
from data.review import found_facts

if TYPE_CHECKING:
    from dashboard.server.settings import Settings
    from data.snapshot.checked import CheckedFiles

FIRST_PAGE: Final = ""
"""Path of the page that is made ready first."""

NOBODY_S: Final = 20.0
"""Seconds after a start from which nobody seems to wait for a page."""

SENT_S: Final = 0.5
"""Seconds from the first page until its browser has what it asks for next."""


@contextlib.asynccontextmanager
async def warm_up(_app: Any, *, settings: Settings, checked: CheckedFiles) -> AsyncIterator[None]:
    """A lifespan for ``st.App``: starts to warm up and lets the server begin meanwhile.

    Args:
        settings: How the server is set up.
        checked: Files that were checked, which are kept once the first page has been sent.
    """
    logs.begin(settings.log_level, settings.log_format)
    watch_steps()
    send_at_once()
    needs_no_shell_warning()
    threading.Thread(target=_make_ready, args=(checked,), name="warm-up", daemon=True).start()
    forgetting = asyncio.create_task(forget_departed())
    tell("started")
    yield
    forgetting.cancel()


def _make_ready(checked: CheckedFiles) -> None:
    # What is made here stays: there is no garbage in it to look for.
    gc.disable()
    try:
        _read_and_draw(FIRST_PAGE)
        # Whoever waits for the start has the processor for their page.
        if wait_for_first_page(NOBODY_S):
            time.sleep(SENT_S)
        _keep(checked)
        _read_and_draw(*PAGES)
        _import_what_no_page_needs()
    finally:
        # Modules, word lists and the corpus are kept out of the collector's sight: looking through
        # them again and again would stop every visitor's page for as long as a run takes.
        gc.collect()
        gc.freeze()
        gc.enable()
    _keep(checked)


def _keep(checked: CheckedFiles) -> None:
    """Keep for the next start what this one had to find out."""
    from dashboard.corpus.source import keep_for_next_start

    keep_for_next_start()
    checked.keep()


def _import_what_no_page_needs() -> None:
    """Import what makes files and what reads an article, and have it look up its words once."""
    importlib.import_module("dashboard.export.files")
    found_facts(Article(article_id="none", text="Over 40 guards fled.", title="None"))


def _read_and_draw(*pages: str) -> None:
    """Draw what the charts of some pages, by path, have in common, as far as that can be done."""
    try:
        draw_shared(*pages)
    except InputError as error:
        tell_unusable(error.where)
