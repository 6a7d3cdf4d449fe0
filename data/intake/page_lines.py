"""Page lines: what a web page shows, line by line, and how much of each line is links."""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Iterator
from typing import Final, NamedTuple

from lxml.html import HtmlElement

from data import lexicon
from data.intake.written_dates import day_written_out

_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|div|fieldset|figcaption"
    r"|figure|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p|pre|section|summary|table|tbody|td|tfoot"
    r"|th|thead|title|tr"
)
_MOSTLY: Final = 0.8
"""Share of a line in links from which it leads elsewhere."""

_ADDRESS: Final = r"(?:https?://|www\.)\S+(?!\S)"
_TIME: Final = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|UTC))?"
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*$")


class Line(NamedTuple):
    """A line that a page shows.

    Attributes:
        text: Its words, with single spaces.
        linked: Characters of it that stand in links.
        after_break: Whether a mere line break, not a new block, parts it from the line before.
    """

    text: str
    linked: int
    after_break: bool = False

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it is links and no sentence: a menu, a teaser."""
        return self.linked > _MOSTLY * len(self.text) and not self.is_sentence

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_of_the_page(self) -> bool:
        """Whether it says no more than whose the page is or when it was printed."""
        if len(self.text) > lexicon.page_words().furniture.longest:
            return False
        return _furniture().fullmatch(self.text) is not None


@functools.cache
def _furniture() -> re.Pattern[str]:
    patterns = "|".join(f"(?:{each})" for each in lexicon.page_words().furniture.patterns)
    for name, pattern in (
        ("date", day_written_out()),
        ("address", _ADDRESS),
        ("time", _TIME),
    ):
        patterns = patterns.replace(f"{{{name}}}", f"(?:{pattern})")
    return re.compile(patterns, re.IGNORECASE)


def page_lines(
    root: HtmlElement, *, whole: Container[HtmlElement] = (), out: Container[HtmlElement] = ()
) -> Iterator[Line | HtmlElement]:
    """The lines below an element, in order.

    Args:
        root: The element.
        whole: Elements that are given back as they are instead of their lines.
        out: Elements whose lines are left out.
    """
    found = _Lines(whole, out)
    found.walk(root, linked=False)
    found.flush()
    yield from found.lines


def only_lines(found: Iterable[Line | HtmlElement]) -> Iterator[Line]:
    """The lines without the elements among them."""
    return (each for each in found if isinstance(each, Line))


class _Lines:
    """Lines gathered so far. A tree is not deep (``Limits.MAX_DEPTH``), so walking may recurse."""

    def __init__(self, whole: Container[HtmlElement], out: Container[HtmlElement]) -> None:
        self.lines: list[Line | HtmlElement] = []
        self._whole, self._out = whole, out
        self._parts: list[str] = []
        self._linked = 0
        self._breaks = 2

    def walk(self, element: HtmlElement, *, linked: bool) -> None:
        """Add what an element shows, without what stands behind it."""
        if not isinstance(element.tag, str) or element in self._out:
            return
        if element in self._whole:
            self.flush()
            self.lines.append(element)
            return
        is_block = _BLOCK.fullmatch(element.tag) is not None
        linked = linked or element.tag == "a"
        if is_block or element.tag == "br":
            self.flush(breaks=2 if is_block else 1)
        self._add(element.text, linked=linked)
        for child in element:
            self.walk(child, linked=linked)
            self._add(child.tail, linked=linked)
        if is_block:
            self.flush()

    def flush(self, breaks: int = 2) -> None:
        """End the line, if one has begun."""
        if text := " ".join("".join(self._parts).split()):
            self.lines.append(Line(text, min(self._linked, len(text)), self._breaks == 1))
            self._breaks = 0
        self._breaks += breaks
        self._parts, self._linked = [], 0

    def _add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self._parts.append(text)
            self._linked += linked * len(" ".join(text.split()))
