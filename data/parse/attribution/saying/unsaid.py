"""Unsaid: forms of verbs of saying that say nothing: nouns, orders, what was never said."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.saying.cues import CueMatch
from data.parse.attribution.saying.verbs import (
    able_modals,
    absolute_opener,
    is_ahead,
    is_issued,
    tells_by,
    verbal_lemmas,
)
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import determiners, is_number, is_verb
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_LONGEST_LISTENER = 8
"""Most words from "told" to "to": "told Taliban officials in Doha on Sunday not to"."""

_LONGEST_FUTURE = 2
"""Words of "is to" in front of a verb."""

_LIVES_REACH = 7
"""Most words from "claimed" to "lives"."""


def is_noun(reading: Reading, match: CueMatch, helping: int) -> bool:
    """Whether a form is no verb of saying here: "the claims", "an estimated", "did not say"."""
    tokens = reading.tokens
    token = tokens[match.first]
    saying = match.cue.saying
    verbal = saying is not None and saying.lemma in verbal_lemmas()
    if saying is None or _is_unreal(tokens, helping, match.first):
        return True
    if token.norm == "said" and match.first and tokens[match.first - 1].norm in _pointing():
        return True  # "in the said clashes"
    if " ".join(reading.lower[max(0, match.first - 1) : match.stop]) in _compounds():
        return True
    behind = reading.lower[match.stop : match.stop + 2]
    if behind[1:] == ["to"] and (behind[0] == "up" or is_number(tokens[match.stop])):
        behind = behind[:1]  # "expects up to 40", "expects 40 to come"
    if saying.unless and any(norm in saying.unless for norm in behind):
        return True
    if saying.unless and "lives" in saying.unless and _takes_lives(reading, match.stop):
        return True
    if helping < match.first:
        if not helping or tokens[helping - 1].norm not in lexicon.grammar().determiners:
            return False  # but in "the previously estimated average"
        return all(word.norm.endswith("ly") for word in tokens[helping : match.first])
    if token.norm.endswith("ing") and match.first and tokens[match.first - 1].norm != ",":
        if is_issued(tokens, match.first):
            return False
        return absolute_opener(tokens, match.first) is None  # "fled fearing 500 more would come"
    base = token.norm in {saying.lemma, saying.lemma + "s"}
    if token.norm == saying.lemma + "s" and _are_led_to(reading, match):
        return True
    named = not reading.sentence.is_heading or token.norm == saying.lemma
    if token.text[0].isupper() and match.first and named:
        return not verbal
    if match.first and not verbal and _opens_noun(tokens[match.first - 1]):
        return True
    following = tokens[match.stop].norm if match.stop < len(tokens) else ""
    tail = following in _noun_tails() and following not in saying.complement
    if following == "about" and match.stop + 1 < len(tokens) and not saying.doubts:
        tail = tail and not is_number(tokens[match.stop + 1])  # "the data shows about 900 trucks"
    return base and not verbal and tail


def _are_led_to(reading: Reading, match: CueMatch) -> bool:
    """Whether claims are told against, by whose they are: "contrary to Taliban claims, ..."."""
    lower, against = reading.lower, lexicon.attribution().grammar.against
    closed = lower[match.stop : match.stop + 1] == [","]
    return closed and not against.isdisjoint(lower[max(0, match.first - 4) : match.first])


def _takes_lives(reading: Reading, index: int) -> bool:
    """Whether lives are claimed, however many: "has claimed more than 3,100 lives"."""
    behind = reading.lower[index : index + _LIVES_REACH]
    return "lives" in behind and "that" not in behind[: behind.index("lives")]


def claims_nothing(tokens: Sequence[Token], match: CueMatch) -> bool:
    """Whether a verb in front claims nothing: "in Zamfara state.", "told them to leave"."""
    saying = match.cue.saying
    if saying is None or match.stop >= len(tokens):
        return False
    if saying.lemma in _ordering() and _orders(tokens, match.stop):
        return True
    if saying.lemma == "add" and is_number(tokens[match.stop]) and _ends_bare(tokens, match.stop):
        return True
    form, behind = tokens[match.first].norm, tokens[match.stop]
    noun = saying.lemma in _nouns() and form == saying.lemma
    noun = noun or (
        form == "states" and behind.norm == ","
    )  # "at bases in five U.S. states, while"
    return noun and (not (behind.is_word or behind.is_number) or is_verb(tokens, match.stop))


def _orders(tokens: Sequence[Token], first: int) -> bool:
    """Whether an infinitive follows, behind whom it is told: "told the traders not to stop"."""
    for index in range(first, min(first + _LONGEST_LISTENER, len(tokens) - 1)):
        if tokens[index].norm == "to":
            return tokens[index + 1].text.islower() and tokens[index + 1].norm not in determiners()
        if not tokens[index].is_word or tokens[index].norm in _claims() or is_verb(tokens, index):
            return False
    return False


def _ends_bare(tokens: Sequence[Token], first: int) -> bool:
    """Whether no verb follows up to a sign: "Rome sent 40 men. It added 12 two days later"."""
    for index in range(first, len(tokens)):
        if tokens[index].norm in {",", ".", ";", '"'}:
            return True
        if is_verb(tokens, index):
            return False
    return True


def _is_unreal(tokens: Sequence[Token], helping: int, verb: int) -> bool:
    """Whether nothing was said: "did not say", "declined to say", "could say"."""
    unreal = _unreal()
    if tells_by(tokens, helping) or _will_be_said(tokens, helping, verb):
        return False
    if tokens[helping].norm in able_modals() and tokens[verb].norm in _sure():
        unreal = lexicon.grammar().negations  # "can confirm that"
    return any(tokens[index].norm in unreal for index in range(helping, verb))


def _will_be_said(tokens: Sequence[Token], helping: int, verb: int) -> bool:
    """Whether it is known before what is said: "will tell parliament today that"."""
    told = [token.norm for token in tokens[helping:verb]]
    if told[1:] == ["only"]:
        return True  # "would only say that"
    ahead = len(told) <= _LONGEST_FUTURE and is_ahead(told, len(told))
    behind = tokens[verb + 1 : verb + 1 + _LONGEST_LISTENER]
    return ahead and any(token.norm == "that" for token in behind)


def _opens_noun(before: Token) -> bool:
    return before.is_number or before.norm in _noun_openers()


@functools.cache
def _compounds() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.compounds)


@functools.cache
def _noun_openers() -> frozenset[str]:
    return (
        frozenset(lexicon.grammar().determiners)
        | vocabulary().prepositions
        | vocabulary().numbers
        | frozenset(lexicon.attribution().grammar.noun_openers)
    )


@functools.cache
def _noun_tails() -> frozenset[str]:
    """Prepositions behind which a form is a noun: "the claim of"."""
    return frozenset(lexicon.attribution().grammar.noun_tails)


@functools.cache
def _pointing() -> frozenset[str]:
    """Words behind which "said" describes a noun."""
    return vocabulary().definite - {"that", "both"}


@functools.cache
def _ordering() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.ordering)


@functools.cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.nouns)


@functools.cache
def _claims() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.claims)


@functools.cache
def _sure() -> frozenset[str]:
    return frozenset(lexicon.attribution().grammar.sure)


@functools.cache
def _unreal() -> frozenset[str]:
    grammar = lexicon.grammar()
    return frozenset((*grammar.modals, *grammar.negations, "to")) - {"'ll"}
