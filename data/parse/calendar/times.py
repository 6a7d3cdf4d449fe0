"""Times: expressions tied to the calendar, and the days they mean."""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from data import lexicon
from data.parse.calendar.moment import Days, Moment, Sought, no_day, no_days, shifted_month
from data.parse.calendar.patterns import RuleMatch, hooks, matcher, weekday_before
from data.parse.calendar.plain import plain
from data.parse.calendar.relation import Relation, is_dateline, relation_before
from data.parse.calendar.resolvers import OF_A_DAY, TENSED, resolve
from data.parse.calendar.tense import looks_ahead

_BEFORE = 28
"""Characters that an expression may begin before the word it hangs on: "the first half of"."""

_BEHIND = 24
"""Characters that it may reach behind the last one."""

_YEAR = 12
"""Months of a year."""

_NOT_YET = 31
"""Days ahead from which on a day "since" which something is told is last year's."""

_LONGEST_WEEKDAY = 36
"""Characters of "early Wednesday, late afternoon, the"."""


class TimeExpression(NamedTuple):
    """A calendar expression.

    Attributes:
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        first_day: First day meant; None when it needs a date that is missing.
        last_day: Last day meant.
        basis: ``stated``: the text alone tells; ``relative``: the publication date had to help.
        rule: Id of the rule in ``lexicon/times.toml``.
        relation: How what happened lies to it; the word for it ("since") is not part of the
            expression. ``dateline``: the day of writing in front of the text.
    """

    start: int
    end: int
    first_day: dt.date | None
    last_day: dt.date | None
    basis: Literal["stated", "relative"]
    rule: str
    relation: Relation = "on"


def find_times(
    text: str,
    start: int,
    end: int,
    published: dt.date | None,
    mentioned: Callable[[Sought], Days | None] = no_days,
    written: Callable[[], dt.date | None] = no_day,
) -> list[TimeExpression]:
    """Calendar expressions in ``text[start:end]``, in text order, none overlapping another.

    Of two that overlap the longer wins, then the one whose rule comes first in the lexicon.
    Without a publication date an expression that leans on it is found but not resolved, and neither
    is "today" where somebody is quoted.

    Args:
        text: The article's text.
        start: Where the sentence begins.
        end: Where it ends.
        published: The publication date.
        mentioned: Finds the days the text mentioned last, which "a day earlier" is counted from.
        written: Finds the day of writing that a dateline before the sentence tells.
    """
    as_written = text[start:end]
    sentence = plain(as_written)
    if "  " in sentence:
        return _find_closed_up(text, start, sentence, published, mentioned, written)
    windows = _windows(sentence, as_written)
    if not windows:
        return []
    found: list[TimeExpression] = []
    here: Days | None = None
    before: RuleMatch | None = None
    line: dt.date | None = None
    for match in _longest(_candidates(windows, sentence, text, start)):
        relation = relation_before(sentence, match.start)
        spoken = match.rule.spoken and is_quoted(text, start + match.start)
        today = None if spoken else published
        if match.rule.written and today is not None:
            today = min(today, line or written() or today)
        moment = Moment(today, here, mentioned, lasts=bool(found) and found[-1].relation == "since")
        days = _days(match, sentence, moment, relation)
        here = _told_together(sentence, before, here, match, days)
        before = match
        opens = days and is_dateline(as_written, match.start, match.end, days, published)
        line = days[1] if days and opens else line
        found.append(
            TimeExpression(
                start + match.start,
                start + match.end,
                days[0] if days else None,
                days[1] if days else None,
                "stated" if _names_year(match) else "relative",
                match.rule.id,
                "dateline" if opens else relation,
            )
        )
    return found


def _find_closed_up(
    text: str,
    start: int,
    sentence: str,
    published: dt.date | None,
    mentioned: Callable[[Sought], Days | None],
    written: Callable[[], dt.date | None],
) -> list[TimeExpression]:
    """The expressions of a sentence with more than one space between words: "July  26"."""
    first = max(0, start - _LONGEST_QUOTE)
    kept = [
        place
        for place, sign in enumerate(sentence)
        if sign != " " or not place or sentence[place - 1] != " "
    ]
    closed = text[first:start] + "".join(
        " " if sentence[place] == " " else text[start + place] for place in kept
    )
    begin = start - first
    return [
        time._replace(
            start=start + kept[time.start - begin], end=start + kept[time.end - 1 - begin] + 1
        )
        for time in find_times(closed, begin, len(closed), published, mentioned, written)
    ]


