"""A fact in words: its amount with its bounds, who says so, of what, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.words.bounds import bound_of, is_open_range, short_bound, upper_bound
from dashboard.words.ground import ground_holder
from dashboard.words.kinds import kind_entry
from dashboard.words.names import in_a_row, in_full, label
from dashboard.words.noun_forms import behind_number, labelled
from dashboard.words.shares import names_part, of_shared
from dashboard.words.titles import titled
from data import lexicon
from data.article import Article
from data.fact import Fact
from data.place_codes import is_border
from data.plurals import counted as counted

THIS_SESSION: Final = "this session"
"""Mark of everything that one visitor added and nobody else sees."""

NO_CLAIMANT: Final = "No claimant named"
NO_CLAIMANT_ENTRY: Final = "None named; the article itself says so"
NO_DATE: Final = "No date given"

_CORRECTED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("value", "low", "high", "qualifier"), "amount"),
    **dict.fromkeys(("places", "origin", "destination"), "place"),
    **dict.fromkeys(("when_start", "when_end"), "date"),
    "of": "what it is a share of",
    **dict.fromkeys(("who", "actor"), "who is meant"),
    "action": "what was done",
    **dict.fromkeys(("attributed_to", "claimant"), "claimant"),
    "reported_by": "who carried it",
}
_BASIS: Final[Mapping[str, str]] = {
    "stated": "from the text",
    "relative": "worked out from the publication date",
    "reviewer": "set by a reviewer",
    "none": "the text gives no date",
}


_TINY: Final = 0.1
"""Below which one decimal may be nothing."""


def number(value: float, unit: str | None = None) -> str:
    """A number with thousands separators and its unit, e.g. ``20,000``, ``85%``, ``12 km``."""
    digits = _digits(value)
    if unit == "percent":
        return f"{digits}%"
    return digits if unit in (None, "people", "count") else f"{digits} {unit}"


def _digits(value: float) -> str:
    """A number with one decimal, or two where those are all; of a tiny one as many as it has."""
    if value == round(value):
        return f"{value:,.0f}"
    if abs(value) < _TINY:
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return f"{value:,.{2 if round(value, 1) != value == round(value, 2) else 1}f}"


def amount(fact: Fact, *, short: bool = False) -> str:
    """The claimed amount as the text bounds it: ``nearly 600``, ``650 or more``, ``90% to 100%``.

    Empty for a fact without a number.

    Args:
        fact: The fact.
        short: Whether one short word stands for longer ones that mean the same: ``about`` for
            ``approximately``. Those that only come close keep theirs.
    """
    if fact.value is not None and is_open_range(fact):
        return f"{number(fact.low or 0, fact.unit)} to {open_end(fact)}"
    if fact.value is not None:
        bound = short_bound(fact) if short else bound_of(fact)
        return bound.around(number(fact.value, fact.unit))
    if fact.low is not None and fact.high is not None:
        return f"{number(fact.low, fact.unit)} to {number(fact.high, fact.unit)}"
    if fact.low is not None:
        return f"at least {number(fact.low, fact.unit)}"
    if fact.high is not None:
        return f"at most {number(fact.high, fact.unit)}"
    return ""


def open_end(fact: Fact) -> str:
    """The upper end of a range that is no limit: ``over 80%``."""
    return upper_bound(fact).around(number(fact.value or 0, fact.unit))


def amount_of(fact: Fact, whole: float | None, *, short: bool = False) -> str:
    """The amount, and of a count the whole that it is out of, if known: ``about 250 of 398``.

    Where the text gives another than it as a word, that comes first: ``about two-thirds (66.7%)``.
    """
    told = amount(fact, short=short)
    told = f"{told} of {number(whole)}" if whole else told
    if not (words := amount_as_worded(fact)):
        return told
    if fact.value is None or is_open_range(fact):
        return f"{words} ({told})"
    bound = short_bound(fact) if short else bound_of(fact)
    return f"{bound.around(words)} ({number(fact.value, fact.unit)})"


def amount_as_worded(fact: Fact) -> str:
    """The text's words for a share or for an amount left vague, where they have no digits.

    For example ``two-thirds`` of what is 66.7%, ``hundreds`` of at least 100; empty for all others.
    """
    words = fact.quote[fact.start - fact.sentence_start : fact.end - fact.sentence_start]
    otherwise = fact.unit == "percent" or fact.value is None
    if not (fact.has_number and otherwise) or any(letter.isdigit() for letter in words):
        return ""
    return " ".join(f"{words[:1].lower()}{words[1:]}".split())


def amount_in_common(facts: Sequence[Fact]) -> str:
    """The amount that all facts give, in the words of one of them; empty where they differ.

    Of "nearly 200" and "under 200" the latter, which is the limit.
    """
    if len({(fact.value, fact.low, fact.high, fact.qualifier, fact.unit) for fact in facts}) != 1:
        return ""
    return amount(min(facts, key=lambda fact: bound_of(fact).close))


def hedge(fact: Fact) -> str:
    """The words by which the text doubts a hedged fact, e.g. ``reportedly``."""
    quote = " ".join(fact.quote.split()).casefold()
    found = (words for words in lexicon.attribution().hedges.phrases if words in quote)
    return next(found, "hedged by the text")


def publisher_of(article: Article | None) -> str:
    """The name of who published an article, as far as it is known."""
    return (article.publisher or article.title) if article else "an unknown source"


def source_of(article: Article | None) -> str:
    """Who published an article; that it is a brief, or here for this session only, where it is."""
    return publisher_of(article) + brief_mark(article) + session_mark(article)


def brief_mark(article: Article | None) -> str:
    """What stands behind a publisher's name where the words are ours; or nothing."""
    return " (our brief)" if article and article.brief else ""


