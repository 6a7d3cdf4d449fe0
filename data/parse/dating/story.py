"""Story time: the time that a claim without one of its own takes over from the claims around it."""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import operator
from collections.abc import Sequence

from data.fact import Fact
from data.parse.calendar.relation import LIMITS
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.additions import adds
from data.parse.dating.background import is_report_date
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.happened import is_already, tells_what_happened, verb_of
from data.parse.dating.nearby import sentence_before, sentences_above, start_near
from data.parse.dating.spans import spans_of
from data.parse.dating.vague_times import is_vague
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading

_LATEST = 12
"""Facts before a claim among which the last of its kind is looked for."""

_LOOK_BACK = 2
"""Sentences before a claim in which others are told of the same happening."""

_VICTIMS_REACH = 8
"""Sentences before further victims in which others are told of, with no other time between."""

_NAME_REACH = 3
"""Index in a sentence up to which a place sets its scene: "In the northern Balkh province"."""

_SINCE_REACH = 8
"""Most tokens between "have since" and what happened since."""


_NO_TIMES = LIMITS | {"dateline"}
"""What tells of no time at which something happened."""

_start = operator.attrgetter("start")

_VICTIMS = "casualties"
"""Kind of claim of what an attack or an accident did."""

_LONGEST = 7
"""Most days between the ends of a time that one happening can have."""


def time_since(claim: Claim) -> TimeExpression | None:
    """The time from the one told before on: "In May 40 fell. The army has since lost 900"."""
    reading, draft, _ = claim
    above = sentence_before(reading)
    if above is None or "since" not in reading.word_set:
        return None
    if draft.quantity is None or draft.quantity.unit == "percent":
        return None
    norms, perfect = reading.lower, dating_words().perfect
    near = (*range(max(1, draft.first - _SINCE_REACH), draft.first), draft.verb - 1)
    if not any(norms[i] == "since" and norms[i - 1] in perfect for i in near):
        return None
    spans = [span for span in spans_of(above) if span.time.relation == "on"]
    return spans[-1].time._replace(relation="since") if spans else None


def time_of_story(claim: Claim) -> EventTime | None:
    """The time of the last claim of the same kind, if a claim tells of the past as that one did."""
    reading, draft, earlier = claim
    if _follows_number(claim):
        return _time_shared(claim)
    if not tells_what_happened(reading, draft) or sets_new_scene(reading):
        return None
    is_more = adds(reading, draft)
    if not is_more and _is_claimed(reading, draft):
        return None
    reach = 1 if is_more else _VICTIMS_REACH if draft.kind == _VICTIMS else _LOOK_BACK
    first = bisect.bisect_left(earlier, start_near(reading, reach), key=_start)
    stop = bisect.bisect_left(earlier, reading.sentence.start, first, key=_start)
    for fact in reversed(earlier[first:stop]):
        if fact.when_start is not None and (is_more or fact.kind == draft.kind):
            if _turns_to_another_day(reading, fact) or _is_past_heading(reading, fact):
                return None
            if is_of_another_side(reading, _sentence_of(reading, fact)):
                return None
            if is_told_before(reading, fact.when_start):
                return None
            return _time_of_fact(fact, claim.published)
    return None


def _follows_number(claim: Claim) -> bool:
    """Whether a claim goes on with the number before it in the sentence, or shares its future."""
    reading, draft, earlier = claim
    if not earlier or earlier[-1].start < reading.sentence.start:
        return False
    if earlier[-1].when_start is None and dating_words().modals.isdisjoint(reading.norms):
        return False
    return earlier[-1].kind == draft.kind or _is_of_same_time(reading, draft)


def _time_shared(claim: Claim) -> EventTime | None:
    """The time of the number before a claim, unless something between parts them."""
    reading, draft, earlier = claim
    if is_already(reading, draft) or _breaks_off(reading, draft, earlier[-1]):
        return None
    return None if _has_own_time(reading) else _time_of_fact(earlier[-1], claim.published)


def _is_claimed(reading: Reading, draft: Draft) -> bool:
    """Whether somebody says what had happened by then: "claimed that 130 men had surrendered"."""
    verb = verb_of(draft)
    is_own = "," not in reading.lower[verb : draft.first]
    return is_own and "had" in helping_words(reading.tokens, verb)


def time_of_sentence_before(reading: Reading, earlier: Sequence[Fact]) -> EventTime | None:
    """The last time that facts of the sentence before have, which a sentence goes on with."""
    for fact in reversed(earlier):
        if fact.start < start_near(reading, 1):
            return None
        if fact.start < reading.sentence.start and fact.when_start is not None:
            return EventTime.of_fact(fact)
    return None


def counts_there(reading: Reading, earlier: Sequence[Fact]) -> bool:
    """Whether facts were found in the sentence before, the last ones up to now."""
    above = sentence_before(reading)
    if above is None:
        return False
    facts = [fact for fact in earlier[-_LATEST:] if fact.start < above.sentence.end]
    return bool(facts) and facts[-1].start >= above.sentence.start


def time_of_kind(claim: Claim) -> EventTime | None:
    """The last time told of the kind of a claim, which "during the same period" points at."""
    for fact in reversed(claim.earlier[-_LATEST:]):
        if fact.kind == claim.draft.kind and fact.when_start is not None:
            return EventTime.of_fact(fact)
    return None


