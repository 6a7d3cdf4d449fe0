"""Narration: the day told near a claim, for what happened next, there, or to the same ones."""

from __future__ import annotations

from data import lexicon
from data.parse.calendar.tense import tells_past
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.happened import tells_what_happened, verb_of
from data.parse.dating.aspect.vague_times import is_vague
from data.parse.dating.claim import Claim
from data.parse.dating.event_time import EventTime
from data.parse.dating.events.event_day import tells_of_attack, tells_of_mourning
from data.parse.dating.events.scenes import is_of_earlier_report, is_told_before, sets_new_scene
from data.parse.dating.expressions.background import is_report_date
from data.parse.dating.expressions.delays import day_behind_delay
from data.parse.dating.expressions.spans import days_told, spans_of
from data.parse.dating.nearby import sentence_before, shares_line
from data.parse.dating.words import VICTIMS, dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading
from data.parse.subjects import find_subject

_SAME_STORY = 3
"""Sentences of a paragraph over which what goes on is of the day told."""

_TO_AFTER = 4
"""Most tokens of "after the deaths of"."""

_MOST_TOLD = 8
"""Claims of a sentence."""

_NEAR = 3
"""Sentences before a claim in which the day of its scene is looked for."""


def day_of_narration(claim: Claim) -> TimeExpression | None:
    """The only day of the sentence before, where a claim tells what happened next.

    "Fighters entered the town on Sunday. They freed 340 inmates" is of Sunday.
    """
    reading, draft, _ = claim
    above = sentence_before(reading)
    if above is None or not _tells_next(above, reading, draft):
        return None
    told = days_told(above)
    of_deeds = [span for span in spans_of(above) if not is_report_date(above, span)]
    if len(told) != 1 or len(of_deeds) > 1 or _is_over_now(above):
        return None
    if _tells_an_end(above):
        return None
    if above.sentence.is_heading or "had" in above.norms or not _tells_happening(above):
        return None
    time = told[0].time
    if draft.kind == VICTIMS or _tells_how_it_was(above, told[0].first):
        time = day_behind_delay(above, told[0])
        if time is told[0].time and tells_of_mourning(above):
            return None
    return None if is_told_before(reading, time.first_day) else time


def time_of_narration(claim: Claim) -> EventTime | None:
    """The only day of the claims of the sentence before, which has it from further above.

    "Airstrikes killed 25 on Friday. Among them were three commanders. Eight cars were hit".
    """
    reading, draft, earlier = claim
    above = sentence_before(reading)
    if above is None or spans_of(above) or not _tells_next(above, reading, draft):
        return None
    behind = "".join(reading.lower[max(draft.noun_stop, draft.stop) :][:1])
    if behind.endswith("s") and not tells_past(behind):
        return None  # "A force of 900 soldiers supports it"
    start = above.sentence.start
    told = [fact for fact in earlier[-_MOST_TOLD:] if start <= fact.start < above.sentence.end]
    days = {(fact.when_start, fact.when_end) for fact in told}
    if len(days) != 1 or not told or told[0].when_start is None:
        return None
    if told[0].when_start != told[0].when_end or is_told_before(reading, told[0].when_start):
        return None
    return EventTime.of_fact(told[0])


def day_going_on(claim: Claim) -> TimeExpression | None:
    """The day of writing, where a story of that day tells what goes on: "40 are also flying"."""
    published, (reading, draft, _) = claim.published, claim
    verb = verb_of(draft)
    if published is None or draft.possible or not reading.tokens[verb].norm.endswith("ing"):
        return None
    if dating_words().being.isdisjoint(helping_words(reading.tokens, verb)):
        return None
    below = reading
    for above in claim.above(_SAME_STORY):
        if not shares_line(above, below):
            return None
        below, told = above, days_told(above)
        if told:
            time = told[-1].time
            return time if time.first_day == time.last_day == published else None
    return None


def _tells_next(above: Reading, reading: Reading, draft: Draft) -> bool:
    """Whether a claim tells of something that happened once, at no other time or place."""
    if reading.sentence.is_heading or spans_of(reading) or sets_new_scene(reading):
        return False
    if not dating_words().events.isdisjoint(reading.lower[:1]):
        return False  # "Gunmen killed 12 men", in another attack
    opening, words = reading.tokens[0].norm, dating_words()
    if draft.kind != VICTIMS:
        if is_of_earlier_report(reading):
            return False
        if draft.happening is None and draft.kind not in lexicon.kinds_of_people():
            return _did_next(reading, draft)
        parted = not shares_line(above, reading) and not _opens_text(above)
        if parted and opening not in words.pronouns:
            return False
        if _goes_elsewhere(above, reading):
            return False
    if not tells_what_happened(reading, draft) or _comes_before(reading, draft):
        return False
    helping = helping_words(reading.tokens, verb_of(draft))
    return "had" not in helping and words.perfect.isdisjoint(helping)


