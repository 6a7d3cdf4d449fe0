"""What went wrong, in words for the public: a status, a sentence, what would be right."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from dashboard.admission import Busy, TooSlow
from dashboard.corpus.folders import without_folders
from dashboard.observability.conditions import tell_defect, tell_problem, tell_unusable
from dashboard.observability.identity import REQUEST
from dashboard.selecting.selection import shorten
from data.errors import InputError


class BadParameter(InputError):  # noqa: N818  it is what the request has
    """A parameter of a request that cannot be used."""


class UnknownAddress(InputError):  # noqa: N818
    """An address below which there is nothing."""


def unknown(what: str, name: str, known: Iterable[str]) -> UnknownAddress:
    """The error for a name in an address that stands for nothing.

    Args:
        what: What the name should stand for.
        name: The name.
        known: The names there are.
    """
    return UnknownAddress(what, f"“{shorten(name)}” does not exist", f"Use {', '.join(known)}.")


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer.

    Attributes:
        status: Of the response.
        error: What is wrong.
        where: Which parameter, file or field; empty where it is the server as a whole.
        remedy: What would be right.
        retry_after: Seconds after which to ask again; None where that would not help.
    """

    status: int
    error: str
    where: str
    remedy: str
    retry_after: int | None = None

    @classmethod
    def of(cls, error: Exception) -> Problem:
        """The problem that an exception stands for; all are told in the log."""
        if isinstance(error, InputError):
            return cls._of_input(error)
        if isinstance(error, Busy):
            tell_problem("busy")
            return cls(429, str(error), "", "", error.retry_after)
        if isinstance(error, TooSlow):
            tell_problem("too-slow")
            return cls(504, str(error), "", "Try again in a minute.", 60)
        from dashboard import images

        if isinstance(error, images.NoBrowser):
            tell_problem("no-browser")
            return cls(503, error.problem, "", without_folders(error.remedy))
        tell_defect("answer", error)
        named = f"request {REQUEST.get()}" if REQUEST.get() else "this request"
        remedy = f"Please report it: its log says which, under {named}."
        return cls(500, "The server made a mistake.", "", remedy)

    @classmethod
    def _of_input(cls, error: InputError) -> Problem:
        where = without_folders(error.where)
        problem, remedy = _sentence(without_folders(error.problem)), without_folders(error.remedy)
        if isinstance(error, BadParameter):
            tell_problem("bad-parameter")
            return cls(400, problem, where, remedy)
        if isinstance(error, UnknownAddress):
            tell_problem("unknown-address")
            return cls(404, problem, where, remedy)
        tell_unusable(error.where)
        return cls(503, problem, where, remedy)

    @property
    def headers(self) -> dict[str, str]:
        """Headers of the response."""
        again = {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
        return {"Cache-Control": "no-store", **again}

    def as_json(self) -> dict[str, Any]:
        """The problem for a program."""
        return {"error": self.error, "where": self.where, "remedy": self.remedy}


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text[:1].upper()}{text[1:]}."
