"""Relative clauses without a closing comma: where the sentence around one goes on."""

from __future__ import annotations

from collections.abc import Sequence

from data.parse.calendar.tense import tells_past
from data.parse.clauses import helping_words, is_adverb, is_participle, looks_finite
from data.parse.dating.aspect.happened import verb_of
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_TO_WHO = 7
"""Most tokens between those counted and "who": "46 soldiers, five officers among them, who"."""

_WHO = [",", "who"]

_LONGEST_ORIGIN = 4
"""Most tokens between those counted and "who": "84 men of the Afghan army who came on Friday"."""


def is_over(tokens: Sequence[Token], first: int, stop: int, *, any_past: bool = False) -> bool:
    """Whether the main clause goes on before ``stop``: "men who had fled were sent home on Friday".

    Its verb is an auxiliary behind a noun, once the relative clause has had its own verb.

    Args:
        tokens: The sentence.
        first: Index of the relative pronoun.
        stop: Index before which the main clause has to go on.
        any_past: Whether "sought" and "came" count as its verb, which a noun may be, too.
    """
    words = dating_words()
    if tokens[first].norm not in words.relatives:
        return False
    has_verb = has_past = False
    for index in range(first + 1, stop):
        token, before = tokens[index], tokens[index - 1]
        if token.norm in words.auxiliaries:
            follows_noun = before.norm not in words.no_subjects and not is_adverb(before)
            if has_verb and before.norm != "," and follows_noun:
                return True
            has_verb = True
        elif _opens_finite_clause(tokens, index):
            return False
        elif has_past and before.norm == "," and _is_past(token):
            return True  # "men who fled in June, took up arms"
        elif looks_finite(token):
            has_verb = True
        has_past = has_past or tells_past(token.norm)
        has_verb = has_verb or (any_past and has_past)
    return False


def _is_past(token: Token) -> bool:
    return tells_past(token.norm) and not is_participle(token)


def is_before_main_verb(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a relative clause between what is counted and its verb has a time.

    "Some 40 pilots who fled in June left for Doha on Tuesday", "12 men who had served in 2009 were
    flown out". What stands behind a conjunction may go on with the clause.
    """
    words, norms = dating_words(), reading.lower
    verb = verb_of(draft)
    if not draft.stop < span.first < span.stop <= verb:
        return False
    if _lasts(span) and "had" not in norms[draft.stop : span.first]:
        return False  # "900 men who have come in the past week are housed there"
    helping = helping_words(reading.tokens, verb)
    helped = verb - len(helping)
    if span.is_day and len(reading.times) == 1 and words.earlier_tenses.isdisjoint(helping):
        return False  # "300 people who came to the gate on Friday were driven back"
    if norms[helped - 1] in words.conjunctions or norms[span.stop] == "'s":
        return False  # "40 men who were at Friday's service died"
    openers = words.relatives | {"that"}
    index = next((i for i in range(draft.stop, span.first) if norms[i] in openers), None)
    if index is None or any(draft.stop < one.first < index for one in reading.quantities):
        return False  # "10 of the 58 who died this year were killed"
    acts = any(index < verb.first < span.first for verb in reading.verbs)
    acts = acts or "had" in norms[index + 1 : span.first]
    return acts or any(map(looks_finite, reading.tokens[index + 1 : span.first]))


def _lasts(span: DatedSpan) -> bool:
    """Whether it is a time up to now."""
    return span.time.relation == "since" or span.time.rule in dating_words().never_told


def ends_relative(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a relative clause around a token ends before another: "who took 9 men have fled"."""
    return any(
        not is_over(tokens, index, first) and is_over(tokens, index, stop)
        for index in range(first)
        if tokens[index].norm in dating_words().relatives
    )


def tells_how_it_came(reading: Reading, draft: Draft, index: int, span: DatedSpan) -> bool:
    """Whether a relative clause says when it began: "has detained 84 men who came on Friday".

    Args:
        reading: The sentence.
        draft: The claim to be dated.
        index: Index of the relative pronoun.
        span: The expression in the clause.
    """
    words = dating_words()
    if came_about_then(reading, draft, index, span):
        return True
    if not 0 <= index - draft.noun_stop <= _LONGEST_ORIGIN or span.time.relation != "on":
        return False
    if "," in reading.lower[draft.noun_stop : index + 1]:
        return False
    if words.perfect.isdisjoint(helping_words(reading.tokens, draft.verb)):
        return False
    return words.auxiliaries.isdisjoint(reading.lower[index : span.first])


def came_about_then(reading: Reading, draft: Draft, who: int, span: DatedSpan) -> bool:
    """Whether those counted did then what is told as done: "has sent 150, who came on Monday".

    Args:
        reading: The sentence.
        draft: The claim to be dated.
        who: Index of the relative pronoun.
        span: The expression in its clause.
    """
    perfect = dating_words().perfect
    if perfect.isdisjoint(helping_words(reading.tokens, draft.verb)) or len(reading.times) > 1:
        return False
    is_near = 0 < who - draft.noun_stop <= _TO_WHO and reading.lower[who - 1 : who + 1] == _WHO
    return is_near and span.is_day and draft.verb < draft.first


def _opens_finite_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a conjunction begins a clause with a subject, unlike "while fleeing"."""
    if tokens[index].norm not in dating_words().openers:
        return False
    behind = tokens[index + 1 : index + 2]  # none in a sentence that is broken off
    return bool(behind) and not behind[0].norm.endswith("ing")
