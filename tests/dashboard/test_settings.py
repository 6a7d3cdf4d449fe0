"""The server's settings: nothing leaves the machine, and readers see no tracebacks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import dashboard

SETTINGS = tomllib.loads(
    (Path(dashboard.__path__[0]) / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)


def test_nothing_leaves_the_machine() -> None:
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    # Unset, a headless Streamlit asks a host on the internet for its own address at every start.
    assert SETTINGS["browser"]["serverAddress"]


def test_readers_see_no_tracebacks() -> None:
    assert SETTINGS["client"]["showErrorDetails"] == "none"
