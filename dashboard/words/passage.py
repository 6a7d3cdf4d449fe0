"""An article's text in paragraphs, cut into pieces where facts begin and end.

Facts count Unicode code points, a browser counts UTF-16 units. The text is therefore cut
here, and whoever draws it gets pieces of text and never an offset.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from dashboard.words.plain_text import excerpt_around
from data.article import blanked
from data.fact import Fact

ParagraphKind = Literal["headline", "label", "bullet", "text", "small"]

_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"[-–•*]\s+")
_SMALL_PRINT = re.compile(r"(©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)
_LABEL_LENGTH = 40


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same facts cover.

    Attributes:
        text: The words.
        marks: Ids of the facts whose number or trigger this is, in text order.
        sentences: Ids of the facts whose sentence this is part of, in text order.
    """

    text: str
    marks: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article, without its bullet.

    Attributes:
        kind: How it reads: headline, label of a section, bullet, text or small print.
        start: Offset of its first character in the article's text.
        end: Offset one past its last.
        pieces: Its words, cut at the ends of facts.
    """

    kind: ParagraphKind
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words of all pieces."""
        return "".join(piece.text for piece in self.pieces)


def paragraphs(
    text: str, facts: Iterable[Fact], title: str = "", marks: Sequence[tuple[int, int]] = ()
) -> tuple[Paragraph, ...]:
    """The article's lines, each cut at the facts in it.

    Args:
        text: The article's text as stored, to which the facts' offsets refer.
        facts: Facts of this article.
        title: Its headline; a first line that repeats it is a headline.
        marks: Spans of the text that are no prose, in order: they are left out, and so are lines
            that have nothing else. Offsets stay those of the text.
    """
    marked = sorted(facts, key=lambda fact: (fact.start, fact.end, fact.fact_id))
    found: list[Paragraph] = []
    for line in _LINE.finditer(blanked(text, marks)):
        content = line[0].strip("\ufeff \t")
        if not content:
            continue
        start = line.start() + line[0].index(content)
        end = start + len(content)
        heading = text[line.start() : start].lstrip().startswith("#")
        kind = _kind(content, title, first=not found, heading=heading)
        if kind == "bullet" and (bullet := _BULLET.match(content)):
            start += bullet.end()
        found.append(Paragraph(kind, start, end, _cut(text, start, end, marked, marks)))
    return tuple(found)


def paragraphs_around(found: Sequence[Paragraph], fact: Fact) -> tuple[Paragraph, ...]:
    """The paragraphs that a fact's sentence lies in; usually one."""
    return tuple(
        paragraph
        for paragraph in found
        if paragraph.start < fact.sentence_end and fact.sentence_start < paragraph.end
    )


def quoted(fact: Fact, length: int) -> str:
    """A fact's sentence on one line, cut where it is too long, but never in what was read."""
    start, end = (max(0, edge - fact.sentence_start) for edge in (fact.start, fact.end))
    return excerpt_around(fact.quote, start, end, length)


def _kind(content: str, title: str, *, first: bool, heading: bool) -> ParagraphKind:
    if first and content.split() == title.split():
        return "headline"
    if heading:
        return "label"
    if _BULLET.match(content):
        return "bullet"
    if content.isupper() and len(content) <= _LABEL_LENGTH:
        return "label"
    return "small" if _SMALL_PRINT.match(content) else "text"


def _cut(
    text: str,
    start: int,
    end: int,
    facts: Sequence[Fact],
    marks: Sequence[tuple[int, int]],
) -> tuple[Piece, ...]:
    first = bisect.bisect_right(marks, start, key=lambda mark: mark[1])
    inside = marks[first : bisect.bisect_left(marks, end, key=lambda mark: mark[0])]
    here = [fact for fact in facts if fact.sentence_start < end and start < fact.sentence_end]
    spans = [(fact.sentence_start, fact.start, fact.end, fact.sentence_end) for fact in here]
    edges = {edge for span in (*spans, *inside) for edge in span if start < edge < end}
    ordered = sorted({start, end, *edges})
    return tuple(
        Piece(
            text[left:right],
            tuple(fact.fact_id for fact in here if fact.start <= left and right <= fact.end),
            tuple(
                fact.fact_id
                for fact in here
                if fact.sentence_start <= left and right <= fact.sentence_end
            ),
        )
        for left, right in itertools.pairwise(ordered)
        if not any(mark[0] <= left and right <= mark[1] for mark in inside)
    )
