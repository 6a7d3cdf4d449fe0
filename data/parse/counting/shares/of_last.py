"""Of last: shares of what the number before counted, or the same number again as a share."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.noun_phrases.between import verb_between
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def is_of_last(reading: Reading, quantity: Quantity, counted: Counted | None, last: Draft) -> bool:
    """Whether a share is of what the number before it counted, or the same number again.

    "60 districts, a third of them since Friday"; "14 million people, or one in three".
    """
    before = reading.lower[quantity.outer_first - 1] if quantity.outer_first else ""
    if before == "or" and last.at == reading.at and last.unit == "people":
        return True  # "298,400 soldiers, or roughly 85% of the authorised strength"
    if (
        before == ","
        and counted is not None
        and _is_in_apposition(reading, quantity, counted, last)
    ):
        return True
    if counted is not None and _is_next_share(reading, quantity, counted, last):
        return True
    if _is_made_up(reading, quantity, last):
        return True
    if counted is None or counted.noun is not last.noun:
        return False
    return counted.how == "part" and last.kind in lexicon.kinds_with("ground")


def _is_in_apposition(reading: Reading, quantity: Quantity, counted: Counted, last: Draft) -> bool:
    """Whether a share of all is that number again: "9 million, a third of the population"."""
    if last.at != reading.at or last.unit != "people":
        return False
    if max(last.noun_stop, last.stop) != quantity.outer_first - 1:
        return False
    return reading.lower[counted.stop - 1] in lexicon.count_words().populations


def _is_made_up(reading: Reading, quantity: Quantity, last: Draft) -> bool:
    """Whether people make up a share of those told of before: "Boys make up 30 percent"."""
    if last.unit not in {"percent", "people"} or last.kind not in lexicon.kinds_with("fate"):
        return False
    first, stop = quantity.outer_first, quantity.outer_stop
    amounting = lexicon.numbers().making_up
    led = reading.lower[max(0, first - 2) : first]
    makes = led[-1:] == ["up"] and led[0] in amounting
    makes = makes or " ".join(led) in lexicon.count_words().accounting
    of_others = reading.lower[stop : stop + 1] == ["of"]
    return makes and not of_others and 0 <= reading.at - last.at <= 1


def _is_next_share(reading: Reading, quantity: Quantity, counted: Counted, last: Draft) -> bool:
    """Whether a share of people goes on with the one before: "35% are women and 25% men"."""
    if last.at != reading.at or last.unit != "percent" or last.noun is None:
        return False
    if {last.noun.unit, counted.noun.unit} != {"people"} or counted.how != "behind":
        return False
    joint = reading.lower[quantity.outer_first - 1] in lexicon.grammar().adding
    return joint and not verb_between(reading, last.stop, quantity.outer_first)
