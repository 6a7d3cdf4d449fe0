"""Asides: clauses and phrases that have a time of their own, and those about an event."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from data import lexicon
from data.parse.calendar.relation import LIMITS
from data.parse.calendar.tense import tells_past
from data.parse.clauses import is_adverb, is_participle, looks_finite
from data.parse.dating.aspect.vague_times import tells_hour
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.sentence.relatives import is_over
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading

_APPOSITION = 4
"""Tokens of ", the scene since" in front of a time."""

_COMPANY = 6
"""Most tokens of "soldiers in the north,"."""

_TERMS = "under"

_STARTING = 2
"""Index of a time up to which "Starting from May 1" only says since when."""


def belongs_to_aside(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time is another name's, or one behind a number of what came before or will come.

    "Landed at 1 p.m. with 13 men after leaving on Thursday", "13 left, expected to arrive on
    Friday", "freed 28 students abducted in July".
    """
    tokens, words = reading.tokens, dating_words()
    if _is_of_apposition(reading, span):
        return True
    if span.first < draft.stop:
        return False
    for index in range(max(draft.stop, draft.verb + 1), span.first):
        norm = tokens[index].norm
        if norm == "after" and tokens[index + 1].norm.endswith("ing") and tells_hour(reading):
            return True
        if norm in words.expecting and tokens[index - 1].norm == ",":
            return True
    return _describes_noun(reading, draft, span)


def _is_of_apposition(reading: Reading, span: DatedSpan) -> bool:
    """Whether it belongs to another name of a noun: "40 died in X, the scene since May of"."""
    if span.time.relation != "since" or span.first < _APPOSITION:
        return False
    comma, article = reading.lower[span.first - _APPOSITION :][:2]
    return comma == "," and article in lexicon.grammar().determiners


