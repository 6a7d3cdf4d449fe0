"""Semicolons: whether a source still claims what stands on the other side of one."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence

from data import lexicon
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.parts import is_part
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.attribution.sources.words import auxiliaries, is_number
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher
from data.parse.words.tokens import Token


def breaks_of(tokens: Sequence[Token]) -> list[int]:
    """Indexes of the semicolons outside quotes."""
    found, quoted = [], False
    for index, token in enumerate(tokens):
        if token.norm == '"':
            quoted = not quoted
        elif token.norm == ";" and not quoted:
            found.append(index)
    return found


def counts_before(reading: Reading, first: int, utterance: Utterance) -> bool:
    """Whether what stands right before a source goes on counting."""
    counted = (quantity.first for quantity in reading.quantities)
    return any(first <= at < utterance.first and at not in reading.left_alone for at in counted)


def goes_on_counting(reading: Reading, utterance: Utterance, semicolon: int) -> bool:
    """Whether a source still claims what is counted behind a semicolon.

    One behind its claim does for a part of whom it told of: "400 fled, he said; a third are back".
    """
    if utterance.side == "leading" or not utterance.first:
        return _counts_on(reading, semicolon) or _saw(reading, utterance, semicolon + 1)
    if is_part(reading, semicolon + 1) or _is_bare(reading, semicolon + 1):
        return True
    if reading.lower[semicolon + 1 : semicolon + 3] in (["there", "were"], ["there", "are"]):
        return True  # "left, the note says; there were 40 men on board"
    if _takes_up(reading, utterance, semicolon + 1) or _saw(reading, utterance, semicolon + 1):
        return True
    return any(match.first > semicolon for match in reading.find(_going_on()))


def _takes_up(reading: Reading, utterance: Utterance, first: int) -> bool:
    """Whether those counted are counted again: "said medics; of the 50 hurt, 12 are in danger"."""
    opens = reading.lower[first : first + 2] == ["of", "the"]
    if opens and any(one.outer_first == first + 2 for one in reading.quantities):
        return True
    told = next((one for one in reading.quantities if one.outer_first == first), None)
    behind = reading.lower[told.outer_stop : told.outer_stop + 2] if told is not None else []
    known = reading.lower[utterance.source.first] in vocabulary().pronouns
    return known and behind == ["of", "the"]  # "he said; 12 of the country's 40 are left"


def _saw(reading: Reading, utterance: Utterance, first: int) -> bool:
    """Whether who speaks tells of what they saw: "two died, a witness said; he had seen 40"."""
    speaks = utterance.source.nature in {"person", "group", "other"}
    opening = reading.lower[first : first + 2]
    told = opening[:1] and vocabulary().pronouns.get(opening[0]) in {"person", "group"}
    in_person = lexicon.attribution().continued.in_person
    return bool(told) and speaks and not in_person.isdisjoint(opening[1:])


def is_within_list(
    reading: Reading, verbs: Sequence[int], utterance: Utterance, semicolon: int
) -> bool:
    """Whether a semicolon only parts what is listed: "According to X, A; B; and C have fallen"."""
    if utterance.stop >= semicolon or _tells_anew(reading, verbs, semicolon):
        return False
    between = bisect.bisect_left(verbs, semicolon) - bisect.bisect_left(verbs, utterance.stop)
    return not between


def _tells_anew(reading: Reading, verbs: Sequence[int], semicolon: int) -> bool:
    """Whether somebody else acts behind it: "X spoke of nine dead; the hospital took in 40"."""
    behind, first = reading.lower[semicolon + 1 :], semicolon + 1
    stop = first + behind.index(";") if ";" in behind else len(reading.lower)
    told = bisect.bisect_left(verbs, stop) - bisect.bisect_left(verbs, first)
    return bool(told) and behind[0] in vocabulary().definite


def _is_bare(reading: Reading, first: int) -> bool:
    """Whether a number stands there without a noun: "said 900 would come; 400 are there".

    So does that of "said 900 came; eight others were missing".
    """
    told = next((one for one in reading.quantities if one.outer_first == first), None)
    if told is None:
        return False
    if reading.lower[told.outer_stop : told.outer_stop + 1] in (["others"], ["more"]):
        return True
    return not auxiliaries().isdisjoint(reading.lower[told.outer_stop : told.outer_stop + 1])


def _counts_on(reading: Reading, semicolon: int) -> bool:
    """Whether a number stands right behind: "said the post fell; about 40 men held out"."""
    behind = semicolon + 1
    counted = any(behind == quantity.outer_first for quantity in reading.quantities)
    return counted or (behind < len(reading.tokens) and is_number(reading.tokens[behind]))


@functools.cache
def _going_on() -> PhraseMatcher[bool]:
    """What goes on with a count behind a semicolon: "; with children the total is 40"."""
    return PhraseMatcher((phrase, True) for phrase in lexicon.attribution().continued.counting)
