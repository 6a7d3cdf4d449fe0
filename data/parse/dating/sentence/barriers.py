"""Barriers: what keeps an expression from dating a claim of its own sentence."""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence

from data import lexicon
from data.parse.calendar.tense import tells_past
from data.parse.clauses import looks_finite
from data.parse.dating.aspect.happened import tells_what_happened
from data.parse.dating.aspect.vague_times import is_vague, tells_at_once, tells_vaguely
from data.parse.dating.expressions.dated_span import DatedSpan
from data.parse.dating.expressions.rises import is_of_rise
from data.parse.dating.expressions.spans import spans_of
from data.parse.dating.sentence.asides import (
    belongs_to_aside,
    is_in_closed_relative,
    is_in_company,
    is_in_dashes,
    is_in_insertion,
    is_set_apart,
    is_worth,
    tells_of_event,
)
from data.parse.dating.sentence.besides import (
    ends_on_day,
    is_of_burial,
    is_of_mourning,
    is_within_term,
    tells_how_they_died,
)
from data.parse.dating.sentence.circumstances import (
    goes_on_daily,
    is_of_fronted_whole,
    is_of_those_waiting,
)
from data.parse.dating.sentence.compared import is_of_comparison, is_told_aside
from data.parse.dating.sentence.described import describes_subject, was_once
from data.parse.dating.sentence.elsewhere import is_of_others
from data.parse.dating.sentence.joints import (
    describes_object,
    is_of_verb_before,
    opens_another_part,
    turns_to_now,
)
from data.parse.dating.sentence.parts import is_part_of_another
from data.parse.dating.sentence.relatives import is_before_main_verb, is_over, tells_how_it_came
from data.parse.dating.sentence.semicolons import goes_on_behind, is_frame
from data.parse.dating.sentence.turns import is_of_total_behind, turns_away, turns_to_total
from data.parse.dating.sentence.wholes import is_the_whole
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.lazy import remembered
from data.parse.reading import Reading

_APART = frozenset({"after", "before"})
"""Behind "a day": what leads to another one."""

_LONGEST_ASIDE = 6
"""Most tokens between "against" and the number it compares with."""


