"""What is read, checked and drawn ahead of visitors: behind a start, or for the next one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from dashboard.observability.told import told
from dashboard.palette import Theme
from dashboard.selecting.selection import Selection
from dashboard.server.settings import settings_file
from dashboard.sitemap import PAGES
from dashboard.snapshot.checked import take_up
from data.errors import InputError
from data.snapshot import folder

if TYPE_CHECKING:
    from dashboard.holdings import Holdings

_REMEDY: Final = f"Set {folder.VARIABLE} to a folder of yours that nobody else can write to."


def draw_shared(*pages: str) -> None:
    """Read the articles and draw what the charts of some pages show whatever is selected.

    Args:
        pages: Paths of the pages, empty for the first.

    Raises:
        InputError: If the articles or the shapes cannot be used.
    """
    # Slow to import, and this may run behind a start.
    from dashboard.charts.catalogue import CHARTS
    from dashboard.charts.reference_figure import reference_figure
    from dashboard.charts.region.shape_files import shape_file_name
    from dashboard.corpus.source import holdings

    everything = holdings().corpus(Selection())
    shape_file_name()
    for chart in CHARTS.values():
        if chart.page in pages:
            reference_figure(chart, everything)


def prepare(where: Path) -> Holdings:
    """Find out all that the next start takes up, and keep it.

    Args:
        where: The folder of snapshots.

    Returns:
        All there is.

    Raises:
        InputError: If the articles, the shapes or a word list cannot be used, or nothing can be
            kept.
    """
    from dashboard.corpus.source import holdings, is_kept, keep_for_next_start

    checked = take_up()
    settings_file()
    told()
    draw_shared(*PAGES)
    _draw_first_views()
    held = holdings()
    keep_for_next_start()
    checked.keep()
    if not held.problems and not is_kept():
        raise InputError(where, "cannot be written, or others can write to it", _REMEDY)
    return held


def _draw_first_views() -> None:
    """Word every card and draw every chart as pages have them before anything is chosen."""
    from dashboard.cards.content import answer, shown_cards
    from dashboard.cards.words import card_words
    from dashboard.charts.catalogue import CHARTS, Style
    from dashboard.charts.on_page import USUAL, drawn_on_page, width_on_page
    from dashboard.charts.parts.caption import ON_PAGE, Caption
    from dashboard.charts.region.known import Known
    from dashboard.corpus.source import corpus
    from dashboard.export.formats import formats
    from dashboard.view import View
    from dashboard.words.actions import words_done

    formats("facts")
    words_done()
    everything = corpus()
    view = View.of(everything, Selection())
    for spec in shown_cards(everything.claims):
        found = answer(spec, view.claims, view.as_of)
        if found.claims:
            card_words(spec, found, everything.articles, {})
    if not Known.of(view).played:
        return  # such charts name the dashboard's own address, which only a visitor knows
    for chart in CHARTS.values():
        for theme in get_args(Theme):
            width, caption = width_on_page(chart, USUAL), Caption(letters=ON_PAGE)
            style = Style(theme=theme, width=width, caption=caption)
            drawn_on_page(chart, view, style, everything).packed  # noqa: B018  kept with it
