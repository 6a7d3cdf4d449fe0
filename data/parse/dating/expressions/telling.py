"""Telling: words around a day that make it the day on which somebody told something."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.clauses import is_adverb, is_participle, looks_finite
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_TOLD_WORDS = 10
"""Most tokens between a verb of saying and the day of saying it."""

_NOUN_REACH = 6
"""Most tokens between "interview" and its day."""

_POST_REACH = 16
"""Most tokens between "a statement posted on the website of" and its day."""


_TO_ASKED = 3
"""Most tokens of "Asked about it on" before the day."""


def follows_report_noun(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is the day of a statement, an interview or the like."""
    words, first = dating_words(), max(0, span.first - _POST_REACH)
    if words.report_nouns.isdisjoint(reading.lower[first : span.first]):
        return False
    if reading.lower[max(0, span.first - 3) : span.first] == [",", "out", "on"]:
        return True  # "The mission's report, out on Monday, lists"
    put_out = not words.put_out.isdisjoint(reading.lower[max(0, span.first - 2) : span.first])
    for index in range(span.first - 1, first - 1, -1):
        token = reading.tokens[index]
        if put_out and token.norm == "that" and reading.lower[index - 1] in words.report_nouns:
            return True  # "an update that the agency put out on Monday"
        if token.norm in words.report_nouns:
            is_near = span.first - index <= _NOUN_REACH
            return is_near and _is_report(reading.lower, index)
        if is_participle(token) and reading.tokens[index - 1].norm in words.report_nouns:
            return token.norm not in words.surveyed  # "a statement released on Monday"
        if _is_end(token) or token.norm == "'s":
            return False
    return False


def _is_report(norms: Sequence[str], index: int) -> bool:
    """Whether a noun is one of a report: "in a post on Friday", and not "took the post on"."""
    words = dating_words()
    if norms[index] not in words.report_nouns_unsure:
        return True
    before = norms[max(0, index - 2) : index]
    return before == ["in", "a"] or not words.report_nouns_sure_behind.isdisjoint(before[1:])


def leads_to_clause(reading: Reading, span: DatedSpan) -> bool:
    """Whether what was told follows: "Reports emerged over the weekend that 40 had fled".

    "Posted on Monday that 40 had fled" is of telling it, "the blast on Monday that killed 40" not.
    """
    tokens = reading.tokens
    if span.stop + 1 >= len(tokens) or tokens[span.stop].norm != "that":
        return False
    if " ".join(reading.lower[max(0, span.first - 3) : span.first - 1]) in dating_words().clefts:
        return False
    following = tokens[span.stop + 1]
    is_subject = looks_finite(following) or following.norm in dating_words().auxiliaries
    return not is_subject and span.stop + 1 not in reading.verb_starts


