"""The numbers that stand shortly before a time, in a few steps however many a sentence has."""

from __future__ import annotations

import bisect
import operator
from collections.abc import Sequence

from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

stop_of = operator.attrgetter("stop")
"""Where a number ends, for a search among the numbers of a sentence."""


def numbers_before(reading: Reading, span: DatedSpan, reach: int) -> Sequence[Quantity]:
    """The numbers that end few words in front of an expression."""
    stop = bisect.bisect_right(reading.quantities, span.first, key=stop_of)
    first = bisect.bisect_left(reading.quantities, span.first - reach, hi=stop, key=stop_of)
    return reading.quantities[first:stop]
