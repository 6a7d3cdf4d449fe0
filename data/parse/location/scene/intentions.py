"""Intentions: places that people only mean to reach: "hoping to get to X"."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher


@functools.cache
def intentions() -> PhraseMatcher[str]:
    """Words of those who only mean to go somewhere."""
    return PhraseMatcher((words, words) for words in lexicon.location().moving.intending)


def is_only_meant(reading: Reading, index: int) -> bool:
    """Whether words right before a place tell that somebody only means to get there."""
    found = reading.find(intentions())
    return any(match.stop <= index <= match.stop + _MEANT_REACH for match in found)


_MEANT_REACH = 2
"""Most words from "hoping to" to the place: "cleared to come to X"."""
