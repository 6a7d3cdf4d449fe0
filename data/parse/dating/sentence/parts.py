"""Parts of what is counted: times that belong to a part alone, not to the whole in front of it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from data.parse.clauses import helping_words, is_participle
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.sentence.numbers_before import numbers_before, stop_of
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_WORDS_OF_PART = 8
"""Most tokens between the number of a part and a time that belongs to it alone."""

_UNCOUNTED = 6
"""Most tokens of ", the most recent on" and ", many of them early on"."""

_OF_THEM = 3
"""Tokens of "many of them"."""

_CLOSING = frozenset({",", ")", "—"})


def is_of_part(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an expression dates only a part that "including" leads to.

    The part alone does not take a day behind the sign that closes it: "killed ten people,
    including seven children, on Friday".
    """
    for quantity in numbers_before(reading, span, _WORDS_OF_PART):
        if quantity.first <= draft.first < quantity.stop:
            continue
        if not _leads_to_part(reading, quantity.outer_first):
            continue
        if span.first - quantity.stop <= 1:
            return True  # "lost 2,000 soldiers, including 13 last week"
        if _has_participle(reading, quantity.stop, span.first):
            return True  # "2 million displaced, including 40,000 newly displaced in May"
        behind = draft.first < quantity.first and not _is_closed(reading, quantity.stop, span.first)
        if behind and _is_up_to_now(reading, draft, span):
            return True  # "has killed 2,400, including 13 soldiers on Friday"
    return False


def is_of_some_of_them(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time behind a comma is of a part that is not counted, or of one among many.

    "Survived three attacks, most recently in March", "12 towns fell, the last on Monday", "900 have
    come since May, many of them on Friday".
    """
    if span.first < draft.stop:
        return False
    words, near = dating_words(), range(max(draft.stop, span.first - _UNCOUNTED), span.first)
    joint = next((i for i in reversed(near) if reading.lower[i] in words.turn_joints), None)
    if joint is None or "," not in reading.lower[draft.stop : span.first]:
        return False
    norms = reading.lower[joint + 1 : span.first]
    if norms[-1:] and norms[-1] in words.prepositions:
        norms = norms[:-1]
    if len(norms) == _OF_THEM:
        return norms[0] in words.some and norms[1] == "of" and norms[2] in words.parts_of
    return " ".join(norms) in words.one_of_many


def _leads_to_part(reading: Reading, first: int) -> bool:
    """Whether "including" or "including the" stands before a number."""
    before = reading.lower[max(0, first - 2) : first]
    if before[-1:] == ["the"]:
        before.pop()
    return bool(before) and before[-1] in dating_words().including


def _is_up_to_now(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim lasts up to now, and no single day can be its own: "has killed 2,400"."""
    helping = helping_words(reading.tokens, draft.verb)
    return span.is_day and not dating_words().perfect.isdisjoint(helping)


def _is_closed(reading: Reading, first: int, stop: int) -> bool:
    return any(_closes(reading, index) for index in range(first, stop))


def _closes(reading: Reading, index: int) -> bool:
    """Whether a sign closes an insertion, so that a time behind it is of what stood before."""
    token = reading.tokens[index]
    if token.norm == "-":
        return token.start > reading.tokens[index - 1].end
    return token.norm in _CLOSING


def _has_participle(reading: Reading, first: int, stop: int) -> bool:
    """Whether a participle right behind a part tells more of it: "40,000 newly displaced in May".

    "Nine men, including two guards, were shot on Friday" has a verb further on.
    """
    near = range(first, min(first + 2, stop))
    nouns = reading.countable_starts  # "36 children"
    return any(at not in nouns and is_participle(reading.tokens[at]) for at in near)


def is_of_those_among_them(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of some among those counted: "40 died, among them two shot on Monday"."""
    norms = reading.lower
    for index in range(draft.stop, span.first - 1):
        if norms[index] == "among" and norms[index + 1] in dating_words().parts_of:
            return norms[index - 1] == "," and not _is_closed(reading, index + 1, span.first)
    return False


def is_of_last_part(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of "four of them": "lost forty people, four of them in 2020"."""
    part = _last_part(reading, span)
    return part is not None and draft.first < part.first


def _last_part(reading: Reading, span: DatedSpan) -> Quantity | None:
    """The last number before an expression and its comma that is "four of them"."""
    parts = _parts(reading)
    stop = bisect.bisect_right(parts, span.first, key=stop_of)
    if not stop or _is_closed(reading, parts[stop - 1].stop, span.first):
        return None
    return parts[stop - 1]


@remembered
def _parts(reading: Reading) -> Sequence[Quantity]:
    """The numbers of a sentence that are parts of another: "four of them"."""
    norms = reading.lower
    return tuple(one for one in reading.quantities if is_part_of_another(norms, one.stop))


def is_part_of_another(norms: Sequence[str], stop: int) -> bool:
    """Whether "of them" or "of whom" stands behind a number that ends at ``stop``."""
    if stop + 1 >= len(norms) or norms[stop] != "of":
        return False
    return norms[stop + 1] in dating_words().parts_of
