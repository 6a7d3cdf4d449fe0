"""Qualifiers: the phrases before and behind a number that bound it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.fact import Qualifier
from data.parse.words.phrases import Match, PhraseMatcher
from data.parse.words.tokens import Token


def bounds(qualifier: Qualifier, value: float) -> tuple[float | None, float | None]:
    """Lower and upper end that a qualified number claims."""
    if qualifier in {"over", "at_least"}:
        return value, None
    if qualifier in {"under", "up_to"}:
        return None, value
    if qualifier == "about":
        return None, None
    return value, value


def qualifier_behind(tokens: Sequence[Token], stop: int) -> Match[Qualifier] | None:
    """A qualifier behind the number: "or so", "-odd", ", or somewhat more"."""
    if stop >= len(tokens):
        return None
    step = stop + 1 if tokens[stop].norm in {"-", ","} and stop + 1 < len(tokens) else stop
    return _qualifiers_behind().match_at(tokens, step)


@functools.cache
def qualifiers_before() -> PhraseMatcher[Qualifier]:
    """Phrases before a number that bound it: "at least", "up to"."""
    return _qualifiers("before")


@functools.cache
def _qualifiers_behind() -> PhraseMatcher[Qualifier]:
    return _qualifiers("after")


def _qualifiers(side: str) -> PhraseMatcher[Qualifier]:
    entries: list[tuple[str, Qualifier]] = [
        (phrase, entry.name)
        for entry in lexicon.qualifiers().qualifier
        if entry.side == side
        for phrase in entry.phrases
    ]
    return PhraseMatcher(entries)
