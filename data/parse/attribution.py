"""Attribution: who says so, who carries it, and whether the text keeps its distance."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from typing import Literal

from data import lexicon
from data.lexicon.schema import Saying
from data.parse.actors import ActorMention
from data.parse.clauses import looks_finite
from data.parse.inflection import verb_forms
from data.parse.phrases import Match, PhraseMatcher
from data.parse.reading import Reading
from data.parse.subjects import find_subject

_LONGEST_SOURCE = 12
"""Most tokens the name of a source may have."""


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody who says, or a medium that carries, what a part of a sentence claims.

    Attributes:
        role: ``claimant`` says it; ``carrier`` only passes it on.
        words: The source's words, without article; for a pronoun the name it stands for.
        code: Actor code of the source, if known.
        doubts: The verb keeps a distance ("claims").
        first: Index of the first token of the source and its verb.
        stop: Index one past the last.
        scope_first: Index of the first token of what is claimed.
        scope_stop: Index one past the last.
    """

    role: Literal["claimant", "carrier"]
    words: str
    code: str | None
    doubts: bool
    first: int
    stop: int
    scope_first: int
    scope_stop: int

    def covers(self, index: int) -> bool:
        """Whether the token at an index is part of what the source claims."""
        return self.scope_first <= index < self.scope_stop and not self.first <= index < self.stop


def find_attributions(reading: Reading) -> list[Attribution]:
    """Sources named in a sentence, claimants and carriers, in text order."""
    found = [*_after_phrase(reading), *_with_verb(reading)]
    return sorted(found, key=lambda attribution: attribution.first)


def is_hedged(reading: Reading, first: int, stop: int) -> bool:
    """Whether a word of doubt ("reportedly") stands in or right beside a run of tokens."""
    return any(
        match.stop >= first - 1 and match.first <= stop for match in _hedges().find(reading.tokens)
    )


def _after_phrase(reading: Reading) -> Iterator[Attribution]:
    """Find sources behind "according to" and carriers behind "quoted by"."""
    for match in _phrases().find(reading.tokens):
        stop = _source_stop(reading, match.stop)
        if stop > match.stop:
            yield _attribution(reading, match.payload == "carrier", match.first, match.stop, stop)


def _attribution(
    reading: Reading, carried: bool, first: int, source: int, stop: int
) -> Attribution:
    actor = _actor_in(reading, source, stop)
    medium = carried or (actor is not None and actor.type == "medium")
    return Attribution(
        role="carrier" if medium else "claimant",
        words=_plain(reading, source, stop),
        code=actor.code if actor else None,
        doubts=False,
        first=first,
        stop=stop,
        scope_first=0,
        scope_stop=len(reading.tokens),
    )


def _with_verb(reading: Reading) -> Iterator[Attribution]:
    for match in _sayings().find(reading.tokens):
        if _is_inverted(reading, match):
            stop = _source_stop(reading, match.stop)
            if stop > match.stop and _can_speak(reading, match.stop, stop):
                yield dataclasses.replace(
                    _attribution(reading, False, match.first, match.stop, stop),
                    doubts=match.payload.doubts,
                    scope_stop=match.first,
                )
                continue
        source = _speaking_subject(reading, match)
        if source is not None:
            yield source


def _speaking_subject(reading: Reading, match: Match[Saying]) -> Attribution | None:
    subject = None if _is_noun(reading, match.first) else find_subject(reading, match.first)
    if subject is None or not _can_speak(reading, subject.first, subject.stop):
        return None
    actor = subject.actors[-1] if subject.actors else None
    after = _is_at_end(reading, match.stop) and subject.first > 0
    medium = actor is not None and actor.type == "medium"
    return Attribution(
        role="carrier" if medium else "claimant",
        words=actor.words if actor and actor.anaphor else subject.words,
        code=actor.code if actor else None,
        doubts=match.payload.doubts,
        first=subject.first,
        stop=match.stop,
        scope_first=0 if after else match.stop,
        scope_stop=subject.first if after else len(reading.tokens),
    )


def _is_noun(reading: Reading, index: int) -> bool:
    """Whether a form such as "reports" or "claim" is no verb: "rejected reports", "the claim"."""
    if index == 0:
        return False
    before = reading.tokens[index - 1]
    grammar = lexicon.grammar()
    noun_before = {*grammar.determiners, *grammar.prepositions, "'s"}
    return before.norm in noun_before or before.is_number or looks_finite(before)


def _is_inverted(reading: Reading, match: Match[Saying]) -> bool:
    """Whether the source stands behind its verb, as in '..., said the ministry'."""
    if not match.first or match.stop >= len(reading.tokens):
        return False
    after = reading.tokens[match.stop]
    opens = reading.tokens[match.first - 1].norm in {",", '"', "—"}
    return opens and (after.text[0].isupper() or after.norm in lexicon.grammar().determiners)


def _is_at_end(reading: Reading, stop: int) -> bool:
    """Whether nothing is claimed behind the verb, as in: "...", the minister added."""
    return stop >= len(reading.tokens) or reading.tokens[stop].norm in {".", ",", ";"}


def _source_stop(reading: Reading, first: int) -> int:
    """Where the name of a source that begins at ``first`` ends."""
    grammar = lexicon.grammar()
    ends = {*grammar.conjunctions, *grammar.relatives, "on", "as"}
    verbs = {verb.first for verb in reading.verbs}
    stop = first
    while stop < len(reading.tokens) and stop - first < _LONGEST_SOURCE:
        token = reading.tokens[stop]
        if not (token.is_word or token.norm in {"-", "'s", "/"}) or stop in verbs:
            break
        if token.norm in ends:
            break
        stop += 1
    return stop


def _can_speak(reading: Reading, first: int, stop: int) -> bool:
    if any(looks_finite(token) for token in reading.tokens[first:stop]):
        return False  # "Officials rejected reports that ...": no name of a source has a verb
    if _actor_in(reading, first, stop):
        return True
    words = reading.tokens[first:stop]
    speakers = lexicon.attribution().speakers.words
    return any(word.norm in speakers for word in words)


def _actor_in(reading: Reading, first: int, stop: int) -> ActorMention | None:
    inside = [actor for actor in reading.actors if first <= actor.first and actor.stop <= stop]
    people = [actor for actor in inside if actor.type == "person"]
    return next(iter(people or inside), None)


def _plain(reading: Reading, first: int, stop: int) -> str:
    while first < stop - 1 and reading.tokens[first].norm in lexicon.grammar().determiners:
        if reading.tokens[first].text[0].isupper() and _actor_in(reading, first, first + 2):
            break  # "The Hill" keeps its article
        first += 1
    return reading.words(first, stop)


@functools.cache
def _phrases() -> PhraseMatcher[str]:
    rules = lexicon.attribution()
    entries = [(phrase, "claimant") for phrase in rules.according.phrases]
    entries += [(phrase, "carrier") for phrase in rules.carried.phrases]
    return PhraseMatcher(entries)


@functools.cache
def _sayings() -> PhraseMatcher[Saying]:
    entries = [
        (form, saying)
        for saying in lexicon.attribution().saying
        for form in verb_forms(saying.lemma, saying.forms)
    ]
    return PhraseMatcher(entries)


@functools.cache
def _hedges() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.attribution().hedges.phrases)
