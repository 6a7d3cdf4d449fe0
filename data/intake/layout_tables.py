"""Layout tables: old pages, which put menu, article and teasers into cells side by side.

trafilatura takes such a table for one of data: it writes the page as a row of cells, an article in
one line, and puts tables of data behind it. Here the article's cells are found first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from data.intake.page_lines import Line, only_lines, page_lines

_TABLES = etree.XPath("//table")
_NESTED = etree.XPath("boolean(.//table)")
_HEADED = etree.XPath("boolean(./caption | ./thead | ./tr/th | ./tbody/tr/th)")
_ROWS = etree.XPath("./tr | ./tbody/tr | ./thead/tr | ./tfoot/tr")
_CELLS = etree.XPath("./td | ./th")
_LISTS = etree.XPath(".//ul[not(.//p or .//table)] | .//ol[not(.//p or .//table)]")
_BLOCKS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "hr"})
_FEWEST_BLOCKS: Final = 2
_LONGEST_OF_DATA: Final = 200
"""Characters that a cell of data may hold."""

_SHORTEST_PROSE: Final = 40
"""Characters outside links below which a line is no prose: a menu, a name, a number."""

_LONGEST_ABOVE: Final = 80
"""Characters of a line above the headline: a section, a date."""


_LARGE_SHARE: Final = 0.5
"""Of all prose in cells: where none has so much, the article stands in many."""


class _Cell(NamedTuple):
    element: HtmlElement
    row: HtmlElement
    table: HtmlElement
    lines: Sequence[Line]

    @property
    def prose(self) -> int:
        return _prose(self.lines)


def open_layout_tables(tree: HtmlElement, headlines: Collection[str]) -> bool:
    """Replace a page that is laid out with tables by the article in it; leave others as they are.

    Args:
        tree: The page, which is changed.
        headlines: How the article may be headed, in small letters.

    Returns:
        Whether the page was one, and holds nothing but its article now.
    """
    body = tree.find("body")
    layout = [table for table in _TABLES(tree) if _is_layout(table)]
    if body is None or not layout:
        return False
    cells = list(_cells(layout))
    told = max(cells, key=lambda cell: cell.prose, default=None)
    outside = _prose(only_lines(page_lines(body, out=frozenset(layout))))
    if told is None or told.prose <= outside:
        return False
    kept = _of_article(cells, told, headlines)
    blocks = [block for cell in kept for block in _blocks(cell, layout)]
    article = etree.Element("article")
    article.extend(_elements(_without_menus(_from_headline(blocks, headlines))))
    body.clear()
    body.append(article)
    return True


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table's cells hold parts of a page, not figures and words."""
    if table.get("role") in {"presentation", "none"} or _NESTED(table):
        return True
    if _HEADED(table):
        return False
    rows = [_CELLS(row) for row in _ROWS(table)]
    if max(map(len, rows), default=0) == 1:
        return True
    return any(_holds_prose(cell) for row in rows for cell in row)


def _holds_prose(cell: HtmlElement) -> bool:
    """Whether a cell holds a long text, or several blocks of text."""
    if len(cell.text_content()) > _LONGEST_OF_DATA:
        return True
    blocks = sum(element.tag in _BLOCKS or _is_double_break(element) for element in cell.iter())
    return blocks >= _FEWEST_BLOCKS


def _is_double_break(element: HtmlElement) -> bool:
    after = element.getnext() if element.tag == "br" else None
    return after is not None and after.tag == "br" and not (element.tail or "").strip()


def _cells(layout: Sequence[HtmlElement]) -> Iterator[_Cell]:
    """The cells of tables in the order of the page, each with the lines of its own."""
    inner = frozenset(layout)
    for table in layout:
        for row in _ROWS(table):
            for cell in _CELLS(row):
                yield _Cell(cell, row, table, [*only_lines(page_lines(cell, out=inner))])


def _of_article(cells: Sequence[_Cell], told: _Cell, headlines: Collection[str]) -> Iterator[_Cell]:
    """The cells of an article, of which one tells most of it."""
    inside = frozenset(told.element.iter())
    at = cells.index(told)
    is_spread = told.prose < _LARGE_SHARE * sum(cell.prose for cell in cells)
    headed = [n for n, cell in enumerate(cells[: at + 1]) if _is_headed(cell, headlines)]
    for number, cell in enumerate(cells):
        if cell is told:
            yield cell
        elif cell.element in inside or _leads_elsewhere(cell):
            continue
        elif is_spread and (cell.prose or any(line.is_sentence for line in cell.lines)):
            yield cell  # as in a letter, each paragraph of which is a table
        elif number < at:
            if headed[-1] <= number if headed else cell.table is told.table:
                yield cell
        elif _goes_on(cell, told):
            yield cell


def _goes_on(cell: _Cell, told: _Cell) -> bool:
    """Whether a cell stands in a row below and holds sentences; one beside is another column."""
    is_below = cell.table is told.table and cell.row is not told.row
    return is_below and any(line.is_sentence for line in cell.lines)


def _is_headed(cell: _Cell, headlines: Collection[str]) -> bool:
    return any(line.text.casefold() in headlines for line in cell.lines)


def _leads_elsewhere(cell: _Cell) -> bool:
    return bool(cell.lines) and sum(line.linked for line in cell.lines) > sum(
        len(line.text) - line.linked for line in cell.lines
    )


def _prose(lines: Iterable[Line]) -> int:
    lengths = (len(line.text) - line.linked for line in lines)
    return sum(length for length in lengths if length >= _SHORTEST_PROSE)


def _blocks(cell: _Cell, layout: Sequence[HtmlElement]) -> Iterator[Line | HtmlElement]:
    """A cell's lines, lists and tables of data; a line that was broken in two is whole again."""
    tables = {*cell.element.iter("table")} - {*layout}
    last: Line | None = None
    for block in page_lines(cell.element, whole={*tables, *_LISTS(cell.element)}):
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


def _from_headline(
    blocks: Sequence[Line | HtmlElement], headlines: Collection[str]
) -> Sequence[Line | HtmlElement]:
    """Blocks less short lines above the headline: a section, a date, which is a clue by now."""
    for number, block in enumerate(blocks):
        if not isinstance(block, Line) or len(block.text) > _LONGEST_ABOVE:
            break
        if block.text.casefold() in headlines:
            return blocks[number:]
    return blocks


def _without_menus(blocks: Sequence[Line | HtmlElement]) -> Iterator[Line | HtmlElement]:
    """Blocks less those that lead elsewhere and what stands above them: "Other news:"."""
    away = [_is_away(block) for block in blocks]
    for number, block in enumerate(blocks):
        above = isinstance(block, Line) and block.text.endswith(":") and any(away[number + 1 :][:1])
        if not away[number] and not above:
            yield block


def _is_away(block: Line | HtmlElement) -> bool:
    if isinstance(block, Line):
        return block.leads_elsewhere or block.is_of_the_page
    lines = [*only_lines(page_lines(block))]
    return bool(lines) and block.tag != "table" and all(line.leads_elsewhere for line in lines)


def _elements(blocks: Iterable[Line | HtmlElement]) -> Iterator[HtmlElement]:
    for block in blocks:
        if isinstance(block, Line):
            paragraph = etree.Element("p")
            paragraph.text = block.text
            yield paragraph
        else:
            block.tail = None
            yield block
