"""Statements: claims without a number, such as pledges, warnings, visits and captures."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.lexicon.schema import Statement
from data.parse.actors import ActorMention
from data.parse.attribution import Attribution
from data.parse.clauses import is_unreal
from data.parse.draft import Draft
from data.parse.inflection import verb_forms
from data.parse.phrases import Match, PhraseMatcher
from data.parse.reading import Reading
from data.parse.subjects import Subject, find_subject
from data.parse.surroundings import places_between

_PAST_YEARS = 5
"""A happening this many years before publication is background."""

_REAL = {"meeting", "capture", "exercise", "closure", "history", "pledge", "warning"}
"""Kinds that need the thing to have happened, not only to be possible."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Trigger:
    """What a trigger word means: its rule, its action, and what part of speech it is."""

    rule: Statement
    action: str
    form: str


def find_statements(
    reading: Reading, attributions: Sequence[Attribution], published: dt.date | None
) -> Iterator[Draft]:
    """Drafts of the claims without a number. Headlines and questions make none."""
    if reading.sentence.is_heading or reading.sentence.is_question:
        return
    triggers = _find_triggers(reading)
    limits = [*(match.first for match in triggers), len(reading.tokens)][1:]
    denied = -1
    for match, limit in zip(triggers, limits, strict=True):
        rule = match.payload.rule
        if rule.needs == "copula" and match.first < denied:
            continue
        if rule.id == "assessment-denial":
            denied = len(reading.tokens)
        if rule.kind in _REAL and is_unreal(reading.tokens, match.first):
            continue
        yield from _drafts(
            reading, match, _content_stop(reading, match, limit), attributions, published
        )


def _drafts(
    reading: Reading,
    match: Match[_Trigger],
    stop: int,
    attributions: Sequence[Attribution],
    published: dt.date | None,
) -> Iterator[Draft]:
    rule = match.payload.rule
    if rule.subject == "speaker":
        yield from _assessments(reading, match, attributions)
        return
    subject = _subject(reading, match)
    if subject is None or not _fits(reading, match, stop, subject, published):
        return
    if rule.subject == "holder":
        yield from _falls(reading, match, stop, subject)
        return
    for actor in subject.actors:
        yield _draft(
            match,
            who=subject.words if len(subject.actors) == 1 and not actor.anaphor else actor.words,
            actor=actor.code,
            places=_places(reading, match, stop, actor, subject),
            attributed_to=actor.words if rule.kind == "assessment" else None,
            claimant=actor.code if rule.kind == "assessment" else None,
        )


def _draft(match: Match[_Trigger], **fields: object) -> Draft:
    trigger = match.payload
    return Draft(
        kind=trigger.rule.kind,
        rule=f"statements.{trigger.rule.id}",
        action=trigger.action,
        first=match.first,
        stop=match.stop,
        verb=match.first,
        **fields,  # type: ignore[arg-type]
    )


def _assessments(
    reading: Reading, match: Match[_Trigger], attributions: Sequence[Attribution]
) -> Iterator[Draft]:
    """Judgements count only with someone who makes them."""
    for source in attributions:
        if source.role == "claimant" and source.covers(match.first):
            yield _draft(
                match,
                who=source.words,
                actor=source.code,
                places=tuple(places_between(reading, source.scope_first, source.scope_stop)),
                attributed_to=source.words,
                claimant=source.code,
            )
            return


def _falls(
    reading: Reading, match: Match[_Trigger], stop: int, subject: Subject
) -> Iterator[Draft]:
    """Y holds it now and X changed hands, where "X fell to Y"."""
    holder = _actor_after(reading, match.stop, stop)
    if holder is None:
        return
    amounts = lexicon.statements().amounts.words
    first = subject.first
    vague = reading.tokens[first].norm in amounts
    if vague:
        first += 1
    lost = [
        place.code
        for place in reading.places
        if subject.first <= place.first < subject.stop and not place.landmark
    ]
    yield _draft(
        match,
        who=reading.words(first, subject.stop),
        actor=holder.code,
        places=tuple(dict.fromkeys(lost)),
        vague=vague,
    )


def _subject(reading: Reading, match: Match[_Trigger]) -> Subject | None:
    if match.payload.form != "noun":
        return find_subject(reading, match.first)
    verb = next((verb for verb in reversed(reading.verbs) if verb.stop <= match.first), None)
    return find_subject(reading, verb.first) if verb else None


