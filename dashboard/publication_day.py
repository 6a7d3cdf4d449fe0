"""The day that a text itself gives for its publication: a suggestion, for people to confirm."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Final

from dashboard.plain_text import excerpt
from data.parse.calendar.times import TimeExpression, find_times

_LINE: Final = re.compile(r"\S[^\r\n]*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FIRST_LINES: Final = 8
_LAST_LINES: Final = 4
_LONGEST: Final = 80
"""Characters of a dateline, or of a line that says little more than a date."""

_MOST_WORDS: Final = 2
"""Words on either side of the date in such a line: "Posted on", "at ... GMT"."""

_LEADS_TO_A_DATE: Final = (":", ",", "|", "·", "•", "-", "–", "—")
_ENDS_A_SENTENCE: Final = (".", "!", "?", "…")


@dataclasses.dataclass(frozen=True, slots=True)
class SaidDay:
    """A day that a text gives for its publication.

    Attributes:
        day: The day.
        words: The line that says so, up to where the date ends.
        year_assumed: Whether the text leaves the year open, as datelines do.
    """

    day: dt.date
    words: str
    year_assumed: bool

    @property
    def basis(self) -> str:
        """How the day is known once somebody has confirmed it."""
        year = ", the year assumed" if self.year_assumed else ""
        words = excerpt(self.words, _LONGEST)
        return f"Read from the text (“{words}”{year}); confirmed by whoever added the article."


def said_day(text: str, year: int) -> SaidDay | None:
    """The day in a text's dateline ("KABUL, July 5 -") or date line ("Published: 5 July 2021").

    Args:
        text: The article's text. Only its first and last lines are looked at.
        year: Of a day that comes without one.
    """
    lines = list(_LINE.finditer(text))
    for line in (*lines[:_FIRST_LINES], *lines[_FIRST_LINES:][-_LAST_LINES:]):
        start, end = line.start(), min(line.end(), line.start() + _LONGEST)
        for time in find_times(text, start, end, dt.date(year, 12, 31)):
            day = time.first_day
            if day is None or day != time.last_day or not _is_written_out(text, time):
                continue
            again = _as_published_on(day, text, start, end, time.start)
            if again == "dateline" or (again == "on" and _is_date_line(text, line.span(), time)):
                # Without a date of its own the text names no year that could be read.
                alone = _as_published_on(None, text, start, end, time.start)
                return SaidDay(day, text[start : time.end].strip(), year_assumed=alone is None)
    return None


def _is_written_out(text: str, time: TimeExpression) -> bool:
    """Whether it has a figure: "Monday" is no date that one could read off."""
    return any(char.isdigit() for char in text[time.start : time.end])


def _as_published_on(day: dt.date | None, text: str, start: int, end: int, at: int) -> str | None:
    """How an expression relates to what happened if the text is of that day; None if it moves."""
    for time in find_times(text, start, end, day):
        if time.start == at and time.first_day and (day is None or time.first_day == day):
            return time.relation
    return None


def _is_date_line(text: str, line: tuple[int, int], time: TimeExpression) -> bool:
    """Whether a line says little else than a date."""
    start, end = line
    before, after = text[start : time.start].rstrip(), text[time.end : end].rstrip()
    if end - start > _LONGEST or after.endswith(_ENDS_A_SENTENCE):
        return False
    led_to = before.endswith(_LEADS_TO_A_DATE) or len(_WORD.findall(before)) <= _MOST_WORDS
    return led_to and len(_WORD.findall(after)) <= _MOST_WORDS
