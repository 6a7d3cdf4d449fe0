"""Grounding: whether a place that a sentence names is ground of what it tells."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from data import lexicon
from data.parse.grounds.gone_before import gone_before
from data.parse.grounds.roles import (
    Role,
    is_compound,
    is_nationality,
    only_describes,
    role_before,
    role_of_object,
    tells_since_when,
)
from data.parse.grounds.tellers import is_of_source, only_opens_telling, speaks_from
from data.parse.grounds.unknown_towns import role_in_country
from data.parse.lazy import remembered
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import names_event
from data.parse.names.codes import senders
from data.parse.names.places import Place
from data.parse.reading import Reading
from data.parse.words.tokens import Token

_LONGEST_LIST_LINE = 10
"""Most words of a headline or list line that opens with the place it is about."""

_LATEST_DATELINE = 3
"""Sentences of a text, its headlines included, that may open with where the reporter is."""


def role_of(reading: Reading, place: Place) -> Role | None:
    """What a place that a sentence names is to what it tells; None where it is no ground."""
    tokens = reading.tokens
    exact = place.code != place.country
    if is_dateline(reading, place):
        return "at" if exact and _is_label(reading, place) else "dateline"
    if place.first in gone_before(reading):
        return None
    if _in_actor(reading, place):
        return "speaker" if exact else None
    described = place.via == "demonym" and not _makes_own_ground(reading, place)
    if described or is_compound(reading.lower, place.stop):
        return None
    if place.first and tokens[place.first - 1].norm in lexicon.location().naming.words:
        return None
    if only_describes(reading.lower, place) or tells_since_when(reading.lower, place.first):
        return None
    owns = _owns(tokens, place.stop)
    if _is_adjective(reading, place) or (not owns and is_nationality(reading, place)):
        return None
    if owns and _has_neighbours(reading.lower, place.stop + 1):
        return None
    if owns and not exact and _is_of_office(reading, place):
        return None
    if owns and place.code in senders() and not _has_ground(reading, place):
        return None  # "under the UK's programme" is not in the UK
    role = None if _is_subject(reading, place) else role_before(reading, place.first)
    aside = place.via == "name" and not exact and _is_aside(tokens, place.first)
    aside = aside or _is_seat(reading, place) or only_opens_telling(reading, place)
    if role == "at" and aside:
        return None  # "drills near X" are not in X
    if role is None:
        role = "of" if owns else role_of_object(tokens, place.first)
    if role is None and (
        exact or place.via in {"demonym", "part"} or _is_of_capital(reading, place)
    ):
        role = "at"
    if role is None and place.via == "name" and (before := _listed_before(reading, place)):
        return role_of(reading, before)
    if role is None and place.via == "name":
        role = role_in_country(reading, place)
    if role in {"at", "of", "from"} and is_of_source(reading, place):
        return None if place.via == "capital" or speaks_from(reading, place) else "speaker"
    return role


def _owns(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a name is a genitive: "X's", "the Netherlands' list"."""
    if stop + 1 >= len(tokens):
        return stop < len(tokens) and tokens[stop].norm == "'s"
    if tokens[stop].norm == "'s":
        return True
    clings = tokens[stop].norm == "'" and tokens[stop].start == tokens[stop - 1].end
    return clings and tokens[stop - 1].norm.endswith("s") and tokens[stop + 1].is_word


def _has_ground(reading: Reading, place: Place) -> bool:
    """Whether what a state owns is ground or befell it: "Virginia's Fort Lee", "X's floods"."""
    owned = place.stop + 1
    struck = not lexicon.location().leads.disasters.isdisjoint(reading.lower[owned : owned + 1])
    return (
        struck
        or _makes_ground(reading.lower, owned)
        or any(other.first == owned and other.country == place.country for other in reading.places)
    )


def _is_aside(tokens: Sequence[Token], first: int) -> bool:
    leads = lexicon.location().leads
    if tokens[first - 1].norm == "to" and first > 1:
        return tokens[first - 2].norm in leads.close_to
    return tokens[first - 1].norm in leads.aside