def brief_note(article: Article | None) -> str:
    """Whose words a brief's are, in a sentence; empty for an article as published."""
    if article is None or article.brief is None:
        return ""
    by = f" by {article.author}" if article.author else ""
    return (
        f"Our own words, telling what “{titled(article)}”{by} ({publisher_of(article)}, "
        f"{published(article)}) says; compared with it a second time by another reader."
    )


def session_mark(article: Article | None) -> str:
    """What stands behind a publisher's name where nobody else sees the article; or nothing."""
    return f" ({THIS_SESSION})" if article and article.provisional else ""


def claimant(fact: Fact, article: Article | None) -> str:
    """Who says so, in a form that stands alone."""
    return claimant_named(fact) or f"{NO_CLAIMANT}; stated by {source_of(article)}"


def claimant_as_entry(fact: Fact) -> str:
    """Who says so, behind a label such as "Claimant" and beside whose article it is."""
    return claimant_named(fact) or NO_CLAIMANT_ENTRY


def inside_sentence(told: str) -> str:
    """What :func:`when` or :func:`claimant_as_entry` says, within a sentence: ``no date given``."""
    fixed = told in (NO_CLAIMANT_ENTRY, NO_DATE)
    return f"{told[0].lower()}{told[1:]}" if fixed else told


def claimant_named(fact: Fact) -> str | None:
    """Who the text says says so, in words that stand alone; None where it names nobody."""
    return in_full(fact.attributed_to, fact.claimant) if fact.attributed_to else None


def who(fact: Fact) -> str:
    """Who is counted or acts, in words that stand alone; empty where the text names nobody."""
    return in_full(fact.who, fact.actor) if fact.who else ""


def subject(fact: Fact) -> str:
    """What exactly is counted, shared or done: the denominator, or who and where to."""
    if share := of_shared(fact):
        return share
    words = who(fact)
    if names_part(fact):
        return f"{words}, out of those of whom the sentence tells"
    if fact.origin and fact.destination:
        words = f"{words}, {label(fact.origin)} to {label(fact.destination)}"
    return words.removeprefix(", ")


def counted_words(fact: Fact) -> str:
    """What a number counts, in words that go behind it: ``guards``, ``districts``."""
    if fact.kind == "border_length":
        border = next(filter(is_border, fact.places), None)
        return f"of the {label(border)}" if border else ""
    if ground_holder(fact):
        return labelled(kind_entry(fact.kind).label.lower(), fact)
    return behind_number(who(fact), fact)


def day(date: dt.date, *, short: bool = False) -> str:
    """A date as ``9 July 2021``, or in short ``9 Jul 2021``."""
    return f"{date.day} {date:%b %Y}" if short else f"{date.day} {date:%B %Y}"


def days(start: dt.date, end: dt.date, *, short: bool = False) -> str:
    """A day, or a span of days as ``5 to 9 July 2021``; in short ``5 to 9 Jul 2021``."""
    if start == end:
        return day(end, short=short)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end, short=short)}"
    if start.year == end.year:
        month = f"{start:%b}" if short else f"{start:%B}"
        return f"{start.day} {month} to {day(end, short=short)}"
    return f"{day(start, short=short)} to {day(end, short=short)}"


def when(fact: Fact) -> str:
    """When it happened: a day, a span of days, a span of years, or that no date is given."""
    start, end = fact.when_start, fact.when_end
    if start is None or end is None:
        return NO_DATE
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    return days(start, end)


def when_basis(fact: Fact) -> str:
    """How the date of what happened is known."""
    return _BASIS[fact.when_basis]


def corrected_fields(fact: Fact) -> str:
    """What a reviewer has corrected of a fact: ``amount and date``; empty where nothing is."""
    named = list(dict.fromkeys(_CORRECTED.get(name, name) for name in fact.corrected))
    return in_a_row(named, "and")


def published(article: Article | None, *, short: bool = False) -> str:
    """Publication date of an article in words."""
    return day(article.published, short=short) if article and article.published else "date unknown"


def listed(names: Sequence[str], most: int) -> str:
    """Names in a row, and how many more there are: ``TASS, Interfax and 4 more``."""
    more = len(names) - most
    shown = ", ".join(names[:most] if more > 0 else names)
    return f"{shown} and {more:,} more" if more > 0 else shown


def capitalised(text: str) -> str:
    """The text with its first letter in upper case and the rest untouched."""
    return text[:1].upper() + text[1:]
