from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard import palette as palette_module
from dashboard.kinds import theme_colour
from data import lexicon

CONFIG = Path(palette_module.__file__).parent / ".streamlit" / "config.toml"


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return tomllib.loads(CONFIG.read_text("utf-8"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_uses_the_palette(config: dict[str, Any], theme: Any) -> None:
    colours = palette_module.palette(theme)
    section = config["theme"][theme]
    assert section["backgroundColor"] == colours.page
    assert section["secondaryBackgroundColor"] == colours.panel
    assert section["textColor"] == colours.text
    for kind in lexicon.kinds().values():
        assert section[f"{theme_colour(kind)}Color"] == colours.token(kind.colour)


def test_nothing_is_asked_of_another_host(config: dict[str, Any]) -> None:
    assert config["browser"]["gatherUsageStats"] is False
    assert "://" not in CONFIG.read_text("utf-8")


def test_the_table_leaves_exports_to_the_buttons(config: dict[str, Any]) -> None:
    assert config["client"]["disableDataExport"] is True