def _time_of_fact(fact: Fact, published: dt.date | None) -> EventTime | None:
    if fact.when_start is None or fact.when_end is None:
        return None
    is_past = published is None or fact.when_start <= published
    is_short = (fact.when_end - fact.when_start).days <= _LONGEST
    return EventTime.of_fact(fact) if is_past and is_short else None


def _is_of_same_time(reading: Reading, draft: Draft) -> bool:
    """Whether a number tells of what the one before it does: "9 were killed and 4 arrested"."""
    if draft.possible or _has_own_time(reading):
        return False
    helping = helping_words(reading.tokens, verb_of(draft))
    return dating_words().beside_no_past.isdisjoint(helping)


def _breaks_off(reading: Reading, draft: Draft, before: Fact) -> bool:
    """Whether words between two numbers lead to a total, or to what is now or will be."""
    between = reading.lower[reading.index_at(before.end - 1) + 1 : draft.first]
    return not dating_words().breaking.isdisjoint(between)


def _has_own_time(reading: Reading) -> bool:
    """Whether a sentence has a time that is not only the day of telling it."""
    return any(not is_report_date(reading, span) for span in spans_of(reading))


def _turns_to_another_day(reading: Reading, fact: Fact) -> bool:
    """Whether a sentence between a fact and a claim has a time of its own."""
    near = sentences_above(reading, _VICTIMS_REACH - 1)
    between = itertools.takewhile(lambda other: other.sentence.start >= fact.end, near)
    return any(_tells_other_time(other, fact) or is_vague(other) for other in between)


def is_of_another_side(reading: Reading, above: Reading) -> bool:
    """Whether a sentence opens with a country that one above does not name."""
    names = reading.names
    if not names or names[0].first > 1 or names[0].via == "demonym" or not names[0].code.isalpha():
        return False  # "Afghan troops killed 90 rebels"
    if reading.quantities and reading.quantities[0].first < names[0].first:
        return False  # "Twelve Burkina Faso soldiers"
    return all(place.code != names[0].code for place in above.names)


def _sentence_of(reading: Reading, fact: Fact) -> Reading:
    """The sentence near above that a fact is from."""
    near = sentences_above(reading, _VICTIMS_REACH)
    return next((one for one in near if one.sentence.start <= fact.start), reading)


def _is_past_heading(reading: Reading, fact: Fact) -> bool:
    """Whether a heading stands between a fact and a claim."""
    for one in sentences_above(reading, _VICTIMS_REACH):
        sentence = one.sentence
        if sentence.start < fact.end:
            return False
        if sentence.is_heading or one.text[sentence.start : sentence.end].isupper():
            return True
    return False


def _tells_other_time(reading: Reading, fact: Fact) -> bool:
    """Whether a sentence has a time that is not the day of a fact nor of telling of it.

    A limit such as "due by Aug. 31" is none, and so is the day of publication in a line of its own.
    """
    if not reading.verbs and reading.article.published in {t.first_day for t in reading.times}:
        return False
    return any(
        span.time.relation not in _NO_TIMES
        and (span.time.first_day, span.time.last_day) != (fact.when_start, fact.when_end)
        and not is_report_date(reading, span)
        for span in spans_of(reading)
    )


def is_told_before(reading: Reading, day: dt.date | None) -> bool:
    """Whether a sentence is told before a day: "said on Monday", of what happened on Friday."""
    times = [span for span in spans_of(reading) if is_report_date(reading, span)]
    return any(day and span.time.last_day and span.time.last_day < day for span in times)


def sets_new_scene(reading: Reading) -> bool:
    """Whether a sentence begins elsewhere: "In northern Balkh, 16 were killed"."""
    if not dating_words().separate.isdisjoint(reading.lower[:_NAME_REACH]):
        return True  # "In a separate incident, four men were shot"
    if reading.tokens[0].norm in dating_words().already or opens_with_label(reading):
        return True  # "Earlier, 84 men had been caught", "HERAT: Seven districts fell"
    opens = reading.tokens[0].norm in dating_words().scenes
    if opens and any(not one.outer_first for one in reading.quantities):
        return False  # "At least 13 U.S. soldiers" names no place
    return opens and any(place.first <= _NAME_REACH for place in reading.names)


@remembered
def opens_with_label(reading: Reading) -> bool:
    """Whether the name of a place and a colon open a line: "HERAT: Seven districts fell"."""
    norms = reading.lower[: _NAME_REACH + 1]
    if ":" not in norms or not reading.names or reading.names[0].first:
        return False
    return all(token.text[0].isupper() for token in reading.tokens[: norms.index(":")])


def says_on(reading: Reading, draft: Draft) -> bool:
    """Whether the one who has just spoken tells more of it: "She said two bodies were found"."""
    if reading.tokens[0].norm not in dating_words().pronouns or spans_of(reading):
        return False
    if not reading.verbs:
        return False
    verb = reading.verbs[0]
    if verb.first > 2 or verb.payload not in dating_words().sayings or verb.first >= draft.first:
        return False
    return tells_what_happened(reading, draft) and not is_vague(reading)
