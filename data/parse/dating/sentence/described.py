"""Described: times of what a subject in front of a claim is or came from."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.clauses import helping_words, is_participle
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_ONCE = "once"
"""In front of a verb: at some time before."""


def describes_subject(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a time in front of a claim only tells of its subject, or what it was done for."""
    if _is_within_subject(reading, span) or _is_in_relative_before(reading, draft, span):
        return True
    if _is_of_speaker(reading, draft, span):
        return True
    if _is_of_origin(reading, draft, span) or _is_of_whole(reading, draft, span):
        return True
    return _leads_to_terms(reading.lower[span.stop : draft.first])


def was_once(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim is of a past of which a time does not tell.

    "The base that closed on Friday once held 900 men, but had 20 in May".
    """
    if not draft.verb or reading.lower[draft.verb - 1] != _ONCE:
        return False
    return span.first < draft.verb or "," in reading.lower[draft.stop : span.first]


def _is_within_subject(reading: Reading, span: DatedSpan) -> bool:
    """Whether it limits what a sentence is about: "The plan to leave by May is 40% done"."""
    if span.time.relation != "by" or "to" not in reading.lower[: span.first]:
        return False
    following = reading.tokens[span.stop : span.stop + 1]
    return bool(following) and following[0].norm in dating_words().auxiliaries


def _is_of_origin(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when the subject of a present share came about.

    "The pullout ordered in May is 40 percent done". Those told of count themselves, and an attack
    dates what it has done: "The raid launched on Monday has killed 40".
    """
    words, norms = dating_words(), reading.lower
    now = words.being | words.perfect
    if draft.unit != "percent" or now.isdisjoint(norms[span.stop : span.stop + 1]):
        return False
    for index in range(2, span.first):
        if norms[index] == "," or norms[index] in words.auxiliaries or norms[index] in words.totals:
            return False
        if is_participle(reading.tokens[index]) and index not in reading.countable_starts:
            head = index - 1
            described = norms[head] not in words.attacks | words.parting
            return described and head not in reading.countable_starts
    return False


def _is_of_speaker(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when somebody came who says what is claimed.

    "Refugees who came on Monday said that 25 houses had burned down", but not "men who came by car
    attacked it on Monday, he said, and 40 died".
    """
    relatives, norms = dating_words().relatives, reading.lower
    index = next((i for i in range(span.first - 1, 0, -1) if norms[i] in relatives), None)
    if index is None or "," in norms[index : span.first]:
        return False
    sayings = dating_words().sayings
    came = [verb for verb in reading.verbs if index < verb.first < span.first]
    return len(came) == 1 and any(
        verb.payload in sayings
        for verb in reading.verbs
        if span.stop <= verb.first < draft.first and "and" not in norms[span.stop : verb.first]
    )


def _is_of_whole(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether it is when a whole came about of which a part holds by now.

    "Of 900 men who came in June, 300 have gone home".
    """
    words, norms = dating_words(), reading.lower
    if norms[0] not in {"of", "among"} or "," not in norms[span.stop : draft.first]:
        return False
    if words.relatives.isdisjoint(norms[: span.first]):
        return False
    helping = helping_words(reading.tokens, draft.verb)
    return draft.verb > draft.first and not words.present.isdisjoint(helping)


def _leads_to_terms(between: Sequence[str]) -> bool:
    """Whether it is what something was done for: "left on Friday a war for which 900 had come"."""
    terms = dating_words().terms
    leads = (i for i in range(1, len(between)) if between[i] == "which" and between[i - 1] in terms)
    first = next(leads, None)
    return first is not None and "," not in between[first:]


def _is_in_relative_before(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a clause about the subject has it, between commas: "X, who came in May, has 40".

    "The attack, which happened on Friday, killed 40" is of Friday.
    """
    norms = reading.lower
    comma = span.first - 1
    while comma > 0 and norms[comma] != ",":
        comma -= 1
    closing = next((i for i in range(span.stop, draft.first) if norms[i] == ","), None)
    if comma < 1 or closing is None or norms[comma + 1] not in lexicon.grammar().personal_relatives:
        return False
    return closing < draft.verb or draft.verb < comma
