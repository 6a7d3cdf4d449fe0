"""Quotes: which sentences and words of them stand inside a quotation."""

from __future__ import annotations

from data.parse.attribution.sources.judging import Source
from data.parse.reading import Reading

_LONGEST_PARAGRAPH = 2000
"""Characters back to which quotes are counted."""

PRONOUNS = frozenset(("person", "body", "group"))
"""How a source stands for another that is a pronoun."""


def is_quoted(reading: Reading) -> bool:
    """Whether a sentence stands in quotes: opens with one, or began inside one."""
    return reading.tokens[0].norm == '"' or _begins_inside(reading)


def within_quote(reading: Reading, source: Source) -> Source | None:
    """What a source is inside a quotation, where nobody named outside it is meant.

    Of '"They say 40 will come," said Ali Nur' he is the one who says it; "the general" there is no
    general that the article told of.
    """
    definite = source.anaphor == "definite"
    if not (definite or source.anaphor in PRONOUNS) or not _is_inside(reading, source.first):
        return source
    return source._replace(anaphor="none") if definite else None


def _is_inside(reading: Reading, index: int) -> bool:
    """Whether a token stands between quotes."""
    return (reading.lower[:index].count('"') + _begins_inside(reading)) % 2 == 1


def _begins_inside(reading: Reading) -> bool:
    """Whether a sentence goes on with a quote that one before it opened."""
    start = reading.sentence.start
    reach = max(0, start - _LONGEST_PARAGRAPH)
    line = max(reach, reading.text.rfind("\n", reach, start))
    if reading.text.count('"', line, start) % 2:
        return True
    return any(
        reading.text.count(opening, line, start) > reading.text.count(closing, line, start)
        for opening, closing in ("“”", "«»")
    )
