# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools[woff]==4.68.0"]
# ///
"""Cuts the files of this folder out of the font of Streamlit's pages.

``uv run dashboard/images/fonts/cut.py .../SourceSansVF-Upright*.woff2``, in an environment of its
own: nothing else needs fontTools. The same source gives the same bytes.

The font there is one variable file of 170 kB. Each PNG and PDF brings along what it uses of it, so
smaller is faster; and a PDF cannot hold a variable font, its letters would become drawings
(Type 3), one by one. The licence wants another name for what was changed.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE: Final = Path(__file__).parent
NAME: Final = "Withdrawal Sans"
_STYLES: Final = {400: "Regular", 700: "Bold"}
_COPYRIGHT, _FAMILY, _STYLE, _ID, _FULL, _POSTSCRIPT = 0, 1, 2, 3, 4, 6
_TRADEMARK, _LICENCE, _LICENCE_URL = 7, 13, 14
_FEATURES: Final = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]


def main(source: Path) -> None:
    """Write the font files and what ``fonts.toml`` says of their hashes."""
    settings = (HERE / "fonts.toml").read_text("utf-8")
    known = tomllib.loads(settings)
    settings = settings.replace(f'"{known["source_sha256"]}"', f'"{_sha256(source)}"')
    for weight, style in _STYLES.items():
        whole = instancer.instantiateVariableFont(
            TTFont(source, recalcTimestamp=False), {"wght": weight}
        )
        _rename(whole, style)
        path = HERE / "whole.tmp"
        whole.save(path)
        for face in known["faces"]:
            if face["weight"] == weight:
                _cut(path, HERE / face["file"], face["unicode_range"])
                made = _sha256(HERE / face["file"])
                settings = settings.replace(f'"{face["sha256"]}"', f'"{made}"')
        path.unlink()
    (HERE / "fonts.toml").write_text(settings, "utf-8")


def _rename(font: TTFont, style: str) -> None:
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (_COPYRIGHT, _TRADEMARK, _LICENCE)}
    kept[_LICENCE_URL] = names.getDebugName(_LICENCE_URL)
    names.names = []
    given = {
        _FAMILY: NAME,
        _STYLE: style,
        _ID: f"{NAME} {style}",
        _FULL: f"{NAME} {style}",
        _POSTSCRIPT: f"{NAME.replace(' ', '')}-{style}",
    }
    for number, text in sorted((kept | given).items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)


def _cut(whole: Path, file: Path, unicode_range: str) -> None:
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        layout_features=_FEATURES,
        name_IDs=["*"],
        recalc_timestamp=False,
    )
    font = subset.load_font(whole, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for part in unicode_range.split(", ") for code in _codes(part)])
    cutter.subset(font)
    subset.save_font(font, file, options)


def _codes(part: str) -> range:
    first, _, last = part.removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
