"""Telling that something happened: a line of the log, made of listed fields only."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dashboard.observability.identity import here
from dashboard.observability.told import events, fields

LOGGER: Final = "dashboard.observability"
FIELDS: Final = "told"
"""Attribute of a log record that holds the fields of an event."""

_LOG: Final = logging.getLogger(LOGGER)
_LONGEST: Final = 3000
"""Characters of a field."""

_DEEPEST: Final = 30
_PACKAGES: Final = Path(__file__).parents[2]

Value = str | float


def tell(event: str, *, error: BaseException | None = None, **about: Value) -> None:
    """Write a line of the log.

    Args:
        event: Which, of those in ``told.toml``.
        error: What went wrong; its type and where it was raised are told, not its message, which
            may hold words of an article or of a visitor.
        about: Fields of the event. Others are left out, whatever they hold, and so are empty ones.
    """
    entry = events()[event]
    level = logging.getLevelNamesMapping()[entry.level.upper()]
    if not _LOG.isEnabledFor(level):
        return
    failed = {} if error is None else {"error": type(error).__name__, "stack": stack_of(error)}
    told = allowed(event, about | failed)
    # Handlers of others, those of tests above all, may show the exception in full.
    _LOG.log(level, event, extra={FIELDS: here() | told}, exc_info=error)


def allowed(event: str, about: Mapping[str, Value]) -> dict[str, Value]:
    """The fields of an event that may be told, not too long."""
    return {
        name: _cut(value)
        for name, value in about.items()
        if name in events()[event].fields and value != "" and _fits(name, value)
    }


def stack_of(error: BaseException) -> str:
    """Where an exception was raised, innermost call first; no source lines, no values.

    For example ``dashboard/view.py:31 facts < dashboard/server/facts.py:40 facts``.
    """
    frames = traceback.extract_tb(error.__traceback__)[-_DEEPEST:]
    return " < ".join(
        f"{short_path(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames)
    )


def short_path(file: str) -> str:
    """A source file without the folders of this machine."""
    path = Path(file)
    if path.is_relative_to(_PACKAGES) and "site-packages" not in path.parts:
        return path.relative_to(_PACKAGES).as_posix()
    return "/".join(path.parts[-2:])


def _fits(name: str, value: object) -> bool:
    return isinstance(value, (int, float) if fields()[name].values == "number" else str)


def _cut(value: Value) -> Value:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return value
