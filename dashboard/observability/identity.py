"""Which request or session the work is done for, wherever it is done."""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar
from typing import Final

REQUEST: Final[ContextVar[str]] = ContextVar("request", default="")
"""Id of the request that is answered; threads that work for it have it, too."""

SESSION: Final[ContextVar[str]] = ContextVar("session", default="")
"""Id of the session whose page runs."""

_WELL_FORMED: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")
_BYTES: Final = 8


def new_id() -> str:
    """An id that says nothing but which it is."""
    return secrets.token_hex(_BYTES)


def request_id(given: str) -> str:
    """The id of a request: the one that it names if it is well-formed, else a new one.

    A proxy names requests, so that its log and ours can be put side by side. Eight to 64 letters,
    digits, ``.``, ``_`` or ``-`` fit a UUID and a trace id, and no sentence.
    """
    return given if _WELL_FORMED.fullmatch(given) else new_id()


def here() -> dict[str, str]:
    """What a line of the log says of whom the work is for."""
    known = {"request": REQUEST.get(), "session": SESSION.get()}
    return {name: value for name, value in known.items() if value}