def _describes_noun(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a participle right behind what is counted, and no verb of the claim, has the time."""
    stop = draft.noun_stop
    if draft.happening is None or not draft.verb < draft.first < stop < span.first:
        return False
    if not is_participle(reading.tokens[stop]) or stop not in reading.verb_starts:
        return False
    if stop == draft.stop or "," in reading.lower[stop : span.first]:
        return False  # "lost two men and had six captured on Friday"
    if is_adverb(reading.tokens[stop - 1]):
        return False  # "flew out 18 of the badly hurt on Friday"
    return not _is_of_subject(reading, draft.verb)


def _is_of_subject(reading: Reading, verb: int) -> bool:
    """Whether a participle tells what a subject has: "the plane carrying 90 men landed on"."""
    norms, words = reading.lower, dating_words()
    if not norms[verb].endswith("ing") or not verb:
        return False
    if not norms[verb - 1].isalpha() or norms[verb - 1] in words.conjoining:
        return False
    first = reading.clause_of(verb).first
    before = [
        other.first
        for other in reading.verbs
        if first <= other.first < verb and norms[other.first] != other.payload
    ]  # "a transport machine" has no verb
    return not before or "that" in norms[before[-1] : verb]


def is_in_company(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is what somebody had somewhere: "Italy, with 800 in Herat, left on Friday"."""
    norms, first = reading.lower, draft.quantity.outer_first if draft.quantity else draft.first
    if norms[max(0, first - 2) : first] != [",", "with"] or span.first < draft.stop:
        return False
    behind = norms[draft.stop : draft.stop + _COMPANY]
    if "," not in behind or "in" not in behind[: behind.index(",")]:
        return False
    closing = draft.stop + behind.index(",")
    return closing < span.first and tells_past(norms[closing + 1])


def is_worth(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is what something is worth, between commas: "Its deal, worth $9m, ends in May"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if reading.lower[max(0, first - 2) : first] != [",", "worth"]:
        return False
    return "," in reading.lower[draft.stop : span.first - 1]


def is_in_closed_relative(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is in a clause that ends before a claim: "men who hid in July have freed 28"."""
    index = _first_restrictive(reading)
    if index is None or index >= span.first:
        return False
    tokens = reading.tokens
    return not is_over(tokens, index, span.first) and is_over(tokens, index, draft.first)


@remembered
def _first_restrictive(reading: Reading) -> int | None:
    """Index of the first relative pronoun of a sentence without a comma before it."""
    relatives, norms = dating_words().relatives, reading.lower
    if relatives.isdisjoint(reading.norms):
        return None
    found = (i for i in range(1, len(norms)) if norms[i] in relatives and norms[i - 1] != ",")
    return next(found, None)


def tells_of_event(reading: Reading, span: DatedSpan) -> bool:
    """Whether it stands in a clause about an event: "the attack, which happened on Friday"."""
    clause = reading.clause_of(span.first)
    if clause.opener not in dating_words().relatives or clause.first < 2:
        return False
    before = reading.lower[clause.first - 2 : clause.first]
    return before[1] == "," and before[0] in dating_words().events


def is_in_insertion(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it stands behind a participle between commas: "The charity, founded in 1988, ..."."""
    tokens = reading.tokens
    commas = _commas_of(reading)
    before = bisect.bisect_left(commas, span.first)
    behind = bisect.bisect_left(commas, span.stop)
    if not before or behind == len(commas):
        return False
    first, stop = commas[before - 1] + 1, commas[behind]
    if first <= draft.first < stop or stop + 1 == len(tokens):
        return False
    is_own = draft.happening is not None and draft.happening.first == first
    is_total = draft.quantity is not None and draft.quantity.is_ordinal
    if is_total and draft.kind in lexicon.kinds_with("held") and first in reading.verb_starts:
        return False  # "X, taken today, was the tenth town to fall"
    is_main_verb = is_own and draft.first < stop
    if is_main_verb or is_part_of_another(reading.lower, draft.stop):
        return False  # "90 men, nine of them hurt, landed in Doha on Friday, taking"
    if tokens[first].norm in dating_words().holding:
        return False  # "The talks, held on Tuesday, were attended by 40 delegates"
    stop += is_adverb(tokens[stop + 1]) and stop + 2 < len(tokens)
    next_word = tokens[stop + 1]
    goes_on = (
        next_word.norm in dating_words().auxiliaries
        or looks_finite(next_word)
        or stop + 1 in reading.verb_starts
        or tells_past(next_word.norm)
        or next_word.norm.endswith("s")  # "The report, published on Monday, documents 5,183"
    )
    if goes_on and _is_described_name(reading, first, span):
        return True
    return goes_on and is_participle(tokens[first]) and tokens[first].text.islower()


def _is_described_name(reading: Reading, first: int, span: DatedSpan) -> bool:
    """Whether another name says when it did something: "Herat, the town that fell in June"."""
    relatives = dating_words().relatives | {"that"}
    opens = reading.lower[first] in lexicon.grammar().determiners
    return opens and not relatives.isdisjoint(reading.lower[first : span.first])


def is_in_dashes(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a clause between dashes has it: "X - which held 14 towns in May - took 90"."""
    dashes = _dashes_of(reading)
    place = bisect.bisect(dashes, span.first)
    if not place or place == len(dashes):
        return False
    first, stop = dashes[place - 1], dashes[place]
    is_clause = any(first < verb.first < stop for verb in reading.verbs)
    return is_clause and not first < draft.first < stop and place % 2 == 1


@remembered
def _dashes_of(reading: Reading) -> Sequence[int]:
    """Where dashes with spaces around them stand, which hold an insertion."""
    tokens, dashes = reading.tokens, dating_words().dashes
    if dashes.isdisjoint(reading.norms):
        return ()
    return tuple(
        at
        for at in range(1, len(tokens) - 1)
        if tokens[at].norm in dashes
        and tokens[at - 1].end < tokens[at].start
        and tokens[at].end < tokens[at + 1].start
    )


@remembered
def _commas_of(reading: Reading) -> Sequence[int]:
    return tuple(index for index, norm in enumerate(reading.lower) if norm == ",")


def is_set_apart(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether one of both stands in a phrase before the sentence: "After six talks, it met on"."""
    first, other = sorted((draft.first, span.first))
    if "," not in reading.lower[first:other]:
        return False
    if _is_of_background(reading, draft, span):
        return True
    opening = reading.lower[0]
    if opening not in dating_words().setting:
        return False
    if opening == _TERMS and span.stop <= draft.first:
        return True  # "Under a deal signed in May, 900 men were to go"
    if first == span.first and _opens_with_limit(reading):
        return True  # "Before the raid on Friday, the base had 300 men"
    if first == span.first and span.time.relation not in LIMITS:
        return False  # "After the blast on Friday, 40 fled"
    comma = reading.lower.index(",")
    has_verb = any(verb.first < comma for verb in reading.verbs)
    return first < comma < other and (first == span.first or not has_verb)


def _opens_with_limit(reading: Reading) -> bool:
    """Whether a sentence opens with "before" and an event, and not with what that led to."""
    following = reading.lower[reading.lower.index(",") + 1]
    return reading.lower[0] in lexicon.times().relations["before"] and not following.endswith("ing")


def _is_of_background(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a participle opens a phrase about long ago: "Ruling since 2005, it has 900 men"."""
    opens = reading.tokens[0].norm.endswith("ing") and span.first > _STARTING
    if span.time.relation != "since" or not opens:
        return False
    phrase = reading.lower[: reading.lower.index(",")]
    is_first = span.stop <= len(phrase) <= draft.first
    return is_first and dating_words().auxiliaries.isdisjoint(phrase[1:])
