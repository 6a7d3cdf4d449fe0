"""Clock lines: lines of a live report that open with the time at which they were written."""

from __future__ import annotations

import functools
import re

from data.lexicon import numbers, sentence_rules

_FEWEST = 3
"""Lines that open with four figures from which on these are times."""

_LATEST = 1500
"""Four figures from here on may be a year, as those of a chronology are, up to 2059."""


def past_clock(text: str, start: int, end: int, *, bare: bool) -> int:
    """Where a line goes on behind the time that opens it: "16.30 Ten people have died".

    Nothing of it is a count or part of a name: "11.10 UNHCR warns" is what UNHCR does. A line that
    holds nothing else keeps it, as does "2.5 million people".

    Args:
        text: The article's text.
        start: Where the line begins, behind its indent.
        end: Where it ends.
        bare: Whether four figures without a sign are a time here.
    """
    if not text[start : start + 1].isdigit() and text[start : start + 1] not in {"[", "("}:
        return start
    bare = bare or _tells_at_once(text, start, end)
    found = _clock(bare=bare).match(text, start, end)
    if found is None or found.end() >= end:
        return start
    word = _WORD.match(text, found.end(), end)
    return start if word is not None and word[0].lower() in _scales() else found.end()


def has_bare_clocks(text: str) -> bool:
    """Whether lines open with a time of four figures: "1110 UNHCR warns", but no years."""
    lines = _BARE.findall(text)
    found = [int(figures) for figures, _ in lines]
    if len(found) < _FEWEST or all(figures % 100 == 0 for figures in found):
        return False
    if sum(word.endswith("s") for _, word in lines) > len(lines) // 2:
        return False  # a list: "1130 Germans", "1105 Danes"
    return sum(not _LATEST <= figures < _MIDNIGHT_ON_SCREEN for figures in found) > 1


def _tells_at_once(text: str, start: int, end: int) -> bool:
    """Whether four figures count nothing there: "1110 UNHCR warns", "1110 Ten have died"."""
    found = _FIGURES.match(text, start, end)
    if found is None:
        return False
    return found[1].lower() in numbers().words or found[2] in sentence_rules().telling


_MIDNIGHT_ON_SCREEN = 2060
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d[ \t]+([A-Z]\w*) (\w+)")
_BARE = re.compile(r"^[ \t]*((?:[01]\d|2[0-3])[0-5]\d) [\"“]?([A-Z]\w*)", re.MULTILINE)


@functools.cache
def _clock(*, bare: bool) -> re.Pattern[str]:
    """A time with what may stand behind it, up to the capital or the sign that opens the line."""
    zones = "|".join(sentence_rules().zones)
    hour = r"(?:[01]?\d|2[0-3])"
    zone = rf"(?: ?\(?(?:{zones})\b\)?)"
    half = r"(?: ?[ap]\.?m\b\.?)"
    times = rf"{hour}[.:h][0-5]\d{half}?{zone}?|{hour}[0-5]\d{zone}|{hour}{half}{zone}?"
    times += r"|(?:[01]\d|2[0-3])[0-5]\d" if bare else ""
    return re.compile(rf"[\[(]?(?:{times})[\])]?(?: ?[:–—-] +|[ \t]+(?=[A-Z\"“‘']))")


@functools.cache
def _scales() -> frozenset[str]:
    words = numbers()
    return frozenset((*words.scales, *words.plural_scales))