def _did_next(reading: Reading, draft: Draft) -> bool:
    """Whether those told of did something with what is counted: "They left behind 14 tanks"."""
    if reading.lower[0] not in dating_words().pronouns or not tells_past(reading.lower[1]):
        return False
    if reading.lower[1] in dating_words().no_telling:
        return False  # "He put the backlog at 900 lorries"
    told = {verb.first for verb in reading.verbs if verb.payload in dating_words().sayings}
    if told or not dating_words().earlier_tenses.isdisjoint(reading.norms):
        return False
    between = reading.lower[2 : draft.first]
    return dating_words().was_done.isdisjoint(reading.lower[1:2]) and "," not in between


def _opens_text(reading: Reading) -> bool:
    """Whether a sentence is the first one of a text, but for its headings."""
    before = reading.whole[: reading.at]
    return all(above.sentence.is_heading or above.tokens[-1].is_word for above in before)


def _comes_before(reading: Reading, draft: Draft) -> bool:
    """Whether it is what went before: "It ended after the deaths of 2,400 soldiers"."""
    before = reading.lower[max(0, draft.first - _TO_AFTER) : draft.first]
    return draft.happening is None and "after" in before


def _goes_elsewhere(above: Reading, reading: Reading) -> bool:
    """Whether a sentence names a place that the one before it does not."""
    if not reading.names:
        return False
    told = {place.code for place in above.names}
    return any(place.code not in told and place.via != "demonym" for place in reading.names)


def _tells_how_it_was(reading: Reading, stop: int) -> bool:
    """Whether it tells how it was behind an event: "Shops stayed shut on Monday, a day after"."""
    return not dating_words().staying.isdisjoint(reading.lower[:stop])


def _is_over_now(reading: Reading) -> bool:
    """Whether a sentence sums up: "With the last plane leaving on Friday, the airlift is over"."""
    norms = reading.lower
    if norms[0] != "with" or "," not in norms:
        return False
    comma = norms.index(",")
    while comma < len(norms) - 1 and days_told(reading)[0].first > comma:
        comma = norms.index(",", comma + 1) if "," in norms[comma + 1 :] else len(norms) - 1
    return not dating_words().being.isdisjoint(norms[comma:])


def _tells_an_end(reading: Reading) -> bool:
    """Whether something that went on came to its end: "The airlift ended on Monday"."""
    words = dating_words()
    lasts = not words.lasting.isdisjoint(reading.word_set)
    return lasts and not words.closing.isdisjoint(reading.word_set)


def _tells_happening(reading: Reading) -> bool:
    return bool(reading.events) or tells_of_attack(reading)


def day_of_scene(claim: Claim) -> TimeExpression | None:
    """The only day told near above, where a claim goes on at the same place or of the same ones.

    "Rebels stormed the jail on Sunday. ... The gunmen freed 340 inmates" is of Sunday, and so is
    "Ghazni fell on Thursday. ... Ghazni's governor was caught with three aides".
    """
    reading, draft, _ = claim
    happening = draft.happening
    if happening is None or reading.sentence.is_heading or spans_of(reading):
        return None
    if sets_new_scene(reading) or is_vague(reading) or not tells_what_happened(reading, draft):
        return None
    if not dating_words().earlier_tenses.isdisjoint(reading.norms):
        return None
    for above in claim.above(_NEAR):
        if above.sentence.is_heading or is_vague(above):
            return None
        told = days_told(above)
        if told:
            time = told[-1].time
            is_one = all(one.time.first_day == one.time.last_day == time.first_day for one in told)
            is_same = above.events and (
                _shares_place(above, reading) or _is_definite(reading, happening.first)
            )
            return time if is_one and is_same else None
        if spans_of(above):
            return None
    return None


def _shares_place(above: Reading, reading: Reading) -> bool:
    """Whether two sentences name the same place within a country."""
    within = {place.code for place in reading.names if not place.code.isalpha()}
    return not within.isdisjoint(place.code for place in above.names)


def _is_definite(reading: Reading, verb: int) -> bool:
    """Whether a verb is of those told of before: "the gunmen", "they"."""
    subject = find_subject(reading, verb)
    if subject is None:
        return False
    words, first = dating_words(), subject.first
    opening = {reading.lower[first], reading.lower[first - 1] if first else ""}
    return not opening.isdisjoint(words.resuming) or reading.lower[first] in words.pronouns
