"""Judging: who or what speaks, by the words of a noun phrase."""

from __future__ import annotations

import functools
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.attribution.sources.anaphors import anaphor_of
from data.parse.attribution.sources.nations import nation_of, whom_they_serve
from data.parse.attribution.sources.ours import are_ours, is_same, whose_colleagues
from data.parse.attribution.sources.parts import is_picked, is_share, is_shared
from data.parse.attribution.sources.vocabulary import Anaphor, vocabulary
from data.parse.attribution.sources.words import has_rank, is_abbreviation, is_acronym
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import HOLDERS
from data.parse.parties.movements import group_of, names_movement
from data.parse.parties.named import names_foes
from data.parse.reading import Reading
from data.parse.words.phrases import PhraseMatcher

Nature = Literal["person", "group", "body", "name", "medium", "record", "other"]
"""What a source is: a person, people, an institution, any other name, a medium, a document or
figures, or a noun that is no speaker by itself ("a teacher")."""


_SPEAK_FOR_STATES: frozenset[Nature] = frozenset({"person", "group", "body"})
_NAMED: frozenset[Nature] = frozenset({"person", "name"})

_STATES = frozenset({"government", "institution", "military"})


class Source(NamedTuple):
    """A noun phrase that can speak.

    Attributes:
        first: Index of its first token.
        stop: Index one past its last token.
        words: Its words, without article.
        code: Actor code, if known.
        nature: What sort of source.
        anaphor: How it stands for a source named before.
        heads: Its words in lower case, which "the ministry" is matched with later.
    """

    first: int
    stop: int
    words: str
    code: str | None
    nature: Nature
    anaphor: Anaphor
    heads: frozenset[str]


def judge(reading: Reading, first: int, stop: int) -> Source | None:
    """The source that a noun phrase names; None if nobody can speak by that name."""
    words = vocabulary()
    tokens = reading.tokens
    begin = _past_articles(reading, first, stop)
    if begin + 1 < stop and is_picked(reading, begin):
        return _one_of(reading, first, begin + 1, stop)
    if begin + 1 < stop and is_same(reading, first, begin):
        begin += 1
    if begin < stop and (seat := whose_colleagues(tokens, first, stop)):
        return judge(reading, seat, stop)
    if begin >= stop or (tokens[first].norm in words.ours and not are_ours(tokens, first, stop)):
        return None
    norm = tokens[begin].norm
    if norm == "what":
        return None  # "What Our Count Says"
    if stop - first == 1 and norm in words.pronouns:
        kind = words.pronouns[norm]
        return _source(reading, first, begin, stop, "other", kind)
    if stop - first == 1 and (norm in words.asides or norm in words.owners):
        return None  # "Meanwhile, the charity (MDA) said", "according to his saying"
    core = _core_stop(reading, begin, stop)
    if core - begin > 2 and is_abbreviation(tokens, core - 1):
        core -= 1  # "Ali Khan Jr. said"
    last = tokens[core - 1].norm
    pronoun = last in words.nobody or last in words.pronouns
    if (pronoun and not is_acronym(tokens[core - 1])) or not tokens[core - 1].is_word:
        return None
    if last in words.numbers or is_shared(reading, first) or is_share(reading, begin):
        return None  # "four out of five said", "42% of adults said", "62 percent of X say"
    if last in words.records:
        return _record(reading, first, begin, core, stop)
    nature = _nature(reading, begin, core)
    anaphor = anaphor_of(reading, first, begin, core, stop)
    source = _source(reading, first, begin, stop, nature, anaphor)
    if source.code is None and nature in _SPEAK_FOR_STATES and not _is_movement(reading, source):
        source = source._replace(code=nation_of(reading, begin, core, stop))
    if source.code is None and nature in _NAMED and anaphor == "none":
        return source._replace(code=whom_they_serve(reading, stop))
    return source


def _one_of(reading: Reading, first: int, begin: int, stop: int) -> Source | None:
    """Somebody out of several who can speak: "one of the doctors"."""
    source = judge(reading, begin, stop)
    if source is None or source.nature == "name":
        return None
    if source.nature == "other" and " " in source.words:
        return None  # but "one of the displaced said"
    inside = reading.lower[source.stop - len(source.words.split()) + 1 : stop]
    if not (lexicon.grammar().determiners | vocabulary().nobody).isdisjoint(inside):
        return None  # "one of the qualities many supporters say"
    if source.anaphor == "owner":
        return source._replace(first=first)
    return source._replace(first=first, words=reading.words(first, stop), anaphor="none")


def _past_articles(reading: Reading, first: int, stop: int) -> int:
    """Index of the first word that is no article; "The Hill" keeps its own."""
    articles, definite = vocabulary().articles, vocabulary().definite
    others = lexicon.attribution().grammar.not_described
    tokens = reading.tokens
    while first < stop and tokens[first].norm in articles:
        if tokens[first].norm in others and first and reading.lower[first - 1] in definite:
            break  # "the other side"
        if first + 1 < stop and _media_names().match_at(tokens, first):
            break
        if tokens[first].text == "The" and any(
            actor.first == first and actor.type == "medium" for actor in reading.actors
        ):
            break
        first += 1
    return first


def _core_stop(reading: Reading, begin: int, stop: int) -> int:
    """Where the noun itself ends and "of X", "for X" or "in X" begins."""
    prepositions = vocabulary().prepositions
    for index in range(begin + 1, stop):
        if reading.tokens[index].norm in prepositions:
            return index
    return stop


