"""Markdown's marks: the spans of a text that are no prose, and what its front matter is.

What is marked is what a converter would not print: signs of emphasis, headings and quotations,
targets of links, pictures, front matter, comments, scripts. Signs of lists and borders of table
cells stay: they separate what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Span = tuple[int, int]

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n((?:(?!---|\.\.\.).{0,2000}\r?\n){0,60})(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_RAW = re.compile(r"<!--|<(script|style|template|noscript|iframe)\b", re.I)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_WHOLE_LINE = re.compile(
    r"[ ]{0,3}(?:=++|(?:[-*_][ \t]*+){3,}+|\[[^\]\n]++\]:[ \t].*|[ \t|:]*+-[-| \t:]*+)[ \t]*+\r?\n?"
)
_LINE_START = re.compile(r"[ \t]{0,3}(?:(?:#{1,6}(?=[ \t])|>)[ \t]*)+")
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*(?=\r?\n?\Z)")
_INLINE = re.compile(
    r"""
      (?P<escape>\\)(?=[!-/:-@\[-`{-~])[^\n]
    | (?P<whole><(?:https?://|mailto:)[^<>\s]*+>|https?://[^\s<>\[\]()]*[\w/=&#%~+-]|\[\^[^\[\]\s]{1,40}\])
    | (?P<tag></?[a-zA-Z][^<>\n]*+>)
    | (?P<open>!?\[)
    | (?P<close>\](?:\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:[ ]+(?:"[^"\n]*+"|'[^'\n]*+'))?\)
                   |\[[^\[\]\n]*+\])?)
    | (?P<sign>\*{1,3}|_{1,3}|~~|`+)
    """,
    re.VERBOSE,
)


def find_marks(text: str) -> tuple[Span, ...]:
    """Spans of a Markdown text that are no prose, in order, without overlaps."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    found: list[Span] = [(0, start)] if front else []
    for begin, end in _between(start, len(text), list(_raw_spans(text, start)), found):
        found += _marks_of_lines(text, begin, end)
    return tuple(_merged(sorted(found)))


def front_matter(text: str) -> str:
    """The lines of a text's front matter; empty where there is none."""
    front = _FRONT_MATTER.match(text)
    return front[1] if front else ""


def _between(start: int, end: int, out: Iterable[Span], found: list[Span]) -> Iterator[Span]:
    """What lies between the spans to leave out, which are noted as found."""
    for span in out:
        yield start, span[0]
        found.append(span)
        start = span[1]
    yield start, end


def _raw_spans(text: str, start: int) -> Iterator[Span]:
    """Comments and elements whose content a browser does not show; to the end if unclosed."""
    while opening := _RAW.search(text, start):
        closing = re.compile(f"</{opening[1]}" if opening[1] else "-->", re.IGNORECASE)
        closed = closing.search(text, opening.end())
        start = closed.end() if closed else len(text)
        yield opening.start(), start


def _marks_of_lines(text: str, start: int, end: int) -> Iterator[Span]:
    fence = ""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        opening = _FENCE.match(line)
        if fence:
            yield at, at + len(line)
            if opening and opening[1].startswith(fence):
                fence = ""
        elif opening:
            fence = opening[1]
            yield at, at + len(line)
        elif _WHOLE_LINE.fullmatch(line):
            yield at, at + len(line)
        else:
            yield from _marks_in_line(line, at)
        at += len(line)


def _marks_in_line(line: str, at: int) -> Iterator[Span]:
    first = 0
    if head := _LINE_START.match(line):
        yield at, at + head.end()
        first = head.end()
        if closing := _CLOSING_HASHES.search(line, first):
            yield at + closing.start(), at + closing.end()
    opened: list[re.Match[str]] = []
    for mark in _INLINE.finditer(line, first):
        start, end = mark.span()
        if mark["open"]:
            opened.append(mark)
        elif mark["close"]:
            opening = opened.pop() if opened else None
            if opening and opening[0] == "![" and len(mark[0]) > 1:
                yield at + opening.start(), at + end
            elif opening and len(mark[0]) > 1:
                yield at + opening.start(), at + opening.end()
                yield at + start, at + end
        elif mark["escape"]:
            yield at + start, at + start + 1
        elif not mark["sign"] or _is_emphasis(line, mark):
            yield at + start, at + end


def _is_emphasis(line: str, sign: re.Match[str]) -> bool:
    """Whether a sign stands against a word as in ``*word*``, not as in ``2 * 3`` or ``a_b``."""
    before = line[sign.start() - 1 : sign.start()]
    after = line[sign.end() : sign.end() + 1]
    if sign[0][0] == "_" and before.isalnum() and after.isalnum():
        return False
    if before.isdigit() and after.isdigit():
        return False
    return bool(before.strip() or after.strip())


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in spans:
        if last and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last
