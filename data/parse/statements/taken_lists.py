"""Lists: which of the places named among some words are what is taken there.

"Sharan in Paktika and Asadabad" are two; "a base in Kunduz", "Kunduz airport" and "the governor of
Kunduz" are none.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from data import lexicon
from data.parse.clauses import is_adverb, looks_finite
from data.parse.lazy import remembered
from data.parse.names.places import Place, province_of
from data.parse.reading import Reading
from data.parse.statements.taken import Taken, capitals, names_province, taken_of
from data.parse.words.tokens import Token

_Lead = Literal["head", "linked", "ground"]

_LIST_REACH = 60
"""Most tokens of a list of places behind a verb."""

SIGNS = frozenset({";", "—", '"'})
"""Signs that no noun phrase goes across."""

_GROUND_REACH = 4
"""Most tokens between a town and what it lies in: "Sharan in the province of Paktika"."""


def taken_among(reading: Reading, first: int, stop: int) -> Sequence[Taken]:
    """The places of a noun phrase, or of a list of them, that are themselves meant.

    A province counts only where none of its towns is named beside it.

    Args:
        reading: The sentence.
        first: Index of the first token of the phrase.
        stop: Index one past its last token.
    """
    found: list[Taken] = []
    is_list: bool | None = None
    is_fronted = False
    last_stop = first
    for place in reading.places:
        if not first <= place.first < stop or place.via in {"demonym", "owner", "anaphor"}:
            continue
        lead = "ground" if place.landmark else _lead(reading, place, first)
        if lead == "ground":
            beside = bool(found) and place.first - last_stop <= _GROUND_REACH
            is_fronted = place.first - 1 <= first and not found
            is_list = None if is_fronted else bool(is_list and beside)
            last_stop = place.stop
            continue
        if is_fronted and reading.tokens[place.first - 1].norm in lexicon.grammar().joining_names:
            last_stop = place.stop
            continue  # "In X and Y, Z fell"
        is_fronted = False
        if found and place.stop < stop and _starts_clause(reading, place):
            break
        if lead == "linked" and _is_named_behind(reading, place, first):
            lead = "head"
        meant = (lead == "head" or is_list is not False) and _is_meant(reading, place, stop)
        if _owns(reading, place):
            last_stop = place.stop
            continue  # "took Herat, Afghanistan's third largest city"
        if not meant and lead == "linked" and is_list:
            found.clear()  # "X and Y airports"
        taken = taken_of(reading, place)
        if meant and taken and not _explains(taken, found):
            found.append(taken)
        is_list, last_stop = meant, place.stop
    found = _without_namesakes(reading, found)
    towns = {province_of(taken.code) for taken in found if taken.is_town}
    return [taken for taken in found if taken.is_district or taken.code not in towns]


def _without_namesakes(reading: Reading, found: list[Taken]) -> list[Taken]:
    """A list without the capitals that share a name with districts: "Faizabad and X districts"."""
    last = max(
        (i for i, taken in enumerate(found) if _is_called_district(reading, taken)), default=-1
    )
    listed = reading.lower[found[last].stop] == "districts" if last >= 0 else False
    return [
        taken
        for index, taken in enumerate(found)
        if not (taken.code in capitals() and (index == last or (listed and index < last)))
    ]


def _is_called_district(reading: Reading, taken: Taken) -> bool:
    behind = reading.lower[taken.stop : taken.stop + 1]
    return bool(behind) and behind[0] in lexicon.captures().districts


def objects_behind(reading: Reading, first: int) -> Sequence[Taken]:
    """The places that are the objects of a verb which ends at a token."""
    stop = object_stop(reading, first)
    found = taken_among(reading, first, stop)
    follows = reading.lower[stop : stop + 1]
    if len(found) > 1 and found[-1].stop == stop and follows and follows[0] not in _object_ends():
        return found[:-1]  # "took X, and Y sent help"
    return found


def object_stop(reading: Reading, first: int) -> int:
    """Index one past the objects that begin at a token: up to a verb, a sign or a clause."""
    tokens, ends = reading.tokens, _object_ends()
    last = min(first + _LIST_REACH, len(tokens))
    for index in range(first, last):
        norm = tokens[index].norm
        if norm in ends and not (norm == "as" and _is_as_well_as(reading, index)):
            return index
        if is_verb(reading, index):
            return index
    return last


def _is_as_well_as(reading: Reading, index: int) -> bool:
    around = reading.lower[max(0, index - 2) : index + 3]
    return "well" in around


def is_verb(reading: Reading, index: int) -> bool:
    """Whether a token is a verb, and no crossing."""
    token = reading.tokens[index]
    if token.norm in lexicon.captures().heads:
        return False
    return index in reading.verb_tokens or looks_finite(token)


def base_among(reading: Reading, first: int, stop: int) -> list[Taken]:
    """The places that name a base among some words: "Bagram air base", "Kandahar Airfield"."""
    return [
        Taken(place.code, place.first, place.stop)
        for place in reading.places
        if first <= place.first < stop
        and place.via == "name"
        and place.code != place.country
        and not place.landmark
        and _lead(reading, place, first) != "ground"
    ]


def _lead(reading: Reading, place: Place, first: int) -> _Lead:
    """What leads to a name: nothing but words that describe it, a link of a list, or "in"."""
    tokens, words, grammar = reading.tokens, lexicon.captures(), lexicon.grammar()
    index = place.first
    while index > first:
        token = tokens[index - 1]
        norm = token.norm
        if norm in words.links or _is_along_with(tokens, index - 1):
            return "linked"
        if norm == "of" and index - 2 >= first and tokens[index - 2].norm in words.heads:
            if tokens[index - 2].norm in words.districts and names_province(reading, place):
                return "ground"  # "districts of Takhar" are none that is named
            index -= 2
            continue
        if norm in words.at_crossing and _leads_to_crossing(reading, place, index - 2, first):
            index -= 2
            continue
        if norm in grammar.prepositions:
            return "ground"
        if norm == "'s" or norm in _openers() or index - 1 in reading.verb_tokens:
            return "head"
        if index - 1 in _in_times(reading) or looks_finite(token):
            return "head"
        if not token.is_word and norm != "-":
            return "head"
        if index in reading.place_stops and index - 1 not in _countries(reading):
            return "head"  # "In Kunduz the district of X"
        named = token.is_word and not token.text.islower()
        if named and index > 1 and index - 1 not in _countries(reading):
            return "ground"  # "Governor Kunduz": a part of a longer name
        index -= 1
    return "head"


def _leads_to_crossing(reading: Reading, place: Place, head: int, first: int) -> bool:
    """Whether a noun in front of "at" or "in" says that a name is that of a crossing.

    "The border crossing at X" is one, "a police post in X" only lies there.
    """
    if place.code not in lexicon.crossings() or head < first:
        return False
    words, lower = lexicon.captures(), reading.lower
    if lower[head] in words.crossing_nouns:
        return True
    return lower[head] in words.posts and head > first and lower[head - 1] in words.crossing_heads


def _is_named_behind(reading: Reading, place: Place, first: int) -> bool:
    """Whether a name follows the crossing it is of: "the crossing with Iran, Islam Qala"."""
    comma = place.first - 1
    other = next((p.first for p in reading.places if p.stop == comma), None)
    if other is None or reading.lower[comma] != "," or other - 1 <= first:
        return False
    before = other - 1 - (reading.lower[other - 1] == "the")
    if reading.lower[before] not in lexicon.captures().across:
        return False
    return _leads_to_crossing(reading, place, before - 1, first)


def _is_along_with(tokens: Sequence[Token], index: int) -> bool:
    pair = f"{tokens[index - 1].norm} {tokens[index].norm}"
    return index > 0 and pair in lexicon.count_words().company


def _is_meant(reading: Reading, place: Place, stop: int) -> bool:
    """Whether what stands behind a name leaves it the place itself: not "X airport"."""
    tokens, words = reading.tokens, lexicon.captures()
    heads = words.crossing_heads if place.code in lexicon.crossings() else words.types
    index = place.stop
    while index < len(tokens) and tokens[index].norm in heads:
        index += 1
    if index < stop and tokens[index].is_number and index not in _in_times(reading):
        return False  # "in Herat 20 posts fell"
    if index >= stop or not (tokens[index].is_word or tokens[index].norm in {"'s", "-"}):
        return True
    norm = tokens[index].norm
    if norm == "'s":
        near = {token.norm for token in tokens[index + 1 : index + 3]}
        return not near.isdisjoint(words.capitals)
    if norm == "-":
        return tokens[index].start > tokens[index - 1].end
    return norm in _followers() or _goes_on(reading, index) or index in _in_times(reading)


def _owns(reading: Reading, place: Place) -> bool:
    """Whether a name stands for the owner of what follows, and follows a list of places."""
    behind = reading.lower[place.stop : place.stop + 3]
    return behind[:1] == ["'s"] and lexicon.captures().capitals.isdisjoint(behind)


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a predicate goes on with a verb, a word that helps it or an adverb."""
    token, grammar = reading.tokens[index], lexicon.grammar()
    if token.norm in grammar.auxiliaries or token.norm in grammar.modals or is_adverb(token):
        return True
    return is_verb(reading, index)


