"""Reads the HTML pages that the dashboard hands out, as a browser without scripts would."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset({"meta", "link", "br", "img", "input", "hr"})


@dataclasses.dataclass
class Element:
    """An element with its attributes, and all text inside it."""

    tag: str
    attributes: dict[str, str]
    pieces: list[str] = dataclasses.field(default_factory=list)

    @property
    def text(self) -> str:
        """All text, joined where it is asked for: ten elements have the megabyte of a page."""
        return "".join(self.pieces)

    @property
    def words(self) -> str:
        """The text with runs of white space as one space."""
        return " ".join(self.text.split())


class Page(HTMLParser):
    """A parsed page; fails on elements that are not closed in order."""

    def __init__(self, content: bytes) -> None:
        """Parse a page of UTF-8."""
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(content.decode())
        self.close()
        assert not self._open, self._open[-1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        assert closed.tag == tag, (closed, tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.pieces.append(data)

    def all(self, tag: str) -> list[Element]:
        """All elements of a tag, in order."""
        return [element for element in self.elements if element.tag == tag]

    def by_id(self, name: str) -> Element:
        """The one element with an id."""
        (found,) = [each for each in self.elements if each.attributes.get("id") == name]
        return found

    @property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    @property
    def policy(self) -> str:
        """The page's Content-Security-Policy."""
        (found,) = [
            each.attributes["content"]
            for each in self.all("meta")
            if each.attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        return found

    @property
    def scripts(self) -> list[str]:
        """Texts of the scripts that run, JSON left out."""
        return [each.text for each in self.all("script") if "type" not in each.attributes]

    @property
    def loaded(self) -> list[str]:
        """Addresses that the page would load by itself."""
        sheets = re.findall(r"url\(([^)]*)\)|@import", "".join(e.text for e in self.all("style")))
        sources = [
            e.attributes[n]
            for e in self.elements
            for n in ("src", "srcset", "data")
            if n in e.attributes
        ]
        links = [
            e.attributes["href"] for e in self.all("link") if e.attributes["rel"] != "canonical"
        ]
        return [*sheets, *sources, *links]

    @property
    def links(self) -> list[str]:
        """Where links lead."""
        return [each.attributes["href"] for each in self.all("a")]
