"""Sentences: an article's text cut into the units that claims are quoted in."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from data.lexicon import sentence_rules
from data.parse.text.clock_lines import has_bare_clocks, past_clock
from data.parse.text.dumps import Reason, find_dumped
from data.parse.text.sentence import CLOSING, Sentence
from data.parse.words.tokens import UNSEEN, straighten

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(
    r"[.!?…](?<![.!?…]{2})"  # a sign first is searched for twice as fast as a look behind
    r"[.!?…]*[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-zà-ÿ])"
)
_SEEN = re.compile(rf"[^\s{UNSEEN}]")
_DOTTED_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_LONGEST_WORD = 40
_INDENT = " \t\ufeff\xa0"


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without lines about the page and without dumps."""
    runs = _runs(text)
    dumped = find_dumped(runs)
    return [run for index, run in enumerate(runs) if index not in dumped] if dumped else runs


def find_dumps(text: str) -> list[tuple[Sentence, Reason]]:
    """The runs that :func:`split_sentences` leaves out, and why they are no sentences."""
    runs = _runs(text)
    return [(runs[index], reason) for index, reason in find_dumped(runs).items()]


def _runs(text: str) -> list[Sentence]:
    phrases = _held(_boilerplate(), text)
    bullets = sentence_rules().bullets
    bare = has_bare_clocks(text)
    runs: list[Sentence] = []
    for line in _LINE.finditer(text):
        written = line[0]
        about_page = phrases and _held(phrases, written)
        content = written.lstrip(_INDENT)
        bulleted = content[:1] in bullets and content[1:2].isspace()
        opens = line.end() - len(content) + bulleted
        start = past_clock(text, opens, line.end(), bare=bare)
        for begin, end in _breaks(text, start, line.end()):
            words = text[begin:end]
            stripped = words.strip()
            if not stripped or (not stripped.isascii() and _SEEN.search(stripped) is None):
                continue
            if not (about_page and _held(about_page, words)):
                first = begin + words.index(stripped[0])
                timed = begin == start > opens
                run = Sentence(text, first, first + len(stripped), bulleted=bulleted, timed=timed)
                runs.append(run)
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
    body = piece.rstrip().rstrip(CLOSING)
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
