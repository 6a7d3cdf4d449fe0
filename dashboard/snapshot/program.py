"""The program as far as what is read, checked and drawn depends on it."""

from __future__ import annotations

import functools

import dashboard
import data
import geo
from data.snapshot.program import digest


@functools.cache
def program() -> str:
    """Digest of all that has a say."""
    return digest(package.__path__[0] for package in (data, dashboard, geo))
