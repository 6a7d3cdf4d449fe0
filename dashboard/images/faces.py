"""The font of the pictures: that of the dashboard's pages, cut into small files."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import tomllib
from pathlib import Path
from typing import Final

FAMILY: Final = "Source Sans"
"""Name of the font in figures, as Streamlit's pages have it."""

FONTS: Final = Path(__file__).parent / "fonts"


@dataclasses.dataclass(frozen=True, slots=True)
class Face:
    """One file of the font.

    Attributes:
        weight: As in CSS.
        unicode_range: As in CSS: the characters it is for.
        address: The file itself as a data address.
    """

    weight: int
    unicode_range: str
    address: str


def faces() -> list[Face]:
    """What ``fonts/fonts.toml`` lists.

    Raises:
        ValueError: If a file is not the one whose hash stands there.
    """
    listed = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))["faces"]
    return [
        Face(face["weight"], face["unicode_range"], _address(face["file"], face["sha256"]))
        for face in listed
    ]


def _address(name: str, sha256: str) -> str:
    content = (FONTS / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(
            f"{FONTS / name} is not the file that fonts.toml lists: check it out again"
        )
    return "data:font/woff2;base64," + base64.b64encode(content).decode("ascii")