def _days(match: RuleMatch, sentence: str, moment: Moment, relation: Relation) -> Days | None:
    """The days that a match means, of which one "since" which something is told has begun."""
    front = max(0, match.start - _BEFORE)
    if relation == "since" and _SINCE.search(sentence, front, match.start):
        days = resolve(match.rule, match.parts, moment._replace(ahead=False))
        return _begun(days, moment.published) if days and not _names_year(match) else days
    if match.rule.resolver in TENSED:
        moment = moment._replace(ahead=looks_ahead(sentence, match.start, match.end))
    return resolve(match.rule, match.parts, moment)


def _begun(days: Days, today: dt.date | None) -> Days:
    """What is told "since November 7", in September: that of the year before.

    A day that is nearer is rather one before a publication whose day is wrong.
    """
    if today is None or (days[0] - today).days < _NOT_YET:
        return days
    return shifted_month(days[0], -_YEAR), shifted_month(days[1], -_YEAR)


def _told_together(
    sentence: str, before: RuleMatch | None, here: Days | None, match: RuleMatch, days: Days | None
) -> Days | None:
    """The days a sentence has told of last: those of both months of "in May and June"."""
    if days is None:
        return here
    if here is None or before is None or sentence[before.end : match.start] != " and ":
        return days
    are_months = before.rule.resolver == match.rule.resolver == "month"
    return (here[0], days[1]) if are_months else days


def _windows(sentence: str, written: str) -> dict[str, tuple[int, int]]:
    """Where to look for the rules of each class: around the words that one can hang on."""
    pattern, classes = hooks()
    windows: dict[str, tuple[int, int]] = {}
    for hook in pattern.finditer(sentence):
        word = hook[0]
        first, stop = hook.span()
        if word in _capitalised() and written[first].islower():
            continue
        is_year = word.isdigit() or word[-1] == "s" or word[0] == "f"
        near = classes.get(word) or ("year" if is_year else "ordinal")
        begin = windows[near][0] if near in windows else max(0, first - _BEFORE)
        windows[near] = begin, stop + _BEHIND
    return windows


def _candidates(
    windows: Mapping[str, tuple[int, int]], sentence: str, text: str, start: int
) -> list[RuleMatch]:
    """Every match of every rule in its window."""
    return [
        _with_weekday(match, sentence)
        for near, (first, stop) in windows.items()
        for match in matcher(near).find(sentence, first, stop)
        if _counts(match, sentence, text, start)
    ]


def _with_weekday(match: RuleMatch, sentence: str) -> RuleMatch:
    """The match with the weekday right before it: "late Tuesday, July 6", "Tuesday (July 6)"."""
    if match.rule.resolver not in OF_A_DAY:
        return match
    first = max(0, match.start - _LONGEST_WEEKDAY)
    before = weekday_before().search(sentence, first, match.start)
    if before is None or not before[0]:
        return match
    in_brackets = before[0].endswith("(") and sentence.startswith(")", match.end)
    return match._replace(start=before.start(), end=match.end + in_brackets)


def _counts(match: RuleMatch, sentence: str, text: str, start: int) -> bool:
    """Whether a match is no common word and no name."""
    month = match.parts.get("month", "").rstrip(".")
    if month in _capitalised() and text[start + sentence.find(month, match.start)].islower():
        return False
    return not (match.rule.alone and _in_a_name(text, start + match.start, start + match.end))


def _longest(matches: list[RuleMatch]) -> list[RuleMatch]:
    """The matches in text order, without those that a longer one overlaps."""
    if len(matches) < 2:
        return matches
    kept: list[RuleMatch] = []
    for match in sorted(matches, key=lambda match: match.start - match.end):
        place = bisect.bisect(kept, match.start, key=lambda other: other.start)
        is_free = place == 0 or kept[place - 1].end <= match.start
        if is_free and (place == len(kept) or match.end <= kept[place].start):
            kept.insert(place, match)
    return kept


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word stands right beside a month: "June Smith"."""
    return text[start].islower() or _NAME_BEHIND.match(text, end) is not None


_SINCE = re.compile(r"\bsince (?:\w+ ){0,2}$")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")
_QUOTES = re.compile('["“”]')
_LONGEST_QUOTE = 600
"""Characters before a word in which the mark that opens a quotation is looked for."""


def is_quoted(text: str, index: int) -> bool:
    """Whether a place lies between quotation marks, by the marks before it in its paragraph.

    Args:
        text: The article's text.
        index: Offset of the place.
    """
    first = max(0, index - _LONGEST_QUOTE)
    first = max(first, text.rfind("\n", first, index))
    marks = _QUOTES.findall(text, first, index)
    if not marks:
        return False
    return marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2 == 1)


def _names_year(match: RuleMatch) -> bool:
    return not match.parts.keys().isdisjoint({"year", "hijri", "decade"})


@functools.cache
def _capitalised() -> frozenset[str]:
    return frozenset(lexicon.times().capitalised.words)
