"""Constructions: what a verb or noun says is taken, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data import lexicon
from data.parse.clauses import helping_words, is_participle
from data.parse.parties.stand_ins import Taker, armed_group
from data.parse.reading import Reading
from data.parse.reality.modality import reality
from data.parse.reality.refutations import is_called_false
from data.parse.statements.taken import Taken, named_in
from data.parse.statements.taken_lists import objects_behind
from data.parse.statements.takers import (
    giver,
    government_of,
    holder,
    is_armed,
    owner_before,
    recipient,
    taker_of_subject,
)
from data.parse.statements.telling import (
    Telling,
    objects,
    stand_in,
    subjects,
    town_before,
)
from data.parse.subjects import Subject, find_subject

_NOUN_REACH = 6
"""Most tokens from "possible" or "threat" to the noun it makes unreal."""

_RANK_REACH = 12
"""Most tokens of "the ninth of the country's 34 provincial capitals" before "to fall"."""


_TO: frozenset[str] = frozenset({"to"})
_BY: frozenset[str] = frozenset({"by"})
_TO_OR_BY = _TO | _BY


class Construction(NamedTuple):
    """What changes hands, and who holds it afterwards.

    Attributes:
        places: What is taken, in text order; never empty.
        taker: Who holds it.
        noun_stop: Index one past a noun and the places behind it, "the fall of X"; 0 for a verb.
    """

    places: Sequence[Taken]
    taker: Taker
    noun_stop: int = 0


def construe(told: Telling) -> Construction | None:
    """What a word says is taken and by whom; None where it tells of no capture."""
    found = _of_noun(told) if told.rule.nouns else _of_verb(told)
    return found if found and _is_at_home(found) else None


def _is_at_home(found: Construction) -> bool:
    """Whether an armed group takes what lies in its own country, as far as it has one."""
    actor = lexicon.actors().get(found.taker.code)
    return actor is None or actor.country in {None, found.places[0].country}


def _of_noun(told: Telling) -> Construction | None:
    """The fall of X, X's fall, its loss."""
    reading, behind = told.reading, told.stop + 1
    near = reading.lower[max(0, told.first - _NOUN_REACH) : told.first]
    if not lexicon.captures().unreal.isdisjoint(near) or not _is_real(told):
        return None
    places: Sequence[Taken] = ()
    is_of = told.norm(told.stop) == "of"
    if is_of:
        places = objects_behind(reading, behind) or stand_in(told, behind)
    elif told.norm(told.first - 1) == "'s":
        places = [taken for taken in named_in(reading) if taken.stop == told.first - 1]
    elif told.norm(told.first - 1) == "its":
        places = town_before(told, told.first)
    if not places:
        return None
    stop = places[-1].stop if is_of else told.stop
    is_loss = told.norm(told.first) in lexicon.captures().losing
    taker = recipient(reading, stop, places[0].country, _TO if is_loss else _TO_OR_BY)
    taker = taker or owner_before(reading, told.first) or armed_group(reading, told.first)
    return Construction(places, taker, stop) if taker else None


def _of_verb(told: Telling) -> Construction | None:
    tokens = told.reading.tokens
    first = told.first - (told.norm(told.first - 1) == "both")
    helping = helping_words(tokens, first)
    if not _is_told(told, helping):
        return None
    end = first - len(helping)
    if "to" in helping and {"have", "having"}.isdisjoint(helping):
        return _of_ranked(told, end)
    if told.rule.taken == "subject":
        return _of_intransitive(told, end)
    if _is_past_participle(told) and not lexicon.grammar().passive.isdisjoint(helping):
        return _of_passive(told, end)
    return _of_active(told) or _of_participle(told)


def _is_told(told: Telling, helping: Sequence[str]) -> bool:
    """Whether a verb form says that something happened, and is a verb at all."""
    before = told.norm(told.first - 1)
    if not helping and before in lexicon.grammar().determiners and before != "that":
        return False
    if before == "-" or _is_mostly_noun(told) or not _is_real(told):
        return False
    if not told.norm(told.first).endswith("ing") or "having" in helping:
        return True
    return not helping and before in lexicon.captures().gerund_leads


def _is_mostly_noun(told: Telling) -> bool:
    """Whether a form is a noun unless a name follows: "in Afghan hands", "hands X to Y"."""
    if lexicon.captures().noun_forms.isdisjoint(told.reading.lower[told.first : told.stop]):
        return False
    return told.stop == told.first + 1 and told.stop not in told.reading.place_starts


def _is_real(told: Telling) -> bool:
    reading, first = told.reading, told.first
    if reality(reading, first) != "real":
        return False
    return not is_called_false(reading, first, told.stop, is_happening=True)


def _is_past_participle(told: Telling) -> bool:
    token = told.reading.tokens[told.first]
    return is_participle(token) or token.norm in lexicon.captures().participles


def _of_active(told: Telling) -> Construction | None:
    """Y took X; X, which Y took; Z lost X to Y."""
    places = objects(told)
    if not places:
        return None
    if told.rule.taker == "subject":
        taker = taker_of_subject(told.reading, told.first, places[0].country)
        return Construction(places, taker) if taker else None
    loser = find_subject(told.reading, told.first)
    return _gone(told, places, loser) if loser else None


def _of_passive(told: Telling, end: int) -> Construction | None:
    """X was taken by Y; three more were taken: X, Y and Z; X was taken along with Y."""
    places = subjects(told, end)
    behind = told.reading.lower[told.stop :]
    if not places and ":" in behind:
        places = objects_behind(told.reading, told.stop + behind.index(":") + 1)
    elif places and "along" in behind:
        places = [*places, *objects_behind(told.reading, told.stop + behind.index("along") + 2)]
    loser = None if told.rule.taker == "subject" else giver(told.reading, told.stop)
    return _gone(told, places, loser)


