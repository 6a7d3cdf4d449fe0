"""Event day: the day of an event that is named together with it, as in "Thursday's blast"."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from data.lexicon.counting import Verb
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import tells_what_happened, verb_of
from data.parse.dating.claim import Claim
from data.parse.dating.events.scenes import sets_new_scene
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import day_behind_delay
from data.parse.dating.expressions.lines import is_caption
from data.parse.dating.expressions.spans import day_told, days_told, spans_of
from data.parse.dating.nearby import sentence_before
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import Match

_SUBJECT = 3
"""First tokens of a sentence that its subject stands among: "A large explosion was heard"."""

_LOOK_AHEAD = 3
"""Sentences behind a claim in which the day of its event is looked for."""

_LONG_BEFORE = 60
"""Days from an event after which nobody still tells how it came about."""

_EVENT_NAME = 4
"""Most tokens between "the" and the noun of an event: "the three-hour drill"."""

_OWNERS = frozenset({"'s", "'"})

_NEAR_EVENT = 9
"""Sentences before "the attack" in which its day is looked for."""

_NEAR_LASTING = 5
"""Sentences before "the fighting" in which its days are looked for."""

_TO_VERB = 3
"""Most tokens between a number and its verb: "132 people were killed"."""


def day_of_event_below(claim: Claim) -> TimeExpression | None:
    """The day of "the blast on Thursday" or "Thursday's blast" below a sentence about a blast."""
    events = dating_words().events
    if events.isdisjoint(claim.reading.word_set):
        return None
    for below in claim.below(_LOOK_AHEAD):
        if below.sentence.is_heading or events.isdisjoint(below.word_set):
            continue
        if below.tokens[0].norm == "another":
            return None  # "Another blast wounded three on Wednesday"
        for span in spans_of(below):
            if span.is_day and _names_event_of(below, span):
                return None if _is_of_old(claim, span) else span.time
    return None


def _is_of_old(claim: Claim, span: DatedSpan) -> bool:
    """Whether an event was long before what is told: "rose on Monday. The blast of 2020"."""
    told, day = days_told(claim.reading), span.time.last_day
    if not told or day is None:
        return False
    first = told[0].time.first_day
    return first is not None and (first - day).days > _LONG_BEFORE


@remembered
def names_event(reading: Reading) -> bool:
    """Whether a sentence is about an event told before: "The blast killed 12"."""
    words = dating_words()
    if words.events.isdisjoint(reading.norms):
        return False
    for index, token in enumerate(reading.tokens):
        if token.norm in words.events:
            before = reading.lower[max(0, index - _EVENT_NAME) : index]
            if not _OWNERS.isdisjoint(before):
                continue  # "this week's attack" has a day of its own
            if _is_definite(before):
                return True
    return False


def is_of_another_toll(reading: Reading, draft: Draft) -> bool:
    """Whether the dead are of an event only named: "a reply to the blast, whose toll is 170"."""
    before = reading.lower[: draft.first]
    if "whose" not in before[_SUBJECT:]:
        return False
    return "toll" in before[before.index("whose") + 1 :][:2]


def _is_definite(before: Sequence[str]) -> bool:
    """Whether the words before an event make it one told of: "the three-hour", no "before the"."""
    words = dating_words()
    last = next((i for i in reversed(range(len(before))) if before[i] in words.definite), None)
    if last is None:
        leads = not words.prepositions.isdisjoint(before[-2:-1])
        return leads and before[-1] == "that"  # "in that attack"
    if last and before[last - 1] in words.limits:
        return False
    return words.prepositions.isdisjoint(before[last + 1 :])  # no "the deaths in an attack"


def day_of_event_above(claim: Claim) -> TimeExpression | None:
    """The last day above on which an event is told of, for its victims and for what it did."""
    reading, draft, _ = claim
    words = reading.word_set
    if not dating_words().present.isdisjoint(words) and "been" not in words:
        return None  # "have been killed in the attack" tells of the day of the attack
    if draft.kind != VICTIMS and not tells_what_happened(reading, draft):
        return None
    for above in itertools.islice(claim.above(_NEAR_EVENT), 1, None):
        time = day_told(above)
        if time is not None:
            return time if tells_of_attack(above) else None
    return None


def day_of_same_event(claim: Claim) -> TimeExpression | None:
    """The days told above of what a claim is of: "... 9 men were killed in the fighting"."""
    reading = claim.reading
    lasting = dating_words().lasting.intersection(reading.norms)
    if not lasting or not tells_what_happened(reading, claim.draft):
        return None
    norms = reading.lower
    named = {
        norm
        for index, norm in enumerate(norms)
        if norm in lasting
        and not dating_words().definite.isdisjoint(norms[max(0, index - 2) : index])
    }
    below: Sequence[DatedSpan] = ()
    for above in claim.above(_NEAR_LASTING):
        told = days_told(above)
        if not named.isdisjoint(above.word_set):
            told = told or below or _days_told_before(above)
            if told:
                return told[-1].time
        below = told
    before = sentence_before(reading)
    if before is None or not named or not before.events:
        return None
    told = days_told(before)
    return told[0].time if len(told) == 1 else None


def _days_told_before(reading: Reading) -> Sequence[DatedSpan]:
    """The days of the sentence before one without a time: "retaken on Monday in an operation"."""
    above = sentence_before(reading)
    return days_told(above) if above and not spans_of(reading) else ()


def tells_of_attack(reading: Reading) -> bool:
    """Whether a sentence names an attack, an operation or the like, or has a verb for one."""
    return not dating_words().attacks.isdisjoint(reading.word_set)


def _opens_with_event(reading: Reading) -> bool:
    """Whether the subject of a sentence is an event: "The attack took place on Tuesday"."""
    events = dating_words().events
    return any(token.norm in events for token in reading.tokens[:_SUBJECT])


def counts_victims(reading: Reading, draft: Draft) -> bool:
    """Whether it is "Dozens were killed", right behind a sentence about a blast."""
    above = sentence_before(reading)
    if draft.kind != VICTIMS or above is None or not tells_of_attack(above) or is_caption(above):
        return False
    helping = helping_words(reading.tokens, verb_of(draft))
    if "had" in helping and draft.action not in dating_words().receiving:
        return False  # "said that it had killed 900", up to now
    happened = tells_what_happened(reading, draft) or _befell(reading, draft, helping)
    return happened and not sets_new_scene(reading)


def day_of_victims(reading: Reading) -> TimeExpression | None:
    """The day of what befell people: Thursday in "on Friday, a day after a bomb went off"."""
    told = days_told(reading)
    time = day_behind_delay(reading, told[0]) if len(told) == 1 else day_told(reading)
    is_own = bool(told) and time is told[-1].time
    return None if is_own and tells_of_mourning(reading) else time


def tells_of_mourning(reading: Reading) -> bool:
    """Whether the day of a sentence is one on which dead of another day are mourned."""
    return not dating_words().mourning.isdisjoint(reading.word_set)


def day_of_attack_above(reading: Reading) -> TimeExpression | None:
    """The day of the sentence before one that tells how an attack went: "The assault was over"."""
    above = sentence_before(reading)
    if above is None or spans_of(reading) or not names_event(reading):
        return None
    told = days_told(above)
    return told[0].time if len(told) == 1 and tells_of_attack(above) else None


def _befell(reading: Reading, draft: Draft, helping: Sequence[str]) -> bool:
    """Whether it tells how an attack ended: "A bomb went off on Friday. Nine have been killed"."""
    if draft.happening is None or draft.possible or "since" in reading.norms:
        return False
    return "been" in helping and dating_words().beside_no_past.isdisjoint(helping)


def _names_event_of(reading: Reading, span: DatedSpan) -> bool:
    """Whether an expression is the day of the event beside it, or of the sentence's subject."""
    tokens, events = reading.tokens, dating_words().events
    if tokens[span.stop : span.stop + 1] and tokens[span.stop].norm == "'s":
        return any(token.norm in events for token in tokens[span.stop + 1 : span.stop + 4])
    if _opens_with_event(reading):
        return not is_report_date(reading, span)
    place = span.first - (2 if tokens[span.first - 1].norm == "on" else 1)
    if tokens[place].norm in dating_words().day_parts:
        place -= 1
    return place > 0 and tokens[place].norm in events


def tells_of_more(reading: Reading, draft: Draft) -> bool:
    """Whether a sentence tells of an event that hurt more than a claim does, and so of another."""
    wanted = draft.quantity
    if draft.kind != VICTIMS or wanted is None or _opens_with_event(reading):
        return False
    most = wanted.high or wanted.value or math.inf
    larger = [one for one in reading.quantities if one.unit is None and (one.low or 0) > most]
    acts = [event for event in reading.events if event.payload.action == draft.action]
    return any(_hurts(event, one) for event in acts for one in larger)


def _hurts(event: Match[Verb], quantity: Quantity) -> bool:
    """Whether a verb has a number of victims: "killed at least 132", "132 people were killed"."""
    if VICTIMS not in event.payload.kinds.values():
        return False
    is_object = quantity.outer_first == event.stop
    return is_object or 0 <= event.first - quantity.stop <= _TO_VERB
