"""Lists: which line leads the list that a sentence is an item of."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.dating.entries import LONGEST_DATE
from data.parse.lazy import remembered
from data.parse.reading import Reading
from data.parse.readings import Readings

_LONGEST_LIST = 12
"""Items of a list above which its leading line is looked for."""


def lead_of_list(reading: Reading) -> Reading | None:
    """The line with a colon above a list that a sentence is an item of."""
    if not _is_item(reading):
        return None
    place = _tops_of_lists(reading.whole)[reading.at]
    if place <= reading.at - _LONGEST_LIST or place < 0:
        return None
    lead = reading.whole[place]
    return lead if lead.tokens[-1].norm == ":" else None


@remembered
def _tops_of_lists(readings: Readings) -> Sequence[int]:
    """For each sentence the last one up to it that is no part of a list."""
    tops: list[int] = []
    top = -1
    for at, reading in enumerate(readings):
        if not _is_item(reading) and not _divides_list(reading):
            top = at
        tops.append(top)
    return tops


@remembered
def _is_item(reading: Reading) -> bool:
    before = reading.text[max(0, reading.sentence.start - 3) : reading.sentence.start].strip()
    return before[-1:] in lexicon.sentence_rules().bullets and bool(before)


def _divides_list(reading: Reading) -> bool:
    """Whether a line is no more than a name over a part of a list: "Northeast"."""
    return len(reading.tokens) <= LONGEST_DATE and reading.tokens[-1].is_word and not reading.verbs
