"""Make-up: sentences that say who or what those just counted are."""

from __future__ import annotations

from data.parse.clauses import is_participle
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_TO_BEING = 5
"""Most tokens of "Among the new arrivals there" and "In that party"."""


def tells_makeup(reading: Reading, draft: Draft) -> bool:
    """Whether a claim says who were among those told of in the sentence before.

    "Some 5,000 were British nationals", "Four diplomats were among them", "In that party were 184
    Afghans", "Among the arrivals there are 64 men".
    """
    if draft.quantity is None or draft.happening is not None or draft.unit == "percent":
        return False
    if _is_among_them(reading, draft.stop) or _is_in_party(reading):
        return True
    return _is_of_opening(reading, draft.first) and _says_who(reading, draft.stop)


def _is_of_opening(reading: Reading, first: int) -> bool:
    """Whether a number opens a sentence or goes on with such a one: "57 are girls and 15 boys"."""
    opening = reading.quantities[0]
    if opening.outer_first:
        return False
    joined = reading.lower[first - 1] == "and" and _says_who(reading, opening.stop)
    return opening.first <= first < opening.stop or joined


def _is_among_them(reading: Reading, stop: int) -> bool:
    """Whether "were among them" stands behind those counted, and not "among those held so far"."""
    norms, words = reading.lower, dating_words()
    return any(
        norms[at] == "among"
        and norms[at - 1] in _being()
        and norms[at + 1] in words.parts_of
        and not reading.tokens[at + 2].is_word
        for at in range(stop + 1, len(norms) - 2)
    )


def _is_in_party(reading: Reading) -> bool:
    """Whether a sentence opens with those of whom a number behind "were" is a part."""
    norms, first = reading.lower, reading.quantities[0].outer_first
    opens = norms[0] in {"among", "from"} or norms[:2] == ["in", "that"]
    return opens and first <= _TO_BEING + 1 and norms[first - 1] in _being()


def _says_who(reading: Reading, stop: int) -> bool:
    """Whether a bare number is said to be somebody: "were British nationals", no "were killed"."""
    if reading.lower[stop : stop + 2] == ["of", "the"]:
        stop += 3  # "Twenty-two of the passengers are children"
    being, told = reading.tokens[stop : stop + 1], reading.tokens[stop + 1 : stop + 2]
    if not told or being[0].norm not in _being():
        return False
    words = dating_words()
    no_person = words.now | words.so_at | words.prepositions
    is_state = told[0].norm in no_person or told[0].norm.endswith("ing")
    is_noun = stop + 1 in reading.nouns  # "children" looks like "taken"
    return not is_state and (is_noun or not is_participle(told[0]))


def _being() -> frozenset[str]:
    return dating_words().being | dating_words().was_done
