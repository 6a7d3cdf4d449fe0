"""Negation: what a sentence says did not happen, by the words at a verb or before a number."""

from __future__ import annotations

import functools
from typing import NamedTuple

from data import lexicon
from data.parse.clauses import helping_words
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

_REACH = 12
"""Most words between a negation in front of a sentence and a number that it reaches."""

_EVIDENCE_REACH = 6
"""Most words from "no" to the "that" or "of" behind what there is none of."""

_FORESEEN_REACH = 4
"""Most words from a number to the "planned" that tells whose it is."""


def is_negated(reading: Reading, verb: int) -> bool:
    """Whether a verb is denied right before it: "never", "no longer", "have yet to", "failed to".

    So is what nobody thinks of: "is not considering taking in 300".

    Args:
        reading: The sentence.
        verb: Index of the verb's first token.
    """
    lower, grammar = reading.lower, lexicon.grammar()
    helping = helping_words(reading.tokens, verb)
    first = verb - len(helping)
    nearer = ""
    for word in helping:
        if word in grammar.negations and nearer not in grammar.not_only:
            return True
        if nearer == "to" and word in grammar.unfulfilled:
            return True
        nearer = word
    if not helping and lower[verb].endswith("ing") and verb:
        return lower[verb - 1] in grammar.contemplating and is_negated(reading, verb - 1)
    if nearer != "to" or not first:
        return False
    if lower[first - 1] in grammar.unfulfilled:
        return True
    return lower[first - 1] in grammar.enabling and is_negated(reading, first - 1)