def is_cut_off(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a sign, a relative clause or a conjunction keeps an expression from a draft."""
    low, high = sorted((draft.first, span.first))
    between_both = reading.lower[low:high]
    if ";" in between_both and not goes_on_behind(reading, draft, span):
        return True
    if is_of_comparison(reading, draft, span):
        return True
    if _is_broken(between_both) and not (
        is_frame(reading, span) or _is_between_dashes(reading, draft)
    ):
        return True
    if is_in_company(reading, draft, span) or was_once(reading, draft, span):
        return True
    if is_in_dashes(reading, draft, span) or is_in_insertion(reading, draft, span):
        return True
    if is_of_rise(reading, draft, span) or is_of_burial(reading, draft, span):
        return True
    if is_set_apart(reading, draft, span) or is_worth(reading, draft, span):
        return True
    if belongs_to_aside(reading, draft, span):
        return True
    if span.first < draft.first:
        return _is_cut_off_before(reading, draft, span)
    return _is_cut_off_behind(reading, draft, span)


def _is_cut_off_before(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether what stands between an expression and a draft behind it parts them."""
    between = reading.lower[span.stop : draft.first]
    if reading.lower[draft.noun_stop or draft.stop : draft.verb + 1][:1] == ["already"]:
        return True  # "left on Friday, besides 900 already displaced"
    if is_of_those_waiting(reading, draft, span) or is_of_fronted_whole(reading, draft, span):
        return True
    if is_in_closed_relative(reading, draft, span) or _was_before(reading, draft):
        return True
    if describes_subject(reading, draft, span):
        return True
    if turns_to_now(reading, draft, span) or is_of_verb_before(reading, draft, span):
        return True
    if describes_object(reading, draft, span):
        return True
    if reading.lower[0] == "of" and "still" in reading.lower[draft.stop : draft.stop + 2]:
        return True  # "Of 900 people held since May, 40 are still in jail"
    if (
        is_of_mourning(reading, draft, span)
        or is_within_term(between)
        or ends_on_day(reading, span)
    ):
        return True
    if "having" in between or _is_day_after(between) or turns_to_total(between):
        return True  # "left on Friday, having flown out 900"
    begin = span.stop + 2 * (reading.lower[span.stop : span.stop + 2] == ["so", "far"])
    if is_vague(reading) and tells_vaguely(reading.tokens[begin : draft.first]):
        return True  # "left on Friday, and since then 40 have come", but "In July so far 40 came"
    if is_vague(reading) and _has_its_own_time(reading, draft, span):
        return True
    if turns_away(reading, draft, span):
        return True
    return is_told_aside(reading, draft, span)


def _has_its_own_time(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether the next of a list has a time of its own: "40 this year and 90 in coming years"."""
    first = draft.quantity.outer_first if draft.quantity else draft.first
    joint = frozenset(reading.lower[span.stop : first])
    if not joint or not joint <= lexicon.grammar().adding:
        return False
    own = max(draft.noun_stop, draft.stop)
    own += reading.lower[own : own + 1] == ["more"]
    return tells_at_once(reading.tokens, own)


def _is_cut_off_behind(reading: Reading, draft: Draft, span: DatedSpan) -> bool:
    """Whether a relative clause, a limit or a conjunction keeps a draft from what is behind it."""
    tokens, low, high = reading.tokens, draft.first, span.first
    between_both = reading.lower[low:high]
    is_total = draft.quantity is not None and draft.quantity.is_ordinal
    if is_total and draft.kind in lexicon.kinds_with("held") and "after" in between_both:
        return True  # "the third town to fall, after Zaranj on Friday"
    if is_of_total_behind(reading, draft, span) or is_of_others(reading, draft, span):
        return True
    if goes_on_daily(reading, draft) or is_before_main_verb(reading, draft, span):
        return True
    if any(one == "," and other == "adding" for one, other in itertools.pairwise(between_both)):
        return True  # "12 were killed then, he said, adding that six died the next day"
    # "sent back 53 soldiers who had crossed in June", "a first since it was founded in 1991"
    if dating_words().parting.isdisjoint(between_both):
        return opens_another_part(reading, draft, span)
    for index in range(low, high):
        norm = tokens[index].norm
        if norm == "whom" and reading.lower[index - 2] in dating_words().some:
            return True  # "live here, many of whom fled in 1979"
        if norm == "that" and draft.verb < index and _opens_clause_of_noun(reading, index):
            return True
        if norm in dating_words().relatives and draft.verb < index:
            if tells_of_event(reading, span) or tells_how_they_died(reading, draft) == index:
                continue
            if index == draft.stop + 1 and is_part_of_another(reading.lower, draft.stop):
                continue  # "three dozen posts, five of which were set up last week"
            if tells_how_it_came(reading, draft, index, span):
                continue
            before = tokens[index - 1]
            follows_noun = before.is_word and before.norm not in dating_words().prepositions
            is_subject = draft.happening is None and is_over(tokens, index, len(tokens))
            is_subject = is_subject and norm != "whose"  # "men whose release was agreed in May are"
            if draft.happening is None and _describes_whole(reading, draft, index, high):
                return False  # "Of the 90 boys who were seized in May, two are free"
            if is_the_whole(reading, draft, index):
                return False  # "fewer than 30 are left of the 750 who were there in April"
            is_closed = is_over(tokens, index, high, any_past=True)
            return not ((is_subject and follows_noun) or is_closed)
        is_limit = norm in dating_words().limits and not _has_its_time(reading, index, span)
        if is_limit and _is_right_before(reading, draft, index, span):
            continue
        if is_limit and _has_clause(reading, index, high):
            return True
    return opens_another_part(reading, draft, span)


def _is_right_before(reading: Reading, draft: Draft, before: int, span: DatedSpan) -> bool:
    """Whether it happened until something else did: "were made useless before they left on Monday".

    "Had fled before the town fell on Monday" was some time earlier, "just before" was not.
    """
    norms = reading.lower
    if norms[before] != "before" or not span.is_day or len(reading.times) != 1:
        return False
    was_earlier = "had" in norms[:before] and norms[before - 1] not in {"just", "shortly"}
    return not was_earlier and tells_what_happened(reading, draft)


def _describes_whole(reading: Reading, draft: Draft, index: int, stop: int) -> bool:
    """Whether a relative clause up to ``stop`` is about a whole that a sentence opens with."""
    if reading.lower[0] not in {"of", "among"} or "," in reading.lower[:stop]:
        return False
    return not any(draft.stop <= one.first < index for one in reading.quantities)


def _was_before(reading: Reading, draft: Draft) -> bool:
    """Whether a clause tells of an earlier time: "gave $90 on Monday, twice the $45 that had"."""
    behind = draft.noun_stop or draft.stop
    had = reading.lower[behind + 1 : behind + 2] == ["had"]
    return had and reading.lower[behind] in lexicon.grammar().impersonal_relatives


def _opens_clause_of_noun(reading: Reading, index: int) -> bool:
    """Whether "that" begins a clause about the noun before it: "in a campaign that ended in May".

    The clause about an event dates it: "took part in a drill that opened on Monday".
    """
    tokens = reading.tokens
    if not index or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    begins = following.norm in dating_words().auxiliaries or looks_finite(following)
    begins = begins or any(verb.first == index + 1 for verb in reading.verbs)
    before = tokens[index - 1]
    told = any(verb.first == index - 1 for verb in reading.verbs)
    return begins and not told and before.is_word and before.norm not in dating_words().events


def _is_day_after(between: Sequence[str]) -> bool:
    """Whether what follows was on another day: "on Friday, a day after a bomb killed 40".

    "On Friday, a day before the talks, 40 died" tells of Friday.
    """
    delays = dating_words().delays
    for index, norm in enumerate(between[1:], 1):
        if norm in _APART and between[index - 1] in delays:
            return "," not in between[index:] or (norm == "after" and _is_told_of_it(between))
    return False


def _is_told_of_it(between: Sequence[str]) -> bool:
    """Whether what follows the last comma goes on with the other day: "the blast, which killed"."""
    last = len(between) - 1 - between[::-1].index(",")
    words = dating_words()
    if tells_past(between[last + 1] if last + 1 < len(between) else ""):
        return True  # "a day after rebels had stormed it, killed 14 men and"
    return not (words.relatives | words.conjunctions).isdisjoint(between[last : last + 3])


def _is_broken(between: Sequence[str]) -> bool:
    """Whether signs part two words; a pair of dashes holds an insertion between them."""
    return between.count("—") % 2 == 1


def _is_between_dashes(reading: Reading, draft: Draft) -> bool:
    """Whether a number explains a noun between dashes: "soldiers - some 1,600 in all - fled"."""
    tokens = reading.tokens
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if not first or tokens[first - 1].norm not in dating_words().dashes:
        return False
    end = min(draft.stop + _LONGEST_ASIDE, len(tokens))
    for index in range(draft.stop, end):
        if tokens[index].norm in dating_words().dashes:
            return True
        if looks_finite(tokens[index]):
            return False
    return False


def _has_its_time(reading: Reading, index: int, span: DatedSpan) -> bool:
    """Whether "since" leads to a time of its own: "stuck since 5 July, crossed on Monday"."""
    near = (one for one in spans_of(reading) if 0 < one.first - index <= _LONGEST_ASIDE)
    own = next(near, None)
    if own is None or own == span:
        return False
    return not any(map(looks_finite, reading.tokens[index + 1 : own.first]))


def _has_clause(reading: Reading, index: int, stop: int) -> bool:
    """Whether words from "since" or "before" to ``stop`` are a clause: "since it was founded"."""
    signs, pasts = _clause_signs(reading)
    if _first_behind(signs, index) < stop:
        return True
    return reading.tokens[index].norm != "since" and _first_behind(pasts, index) < stop


@remembered
def _clause_signs(reading: Reading) -> tuple[Sequence[int], Sequence[int]]:
    """Where pronouns and finite verbs of a sentence stand, and where verbs in the past do."""
    pronouns = dating_words().pronouns
    tokens = reading.tokens
    return (
        [at for at, token in enumerate(tokens) if token.norm in pronouns or looks_finite(token)],
        [at for at, token in enumerate(tokens) if tells_past(token.norm)],
    )


def _first_behind(places: Sequence[int], index: int) -> float:
    """The first of some places in order that is behind a token; infinite without one."""
    found = bisect.bisect(places, index)
    return places[found] if found < len(places) else math.inf
