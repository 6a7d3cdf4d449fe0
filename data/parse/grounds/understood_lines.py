"""Understood lines: which border "the X border" is, of whose two sides the text names one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from data import lexicon
from data.lexicon.names import ActorType
from data.parse.grounds.tellers import is_told_by
from data.parse.lazy import remembered
from data.parse.names.borders import border_code
from data.parse.names.codes import line_with
from data.parse.names.places import Place, Via
from data.parse.reading import Reading

_NEAR = 4
_LEAD = 3
"""Sentences before one, and at the opening, that may say which border of a country is meant."""

_SEVERAL: Final = 2

_ACTING: Final[frozenset[ActorType]] = frozenset({"armed-group", "government", "military"})
"""Who holds a border, crosses it or is driven from it."""

_NO_OWNERS: Final[frozenset[Via]] = frozenset({"anaphor", "owner", "region", "seat"})


def line_near(reading: Reading, country: str | None) -> str | None:
    """The border that "the X border" is as a ground of what happens.

    That of the subject, where a side of its war acts; else one of X told of nearby; else that
    with another state of the sentence, or with the subject.
    """
    own = beside_subject(country) if _subject_acts(reading) else None
    return (
        own or _told_line(reading, country) or _line_beyond(reading, country) or line_with(country)
    )


def line_shared(reading: Reading, country: str | None) -> str | None:
    """The border that "70 percent of the X border" is a share of; None where it stays unsaid.

    As for :func:`line_near`, but for the last: nothing is said of the subject's border in a
    sentence that names nobody of its.
    """
    if country == lexicon.subject():
        return _line_of_neighbour(reading)
    own = beside_subject(country) if _subject_acts(reading) else None
    return own or _told_line(reading, country) or _line_beyond(reading, country)


def line_of_several(reading: Reading, country: str | None) -> str | None:
    """The subject's border of which a share is told beside that of another of its neighbours.

    "95 percent of the border with X and 60 percent of the border with Y", where no other state
    has borders with both.
    """
    own = beside_subject(country)
    partners = _partners(reading)
    if own is None or country not in partners or len(partners) < _SEVERAL:
        return None
    beyond = [frozenset(code.split("-")) for code in lexicon.location().lines.beyond]
    others = (_across(partner, beyond) | {lexicon.subject()} for partner in partners)
    all_near = all(beside_subject(partner) for partner in partners)
    both = frozenset.intersection(*others) == {lexicon.subject()}
    return own if all_near and both else None


@remembered
def _partners(reading: Reading) -> frozenset[str]:
    """Countries that a sentence speaks of a border with: "the border with X"."""
    lower, words = reading.lower, lexicon.location().lines.words
    led = (index for index, norm in enumerate(lower[:-1]) if norm in words)
    with_them = (index for index in led if lower[index + 1] == "with")
    owners = (owner_of_line(reading, index) for index in with_them)
    return frozenset(owner.country for owner in owners if owner is not None and owner.country)


def _across(country: str, lines: Sequence[frozenset[str]]) -> frozenset[str]:
    """Countries on the other side of some lines of a country."""
    own = (line - {country} for line in lines if country in line)
    return frozenset().union(*own)


def owner_of_line(reading: Reading, index: int) -> Place | None:
    """The country right before or behind a word for a border: "Tajik border", "border with X".

    None where the word has no single owner, and where it only says what somebody guards.
    """
    lower, words = reading.lower, lexicon.location().lines
    if not words.services.isdisjoint(lower[index + 1 : index + 2]):
        return None
    if lower[index + 1 : index + 2] in (["with"], ["of"]):
        index += 3 if lower[index + 2 : index + 3] == ["the"] else 2
        return owner_at(reading, index)
    before = index - 1 if index and lower[index - 1] == "'s" else index
    return next((place for place in _owners(reading) if place.stop == before), None)


def beside_subject(country: str | None) -> str | None:
    """The border of a land neighbour with the subject, whether one can cross it or not."""
    if country is None or country not in lexicon.anaphora().bordering[lexicon.subject()]:
        return None
    return border_code(lexicon.subject(), country)


def owner_at(reading: Reading, first: int) -> Place | None:
    """The country named at a token, by its name or that of its people."""
    return next((place for place in _owners(reading) if place.first == first), None)


def _owners(reading: Reading) -> Iterator[Place]:
    for place in reading.places:
        if place.via not in _NO_OWNERS and place.code == place.country:
            yield place


@remembered
def _subject_acts(reading: Reading) -> bool:
    """Whether a side of the subject's war does more in a sentence than tell of something."""
    return any(
        actor.country == lexicon.subject()
        and actor.type in _ACTING
        and not is_told_by(reading.lower, actor.stop)
        and not _owns_line(reading, actor.stop)
        for actor in reading.actors
    )


@remembered
def _told_lines(reading: Reading) -> tuple[str, ...]:
    near = (
        *reversed(reading.whole[max(0, reading.at - _NEAR) : reading.at]),
        *reading.whole[:_LEAD],
    )
    return tuple(border.code for other in (reading, *near) for border in other.borders)


def _told_line(reading: Reading, country: str | None) -> str | None:
    """The border of a country that the text spoke of last."""
    return next((code for code in _told_lines(reading) if country in code.split("-")), None)


def _line_beyond(reading: Reading, country: str | None) -> str | None:
    """The border with another state of the sentence: of Turkish guards at "the Iranian border"."""
    if country is None:
        return None
    own = any(
        place.country == lexicon.subject() and place.via != "demonym" for place in reading.places
    )
    if own and line_with(country):
        return None
    others = _others(reading, country)
    if line_with(country) is None:
        others = (*others, *_owners_of_lines(reading))
    lines = (border_code(country, other) for other in others)
    return next((code for code in lines if code in lexicon.location().lines.beyond), None)


def _line_of_neighbour(reading: Reading) -> str | None:
    """The border with the one neighbour that a sentence names: "Tajiks hold the Afghan border"."""
    others = _others(reading, lexicon.subject())
    lines = {code for other in others if (code := beside_subject(other))}
    return lines.pop() if len(lines) == 1 else _told_line(reading, lexicon.subject())


def _others(reading: Reading, country: str) -> Sequence[str]:
    """Countries beside one that a sentence names, but for those with such a border themselves.

    "70 percent of the Tajik border and 60 of the Uzbek border" speaks of no border of these two.
    """
    partners = _partners(reading)
    others = _named(reading) - {country} - set(_owners_of_lines(reading))
    return sorted(others - partners if len(partners) >= _SEVERAL else others)


def _named(reading: Reading) -> frozenset[str]:
    places = (place.country for place in reading.places)
    actors = (actor.country for actor in reading.actors)
    return frozenset(filter(None, (*places, *actors)))


def _owners_of_lines(reading: Reading) -> Sequence[str]:
    """Countries whose border a sentence speaks of: "the Tajik border and the Uzbek border"."""
    named = [(place.country, place.stop) for place in reading.places]
    named += [(actor.country, actor.stop) for actor in reading.actors]
    return sorted({country for country, stop in named if country and _owns_line(reading, stop)})


def _owns_line(reading: Reading, stop: int) -> bool:
    """Whether a name ends right before a word for a border, or one: "the Uzbek border"."""
    words = lexicon.grammar().border_words | {"one"}
    following = reading.lower[stop : stop + 2]
    if following[:1] == ["'s"]:
        following = following[1:]
    return not words.isdisjoint(following[:1])
