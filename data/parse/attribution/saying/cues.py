"""Cues: verbs and phrases that tell of a source, found in one pass."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from data import lexicon
from data.lexicon.speech import Saying
from data.parse.words.inflection import verb_forms
from data.parse.words.tokens import tokenize

_new = tuple.__new__  # spares the generated constructor, see ``tokens``

CueType = Literal[
    "verb",
    "quoting",
    "according",
    "citing",
    "per",
    "carried",
    "reckoning",
    "claim",
    "colon",
    "dash",
]


class Cue(NamedTuple):
    """An entry of the lexicon that tells of a source.

    Attributes:
        type: What sort of cue.
        rest: Further words of the phrase, in lower case.
        saying: The verb of a cue that is one.
    """

    type: CueType
    rest: list[str]
    saying: Saying | None = None


class CueMatch(NamedTuple):
    """A cue found in a sentence: its tokens, first and one past the last."""

    first: int
    stop: int
    cue: Cue


def find_cues(norms: Sequence[str]) -> list[CueMatch]:
    """Cues in text order; of several at one word the longest, which may be of two types.

    Args:
        norms: The words and signs of a sentence in lower case.
    """
    index = _cues()
    found: list[CueMatch] = []
    for place in itertools.compress(itertools.count(), map(index.__contains__, norms)):
        longest = 0
        for cue in index[norms[place]]:
            length = len(cue.rest)
            if length < longest:
                break
            stop = place + 1 + length
            if not length or norms[place + 1 : stop] == cue.rest:
                longest = length
                found.append(_new(CueMatch, (place, stop, cue)))
    return found


@functools.cache
def _cues() -> dict[str, tuple[Cue, ...]]:
    """Cues by their first word, longest first."""
    rules = lexicon.attribution()
    found: dict[str, list[Cue]] = {}

    def add(phrase: str, type_: CueType, saying: Saying | None = None) -> None:
        first, *rest = [token.norm for token in tokenize(phrase)]
        found.setdefault(first, []).append(Cue(type_, rest, saying))

    for phrase in rules.according.phrases:
        add(phrase, "according")
    for phrase in rules.citing.phrases:
        add(phrase, "citing")
    for phrase in rules.per.phrases:
        add(phrase, "per")
    for phrase in rules.carried.phrases:
        add(phrase, "carried")
    for saying in (*rules.saying, *rules.stating):
        regular = saying.lemma + "ed"
        for form in verb_forms(saying.lemma, saying.forms):
            if form == regular and saying.forms and regular not in saying.forms:
                continue  # nobody "sayed", but Sayed is a name
            add(form, "verb", saying)
    for word in rules.quoting.words:
        add(word, "quoting")
    for word in rules.reckoning.words:
        add(word, "reckoning")
    for word in (*rules.grammar.claimed, *rules.grammar.given):
        add(word, "claim")
    add(":", "colon")
    for sign in ("-", "—", "–"):
        add(sign, "dash")
    return {
        word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in found.items()
    }
