"""Scenes: whether a sentence turns to another place, another side or an earlier day."""

from __future__ import annotations

import datetime as dt

from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.words import dating_words
from data.parse.lazy import remembered
from data.parse.reading import Reading

_NAME_REACH = 3
"""Index in a sentence up to which a place sets its scene: "In the northern Balkh province"."""

_TO_REMAINS = 10
"""Most tokens from "bodies" to the day: "bodies were found along the road to Arbinda on"."""


def sets_new_scene(reading: Reading) -> bool:
    """Whether a sentence begins elsewhere: "In northern Balkh, 16 were killed"."""
    if not dating_words().separate.isdisjoint(reading.lower[:_NAME_REACH]):
        return True  # "In a separate incident, four men were shot"
    if reading.tokens[0].norm in dating_words().already or _opens_with_label(reading):
        return True  # "Earlier, 84 men had been caught", "HERAT: Seven districts fell"
    opens = reading.tokens[0].norm in dating_words().scenes
    if opens and any(not one.outer_first for one in reading.quantities):
        return False  # "At least 13 U.S. soldiers" names no place
    return opens and any(place.first <= _NAME_REACH for place in reading.names)


def tells_aftermath(reading: Reading, span: DatedSpan) -> bool:
    """Whether a day is one behind an event: "more bodies were found on Friday", "one of them died".

    So are a burial and what became of some of those told: "the first ten of them landed today".
    """
    words, first = dating_words(), max(0, span.first - _TO_REMAINS)
    before = reading.lower[first : span.first]
    if reading.lower[span.stop : span.stop + 2] == [",", "when"]:
        return False  # "saw three bodies on Friday, when the crowd surged"
    if not words.attacks.isdisjoint(before):
        return False  # "the bodies of men killed in the attack on Friday"
    if not words.remains.isdisjoint(before):
        return True
    return any(
        reading.lower[one.stop : one.stop + 2] == ["of", "them"]
        and reading.lower[one.stop + 2] != ","
        for one in reading.quantities
        if first <= one.stop < span.first
    )


def is_of_earlier_report(reading: Reading) -> bool:
    """Whether somebody told it before: "Media reported earlier that 900 had been sent back".

    Of an attack it is rather an earlier count.
    """
    words, norms = dating_words(), reading.lower
    if words.already.isdisjoint(reading.norms) or not words.attacks.isdisjoint(reading.word_set):
        return False
    return any(
        verb.payload in words.sayings
        and not words.already.isdisjoint([norms[verb.first - 1], *norms[verb.stop : verb.stop + 1]])
        for verb in reading.verbs
    )


@remembered
def _opens_with_label(reading: Reading) -> bool:
    """Whether the name of a place and a colon open a line: "HERAT: Seven districts fell"."""
    norms = reading.lower[: _NAME_REACH + 1]
    if ":" not in norms or not reading.names or reading.names[0].first:
        return False
    if reading.names[0].via == "seat":
        return False  # "Pentagon: 13 were killed" says who speaks
    return all(token.text[0].isupper() for token in reading.tokens[: norms.index(":")])


def is_of_another_side(reading: Reading, above: Reading) -> bool:
    """Whether a sentence opens with a country that one above does not name."""
    names = reading.names
    if not names or names[0].first > 1 or names[0].via == "demonym" or not names[0].code.isalpha():
        return False  # "Afghan troops killed 90 rebels"
    if names[0].via == "seat" and reading.lower[names[0].stop : names[0].stop + 1] == [":"]:
        return False
    if reading.quantities and reading.quantities[0].first < names[0].first:
        return False  # "Twelve Burkina Faso soldiers"
    return all(place.code != names[0].code for place in above.names)


def is_told_before(reading: Reading, day: dt.date | None) -> bool:
    """Whether a sentence is told before a day: "said on Monday", of what happened on Friday."""
    times = [span for span in spans_of(reading) if is_report_date(reading, span)]
    return any(day and span.time.last_day and span.time.last_day < day for span in times)
