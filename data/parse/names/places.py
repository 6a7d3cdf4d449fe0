"""Places: what the names in a sentence stand for."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Container, Iterable, Sequence

from data import lexicon
from data.parse.names.gazetteer import Name, Names, Via, look_up, province_of
from data.parse.words.inflection import verb_forms
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token

__all__ = ["Place", "Via", "find_places", "province_of", "strong_names"]

_WIDEST_LIST_GAP = 3
"""Most words between two names of a list: ", and the"."""

_APPOSITION = 5
"""Words behind a name that tell whether it is a person's: ", an Afghan man in"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A place a sentence names.

    Attributes:
        first: Index of the first token.
        stop: Index one past the last token.
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        code: Code of the place.
        country: Country it lies in, alpha-3; None for a region or a border.
        via: How the text names it; ``owner`` where it only says whose border is meant.
        landmark: Only says where something else is ("north of Afghanistan").
    """

    first: int
    stop: int
    start: int
    end: int
    code: str
    country: str | None
    via: Via
    landmark: bool = False


def find_places(
    tokens: Sequence[Token], supported: Container[str], names: Names | None = None
) -> list[Place]:
    """Places named in a sentence, in text order.

    Args:
        tokens: The sentence.
        supported: What :func:`strong_names` found in the article. A weak name ("Georgia") counts
            only for one of these countries or beside the name of another country; of the
            provinces that share the name of a district, the one named elsewhere is meant.
        names: What :func:`look_up` found in the sentence, where that is known already.
    """
    found = look_up(tokens) if names is None else names
    places: list[Place] = []
    for position, match in enumerate(found.places):
        name = _chosen(match, tokens, supported)
        if name is None or (name.weak and not _is_supported(tokens, found, position, supported)):
            continue
        if name.personal and _is_a_person(tokens, found, match):
            continue
        places.append(
            Place(
                first=match.first,
                stop=match.stop,
                start=match.start,
                end=match.end,
                code=name.code,
                country=name.country,
                via=name.via,
                landmark=_is_landmark(tokens, match.first),
            )
        )
    return places


def strong_names(sentences: Iterable[Names]) -> frozenset[str]:
    """Countries and provinces an article names by a name that means nothing else."""
    found: set[str] = set()
    for names in sentences:
        for match in names.places:
            strong = [name for name in match.payload if not name.weak]
            found.update(name.country for name in strong if name.country is not None)
            provinces = {province_of(name.code) for name in strong} - {None}
            if len(provinces) == 1:
                found.update(province for province in provinces if province is not None)
    return frozenset(found)


def _chosen(
    match: Match[tuple[Name, ...]], tokens: Sequence[Token], supported: Container[str]
) -> Name | None:
    """Of the places that share a name the one the text means; None where it does not say.

    Kunduz is a town and a province: the word behind it decides. Districts of two provinces that
    share a name are told apart by the province that the article names.
    """
    names = match.payload
    if len(names) < 2:
        return names[0] if names else None
    following = tokens[match.stop].norm if match.stop < len(tokens) else ""
    if following in _province_words():
        provinces = [name for name in names if _is_province(name)]
        if len(provinces) == 1:
            return provinces[0]
    if following in _town_words():
        city = next((name for name in names if "/" in name.code), None)
        if city is not None:
            return city
    if not all(_is_province(name) for name in names):
        return names[0]
    named = [name for name in names if name.code in supported]
    return named[0] if len(named) == 1 else None


def _is_province(name: Name) -> bool:
    return "-" in name.code and "/" not in name.code


def _is_supported(
    tokens: Sequence[Token], names: Names, position: int, supported: Container[str]
) -> bool:
    """Whether a weak name means the country here: not "Michael Jordan", not "Georgia Tech"."""
    match = names.places[position]
    if _is_in_a_longer_name(tokens, names, match):
        return False
    if any(name.country in supported for name in match.payload):
        return True
    if _owns_institution(tokens, names, match) or _is_landed_in(tokens, match):
        return True
    neighbours = names.places[max(0, position - 1) : position + 2]
    return any(other is not match and _is_listed_with(tokens, match, other) for other in neighbours)


def _is_in_a_longer_name(
    tokens: Sequence[Token], names: Names, match: Match[tuple[Name, ...]]
) -> bool:
    if all(token.text[0].isupper() for token in tokens if token.is_word):
        return False  # a headline, whose capitals tell nothing
    before = tokens[match.first - 1] if match.first else None
    after = tokens[match.stop] if match.stop < len(tokens) else None
    known = {name.stop for name in names.places} | {name.stop for name in names.actors}
    if before is not None and match.first > 1 and before.text[0].isupper():
        return match.first not in known and before.norm not in _directions()
    begun = {body.first for body in names.bodies} | {name.first for name in names.places}
    typed = after is not None and after.norm in _type_words()
    return after is not None and after.text[0].isupper() and not typed and match.stop not in begun


def _is_a_person(tokens: Sequence[Token], names: Names, match: Match[tuple[Name, ...]]) -> bool:
    """Whether a name is a person's: a part of a longer one, or "X, an Afghan doctor"."""
    if _is_in_a_longer_name(tokens, names, match):
        return True
    if match.first and tokens[match.first - 1].norm in lexicon.grammar().prepositions:
        return False
    behind = tokens[match.stop : match.stop + _APPOSITION]
    if len(behind) < _APPOSITION or behind[0].norm != ",":
        return False
    told, grammar = behind[1].norm, lexicon.grammar()
    described = told in grammar.indefinite or told in grammar.personal_relatives
    if not described and not _is_age(behind):
        return False
    return not any(token.norm in _type_words() for token in behind)


