"""Nearby: the sentences around one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.parse.reading import Reading


def sentences_above(reading: Reading, most: int) -> Iterator[Reading]:
    """The sentences before one, the nearest one first."""
    return reversed(reading.whole[max(0, reading.at - most) : reading.at])


def sentences_below(reading: Reading, most: int) -> Sequence[Reading]:
    """The sentences behind one, the nearest one first."""
    return reading.whole[reading.at + 1 : reading.at + 1 + most]


def sentence_before(reading: Reading) -> Reading | None:
    """The sentence before one; None for the first."""
    return reading.whole[reading.at - 1] if reading.at else None


def start_near(reading: Reading, most: int) -> int:
    """Where the first of some sentences before one begins, as an offset in the text."""
    return reading.whole[max(0, reading.at - most)].sentence.start


def shares_line(above: Reading, reading: Reading) -> bool:
    """Whether a sentence stands in the line of one above it."""
    return "\n" not in reading.text[above.sentence.end : reading.sentence.start]
