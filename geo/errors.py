"""The one exception of this package: a shape, or the table that names it, cannot be used."""

from __future__ import annotations

from data.errors import InputError

REBUILD = "Run `make shapes SOURCE=path/to/world_map.gpkg` to make the shapes again"


class ShapeError(InputError):
    """A shape file, a table of codes or a code cannot be used.

    Like every :class:`data.errors.InputError` its message is complete: file or field, the
    value found, and what would be right.
    """