def _of_participle(told: Telling) -> Construction | None:
    """X, taken by Y on Monday; X taken (in a headline); the sixth capital taken by Y."""
    if not _is_past_participle(told) or not _may_end(told.reading, told.stop):
        return None
    if told.norm(told.first - 1) in lexicon.captures().capitals:
        return _of_ranked(told, told.first)
    behind_comma = told.norm(told.first - 1) == ","
    end = told.first - behind_comma
    places = subjects(told, end)
    is_near = bool(places) and places[-1].stop >= end - (0 if behind_comma else 2)
    return _gone(told, places) if is_near else None


def _of_intransitive(told: Telling, end: int) -> Construction | None:
    """X fell; X came under Y's control; X lost its capital."""
    places = subjects(told, end) if _falls(told) else ()
    if not places:
        return None
    country = places[0].country
    if told.rule.taker == "holding":
        taker = holder(told.reading, told.stop, country)
        if taker and told.rule.needs == "armed-group" and taker.code not in lexicon.actors():
            return None
        return Construction(places, taker) if taker else None
    is_to = told.norm(told.stop) == "to"
    return _gone(told, places, named=is_to)


def _falls(told: Telling) -> bool:
    """Whether what stands behind a verb leaves it the meaning that its rule has in mind."""
    words, reading = lexicon.captures(), told.reading
    behind = reading.lower[told.stop : told.stop + 3]
    match told.rule.needs:
        case "rank":
            return False
        case "capitals":
            owned = not lexicon.grammar().possessives.isdisjoint(behind[:1])
            return owned and not words.capitals.isdisjoint(behind)
        case "story":
            return told.town is not None and _may_end(reading, told.stop)
    if not behind or told.rule.taker == "holding":
        return True
    return behind[0] not in words.other_falls and not reading.tokens[told.stop].is_number


def _of_ranked(told: Telling, end: int) -> Construction | None:
    """X became the sixth capital to fall; X, the latest taken; the first to fall was X."""
    reading, becoming = told.reading, lexicon.captures().becoming
    if not _is_ranked(told, end):
        return None
    places: Sequence[Taken] = ()
    for index in range(end - 1, max(-1, end - _RANK_REACH), -1):
        if told.norm(index) in becoming:
            places = subjects(told, index - len(helping_words(reading.tokens, index)))
            break
        if told.norm(index) == ",":
            places = subjects(told, index)
            break
    if not places:
        near = range(told.stop, min(told.stop + _NOUN_REACH, len(reading.tokens)))
        behind = next((index for index in near if told.norm(index) in becoming), None)
        places = objects_behind(reading, behind + 1) if behind is not None else ()
    return _gone(told, places)


def _is_ranked(told: Telling, end: int) -> bool:
    """Whether the words before say which of several it is: "the sixth capital", "the latest"."""
    near = told.reading.lower[max(0, end - _RANK_REACH) : end]
    ranks, ordinals = lexicon.captures().ranks, lexicon.numbers().ordinals
    is_counted = not ranks.isdisjoint(near) or any(norm in ordinals for norm in near)
    return is_counted and "yet" not in near and "not" not in near


def _gone(
    told: Telling,
    places: Sequence[Taken],
    loser: Subject | None = None,
    *,
    named: bool = False,
) -> Construction | None:
    """Where places went that somebody lost, by what stands behind the verb.

    Args:
        told: The verb.
        places: What is taken, if anything.
        loser: Who had them before, where the text says so.
        named: "to" behind the verb must name who it is, or it is another fall.
    """
    if not places:
        return None
    rule, country = told.rule, places[0].country
    first = told.stop - (told.norm(told.stop - 1) == "to")  # "went to" holds its preposition
    leads = _BY if rule.taker == "subject" else _TO
    taker = recipient(told.reading, first, country, leads)
    if taker and loser and any(actor.code == taker.code for actor in loser.actors):
        return None
    if taker is None and not named:
        taker = _unnamed(told, loser, country)
    return Construction(places, taker) if taker else None


def _unnamed(told: Telling, loser: Subject | None, country: str) -> Taker | None:
    """Who gets a place, where the text does not say so, by who gives it up.

    Forces of other states do not leave it to the armed group of an article, nor those of its own
    to the government.
    """
    words, unnamed = lexicon.captures(), told.rule.unnamed
    if unnamed == "nobody" or (loser and is_armed(told.reading, loser)):
        return None
    lower = told.reading.lower
    of_locals = loser and not words.locals.isdisjoint(lower[loser.first : loser.stop])
    of_elsewhere = loser and any(actor.country != country for actor in loser.actors)
    if unnamed == "government":
        return None if of_locals and not of_elsewhere else government_of(country)
    if unnamed == "group-of-locals" and not loser:
        of_locals = not words.falling.isdisjoint(told.reading.norms)
    if of_elsewhere or (unnamed == "group-of-locals" and not of_locals):
        return None
    return armed_group(told.reading, told.first)


def _may_end(reading: Reading, index: int) -> bool:
    """Whether a token can stand behind a verb that has no object."""
    if index >= len(reading.tokens):
        return True
    token, grammar = reading.tokens[index], lexicon.grammar()
    if not token.is_word:
        return not token.is_number
    if token.norm in grammar.prepositions:
        return True
    if token.norm in lexicon.captures().behind and token.norm not in grammar.determiners:
        return True
    return any(reading.index_at(time.start) == index for time in reading.times)
