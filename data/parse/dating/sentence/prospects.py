"""Prospects: times of what is still to come, which date nothing that is done or held by now."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import helping_words, is_participle
from data.parse.dating.aspect.happened import has_modal, is_to_come
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_TO_MODAL = 4
"""Most tokens from a joint to the modal of its part, plus one: "and the rest would"."""

_MIND_REACH = 3
"""Most tokens between "agreed" and "to": "agreed in May to send 900"."""


def is_reached(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether what is done or held by now cannot be of a time to come: "90 percent is done"."""
    is_state = draft.kind in lexicon.kinds_with("held") or draft.kind == "progress_share"
    if not is_state or draft.possible or is_to_come(reading, draft):
        return False
    published, first = reading.article.published, span.time.first_day
    return published is not None and first is not None and first > published


def is_awaited(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a part behind a claim awaits a time: "is half done and will be over by August"."""
    first = max(draft.stop, draft.verb + 1)
    if draft.possible or span.first < first or not comes_later(reading, span):
        return False
    words, norms = dating_words(), reading.lower
    for joint in range(first, span.first):
        if norms[joint] in words.conjunctions or norms[joint] == ",":
            opening = reading.tokens[joint + 1 : min(joint + _TO_MODAL, span.first)]
            awaits = not (words.prospects | words.expecting).isdisjoint(
                token.norm for token in opening
            )
            if awaits or has_modal(opening):
                return not words.auxiliaries.isdisjoint(norms[:joint])
    return False


def is_wanted(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when those counted want something: "its 12 sponsors want a vote by Tuesday"."""
    between = reading.lower[draft.stop : span.first]
    return not dating_words().wanting.isdisjoint(between) and comes_later(reading, span)


def is_in_prospect(reading: Reading, draft: Draft) -> bool:
    """Whether it is what somebody has in mind: "plans to take 300 after Kabul fell on Sunday"."""
    helping = helping_words(reading.tokens, draft.verb)
    if "to" not in helping:
        return False
    joint = draft.verb - 1 - helping.index("to")
    before = reading.lower[max(0, joint - _MIND_REACH) : joint]
    return "," not in before and not dating_words().prospects.isdisjoint(before)


def comes_later(reading: Reading, span: DatedSpan) -> bool:
    """Whether a time ends behind the day of publication."""
    published, last = reading.article.published, span.time.last_day
    return published is not None and last is not None and last > published


def lies_ahead(reading: Reading, span: DatedSpan) -> bool:
    """Whether the clause of an expression says that something will or is to happen."""
    tokens, words = reading.tokens, dating_words()
    first = reading.clause_of(span.first).first
    for index in range(first, span.first):
        if tokens[index].norm in words.modals:
            return True
        if tokens[index].norm != "to" or not index:
            continue
        if tokens[index - 1].norm in words.auxiliaries:
            return True  # "are to leave before Sunday"
        is_expected = index > 1 and tokens[index - 2].norm in words.being
        if is_expected and is_participle(tokens[index - 1]):
            return True  # "are expected to leave before Sunday"
    return False
