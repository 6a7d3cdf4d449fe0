"""Layout tables: old pages, which put menu, article and teasers into cells side by side.

trafilatura takes such a table for one of data: it writes the page as a row of cells, an article in
one line, and puts tables of data behind it. Here the article's cells are found first. It is the
exception: where a page has a place for its article, or prose outside of tables, trafilatura's
reading stands, and so it does where this one would leave out much of the page or write it twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from lxml import etree
from lxml.html import HtmlElement

from data.intake.layout_cells import (
    article_cells,
    cells_of,
    is_layout,
    is_of_figures,
    layout_cells,
    prose_of,
)
from data.intake.page_lines import Line, only_lines, page_lines

_TABLES = etree.XPath("//table")
_HAS_PLACE_FOR_ARTICLE = etree.XPath(
    "boolean(//article | //main | //*[@role='main' or @role='article']"
    " | //*[contains(@itemprop, 'articleBody')])"
)
_LISTS = etree.XPath(".//ul[not(.//p or .//table)] | .//ol[not(.//p or .//table)]")
_MOST_OUTSIDE: Final = 0.1
"""Prose outside the tables of a page that is laid out with them, of all of it."""

_LEAST_KEPT: Final = 0.5
"""Prose that an article has of all of its page."""

_LONGEST_ABOVE: Final = 80
"""Characters of a line above the headline: a section, a date."""

Block: TypeAlias = Line | HtmlElement


def open_layout_tables(tree: HtmlElement, headlines: Collection[str]) -> bool:
    """Replace a page that is laid out with tables by the article in it; leave others as they are.

    Args:
        tree: The page, which is changed.
        headlines: How the article may be headed, in small letters.

    Returns:
        Whether the page was one, and holds nothing but its article now.
    """
    body = tree.find("body")
    layout = [table for table in _TABLES(tree) if is_layout(table)]
    if body is None or not layout or _HAS_PLACE_FOR_ARTICLE(tree):
        return False
    inner = frozenset(layout)
    shown = [*only_lines(page_lines(body))]
    outside = prose_of(only_lines(page_lines(body, out=inner)))
    if outside > _MOST_OUTSIDE * prose_of(shown):
        return False
    kept = article_cells([*layout_cells(body, layout)], headlines)
    told = [*_without_menus(_from_headline([*_blocks(body, inner, kept)], headlines))]
    lines = [line for block in told for line in _lines_of(block)]
    is_much = 0 < prose_of(lines) >= _LEAST_KEPT * prose_of(shown)
    if not is_much or _length(lines) > _length(shown):
        return False
    article = etree.Element("article")
    article.extend(_elements(told))
    body.clear()
    body.append(article)
    return True


def _lines_of(block: Block) -> Iterable[Line]:
    return [block] if isinstance(block, Line) else only_lines(page_lines(block))


def _length(lines: Iterable[Line]) -> int:
    return sum(len("".join(line.text.split())) for line in lines)


def _blocks(
    body: HtmlElement, layout: Collection[HtmlElement], kept: Collection[HtmlElement]
) -> Iterator[Block]:
    """The lines, lists and tables of data of an article, each once, in the order of the page."""
    whole = {*body.iter("table"), *_LISTS(body)}
    found: list[tuple[Block, bool]] = []
    has_begun = False
    for block in _joined(page_lines(body, whole=whole)):
        if block in layout:
            found += ((inner, True) for inner in _of_table(block, whole, layout, kept))
        else:
            found.append((block, _is_told_outside(block, has_begun=has_begun)))
        has_begun = has_begun or (bool(found) and found[-1][1])
    sure = [number for number, (_, is_sure) in enumerate(found) if is_sure]
    for block, is_sure in found[min(sure, default=0) : max(sure, default=-1) + 1]:
        if is_sure or not _leads_away(block):
            yield block


def _of_table(
    table: HtmlElement,
    whole: Collection[HtmlElement],
    layout: Collection[HtmlElement],
    kept: Collection[HtmlElement],
) -> Iterator[Block]:
    """What stands in the kept cells of a table, those of tables in it included."""
    for cell in cells_of(table):
        for block in _joined(page_lines(cell, whole=whole)):
            if block in layout:
                yield from _of_table(block, whole, layout, kept)
            elif cell in kept:
                yield block


def _is_told_outside(block: Block, *, has_begun: bool) -> bool:
    """Whether a block outside of all layout is the article's wherever it stands."""
    if _leads_away(block):
        return False
    if isinstance(block, Line):
        return block.is_sentence and not block.is_of_the_page
    if block.tag == "table":
        return has_begun and is_of_figures(block)
    return any(line.is_sentence for line in _lines_of(block))


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with each line that was broken in two whole again."""
    last: Line | None = None
    for block in blocks:
        if not isinstance(block, Line):
            if last:
                yield last
            yield block
            last = None
        elif last and block.after_break and block.text[0].islower():
            last = Line(f"{last.text} {block.text}", last.linked + block.linked)
        else:
            if last:
                yield last
            last = block
    if last:
        yield last


def _from_headline(blocks: Sequence[Block], headlines: Collection[str]) -> Sequence[Block]:
    """Blocks less short lines above the headline: a section, a date, which is a clue by now."""
    for number, block in enumerate(blocks):
        if not isinstance(block, Line) or len(block.text) > _LONGEST_ABOVE:
            break
        if block.text.casefold() in headlines:
            return blocks[number:]
        if block.is_sentence:
            break
    return blocks


def _without_menus(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks less those that lead elsewhere and what stands above them: "Other news:".

    Lines about the page go where they stand above or below all that is told, nowhere else.
    """
    away = [_leads_away(block) for block in blocks]
    told = [
        number
        for number, block in enumerate(blocks)
        if not away[number] and not (isinstance(block, Line) and block.is_of_the_page)
    ]
    for number in range(min(told, default=0), max(told, default=-1) + 1):
        block = blocks[number]
        above = (
            isinstance(block, Line)
            and block.text.endswith(":")
            and any(away[number + 1 : number + 2])
        )
        if not away[number] and not above:
            yield block


def _leads_away(block: Block) -> bool:
    if isinstance(block, Line):
        return block.leads_elsewhere
    lines = [*_lines_of(block)]
    return bool(lines) and block.tag != "table" and all(line.leads_elsewhere for line in lines)


def _elements(blocks: Iterable[Block]) -> Iterator[HtmlElement]:
    for block in blocks:
        if isinstance(block, Line):
            paragraph = etree.Element("p")
            paragraph.text = block.text
            yield paragraph
        else:
            block.tail = None
            yield block
