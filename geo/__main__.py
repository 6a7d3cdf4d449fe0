"""Command line: ``python -m geo check`` compares shape files with sidecars and tables."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import REBUILD, ShapeError
from geo.gazetteer import country_table
from geo.shape_files import LAYERS, SHAPES, read_layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the shapes; 0 when every file is as its sidecar says, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m geo", description=__doc__)
    commands = parser.add_subparsers(title="commands", required=True, dest="command")
    check = commands.add_parser("check", help="compare shape files with sidecars and tables")
    check.add_argument("--shapes", type=Path, default=SHAPES, help="folder of the shape files")
    folder: Path = parser.parse_args(arguments).shapes
    failed = 0
    for name in LAYERS:
        try:
            print(f"{name}: {len(read_layer(name, folder))} rows, unchanged")
        except ShapeError as error:
            print(f"error: {error}", file=sys.stderr)
            failed = 1
    for problem in () if failed else _undrawn(folder):
        print(f"error: {problem}", file=sys.stderr)
        failed = 1
    return failed


def _undrawn(folder: Path) -> Iterator[ShapeError]:
    """That a country of the table has no shape, or a shape is of none."""
    for layer in ("countries", "countries_display"):
        drawn = set(read_layer(layer, folder).code)
        for code in sorted(drawn ^ set(country_table())):
            lacks = "is not drawn" if code not in drawn else "is drawn and not in countries.toml"
            yield ShapeError(folder / f"{layer}.parquet", f"{code!r} {lacks}", REBUILD)


if __name__ == "__main__":
    raise SystemExit(main())
