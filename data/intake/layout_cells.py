"""Layout cells: which cells of a page that is laid out with tables hold its article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from data.intake.page_lines import Line, only_lines, page_lines

_NESTED = etree.XPath("boolean(.//table)")
_HEADED = etree.XPath("boolean(./caption | ./thead | ./tr/th | ./tbody/tr/th)")
_ROWS = etree.XPath("./tr | ./tbody/tr | ./thead/tr | ./tfoot/tr")
_CELLS = etree.XPath("./td | ./th")
_BLOCKS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "hr"})
_FEWEST_BLOCKS: Final = 2
_FEWEST: Final = 2
"""Rows and columns of a table of data."""

_LONGEST_OF_DATA: Final = 200
"""Characters that a cell of data may hold, unless other rows are built like its own."""

_SHORTEST_PROSE: Final = 40
"""Characters outside links below which a line is no prose: a menu, a name, a number."""

_LARGE_SHARE: Final = 0.5
"""Of all prose in cells: where none has so much, the article stands in many."""


class Cell(NamedTuple):
    """A cell of layout.

    Attributes:
        element: The cell.
        row: Its row.
        table: Its table.
        lines: What it shows outside of further layout in it.
        has_figures: Whether a table of data stands in it.
    """

    element: HtmlElement
    row: HtmlElement
    table: HtmlElement
    lines: Sequence[Line]
    has_figures: bool

    @property
    def prose(self) -> int:
        """Characters of prose."""
        return prose_of(self.lines)

    @property
    def tells(self) -> bool:
        """Whether it holds a sentence, or figures in a table."""
        return self.has_figures or any(line.is_sentence for line in self.lines)

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it is mostly links."""
        linked = sum(line.linked for line in self.lines)
        return bool(self.lines) and 2 * linked > sum(len(line.text) for line in self.lines)


def is_layout(table: HtmlElement) -> bool:
    """Whether a table's cells hold parts of a page, not figures and words."""
    if table.get("role") in {"presentation", "none"} or _NESTED(table):
        return True
    if _HEADED(table):
        return False
    rows = [_CELLS(row) for row in _ROWS(table)]
    if max(map(len, rows), default=0) == 1:
        return True
    if sum(map(_explains, rows)) >= _FEWEST:
        return False
    return any(_holds_prose(cell) for row in rows for cell in row)


def is_of_figures(table: HtmlElement) -> bool:
    """Whether a table that is no layout has rows and columns, and leads nowhere."""
    lines = [*only_lines(page_lines(table))]
    columns = [len(_CELLS(row)) for row in _ROWS(table)]
    is_large = sum(count >= _FEWEST for count in columns) >= _FEWEST
    return is_large and not all(line.leads_elsewhere for line in lines)


def cells_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """The cells of a table, without those of tables in it."""
    return (cell for row in _ROWS(table) for cell in _CELLS(row))


def layout_cells(body: HtmlElement, layout: Collection[HtmlElement]) -> Iterator[Cell]:
    """The cells of layout tables in the order of the page, a cell before those in it."""
    inner = frozenset(layout)
    places = {
        cell: (row, table) for table in layout for row in _ROWS(table) for cell in _CELLS(row)
    }
    figures = {
        next(table.iterancestors("td", "th"), None)
        for table in body.iter("table")
        if table not in inner and is_of_figures(table)
    }
    for element in body.iter("td", "th"):
        if element in places:
            lines = [*only_lines(page_lines(element, out=inner))]
            yield Cell(element, *places[element], lines, element in figures)


def article_cells(cells: Sequence[Cell], headlines: Collection[str]) -> frozenset[HtmlElement]:
    """The cells that hold an article; where one leads elsewhere it is none of them.

    Args:
        cells: All cells of the page.
        headlines: How the article may be headed, in small letters.
    """
    told = max(cells, key=lambda cell: cell.prose, default=None)
    if told is None or not told.prose:
        return frozenset()
    if told.prose < _LARGE_SHARE * sum(cell.prose for cell in cells):
        numbers = [n for n, cell in enumerate(cells) if cell.prose or cell.tells]
    else:
        numbers = [*_around(cells, cells.index(told), headlines)]
    kept = {cells[number].element for number in numbers if not cells[number].leads_elsewhere}
    kept.add(told.element)
    for cell in cells:  # an outer one comes first
        if not cell.leads_elsewhere and any(each in kept for each in _outer(cell)):
            kept.add(cell.element)
    return frozenset(kept)


def prose_of(lines: Iterable[Line]) -> int:
    """Characters outside links in lines that are no menu, name or number."""
    lengths = (len(line.text) - line.linked for line in lines)
    return sum(length for length in lengths if length >= _SHORTEST_PROSE)


def _around(cells: Sequence[Cell], at: int, headlines: Collection[str]) -> Iterator[int]:
    """The cells from the headline on to the one that tells most, and where the text goes on."""
    told = cells[at]
    headed = [n for n, cell in enumerate(cells[: at + 1]) if _is_headed(cell, headlines)]
    head = cells[headed[-1]] if headed else told
    yield from (n for n in range(at) if headed and n >= headed[-1])
    yield from (n for n in range(at) if not headed and cells[n].table is told.table)
    tables = (told.table, head.table)
    below = [
        n
        for n, cell in enumerate(cells)
        if n > at and any(cell.table is table for table in tables) and _is_behind(cell, told)
    ]
    last = max((n for n in below if cells[n].tells), default=at)
    yield from (n for n in below if n <= last)


def _is_behind(cell: Cell, told: Cell) -> bool:
    """Whether a cell stands in a row below, or beside as a column of text, which has no links."""
    if not any(row is cell.row for row in told.element.iterancestors("tr")):
        return True
    return cell.row is told.row and cell.prose > 0 and not any(line.linked for line in cell.lines)


def _outer(cell: Cell) -> Iterator[HtmlElement]:
    """The cells around one."""
    yield from cell.element.iterancestors("td", "th")


def _is_headed(cell: Cell, headlines: Collection[str]) -> bool:
    return any(line.text.casefold() in headlines for line in cell.lines)


def _explains(row: Sequence[HtmlElement]) -> bool:
    """Whether a row has a long cell and another with words: "3 July" and what happened then."""
    lengths = sorted(len(" ".join(cell.text_content().split())) for cell in row)
    others = [cell for cell in row if cell.text_content().strip() and not cell.findall(".//a")]
    return lengths[-1:] > [_LONGEST_OF_DATA] and len(others) >= _FEWEST


def _holds_prose(cell: HtmlElement) -> bool:
    """Whether a cell holds a long text, or several blocks of text."""
    if len(cell.text_content()) > _LONGEST_OF_DATA:
        return True
    blocks = sum(element.tag in _BLOCKS or _is_double_break(element) for element in cell.iter())
    return blocks >= _FEWEST_BLOCKS


def _is_double_break(element: HtmlElement) -> bool:
    after = element.getnext() if element.tag == "br" else None
    return after is not None and after.tag == "br" and not (element.tail or "").strip()
