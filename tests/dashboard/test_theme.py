from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dashboard import palette as palette_module
from dashboard.words.kinds import theme_colour
from data import lexicon
from tests.dashboard.test_palette import contrast

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


BADGE_TINT = {"light": 0.1, "dark": 0.2}
"""How much of a colour Streamlit mixes into the page behind a badge of that colour."""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_grey_badges_can_be_read(config: dict[str, Any], theme: str) -> None:
    section = config["theme"][theme]
    behind = mixed(section["grayColor"], section["backgroundColor"], BADGE_TINT[theme])
    assert contrast(section["grayTextColor"], behind) >= 4.5
    assert contrast(section["grayTextColor"], section["secondaryBackgroundColor"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_main_colour_is_a_mark_on_the_page_that_white_can_be_read_on(
    config: dict[str, Any], theme: str
) -> None:
    section = config["theme"][theme]
    assert contrast(section["primaryColor"], "#FFFFFF") >= 4.5
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(section["primaryColor"], section[ground]) >= 3
        assert contrast(section["linkColor"], section[ground]) >= 4.5


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid thinly over another."""
    both = [[int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in (colour, ground)]
    parts = (round(share * top + (1 - share) * below) for top, below in zip(*both, strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)
