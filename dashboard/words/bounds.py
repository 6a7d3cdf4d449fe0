"""How a text bounds a number, in its own words ("nearly", "or more"), and what they leave open."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.kept import remembered
from data import lexicon

if TYPE_CHECKING:
    from data.fact import Fact
    from data.lexicon.counting import QualifierEntry

_PLAIN: Final[Mapping[str, str]] = {
    "over": "over",
    "under": "under",
    "about": "about",
    "up_to": "at most",
    "at_least": "at least",
}
"""What stands before a number whose own words are unknown, no longer the text's, or too long.

"Up to 80%" could be read as 80% reached, so it stands only where the text says so.
"""
_SHORT: Final = len("no more than ")
"""Characters around a number that are short: a claim has the same words everywhere if they are."""

_OPEN: Final[Mapping[str, str]] = {
    "exact": "The text gives this number without a qualifier.",
    "over": "More than this; no upper limit is claimed.",
    "at_least": "This or more; no upper limit is claimed.",
    "under": "Less than this; no lower limit is claimed.",
    "up_to": "This or less; no lower limit is claimed.",
    "about": "An approximation; the text does not say how close.",
    "range": "Anything between the two ends.",
    "vague": "The text gives no number.",
}
_OPEN_BUT_CLOSE: Final[Mapping[str, str]] = {
    "under": "A little less than this; the text does not say how much less.",
    "over": "A little more than this; the text does not say how much more.",
}
_AMOUNT: Final = frozenset({"value", "low", "high", "qualifier"})
_BETWEEN: Final = " \"'“‘(£$€-"
"""What may stand between a bound and its number."""

_DIGITS: Final = re.compile(r"\d[\d,.]*")
_LONGEST: Final = 60
"""Characters behind a number in which a bound must stand."""


@dataclasses.dataclass(frozen=True, slots=True)
class Bound:
    """What stands around a number to bound it.

    Attributes:
        before: Words before it, with what parts them from it.
        after: Words behind it, likewise.
        close: Whether they say that the number is hardly missed: ``nearly``, not ``under``.
    """

    before: str = ""
    after: str = ""
    close: bool = False

    def around(self, number: str) -> str:
        """The number in its words: ``nearly 600``, ``650 or more``."""
        return f"{self.before}{number}{self.after}"


def bound_of(fact: Fact) -> Bound:
    """How a fact's number is bounded, in the words of its sentence; nothing where it is not.

    Where a reviewer has corrected the amount, the words of the text are not those of the amount.
    """
    qualifier = fact.qualifier or ""
    if left_out := _left_out(fact):
        return Bound(f"{left_out} ")
    if qualifier not in _PLAIN:
        return Bound()
    if _AMOUNT & set(fact.corrected):
        return plain_bound(fact)
    first, last = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    return _found(fact.quote, first, last, qualifier)


def short_bound(fact: Fact) -> Bound:
    """The text's own words, as everywhere else, unless they are long and one word says the same.

    Those that only come close have no such word, and those that tell what is left out.
    """
    own = bound_of(fact)
    kept = own.close or len(own.around("")) <= _SHORT or _left_out(fact)
    return own if kept else plain_bound(fact)


def plain_bound(fact: Fact) -> Bound:
    """How a fact's number is bounded, in one word for all that the text may say for it."""
    word = _PLAIN.get(fact.qualifier or "")
    return Bound(f"{word} ") if word else Bound()


def bounds(fact: Fact) -> str:
    """What the bound of a fact leaves open, as a sentence; empty where there is none.

    Whoever reads another number than the one beside it in the sentence is told why.
    """
    qualifier = fact.qualifier or ""
    told = _OPEN.get(qualifier, "")
    if bound_of(fact).close:
        told = _OPEN_BUT_CLOSE.get(qualifier, told)
    if not _has_another_number(fact):
        return told
    words = fact.quote[fact.start - fact.sentence_start : fact.end - fact.sentence_start]
    reviewed = f"Corrected by a reviewer: the text has “{words}”."
    return reviewed if qualifier in ("", "exact") else f"{told} {reviewed}"


def _has_another_number(fact: Fact) -> bool:
    ends = set() if fact.value is not None else {"low", "high"}
    return not {"value", *ends}.isdisjoint(fact.corrected)


def _left_out(fact: Fact) -> str:
    """What stands before ground that is left out of what somebody holds: "all but two of 28 fell".

    Without it the number would be read as what is told of all others. Empty where there is no such
    word, or where it is known who holds what is left.
    """
    if fact.action != "hold" or fact.who or fact.qualifier != "exact" or fact.corrected:
        return ""
    before = fact.quote[: fact.start - fact.sentence_start]
    lead = " ".join(before.casefold().split()[-_LONGEST_LEFT_OUT:])
    phrases = lexicon.grammar().all_but
    if told := max((each for each in phrases if lead.endswith(each)), key=len, default=""):
        return told
    apart = lead.endswith(tuple(f" {each}" for each in lexicon.count_words().excepting))
    return "all but" if apart else ""  # "all 34 capitals but two"


_LONGEST_LEFT_OUT: Final = 4
"""Most words of "all except for" and what stands before them."""


@remembered
def _found(quote: str, first: int, last: int, qualifier: str) -> Bound:
    before = quote[:first].casefold()
    found = _before(before, qualifier) or _behind(quote[last:].casefold(), qualifier)
    if found:
        return found
    # "Nearly 40 women and 60 men": it bounds both.
    for number in reversed(list(_DIGITS.finditer(before))):
        if found := _before(before[: number.start()], qualifier):
            return found
    return Bound(f"{_PLAIN[qualifier]} ")


def _before(text: str, qualifier: str) -> Bound | None:
    """The bound that a text ends with, in front of the number."""
    lead = " ".join(text.split()).rstrip(_BETWEEN)
    for phrase, entry in _phrases(qualifier, "before"):
        if lead.endswith(phrase) and not lead[: -len(phrase)][-1:].isalnum():
            told = entry.told or phrase
            parted = told[-1].isalpha() or told[-1] == "."  # unlike "~600"
            return Bound(f"{told} " if parted else told, close=entry.close)
    return None


def _behind(text: str, qualifier: str) -> Bound | None:
    """The bound behind a number, joined to it as in the text: ``-plus``, ``, or more``."""
    rest = text.lstrip(" \n\t,-")
    gap = text[: len(text) - len(rest)]
    rest = " ".join(rest[:_LONGEST].split())
    for phrase, entry in _phrases(qualifier, "after"):
        if rest.startswith(phrase) and not rest[len(phrase) :][:1].isalnum():
            joint = "-" if "-" in gap else ", " if "," in gap else " " if gap else ""
            return Bound(after=joint + phrase, close=entry.close)
    return None


@functools.cache
def _phrases(qualifier: str, side: str) -> Sequence[tuple[str, QualifierEntry]]:
    """The phrases of a qualifier on a side of the number, the longest first."""
    every = [
        (phrase, entry)
        for entry in lexicon.qualifiers().qualifier
        if (entry.name, entry.side) == (qualifier, side)
        for phrase in entry.phrases
    ]
    return sorted(every, key=lambda found: -len(found[0]))
