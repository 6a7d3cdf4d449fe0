"""What snapshots consist of: records of ours. Nothing else is made of one, whoever wrote it."""

from __future__ import annotations

import io
import pickle
from typing import Any, Final

from data.entry import Entry

_CLASSES: Final = frozenset(
    {
        ("builtins", "bool"),
        ("builtins", "dict"),
        ("datetime", "date"),
        ("dashboard.charts.parts.caption", "Caption"),
        ("dashboard.charts.catalogue", "Style"),
        ("dashboard.charts.parts.drawing", "Drawing"),
        ("dashboard.charts.drawn", "Drawn"),
        ("dashboard.charts.reference_figure", "ReferenceFigure"),
        ("dashboard.selecting.selection", "Period"),
        ("dashboard.selecting.selection", "Selection"),
        ("data.article", "Article"),
        ("data.article", "Brief"),
        ("data.claims.claim", "Claim"),
        ("data.claims.claim", "Telling"),
        ("data.corrections", "Review"),
        ("data.fact", "Fact"),
    }
)
"""Those that are no entries of TOML files."""

_PACKAGES: Final = ("dashboard.", "data.", "geo.")


def as_bytes(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, 5)


def from_bytes(content: bytes) -> Any:
    """What :func:`as_bytes` was given.

    Raises:
        pickle.UnpicklingError: If there is anything else in it than snapshots consist of; for
            bytes of any kind other exceptions, too.
    """
    return _Unpickler(io.BytesIO(content)).load()


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _CLASSES:
            return super().find_class(module, name)
        if module.startswith(_PACKAGES):
            found = super().find_class(module, name)
            if isinstance(found, type) and issubclass(found, Entry):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a snapshot")
