"""What snapshots consist of: records of ours. Nothing else is made of one, whoever wrote it."""

from __future__ import annotations

import io
import pickle
from collections.abc import Set
from typing import Any, Final

from data.entry import Entry

_CLASSES: Final = frozenset({("builtins", "bool"), ("builtins", "dict"), ("datetime", "date")})
"""Those that entries of TOML files hold."""

_PACKAGES: Final = ("dashboard.", "data.", "geo.")


def as_bytes(value: object) -> bytes:
    """A value as bytes."""
    return pickle.dumps(value, 5)


def from_bytes(content: bytes, records: Set[tuple[str, str]] = frozenset()) -> Any:
    """What :func:`as_bytes` was given.

    Args:
        content: The bytes.
        records: Classes, by module and name, that may be in there beside entries of TOML files.

    Raises:
        pickle.UnpicklingError: If there is anything else in it than snapshots consist of; for
            bytes of any kind other exceptions, too.
    """
    return _Unpickler(content, records).load()


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: bytes, records: Set[tuple[str, str]]) -> None:
        super().__init__(io.BytesIO(content))
        self._classes = _CLASSES | records

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in self._classes:
            return super().find_class(module, name)
        if module.startswith(_PACKAGES):
            found = super().find_class(module, name)
            if isinstance(found, type) and issubclass(found, Entry):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong into a snapshot")