def _fits(
    reading: Reading, match: Match[_Trigger], stop: int, subject: Subject, published: dt.date | None
) -> bool:
    """Whether what stands around a trigger is what its rule asks for."""
    rule = match.payload.rule
    if rule.subject != "holder" and not subject.actors:
        return False
    if rule.subject == "delegate" and not _is_delegate(reading, subject):
        return False
    following = reading.tokens[match.stop : stop]
    near = [token.norm for token in following[:8]]
    if rule.needs == "content":
        return sum(token.is_word for token in following) > 1
    if rule.needs == "place":
        return any(match.stop <= place.first <= match.stop + 2 for place in reading.places)
    if rule.needs == "party":
        delegates = lexicon.statements().delegates.words
        return _actor_after(reading, match.stop, match.stop + 4) is not None or bool(
            {*near[:5]} & {*delegates}
        )
    if rule.needs == "facility":
        return bool({*near[:5]} & {*lexicon.statements().facilities.words})
    if rule.needs == "past":
        return _is_past(reading, match, published)
    return True


def _is_past(reading: Reading, match: Match[_Trigger], published: dt.date | None) -> bool:
    clause = reading.clause_of(match.first)
    first, last = reading.tokens[clause.first].start, reading.tokens[clause.stop - 1].end
    latest = (published or dt.date.max).year - _PAST_YEARS
    return any(
        time.last_day is not None and time.last_day.year <= latest
        for time in reading.times
        if first <= time.start < last
    )


def _is_delegate(reading: Reading, subject: Subject) -> bool:
    if any(actor.type in {"person", "institution"} for actor in subject.actors):
        return True
    words = {token.norm for token in reading.tokens[subject.first : subject.stop]}
    return bool(words & {*lexicon.statements().delegates.words})


def _actor_after(reading: Reading, first: int, stop: int) -> ActorMention | None:
    return next((actor for actor in reading.actors if first <= actor.first < stop), None)


def _places(
    reading: Reading, match: Match[_Trigger], stop: int, actor: ActorMention, subject: Subject
) -> tuple[str, ...]:
    """Places of the content; "its borders" are the own borders of each who is listed."""
    first = match.stop
    after = [token.norm for token in reading.tokens[first : first + 4]]
    recipient = next((actor for actor in reading.actors if actor.first == first), None)
    if recipient and "that" in after:
        first = recipient.stop
    own = {other.country for other in subject.actors}
    stands_for_own = any(
        place.via == "anaphor" and first <= place.first < stop and place.country in own
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


def _content_stop(reading: Reading, match: Match[_Trigger], limit: int) -> int:
    """Where the content of a trigger ends: at the next trigger or at a clause of its own."""
    conditions = lexicon.grammar().conditions
    for clause in reading.clauses:
        own = not clause.opener or clause.opener in conditions
        if match.first < clause.first < limit and not own:
            return clause.first
    return limit


def _find_triggers(reading: Reading) -> list[Match[_Trigger]]:
    """Trigger words used as the part of speech their rule speaks of, in text order.

    "A promise" is a noun because of its article, "fears" a verb because it has none.
    """
    tokens = reading.tokens
    found = [match for match in _noun_triggers().find(tokens) if _is_noun(reading, match.first)]
    nouns = {match.first for match in found}
    for match in _verb_triggers().find(tokens):
        if match.payload.form == "adjective":
            fits = _after_copula(reading, match.first)
        else:
            fits = not _is_determined(reading, match.first)
        if fits and match.first not in nouns:
            found.append(match)
    return sorted(found, key=lambda match: match.first)


def _is_noun(reading: Reading, index: int) -> bool:
    return _is_determined(reading, index) or _after_support(reading, index)


def _is_determined(reading: Reading, index: int) -> bool:
    determiners = lexicon.grammar().determiners
    return index > 0 and reading.tokens[index - 1].norm in determiners


def _after_copula(reading: Reading, index: int) -> bool:
    before = {token.norm for token in reading.tokens[max(0, index - 3) : index]}
    return bool(before & {*lexicon.grammar().auxiliaries})


def _after_support(reading: Reading, index: int) -> bool:
    supports = {
        verb.stop for verb in reading.verbs if verb.payload in lexicon.grammar().support_verbs
    }
    return bool(supports & {index, index - 1})


@functools.cache
def _verb_triggers() -> PhraseMatcher[_Trigger]:
    statements = lexicon.statements()
    entries: list[tuple[str, _Trigger]] = []
    for rule in statements.statement:
        for lemma, action in rule.verbs.items():
            irregular = statements.irregular.get(lemma.split()[0], ())
            trigger = _Trigger(rule, action, "verb")
            entries += [(form, trigger) for form in verb_forms(lemma, irregular)]
        trigger = _Trigger(rule, rule.action or rule.kind, "adjective")
        entries += [(adjective, trigger) for adjective in rule.adjectives]
    return PhraseMatcher(entries)


@functools.cache
def _noun_triggers() -> PhraseMatcher[_Trigger]:
    return PhraseMatcher(
        (noun, _Trigger(rule, action, "noun"))
        for rule in lexicon.statements().statement
        for noun, action in rule.nouns.items()
    )
