"""Settings for all tests."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from data.catalog import CATALOG_VARIABLE
from data.snapshot.folder import OFF, VARIABLE
from tests.seed_only import SEED_ONLY

EXAMPLES: Final = 50
"""Of each property, where a test says nothing else: other ones with each run, but in CI."""

# Timings live in benchmarks: a slow machine fails no test. CI tries the same cases every time.
settings.register_profile("here", deadline=None, max_examples=EXAMPLES)
settings.register_profile("ci", deadline=None, max_examples=EXAMPLES, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Compiled once, and not by each worker and by each of the hundred processes that the tests start.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

os.environ[CATALOG_VARIABLE] = str(SEED_ONLY)
os.environ[VARIABLE] = OFF

TOGETHER: Final = (
    # A served dashboard and a Chromium that has compiled its scripts, for half the tests of each.
    (
        "tests/browser/test_contrast.py",
        "tests/browser/test_dashboard.py",
        "tests/browser/test_report_in_browser.py",
        "tests/browser/test_links.py",
        "tests/browser/test_windows.py",
    ),
    (
        "tests/browser/test_add_article.py",
        "tests/browser/test_keyboard.py",
        "tests/browser/test_chart_scripts.py",
    ),
    # A browser that draws pictures.
    ("tests/dashboard/test_images.py", "tests/dashboard/test_server_addresses.py"),
    # A store of the bundled corpus, and one of more facts than are shown at once.
    (
        "tests/archive/test_figures.py",
        "tests/archive/test_reading.py",
        "tests/archive/test_shelf.py",
    ),
    ("tests/dashboard/test_store_holdings.py", "tests/dashboard/test_store_pages.py"),
)
"""Files whose tests one worker runs, since they share what takes long to start or to build."""

_FIRST_OF: Final = {file: files[0] for files in TOGETHER for file in files}


class SharingScheduling(LoadFileScheduling):  # type: ignore[misc]  # of a type unknown to mypy
    """Gives a worker the tests of a file, and with them those of the files that share with it."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return _FIRST_OF.get(file, file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> SharingScheduling:
    """Who gives tests to the workers."""
    return SharingScheduling(config, log)


@pytest.hookimpl(trylast=True)  # after tests/browser has marked its own
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest goes first, so that no worker is left alone with it at the end."""
    items.sort(
        key=lambda item: not {"browser", "hosting"} & {mark.name for mark in item.iter_markers()}
    )


def pytest_collection_finish() -> None:
    """Leave alone what stays anyway: Streamlit collects garbage after each run of a page."""
    gc.collect()
    gc.freeze()
