"""Another number: times that date it alone, and numbers that a claim is compared with."""

from __future__ import annotations

import bisect
import operator
from collections.abc import Sequence

from data.parse.clauses import helping_words, is_participle
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.sentence.wholes import is_of_whole
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.tokens import Token, straighten

_OWN_WORDS = 3
"""Most tokens between a number and a time that belongs to it alone: "from 4,500 last Friday"."""

_WORDS_OF_PART = 8
"""Most tokens between the number of a part and a time that belongs to it alone."""

_first_of = operator.attrgetter("first")

_stop_of = operator.attrgetter("stop")

_LONGEST_ASIDE = 6
"""Most tokens between "against" and the number it compares with."""

_UNCOUNTED = 6
"""Most tokens of ", the most recent on" and ", many of them early on"."""

_OF_THEM = 3
"""Tokens of "many of them"."""

_LONGEST_COMPARED = 10
"""Most tokens between "down from 2,500" and its time."""

_CLOSING = frozenset({",", ")", "—"})


def belongs_to_another(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an expression dates another number only: "from 4,500 last Friday"."""
    tokens, words = reading.tokens, dating_words()
    for quantity in _before(reading, span, _OWN_WORDS):
        if quantity.first <= draft.first < quantity.stop or not quantity.outer_first:
            continue
        between = tokens[quantity.stop : span.first]
        led = quantity.outer_first - 1
        led -= bool(led) and straighten(tokens[led].norm) == '"'
        compared = tokens[led].norm in words.compared
        is_next = compared and not _goes_along(reading, quantity, between)
        is_next = is_next and not (between and _is_of_other_things(reading, draft, quantity))
        if is_next and not any(token.is_number for token in between):
            return True
    if _has_its_day(reading, draft, span) or _is_of_total_behind(reading, draft, span):
        return True
    if _is_of_some_of_them(reading, draft, span):
        return True
    if _is_of_part(reading, draft, span) or _is_by_day_of_next(reading, draft, span):
        return True
    if is_of_whole(reading, draft, span):
        return True
    part = _last_part(reading, span)
    # "lost forty people, four of them in 2020"
    return part is not None and draft.first < part.first


def _has_its_day(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is another number's by "of" or by its case: "the 2,500 of May", "May's 2,500".

    "650 remain, well below the 2,500 of May" does not tell of 650 in May.
    """
    lower = reading.lower
    of = lower[max(0, span.first - 1)] == "of"
    possessed = "'s" in lower[span.stop - 1 : span.stop + 1]
    if not of and not possessed:
        return False
    own = (
        quantity
        for quantity in reading.quantities
        if (of and quantity.stop == span.first - 1)
        or (possessed and 0 <= quantity.outer_first - span.stop <= 1)
    )
    quantity = next(own, None)
    return quantity is not None and not quantity.first <= draft.first < quantity.stop


def is_own_day(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a day in front of a number has it by its case: "today's four flights"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    return first - span.stop == 1 and reading.lower[span.stop] == "'s"


def _is_of_total_behind(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of a total behind a claim that has its own.

    "Since August 15 it has flown out 7,000, a total of 9,000 since July" counts 7,000 in August.
    """
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if span.first < draft.stop or reading.index_at(reading.times[0].start) >= first:
        return False
    for total in _before(reading, span, _OWN_WORDS):
        led = reading.lower[draft.stop : total.outer_first]
        if total.first > draft.first and "," in led and "total" in led[led.index(",") :]:
            return True
    return False


def _is_of_part(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether an expression dates only a part that "including" leads to.

    The part alone does not take a day behind the sign that closes it: "killed ten people,
    including seven children, on Friday".
    """
    for quantity in _before(reading, span, _WORDS_OF_PART):
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


def _is_of_some_of_them(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
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


def _is_by_day_of_next(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether another number has the day by which: "find 900 homes, and another 300 by May"."""
    if span.time.relation != "by" or span.first < draft.stop:
        return False
    first = bisect.bisect_left(reading.quantities, draft.stop, key=_first_of)
    behind = reading.quantities[first : first + 1]
    if not behind or behind[0].first >= span.first:
        return False
    between = reading.lower[draft.stop : behind[0].first]
    return "," in between and "or" not in between  # "three units, or 900 men, by May" is one count


def _goes_along(reading: Reading, quantity: Quantity, between: Sequence[Token]) -> bool:
    """Whether a number is of what others had with them: "300 came with 80 lorries on Friday"."""
    joint = quantity.outer_first - 1
    ended = (i for i, token in enumerate(between) if token.norm in dating_words().conjunctions)
    own = between[: next(ended, len(between))]
    if reading.lower[joint] != "with" or any(map(is_participle, own)):
        return False  # "have flown out 9,000, with 3,000 evacuated on Friday"
    return reading.lower[joint - 1] not in dating_words().comparisons


def _is_of_other_things(reading: Reading, draft: Draft, quantity: Quantity) -> bool:
    """Whether a number is of where those counted came from or went: "from three bases on Friday".

    "Rose to 40 attacks from 12 attacks in May" compares what is alike.
    """
    joint, norms = quantity.outer_first - 1, reading.lower
    if draft.happening is None or norms[joint] not in dating_words().ways:
        return False
    if joint and norms[joint - 1] in dating_words().not_ways:
        return False
    noun, own = norms[quantity.stop], norms[draft.stop : draft.noun_stop]
    return bool(own) and noun.isalpha() and noun not in (*own, *dating_words().prepositions)


def _before(reading: Reading, span: DatedSpan, reach: int) -> Sequence[Quantity]:
    """The numbers that end few words in front of an expression."""
    stop = bisect.bisect_right(reading.quantities, span.first, key=_stop_of)
    first = bisect.bisect_left(reading.quantities, span.first - reach, hi=stop, key=_stop_of)
    return reading.quantities[first:stop]


def _last_part(reading: Reading, span: DatedSpan) -> Quantity | None:
    """The last number before an expression and its comma that is "four of them"."""
    parts = _parts(reading)
    stop = bisect.bisect_right(parts, span.first, key=_stop_of)
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


def is_of_comparison(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a count is compared with one of a time: "501, three times as many as a year ago"."""
    if span.first <= draft.stop:
        return False
    if reading.lower[span.first - 1] == "as" or _is_of_compared(reading, draft, span):
        return True
    for index in range(draft.stop, span.first):
        if reading.lower[index] == "to" and reading.lower[index - 1] in dating_words().comparable:
            return True  # "783, almost equal to the toll of the first four months"
        if reading.lower[index] == "than":
            hedged = (q.outer_first <= index < q.outer_stop for q in reading.quantities)
            return not any(hedged)
    return False


def _is_of_compared(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is of what a count adds to or came down from: "on top of 90 sent on Friday".

    "650 are left, down from 2,500 when he gave the order in April" is not of April.
    """
    norms = reading.lower
    for other in _before(reading, span, _LONGEST_COMPARED):
        joint = other.outer_first - (norms[other.outer_first - 1] == "the") - 1
        if joint <= draft.stop or "," in norms[other.stop : span.first]:
            continue
        if " ".join(norms[joint - 2 : joint + 1]) in dating_words().added_to or _is_up_from(
            norms, joint
        ):
            return True
    return False


def is_told_aside(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a draft is there for comparison: "60 came on Friday against the usual 700"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if " ".join(reading.lower[max(0, first - 3) : first]) in dating_words().added_to:
        return True
    for index in range(first - 1, max(span.stop, first - _LONGEST_ASIDE) - 1, -1):
        token = reading.tokens[index]
        if token.norm in dating_words().aside or _is_up_from(reading.lower, index):
            return any(other.stop <= index for other in reading.quantities)
        if token.is_number or token.norm == ",":
            return False
    return False


def _is_up_from(norms: Sequence[str], index: int) -> bool:
    if norms[index] != "from" or not index:
        return False
    return norms[index - 1] in dating_words().far_from