def is_far_from(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what is far from done: "far from being in control", "instead of"."""
    if not reading.has(_unmeant()):
        return False
    begin = verb - len(helping_words(reading.tokens, verb))
    return any(
        match.stop == begin and not match.payload and reading.lower[match.first - 1] != "not"
        for match in reading.find(_unmeant())
    )


def has_no_doer(reading: Reading, verb: int) -> bool:
    """Whether nobody did what a verb says: "no country has taken in 300", "neither side lost 40".

    "No fewer than 40 did" is none.
    """
    lower, nobody = reading.lower, lexicon.grammar().none_words | {"nobody", "nor"}
    if nobody.isdisjoint(reading.norms):
        return False
    begin = verb - len(helping_words(reading.tokens, verb))
    for index in range(begin - 1, max(-1, begin - 1 - _LONGEST_DOER), -1):
        if lower[index] in nobody:
            return not any(one.outer_first == index for one in reading.quantities)
        if index in reading.verb_tokens or not reading.tokens[index].is_word:
            return False
        if lower[index] in lexicon.grammar().negation_ends:
            return False
    return False


_LONGEST_DOER = 4
"""Most words of a doer that "no" begins: "no other country of X has"."""


def is_undoubted(reading: Reading, governor: int) -> bool:
    """Whether "no doubt" affirms: a double denial."""
    before = reading.lower[max(0, governor - 1) : governor]
    if reading.lower[governor] != "doubt":
        return False
    return not lexicon.grammar().undoubted.isdisjoint(before)


def is_uncounted(reading: Reading, quantity: Quantity) -> bool:
    """Whether words in front of a number say that so many did not: "nor had 40", "let alone 40"."""
    first = quantity.outer_first
    if not first or reading.norms.isdisjoint(_opening()):
        return False
    return (
        _is_not_had(reading, first)
        or _is_none(reading, first)
        or _is_inverted(reading, first)
        or _has_no_evidence(reading, first)
        or _is_contrary(reading, first)
        or _is_of_none(reading, first)
        or _is_uncontrolled(reading, first)
    )


def _is_none(reading: Reading, first: int) -> bool:
    """Whether "no", "neither the", "not all the" or "let alone" leads right to a number."""
    lower = reading.lower
    index = first
    while index and lower[index - 1] in lexicon.grammar().determiners:
        index -= 1
    if not index:
        return False
    none = lexicon.grammar().negative_determiners
    if lower[index - 1] in none or lower[max(0, index - 2) : index] == ["not", "all"]:
        return True
    match = next((m for m in reading.find(_unmeant()) if m.stop == index), None)
    if match is None or lower[max(0, match.first - 1) : match.first] == ["not"]:
        return False
    if not lexicon.grammar().foreseen.isdisjoint(lower[first : first + _FORESEEN_REACH]):
        return False  # "17 vehicles instead of the 15 planned earlier" counts the plan
    return not match.payload or not _nobody().isdisjoint(lower[: match.first])


def _is_not_had(reading: Reading, first: int) -> bool:
    """Whether nobody has what a number counts, or they did not do it: "does not have 300"."""
    lower = reading.lower
    at = first - 1
    if lower[at] == "by":
        return at - 1 in reading.verb_tokens and is_negated(reading, at - 1)
    return lower[at] in lexicon.grammar().possession and is_negated(reading, at)


def _is_inverted(reading: Reading, first: int) -> bool:
    """Whether "nor did", "at no time" opens the clause of a number."""
    lower, grammar = reading.lower, lexicon.grammar()
    begin = max(0, first - _REACH)
    behind = [match.stop for match in reading.find(_in_front()) if match.stop <= first]
    for index in range(first - 1, begin - 1, -1):
        if lower[index] in grammar.negation_ends:
            return False
        if index + 1 in behind:
            return True
        helped = lower[index + 1] in grammar.auxiliaries or lower[index + 1] in grammar.modals
        if lower[index] in grammar.neither and helped:
            return True
    return False


def _has_no_evidence(reading: Reading, first: int) -> bool:
    """Whether there is no evidence, or there are no reports, of what a number counts."""
    return evidence_denied(reading, first) is not None


class EvidenceLink(NamedTuple):
    """What there is none of, and where what it would be of begins.

    Attributes:
        noun: Index of the word: "sign", "reports".
        link: Index of the nearest "that" or "of" before a number.
    """

    noun: int
    link: int


def evidence_denied(reading: Reading, first: int) -> EvidenceLink | None:
    """The evidence or the reports that there are none of, before a number.

    What happened first is told all the same: "no reports of damage after 3 rockets landed".
    """
    lower, grammar = reading.lower, lexicon.grammar()
    opened = False
    for index in range(first - 1, max(0, first - _REACH), -1):
        if lower[index] in {",", ";", "but"}:
            return None
        opened = opened or (
            lower[index] in grammar.sequels and _leads_to(reading, index + 1, first)
        )
        if lower[index] not in {"that", "of"}:
            continue
        begin = max(0, index - _EVIDENCE_REACH)
        for noun in range(begin + 1, index):
            is_evidence = lower[noun] in grammar.evidence or lower[noun] in grammar.tellings
            if is_evidence and lower[noun - 1] in grammar.negative_determiners:
                return None if opened and lower[index] == "of" else EvidenceLink(noun, index)
    return None


def _leads_to(reading: Reading, first: int, number: int) -> bool:
    """Whether a clause begins whose subject or object a number is: "after 3", "after X fired 3"."""
    determiners = lexicon.grammar().determiners
    if all(reading.lower[index] in determiners for index in range(first, number)):
        return any(verb.first > number for verb in reading.verbs)
    return any(verb.first > first and verb.stop <= number for verb in reading.verbs)


def _is_contrary(reading: Reading, first: int) -> bool:
    """Whether a number belongs to a report that is not so: "contrary to reports that 40 fled"."""
    lower = reading.lower
    return any(
        "," not in lower[match.stop : first] and not _is_own_claim(reading, match.stop)
        for match in reading.find(_contrary())
        if match.stop < first
    )


def _is_own_claim(reading: Reading, index: int) -> bool:
    """Whether what is not so is named, not told: "contrary to its own claims the army lost 26"."""
    lower, grammar = reading.lower, lexicon.grammar()
    noun = index
    if lower[index] in grammar.third_person_possessives:
        noun += 2 if lower[index + 1] == "own" else 1
    elif "'s" in lower[index : index + _LONGEST_OWNER]:
        noun = lower.index("'s", index) + 1
    if noun == index or noun + 1 >= len(lower):
        return False
    return lower[noun + 1] in grammar.determiners - {"that"}


_LONGEST_OWNER = 4
"""Most words of whose claim it is: "the defence ministry's"."""


def is_contradicted(reading: Reading) -> bool:
    """Whether a sentence sets itself against what was said: "contrary to reports"."""
    return "contrary" in reading.norms and reading.has(_contrary())


def _is_of_none(reading: Reading, first: int) -> bool:
    """Whether nobody did it to those whom a number counts: "no attack that killed 13"."""
    lower = reading.lower
    verb = next((verb for verb in reading.events if verb.stop == first), None)
    if verb is None:
        return False
    begin = verb.first - len(helping_words(reading.tokens, verb.first))
    if begin < _OF_NONE or lower[begin - 1] not in lexicon.grammar().relative_subjects:
        return False
    return lower[begin - _OF_NONE] == "no"


_OF_NONE = 3
"""How many words before the verb "no" stands: "no attack that"."""


def _is_uncontrolled(reading: Reading, first: int) -> bool:
    """Whether somebody has no control of what a number counts: "not in control of 85 percent"."""
    lower, grammar = reading.lower, lexicon.grammar()
    noun = first - _OF_CONTROL
    if noun < 1 or lower[noun] not in grammar.holding_nouns:
        return False
    if lower[noun + 1] not in grammar.prepositions:
        return False
    at = noun - 1
    if lower[at] not in grammar.possession | grammar.negative_determiners | {"in"}:
        at -= 1  # "in full control of"
    if at < 1 or lower[at] in grammar.negative_determiners:
        return at >= 0
    has = lower[at] == "in" or lower[at] in grammar.possession
    return has and (is_negated(reading, at) or is_far_from(reading, at))


_OF_CONTROL = 2
"""How many words "control of" has."""


@functools.cache
def _opening() -> frozenset[str]:
    """Words with which what is looked for here begins, or which it has."""
    lists, grammar = (_unmeant(), _in_front(), _contrary()), lexicon.grammar()
    words = grammar.negative_determiners | grammar.negations
    return words.union(*(phrases.first_words for phrases in lists))


@functools.cache
def _unmeant() -> PhraseMatcher[bool]:
    """What leads to a number that is not meant, and whether only behind a denial."""
    grammar = lexicon.grammar()
    entries = [(phrase, False) for phrase in grammar.unmeant]
    return PhraseMatcher([*entries, *((phrase, True) for phrase in grammar.even_less)])


@functools.cache
def _nobody() -> frozenset[str]:
    """Words of a denial: "nobody, let alone 200 families"."""
    return lexicon.grammar().negations | lexicon.grammar().none_words | {"nobody", "hardly"}


@functools.cache
def _in_front() -> PhraseMatcher[None]:
    return PhraseMatcher((phrase, None) for phrase in lexicon.grammar().negating_openers)


@functools.cache
def _contrary() -> PhraseMatcher[None]:
    return PhraseMatcher((phrase, None) for phrase in lexicon.grammar().contrary)
