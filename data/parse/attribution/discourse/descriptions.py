"""Descriptions: whom "the same source", "the London-based charity" and "the militants" mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.attribution.saying.sides import Utterance
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.nations import state_words
from data.parse.attribution.sources.vocabulary import vocabulary
from data.parse.parties.movements import is_movement
from data.parse.reading import Reading
from data.parse.readings import Readings

_FARTHEST = 2
"""Most sentences back to a body that is only named there."""

_SHORTEST_ACRONYM = 2

_BODIES: frozenset[Nature] = frozenset(("body", "name", "medium"))


def described(reading: Reading, source: Source, candidates: Sequence[Source]) -> Source | None:
    """Who is meant by a description, of those that spoke before.

    Args:
        reading: The sentence that describes somebody.
        source: Who is described.
        candidates: The sources before it, nearest first.
    """
    if source.anaphor != "definite":
        return None
    head = _head(source)
    if is_same(reading, source) and head in lexicon.attribution().people.generic:
        return next((one for one in candidates if one.anaphor in {"none", "owner"}), None)
    if source.nature == "person":
        return _unnamed_before(source, head, candidates)
    if source.code is not None and source.words.islower():
        named = (one for one in candidates if one.code == source.code)
        return next((one for one in named if one.words[0].isupper()), None)
    return _body_before(source, head, candidates)


def body_named(readings: Readings, at: int, source: Source, spoken: bool) -> Source | None:
    """The body with a name of its own that a sentence before only tells of, and "the group" means.

    "Ten men of the River Trust were shot, police said. Two are missing, the charity said."

    Args:
        readings: The article's sentences.
        at: Index of the sentence that describes somebody.
        source: Who is described.
        spoken: Somebody has spoken before, who may be meant by "the agency".
    """
    rules = lexicon.attribution().bodies
    if source.anaphor != "definite" or (source.nature, source.code) != ("body", None):
        return None
    seated = "-" in source.words and _head(source) in rules.generic
    known = not spoken and _head(source) in rules.generic
    if not (seated or known) and _head(source) not in rules.private:
        return None
    for place in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        found = list(_bodies_in(readings[place]))
        if found:
            words = found[-1]
            return source._replace(words=words, code=None, nature="body", anaphor="none")
    return None


def is_another(source: Source, earlier: Source, candidates: Sequence[Source]) -> bool:
    """Whether somebody by a bare name was told of before with an office that this is none of.

    "Defence Minister Ali Nur was there. They left, Nur said. Some 40 stay, the ambassador said."
    """
    offices = lexicon.attribution().people.offices
    bare = " " not in earlier.words and earlier.words[0].isupper()
    if source.anaphor != "definite" or source.words not in offices or not bare:
        return False
    held = [offices & one.heads for one in candidates if one.words.endswith(f" {earlier.words}")]
    return any(held) and not any(source.words in one for one in held)


def is_same(reading: Reading, source: Source) -> bool:
    """Whether it is "the same source", and none that is told of for the first time."""
    return reading.lower[source.first + 1 : source.first + 2] == ["same"]


def side_meant(reading: Reading, source: Source, spoken: Sequence[Utterance]) -> Source | None:
    """The side that "the movement" is, by the name that the text has for it.

    "The group" is rather the body that has just told of a side: "The rebels took 40 men, Human
    Rights Watch said. Nine were found dead, the group said".

    Args:
        reading: The sentence.
        source: Who is described.
        spoken: The utterances of the sentence before.
    """
    if source.anaphor != "definite" or source.code is None or not source.words.islower():
        return None
    if body := _body_before(source, _head(source), [one.source for one in spoken[-1:]]):
        heads = source.heads | body.heads
        return body._replace(first=source.first, stop=source.stop, anaphor="none", heads=heads)
    opening = next(_bodies_in(reading), "")
    if opening and reading.words(0, len(reading.tokens)).removeprefix("The ").startswith(opening):
        return source._replace(words=opening, code=None, anaphor="none")
    side = next((one for one in reading.actors if one.stop == source.stop), None)
    if side is None or not side.anaphor or side.type != "armed-group":
        return None
    return source._replace(words=side.words, anaphor="none")


def organisation_beside(reading: Reading, source: Source) -> Source | None:
    """The body that the sentence itself names before: "by UNHCR's figures, the agency counts"."""
    generic = lexicon.attribution().bodies.generic
    if source.anaphor != "definite" or source.nature != "body" or _head(source) not in generic:
        return None
    bodies = (one for one in reading.named_actors if one.stop <= source.first)
    named = [one for one in bodies if one.type == "organisation"]
    if not named or len(named[-1].words) <= _SHORTEST_ACRONYM:
        return None
    return source._replace(words=named[-1].words, code=named[-1].code, anaphor="none")


def _unnamed_before(source: Source, head: str, candidates: Sequence[Source]) -> Source | None:
    """Who spoke last, if a role behind which is told whose stands for it: "the guard of the fort".

    So does "the official of the army" for "an army officer", who had no name either.
    """
    nearest = next((one for one in candidates if one.anaphor in {"none", "definite"}), None)
    if head == source.words.rpartition(" ")[2] or nearest is None:
        return None
    known = nearest.nature == "person" and nearest.words.islower() and head in nearest.heads
    return nearest if known else None


def _body_before(source: Source, head: str, candidates: Sequence[Source]) -> Source | None:
    """The body or medium that spoke last under a name of its own, and can be so described."""
    rules = lexicon.attribution()
    if head in rules.media.generic and source.nature == "medium":
        media = (one for one in candidates if one.nature == "medium")
        return next((one for one in media if _is_named(one)), None)
    bodies = (one for one in candidates if one.nature in _BODIES)
    nearest = next((one for one in bodies if not _is_described(one)), None)
    if nearest is None or not _is_named(nearest):
        return None
    allied = rules.bodies.alliances.get(source.words)
    if allied is not None:
        return nearest if nearest.code in allied else None
    if head not in rules.bodies.generic:
        return None
    if is_armed(nearest) and head in rules.bodies.private:
        return None
    if is_movement(nearest.words):
        return nearest
    private = _is_private(nearest) and rules.bodies.armed.isdisjoint(source.heads)
    return nearest if private else None


def is_armed(source: Source) -> bool:
    """Whether a source is an armed group: "the Taliban", "Islamic State militants"."""
    several = lexicon.attribution().grammar.plural_names
    return source.words.lower() in several or is_movement(source.words)


def _is_described(source: Source) -> bool:
    """Whether a source is only described itself: "the London-based charity"."""
    generic = lexicon.attribution().bodies.generic
    return source.anaphor == "definite" and _head(source) in generic


def _is_named(source: Source) -> bool:
    return source.anaphor in {"none", "definite"} and source.words.rpartition(" ")[2][0].isupper()


def _is_private(body: Source) -> bool:
    """Whether a name is that of a body and of no state: "Save the Children", "UNHCR"."""
    whole = body.code in lexicon.attribution().bodies.alliances["world body"]
    if whole or not state_words().roles.isdisjoint(body.heads):
        return False  # "the mission" of the UN is not the UN
    if body.words.isupper():
        return len(body.words) > _SHORTEST_ACRONYM  # but "the mission" of the UN is no "UN"
    return body.nature == "body" or _is_of_a_body(body.words.split())


def _is_of_a_body(words: Sequence[str]) -> bool:
    """Whether a name is one of bodies, not of people, by a word of it: "Watch", "Without"."""
    return not lexicon.attribution().bodies.named.isdisjoint(word.lower() for word in words)


def _bodies_in(reading: Reading) -> Iterator[str]:
    """Names of bodies of no state: "the River Trust", "Save the Children"."""
    tokens, first = reading.tokens, 0
    while first < len(tokens):
        stop = first
        while stop < len(tokens) and tokens[stop].is_word and tokens[stop].text[0].isupper():
            stop += 1
        words = reading.lower[first:stop]
        named = stop - first > 1 and (words[-1] in vocabulary().bodies or _is_of_a_body(words[-1:]))
        if named and state_words().roles.isdisjoint(words):
            yield reading.words(first + (words[0] == "the"), stop)
        first = max(stop, first + 1)


def _head(source: Source) -> str:
    """The noun of a description: "official" of "official of the army"."""
    words = source.words.lower().split()
    stop = next(
        (i for i, w in enumerate(words) if i and w in vocabulary().prepositions), len(words)
    )
    return words[stop - 1]
