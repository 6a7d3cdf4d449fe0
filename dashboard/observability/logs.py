"""The log: one line for each event on standard error, as JSON or for people.

Libraries write to the same log, with what they say and not what they say it about: their messages
hold addresses, query strings and ids of Streamlit's sessions.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
import threading
from typing import Any, Final, Literal

from dashboard.observability.events import FIELDS, LOGGER, allowed, short_path, stack_of, tell

Format = Literal["auto", "json", "text"]
"""``auto`` is for people where a terminal shows it, and JSON otherwise."""

_OURS: Final = ("dashboard", "data", "geo")
_FOREIGN: Final = ("streamlit", "uvicorn", "websockets", "asyncio", "starlette")
"""Libraries that give their loggers handlers of their own, or say what visitors send."""


def begin(level: str, form: Format) -> None:
    """Write the log of this process from now on.

    Args:
        level: ``debug``, ``info``, ``warning`` or ``error``; libraries tell warnings at most.
        form: How a line looks.
    """
    handler = logging.StreamHandler(sys.stderr)
    as_json = form == "json" or (form == "auto" and not sys.stderr.isatty())
    handler.setFormatter(JsonLines() if as_json else TextLines())
    handler.addFilter(_is_told)
    handler.setLevel(level.upper())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(level.upper())
    logging.captureWarnings(True)
    threading.excepthook = _thread_failed
    logging.setLoggerClass(Logger)
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if isinstance(logger, logging.Logger) and _is_foreign(name):
            logger.handlers = []
            logger.propagate = True
            logger.__class__ = Logger  # they may give it another handler later


class Logger(logging.Logger):
    """A logger that writes to the log of the process, whatever its library would have it do.

    Streamlit and uvicorn give each of their loggers, whenever they make one, a handler of its own
    that shows everything.
    """

    def addHandler(self, hdlr: logging.Handler) -> None:  # noqa: N802  the name is logging's
        """Add a handler. A logger of those libraries passes on what it is told instead."""
        if _is_foreign(self.name):
            self.propagate = True
        else:
            super().addHandler(hdlr)


def _is_foreign(name: str) -> bool:
    return name.partition(".")[0] in _FOREIGN


def _is_told(record: logging.LogRecord) -> bool:
    """Whether a record is for the log: of other libraries, warnings and errors only."""
    return record.name.partition(".")[0] in _OURS or record.levelno >= logging.WARNING


def fields_of(record: logging.LogRecord) -> dict[str, Any]:
    """What a line says after its time: the event's fields, or what a library may be quoted with."""
    level = record.levelname.lower()
    if record.name == LOGGER:
        return {"level": level, "event": record.msg, **getattr(record, FIELDS)}
    failed = record.exc_info[1] if record.exc_info else None
    said = {
        "logger": record.name,
        # Without arguments the text may have been put together before, out of anything.
        "said": record.msg if record.args and isinstance(record.msg, str) else "",
        "at": f"{short_path(record.pathname)}:{record.lineno}",
        "error": type(failed).__name__ if failed else "",
        "stack": stack_of(failed) if failed else "",
    }
    return {"level": level, "event": "library", **allowed("library", said)}


def _time_of(record: logging.LogRecord) -> str:
    moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        return json.dumps({"time": _time_of(record), **fields_of(record)})


class TextLines(logging.Formatter):
    """``12:00:00.000Z info request route=/facts.csv status=200``."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        told = fields_of(record)
        level, event = told.pop("level"), told.pop("event")
        parts = [f"{name}={_shown(value)}" for name, value in told.items()]
        return " ".join([_time_of(record)[11:], f"{level:<7}", event, *parts])


def _shown(value: object) -> str:
    text = str(value)
    plain = text.isprintable() and text and not set(text) & {" ", '"', "="}
    return text if plain else json.dumps(text)


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        tell("defect", problem="defect", what="thread", error=failed.exc_value)
