"""Acronyms: the full name that a text gives once, and who "the organization" is behind one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.nations import state_words
from data.parse.lazy import remembered
from data.parse.readings import Readings

_SHORT = re.compile(r"(?<= )\(([A-Z]{3,8})\)")

_SHORT_NAME = re.compile(r"(?:^|\()[A-Z]{3,8}\)?$")
"""The short name of a body, alone or in brackets behind its full name."""

_BODIES: frozenset[Nature] = frozenset(("body", "name", "medium", "record"))

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


def body_meant(source: Source, candidates: Sequence[Source]) -> Source | None:
    """The body that "the organization" stands for: the last one, if it goes by a name of its own.

    Args:
        source: Who speaks.
        candidates: The sources before it, nearest first.
    """
    generic = lexicon.attribution().bodies.generic
    if source.anaphor != "definite" or source.words not in generic:
        return None
    bodies = (one for one in candidates if one.nature in _BODIES)
    nearest = next((one for one in bodies if one.words not in generic), None)
    if nearest is None:
        return None
    short = _SHORT_NAME.search(nearest.words) is not None
    return nearest if short or _is_private(nearest) else None


def _is_private(body: Source) -> bool:
    """Whether a body goes by a name and is none of a state: the River Trust, but no ministry."""
    if body.nature != "body" or not body.words.rpartition(" ")[2][0].isupper():
        return False
    return body.code is None and state_words().roles.isdisjoint(body.heads)


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
