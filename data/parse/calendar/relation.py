"""Time relation: how what a sentence tells lies to a calendar expression in it."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping
from typing import Literal

from data import lexicon
from data.parse.calendar.moment import Days
from data.parse.calendar.patterns import any_of

Relation = Literal["on", "since", "by", "before", "until", "after", "dateline"]

LIMITS: frozenset[Relation] = frozenset({"by", "before", "until"})
"""Relations to a time at which something has to be over."""

_LONGEST_DATELINE = 60
"""Characters that a dateline has before its day."""

_LONGEST_RELATION = 20
"""Characters before an expression in which "since" or "by" is looked for."""

_LATE = 3
"""Most days from a line that has only an agency and a day, to the publication."""

_PLACE = re.compile(
    r"\W*(?:[A-Z]{2,12}/ )?"
    r"[A-Z][A-Z.'’/-]+(?: [A-Z][A-Z.'’-]+)*(?:(?:, ?| )/?[A-Z][\w.'’-]*){0,3}[,:]? ?"
    r"(?:\((?:[\w ./]+ [-–] )?)?"
)
_TITLE_PLACE = re.compile(r"\W*[A-Z][\w.'’-]+(?:,? \[?[A-Z][\w.'’-]+\]?){0,3},? ")
_NO_PLACE = re.compile(r"\W*")
_AGENCY = re.compile(r"\)?,? ?(?:\([\w ./-]+\)|/)")
_CREDIT = re.compile(r"\([^()]*\w [-–] $")
"""What stands before the day in "(UrduPoint News / Sputnik - 07th July, 2021)"."""

_POST = re.compile(r"[^()]{1,60}\(@\w+\) ")
"""What stands before the day in "— Gulf Press (@gulfpress) August 19, 2021"."""

_CREDIT_END = re.compile(r" ?\)")
_AFTER_DATELINE = re.compile(r"\)?,? ?(?:\([\w ./-]+\)|/|--?(?= )| ?[—–:]|\.)|\) ")


def relation_before(sentence: str, start: int) -> Relation:
    """What the words right before an expression make of it: "since May 1", "by the end of June".

    Args:
        sentence: A sentence in lower case.
        start: Where the expression begins in it.
    """
    pattern, relations = _relations()
    found = pattern.search(sentence, max(0, start - _LONGEST_RELATION), start)
    if found is None:
        return "on"
    relation = relations[found[1]]
    is_adverb = relation in LIMITS and found[0].endswith(" on ")  # "were let through on Monday"
    return "on" if is_adverb else relation


def is_dateline(sentence: str, start: int, end: int, days: Days, published: dt.date | None) -> bool:
    """Whether an expression is the day of writing in front of a text: "KABUL, July 5 (Agency) -".

    A day without a place in capitals needs an agency behind it, or a place and a year: "July 5 -
    Two districts fall" is a line of a chronology.

    Args:
        sentence: A sentence as it is written.
        start: Where the expression begins in it.
        end: Where it ends.
        days: The days it means.
        published: The publication date.
    """
    if _CREDIT.search(sentence, max(0, start - _LONGEST_DATELINE), start):
        near = published is None or abs((published - days[0]).days) <= 1
        return near and _CREDIT_END.match(sentence, end) is not None
    if sentence.endswith(") ", 0, start) and _POST.fullmatch(sentence, 0, start):
        return True
    if start >= _LONGEST_DATELINE or not _AFTER_DATELINE.match(sentence, end):
        return False
    if sentence[:start].strip(' ,\n"').lower() in _media():
        return published is None or abs((published - days[0]).days) <= _LATE
    plain = _is_plain_place(sentence, start)
    if plain or _NO_PLACE.fullmatch(sentence, 0, start):
        near = published is None or abs((published - days[0]).days) <= 1
        if near and ("]" in sentence[:start] or _AGENCY.match(sentence, end)):
            return True
        if near and plain and f"{days[0]:%Y}" in sentence[start:end]:
            return True  # "Kabul, 9 July 2021 -"
        if near and sentence[start:end].startswith(str(days[0])):
            return True  # "2021-07-16 -- At least 19 soldiers"
    return _PLACE.fullmatch(sentence, 0, start) is not None


def _is_plain_place(sentence: str, start: int) -> bool:
    """Whether a sentence begins with "Herat, " or "Kabul [Afghanistan] " and not with "On "."""
    if not _TITLE_PLACE.fullmatch(sentence, 0, start):
        return False
    grammar = lexicon.grammar()
    first = sentence[:start].split(maxsplit=1)[0].lower()
    return first not in grammar.prepositions and first not in grammar.determiners


@functools.cache
def _media() -> frozenset[str]:
    """What stands before the day in "Tass, July 7."."""
    return frozenset(name.lower() for name in lexicon.attribution().media.names)


@functools.cache
def _relations() -> tuple[re.Pattern[str], Mapping[str, Relation]]:
    relations: dict[str, Relation] = {
        word: relation for relation, words in lexicon.times().relations.items() for word in words
    }
    behind = any_of(lexicon.times().behind_relations.words)
    return re.compile(rf"\b({any_of(relations)})(?: (?:{behind}))* $"), relations
