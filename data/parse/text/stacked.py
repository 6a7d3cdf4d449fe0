"""Stacked figures: a number on a line of its own, joined with the line that says what it counts.

Boxes of key figures stand so: "550,000", below it "people displaced". Joined, both are one unit
that is read and quoted as "550,000 people displaced".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.text.sentence import CLOSING, Sentence
from data.parse.words.nouns import find_nouns
from data.parse.words.tokens import norms_of

_BARE = re.compile(r"\d{1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_FIGURE = 24
_LONGEST_LABEL = 60
"""Most characters of a line that says what a number counts."""

_NEAR = 40
"""Most characters of space around a line."""

_SPACES = " \t\u00a0"
_LINE_ENDS = frozenset({"", "\n", "\r", "\u2028", "\u2029"})
_STOPS = (".", "!", "?", ":", ";", ",")


def join_figures(sentences: list[Sentence]) -> list[Sentence]:
    """The units of an article, each number that stands alone joined with the label below it.

    Where what stands above the first number could be its label as well, nobody can say which of
    them is meant, and nothing is joined.

    Args:
        sentences: The units in text order.
    """
    joined = {at: unit for figures in _boxes(sentences) for at, unit in _units(sentences, figures)}
    if not joined:
        return sentences
    return [
        joined.get(at, sentence) for at, sentence in enumerate(sentences) if at - 1 not in joined
    ]


def _boxes(sentences: Sequence[Sentence]) -> Iterator[range]:
    """Indexes of the figures of each box: every second line of it."""
    figures = {at for at, sentence in enumerate(sentences) if _is_figure(sentence)}
    reach = -1
    for first in sorted(figures):
        if first <= reach:
            continue
        reach = first
        while reach + 2 in figures and _label(sentences, reach, reach + 1):
            reach += 2
        yield range(first, reach + 1, 2)


def _units(sentences: Sequence[Sentence], figures: range) -> Iterator[tuple[int, Sentence]]:
    """What the lines of a box make together, each unit with the index of its figure."""
    above = _label(sentences, figures[0], figures[0] - 1)
    below = _label(sentences, figures[-1], figures[-1] + 1)
    if below is None or (above is not None and _counts(above)):
        return
    if _is_numbering([_written(sentences[at]) for at in figures]):
        return
    for at in figures:
        figure, label = sentences[at], sentences[at + 1]
        if _counts(label):
            yield at, Sentence(figure.text, figure.start, label.end)


def _label(sentences: Sequence[Sentence], figure: int, at: int) -> Sentence | None:
    """The line right above or below a figure, if it can be its label."""
    if not 0 <= at < len(sentences):
        return None
    one, other = sentences[min(at, figure)], sentences[max(at, figure)]
    is_next = one.text[one.end : other.start].isspace()
    return sentences[at] if is_next and _is_label(sentences[at]) else None


def _is_numbering(figures: Sequence[str]) -> bool:
    """Whether figures only number the lines, or a page."""
    if not all(_BARE.fullmatch(figure) for figure in figures):
        return False
    values = [int(figure) for figure in figures]
    return values == [*range(values[0], values[0] + len(values))]


def _is_figure(sentence: Sentence) -> bool:
    if sentence.end - sentence.start > _LONGEST_FIGURE or not _is_line(sentence):
        return False
    text = _written(sentence)
    return _figure().fullmatch(text) is not None and _YEAR.fullmatch(text) is None


@functools.cache
def _figure() -> re.Pattern[str]:
    scale = rf"(?:[KMB]n?|{'|'.join(sorted(lexicon.numbers().scales_of_figures))}"
    return re.compile(
        rf"""
        [~≈<>]?\s?
        (?: \d{{1,3}}
          | \d{{1,3}}(?:[,\s\u00a0\u202f]\d{{3}})+
          | \d{{4,}}
          | (?:US)?\s?[$€£]\s?\d[\d,.]*\s?{scale})?
          | \d[\d,]*(?:\.\d+)?\s?{scale}|%|per\ ?cent)
        )\+?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _is_label(sentence: Sentence) -> bool:
    """Whether a line is a few words that no sign ends."""
    text = _written(sentence)
    if len(text) > _LONGEST_LABEL or not text[0].isalpha() or not _is_line(sentence):
        return False
    return not text.rstrip(CLOSING).endswith(_STOPS)


def _counts(label: Sentence) -> bool:
    """Whether a label names what can be counted: "people in need", "killed"."""
    if find_nouns(label.tokens, norms_of(label.tokens)):
        return True
    return not lexicon.nouns().participles.keys().isdisjoint(label.words)


def _is_line(sentence: Sentence) -> bool:
    """Whether a unit fills its line."""
    text, start, end = sentence.text, sentence.start, sentence.end
    before = text[max(0, start - _NEAR) : start].rstrip(_SPACES)[-1:]
    behind = text[end : end + _NEAR].lstrip(_SPACES)[:1]
    return before in _LINE_ENDS and behind in _LINE_ENDS


def _written(sentence: Sentence) -> str:
    return sentence.text[sentence.start : sentence.end]
