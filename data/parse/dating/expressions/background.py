"""Time background: expressions that date no claim of their sentence but a report or a deal."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.calendar.relation import LIMITS
from data.parse.clauses import helping_words, is_adverb, is_participle, looks_finite
from data.parse.dating.expressions.compared import is_compared_with
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import since_event
from data.parse.dating.expressions.makings import is_when_founded, is_when_made, names_deal
from data.parse.dating.expressions.records import is_superlative
from data.parse.dating.expressions.telling import (
    follows_report_noun,
    follows_source,
    is_of_occasion,
    is_of_putting,
    is_of_quoting,
    is_of_telling,
    leads_from_saying,
    leads_to_clause,
)
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token

_COUNTED = 2
"""Most tokens of what is counted: "433 civilian deaths reported on Friday" has one less."""

_NOUN_REACH = 6
"""Most tokens between "largest" and "since 2014"."""

_TO_LIVES = 5
"""Most tokens of "more than 90 lives"."""

_RECORD = 3
"""Most tokens of "worst bomb attack" before "this year"."""

_OWNED = 4
"""Most tokens behind "Friday's" up to what happened on it: "Friday's suicide bombing"."""


def is_report_date(reading: Reading, span: DatedSpan, draft: Draft | None = None) -> bool:
    """Whether an expression is the day somebody said it: "officials said on Friday that ...".

    Args:
        reading: The sentence.
        span: The expression.
        draft: The claim to be dated. A claim without a number is a saying itself, as in a pledge
            or a warning, and the day of saying it is its own.
    """
    if _is_period_up_to_now(reading, span):
        return False  # "In the past week, officials said, 40 fled"
    if _is_possessor(reading, span) and _has_event(reading, span):
        return False  # "Reports say today's 4 flights were the last"
    act = draft.verb if draft and draft.quantity is None else None
    if follows_report_noun(reading, span) or follows_source(reading, span):
        return True
    if is_of_quoting(reading, span) or is_of_occasion(reading, span):
        return True
    if reading.lower[max(0, span.first - 2) : span.first] == ["dated", "from"]:
        return True  # "Its previous count, 2,189, dated from Wednesday"
    if act is None and leads_to_clause(reading, span):
        return True
    if draft and (is_of_telling(reading, span, draft) or is_of_putting(reading, span, draft)):
        return True
    return any(
        _is_day_of(reading, verb, span, draft)
        for verb in reading.verbs
        if verb.first != act and _says(reading, verb, draft) and not _is_when(reading, verb)
    )


def _says(reading: Reading, verb: Match[str], draft: Draft | None) -> bool:
    """Whether a verb is one of saying, and says more than of what is counted."""
    words = dating_words()
    if verb.payload not in words.sayings:
        return False
    following = reading.lower[verb.stop : verb.stop + 1]
    helping = helping_words(reading.tokens, verb.first)
    if verb.payload in words.received and not lexicon.grammar().passive.isdisjoint(helping):
        return False  # "40 children were admitted on Friday", "500 were told to go today"
    if reading.tokens[verb.first].norm in words.places_too and following != ["that"]:
        return False
    if not words.claimed.isdisjoint(following):
        return False  # "claimed responsibility for the attack on Friday"
    if verb.payload == "claim" and "lives" in reading.lower[verb.stop : verb.stop + _TO_LIVES]:
        return False  # "On Friday a blast claimed more than 90 lives"
    return draft is None or not _describes_counted(reading, verb, draft)


def _is_when(reading: Reading, verb: Match[str]) -> bool:
    """Whether it is what was announced as something else was so: "When it was told in May"."""
    clause = reading.clause_of(verb.first)
    return clause.opener == "when" and not clause.first


def _is_day_of(reading: Reading, verb: Match[str], span: DatedSpan, draft: Draft | None) -> bool:
    """Whether an expression before or behind a verb of saying is the day of it."""
    if span.stop <= verb.first:
        gap = range(span.stop, verb.first)
        if span.first and all(_is_helping(reading.tokens[index]) for index in gap):
            # "the ministry on Friday said", not "blasts on Friday were said to be strong"
            words = dating_words()
            return (words.being | words.was_done).isdisjoint(reading.lower[span.stop : verb.first])
        if len(gap) == 1 and reading.lower[span.stop] == ")":
            return True  # "the latest figures (Aug. 27) say"
        if draft and draft.verb > verb.first and _is_fronted(reading, span, verb):
            return True  # "On Friday the minister said 40 had fled"
        # "On Friday it published a statement to say 40 had fled"
        reported = draft is not None and draft.first > verb.first
        return reported and _is_in_report(reading, span, verb)
    if verb.stop > span.first:
        return False
    between = reading.tokens[verb.stop : span.first]
    if leads_from_saying(between, told=verb.payload == "tell"):
        return True
    if draft is None:
        return False
    return _claims_share(reading, draft, verb, span) or _is_told_behind(reading, draft, verb, span)


def _claims_share(reading: Reading, draft: Draft, verb: Match[str], span: DatedSpan) -> bool:
    """Whether a share is all that is claimed on a day: "claimed 85 percent of X on Friday"."""
    if draft.unit != "percent" or verb.payload != "claim" or draft.first < verb.stop:
        return False
    return not any(draft.stop <= other.first < span.first for other in reading.verbs)


def _is_told_behind(reading: Reading, draft: Draft, verb: Match[str], span: DatedSpan) -> bool:
    """Whether it ends a sentence that says behind a claim who made it, and where.

    "900 men have fled, the service said in a statement published on its website on Monday".
    """
    norms, words = reading.lower, dating_words()
    if not draft.stop <= verb.first or "," not in norms[draft.stop : verb.first]:
        return False
    behind = norms[verb.stop]
    leads = behind in words.before_report and behind not in words.same_time
    if not leads and norms[verb.first - 1 : verb.stop] != [",", "said"]:
        return False  # "40 fled, said a report by the agency on Monday"
    if any(token.is_word or token.is_number for token in reading.tokens[span.stop :]):
        return False
    return words.parting.isdisjoint(norms[verb.stop : span.first])


def is_as_of(reading: Reading, span: DatedSpan) -> bool:
    """Whether it tells how things stood at a time: "As of late Friday"; not "in the course of"."""
    before = reading.lower[max(0, span.first - 2) : span.first]
    if before[-1:] == ["of"]:
        words = dating_words()
        return before[0] != "course" and before[0] not in words.turning_points
    return before[:1] == ["of"] and before[-1] in dating_words().before_report


def opens_report(reading: Reading, span: DatedSpan) -> bool:
    """Whether an expression opens a sentence that says what somebody said then."""
    if not reading.verbs or _is_period_up_to_now(reading, span):
        return False
    verb = reading.verbs[0]
    told = verb.payload in dating_words().sayings and span.stop <= verb.first
    return told and _is_fronted(reading, span, verb)


def _is_period_up_to_now(reading: Reading, span: DatedSpan) -> bool:
    """Whether it is a period in which much happens, and no day of saying it: "since May".

    "Said in the past week that 40 had fled" is the time of saying it, all the same.
    """
    if span.time.relation != "since" and span.time.rule not in dating_words().never_told:
        return False
    return reading.lower[span.stop : span.stop + 1] != ["that"]


def _describes_counted(reading: Reading, verb: Match[str], draft: Draft) -> bool:
    """Whether a participle behind what is counted says so: "the 433 deaths reported on Friday"."""
    if not 0 < verb.first - draft.stop <= _COUNTED:
        return False
    between = reading.tokens[draft.stop : verb.first]
    return is_participle(reading.tokens[verb.first]) and all(t.text.islower() for t in between)


def _is_fronted(reading: Reading, span: DatedSpan, verb: Match[str]) -> bool:
    """Whether an expression opens a sentence whose first verb is one of saying, with a clause.

    "In the first half of the year, the mission said, 40 died" is of what happened in it.
    """
    if span.time.rule in dating_words().periods:
        return False
    tokens, norms = reading.tokens, reading.lower
    main = reading.clause_of(span.first).part_of
    if reading.clause_of(verb.first).part_of != main or not tokens[verb.first].text.islower():
        return False
    earlier = itertools.takewhile(lambda other: other.first < verb.first, reading.verbs)
    if any(reading.clause_of(other.first).part_of == main for other in earlier):
        return False
    if not _has_clause_as_object(reading, verb):
        return False
    if is_as_of(reading, span):
        return False  # "As of Friday, officials said 40 had fled"
    if norms[verb.stop : verb.stop + 1] == [","] and "," in norms[span.stop : span.stop + 2]:
        return False  # "On Saturday, officials said, 40 fled"
    before = (i for i in range(verb.first) if reading.clause_of(i).part_of == main)
    around = (tokens[i] for i in before if not span.first <= i < span.stop)
    return not any(token.is_number or looks_finite(token) for token in around)


def _is_in_report(reading: Reading, span: DatedSpan, verb: Match[str]) -> bool:
    """Whether a verb of saying hangs on a report: "a statement saying", "a letter to say".

    "Said in a statement, adding that 40 had fled" hangs on the verb before it.
    """
    said = (one for one in reading.verbs if span.stop <= one.first < verb.first)
    if any(one.payload in dating_words().sayings for one in said):
        return False
    before = reading.tokens[max(span.stop, verb.first - 2) : verb.first]
    return any(token.norm in dating_words().report_nouns for token in before)


def _has_clause_as_object(reading: Reading, verb: Match[str]) -> bool:
    """Whether it is "said 40 guards had fled" and not "added 40 visas and opened an office"."""
    tokens = reading.tokens
    if verb.stop >= len(tokens):
        return False
    acts = verb.payload in dating_words().performing
    if not acts and not tokens[verb.stop].is_number:
        return True
    conjunctions = dating_words().conjunctions
    ends = (i for i in range(verb.stop, len(tokens)) if tokens[i].norm in conjunctions)
    stop = next(ends, len(tokens))
    told = any(verb.first < other.first < stop for other in reading.verbs)
    return told or any(looks_finite(token) for token in tokens[verb.stop : stop])


def is_background(reading: Reading, span: DatedSpan) -> bool:
    """Whether an expression compares or describes: "the most since 2014", "the 2020 deal"."""
    words = dating_words()
    before = reading.tokens[max(0, span.first - _NOUN_REACH) : span.first]
    if is_compared_with(reading, span):
        return True
    if span.time.relation == "since":
        return any(map(is_superlative, before[:-1]))
    if span.time.rule in words.to_date and any(map(is_superlative, before[-_RECORD:])):
        return True  # "In the worst attack this year, 35 people died"
    behind = reading.quantities and reading.quantities[-1].first > span.first
    if not behind and (since := since_event(reading, span)) is not None:
        # "the worst attack it has known since the war began in 2015"
        record = reading.tokens[max(0, since.first - _NOUN_REACH) : since.first]
        if any(map(is_superlative, record[:-1])):
            return True
    if before and _is_possessor(reading, span):
        joint = -2 if before[-1].norm in words.cause_links and len(before) > 1 else -1
        if before[joint].norm in words.causes:
            return True  # "arrested four over this week's attack", "in the wake of Sunday's blast"
        if before[-1].norm not in words.times_of and not _has_event(reading, span):
            return True  # "forty people protested last month's coup"
    deal = names_deal(reading, span) or is_when_made(reading, span)
    if is_when_founded(reading, span):
        return True
    return deal and span.time.relation not in LIMITS


def _is_possessor(reading: Reading, span: DatedSpan) -> bool:
    following = reading.tokens[span.stop : span.stop + 2]
    return len(following) == 2 and following[0].norm == "'s" and following[1].is_word


def _has_event(reading: Reading, span: DatedSpan) -> bool:
    """Whether a time has an event or a number: "last night's clashes", "today's 4 flights"."""
    owned = reading.tokens[span.stop + 1 : span.stop + 1 + _OWNED]
    return any(token.is_number or token.norm in dating_words().events for token in owned)


def _is_helping(token: Token) -> bool:
    return token.norm in dating_words().auxiliaries or is_adverb(token)
