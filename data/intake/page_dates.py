"""Page dates: the lines of a page that may give its day, and how far a day in figures is sure."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from data.intake.page_lines import Line

_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:20)?\d\d(?![\d/-])")
_MONTH_NAMES: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_HAS_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    rf"|\b(?:{_MONTH_NAMES})[a-z]{{0,6}}\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LANGUAGE = etree.XPath("string((/html/@lang | //meta[@property='og:locale']/@content)[1])")
_REGION = re.compile(r"en[-_]([a-z]{2})\b", re.IGNORECASE)
_MONTH_FIRST: Final = frozenset({"us"})
_EITHER: Final = frozenset({"ca", "ph"})
"""Regions where people write both."""

_MONTHS: Final = 12
_LONGEST: Final = 80
_BEFORE: Final = 3
_BEHIND: Final = 8
_MOST: Final = 4
"""Lines before and behind a headline where the date of its article stands; most that are kept."""


def date_lines(lines: Sequence[Line], headlines: Collection[str]) -> tuple[str, ...]:
    """Short lines with a date near the headline, those below it first.

    Dates of teasers stand farther off. Above it an old page may show the day it was looked at.
    """
    heads = [at for at, line in enumerate(lines) if line.text.casefold() in headlines]
    below = (lines[head + 1 : head + 1 + _BEHIND] for head in heads)
    above = (lines[max(0, head - _BEFORE) : head] for head in heads)
    dated = dict.fromkeys(
        line.text
        for line in itertools.chain(*below, *above)
        if len(line.text) <= _LONGEST
        and _DIGIT.search(line.text)
        and _HAS_DATE.search(line.text)
        and not line.leads_elsewhere
        and not line.is_of_the_page
    )
    return tuple(dated)[:_MOST]


def month_first(tree: HtmlElement, lines: Iterable[Line]) -> bool | None:
    """Whether a page writes 6 July as 07/06; None where neither its dates nor its language tell."""
    orders = {
        int(found[3]) > _MONTHS
        for line in lines
        for found in _IN_FIGURES.finditer(line.text)
        if (int(found[1]) > _MONTHS) != (int(found[3]) > _MONTHS)
    }
    if len(orders) == 1:
        return orders.pop()
    language = str(_LANGUAGE(tree))
    region = _REGION.match(language)
    if region is None or region[1].lower() in _EITHER:
        return None if language[:2].lower() in {"", "en"} else False
    return region[1].lower() in _MONTH_FIRST


def is_sure(day: dt.date, source: str) -> bool:
    """Whether a page gives a day other than in figures that can be read in two ways.

    Args:
        day: The day as htmldate read it, which takes 06/07/2021 for 6 July without a word.
        source: The page.
    """
    if day.day > _MONTHS or day.day == day.month:
        return True
    month = f"{_MONTH_NAMES.split('|')[day.month - 1]}[a-z]{{0,6}}[.,]?"
    figure, number = f"0?{day.day}", f"0?{day.month}"
    forms = (
        rf"{day.year}[-/._]{number}[-/._]{figure}(?!\d)",
        rf"(?<!\d){day:%Y%m%d}",
        rf"\b{figure}\.{number}\.(?:{day.year}|{day.year % 100:02})\b",
        rf"\b{figure}(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of\s)?{month}\s{{0,3}}-?{day.year}",
        rf"\b{month}\s{{1,3}}{figure}(?:st|nd|rd|th)?,?\s{{0,3}}{day.year}",
    )
    return any(re.search(form, source, re.IGNORECASE) for form in forms)
