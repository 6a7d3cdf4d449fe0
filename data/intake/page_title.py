"""Page title: the headline in a title that names the site as well, and the site's name."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from data import lexicon
from data.clues import Clues

_SEPARATOR = re.compile(r"\s+(?:[|:·•»«›‹–—-]|::|\|\||//|--)\s+|\s*(?:\||::)\s*")
_BAR = re.compile(r"[|»:]")
"""Signs that seldom stand in a headline, as a dash does."""

_DIGIT = re.compile(r"\d")
_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST_NAME: Final = 3
_MOST_PARTS: Final = 8
_MOST_WORDS: Final = 6
"""Words of a publisher's name: what is longer is a headline."""


class PageTitle(NamedTuple):
    """A title in its parts.

    Attributes:
        headline: What heads the article; the whole title where nothing tells.
        site: What seems to be the publisher's name; None where nothing does.
    """

    headline: str
    site: str | None


def page_title(title: str, shown: Collection[str], owners: str = "") -> PageTitle:
    """The headline and the site of a title such as "Guards flee | North Post".

    Args:
        title: The title.
        shown: Lines that the article may be headed with, in small letters. A site shows its own
            name as well, so that of several the longest that is no owner's counts.
        owners: Words that name the site's owner: its host, its notice of copyright.
    """
    parts = _parts(title)
    runs = [run for run in _runs(parts) if _text(title, parts, run).casefold() in shown]
    if runs:
        start, end = max(runs, key=lambda run: _fitness(_text(title, parts, run), owners))
        return PageTitle(
            _text(title, parts, (start, end)), _site(title, parts, (start, end), owners)
        )
    if len(parts) <= 1 or title.casefold() in shown:
        return PageTitle(title, None)
    for run, at in (((0, len(parts) - 1), -1), ((1, len(parts)), 0)):
        site = title[slice(*parts[at])]
        if _is_owner(site, owners) and _can_be_name(site):
            return PageTitle(_text(title, parts, run), site)
    last = title[slice(*parts[-1])]
    is_site = _can_be_name(last) and not _DIGIT.search(last) and _is_barred(title, parts, -1)
    return PageTitle(title, last if is_site else None)


def title_runs(title: str) -> frozenset[str]:
    """What of a title may be the headline, in small letters, the whole of it included."""
    parts = _parts(title)
    return frozenset(
        run.casefold() for run in (title, *(_text(title, parts, run) for run in _runs(parts)))
    )


def publisher_clues(site: str | None, title: str, url: str | None) -> Clues:
    """Who seems to have published a page, by its title or else by its address."""
    host = host_of(url)
    if site:
        return Clues(publisher=site, publisher_words=f"the page's title: “{title}”")
    return Clues(publisher=host, publisher_words=f"the page's address: {url}" if host else "")


def host_of(url: str | None) -> str | None:
    """The host of an address, without the www before it."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _parts(title: str) -> list[tuple[int, int]]:
    """Where the parts between separators begin and end."""
    start = 0
    parts: list[tuple[int, int]] = []
    for found in _SEPARATOR.finditer(title):
        if len(parts) + 2 > _MOST_PARTS:
            break
        parts.append((start, found.start()))
        start = found.end()
    return [(first, last) for first, last in (*parts, (start, len(title))) if first < last]


def _runs(parts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of parts, less than all of them."""
    for length in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - length + 1):
            yield start, start + length


def _text(title: str, parts: Sequence[tuple[int, int]], run: tuple[int, int]) -> str:
    return title[parts[run[0]][0] : parts[run[1] - 1][1]]


def _fitness(run: str, owners: str) -> tuple[bool, int]:
    return not _is_owner(run, owners), len(run)


def _site(
    title: str, parts: Sequence[tuple[int, int]], run: tuple[int, int], owners: str
) -> str | None:
    """Which of the parts beside the headline names the site: the outermost that is no section.

    What follows a dash may be the second half of a headline, and what stands before a heading the
    headline of a page whose heading is the site's name: they have to be told by a word.
    """
    behind = range(len(parts) - 1, run[1] - 1, -1)
    before = range(run[0])
    at = [each for each in (*behind, *before) if _can_be_name(title[slice(*parts[each])])]
    names = [title[slice(*parts[each])] for each in at]
    told = (
        name
        for each, name in zip(at, names, strict=True)
        if not _DIGIT.search(name)
        and (_sounds_so(name) or (each in behind and _is_barred(title, parts, each)))
    )
    return next((name for name in names if _is_owner(name, owners)), next(told, None))


def _is_barred(title: str, parts: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a sign that seldom stands in a headline parts it from what stands before."""
    return _BAR.search(title[parts[at - 1][1] : parts[at][0]]) is not None


def _can_be_name(part: str) -> bool:
    is_section = part.casefold() in lexicon.page_words().sections or part.casefold() in _lands()
    return not is_section and len(part.split()) <= _MOST_WORDS


def _sounds_so(part: str) -> bool:
    """Whether a name holds a publisher's word, or is one word in capitals."""
    words = _NOT_LETTERS.sub(" ", part.casefold()).split()
    is_short_form = len(words) == 1 and part.isupper()
    return is_short_form or not lexicon.page_words().publishers.isdisjoint(words)


@functools.cache
def _lands() -> frozenset[str]:
    """Names of countries and regions, in small letters: sections of many sites."""
    countries = ((each.name, *each.aliases) for each in lexicon.countries().values())
    regions = ((each.name, *each.aliases) for each in lexicon.regions().values())
    return frozenset(name.casefold() for names in (*countries, *regions) for name in names)


def _is_owner(part: str, owners: str) -> bool:
    """Whether owners are named so: "North Post" by ``northpost.example``."""
    letters = _NOT_LETTERS.sub("", part.casefold()).removeprefix("the")
    return len(letters) >= _SHORTEST_NAME and letters in _NOT_LETTERS.sub("", owners.casefold())