def _is_age(behind: Sequence[Token]) -> bool:
    """Whether a comma closes an age: "X, 35, said"."""
    return behind[1].is_number and behind[2].norm == ","


def _is_landed_in(tokens: Sequence[Token], match: Match[tuple[Name, ...]]) -> bool:
    """Whether a flight ends at a capital, whatever else its name means: "landed in Warsaw"."""
    if match.first < 2 or all(name.via != "capital" for name in match.payload):
        return False
    led = tokens[match.first - 1].norm in _landing_prepositions()
    return led and tokens[match.first - 2].norm in _landings()


@functools.cache
def _landings() -> frozenset[str]:
    """Last words of verbs for the end of a flight."""
    irregular = lexicon.verbs().irregular
    lemmas = lexicon.location().moving.arriving | {"fly"}
    forms = (form for one in lemmas for form in verb_forms(one, irregular.get(one, ())))
    return frozenset(form.rpartition(" ")[2] for form in forms)


@functools.cache
def _landing_prepositions() -> frozenset[str]:
    return lexicon.grammar().to_place | {"in", "at"}


def _owns_institution(
    tokens: Sequence[Token], names: Names, match: Match[tuple[Name, ...]]
) -> bool:
    stop = match.stop
    owner = stop < len(tokens) and tokens[stop].norm == "'s"
    return any(body.first == stop + owner for body in names.bodies)


def _is_listed_with(
    tokens: Sequence[Token], one: Match[tuple[Name, ...]], other: Match[tuple[Name, ...]]
) -> bool:
    """Whether two names stand in a list or are joined: "Turkey and Georgia", "Pak-Afghan"."""
    if not any(not name.weak and name.code == name.country for name in other.payload):
        return False
    first, second = sorted((one, other), key=lambda match: match.first)
    between, joints = tokens[first.stop : second.first], lexicon.location().listing.name_joints
    if not 0 < len(between) <= _WIDEST_LIST_GAP:
        return False
    return all(token.norm in joints for token in between)


def _is_landmark(tokens: Sequence[Token], first: int) -> bool:
    return first >= 2 and tokens[first - 1].norm == "of" and tokens[first - 2].norm in _directions()


@functools.cache
def _directions() -> frozenset[str]:
    return frozenset(lexicon.grammar().directions)


@functools.cache
def _type_words() -> frozenset[str]:
    return _province_words() | _town_words() | lexicon.location().ground.words


@functools.cache
def _province_words() -> frozenset[str]:
    return frozenset(lexicon.grammar().province_words)


@functools.cache
def _town_words() -> frozenset[str]:
    return frozenset(lexicon.grammar().town_words)
