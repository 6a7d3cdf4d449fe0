"""dateparser: dates anywhere in a text."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from tests.accuracy.peers import Record
from tests.accuracy.peers.rows import Row, date_row

_LANGUAGES = ["en"]


def _settings(published: dt.date) -> dict[str, Any]:
    return {
        "RELATIVE_BASE": dt.datetime.combine(published, dt.time()),
        "PREFER_DATES_FROM": "past",  # news looks back
        "RETURN_TIME_AS_PERIOD": True,
    }


def search(text: str, published: dt.date) -> list[tuple[str, dt.datetime]]:
    """Pieces of the text with what they mean, in order."""
    return search_dates(text, languages=_LANGUAGES, settings=_settings(published)) or []


def record(found: list[tuple[str, dt.datetime]], text: str, published: dt.date) -> Record:
    """Dates, without the clock times and bare numbers that it takes for dates."""
    rows: list[Row] = []
    begin = 0
    for piece, _ in found:
        start = text.find(piece, begin)
        if start < 0:  # it normalises white space in places
            continue
        begin = start + len(piece)
        if any(character.isalpha() for character in piece):
            rows += _row(start, piece, published)
    return {"dates": rows}


def dates(text: str, published: dt.date) -> list[Row]:
    """The rows of a text, for tools of numbers that know no dates."""
    rows: list[Row] = record(search(text, published), text, published)["dates"]
    return rows


def resolve(piece: str, published: dt.date) -> tuple[dt.date, dt.date] | None:
    """The days that an expression means, by the period it says it is; None for a clock time."""
    data = DateDataParser(languages=_LANGUAGES, settings=_settings(published)).get_date_data(piece)
    if data.date_obj is None or data.period == "time":
        return None
    day = data.date_obj.date()
    if data.period == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    if data.period == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day, day


def _row(start: int, piece: str, published: dt.date) -> list[Row]:
    days = resolve(piece, published)
    return [date_row(start, start + len(piece), *days)] if days else []
