"""Sentences: an article's text cut into the units that claims are quoted in."""

from __future__ import annotations

import dataclasses
import functools
import re

from data.lexicon import sentence_rules
from data.parse.tokens import Token, straighten, tokenize

_BREAK = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-zà-ÿ])")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.[\"'”’)\]]*\s+$")
_LONGEST_WORD = 40
_MOST_TOKENS = 400
"""A longer run of words without a full stop is a table or a dump, not a sentence."""

_TITLE_CASE_SHARE = 0.7
_TITLE_CASE_WORDS = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline or list line.

    Attributes:
        start: Offset of its first character in the article's text.
        end: Offset one past its last.
        tokens: Its words and signs.
        is_heading: Written as a headline: no full stop, most words capitalised.
        is_question: Ends in a question mark; a number in it is asked, not claimed.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    is_heading: bool
    is_question: bool


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without lines about the page and without dumps."""
    sentences: list[Sentence] = []
    for line in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        if _is_boilerplate(line[0]):
            continue
        start = line.start() + _bullet_length(line[0])
        for begin, end in _breaks(text, start, line.end()):
            tokens = tokenize(text, begin, end)
            if 0 < len(tokens) <= _MOST_TOKENS:
                sentences.append(_sentence(tokens))
    return sentences


def _sentence(tokens: tuple[Token, ...]) -> Sentence:
    closing = next((t.norm for t in reversed(tokens) if t.norm not in {'"', "'", ")", "]"}), "")
    words = [token for token in tokens if token.is_word and len(token.text) > 1]
    capitals = sum(word.text[0].isupper() for word in words)
    return Sentence(
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tokens,
        is_heading=closing not in {".", "!", "?", "…"}
        and len(words) >= _TITLE_CASE_WORDS
        and capitals >= _TITLE_CASE_SHARE * len(words),
        is_question=closing == "?",
    )


def _breaks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for found in _BREAK.finditer(text, start, end):
        if not _ends_in_abbreviation(text[max(begin, found.end() - _LONGEST_WORD) : found.end()]):
            spans.append((begin, found.end()))
            begin = found.end()
    spans.append((begin, end))
    return spans


def _ends_in_abbreviation(piece: str) -> bool:
    word = _LAST_WORD.search(piece)
    if word is None:
        return False
    return word[1] in _abbreviations() or all(len(part) == 1 for part in word[1].split("."))


def _bullet_length(line: str) -> int:
    stripped = line.lstrip(" \t\ufeff\xa0")
    if stripped[:1] in sentence_rules().bullets and stripped[1:2].isspace():
        return len(line) - len(stripped) + 1
    return len(line) - len(stripped)


def _is_boilerplate(line: str) -> bool:
    folded = straighten(line).lower()
    return any(
        phrase in folded for entry in sentence_rules().boilerplate for phrase in entry.phrases
    )


@functools.cache
def _abbreviations() -> frozenset[str]:
    return frozenset(sentence_rules().abbreviations)