def _starts_clause(reading: Reading, place: Place) -> bool:
    """Whether a name begins a clause of its own: "took Kunduz, and Kabul sent help"."""
    index = place.stop
    token = reading.tokens[index]
    if token.norm in lexicon.grammar().auxiliaries or token.norm in lexicon.grammar().modals:
        return token.norm != "'s"
    return index in reading.verb_starts or looks_finite(token)


def _explains(taken: Taken, found: Sequence[Taken]) -> bool:
    """Whether it is "the capital of P" behind a town of P, or "in P" behind a district of P."""
    if not found or taken.is_district or province_of(found[-1].code) != taken.code:
        return False
    return found[-1].is_town or found[-1].is_district


@remembered
def _in_times(reading: Reading) -> frozenset[int]:
    """Indexes of the tokens of calendar expressions."""
    return frozenset(
        index
        for time in reading.times
        for index in range(reading.index_at(time.start), reading.index_at(time.end - 1) + 1)
    )


@remembered
def _countries(reading: Reading) -> frozenset[int]:
    """Indexes of the tokens of words for countries and their people: "the Afghan city of X"."""
    return frozenset(
        index
        for place in reading.places
        if place.via == "demonym" or place.code == place.country
        for index in range(place.first, place.stop)
    )


@functools.cache
def _openers() -> frozenset[str]:
    grammar = lexicon.grammar()
    return grammar.subordinators | grammar.relatives | {"that"}


@functools.cache
def _object_ends() -> frozenset[str]:
    grammar = lexicon.grammar()
    opening = grammar.subordinators | grammar.relatives
    return SIGNS | opening | lexicon.captures().clause_openers


@functools.cache
def _followers() -> frozenset[str]:
    """Words behind a name that leave it the place itself."""
    grammar = lexicon.grammar()
    return lexicon.captures().behind | grammar.prepositions | grammar.subordinators
