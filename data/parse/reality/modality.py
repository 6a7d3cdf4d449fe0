"""Modality: whether a sentence says that something happened, will, might, or did not."""

from __future__ import annotations

import functools
from typing import Literal

from data import lexicon
from data.parse.clauses import helping_words
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.reality.denials import is_denied, is_failure
from data.parse.reality.negation import has_no_doer, is_far_from, is_negated, is_undoubted
from data.parse.reality.refutations import is_called_false
from data.parse.reality.withheld import is_withheld
from data.parse.words.phrases import PhraseMatcher

Reality = Literal["real", "announced", "possible", "denied"]

_REACH = 12
"""Most words between a verb and one that governs it: "denied reports that ... had fled"."""


def reality(reading: Reading, verb: int, subject_first: int | None = None) -> Reality:
    """How real what a verb says is.

    Args:
        reading: The sentence.
        verb: Index of the verb's first token.
        subject_first: Index of the first token of its subject, where known.

    Returns:
        ``denied`` under "not", "denied that" and "would not say that", ``possible`` under
        "could", "if" and "vowed to", ``announced`` under "will" and "would", else ``real``.
    """
    grammar = lexicon.grammar()
    helping = helping_words(reading.tokens, verb)
    if is_negated(reading, verb) or _is_none(reading, subject_first):
        return "denied"
    governing = _governing(reading, verb)
    if governing == "denied":
        return "denied"
    opener = reading.clause_of(verb).opener
    considered = reading.lower[verb - 1 : verb]  # "is considering taking in 300"
    if considered and considered[0] in grammar.contemplating and reading.lower[verb][-3:] == "ing":
        return "possible"
    if governing or opener in grammar.possibility:
        return "possible"
    if is_withheld(reading, verb - len(helping)):
        return "denied"
    if not grammar.possibility.isdisjoint(helping) or _is_expected(reading, helping, subject_first):
        return "possible"
    return "real" if grammar.modals.isdisjoint(helping) else "announced"


def is_rejected(reading: Reading, verb: int, quantity: Quantity) -> bool:
    """Whether a number is mentioned only to be denied.

    It is behind "denied that", "would not say whether" and "it is not true that", right behind
    "not", in a report that is called false behind it, and as the object of a verb that is negated
    or far from done. Those who did *not* do something are counted all the same.
    """
    tokens, first = reading.tokens, quantity.outer_first
    if first and tokens[first - 1].norm in {"not", "n't"}:
        return True
    if first > 1 and tokens[first - 1].norm == "the" and tokens[first - 2].norm == "not":
        return True
    if is_denied(reading, first) or is_called_false(reading, first, quantity.stop, verb):
        return True
    if is_withheld(reading, first):
        return True
    if verb >= first:
        return is_none_of_them(reading, quantity.stop, verb)
    if not lexicon.grammar().negations.isdisjoint(helping_words(tokens, verb)):
        return True
    if has_no_doer(reading, verb):
        return True
    # "Unable to hold the post, 40 guards left" denies none of them.
    return "," not in reading.lower[verb:first] and (
        is_negated(reading, verb) or is_far_from(reading, verb)
    )


def is_none_of_them(reading: Reading, stop: int, verb: int) -> bool:
    """Whether none of those counted did what the verb says: "34 capitals, none of which fell"."""
    none_words, lower = lexicon.grammar().none_words, reading.lower
    return not none_words.isdisjoint(reading.norms) and any(
        lower[index] in none_words and lower[index + 1] == "of" for index in range(stop, verb - 1)
    )


def _is_none(reading: Reading, subject_first: int | None) -> bool:
    """Whether the subject says that nobody did it: "None of the 34 capitals has fallen"."""
    if subject_first is None:
        return False
    near = reading.lower[max(0, subject_first - 3) : subject_first]
    return not lexicon.grammar().none_words.isdisjoint(near)


def _is_expected(reading: Reading, helping: list[str], subject_first: int | None) -> bool:
    """Whether somebody expects or wants it of the subject: "expects 22,000 to be evacuated"."""
    if subject_first is None or "to" not in helping:
        return False
    first = subject_first
    while first and reading.lower[first - 1] in lexicon.grammar().determiners:
        first -= 1
    return any(match.stop == first for match in reading.find(_expecting()))


@functools.cache
def _expecting() -> PhraseMatcher[None]:
    return PhraseMatcher((phrase, None) for phrase in lexicon.grammar().expecting)


def _governing(reading: Reading, verb: int) -> Reality | None:
    """What a word before the verb, in the same clause, makes of it."""
    if not reading.has(_governors()):
        return None
    own = reading.clause_of(verb)
    first = max(own.first, verb - _REACH)
    found = _governors().find(reading.tokens[first:verb])
    found = [
        match
        for match in found
        if not is_undoubted(reading, first + match.first)
        and not is_failure(reading, first + match.stop, verb)
    ]
    # The verb itself may be one: "Kabul denied the report" denies, and does not fail to.
    if not found or first + found[-1].stop > verb:
        return None
    return None if _is_done(reading, first + found[-1].stop, verb) else found[-1].payload


def _is_done(reading: Reading, stop: int, verb: int) -> bool:
    """Whether a deed follows what was only wanted: "did not want to fight and surrendered".

    Args:
        reading: The sentence.
        stop: Index one past "want to".
        verb: Index of the deed's first token.
    """
    lower = reading.lower
    begin = verb - len(helping_words(reading.tokens, verb))
    if lower[stop - 1] != "to" or lower[begin - 1] != "and":
        return False
    if lower[stop] in lexicon.grammar().passive_infinitives:
        return False
    form = next((match for match in reading.verbs if match.first == verb), None)
    if form is None or lower[verb] == form.payload.partition(" ")[0]:
        return False
    return not lower[verb].endswith("ing") and begin == verb


@functools.cache
def _governors() -> PhraseMatcher[Reality]:
    grammar = lexicon.grammar()
    entries: list[tuple[str, Reality]] = [(phrase, "denied") for phrase in grammar.denials]
    entries += [(phrase, "possible") for phrase in grammar.intentions]
    return PhraseMatcher(entries)
