"""Written dates: patterns of a day written out, with the names that ``times.toml`` knows."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable

from data import lexicon


@functools.cache
def _ordinal() -> str:
    return f"(?:{_any_of(sorted(lexicon.numbers().ordinal_endings))})?"


def month_names(month: int | None = None) -> str:
    """A pattern of the names of a month, or of any, in small letters."""
    names = lexicon.times().months
    return _any_of(name for name, number in names.items() if month in {None, number})


@functools.cache
def weekday_names() -> str:
    """A pattern of the names of weekdays, in small letters."""
    times = lexicon.times()
    return _any_of({**times.weekdays, **times.short_weekdays})


@functools.cache
def day_written_out() -> str:
    """A pattern of a day of a year, in figures or with the month's name."""
    month = rf"(?:{month_names()})\b\.?"
    forms = (
        r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}",
        r"\d{4}[./-]\d{1,2}[./-]\d{1,2}",
        rf"\d{{1,2}}{_ordinal()}[\s-](?:of\s)?{month},?[\s-]\d{{4}}",
        rf"{month}\s\d{{1,2}}{_ordinal()},?\s\d{{4}}",
    )
    return rf"(?:\b(?:{weekday_names()})\b\.?,?\s)?(?:{'|'.join(forms)})(?!\d)"


def sure_forms(day: dt.date) -> re.Pattern[str]:
    """A pattern of a day written so that it can be read in one way only."""
    month = rf"(?:{month_names(day.month)})\b[.,]?"
    figure, number = f"0?{day.day}", f"0?{day.month}"
    forms = (
        rf"(?<!\d){day.year}[-/._]{number}[-/._]{figure}(?!\d)",
        rf"(?<!\d){day:%Y%m%d}(?!\d)",
        rf"(?<![\d.]){figure}\.{number}\.(?:{day.year}|{day.year % 100:02})(?![\d.])",
        rf"(?<!\d){figure}{_ordinal()}[\s-]{{1,3}}(?:of\s)?{month}\s{{0,3}}-?{day.year}",
        rf"\b{month}\s{{1,3}}{figure}{_ordinal()},?\s{{0,3}}{day.year}",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def unsure_form(day: dt.date) -> re.Pattern[str]:
    """A pattern of a day in figures with the day first that are another with the month first."""
    year = f"(?:{day.year}|{day.year % 100:02})"
    return re.compile(rf"(?<![\d/.-])0?{day.day}([/-])0?{day.month}\1{year}(?![\d/-])")


def _any_of(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