def _nature(reading: Reading, begin: int, core: int) -> Nature:
    words = vocabulary()
    tokens = reading.tokens[begin:core]
    norms = reading.lower[begin:core]
    last = norms[-1]
    if "news" in norms[:-1] or last in words.media:
        return "medium"
    if last in words.bodies:
        return "medium" if _is_named_agency(reading, begin, core) else "body"
    people = [norm for norm in norms if norm in words.people]
    if norms[0] in words.titles or has_rank(tokens):
        return "person"
    if people:
        return "group" if people[-1] in words.several else "person"
    if _media_names().find(tokens):
        return "medium"
    actor = _actor_in(reading, begin, core)
    if actor is not None and not actor.anaphor:
        if actor.type in {"person", "medium"}:
            return "person" if actor.type == "person" else "medium"
        return "body"
    if not words.bodies.isdisjoint(norms):
        return "body"
    if core - begin == 1 and _is_common(reading, begin):
        return "other"
    if tokens[-1].text[0].isupper() and not (len(tokens) == 1 and tokens[-1].text.islower()):
        return "name"
    return "other"


def _is_common(reading: Reading, index: int) -> bool:
    """Whether a noun has its capital from the sentence it opens: "Families tell of bombs"."""
    if index or not reading.lower[0].endswith("s"):
        return False
    return any(noun.first == 0 for noun in reading.nouns.values())


def _is_named_agency(reading: Reading, begin: int, core: int) -> bool:
    """Whether a body is a medium by its name: "Tajikistan's Khovar agency"."""
    if reading.lower[core - 1] not in lexicon.attribution().media.generic:
        return False
    if _media_names().find(reading.tokens[begin : core - 1]):
        return True
    actor = _actor_in(reading, begin, core)
    return actor is not None and actor.type == "medium"


def _record(reading: Reading, first: int, begin: int, core: int, stop: int) -> Source | None:
    """Whose a document is: of "figures from X" X; "the statement" is that of the last source."""
    tokens = reading.tokens
    words = vocabulary()
    if core < stop and tokens[core].norm in words.by:
        owner = judge(reading, core + 1, stop)
        if owner is not None and owner.nature not in {"other", "record"}:
            return owner._replace(first=first, stop=stop)
    owned = tokens[begin].norm in words.owners  # "His report says", with a capital only there
    modifiers = tokens[begin + owned : core - 1]
    named = any(
        token.text[0].isupper()
        or token.norm in words.bodies
        or token.norm in words.people
        or token.norm in words.media
        for token in modifiers
    )
    if owned and not named:
        return _source(reading, first, begin, stop, "record", "record")
    article = tokens[first].norm in words.definite or tokens[first].norm in words.indefinite
    bare = article and core == stop and not named
    images = lexicon.attribution().records.images
    if tokens[first].norm in words.indefinite and reading.lower[core - 1] in images:
        bare = False  # "a video shows" another than whoever spoke before
    if bare and reading.lower[begin] in words.newest:
        if reading.lower[core - 1] not in lexicon.attribution().records.conducted:
            return None  # "according to the latest data", whose nobody tells
        bare = False
    record = _source(reading, first, begin, stop, "record", "record" if bare else "none")
    inside = _actor_in(reading, first, core)  # "reports from the north of the country" are nobody's
    return record if inside is not None else record._replace(code=None)


def _source(
    reading: Reading, first: int, begin: int, stop: int, nature: Nature, anaphor: Anaphor
) -> Source:
    actor = _actor_in(reading, first, stop)
    words = reading.words(begin, stop)
    if actor is not None and actor.anaphor and actor.first == first and actor.stop < stop:
        words = actor.words + reading.text[actor.end : reading.tokens[stop - 1].end]
    coded = actor is not None and anaphor in {"none", "definite"}
    if nature == "medium" and actor is not None and actor.type != "medium":
        coded = False  # the state's television is not the state
    if coded and (_are_foes(reading, begin, stop, actor) or "own" in reading.lower[begin:stop]):
        coded = False  # nor are its rebels, nor its "own advisers" who think otherwise
    return Source(
        first=first,
        stop=stop,
        words=words,
        code=actor.code if actor and coded else None,
        nature=nature,
        anaphor=anaphor,
        heads=frozenset(reading.lower[begin:stop]),
    )


def _are_foes(reading: Reading, first: int, stop: int, actor: ActorMention | None) -> bool:
    """Whether a side is named by those against it: "Syria's rebels", "the army's opponents"."""
    if actor is None:
        return False
    if names_foes(reading, first, stop):
        return actor.type in HOLDERS
    armed = not lexicon.captures().armed.isdisjoint(reading.lower[first:stop])
    is_state = actor.type in _STATES
    return is_state and (armed or names_movement(reading, first, stop))


def _is_movement(reading: Reading, source: Source) -> bool:
    return names_movement(reading, source.first, source.stop)


def _actor_in(reading: Reading, first: int, stop: int) -> ActorMention | None:
    """The actor a noun phrase names; of "officials in X" it is not X."""
    if not reading.actors:
        return None
    inside = [
        actor
        for actor in reading.actors
        if first <= actor.first
        and actor.stop <= stop
        and not (actor.first > first and _is_place_only(reading, first, actor.first))
    ]
    people = [actor for actor in inside if actor.type == "person"]
    return next(iter(people), None) or group_of(reading, inside) or next(iter(inside), None)


def _is_place_only(reading: Reading, first: int, index: int) -> bool:
    tokens = reading.tokens
    before = tokens[index - 1].norm
    if before == "the" and index - 1 > first:
        before = tokens[index - 2].norm
    return before in vocabulary().at


@functools.cache
def _media_names() -> PhraseMatcher[bool]:
    return PhraseMatcher(((name, True) for name in lexicon.attribution().media.names), names=True)
