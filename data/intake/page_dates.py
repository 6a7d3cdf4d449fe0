"""Page dates: the lines of a page that may give its day, and how far a day in figures is sure."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from htmldate.core import date_candidates
from lxml import etree
from lxml.html import HtmlElement

from data import lexicon
from data.intake.page_lines import Line
from data.intake.written_dates import month_names, sure_forms, unsure_form

_IN_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:20)?\d\d(?![\d/-])")
_FIGURES: Final = r"\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
_DIGIT = re.compile(r"\d")
_LANGUAGE = etree.XPath("string((/html/@lang | //meta[@property='og:locale']/@content)[1])")
_REGION = re.compile(r"en[-_]([a-z]{2})\b", re.IGNORECASE)
_OBJECTS = etree.XPath("//script[@type='application/ld+json']/text()")
_ADDRESSES = etree.XPath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
_LOOKED_AT: Final = 52
"""Characters of an element in which htmldate looks for a day."""

_MONTHS: Final = 12
_LONGEST: Final = 80
_BEFORE: Final = 3
_BEHIND: Final = 8
_MOST: Final = 4
"""Lines before and behind a headline where the date of its article stands; most that are kept."""


class GivenDates(NamedTuple):
    """Where a page gives its day.

    Attributes:
        said: What it says to machines: metadata with a date, its address.
        shown: What it shows as a date.
    """

    said: tuple[str, ...]
    shown: tuple[str, ...]


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
        and _has_date().search(line.text)
        and not line.leads_elsewhere
        and not line.is_of_the_page
    )
    return tuple(dated)[:_MOST]


@functools.cache
def _has_date() -> re.Pattern[str]:
    return re.compile(rf"{_FIGURES}|\b(?:{month_names()})\b", re.IGNORECASE)


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
    regions = lexicon.page_words().regions
    if region is None or region[1].lower() in regions.either:
        return None if language[:2].lower() in {"", "en"} else False
    return region[1].lower() in regions.month_first


def given_dates(tree: HtmlElement) -> GivenDates:
    """Where a page gives a day, before anything is taken out of it."""
    words = lexicon.page_words().dated
    named = [
        (" ".join((each.get("name", ""), each.get("property", ""), each.get("itemprop", ""))), each)
        for each in tree.iter("meta")
    ]
    metadata = (
        each.get("content", "")
        for name, each in named
        if any(word in name.lower() for word in words)
    )
    objects = "\n".join(str(each) for each in _OBJECTS(tree))
    days = (found[1] for found in _day_of_object().finditer(objects))
    addresses = (str(each) for each in _ADDRESSES(tree))
    elements = (each for each in date_candidates(tree, extensive_search=False))
    return GivenDates(
        said=tuple(each[:_LOOKED_AT] for each in (*metadata, *days)) + tuple(addresses),
        shown=tuple(
            (each.get("datetime") or each.text_content().strip())[:_LOOKED_AT]
            for each in (*elements, *tree.iter("abbr", "time", "title", "h1"))
        ),
    )


@functools.cache
def _day_of_object() -> re.Pattern[str]:
    keys = "|".join(lexicon.page_words().keys_of_days)
    return re.compile(rf'"(?:{keys})"\s{{0,9}}:\s{{0,9}}"([^"]{{4,40}})"')


def is_sure(day: dt.date, given: GivenDates, beside: Iterable[str], order: bool | None) -> bool:
    """Whether a page gives a day other than in figures that can be read in two ways.

    Only where a page's own day can stand counts: a story, a link or a script name others.

    Args:
        day: The day as htmldate read it, which takes 06/07/2021 for 6 July without a word.
        given: Where the page gives it.
        beside: Lines near the headline that may give it.
        order: Whether the page writes the month first.
    """
    if day.day > _MONTHS or day.day == day.month:
        return True
    sure, unsure = sure_forms(day), unsure_form(day)
    shown = (*given.shown, *beside)
    if any(map(sure.search, given.said)):
        return order is not True or not any(map(unsure.search, given.said))
    return any(map(sure.search, shown)) and not any(map(unsure.search, (*given.said, *shown)))
