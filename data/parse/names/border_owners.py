"""Border owners: whose border "its border" and "the border with X" are."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.names.actor_mention import ActorMention
from data.parse.names.places import Place
from data.parse.words.tokens import Token, indexes_of, norms_of

_REACH = 11
"""Most words from "its" to "border": "its 1,300-kilometre (808-mile) southern border with X"."""


@functools.cache
def border_words() -> frozenset[str]:
    """Words for a border, in lower case."""
    return frozenset(lexicon.grammar().border_words)


def possessed_borders(
    tokens: Sequence[Token], mentions: Sequence[ActorMention], places: Sequence[Place]
) -> Iterator[Place]:
    """The owners that "its border" and "the border with X" leave unsaid, as places.

    "Its" stands for the last country. "The border with X" is that of whoever is spoken of and has
    a border with X: of Afghanistan, where the Taliban hold it, and not of who says so.
    """
    possessives = lexicon.grammar().possessives
    partners = _partners(tokens, mentions)
    last = -1
    for word in indexes_of(border_words(), norms_of(tokens)):
        shared = word + 1 < len(tokens) and tokens[word + 1].norm == "with"
        for index in range(max(0, last, word - _REACH + 1), word):
            norm = tokens[index].norm
            owner = None
            if norm in possessives:
                owner = _state_before(mentions, index) or _acting_behind(mentions, word)
            elif norm == "the" and shared and _describes_border(tokens[index + 1 : word]):
                partner = next((place.country for place in places if place.first == word + 2), None)
                others = [mention for mention in mentions if mention.first not in partners]
                owner = _acting_beside(others, index, partner)
            if owner is not None and owner.country is not None:
                yield _owner(tokens, index, owner.country)
        last = word


def _partners(tokens: Sequence[Token], mentions: Sequence[ActorMention]) -> frozenset[int]:
    """Where those are named that a border is with: none of them holds the border behind it."""
    stops = {mention.first: mention.stop for mention in mentions}
    joints = lexicon.location().lines.partner_joints
    found: set[int] = set()
    for word in indexes_of(border_words(), norms_of(tokens)):
        index = word + 2
        if word + 1 >= len(tokens) or tokens[word + 1].norm != "with":
            continue
        while index < len(tokens):
            if index in stops:
                found.add(index)
                index = stops[index]
            elif tokens[index].norm in joints:
                index += 1
            else:
                break
    return frozenset(found)


def _owner(tokens: Sequence[Token], index: int, country: str) -> Place:
    token = tokens[index]
    return Place(index, index + 1, token.start, token.end, country, country, "owner")


def _describes_border(between: Sequence[Token]) -> bool:
    """Whether words only describe a border: "the 300-kilometre (186-mile) border"."""
    prepositions = lexicon.grammar().prepositions
    return all(token.norm not in prepositions and token.norm != "," for token in between)


def _state_before(mentions: Sequence[ActorMention], index: int) -> ActorMention | None:
    states = [m for m in mentions if m.first < index and m.type == "government"]
    return states[-1] if states else None


def _acting_behind(mentions: Sequence[ActorMention], word: int) -> ActorMention | None:
    """Who "its" announces: "along its border with X, Y builds a wall" is about the border of Y."""
    behind = [m for m in mentions if m.first > word + 2 and m.type == "government"]
    return behind[0] if behind else None


def _acting_beside(
    mentions: Sequence[ActorMention], index: int, partner: str | None
) -> ActorMention | None:
    """Who has a border with a country: the last named of its neighbours, or who holds it."""
    known = lexicon.anaphora().bordering.get(partner or "")
    able = [m for m in mentions if m.country and (known is None or m.country in known)]
    before = [m for m in able if m.first < index and m.type != "medium"]
    behind = [m for m in able if m.first > index and m.type == "armed-group" and known]
    return before[-1] if before else next(iter(behind), None)
