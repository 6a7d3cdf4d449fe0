"""Statements: claims without a number, such as pledges, warnings, visits and captures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from data import lexicon
from data.parse.attribution import Attribution
from data.parse.draft import Draft
from data.parse.grounds.surroundings import places_between
from data.parse.names.actor_mention import ActorMention
from data.parse.reading import Reading
from data.parse.reality.modality import reality
from data.parse.statements.closing import closed_by, closed_stop
from data.parse.statements.complements import fits, holder_after
from data.parse.statements.itself import speaker_of_itself
from data.parse.statements.triggers import Trigger
from data.parse.subjects import Subject, find_subject
from data.parse.words.phrases import Match


def find_statements(
    reading: Reading,
    found: Sequence[Match[Trigger]],
    sources: Callable[[], Sequence[Attribution]],
    published: dt.date | None,
) -> Iterator[Draft]:
    """Drafts of the claims without a number. Headlines and questions make none.

    Args:
        reading: The sentence.
        found: Its trigger words.
        sources: Finds who says what in it; most triggers turn out to claim nothing before that
            matters.
        published: Publication date of the article.
    """
    if not found or reading.sentence.is_heading or reading.sentence.is_question:
        return
    triggers = [match for match in found if _counts(reading, match)]
    limits = [*(match.first for match in triggers), len(reading.tokens)][1:]
    denied = False
    for position, (match, limit) in enumerate(zip(triggers, limits, strict=True)):
        trigger = match.payload
        if denied and trigger.form == "adjective":
            continue  # 'rejected the idea that it is "inevitable"' is one judgement
        denied = denied or _is_denial(trigger)
        stop = _content_stop(reading, match, limit)
        for draft in _drafts(reading, match, stop, sources, published):
            yield draft._replace(action=_action(trigger, triggers[position + 1 :]))


def _is_denial(trigger: Trigger) -> bool:
    return trigger.rule.kind == "assessment" and trigger.rule.subject == "actor"


def _action(trigger: Trigger, later: Sequence[Match[Trigger]]) -> str:
    """What is done; a denial of a judgement comes to the opposite judgement."""
    judgements = (match.payload.action for match in later if match.payload.form == "adjective")
    denied = next(judgements, None) if _is_denial(trigger) else None
    return lexicon.statements().opposites.get(denied or "", trigger.action)


def _counts(reading: Reading, match: Match[Trigger]) -> bool:
    """Whether it happened, where the rule asks for that."""
    return not match.payload.rule.real or reality(reading, match.first) == "real"


def _drafts(
    reading: Reading,
    match: Match[Trigger],
    stop: int,
    sources: Callable[[], Sequence[Attribution]],
    published: dt.date | None,
) -> Iterator[Draft]:
    rule = match.payload.rule
    if rule.subject == "speaker":
        yield from _assessments(reading, match, sources())
        return
    if rule.needs == "facility" and (passive := closed_by(reading, match.first, match.stop)):
        actor, codes = passive
        yield _draft(match)._replace(who=actor.words, actor=actor.code, places=tuple(codes))
        return
    subject = _subject(reading, match)
    if subject is None or not fits(reading, match, stop, subject, published):
        return
    if rule.subject == "holder":
        yield from _falls(reading, match, subject)
        return
    for actor in subject.actors:
        alone = len(subject.actors) == 1 and not actor.anaphor
        speaks = rule.kind == "assessment"
        yield _draft(match)._replace(
            who=subject.words if alone else actor.words,
            actor=actor.code,
            places=_places(reading, match, stop, actor, subject),
            attributed_to=actor.words if speaks else None,
            claimant=actor.code if speaks else None,
        )


def _draft(match: Match[Trigger]) -> Draft:
    trigger = match.payload
    return Draft(
        kind=trigger.rule.kind,
        rule=f"statements.{trigger.rule.id}",
        action=trigger.action,
        first=match.first,
        stop=match.stop,
        verb=match.first,
    )


def _assessments(
    reading: Reading, match: Match[Trigger], attributions: Sequence[Attribution]
) -> Iterator[Draft]:
    """Judgements count only with someone who makes them."""
    for source in reversed(attributions):
        if source.role == "claimant" and source.covers(match.first):
            yield _draft(match)._replace(
                who=source.words,
                actor=source.code,
                places=tuple(places_between(reading, source.scope_first, source.scope_stop)),
                attributed_to=source.words,
                claimant=source.code,
            )
            return


def _falls(reading: Reading, match: Match[Trigger], subject: Subject) -> Iterator[Draft]:
    """Y holds them now and many of X changed hands, where "many towns of X fell to Y".

    Places that are named one by one are captures.
    """
    holder = holder_after(reading, match.stop)
    lost = [
        place.code
        for place in reading.places
        if subject.first <= place.first < subject.stop and not place.landmark
    ]
    is_vague = reading.tokens[subject.first].norm in lexicon.statements().amounts.words
    if holder is None or not lost or not is_vague:
        return
    yield _draft(match)._replace(
        who=reading.words(subject.first + 1, subject.stop),
        actor=holder.code,
        places=tuple(dict.fromkeys(lost)),
        vague=True,
    )


def _subject(reading: Reading, match: Match[Trigger]) -> Subject | None:
    if match.payload.form != "noun":
        subject = find_subject(reading, match.first)
        return speaker_of_itself(reading, subject) or subject if subject else None
    verb = next((verb for verb in reversed(reading.verbs) if verb.stop <= match.first), None)
    return find_subject(reading, verb.first) if verb else None


def _places(
    reading: Reading, match: Match[Trigger], stop: int, actor: ActorMention, subject: Subject
) -> tuple[str, ...]:
    """Places of the content; "its borders" are the own borders of each who is listed."""
    first = match.stop
    after = reading.lower[first : first + 4]
    recipient = next((actor for actor in reading.actors if actor.first == first), None)
    if recipient and "that" in after:
        first = recipient.stop
    own = {other.country for other in subject.actors}
    stands_for_own = any(
        place.via == "owner" and first <= place.first < stop and place.country in own
        for place in reading.places
    )
    codes = [*_ground_of_clause(reading, match.first), *places_between(reading, first, stop)]
    if stands_for_own and actor.country:
        codes = [actor.country, *(code for code in codes if code != actor.country)]
    return tuple(codes)


def _ground_of_clause(reading: Reading, index: int) -> list[str]:
    """The place a "where" clause is about: "in X, where Y fought"."""
    clause = reading.clause_of(index)
    if clause.opener != "where":
        return []
    return [place.code for place in reading.places if place.stop == clause.first - 1]


def _content_stop(reading: Reading, match: Match[Trigger], limit: int) -> int:
    """Where the content of a trigger ends: at the next trigger or at a clause of its own."""
    conditions = lexicon.grammar().conditions
    for clause in reading.clauses:
        own = not clause.opener or clause.opener in conditions
        if match.first < clause.first < limit and not own:
            limit = clause.first
            break
    closes = match.payload.rule.needs == "facility"
    return closed_stop(reading, match.stop, limit) if closes else limit
