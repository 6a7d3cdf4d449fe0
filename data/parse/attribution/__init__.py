"""Attribution: who says so, who carries it, and whether the text keeps its distance."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.attribution.discourse.carried import carried_over
from data.parse.attribution.discourse.references import resolve
from data.parse.attribution.discourse.spoken import Speech
from data.parse.attribution.saying.scopes import Scope, scopes_of
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.judging import Source
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_LONGEST_HEDGE = 6
"""Tokens on either side of a run in which a word of doubt is looked for, whole."""


class Attribution(NamedTuple):
    """Somebody who says, or a medium that carries, what a part of a sentence claims.

    Attributes:
        role: ``claimant`` says it; ``carrier`` only passes it on.
        words: The source's words, without article; for a pronoun the name it stands for.
        code: Actor code of the source, if known.
        doubts: The verb keeps a distance ("claims").
        first: Index of the first token of the source and its verb.
        stop: Index one past the last; ``first`` for a source that the sentence does not name.
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


def sources_of(speech: Speech, at: int) -> Sequence[Attribution]:
    """Sources of what a sentence claims, those that prevail over others last.

    A source carried over from the sentences around gives way to the sentence's own. A medium
    is the claimant where nobody else is named. In front of what it says a source prevails over
    one behind: "the ministry said 5 died, reported X".

    Args:
        speech: The article, the same for all its sentences so that none is read twice.
        at: Index of the sentence.
    """
    if at not in speech.sources:
        speech.sources[at] = _find_sources(speech, at)
    return speech.sources[at]


def _find_sources(speech: Speech, at: int) -> Sequence[Attribution]:
    reading = speech.readings[at]
    utterances = speech.utterances(at)
    carried = carried_over(speech, at, utterances)
    found = [_carried(reading, source) for source in (carried,) if source is not None]
    if not utterances:
        return found
    told = []
    for utterance in utterances:
        source = resolve(speech, at, utterance.source, utterances)
        if source is not None:
            itself = source is utterance.source
            told.append(utterance if itself else utterance._replace(source=source))
    media = _with_scopes(reading, [one for one in told if one.source.nature == "medium"])
    claims = _with_scopes(reading, [one for one in told if one.source.nature != "medium"])
    found += [_attribution("claimant", *pair) for pair in media]
    for side in ("trailing", "leading"):
        found += [_attribution("claimant", *pair) for pair in claims if pair[0].side == side]
    found += [_attribution("carrier", *pair) for pair in media]
    found += [carrier for pair in (*media, *claims) for carrier in _carriers(*pair)]
    return found


def is_hedged(reading: Reading, *runs: tuple[int, int]) -> bool:
    """Whether a word of doubt ("reportedly") stands in or right beside one of some runs of tokens.

    Args:
        reading: The sentence.
        runs: The index of the first token of each, and one past the last.
    """
    if not reading.has(_hedges()):
        return False
    return any(_is_doubted(reading, first, stop) for first, stop in runs)


def _is_doubted(reading: Reading, first: int, stop: int) -> bool:
    begin = max(0, first - _LONGEST_HEDGE)
    around = reading.tokens[begin : stop + _LONGEST_HEDGE]
    return any(
        match.stop + begin >= first - 1 and match.first + begin <= stop
        for match in _hedges().find(around)
    )


def _with_scopes(
    reading: Reading, utterances: Sequence[Utterance]
) -> list[tuple[Utterance, Scope]]:
    """Utterances with what each claims; those who claim and those who carry do not part it."""
    return list(zip(utterances, scopes_of(reading, utterances), strict=True))


def _attribution(
    role: Literal["claimant", "carrier"], utterance: Utterance, scope: Scope
) -> Attribution:
    return Attribution(
        role=role,
        words=utterance.source.words,
        code=utterance.source.code,
        doubts=utterance.doubts,
        first=utterance.first,
        stop=utterance.stop,
        scope_first=scope.first,
        scope_stop=scope.stop,
    )


def _carriers(utterance: Utterance, scope: Scope) -> Iterator[Attribution]:
    """The medium that a source told it to, or that quotes the source."""
    if utterance.carrier is not None:
        yield _attribution("carrier", utterance, scope)._replace(
            words=utterance.carrier.words,
            code=utterance.carrier.code,
            doubts=False,
        )


def _carried(reading: Reading, source: Source) -> Attribution:
    return Attribution(
        role="claimant",
        words=source.words,
        code=source.code,
        doubts=False,
        first=0,
        stop=0,
        scope_first=0,
        scope_stop=len(reading.tokens),
    )


@functools.cache
def _hedges() -> PhraseMatcher[bool]:
    return PhraseMatcher((phrase, True) for phrase in lexicon.attribution().hedges.phrases)
