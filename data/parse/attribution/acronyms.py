"""Acronyms: the full name that a text gives once, with its short form behind it in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.parse.lazy import remembered
from data.parse.readings import Readings

_SHORT = re.compile(r"(?<= )\(([A-Z]{3,8})\)")

_LONGEST_NAME = 100
"""Characters in front of an acronym among which its full name stands."""


def full_name(readings: Readings, acronym: str) -> str | None:
    """The name that an article explains an acronym with, and the acronym in brackets.

    Args:
        readings: The article's sentences.
        acronym: A short name in capitals.
    """
    name = _names(readings).get(acronym)
    return f"{name} ({acronym})" if name is not None else None


@remembered
def _names(readings: Readings) -> dict[str, str]:
    """Full names by acronym, of "the Committee for Aid (CFA)"."""
    text = readings.article.text
    found: dict[str, str] = {}
    for match in _SHORT.finditer(text):
        line = text[max(0, match.start() - _LONGEST_NAME) : match.start()].rpartition("\n")[2]
        name = _spelt(line.split(), match[1])
        if name is not None:
            found.setdefault(match[1], name)
    return found


def _spelt(words: Sequence[str], acronym: str) -> str | None:
    """The last words whose first letters spell an acronym; small ones need no letter in it."""
    letters = list(acronym)
    for first in range(len(words) - 1, -1, -1):
        initial = words[first][0]
        if initial.upper() == letters[-1]:
            letters.pop()
        elif not initial.islower():
            return None
        if not letters:
            return " ".join(words[first:]) if initial.isupper() else None
    return None