def is_of_quoting(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is the day of carrying what somebody said: "on Friday cited a guard as saying"."""
    behind = reading.lower[span.stop : span.stop + 2]
    at = span.first - (reading.lower[span.first - 1] in dating_words().before_report)
    if reading.lower[max(0, at - 2) : at] == ["put", "it"]:
        return True  # "the 900 evacuees there, as the army put it on Tuesday"
    if behind[:1] == ["put"]:
        return "at" in reading.lower[span.stop :]  # "on Friday put the number at 900"
    if dating_words().quoting.isdisjoint(reading.norms):
        return False
    return behind == ["as", "saying"] or not dating_words().quoting.isdisjoint(behind[:1])


def is_of_occasion(reading: Reading, span: DatedSpan) -> bool:
    """Whether it opens a sentence with where somebody said what follows.

    "Speaking in Doha on Monday, he warned that 900 could die", "after a visit to the camp on
    Monday, she said 900 had come".
    """
    norms, words = reading.lower, dating_words()
    if norms[0] == "asked" and span.first <= _TO_ASKED:
        return True  # "Asked on Wednesday how many are there, he spoke of 900"
    if norms[span.stop : span.stop + 1] != [","] or words.occasions.isdisjoint(norms[: span.first]):
        return False
    opening = reading.tokens[: span.first]
    if any(_is_end(token) or token.norm in words.attacks for token in opening):
        return False
    told = range(span.stop + 1, span.stop + 1 + _TOLD_WORDS)
    verb = next((one for one in reading.verbs if one.first in told), None)
    if verb is None or norms[verb.stop : verb.stop + 1] == [","]:
        return False
    return verb.payload in words.sayings or norms[verb.first] in words.telling


def is_of_telling(reading: Reading, span: DatedSpan, draft: Draft) -> bool:
    """Whether it is the day of a verb that tells a claim: "900 have fled, the agency warned on".

    "The agency on Tuesday warned that 900 have fled" has its day in front.
    """
    words, norms = dating_words(), reading.lower
    if words.telling.isdisjoint(reading.norms):
        return False
    if span.stop <= draft.first:
        return _leads_to_telling(norms, span, draft.first)
    at = span.first - 1
    while at > draft.stop and norms[at] in words.before_report:
        at -= 1
    if norms[at] not in words.telling or "," not in norms[max(draft.stop, at - _TOLD_WORDS) : at]:
        return False
    first = at - norms[at::-1].index(",")
    return not any(first < one.first < at for one in reading.quantities)


def is_of_putting(reading: Reading, span: DatedSpan, draft: Draft) -> bool:
    """Whether it is the day of giving a figure: "He put the number of dead at 90 on Friday"."""
    if draft.quantity is None or not span.is_day:
        return False  # "He put the number at 90 for July"
    if not 0 <= span.first - draft.stop <= _NOUN_REACH:
        return False
    return is_put(reading, draft)


def is_put(reading: Reading, draft: Draft) -> bool:
    """Whether a number is what somebody put another at: "put the toll, until then 12, at 90"."""
    first, norms = draft.quantity.outer_first if draft.quantity else 0, reading.lower
    before = norms[max(0, first - _TOLD_WORDS) : first]
    if before[-1:] != ["at"] or "put" not in before:
        return False
    if norms[first - 3 : first - 1] in (["was", "put"], ["been", "put"]):
        before = norms[:first]  # "The toll of the attack on the largest base was put at 90"
    return not dating_words().totals.isdisjoint(before)


def _leads_to_telling(norms: Sequence[str], span: DatedSpan, stop: int) -> bool:
    """Whether "warned that" stands right behind a day, or behind who warned if the day opens."""
    near = norms[span.stop : min(stop, span.stop + _TOLD_WORDS)]
    for index, norm in enumerate(near[:-1]):
        if norm in dating_words().telling:
            return near[index + 1] == "that" and (not index or span.first <= 1)
    return False


def follows_source(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is the day of a source: "according to local officials on Friday"."""
    tokens = reading.tokens
    if "according" not in reading.norms or tokens[span.first - 1].norm == "for":
        return False  # "according to figures for July"
    for index in range(span.first - 1, max(0, span.first - _TOLD_WORDS), -1):
        if tokens[index].norm == "to" and tokens[index - 1].norm == "according":
            return True
        if _is_end(tokens[index]) and tokens[index - 1].norm != "to":
            return False  # but "according to retired general X on Friday"
    return False


def leads_from_saying(between: Sequence[Token], *, told: bool) -> bool:
    """Whether the words between a verb of saying and a day tell only where and to whom it was."""
    if not between:
        return True
    first = between[0]
    words = dating_words()
    leads = told or first.norm in words.before_report or is_adverb(first)
    return leads and len(between) <= _TOLD_WORDS and not any(_is_end(token) for token in between)


def _is_end(token: Token) -> bool:
    """Whether a word cannot stand between a report and its day."""
    return token.norm in {",", "that", '"', ";"} or token.is_number or looks_finite(token)