def _is_seat(reading: Reading, place: Place) -> bool:
    """Whether a place only says where an institution sits: "the Defence Ministry in X"."""
    return reading.tokens[place.first - 1].norm == "in" and any(
        actor.first < place.first and actor.stop == place.stop and actor.type == "institution"
        for actor in reading.actors
    )


def _has_neighbours(norms: Sequence[str], index: int) -> bool:
    """Whether a country only says whose neighbours are meant: "several of X's neighbours"."""
    neighbours = lexicon.location().leads.neighbours
    return not neighbours.isdisjoint(norms[index : index + 1])


def _is_subject(reading: Reading, place: Place) -> bool:
    """Whether a country acts in a clause that no word opens: "those people X has brought out"."""
    tokens, before = reading.tokens, place.first - 1
    if place.code != place.country or place.stop >= len(tokens) or before < 1:
        return False
    before -= tokens[before].norm == "the"
    acts = (
        tokens[place.stop].norm in lexicon.grammar().auxiliaries and tokens[place.stop].norm != "'s"
    )
    return acts and before in reading.countable_starts


def _is_of_office(reading: Reading, place: Place) -> bool:
    """Whether a country only says whose office or body it is: "X's Chief of Staff".

    "In X's Chief district" is in X.
    """
    tokens, index = reading.tokens, place.stop + 1
    while index < len(tokens) and tokens[index].is_number:
        index += 1  # "X's 296 soldiers"
    if index >= len(tokens) or index in reading.place_starts:
        return False
    words, norm = lexicon.location(), tokens[index].norm
    if norm in words.leads.bearers:
        return True
    if place.first and tokens[place.first - 1].norm in words.prepositions.at:
        return False
    ground = norm in words.ground.words or norm in words.modifiers.words
    return tokens[index].text.istitle() and not ground


def _listed_before(reading: Reading, place: Place) -> Place | None:
    """The place before one that goes on a list: "in X, Y and Z"."""
    tokens, between, joints = reading.tokens, place.first - 1, lexicon.grammar().separators
    if between < 1 or tokens[between].norm not in joints:
        return None
    goes_on = place.stop < len(tokens) and tokens[place.stop].norm in joints
    if tokens[between].norm == "," and not goes_on:
        return None
    stop = between - (tokens[between - 1].norm == ",")
    return next((other for other in reading.places if other.stop == stop), None)


def _is_of_capital(reading: Reading, place: Place) -> bool:
    """Whether ground of a capital or an event there acts: "Kabul airport", "the Kabul blast"."""
    if place.via != "capital":
        return False
    opens = place.first == int(reading.lower[0] in lexicon.grammar().determiners)
    happened = opens and names_event(reading.tokens, place.stop)
    return happened or _makes_ground(reading.lower, place.stop)


def is_dateline(reading: Reading, place: Place) -> bool:
    """Whether a place opens the text: "KHOROG, July 7 —", "BAGHLAN, Afghanistan (Agency) –"."""
    tokens = reading.tokens
    if place.stop >= len(tokens) or place.first > 3:
        return _is_line_of_place(reading, place)
    if place.first == 0 and place.via == "name" and place.code == place.country:
        return False  # "AFGHANISTAN: a snapshot" is about the country
    if _is_of_two(reading, place):
        return True
    sign = tokens[place.stop].norm
    if place.first:
        opened = tokens[0].text.isupper() and tokens[place.first - 1].norm == ","
        dated = sign == "," and tokens[place.stop + 1 :][:1] and _is_month(tokens[place.stop + 1])
        return opened and (sign in {"(", "-", "—", "–"} or bool(dated))
    if tokens[0].text.isupper() and len(tokens[0].text) > 1:
        return sign in {",", "(", "-", "—", "–", ".", ":", "/"}
    following = tokens[place.stop + 1] if place.stop + 1 < len(tokens) else None
    if following is None:
        return False
    if sign == ":":  # "Balkh: 9 of 14" is a line of a list
        return following.text[0].isupper() and len(tokens) > _LONGEST_LIST_LINE
    return sign in {"(", "[", "—", "–"} or (sign == "," and _is_month(following))


def _is_month(token: Token) -> bool:
    return token.norm in lexicon.times().months


