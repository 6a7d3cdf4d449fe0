"""Dumps: runs of words that are no sentences, but tables, lists without an end, or repetitions."""

from __future__ import annotations

import collections
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Literal

from data.parse.text.sentence import Sentence

Reason = Literal["too-long", "no-words", "cells", "repetition"]
"""Why a run is no sentence."""

_MOST_CHARACTERS: Final = 2_400
_MOST_TOKENS: Final = 400
"""A longer run of words without a full stop is a table or a dump, not a sentence."""

_ANY_WORD = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"[^\W_]+")
_MOST_SIGNS: Final = 80
"""A longer run of figures and signs without any word is a row of a table."""

_COLUMN: Final = 3
"""So many runs without any word, one behind another, are a column of a table or page numbers."""

_CELL: Final = 24
_MOST_CELLS: Final = 200
"""More runs of up to so many characters, one behind another, are the cells of a table."""

_LINE: Final = 60
_FEWEST_LINES: Final = 8
"""So many runs of up to so many characters, one behind another, may be lines of one table."""

_WINDOWS: Final = ((24, 7), (60, 14), (120, 18))
"""Of so many words and figures in a row so many differ in whatever somebody wrote: in 2,600 reports
and transcripts at least 9 of 24, 22 of 60 and 36 of 120, and in a toll with a line for each day or
place, 9, 15 and 21. Fewer are letters that a scanner misread, or the same said again and again."""

_STEPS: Final = 8
"""Looks at each stretch of so many words; a look at every word costs as much as reading prose."""

_OFTEN: Final = 3
"""Times that a word stands among them to be one that is said again and again."""

_DIFFERENT: Final = 0.6
"""Where a larger share of a run's words differ, it holds no repetition worth a look."""


def find_dumped(runs: Sequence[Sentence]) -> Mapping[int, Reason]:
    """Which runs of words are no sentences, and why.

    Args:
        runs: Those of a text, all of them, in order.

    Returns:
        By their index, in order.
    """
    dumped = {index: reason for index, run in enumerate(runs) if (reason := _why_dump(run))}
    for column in _stretches(runs, _is_without_words, _COLUMN):
        dumped |= dict.fromkeys(column, "no-words")
    for cells in _stretches(runs, _is_cell, _MOST_CELLS + 1):
        dumped |= dict.fromkeys(cells, "cells")
    for lines in _stretches(runs, _is_line, _FEWEST_LINES):
        dumped |= dict.fromkeys(_repeating(runs, lines), "repetition")
    return dict(sorted(dumped.items()))


def _why_dump(run: Sentence) -> Reason | None:
    length = run.end - run.start
    if length <= _MOST_SIGNS:
        return None
    if length > _MOST_CHARACTERS:
        return "too-long"
    if _ANY_WORD.search(run.text, run.start, run.end) is None:
        return "no-words"
    if length > _MOST_TOKENS and len(run.tokens) > _MOST_TOKENS:
        return "too-long"
    if run.text.count(" ", run.start, run.end) < _WINDOWS[0][0]:
        return None
    words = run.text[run.start : run.end].split()
    if len(set(words)) < _DIFFERENT * len(words) and _repeated(_words(run)):
        return "repetition"
    return None


def _stretches(
    runs: Sequence[Sentence], are_alike: Callable[[Sentence], bool], fewest: int
) -> Iterator[Sequence[int]]:
    """The indexes of runs of one sort, as far as at least so many follow one another."""
    if len(runs) < fewest:
        return
    for alike, stretch in itertools.groupby(range(len(runs)), lambda at: are_alike(runs[at])):
        indexes = list(stretch)
        if alike and len(indexes) >= fewest:
            yield indexes


def _is_cell(run: Sentence) -> bool:
    return run.end - run.start <= _CELL


def _is_line(run: Sentence) -> bool:
    return run.end - run.start <= _LINE


def _is_without_words(run: Sentence) -> bool:
    return _is_cell(run) and _ANY_WORD.search(run.text, run.start, run.end) is None


def _repeating(runs: Sequence[Sentence], indexes: Sequence[int]) -> set[int]:
    """Those of some runs, one behind another, of which all is said again and again."""
    words = [(word, index) for index in indexes for word in _words(runs[index])]
    repeated = _repeated([word for word, _ in words])
    told_once = {index for at, (_, index) in enumerate(words) if at not in repeated}
    return {index for _, index in words} - told_once


def _repeated(words: Sequence[str]) -> set[int]:
    """The indexes of words that are told again and again where few differ."""
    found: set[int] = set()
    for width, fewest in _WINDOWS:
        last = len(words) - width
        for begin in (*range(0, last, width // _STEPS), last) if last >= 0 else ():
            window = words[begin : begin + width]
            if len(set(window)) < fewest:
                told = collections.Counter(window)
                found.update(begin + at for at, word in enumerate(window) if told[word] >= _OFTEN)
    return found


def _words(run: Sentence) -> Sequence[str]:
    return _WORD.findall(run.text[run.start : run.end].lower())
