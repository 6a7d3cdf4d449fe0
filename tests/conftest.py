"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# Timings live in benchmarks: a slow machine fails no test. CI tries the same cases every time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
