"""Sentences: an article's text cut into the units that claims are quoted in."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Sequence

from data.lexicon import sentence_rules
from data.parse.lazy import lazy
from data.parse.tokens import UNSEEN, Token, straighten, tokenize

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(
    r"[.!?…](?<![.!?…]{2})"  # a sign first is searched for twice as fast as a look behind
    r"[.!?…]*[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-zà-ÿ])"
)
_SEEN = re.compile(rf"[^\s{UNSEEN}]")
_WORD = re.compile(r"[^\W_]+")
_SPACED = bytes(sign if chr(sign).isalnum() else ord(" ") for sign in range(256))
"""What becomes of each ASCII sign where only words and figures are to be left."""

_DOTTED_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_LONGEST_WORD = 40
_MOST_CHARACTERS = 2_400
_MOST_TOKENS = 400
"""A longer run of words without a full stop is a table or a dump, not a sentence."""

_ANY_WORD = re.compile(r"[^\W\d_]{2}")
_MOST_SIGNS = 80
"""A longer run of figures and signs without any word is a row of a table."""

_SHORT = 24
_MOST_SHORT = 200
"""More runs of up to so many characters, one behind another, are the cells of a table."""

_TITLE_CASE_SHARE = 0.7
_TITLE_CASE_WORDS = 4
_INDENT = " \t\ufeff\xa0"
_CLOSING = "\"'”’»)]"


class Sentence:
    """A sentence, headline or list line. Its words are cut when they are first asked for.

    Attributes:
        text: The whole article's text, which all offsets refer to.
        start: Offset of its first character in the article's text.
        end: Offset one past its last.
        bulleted: It stands in a list, behind a bullet.
    """

    def __init__(self, text: str, start: int, end: int, *, bulleted: bool = False) -> None:
        """Take ``text[start:end]`` as a sentence; spaces at its ends do not belong to it."""
        self.text = text
        self.start = start
        self.end = end
        self.bulleted = bulleted

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Its words and signs."""
        return tokenize(self.text, self.start, self.end)

    @lazy
    def words(self) -> frozenset[str]:
        """Its words and figures in lower case, without what joins or ends them."""
        lower = self.text[self.start : self.end].lower()
        if lower.isascii():  # parted at spaces, which takes two thirds of the time
            return frozenset(lower.encode().translate(_SPACED).decode().split())
        return frozenset(_WORD.findall(lower))

    @lazy
    def is_heading(self) -> bool:
        """Whether it is written as a headline: no full stop, most words capitalised."""
        closing = self.text[self.start : self.end].rstrip(_CLOSING)[-1:]
        if closing in {".", "!", "?", "…"}:
            return False
        words = [token for token in self.tokens if token.is_word and len(token.text) > 1]
        capitals = sum(word.text[0].isupper() for word in words)
        return len(words) >= _TITLE_CASE_WORDS and capitals >= _TITLE_CASE_SHARE * len(words)

    @lazy
    def is_question(self) -> bool:
        """Whether it ends in a question mark; a number in it is asked, not claimed."""
        return self.text[self.start : self.end].rstrip(_CLOSING).endswith("?")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without lines about the page and without dumps."""
    return [run for run, is_dump in _told_apart(_runs(text)) if not is_dump]


def find_dumps(text: str) -> list[Sentence]:
    """The runs that :func:`split_sentences` leaves out: dumps and tables."""
    return [run for run, is_dump in _told_apart(_runs(text)) if is_dump]


def _told_apart(runs: Sequence[Sentence]) -> list[tuple[Sentence, bool]]:
    """Every run of words, and whether it is no sentence but a part of a table or a dump."""
    if len(runs) <= _MOST_SHORT:  # as most articles
        return [(run, _is_dump(run)) for run in runs]
    told: list[tuple[Sentence, bool]] = []
    for is_short, alike in itertools.groupby(runs, _is_short):
        stretch = list(alike)
        is_table = is_short and len(stretch) > _MOST_SHORT
        told += [(run, is_table or _is_dump(run)) for run in stretch]
    return told


def _is_short(run: Sentence) -> bool:
    return run.end - run.start <= _SHORT


def _is_dump(run: Sentence) -> bool:
    length = run.end - run.start
    if length <= _MOST_SIGNS:
        return False
    if length > _MOST_CHARACTERS or _ANY_WORD.search(run.text, run.start, run.end) is None:
        return True
    return length > _MOST_TOKENS and len(run.tokens) > _MOST_TOKENS


def _runs(text: str) -> list[Sentence]:
    phrases = _held(_boilerplate(), text)
    bullets = sentence_rules().bullets
    runs: list[Sentence] = []
    for line in _LINE.finditer(text):
        written = line[0]
        about_page = phrases and _held(phrases, written)
        content = written.lstrip(_INDENT)
        bulleted = content[:1] in bullets and content[1:2].isspace()
        start = line.end() - len(content) + bulleted
        for begin, end in _breaks(text, start, line.end()):
            words = text[begin:end]
            stripped = words.strip()
            if not stripped or (not stripped.isascii() and _SEEN.search(stripped) is None):
                continue
            if not (about_page and _held(about_page, words)):
                first = begin + words.index(stripped[0])
                runs.append(Sentence(text, first, first + len(stripped), bulleted=bulleted))
    return runs


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
    """Whether a full stop behind a word, and perhaps a closing sign, belongs to the word."""
    body = piece.rstrip().rstrip(_CLOSING)
    backwards = _DOTTED_WORD.match(body[-2::-1]) if body.endswith(".") else None
    if backwards is None:
        return False
    word = backwards[0][::-1]
    if word == "s" and body[-3:-2].isdigit():
        return False  # "in the 1970s."
    if "." not in word:
        return len(word) == 1 or word in _abbreviations()
    return word in _abbreviations() or all(len(part) == 1 for part in word.split("."))


def _held(phrases: Iterable[str], text: str) -> tuple[str, ...]:
    """Those of some phrases in lower case that a text holds."""
    folded = straighten(text).lower()
    return tuple([phrase for phrase in phrases if phrase in folded])


@functools.cache
def _boilerplate() -> tuple[str, ...]:
    return tuple(phrase for entry in sentence_rules().boilerplate for phrase in entry.phrases)


@functools.cache
def _abbreviations() -> frozenset[str]:
    return frozenset(sentence_rules().abbreviations)
