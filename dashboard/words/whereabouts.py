"""Where a fact was, and what of it is known from the text around its sentence only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dashboard.words.facts import claimant_as_entry, when, when_basis
from dashboard.words.names import label
from dashboard.words.plain_text import excerpt_around

if TYPE_CHECKING:
    from data.fact import Fact
    from data.told_elsewhere import Elsewhere, Told

NO_PLACE: Final = "No place given"
AROUND: Final = "the text around it"
_REVIEWED: Final = "set by a reviewer"
_LENGTH: Final = 60
"""Characters of a sentence in a row: it mostly stands in the paragraph above the rows."""


def where(fact: Fact, elsewhere: Sequence[Elsewhere], text: str) -> str:
    """Where it was, and how that is known unless its own sentence says it.

    Args:
        fact: The fact.
        elsewhere: What it has from around its sentence.
        text: Of its article, without marks that are no prose.
    """
    named = ", ".join(map(label, fact.places)) or NO_PLACE
    if "places" in fact.corrected:
        return f"{named} ({_REVIEWED})"
    found = _of("place", elsewhere)
    if found is None:
        return named
    here = [label(code) for code in fact.places if code not in found.codes]
    around = f"{', '.join(map(label, found.codes))} ({_from(found, text)})"
    return f"{', '.join(here)}; {around}" if here else around


def happened(fact: Fact, elsewhere: Sequence[Elsewhere], text: str) -> str:
    """When it was, and how that is known; arguments as for :func:`where`."""
    if not fact.when_start:
        return when(fact)
    found, basis = _of("day", elsewhere), when_basis(fact)
    if found:
        basis = f"{basis} and {AROUND}" if fact.when_basis == "relative" else f"from {AROUND}"
        basis += _quoted(found, text)
    return f"{when(fact)} ({basis})"


def claimed(fact: Fact, elsewhere: Sequence[Elsewhere], text: str) -> str:
    """Who says so, and where that is told if not in its own sentence; as for :func:`where`."""
    found, said = _of("claimant", elsewhere), claimant_as_entry(fact)
    return f"{said} ({_from(found, text)})" if found else said


def quoted_around(found: Elsewhere, text: str, length: int) -> str:
    """The nearest sentence that names something, cut where it is long; empty where there is none.

    Args:
        found: What it names.
        text: Of the article.
        length: Most characters of it.
    """
    if found.sentence is None or found.words is None:
        return ""
    start, end = found.sentence
    first, last = (edge - start for edge in found.words)
    return f"“{excerpt_around(text[start:end], first, last, length)}”"


def _of(what: Told, elsewhere: Sequence[Elsewhere]) -> Elsewhere | None:
    return next((each for each in elsewhere if each.what == what), None)


def _from(found: Elsewhere, text: str) -> str:
    return f"from {AROUND}{_quoted(found, text)}"


def _quoted(found: Elsewhere, text: str) -> str:
    quote = quoted_around(found, text, _LENGTH)
    return f": {quote}" if quote else ""
