"""Asked: what a number without a noun counts that answers a question: "How many troops? 5,800"."""

from __future__ import annotations

from data.parse.counting.counted_as import Counted, How
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.counting.noun_phrases.ends import ends_phrase
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

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
            noun, stop = _asked_noun(earlier), quantity.outer_stop
            again = noun and previous and previous.noun is noun.noun
            how: How = "before" if again else "measure"
            return noun and noun._replace(first=stop, stop=stop, how=how)
        if earlier.quantities:
            return None
    return None


def _asked_noun(question: Reading) -> Counted | None:
    """The noun behind "how many", or that of the only number that is asked about."""
    lower = question.lower
    for at in range(1, len(lower) - 1):
        if lower[at - 1 : at + 1] == ["how", "many"]:
            return find_behind(question, at + 1)
    figures = question.quantities
    if len(figures) != 1 or figures[0].unit is not None or figures[0].is_ordinal:
        return None
    return find_behind(question, figures[0].outer_stop)
