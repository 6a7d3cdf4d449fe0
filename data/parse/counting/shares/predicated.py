"""Predicated: shares of what stands before them.

"The border with X is 70 percent under Taliban control", "Seventy percent of it is theirs", "The
process is 90 percent complete".
"""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.counting.shares.denominators import ShareOf, names_withdrawal
from data.parse.counting.shares.lines import line_between
from data.parse.names.border_owners import border_words
from data.parse.names.borders import border_code
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_CONTROL_REACH = 6
"""Most words from "under" to "control": "under the firm control of"."""

_SPOKEN_OF = 2
"""Most sentences back to the withdrawal that "about 90 percent is done" goes on with."""


def predicated_share(reading: Reading, quantity: Quantity) -> ShareOf | None:
    """What a share of ground is of that stands before it: the subject, or what "of it" is."""
    lower, stop = reading.lower, quantity.outer_stop
    if lower[stop : stop + 2] == ["of", "which"]:
        return _of_which(reading, quantity)
    if lower[stop : stop + 1] == ["of"]:
        return _of_it(reading, quantity) if lower[stop + 1 : stop + 2] == ["it"] else None
    if lower[max(0, quantity.outer_first - 2) : quantity.outer_first] == ["of", "which"]:
        return _of_line_before(reading, quantity)
    if not _tells_who_holds(reading, stop):
        return None
    copula = _copula_before(reading, quantity.outer_first)
    return _subject_ground(reading, copula, stop) if copula is not None else None


def elided_progress(reading: Reading, quantity: Quantity) -> ShareOf | None:
    """The withdrawal that a share goes on with: "assesses the process at 90 percent complete"."""
    lower = reading.lower
    behind = _past_process(reading, quantity.outer_stop)
    stop = behind or quantity.outer_stop
    while stop < len(lower) and (lower[stop] in _being() or is_adverb(reading.tokens[stop])):
        stop += 1
    if stop >= len(lower) or lower[stop] not in lexicon.grammar().completeness:
        return None
    process = behind is not None or _process_before(reading, quantity.outer_first)
    if not process and not _is_unsaid(reading, quantity.outer_first):
        return None
    before = reading.whole[max(0, reading.at - _SPOKEN_OF) : reading.at]
    spoken_of = any(names_withdrawal(sentence, len(sentence.tokens)) for sentence in before)
    sender = process and any(actor.country == "USA" for actor in reading.actors)
    return ShareOf(quantity.stop, "progress_share", None) if spoken_of or sender else None


def _past_process(reading: Reading, stop: int) -> int | None:
    """Index past the undertaking that a share is of: "50 percent of the entire process"."""
    grammar = lexicon.grammar()
    if reading.lower[stop : stop + 1] != ["of"]:
        return None
    for index in range(stop + 1, min(len(reading.lower), stop + _PROCESS_REACH)):
        norm = reading.lower[index]
        if norm in grammar.undertakings:
            return index + 1
        if norm not in grammar.determiners and norm not in grammar.ground_adjectives:
            return None
    return None


def _process_before(reading: Reading, first: int) -> bool:
    """Whether a word for the undertaking leads to a share: "the process is", "the process at"."""
    lower = reading.lower
    words = lexicon.grammar().undertakings
    for index in range(first - 1, max(0, first - _PROCESS_REACH), -1):
        if lower[index] in words:
            return lower[index - 1] in lexicon.grammar().determiners
        if lower[index] not in _being() | {"at"} and not is_adverb(reading.tokens[index]):
            return False
    return False


_PROCESS_REACH = 5


def _is_unsaid(reading: Reading, first: int) -> bool:
    """Whether nothing before a share says what it is of: "About 90 percent", "It is 90 percent"."""
    lower = reading.lower
    pronouns = lexicon.grammar().subject_pronouns | lexicon.count_words().bare_subjects
    index = first
    while index and (lower[index - 1] in _being() or is_adverb(reading.tokens[index - 1])):
        index -= 1
    if index and lower[index - 1] in pronouns:
        index -= 1
    return not index or lower[index - 1] in _joints()


def _of_it(reading: Reading, quantity: Quantity) -> ShareOf | None:
    """The border that "it" is, told in the sentence before or before the number."""
    stop = quantity.outer_stop + 2
    before = reading.whole[reading.at - 1 : reading.at] if reading.at else []
    first = quantity.outer_first
    inside = [border for border in reading.borders if border.stop <= first]
    told = [(reading, border) for border in inside]
    told += [(sentence, border) for sentence in before for border in sentence.borders]
    for sentence, border in told:
        if not _is_circumstance(sentence, border.first):
            return ShareOf(stop, "control_share", border.code, is_line=True)
    codes = (_half_named(sentence, reading, stop) for sentence in (reading, *before))
    code = next((code for code in codes if code), None)
    return ShareOf(stop, "control_share", code, is_line=True) if code else None


