"""The day that a text itself gives for its publication: a suggestion, for people to confirm."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from dashboard.words.plain_text import excerpt
from data import lexicon
from data.clues import Clues
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
_PLACE: Final = re.compile(
    r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}\s?(?:,|\(.{2,20},|[–—-])"
)
_AGENCY: Final = re.compile(r"(?:,\s[A-Z][\w&./-]{1,20}(?: [A-Z][\w&./-]{1,20}){0,2}|\))?\s?[:–—-]")
"""What stands around the date of a dateline: "Tehran, July 6, IRNA -", "KABUL (Wire, 6 July):"."""

_SHORT: Final = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d\d)(?![\d.])")
_EITHER_WAY: Final = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2\d{4}$")
_MONTHS: Final = 12


@dataclasses.dataclass(frozen=True, slots=True)
class SaidDay:
    """A day that a text gives for its publication.

    Attributes:
        day: The day.
        words: The line that says so, up to where the date ends.
        year_assumed: Whether the text leaves the year open, as datelines do.
        other: The day that the same figures mean where the month is written first; None where
            they can be read in one way only.
    """

    day: dt.date
    words: str
    year_assumed: bool
    other: dt.date | None = None

    @property
    def basis(self) -> str:
        """How the day is known once somebody has confirmed it."""
        if self.other:
            doubt = ", which can be read in two ways"
        else:
            doubt = ", the year assumed" if self.year_assumed else ""
        words = excerpt(self.words, _LONGEST)
        return f"Read from the text (“{words}”{doubt}); confirmed by whoever added the article."


class _Candidate(NamedTuple):
    said: SaidDay
    changed: bool


def said_day(text: str, year: int, clues: Clues | None = None) -> SaidDay | None:
    """The day in a text's dateline ("KABUL, July 5 -") or date line ("Published: 5 July 2021").

    Of several the first with a year counts, before one on which the text was changed.

    Args:
        text: The article's text. Only its first and last lines are looked at.
        year: Of a day that comes without one.
        clues: What the page of the article shows beside its text, which is looked at first.
    """
    beside = "\n".join(clues.date_lines) if clues else ""
    found = [*_candidates(beside, year), *_candidates(text, year)]
    best = min(found, key=lambda each: (each.changed, each.said.year_assumed), default=None)
    return _decided(best.said, [each.said for each in found], clues) if best else None


def _decided(best: SaidDay, found: Iterable[SaidDay], clues: Clues | None) -> SaidDay:
    """A day in figures that can be read in two ways, read as all else here says."""
    if best.other is None:
        return best
    as_read = dataclasses.replace(best, other=None)
    swapped = dataclasses.replace(best, day=best.other, other=None)
    sure = {each.day for each in found if each.other is None}
    if len(told := sure & {best.day, best.other}) == 1:
        return as_read if best.day in told else swapped
    if clues is None or clues.month_first is None:
        return best
    return swapped if clues.month_first else as_read


def _candidates(text: str, year: int) -> Iterator[_Candidate]:
    """The days that the first and last lines of a text give for it, at most one a line."""
    lines = list(_LINE.finditer(text))
    for line in (*lines[:_FIRST_LINES], *lines[_FIRST_LINES:][-_LAST_LINES:]):
        said = _in_line(text, line, year) or _in_short_figures(text, line)
        words = frozenset(_WORD.findall(said.words.casefold())) if said else frozenset()
        if said and words.isdisjoint(lexicon.page_words().other_days):
            yield _Candidate(said, not words.isdisjoint(lexicon.page_words().changes))


def _in_line(text: str, line: re.Match[str], year: int) -> SaidDay | None:
    start, end = line.start(), min(line.end(), line.start() + _LONGEST)
    for time in find_times(text, start, end, dt.date(year, 12, 31)):
        day = time.first_day
        if day is None or day != time.last_day or not _is_written_out(text, time):
            continue
        again = _as_published_on(day, text, start, end, time.start)
        if (
            again == "dateline"
            or (again and _is_dateline(text, line.span(), time))
            or (again == "on" and _is_date_line(text, line.span(), (time.start, time.end)))
        ):
            # Without a date of its own the text names no year that could be read.
            alone = _as_published_on(None, text, start, end, time.start)
            words = text[start : time.end].strip()
            day, other = _readings(day, words)
            return SaidDay(day, words, alone is None, other)
    return None


def _in_short_figures(text: str, line: re.Match[str]) -> SaidDay | None:
    """The day in a line such as "06.07.21 16:40", in which dots tell that the day comes first."""
    found = _SHORT.search(line[0])
    if found is None:
        return None
    start, end = (line.start() + at for at in found.span())
    if not _is_date_line(text, line.span(), (start, end)):
        return None
    try:
        day = dt.date(2000 + int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    return SaidDay(day, text[line.start() : end].strip(), year_assumed=False)


def _readings(day: dt.date, words: str) -> tuple[dt.date, dt.date | None]:
    """The days that words mean, of figures with the day first and with the month first.

    A weekday beside figures tells which of the two is meant.

    Args:
        day: The day as the rules read it, of two that nearer to the end of the year.
        words: The line up to the end of the figures.
    """
    figures = _EITHER_WAY.search(words)
    if figures is None or day.day > _MONTHS or day.day == day.month:
        return day, None
    one, two = int(figures[1]), int(figures[3])
    first, other = dt.date(day.year, two, one), dt.date(day.year, one, two)
    times = lexicon.times()
    weekdays = {**times.weekdays, **times.short_weekdays}
    named = [word for word in _WORD.findall(words.casefold()) if word in weekdays]
    fits = [each for each in (first, other) if named and each.weekday() == weekdays[named[0]]]
    return (fits[0], None) if len(fits) == 1 else (first, other)


def _is_written_out(text: str, time: TimeExpression) -> bool:
    """Whether it has a figure: "Monday" is no date that one could read off."""
    return any(char.isdigit() for char in text[time.start : time.end])


def _as_published_on(day: dt.date | None, text: str, start: int, end: int, at: int) -> str | None:
    """How an expression relates to what happened if the text is of that day; None if it moves."""
    for time in find_times(text, start, end, day):
        if time.start == at and time.first_day and (day is None or time.first_day == day):
            return time.relation
    return None


def _is_dateline(text: str, line: tuple[int, int], time: TimeExpression) -> bool:
    """Whether a place stands before a date and an agency behind it, as the text begins."""
    before, after = text[line[0] : time.start].strip(), text[time.end : line[1]]
    return _PLACE.fullmatch(before) is not None and _AGENCY.match(after) is not None


def _is_date_line(text: str, line: tuple[int, int], date: tuple[int, int]) -> bool:
    """Whether a line says little else than a date."""
    start, end = line
    before, after = text[start : date[0]].rstrip(), text[date[1] : end].rstrip()
    if end - start > _LONGEST or after.endswith(_ENDS_A_SENTENCE):
        return False
    led_to = before.endswith(_LEADS_TO_A_DATE) or len(_WORD.findall(before)) <= _MOST_WORDS
    return led_to and len(_WORD.findall(after)) <= _MOST_WORDS
