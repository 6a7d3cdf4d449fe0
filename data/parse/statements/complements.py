"""Complements: whether what stands around a trigger is what its rule asks for."""

from __future__ import annotations

import datetime as dt

from data import lexicon
from data.parse.clauses import is_passive
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import HOLDERS
from data.parse.reading import Reading
from data.parse.statements.closing import closes_crossing
from data.parse.statements.triggers import Trigger
from data.parse.subjects import Subject
from data.parse.words.phrases import Match

_PAST_YEARS = 5
"""A happening this many years before publication is background."""


def fits(
    reading: Reading, match: Match[Trigger], stop: int, subject: Subject, published: dt.date | None
) -> bool:
    """Whether subject and complement of a trigger are what its rule asks for.

    Args:
        reading: The sentence.
        match: The trigger.
        stop: Index one past the trigger's content.
        subject: Who does what the trigger says.
        published: Publication date of the article.
    """
    rule = match.payload.rule
    if rule.subject != "holder" and not _acts(reading, match, subject):
        return False
    if rule.subject == "delegate" and not _is_delegate(reading, subject):
        return False
    if rule.needs == "past":
        return is_past(reading, match.first, published)
    return _has_complement(reading, match, stop) and not is_past(reading, match.first, published)


def _acts(reading: Reading, match: Match[Trigger], subject: Subject) -> bool:
    """Whether somebody with a code does it: not who "was warned", and no medium that tells."""
    if match.payload.form == "verb" and is_passive(reading.tokens, match.first):
        return False
    return any(actor.type != "medium" for actor in subject.actors)


def is_past(reading: Reading, index: int, published: dt.date | None) -> bool:
    """Whether the clause of a token names a time that was long past at publication."""
    own = reading.clause_of(index).part_of
    latest = (published or dt.date.max).year - _PAST_YEARS
    return any(
        time.last_day is not None
        and time.last_day.year <= latest
        and reading.clause_of(reading.index_at(time.start)).part_of == own
        for time in reading.times
    )


def holder_after(reading: Reading, first: int) -> ActorMention | None:
    """Who can hold ground and is named at a token, an article in between or not."""
    return next(
        (
            actor
            for actor in reading.actors
            if first <= actor.first <= first + 1 and actor.type in HOLDERS
        ),
        None,
    )


def _has_complement(reading: Reading, match: Match[Trigger], stop: int) -> bool:
    following = reading.tokens[match.stop : stop]
    object_words = _before_preposition(reading, match.stop)
    delegates = lexicon.statements().delegates.words
    facilities = lexicon.statements().facilities.words
    match match.payload.rule.needs:
        case "content":
            return sum(token.is_word for token in following) > 1
        case "place":
            return _names_place(reading, match.stop)
        case "party":
            near = range(match.stop, match.stop + 4)
            named = any(actor.first in near for actor in reading.actors)
            return named or bool(object_words & {*delegates})
        case "facility":
            return bool(object_words & {*facilities}) or closes_crossing(reading, match.stop)
        case "holder":
            return holder_after(reading, match.stop) is not None
        case _:
            return True


def _before_preposition(reading: Reading, first: int) -> set[str]:
    """Words of the object right behind a verb: up to a preposition or a sign."""
    words: set[str] = set()
    for token in reading.tokens[first : first + 6]:
        if not token.is_word or token.norm in lexicon.grammar().prepositions:
            break
        words.add(token.norm)
    return words


def _names_place(reading: Reading, first: int) -> bool:
    """Whether a place stands right behind a verb, not as the owner of something else."""
    for place in reading.places:
        if first <= place.first <= first + 1 and place.via != "demonym":
            return place.stop == len(reading.tokens) or reading.tokens[place.stop].norm != "'s"
    return False


def _is_delegate(reading: Reading, subject: Subject) -> bool:
    if any(actor.type in {"person", "institution"} for actor in subject.actors):
        return True
    words = frozenset(reading.lower[subject.first : subject.stop])
    return bool(words & {*lexicon.statements().delegates.words})
