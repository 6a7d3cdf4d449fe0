"""Fractions counted: what a share in words is of, where no known noun follows it."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.ends import is_plural
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class

THOSE = "those"
"""The words for people of whom only the article tells who they are: "of those interviewed"."""


def fraction_counted(reading: Reading, quantity: Quantity, last: Draft | None) -> Counted | None:
    """What a share in words is of, where no known noun follows: "three-quarters of spending"."""
    stop = quantity.outer_stop
    tokens = reading.tokens
    them = stop + 1 < len(tokens) and tokens[stop + 1].norm in lexicon.grammar().anaphoric
    if stop + 1 < len(tokens) and tokens[stop].norm == "of" and not (them and last and last.noun):
        if tokens[stop + 1].norm == "those" and _are_asked(reading, stop + 2):
            return Counted(stop + 1, stop + 2, noun_class("people"), THOSE, "behind")
        end = next((i for i in range(stop + 1, len(tokens)) if not tokens[i].is_word), stop + 2)
        words = reading.words(stop + 1, max(end, stop + 2))
        return Counted(stop + 1, stop + 2, noun_class("things"), words, "part")
    if asked := _are_telling(reading, stop):
        return asked
    if last is not None and last.noun is not None and reading.at - last.at <= 1:
        return Counted(stop, stop, last.noun, last.counted or "", "before")
    return None


def _are_telling(reading: Reading, stop: int) -> Counted | None:
    """People of whom a share says something, told of before: "Returnees wait. Half said they"."""
    if stop >= len(reading.tokens) or not reading.at:
        return None
    if reading.lower[stop] not in lexicon.attribution().grammar.speech:
        return None
    if reading.lower[stop + 1 : stop + 2] not in (["they"], ["that"]):
        return None
    above = reading.whole[reading.at - 1]
    match = next(iter(above.nouns.values()), None)
    if match is None or match.payload.unit != "people":
        return None
    if not is_plural(above.lower[match.stop - 1]):
        return None
    return Counted(stop, stop, match.payload, above.words(match.first, match.stop), "before")


def _are_asked(reading: Reading, index: int) -> bool:
    """Whether only people can be "those": "a third of those interviewed", "of those who came"."""
    return reading.lower[index : index + 1] == ["who"] or (
        index < len(reading.tokens) and reading.lower[index] in lexicon.grammar().asked
    )


def is_fraction_of_one(reading: Reading, quantity: Quantity) -> bool:
    """People and things are counted whole: 2.5 of them is a misreading, 2.5 tonnes are not."""
    if quantity.value is None or quantity.value.is_integer():
        return False
    behind = reading.lower[quantity.outer_stop : quantity.outer_stop + 1]
    return lexicon.grammar().weights.isdisjoint(behind)
