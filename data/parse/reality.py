"""Reality: whether a sentence says that something happened, will, might, or did not."""

from __future__ import annotations

import functools
from typing import Literal

from data import lexicon
from data.parse.clauses import helping_words, is_passive
from data.parse.numbers.quantities import Quantity
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading

Reality = Literal["real", "announced", "possible", "denied"]

_RESUMING = frozenset({"and", "but", "he", "she", "it", "they", ","})
"""Before a verb of saying that ends a denial: "rejected the tally and said that ..."."""

_REACH = 12
"""Most words between a verb and one that governs it: "denied reports that ... had fled"."""


def reality(reading: Reading, verb: int, subject_first: int | None = None) -> Reality:
    """How real what a verb says is.

    Args:
        reading: The sentence.
        verb: Index of the verb's first token.
        subject_first: Index of the first token of its subject, where known.

    Returns:
        ``denied`` under "not" and "denied that", ``possible`` under "could", "if" and "vowed
        to", ``announced`` under "will" and "would", else ``real``.
    """
    grammar = lexicon.grammar()
    helping = helping_words(reading.tokens, verb)
    if not grammar.negations.isdisjoint(helping) or _is_none(reading, subject_first):
        return "denied"
    governing = _governing(reading, verb)
    if governing == "denied":
        return "denied"
    opener = reading.clause_of(verb).opener
    if governing or opener in grammar.possibility:
        return "possible"
    if not grammar.possibility.isdisjoint(helping):
        return "possible"
    return "real" if grammar.modals.isdisjoint(helping) else "announced"


def is_rejected(reading: Reading, verb: int, quantity: Quantity) -> bool:
    """Whether a number is mentioned only to be denied.

    It is behind "denied that" and "it is not true that", right behind "not", and as the object
    of a verb that is negated. Those who did *not* do something are counted all the same.
    """
    tokens, first = reading.tokens, quantity.outer_first
    if first and tokens[first - 1].norm in {"not", "n't"}:
        return True
    if first > 1 and tokens[first - 1].norm == "the" and tokens[first - 2].norm == "not":
        return True
    if _is_denied(reading, first):
        return True
    if verb >= first:
        return False
    return not lexicon.grammar().negations.isdisjoint(helping_words(tokens, verb))


def _is_denied(reading: Reading, first: int) -> bool:
    """Whether "denied that" or the like governs a token: active, with no new saying between."""
    if reading.lacks(_governors()):
        return False
    tokens = reading.tokens
    begin = max(0, first - _REACH)
    for match in reversed(_governors().find(tokens[begin:first])):
        if match.payload == "denied":
            stop = begin + match.stop
            said = any(
                stop < verb.first < first
                and verb.payload in saying_lemmas()
                and tokens[verb.first - 1].norm in _RESUMING
                for verb in reading.verbs
            )
            return not said and not is_passive(tokens, begin + match.first)
    return False


@functools.cache
def saying_lemmas() -> frozenset[str]:
    """Base forms of the verbs of saying."""
    return frozenset(saying.lemma for saying in lexicon.attribution().saying)


def _is_none(reading: Reading, subject_first: int | None) -> bool:
    """Whether the subject says that nobody did it: "None of the 34 capitals has fallen"."""
    if subject_first is None:
        return False
    near = reading.lower[max(0, subject_first - 3) : subject_first]
    return not lexicon.grammar().none_words.isdisjoint(near)


def _governing(reading: Reading, verb: int) -> Reality | None:
    """What a word before the verb, in the same clause, makes of it."""
    if reading.lacks(_governors()):
        return None
    own = reading.clause_of(verb)
    first = max(own.first, verb - _REACH)
    found = _governors().find(reading.tokens[first:verb])
    # The verb itself may be one: "Kabul denied the report" denies, and does not fail to.
    return found[-1].payload if found and first + found[-1].stop <= verb else None


@functools.cache
def _governors() -> PhraseMatcher[Reality]:
    grammar = lexicon.grammar()
    entries: list[tuple[str, Reality]] = [(phrase, "denied") for phrase in grammar.denials]
    entries += [(phrase, "possible") for phrase in grammar.intentions]
    return PhraseMatcher(entries)
