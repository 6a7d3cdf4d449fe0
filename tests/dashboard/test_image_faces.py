"""The font of the pictures is that of the pages."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
import streamlit

from dashboard.images import faces

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"


def test_the_files_are_cut_from_the_font_that_this_streamlit_ships() -> None:
    """Where they are not any more: run dashboard/images/fonts/cut.py on the new one."""
    listed = tomllib.loads((faces.FONTS / "fonts.toml").read_text("utf-8"))
    [source] = MEDIA.glob("SourceSansVF-Upright*.woff2")
    assert hashlib.sha256(source.read_bytes()).hexdigest() == listed["source_sha256"]
    assert (faces.FONTS / "OFL.txt").is_file()


def test_a_face_is_for_each_weight_and_letter_once() -> None:
    for weight in (400, 700):
        ranges = [face.unicode_range for face in faces.faces() if face.weight == weight]
        codes = [code for part in ", ".join(ranges).split(", ") for code in _codes(part)]
        assert sorted(codes) == list(range(0x20, 0x20000))


def _codes(part: str) -> range:
    first, _, last = part.removeprefix("U+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)


def test_a_changed_file_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in filter(Path.is_file, faces.FONTS.iterdir()):  # compiled scripts lie there, too
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "bold-latin.woff2").write_bytes(b"cut short")
    monkeypatch.setattr(faces, "FONTS", tmp_path)
    with pytest.raises(ValueError, match=r"bold-latin\.woff2 is not the file"):
        faces.faces()
