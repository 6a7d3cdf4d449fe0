"""Command line: ``python -m geo check`` compares every shape file with its sidecar."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import ShapeError
from geo.shape_files import LAYERS, SHAPES, read_layer

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the shapes; 0 when every file is as its sidecar says, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m geo", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, dest="command")
    check = commands.add_parser("check", help="compare every shape file with its sidecar")
    check.add_argument("--shapes", type=Path, default=SHAPES, help="folder of the shape files")
    folder: Path = parser.parse_args(arguments).shapes
    failed = 0
    for name in LAYERS:
        try:
            print(f"{name}: {len(read_layer(name, folder))} rows, unchanged")
        except ShapeError as error:
            print(f"error: {error}", file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
