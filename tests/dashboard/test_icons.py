"""Icons: Streamlit draws a name it does not know as that word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.material_icon_names import ALL_MATERIAL_ICONS

from data import lexicon

DASHBOARD = Path(__file__).parents[2] / "dashboard"
FILES = (lexicon.FOLDER / "kinds.toml", DASHBOARD / "cards" / "cards.toml")
NAMED = re.compile(r'^icon = "(.*)"$', re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_icon_is_one_that_streamlit_knows(file: Path) -> None:
    unknown = set(NAMED.findall(file.read_text(encoding="utf-8"))) - ALL_MATERIAL_ICONS
    assert not unknown, f"{file}: no Material Symbols are called {sorted(unknown)}"
