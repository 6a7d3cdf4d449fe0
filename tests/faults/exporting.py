"""Exports on the command line, and their folders compared byte for byte."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from dashboard.export.folder import MANIFEST

ROOT: Final = Path(__file__).resolve().parents[2]
PART: Final = ".export-part"
WITHOUT_PICTURES: Final = (
    "--formats",
    *("csv", "json", "geojson", "gpkg", "citation", "facts-csv", "facts-parquet"),
)
"""Options of an export that needs no browser."""


def command(folder: Path, *options: str) -> list[str]:
    """The command line of an export."""
    return [sys.executable, "-m", "dashboard", "export", "--out", str(folder), *options]


def environment(**more: str) -> dict[str, str]:
    """Variables of an export, without a browser unless one is asked for."""
    return {**os.environ, "WITHDRAWAL_BROWSER": "none", **more}


def export(folder: Path, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run an export to its end."""
    return subprocess.run(  # noqa: S603 - our own interpreter and program
        command(folder, *options),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(**more),
        check=False,
    )


def reference_export(folder: Path) -> dict[str, bytes]:
    """Every file of an export without pictures that nothing is in the way of."""
    assert export(folder, *WITHOUT_PICTURES).returncode == 0
    return content_of(folder)


def content_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by name, unfinished ones too."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def whole(folder: Path) -> dict[str, bytes]:
    """The files of an export that its own list vouches for."""
    files = content_of(folder)
    listed = json.loads(files.get(MANIFEST, b"{}"))
    return {
        name: content
        for name, content in files.items()
        if name in listed and listed[name]["sha256"] == hashlib.sha256(content).hexdigest()
    }


def carrying_a_name(folder: Path) -> dict[str, bytes]:
    """The files that a reader would take for whole."""
    return {
        name: content
        for name, content in content_of(folder).items()
        if name != MANIFEST and not name.endswith(PART)
    }