def _is_line_of_place(reading: Reading, place: Place) -> bool:
    """Whether the text opens with a line that only says where it was written: "VAN, Turkey"."""
    tokens = reading.tokens
    if reading.at or not 0 < place.first <= _LONGEST_TOWN or place.stop < len(tokens):
        return False
    return tokens[0].text.isupper() and tokens[place.first - 1].norm == ","


_LONGEST_TOWN = 3
"""Most words of a town and the comma before its country."""


def _is_label(reading: Reading, place: Place) -> bool:
    """Whether a place opens a paragraph of a roundup: "HERAT: Seven districts fell"."""
    opens = reading.at > _LATEST_DATELINE and place.first == 0
    return opens and reading.tokens[place.stop].norm == ":"


def _is_of_two(reading: Reading, place: Place) -> bool:
    """Whether a text opens with two places: "Kabul/Frankfurt (agency) –"."""
    tokens = reading.tokens
    slash = place.first - 1 if place.first else place.stop
    if tokens[slash].norm != "/" or (place.first and 0 not in reading.place_starts):
        return False
    stop = place.stop if place.first else reading.place_starts.get(slash + 1, slash)
    return stop < len(tokens) and tokens[stop].norm in {"(", "-", "—", "–"}


def _in_actor(reading: Reading, place: Place) -> bool:
    """Whether a place only says whose an actor is: "forces of X", but not "troops in X"."""
    if place.first and reading.tokens[place.first - 1].norm == "in":
        return False
    return any(
        place.stop <= actor.stop and (actor.first, actor.stop) != (place.first, place.stop)
        for actor in _actors_over(reading).get(place.first, ())
    )


@remembered
def _actors_over(reading: Reading) -> Mapping[int, Sequence[ActorMention]]:
    """The actors whose names go over a word, by its index."""
    over: dict[int, list[ActorMention]] = {}
    for actor in reading.actors:
        if not actor.anaphor:
            for index in range(actor.first, actor.stop):
                over.setdefault(index, []).append(actor)
    return over


def _is_adjective(reading: Reading, place: Place) -> bool:
    """Whether an abbreviation describes what follows: "in 89 US and allied flights"."""
    tokens = reading.tokens
    if place.via != "name" or not tokens[place.first].text.isupper() or place.stop >= len(tokens):
        return False
    before, after = tokens[place.first - 1] if place.first else None, tokens[place.stop]
    if before is not None and before.is_number:
        return True
    if after.norm in {"and", "&", "-", "–"} and _is_demonym(reading, place.stop + 1):
        return True  # "in joint US and Afghan operations"
    if after.norm == "and" and reading.lower[place.stop + 1 : place.stop + 2] == ["other"]:
        return True  # "of U.S. and other NATO forces"
    if after.text.istitle() and place.stop not in reading.place_starts:
        return after.norm not in _not_described() and len(tokens[place.first].text) > 1
    if not after.is_word or not after.text.islower() or place.stop in reading.verb_starts:
        return False
    return after.norm not in _not_described()


def _is_demonym(reading: Reading, index: int) -> bool:
    return any(place.first == index and place.via == "demonym" for place in reading.places)


def _makes_own_ground(reading: Reading, place: Place) -> bool:
    """Whether the ground of a people is where they live: bases of a sender may be anywhere."""
    words, last = lexicon.location().ground, reading.tokens[place.stop - 1].norm
    if last.endswith("s") and not last.endswith("ss"):
        return False  # "Afghans crossing over"
    reach = 1 if place.stop in reading.nouns else 2  # "made 46 Afghan aircraft land"
    following = reading.lower[place.stop : place.stop + reach]
    if words.words.isdisjoint(following):
        return False
    return place.country not in senders() or words.bases.isdisjoint(following)


def _makes_ground(norms: Sequence[str], stop: int) -> bool:
    return not lexicon.location().ground.words.isdisjoint(norms[stop : stop + 2])


@functools.cache
def _not_described() -> frozenset[str]:
    """Words behind a name that it does not describe."""
    grammar = lexicon.grammar()
    return frozenset((*grammar.prepositions, *grammar.auxiliaries, *grammar.conjunctions))
