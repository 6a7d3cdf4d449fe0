"""Denominators: what a share is a share of: a border, a country, its districts, the withdrawal."""

from __future__ import annotations

import functools
from typing import NamedTuple

from data import lexicon
from data.lexicon.counting import Denominator
from data.parse.counting.shares.lines import border_word, elided_line, line_between
from data.parse.names.border_owners import border_words
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_LONGEST_DENOMINATOR = 9
"""Most words behind "percent of" that can still name the denominator."""


class ShareOf(NamedTuple):
    """The denominator of a share.

    Attributes:
        stop: Index one past its last token.
        kind: Kind of the fact that a share of it is.
        code: Code of the border, country or province, where the text names one.
        stands_in: Only "the country" says of what.
        is_line: It is a border, which no country stands for.
    """

    stop: int
    kind: str
    code: str | None
    stands_in: bool = False
    is_line: bool = False


def past_quote(reading: Reading, quantity: Quantity) -> int:
    """Where a figure stops, with the quotes around it: "about 70 percent" of the border."""
    stop = quantity.outer_stop
    opened = reading.lower[max(0, quantity.outer_first - 1) : quantity.outer_first] == ['"']
    return stop + 1 if opened and reading.lower[stop : stop + 1] == ['"'] else quantity.stop


def denominator_behind(reading: Reading, stop: int) -> ShareOf | None:
    """The denominator behind a figure: "percent of the border", "half the country"."""
    tokens = reading.tokens
    if stop >= len(tokens) or tokens[stop].norm not in {"of", "the"}:
        return None
    return named_denominator(reading, stop)


def named_denominator(reading: Reading, stop: int) -> ShareOf | None:
    """What is named behind a token that leads to a denominator."""
    tokens = reading.tokens
    end = min(stop + _LONGEST_DENOMINATOR, len(tokens))
    end = next((verb.first for verb in reading.verbs if stop < verb.first < end), end)
    ends = lexicon.count_words().denominator_ends
    end = next((i for i in range(stop + 1, end) if tokens[i].norm in ends), end)
    end = _before_next_share(reading, stop, end)
    if not border_words().isdisjoint(reading.norms):
        if elided := elided_line(reading, stop):
            return ShareOf(elided[0], "control_share", elided[1], is_line=True)
        border = next((b for b in reading.borders if stop <= b.first < end), None)
        if border is not None:
            return ShareOf(border.stop, "control_share", border.code, is_line=True)
        if (word := border_word(reading, stop, end)) is not None:
            code = line_between(reading, stop, end)
            return ShareOf(end if code else word + 1, "control_share", code, is_line=True)
        if not border_words().isdisjoint(reading.lower[stop:end]):
            return None  # "of the X border guards"
    return _ground(reading, stop + 1, end)


def _before_next_share(reading: Reading, stop: int, end: int) -> int:
    """Where the denominator ends before another share: "of the land and a third of the border"."""
    for quantity in reading.quantities:
        first = quantity.outer_first
        if stop + 1 < first < end and reading.lower[first - 1] == "and":
            return first - 1
    return end


def _ground(reading: Reading, first: int, end: int) -> ShareOf | None:
    """A country or province, its territory or districts, or the withdrawal."""
    tokens = reading.tokens
    by_first = {place.first: place for place in reading.places if not place.landmark}
    skipped = _before_ground()
    counted = {quantity.first: quantity.stop for quantity in reading.quantities}
    owner, index = None, first
    while index < end:
        match = _denominators().match_at(tokens, index)
        if match and match.stop < len(tokens) and tokens[match.stop].norm == "'s":
            index = match.stop  # "the country's districts"
        elif match:
            after = by_first.get(match.stop + 1)  # "the territory of X"
            place = owner or after or by_first.get(index)
            code = place.code if place and match.payload.kind == "control_share" else None
            stands_in = place is not None and place.via == "anaphor"
            return ShareOf(match.stop, match.payload.kind, code, stands_in)
        if index in by_first and owner is None:
            owner = by_first[index]
            index = owner.stop
        elif index in counted:
            index = counted[index]
        elif tokens[index].norm in skipped:
            index += 1
        else:
            break
    bare = (
        owner is not None and owner.via in {"name", "anaphor"} and not goes_on(reading, owner.stop)
    )
    stands_in = owner is not None and owner.via == "anaphor"
    return ShareOf(index, "control_share", owner.code, stands_in) if owner and bare else None


def goes_on(reading: Reading, index: int) -> bool:
    """Whether a noun follows: "90 percent of Afghanistan's heroin"."""
    if index >= len(reading.tokens):
        return False
    token = reading.tokens[index]
    if index in reading.figure_starts or index in reading.verb_starts:
        return False
    if token.norm == "'s":
        return index + 1 not in reading.figure_starts  # "33% of the country's 400 districts"
    return token.is_word and token.norm not in _closing()


@functools.cache
def _closing() -> frozenset[str]:
    """Words before which a denominator ends."""
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.auxiliaries | grammar.modals | grammar.conjunctions
    return small | grammar.determiners | grammar.adverbs | grammar.subordinators


@functools.cache
def _before_ground() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.determiners | grammar.ground_adjectives | {"of", "'s"}


def names_withdrawal(reading: Reading, stop: int) -> bool:
    """Whether a word for the withdrawal stands in a sentence before a token."""
    found = _denominators().find(reading.tokens[:stop])
    return any(match.payload.kind == "progress_share" for match in found)


@functools.cache
def _denominators() -> PhraseMatcher[Denominator]:
    return PhraseMatcher(
        (phrase, entry) for entry in lexicon.nouns().denominator for phrase in entry.phrases
    )
