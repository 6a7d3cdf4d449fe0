"""Elsewhere: times behind a claim that a part of its sentence has for something else."""

from __future__ import annotations

import itertools

from data.parse.calendar.tense import tells_past
from data.parse.clauses import is_participle
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.sentence.besides import tells_how_they_died
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_TO_CLAUSE = 3
"""Most tokens of what is counted before "who": "the 2,500 American troops who"."""


def is_of_others(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time behind a claim is told of another number, of a place, or of what follows."""
    if span.first < draft.stop or tells_how_they_died(reading, draft) is not None:
        return False
    if _is_of_whole(reading, draft, span) or _is_of_those_who_followed(reading, draft, span):
        return True
    if _is_of_those_among_whom(reading, draft, span) or _is_behind_colon(reading, draft, span):
        return True
    return _is_of_what_was_before(reading, draft, span) or _opens_what_follows(reading, draft, span)


def _is_of_whole(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is of a whole only: "650 of the 2,500 who were there in April are to stay"."""
    near = range(span.first - 1, draft.stop - 1, -1)
    opener = next((i for i in near if reading.lower[i] in dating_words().relatives), None)
    whole = _number_before(reading, opener) if opener is not None else None
    if whole is None or whole.first <= draft.first:
        return False
    between = reading.lower[draft.stop : whole.outer_first]
    if "," in between and "and" in between:
        return True  # "90% is done, and 650 of the 2,500 who were there in April"
    behind = reading.lower[span.stop : span.stop + 2]
    is_to_come = behind[1:] == ["to"] and behind[0] in dating_words().being
    is_to_come = is_to_come or not dating_words().modals.isdisjoint(behind[:1])
    return between == ["of", "the"] and is_to_come


def _number_before(reading: Reading, index: int) -> Quantity | None:
    """The number whose noun stands right before a token."""
    near = (one for one in reading.quantities if 0 <= index - one.stop <= _TO_CLAUSE)
    return next(near, None)


def _is_of_what_was_before(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether "had" makes it earlier: "nine died in a bazaar rebels had seized two days before"."""
    if draft.first <= draft.verb < draft.stop:
        return False  # "14 bodies had been received by Sunday"
    words, first = dating_words(), max(draft.stop, draft.verb + 1)
    between = reading.lower[first : span.first]
    if between.count("had") != 1 or not (words.same_time | {",", ";"}).isdisjoint(between):
        return False
    at = first + between.index("had")
    has_noun = reading.tokens[at - 1].is_word and at - 1 > first
    return has_noun and is_participle(reading.tokens[at + 1])


def _is_of_those_among_whom(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether signs hold it: "two, among 40 hostages taken in May, were freed on Saturday"."""
    between = reading.lower[draft.stop : span.first]
    if "," not in between or reading.lower[span.stop : span.stop + 1] != [","]:
        return False
    opening = len(between) - between[::-1].index(",")
    return between[opening : opening + 1] == ["among"]


def _is_behind_colon(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is of a number behind a colon: "All 90 beds are full: 41 came on Friday"."""
    between = reading.lower[draft.stop : span.first]
    if ":" not in between:
        return False
    colon = draft.stop + between.index(":")
    if reading.tokens[colon - 1].is_number:
        return False  # "at 6:30 p.m. on Saturday"
    return any(colon < one.first < span.first for one in reading.quantities)


def _is_of_those_who_followed(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when more did so: "60 fell within days, and seven more followed last week"."""
    for one in reading.quantities:
        if not draft.stop < one.first < span.first or reading.lower[one.stop] != "more":
            continue
        joint = reading.lower[one.outer_first - 2 : one.outer_first]
        verbs = map(tells_past, reading.lower[one.stop + 1 : span.first])
        if joint[:1] == [","] and joint[1] in dating_words().conjunctions and any(verbs):
            return True
    return False


def _opens_what_follows(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether signs keep it to the next part: "hold ten towns and, since Monday, a post"."""
    if reading.lower[span.stop : span.stop + 1] != [","]:
        return False
    before = reading.lower[max(draft.stop, span.first - 3) : span.first]
    return any(
        one in dating_words().conjunctions and other == ","
        for one, other in itertools.pairwise(before)
    )
