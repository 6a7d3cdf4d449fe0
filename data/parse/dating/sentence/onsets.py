"""Onsets: times from which on a claim has come about, and delays that lead back to one."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import helping_words
from data.parse.dating.aspect.timeless import is_so_now
from data.parse.dating.aspect.vague_times import is_vague, tells_so_far
from data.parse.dating.expressions.background import is_as_of, is_background, is_report_date
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.delays import delayed, since_event
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.sentence.compared import is_of_comparison
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_TO_BEGINNING = 6
"""Most tokens between "began" and its day: "began its mission in the north in June"."""


def measured_since(
    reading: Reading, draft: Draft, spans: Sequence[DatedSpan]
) -> TimeExpression | None:
    """The time from which a measure counts: "the number killed since May rose to 90 on Friday"."""
    grammar, lower = lexicon.grammar(), reading.lower
    first = draft.quantity.outer_first if draft.quantity else draft.first
    for span in spans:
        since = span if span.time.relation == "since" else since_event(reading, span)
        if since is None or span.stop > first:
            continue
        led = lower[max(0, since.first - _TO_MEASURE) : since.first]
        leading = lower[span.stop : first]
        changes = not grammar.change_verbs.isdisjoint(leading)
        if changes and "," not in leading and not grammar.measuring_nouns.isdisjoint(led):
            return since.time
    return None


_TO_MEASURE = 12
"""Most tokens from "the number of" to its "since"."""


def since_up_to(reading: Reading, draft: Draft, span: DatedSpan) -> TimeExpression | None:
    """The days from one time to another: "since 2001 some 900 people had died as of mid-April"."""
    if "as" not in reading.norms or draft.kind not in lexicon.kinds_of_people():
        return None
    begin = draft.quantity.outer_first if draft.quantity else draft.first
    if begin and reading.lower[begin - 1] in dating_words().relatives:
        return None  # "gave 900 visas since 2014, of which 90 were left as of May"
    spans = spans_of(reading)
    if len(spans) != 2 or span not in spans:
        return None
    told = (since_event(reading, one) or one for one in spans)
    since, up_to = sorted(told, key=lambda one: one.time.relation != "since")
    first, last = since.time.first_day, up_to.time.last_day
    if since.time.relation != "since" or not is_as_of(reading, up_to) or not first or not last:
        return None
    time = up_to.time._replace(first_day=first, relation="on")
    return time if first < last and up_to.time.relation == "on" else None


def delay_before(reading: Reading, draft: Draft, spans: Sequence[DatedSpan]) -> DatedSpan | None:
    """The delay in front of a draft that no other expression dates: "a day after 40 had fled"."""
    told = [span for span in spans if not _is_of_telling_or_event(reading, span)] or spans
    found = [one for span in told if (one := delayed(reading, span)) is not None]
    before = [one for one in found if one.stop <= draft.first]
    return before[-1] if before and draft.verb >= before[-1].stop else None


def _is_of_telling_or_event(reading: Reading, span: DatedSpan) -> bool:
    """Whether a day is one of telling, or an event's, neither of which a delay counts from."""
    owns = reading.lower[span.stop : span.stop + 1] == ["'s"]
    return owns or is_report_date(reading, span)


def since_told(reading: Reading, draft: Draft, spans: Sequence[DatedSpan]) -> DatedSpan | None:
    """The time since an event, up to now: "have killed 900 since the army took over in May"."""
    helping = helping_words(reading.tokens, draft.verb)
    if is_part_of_another(reading.lower, draft.stop) and not dating_words().being.isdisjoint(
        reading.lower[draft.stop + 2 : draft.stop + 3]
    ):
        return None  # "has driven out two million since May; 900 of them are in Sudan"
    if draft.possible or not dating_words().beside_no_past.isdisjoint(helping):
        return None
    if is_so_now(reading, draft):
        return None  # "have killed 90 since the coup in February; 900 are in jail"
    if not dating_words().now.isdisjoint(reading.lower[max(0, draft.verb - 1) : draft.verb]):
        return None  # "have advanced since the pullout began in May and now hold 900 posts"
    for span in spans:
        since = since_event(reading, span)
        if since is None or since.first <= draft.first < since.stop:
            continue
        if not (is_background(reading, since) or _is_out_of_reach(reading, draft, since)):
            return since
    began = (one for one in spans if is_beginning(reading, draft, one))
    onset = next(began, None)
    return onset._replace(time=onset.time._replace(relation="since")) if onset else None


def _is_out_of_reach(reading: Reading, draft: Draft, since: DatedSpan) -> bool:
    """Whether it is told of others: "hold nine of the towns which fell since", "more than"."""
    if is_of_comparison(reading, draft, since):
        return True
    clause = reading.clause_of(since.first)
    if clause.opener not in dating_words().relatives:
        return False
    reached = {reading.clause_of(index).part_of for index in (draft.first, draft.verb)}
    return clause.part_of not in reached


def is_beginning(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a claim has come about since a time: "the mission, which began in May, has fed 90".

    "Began its mission in May, feeding 90 to date" tells of what has come about since, too.
    """
    words = dating_words()
    before = reading.lower[max(0, span.first - _TO_BEGINNING) : span.first]
    if span.time.relation != "on" or "since" in before:
        return False
    begins = not words.breaking_out.isdisjoint(before) or _is_launch(reading, before)
    if not begins and not _has_gone_on(reading, draft, before):
        return False
    if ";" in reading.lower[span.stop : draft.first] or draft.possible:
        return False
    if reading.clause_of(span.first).opener in words.same_time:
        return False  # "When the pullout began on May 1, it had 900 men there"
    if is_report_date(reading, span, draft):
        return False  # "have left since the pullout began, the command said on Friday"
    helping = helping_words(reading.tokens, draft.verb)
    return not words.earlier_tenses.isdisjoint(helping) or is_vague(reading)


def _has_gone_on(reading: Reading, draft: Draft, before: Sequence[str]) -> bool:
    """Whether it is what came so far: "fighting which entered it on Friday has so far driven"."""
    if not tells_so_far(reading) or not ("which" in before or "that" in before):
        return False
    helping = helping_words(reading.tokens, draft.verb)
    return not dating_words().perfect.isdisjoint(helping)


def _is_launch(reading: Reading, before: Sequence[str]) -> bool:
    """Whether something that goes on was launched: "left in an airlift, which it launched on"."""
    lasts = not dating_words().lasting.isdisjoint(reading.word_set)
    return lasts and "launched" in before and "which" in before
