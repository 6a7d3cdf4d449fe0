"""Purposes: what something is for or can do, which no day of what was done with it dates."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.calendar.tense import tells_past
from data.parse.clauses import looks_finite
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import DURATION, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_TO_VERB = 3
"""Most tokens between a number and the verb of those it counts."""


_MONEY = "money"
"""Kind of claim of an amount of money."""

_TO_ASKING = 6
"""Most tokens from "asked" to the money: "asked Congress for another"."""


def is_of_purpose(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim is what a thing is for: "kits came on Monday, enough to treat 900 people"."""
    norms, words = reading.lower, dating_words()
    if span.stop >= draft.first or "to" not in reading.norms:
        return False
    for index in range(draft.first - 1, span.stop, -1):
        norm = norms[index]
        if norm == "to" and (norms[index - 1] in words.purposes or _is_for(reading, draft, index)):
            return True
        if norm == ";" or tells_past(norm) or _is_outcome(reading, index):
            return False
    return False


def _is_outcome(reading: Reading, comma: int) -> bool:
    """Whether a comma leads to how it ended: "tried to take hostages, killing ten"."""
    following = comma + 1
    if reading.lower[comma] != "," or following not in reading.verb_starts:
        return False
    return reading.lower[following].endswith("ing")


def _is_for(reading: Reading, draft: Draft, to: int) -> bool:
    """Whether "to" leads to what goods are for: "kits to treat 900", and not "began to treat"."""
    words, before = dating_words(), to - 1
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if (
        first != to + 2
        or reading.lower[to + 1] not in words.serving
        or before in reading.verb_starts
    ):
        return False
    return reading.lower[before].endswith("s") and not looks_finite(reading.tokens[before])


def is_of_state(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is how things are where something happened: "opened a camp that houses 900"."""
    norms, words = reading.lower, dating_words()
    if span.stop < draft.first and norms[draft.verb] in words.housing:
        return True
    between = norms[span.stop : draft.first]
    if "where" not in between and words.parting.isdisjoint(between):
        return False
    for index in range(draft.first - 1, span.stop - 1, -1):
        if norms[index] == "where":  # "took a base where 900 are held"
            return not words.being.isdisjoint(norms[draft.stop : draft.stop + _TO_VERB])
        if norms[index] not in words.parting:
            continue
        if _goes_on_with_pronoun(norms[index : draft.first]):
            return False
        following = norms[index + 1]
        if following in words.modals | words.being | words.houses:
            return True
        return index + 1 in reading.verb_starts and following.endswith("s")
    return False


def _goes_on_with_pronoun(between: Sequence[str]) -> bool:
    """Whether a main clause follows a relative one: ", which is a record, and they took 900"."""
    pronouns = dating_words().pronouns
    return any(
        between[at : at + 2] == [",", "and"] and between[at + 2] in pronouns
        for at in range(len(between) - 2)
    )


def is_of_need(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is up to when what somebody needs would last: "needs $90 to the end of May".

    "Needs $90 by May 31" tells when the money has to be there.
    """
    if _is_of_what_it_is_for(reading, draft, span):
        return True
    published, last = reading.article.published, span.time.last_day
    if published is None or last is None or last <= published or draft.happening is not None:
        return False
    first = draft.quantity.outer_first if draft.quantity else draft.first
    near = reading.lower[max(0, first - _TO_VERB) : draft.stop + 1]
    if dating_words().needing.isdisjoint(near):
        return False
    before = reading.lower[span.first - 1 : span.first]
    return span.time.relation == "until" or before == ["to"]


def _is_of_what_it_is_for(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when money asked for is to be spent: "asked for $90 to pay them in 2022"."""
    if draft.kind != _MONEY:
        return False
    before, words = reading.lower[max(0, draft.first - _TO_ASKING) : draft.first], dating_words()
    if words.needing.isdisjoint(before):
        return False
    if span.stop <= draft.first:
        return not words.perfect.isdisjoint(before)  # "came on Friday, and it has asked for $90"
    return "to" in reading.lower[draft.stop : span.first]


def is_of_rate(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is how often: "each day 900 lorries crossed, and they paid $70,000 in a month"."""
    is_unit = span.time.rule == DURATION and reading.lower[span.stop - 2 : span.stop - 1] == ["a"]
    return is_unit and is_vague(reading)


def is_of_making(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is how long making something took, or how long something is planned to take.

    "Was built by 115 men in seven months"; "the planning figure is 140,000 arrivals over three
    months", but not "defying forecasts, 40 soldiers died in three weeks".
    """
    if span.time.rule != DURATION:
        return False
    words = dating_words()
    if not words.making.isdisjoint(reading.norms):
        return True
    does_nothing = draft.happening is None or reading.lower[draft.happening.first].endswith(
        "ing"
    )  # "planned for 900 arrivals in three months, depending on"
    return does_nothing and not words.planning.isdisjoint(reading.lower[: draft.first])
