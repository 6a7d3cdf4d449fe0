"""Shares: the time of the people whom a share is a share of, told before it."""

from __future__ import annotations

from data import lexicon
from data.fact import Fact
from data.parse.clauses import looks_finite
from data.parse.dating.aspect.happened import is_to_come
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.nearby import start_near
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.story.reports import time_of_report
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_NEAR = 2
"""Most sentences between people and a share of them."""

_LATEST = 8
"""Facts before a share among which those whom it is of are looked for."""

_TO_NOUN = 3
"""Most tokens of "the newly displaced"."""


def time_of_share(claim: Claim) -> EventTime | None:
    """The time of those who were counted before a share of them.

    "It admitted 206 wounded last week; a quarter are children" and "May saw 439 deaths. Children
    made up 30 percent of the victims" tell of last week and of May.
    """
    reading, draft, earlier = claim
    if not _is_share(draft) or draft.possible or is_vague(reading):
        return None
    if is_to_come(reading, draft):
        return None  # "sent 900 men in May and may call half of them home"
    near = earlier[-_LATEST:]
    if _opens_part(reading, draft) or is_part_of_another(reading.lower, draft.stop):
        here = [fact for fact in near if _is_told_here(reading, fact)]
        return _time_of_whole(here, draft)
    if _is_of_those_told(reading, draft) and not spans_of(reading):
        period = time_of_report(claim) if draft.kind == VICTIMS else None
        if period is not None:
            return claim.dated(period)
        horizon = start_near(reading, _NEAR)
        return _time_of_whole([fact for fact in near if fact.start >= horizon], draft)
    return None


def _is_told_here(reading: Reading, fact: Fact) -> bool:
    """Whether a fact is of a sentence and not there for comparison: "92 in June, against 61"."""
    if fact.start < reading.sentence.start:
        return False
    first = reading.index_at(fact.start)
    return reading.lower[max(0, first - 1)] not in dating_words().aside


def is_part_in_sentence(claim: Claim) -> bool:
    """Whether it is a part of the number before it: "lost 59 men, 35 of whom fell in combat"."""
    reading, stop = claim.reading, claim.draft.stop
    if _explains_number(claim):
        return True
    if reading.lower[stop : stop + 1] != ["of"] or "since" in reading.norms:
        return False
    if lexicon.grammar().partitive_relatives.isdisjoint(reading.lower[stop + 1 : stop + 2]):
        return False
    if not dating_words().now.isdisjoint(reading.lower[stop + 2 : stop + 4]):
        return False  # "40 of whom are still in jail"
    return bool(claim.earlier) and claim.earlier[-1].start >= reading.sentence.start


def _explains_number(claim: Claim) -> bool:
    """Whether it says what a number is made up of: "42 planes came, which is 37 jets and five"."""
    reading, draft, earlier = claim
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if first < 3 or reading.lower[first - 3 : first - 1] != [",", "which"]:
        return False
    is_equal = reading.lower[first - 1] in dating_words().equating
    return is_equal and bool(earlier) and earlier[-1].start >= reading.sentence.start


def _is_share(draft: Draft) -> bool:
    quantity = draft.quantity
    if quantity is None or draft.kind not in lexicon.kinds_of_people():
        return False
    return quantity.is_fraction or quantity.unit == "percent"


def _time_of_whole(facts: list[Fact], draft: Draft) -> EventTime | None:
    """The time of the last people among some facts that are counted as a share counts them."""
    wholes = [fact for fact in facts if fact.kind == draft.kind and fact.unit == "people"]
    return EventTime.of_fact(wholes[-1]) if wholes else None


def _opens_part(reading: Reading, draft: Draft) -> bool:
    """Whether a bare share opens what stands behind a semicolon: "; about a third have fled"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if not first or reading.lower[first - 1] != ";":
        return False
    return reading.lower[draft.stop : draft.stop + 1] != ["of"]


def _is_of_those_told(reading: Reading, draft: Draft) -> bool:
    """Whether it is a share of "the victims" and the like, of which nothing more is said."""
    words, norms = dating_words(), reading.lower
    led = norms[draft.stop : draft.stop + 2]
    if led[:1] != ["of"] or lexicon.grammar().plural_definite.isdisjoint(led[1:]):
        return False
    first = draft.stop + 2
    for index in range(first, min(first + _TO_NOUN, len(norms))):
        if norms[index] in words.those_hit:
            behind = reading.tokens[index + 1 : index + 2]
            return all(
                token.norm in {".", ","} or token.norm in words.auxiliaries or looks_finite(token)
                for token in behind
            )
    return False
