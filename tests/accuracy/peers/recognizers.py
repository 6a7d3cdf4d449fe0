"""Recognizers-Text: numbers, percentages, sums, lengths, dates, with a model for each."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any

from tests.accuracy.peers import Record
from tests.accuracy.peers.rows import Row, date_row, longest_first, number_row, without

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own syntax warnings
    from ms_recognizers_date_time import recognize_datetime
    from ms_recognizers_number import recognize_number, recognize_percentage
    from ms_recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
    )

_CULTURE = "en-us"
_LENGTHS = frozenset({"Kilometer", "Mile"})
_UNITS = {"percentage": "percent", "currency": "money", "dimension": "length"}
_CALENDAR = frozenset({"date", "daterange", "datetime", "datetimerange"})


def search(text: str, published: dt.date) -> list[Any]:
    """What all of its models that matter here find."""
    reference = dt.datetime.combine(published, dt.time())
    return [
        *recognize_number(text, _CULTURE),
        *recognize_percentage(text, _CULTURE),
        *recognize_currency(text, _CULTURE),
        *recognize_dimension(text, _CULTURE),
        *recognize_age(text, _CULTURE),
        *recognize_datetime(text, _CULTURE, reference=reference),
    ]


def record(found: list[Any], text: str, published: dt.date) -> Record:
    """Numbers that its own models call no date, time, duration or age; and dates."""
    excluded = [_span(one) for one in found if _is_excluded(one)]
    rows = [
        number_row(one.start, text[one.start : one.end + 1], _value(one), unit=_unit(one))
        for one in found
        if one.type_name in {"number", *_UNITS} and one.text != "one" and _value(one) is not None
    ]
    return {
        "numbers": without(longest_first(rows), excluded),
        "dates": [
            _date(one, published)
            for one in found
            if one.type_name.partition(".")[2] in _CALENDAR and one.resolution
        ],
    }


def _is_excluded(one: Any) -> bool:
    kind = one.type_name
    return bool(
        kind == "age"
        or kind.startswith("datetime")
        or (kind == "dimension" and one.resolution["unit"] not in _LENGTHS)
    )


def _span(one: Any) -> Row:
    return {"start": one.start, "end": one.end + 1}


def _value(one: Any) -> float | None:
    written = (one.resolution or {}).get("value")
    try:
        return float(str(written).rstrip("%"))
    except ValueError:  # a unit without a number
        return None


def _unit(one: Any) -> str:
    return _UNITS.get(one.type_name, "")


def _date(one: Any, published: dt.date) -> Row:
    periods = [_period(value) for value in one.resolution["values"]]
    known = [period for period in periods if period]
    first, last = _likeliest(known, one, published) if known else (None, None)
    return date_row(one.start, one.end + 1, first, last)


def _period(value: dict[str, str]) -> tuple[dt.date, dt.date] | None:
    try:
        if "value" in value:
            return (on := dt.date.fromisoformat(value["value"][:10])), on
        ends = [value.get(key) or "" for key in ("start", "end")]
        first, after = (dt.date.fromisoformat(end[:10]) for end in ends)
    except ValueError:  # open at one end, or not resolved
        return None
    return first, max(first, after - dt.timedelta(days=1))  # its ends are exclusive


def _likeliest(
    periods: list[tuple[dt.date, dt.date]], one: Any, published: dt.date
) -> tuple[dt.date, dt.date]:
    """Of a past and a coming one: of weekdays the past one, of others the nearer one."""
    past = [period for period in periods if period[0] <= published]
    if past and "WXX" in one.resolution["values"][0].get("timex", ""):
        return max(past)
    return min(periods, key=lambda period: abs(period[0] - published))
