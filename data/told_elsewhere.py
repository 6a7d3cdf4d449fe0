"""What a fact has from the text around its sentence, and the nearest sentence that says it.

The rules do not write down which words gave a fact its place: they look in many. So this asks what
they found in each sentence, and tells where the same place, day or claimant is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal, NamedTuple

from data import lexicon
from data.article import Article
from data.fact import Fact
from data.parse.names.codes import ground
from data.parse.names.places import province_of
from data.parse.reading import Reading
from data.parse.readings import Readings, read_article_text
from data.parse.text.notices import without_notices
from data.place_codes import is_border

Told = Literal["place", "day", "claimant"]

_REACH: Final = 60
"""Most sentences before or behind a fact's in which is looked for what it has from elsewhere."""

_WORD: Final = re.compile(r"\w+")

_Span = tuple[int, int]
_Named = Callable[[Reading], _Span | None]


class Elsewhere(NamedTuple):
    """What a fact has that its own sentence does not name.

    Attributes:
        what: What it is.
        codes: Of the places that the sentence does not name; none for a day or a claimant.
        sentence: Offsets of the nearest sentence that names it; None where none does.
        words: Offsets of its words for it.
    """

    what: Told
    codes: tuple[str, ...] = ()
    sentence: _Span | None = None
    words: _Span | None = None


def told_elsewhere(article: Article, fact: Fact) -> tuple[Elsewhere, ...]:
    """What a fact has from around its sentence; nothing of what a reviewer has set.

    Args:
        article: With its text.
        fact: One of its facts.
    """
    readings = read_article_text(without_notices(article))
    own = next((r for r in readings if r.sentence.start <= fact.start < r.sentence.end), None)
    if own is None:
        return ()
    return tuple(_elsewhere(readings, own, fact))


def _elsewhere(readings: Readings, own: Reading, fact: Fact) -> Iterator[Elsewhere]:
    if "places" not in fact.corrected:
        missing = tuple(code for code in fact.places if _place_in(own, code) is None)
        if missing:
            found = _nearest(readings, own, lambda reading: _name_in(reading, missing[0]))
            yield Elsewhere("place", missing, *found)
    if fact.when_start and not {"when_start", "when_end"} & set(fact.corrected):
        days = _days_of(fact)
        if days(own) is None:
            yield Elsewhere("day", (), *_nearest(readings, own, days))
    if fact.attributed_to and "attributed_to" not in fact.corrected:
        name = _words_of(fact.attributed_to)
        if name(own) is None:
            yield Elsewhere("claimant", (), *_nearest(readings, own, name))


def _nearest(
    readings: Readings, own: Reading, named: _Named
) -> tuple[_Span, _Span] | tuple[None, None]:
    """The nearest sentence in which something is named, rather above than below, and its words."""
    for distance in range(1, _REACH + 1):
        for at in (own.at - distance, own.at + distance):
            if 0 <= at < len(readings) and (words := named(readings[at])) is not None:
                sentence = readings[at].sentence
                return (sentence.start, sentence.end), words
    return None, None


def _place_in(reading: Reading, code: str) -> _Span | None:
    """The words of a sentence for a place, for a part of it, or for somebody of it."""
    actors = (each for each in reading.named_actors if code in (each.code, each.country))
    return _name_in(reading, code) or next(((each.start, each.end) for each in actors), None)


def _name_in(reading: Reading, code: str) -> _Span | None:
    """The words of a sentence for a place or for a part of it."""
    for border in reading.borders:
        if border.code == code:
            return border.start, border.end
    for place in reading.names:
        within = {place.code, place.country, province_of(place.code), ground(place)}
        is_capital = place.via == "capital" and ground(place) == province_of(code)
        if code in within or is_capital or _is_line(code, place.country):
            return place.start, place.end
    return None


def _is_line(code: str, country: str | None) -> bool:
    """Whether a country is beyond a border: one that speaks of it names the neighbour alone."""
    beyond = country is not None and country != lexicon.subject()
    return beyond and is_border(code) and country in code.split("-")


def _days_of(fact: Fact) -> _Named:
    first, last = fact.when_start, fact.when_end

    def named(reading: Reading) -> _Span | None:
        for time in reading.times:
            if not (time.first_day and time.last_day and first and last):
                continue
            if time.first_day <= last and first <= time.last_day:
                return time.start, time.end
        return None

    return named


def _words_of(claimant: str) -> _Named:
    words = _WORD.findall(claimant)
    in_a_row = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)

    def named(reading: Reading) -> _Span | None:
        start, end = reading.sentence.start, reading.sentence.end
        if found := in_a_row.search(reading.text, start, end):
            return found.span()
        apart = {
            word[0].casefold(): word.span() for word in _WORD.finditer(reading.text, start, end)
        }
        spans = [apart.get(word.casefold()) for word in words]
        told = [span for span in spans if span is not None]
        return (min(told)[0], max(told)[1]) if told and len(told) == len(spans) else None

    return named
