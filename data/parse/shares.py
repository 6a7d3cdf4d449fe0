"""Shares: what a percentage is a percentage of."""

from __future__ import annotations

import dataclasses
import functools

from data import lexicon
from data.lexicon.schema import Denominator
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading

_LONGEST_DENOMINATOR = 9
"""Most words behind "percent of" that can still name the denominator."""


@dataclasses.dataclass(frozen=True, slots=True)
class ShareOf:
    """The denominator of a share.

    Attributes:
        stop: Index one past its last token.
        kind: Kind of fact the share makes.
        code: Code of the place it is a share of; None where it has none.
    """

    stop: int
    kind: str
    code: str | None


def find_denominator(reading: Reading, stop: int) -> ShareOf | None:
    """The denominator that "of" opens right behind a percentage, or None.

    A border named there is the denominator ("85 percent of the X-Y border"), else a country or
    province with or without a word for ground ("of Afghanistan's districts").
    """
    tokens = reading.tokens
    if stop >= len(tokens) or tokens[stop].norm not in {"of", "the"}:
        return None
    end = min(stop + _LONGEST_DENOMINATOR, len(tokens))
    end = next((verb.first for verb in reading.verbs if stop < verb.first < end), end)
    for border in reading.borders:
        if stop <= border.first < end:
            return ShareOf(border.stop, "control_share", border.code)
    words = _denominators().find(tokens[stop:end])
    place = next(
        (place for place in reading.places if stop <= place.first < end and not place.landmark),
        None,
    )
    if words:
        code = place.code if place and words[0].payload.kind == "control_share" else None
        return ShareOf(stop + words[0].stop, words[0].payload.kind, code)
    if place and place.via in {"name", "region"}:
        return ShareOf(place.stop, "control_share", place.code)
    return None


@functools.cache
def _denominators() -> PhraseMatcher[Denominator]:
    return PhraseMatcher(
        (phrase, entry) for entry in lexicon.nouns().denominator for phrase in entry.phrases
    )
