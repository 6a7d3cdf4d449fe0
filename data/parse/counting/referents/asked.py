"""Asked: what a number without a noun counts that answers a question: "How many troops? 5,800"."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.counting.noun_phrases.ends import ends_phrase, is_plural
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_FEW = 10
"""Fewest that answer a question which does not ask how many."""

_NEAR = 2
"""Most sentences from a question to the one with the number that it asks for."""


def asked_for(reading: Reading, quantity: Quantity, previous: Draft | None) -> Counted | None:
    """What the last question before a sentence asks the number of, if nothing is told since.

    Only the first number behind a question answers it, and only one that no noun follows: "Q: How
    many guards do you have there? A: We have 700 on the airfield."

    Args:
        reading: The sentence.
        quantity: Its number.
        previous: The fact of the number before; who are asked for may be those.
    """
    if quantity.is_ordinal or quantity.is_fraction or quantity.unit is not None:
        return None
    if not ends_phrase(reading, quantity.outer_stop) or reading.quantities[0] is not quantity:
        return None
    for back in range(1, min(_NEAR, reading.at) + 1):
        earlier = reading.whole[reading.at - back]
        if earlier.sentence.is_question:
            noun, stop = _asked_noun(earlier, quantity), quantity.outer_stop
            again = noun and previous and previous.noun is noun.noun
            how: How = "before" if again else "measure"
            return noun and noun._replace(first=stop, stop=stop, how=how)
        if earlier.quantities:
            return None
    return None


def _asked_noun(question: Reading, quantity: Quantity) -> Counted | None:
    """The noun behind "how many", or that of the only number that is asked about."""
    lower = question.lower
    for at in range(1, len(lower) - 1):
        if lower[at - 1 : at + 1] == ["how", "many"]:
            copula = _copula_of_those(question, at + 1)
            return find_behind(question, at + 1 if copula is None else copula + 1)
    figures = question.quantities
    if not figures:
        few = quantity.value is not None and quantity.value < _FEW
        return None if few else _closing_noun(question)  # "And two: it will rain"
    if len(figures) != 1 or figures[0].unit is not None or figures[0].is_ordinal:
        return None
    return find_behind(question, figures[0].outer_stop)


def _copula_of_those(question: Reading, index: int) -> int | None:
    """Index of the verb in "how many of those are X?"."""
    lower = question.lower[index : index + 3]
    if len(lower) < _OF_THOSE or lower[0] != "of":
        return None
    of_those = lower[1] in lexicon.grammar().plural_pronouns
    return index + 2 if of_those and lower[-1] in lexicon.grammar().copulas else None


_OF_THOSE = 3
"""Words of "of those are"."""


def _closing_noun(question: Reading) -> Counted | None:
    """The plural that a question without a number ends with: "And what of the guards?"."""
    closing = len(question.tokens) - 1
    for match in reversed(question.nouns.values()):
        if match.stop == closing and is_plural(question.lower[match.stop - 1]):
            words = question.words(match.first, match.stop)
            return Counted(match.first, match.stop, match.payload, words, "behind")
    return None
