"""Times: expressions tied to the calendar, and the days they mean."""

from __future__ import annotations

import calendar
import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Callable, Mapping
from typing import Literal

from dateutil.relativedelta import relativedelta

from data import lexicon
from data.errors import InputError
from data.lexicon.schema import TimeRule

Days = tuple[dt.date, dt.date]

_FURTHEST_AHEAD = 60
"""A date without a year is more than this many days ahead only by mistake: it is last year's."""


@dataclasses.dataclass(frozen=True, slots=True)
class TimeExpression:
    """A calendar expression.

    Attributes:
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        first_day: First day meant; None when it needs a publication date that is missing.
        last_day: Last day meant.
        basis: ``stated``: the text alone tells; ``relative``: the publication date had to help.
        rule: Id of the rule in ``lexicon/times.toml``.
    """

    start: int
    end: int
    first_day: dt.date | None
    last_day: dt.date | None
    basis: Literal["stated", "relative"]
    rule: str


def find_times(text: str, start: int, end: int, published: dt.date | None) -> list[TimeExpression]:
    """Calendar expressions in ``text[start:end]``, in text order, none overlapping another.

    Of two that overlap the rule that comes first in the lexicon wins. Without a publication
    date an expression that leans on it is found but not resolved.
    """
    found: list[TimeExpression] = []
    for rule, pattern in _patterns():
        for match in pattern.finditer(text, start, end):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if _is_common_word(match):
                continue
            days = _resolve(rule, match, published)
            found.append(
                TimeExpression(
                    match.start(),
                    match.end(),
                    days[0] if days else None,
                    days[1] if days else None,
                    rule.basis,
                    rule.id,
                )
            )
    return sorted(found, key=lambda expression: expression.start)


def _is_common_word(match: re.Match[str]) -> bool:
    """Whether a month is written small: "may 5" and "on march 3" name none."""
    month = match.groupdict().get("month")
    return month is not None and month[0].islower()


def _resolve(rule: TimeRule, match: re.Match[str], published: dt.date | None) -> Days | None:
    if rule.basis == "relative" and published is None:
        return None
    try:
        return _RESOLVERS[rule.resolver](match.groupdict(), published or dt.date.min, rule.offset)
    except (ValueError, OverflowError):  # 31 June, or a day before year 1
        return None


def _date(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    month = lexicon.times().months[(parts["month"] or "").lower()]
    day = int(parts["day"] or 0)
    if year := parts.get("year"):
        return (on := dt.date(int(year), month, day)), on
    candidates = [dt.date(published.year + shift, month, day) for shift in (-1, 0, 1)]
    likely = [date for date in candidates if (date - published).days <= _FURTHEST_AHEAD]
    nearest = min(likely, key=lambda date: abs((date - published).days))
    return nearest, nearest


def _since(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    return _until_published(_date(parts, published, 0)[0], published)


def _since_weekday(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    return _until_published(_weekday(parts, published, 0)[0], published)


def _until_published(first: dt.date, published: dt.date) -> Days:
    return (first, published) if first <= published else (first, first)


def _days_of_month(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    first, _same = _date(parts, published, 0)
    return first, first.replace(day=int(parts["last"] or 0))


def _whole_month(year: int, month: int) -> Days:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _month(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    """A month of the year given; without one the last that had begun by publication."""
    month = lexicon.times().months[(parts["month"] or "").lower()]
    latest = published.year if month <= published.month else published.year - 1
    return _whole_month(int(parts.get("year") or latest), month)


def _years(parts: Mapping[str, str | None], _: dt.date, __: int) -> Days:
    first = int(parts["year"] or 0)
    last = int(parts.get("last") or first)
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _span_until_year(parts: Mapping[str, str | None], _: dt.date, __: int) -> Days:
    last = int(parts["year"] or 0)
    length = (parts["count"] or "").lower()
    years = 10 if length == "decade" else lexicon.times().counts[length]
    return dt.date(last - years, 1, 1), dt.date(last, 12, 31)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _week(_: Mapping[str, str | None], published: dt.date, offset: int) -> Days:
    monday = _monday(published) + dt.timedelta(weeks=offset)
    return monday, monday + dt.timedelta(days=6)


def _week_to_date(_: Mapping[str, str | None], published: dt.date, __: int) -> Days:
    return _monday(published), published


def _month_shift(_: Mapping[str, str | None], published: dt.date, offset: int) -> Days:
    shifted = published + relativedelta(months=offset)
    return _whole_month(shifted.year, shifted.month)


def _day_shift(_: Mapping[str, str | None], published: dt.date, offset: int) -> Days:
    day = published + dt.timedelta(days=offset)
    return day, day


def _counted_back(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    count = (parts["count"] or "").lower()
    number = int(count) if count.isdigit() else lexicon.times().counts[count]
    days = number * (7 if (parts["unit"] or "").lower() == "week" else 1)
    return _day_shift({}, published, -days)


def _next_weekday(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    return _day_shift({}, _weekday(parts, published, 0)[0], 7)


def _weekday(parts: Mapping[str, str | None], published: dt.date, _: int) -> Days:
    wanted = lexicon.times().weekdays[(parts["weekday"] or "").lower()]
    return _day_shift({}, published, -((published.weekday() - wanted) % 7))


_RESOLVERS: Mapping[str, Callable[[Mapping[str, str | None], dt.date, int], Days]] = {
    "date": _date,
    "since": _since,
    "since-weekday": _since_weekday,
    "days-of-month": _days_of_month,
    "next-weekday": _next_weekday,
    "month": _month,
    "years": _years,
    "span-until-year": _span_until_year,
    "week": _week,
    "week-to-date": _week_to_date,
    "month-shift": _month_shift,
    "day-shift": _day_shift,
    "counted-back": _counted_back,
    "weekday": _weekday,
}


@functools.cache
def _patterns() -> tuple[tuple[TimeRule, re.Pattern[str]], ...]:
    times = lexicon.times()
    lists = {
        name: "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        for name, words in (
            ("month", times.months),
            ("weekday", times.weekdays),
            ("count", times.counts),
        )
    }
    compiled = []
    for rule in times.time:
        if rule.resolver not in _RESOLVERS:
            raise InputError(
                lexicon.FOLDER / "times.toml",
                f"rule {rule.id!r} names the resolver {rule.resolver!r}",
                f"Use one of {', '.join(_RESOLVERS)}.",
            )
        pattern = rule.pattern
        for name, alternatives in lists.items():
            pattern = pattern.replace("{" + name + "}", alternatives)
        # Whole words, any white space between them.
        pattern = r"(?<!\w)(?:" + pattern.replace(" ", r"\s") + r")(?!\w)"
        compiled.append((rule, _compiled(rule.id, pattern)))
    return tuple(compiled)


def _compiled(rule: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise InputError(
            lexicon.FOLDER / "times.toml",
            f"the pattern of rule {rule!r} is no regular expression: {error}",
            "Mend the pattern.",
        ) from error
