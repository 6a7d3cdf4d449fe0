"""Time resolvers: the functions that rules of ``times.toml`` name to turn matches into days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from data import lexicon
from data.errors import InputError
from data.lexicon.dating import TimeRule
from data.parse.calendar import dates as calendar_dates
from data.parse.calendar import days_told, relative_days
from data.parse.calendar import years as calendar_years
from data.parse.calendar.dates import Parts, Resolver
from data.parse.calendar.moment import Days, Moment

RESOLVERS: Final[Mapping[str, Resolver]] = {
    "date": calendar_dates.date,
    "figures": calendar_dates.iso_or_figures,
    "days-of-month": calendar_dates.days_of_month,
    "days-behind": calendar_dates.days_behind,
    "days-of-months": calendar_dates.days_of_months,
    "solar-date": calendar_dates.solar_date,
    "solar-month": calendar_dates.solar_month,
    "month": calendar_dates.month,
    "months": calendar_dates.months,
    "parts-of-months": calendar_dates.parts_of_months,
    "week-of-day": calendar_dates.week_of_day,
    "nth-weekday": relative_days.nth_weekday,
    "week-of-month": calendar_dates.week_of_month,
    "week-of-this-month": calendar_dates.week_of_this_month,
    "year": calendar_dates.year,
    "years": calendar_dates.years,
    "years-short": calendar_years.years_short,
    "fiscal-year": calendar_years.fiscal_year,
    "solar-year": calendar_years.solar_year,
    "span-until-year": calendar_years.span_until_year,
    "decade": calendar_dates.decade,
    "quarter": calendar_dates.quarter,
    "months-counted": calendar_dates.months_counted,
    "season": calendar_dates.season,
    "weekday": relative_days.weekday,
    "last-weekday": relative_days.last_weekday,
    "next-weekday": relative_days.next_weekday,
    "weekday-beside": relative_days.weekday_beside,
    "weekday-of-week": relative_days.weekday_of_week,
    "day-alone": relative_days.day_alone,
    "day-shift": relative_days.day_shift,
    "day-beside": relative_days.day_beside,
    "unit-before": days_told.unit_before,
    "day-so-far": days_told.day_so_far,
    "mentioned": days_told.mentioned,
    "then": days_told.then,
    "period-told": days_told.period_told,
    "since-then": days_told.since_then,
    "days-of-year": days_told.days_of_year,
    "mentioned-days": days_told.mentioned_days,
    "week": relative_days.week,
    "week-before": days_told.week_before,
    "week-after": days_told.week_after,
    "weekday-near": relative_days.weekday_near,
    "week-to-date": relative_days.week_to_date,
    "week-begun": relative_days.week_begun,
    "weekend": relative_days.weekend,
    "month-shift": relative_days.month_shift,
    "counted-back": relative_days.counted_back,
    "counted-on": relative_days.counted_on,
    "counted-earlier": relative_days.counted_earlier,
    "counted-later": relative_days.counted_later,
    "window": relative_days.window,
    "window-before": relative_days.window_before,
    "window-told": relative_days.window_told,
    "window-ahead": relative_days.window_ahead,
}

TENSED: Final = frozenset({"weekday", "day-alone", "month", "months", "weekend", "window-told"})
"""Resolvers that ask whether the sentence looks ahead."""

OF_A_DAY: Final = frozenset({"date", "solar-date", "days-of-month", "days-of-months"})
"""Resolvers of what a weekday can stand before."""


def resolve(rule: TimeRule, parts: Parts, moment: Moment) -> Days | None:
    """The days that a match of a rule means; None for a day that is not known or does not exist.

    Raises:
        InputError: If the rule names a resolver that there is not.
    """
    resolver = RESOLVERS.get(rule.resolver)
    if resolver is None:
        raise InputError(
            lexicon.FOLDER / "times.toml",
            f"rule {rule.id!r} names the resolver {rule.resolver!r}",
            f"Use one of {', '.join(RESOLVERS)}.",
        )
    try:
        return resolver(parts, moment, rule.offset)
    except (ValueError, OverflowError):  # 31 June, year 0, no publication date
        return None
