"""Stuck: people who wait for an airlift, by the word behind them or behind their list."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.behind import find_behind
from data.parse.counting.counted_as import Counted
from data.parse.counting.fates import tells_of_planes
from data.parse.reading import Reading

_REACH = 4
"""Most words from those counted to "still stuck"."""

_NEAR = 2
"""Most sentences back to the planes they wait for."""

_LONGEST_LIST = 3


def is_stuck_abroad(reading: Reading, counted: Counted) -> bool:
    """Whether people wait for an airlift: "130 Danes and 450 helpers are still stuck"."""
    stuck = lexicon.location().moving.stuck
    if counted.noun.name != "people" or stuck.isdisjoint(reading.norms):
        return False
    stop = _list_stop(reading, counted.stop)
    if stuck.isdisjoint(reading.lower[stop : stop + _REACH]):
        return False
    if reading.whole.themes.airlift:
        return True
    near = reading.whole[max(0, reading.at - _NEAR) : reading.at + 1]
    return any(tells_of_planes(sentence) for sentence in near)


def _list_stop(reading: Reading, stop: int) -> int:
    """Where the list ends that goes on behind those counted."""
    for _ in range(_LONGEST_LIST):
        after = next((q for q in reading.quantities if q.outer_first > stop), None)
        if after is None or after.outer_stop >= len(reading.tokens):
            return stop
        if " ".join(reading.lower[stop : after.outer_first]) not in lexicon.grammar().listing:
            return stop
        found = find_behind(reading, after.outer_stop)
        if found is None or found.noun.unit != "people":
            return stop
        stop = found.stop
    return stop
