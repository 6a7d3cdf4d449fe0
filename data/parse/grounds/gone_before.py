"""Gone before: places that a sentence only names with the day on which they had their turn."""

from __future__ import annotations

from collections.abc import Mapping

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.lazy import remembered
from data.parse.reading import Reading


@remembered
def gone_before(reading: Reading) -> Mapping[int, TimeExpression]:
    """The day of each place behind an "after", by the index of its first token.

    In "took X on Sunday, after Y on Friday and Z on Saturday" what goes on is at X.
    """
    openers = lexicon.captures().gone_before
    if not reading.times or openers.isdisjoint(reading.norms):
        return {}
    found: dict[int, TimeExpression] = {}
    for index, norm in enumerate(reading.lower):
        if norm in openers:
            found.update(_list_at(reading, index + 1))
    return found


def _list_at(reading: Reading, index: int) -> Mapping[int, TimeExpression]:
    """The places that begin at a token, each with its own day, or several with that of the last."""
    times = {reading.index_at(time.start): time for time in reading.times}
    joints = lexicon.grammar().separators
    found: dict[int, TimeExpression] = {}
    waiting: list[int] = []
    while (first := _past_heads(reading, index)) in reading.place_starts:
        waiting.append(first)
        index = reading.place_starts[first]
        index += reading.lower[index : index + 1] == ["on"]
        if time := times.get(index):
            found.update(dict.fromkeys(waiting, time))
            waiting, index = [], reading.index_at(time.end - 1) + 1
        begin = index
        while reading.lower[index : index + 1] and reading.lower[index] in joints:
            index += 1
        if index == begin:
            break
    return found


def _past_heads(reading: Reading, index: int) -> int:
    """Index past "the city of" in front of a name."""
    passed = lexicon.grammar().determiners | lexicon.captures().heads | {"of"}
    while index < len(reading.tokens) and reading.lower[index] in passed:
        index += 1
    return index
