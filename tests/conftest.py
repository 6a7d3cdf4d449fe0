"""Settings for all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from dashboard.corpus_source import CATALOG_VARIABLE
from dashboard.snapshot.folder import OFF, VARIABLE
from tests.seed_only import SEED_ONLY

# Timings live in benchmarks: a slow machine fails no test. CI tries the same cases every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

os.environ[CATALOG_VARIABLE] = str(SEED_ONLY)
os.environ[VARIABLE] = OFF


@pytest.hookimpl(trylast=True)  # after tests/browser has marked its own
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest goes first, so that no worker is left alone with it at the end."""
    items.sort(
        key=lambda item: not {"browser", "hosting"} & {mark.name for mark in item.iter_markers()}
    )
