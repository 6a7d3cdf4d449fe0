"""Time spans: which words of a sentence its calendar expressions consist of."""

from __future__ import annotations

from collections.abc import Mapping

from data.parse.lazy import remembered
from data.parse.reading import Reading


@remembered
def time_stops(reading: Reading) -> Mapping[int, int]:
    """The index one past the last token of each time of a sentence, by that of its first."""
    return {
        reading.index_at(time.start): reading.index_at(time.end - 1) + 1 for time in reading.times
    }
