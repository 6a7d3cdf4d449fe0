"""Asides: relative and content clauses, appositions and brackets between a number and its verb."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence

from data import lexicon
from data.parse.reading import Reading

_LONGEST_BRACKET = 40
"""Most tokens from where a bracket opens to a number inside it."""


def opens_relative(reading: Reading, index: int) -> bool:
    """Whether "who" or "that" follows those counted: "12 citizens of X that stayed in Y"."""
    tokens = reading.tokens
    if index + 1 < len(tokens) and tokens[index].norm in {"of", "from"}:
        index = reading.place_starts.get(index + 1, index)
    return index < len(tokens) and tokens[index].norm in lexicon.grammar().relative_subjects


def past_apposition(reading: Reading, index: int) -> int | None:
    """Where an aside on those counted closes: "40 Pamiris, a clan of herders in X, fled"."""
    tokens, leads = reading.tokens, lexicon.count_words().before_home
    if index + 1 < len(tokens) and tokens[index].norm in leads:
        index = _past_name(reading, index + 1)  # "40 residents of X, a city in Y, fled"
    if (
        index + 1 >= len(tokens)
        or tokens[index].norm != ","
        or tokens[index + 1].norm not in lexicon.grammar().indefinite
        or index + 1 in reading.quantity_stops
    ):
        return None  # "two jeeps, a dozen vans and a truck" are a list
    stop = min(len(tokens), index + _LONGEST_ASIDE)
    return next((i for i in range(index + 2, stop) if tokens[i].norm == ","), None)


def _past_name(reading: Reading, index: int) -> int:
    """Where a place or any name of a few words that begins at a token stops."""
    if stop := reading.place_starts.get(index):
        return stop
    stop = index
    while stop < len(reading.tokens) and stop - index < _LONGEST_NAME:
        text = reading.tokens[stop].text
        if not (text[0].isupper() or text in {"-", "al", "el"}):
            break
        stop += 1
    return stop


_LONGEST_NAME = 5
_LONGEST_ASIDE = 20
"""Most words between the commas around an aside on those counted."""


def opens_bracket(reading: Reading, first: int, stop: int) -> bool:
    """Whether a bracket that opens between two tokens is still open at the second.

    What stands in brackets right behind a figure is that figure again: "£40 billion ($55 billion)".
    """
    if "(" not in reading.norms:
        return False  # as in most sentences
    near = range(max(first, stop - _LONGEST_BRACKET), stop)
    sign = next((index for index in reversed(near) if reading.lower[index] in {"(", ")"}), None)
    if sign is None or reading.lower[sign] == ")":
        return False
    return all(quantity.stop != sign for quantity in reading.quantities)


def past_comparison(reading: Reading, first: int) -> int | None:
    """Where an aside ends in which a number only stands beside another: ", down from 2,500, ".

    Args:
        reading: The sentence.
        first: Index of the number's first token.

    Returns:
        Index of the comma that closes it, behind which the sentence goes on with its verb; None
        where the number is in no such aside.
    """
    lower, words = reading.lower, lexicon.count_words().comparing
    size = next((n for n in (2, 1) if " ".join(lower[max(0, first - n) : first]) in words), 0)
    if not size or lower[first - size - 1 : first - size] != [","]:
        return None
    stop = min(len(lower) - 1, first + _LONGEST_ASIDE)
    closing = next((index for index in range(first + 1, stop) if lower[index] == ","), None)
    if closing is None:
        return None
    helping = lexicon.grammar().auxiliaries | lexicon.grammar().modals
    goes_on = closing + 1 in reading.verb_starts or lower[closing + 1] in helping
    return closing if goes_on else None


def opens_content(words: Sequence[str]) -> bool:
    """Whether what is said begins among words: "gave assurances that", "sent a letter saying"."""
    if not lexicon.count_words().content_openers.isdisjoint(words):
        return True
    return any(
        word == "that" and before in _telling() for before, word in itertools.pairwise(words)
    )


@functools.cache
def _telling() -> frozenset[str]:
    """Words behind which "that" opens what is said, or goes on with it."""
    return lexicon.grammar().tellings.union(lexicon.attribution().grammar.claimed, ("and",))


def is_inserted(reading: Reading, first: int, stop: int) -> bool:
    """Whether it is only told what something has: "the jail, with 900 inmates, surrendered"."""
    if first < 2 or reading.lower[first - 2 : first] != [",", "with"]:
        return False
    behind = reading.lower[stop : stop + 2]
    return behind[:1] == [","] and not lexicon.grammar().auxiliaries.isdisjoint(behind[1:])