def _of_which(reading: Reading, quantity: Quantity) -> ShareOf | None:
    """The border or the place in front of "..., 70 percent of which is under X's control"."""
    comma, stop = quantity.outer_first - 1, quantity.outer_stop + 2
    if reading.lower[comma : comma + 1] != [","]:
        return None
    border = next((border for border in reading.borders if border.stop == comma), None)
    if border is not None:
        return ShareOf(stop, "control_share", border.code, is_line=True)
    place = next((p for p in reading.places if p.stop == comma and p.via == "name"), None)
    if place is None or place.landmark:
        return None
    return ShareOf(stop, "control_share", place.code)


def _of_line_before(reading: Reading, quantity: Quantity) -> ShareOf | None:
    """The border a share is of in "1,300 km of border, of which two thirds is in X's hands"."""
    at, lower = quantity.outer_stop, reading.lower
    while at < len(lower) and (lower[at] in _being() or is_adverb(reading.tokens[at])):
        at += 1
    if at == quantity.outer_stop or not _tells_who_holds(reading, at):
        return None
    before = (b for b in reversed(reading.borders) if b.stop < quantity.outer_first)
    line = next(before, None)
    return ShareOf(at, "control_share", line.code, is_line=True) if line else None


def _is_circumstance(reading: Reading, first: int) -> bool:
    """Whether a preposition leads to a border: "lies on the border with X"."""
    index = first
    while index and reading.lower[index - 1] in lexicon.grammar().determiners:
        index -= 1
    before = reading.lower[index - 1] if index else ""
    return before in lexicon.grammar().prepositions and before != "of"


def _half_named(told: Reading, reading: Reading, stop: int) -> str | None:
    """The border of "the border with X" with the country of whoever holds a share of it.

    Args:
        told: The sentence that speaks of the border.
        reading: That of the share.
        stop: Index of the share there; a border behind it is not "it".
    """
    words = border_words()
    for place in told.names:
        first = place.first
        named = first > 2 and told.lower[first - 2] in words and told.lower[first - 1] == "with"
        if not named or place.country is None or (told is reading and first > stop):
            continue
        if _is_circumstance(told, first - 2):
            continue
        near = lexicon.anaphora().bordering.get(place.country, frozenset())
        holders = (actor.country for actor in reading.actors)
        owner = next((country for country in holders if country in near), None)
        return border_code(owner, place.country) if owner else None
    return None


def _tells_who_holds(reading: Reading, stop: int) -> bool:
    """Whether it follows who holds it: "under Taliban control", "controlled by", "in the hands"."""
    word = reading.lower[stop : stop + 1]
    if not word:
        return False
    if word[0] in lexicon.count_words().under_control:
        reach = reading.lower[stop + 1 : stop + 1 + _CONTROL_REACH]
        return not lexicon.grammar().holding_nouns.isdisjoint(reach)
    return word[0] in lexicon.grammar().holding_words


def _copula_before(reading: Reading, first: int) -> int | None:
    """Where "is", "is now" begins that leads to a share."""
    index = first - 1
    while index > 0 and is_adverb(reading.tokens[index]):
        index -= 1
    return index if index > 0 and reading.lower[index] in lexicon.grammar().copulas else None


def _subject_ground(reading: Reading, copula: int, stop: int) -> ShareOf | None:
    """The border or the place that ends right before a copula."""
    lower, first = reading.lower, reading.clause_of(copula).first
    told = (quantity.outer_stop for quantity in reading.quantities)
    first = max((first, *(end for end in told if end <= copula)))  # "..., the other is 60 percent"
    if not border_words().isdisjoint(lower[first:copula]):
        code = line_between(reading, first, copula)
        return ShareOf(stop, "control_share", code, is_line=True)
    end = copula
    while end and lower[end - 1] in lexicon.grammar().province_words:
        end -= 1
    for place in reading.places:
        if place.stop in {end, copula} and not place.landmark and place.via in {"name", "anaphor"}:
            stands_in = place.via == "anaphor"
            return ShareOf(stop, "control_share", place.code, stands_in)
    return None


@functools.cache
def _being() -> frozenset[str]:
    return lexicon.grammar().copulas | lexicon.grammar().auxiliaries


@functools.cache
def _joints() -> frozenset[str]:
    return lexicon.grammar().conjunctions | lexicon.grammar().subordinators | {",", ";", ":", '"'}
