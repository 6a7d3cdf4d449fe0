"""What must know every chart, page, layer and kind of mark: where a new one can be forgotten."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from dashboard import views
from dashboard.charts.catalogue import CHARTS, LAYERS, Chart, Style, charts_on
from dashboard.charts.on_page import drawn_on_page
from dashboard.charts.parts.plotted import PlottedMark
from dashboard.charts.region import layers as map_layers
from dashboard.charts.region.layers import layer_called
from dashboard.export.geography import _LAYERS
from dashboard.kept import results_of
from dashboard.links import selectable
from dashboard.selecting.concerns import what_exists
from dashboard.selecting.selection import PARAMETERS, Selection
from dashboard.sitemap import PAGES, Page
from dashboard.snapshot.catalogue import RECORDS, RESULTS
from dashboard.view import View
from data.corpus import Corpus
from data.snapshot.content import as_bytes, from_bytes
from tests.bundled import bundled
from tests.dashboard.exported_shapes import packed, seed_view

every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
FOLDER = Path(views.__path__[0])
_ON_PAGE = re.compile(r"""chart_on_page\(\s*["']([^"']+)""")


def test_every_view_is_on_the_sitemap() -> None:
    files = {file.stem for file in FOLDER.glob("*.py")} - {"__init__"}
    assert sorted(page.view for page in PAGES.values()) == sorted(files)


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.view)
def test_a_chart_says_on_which_page_it_stands(page: Page) -> None:
    text = (FOLDER / f"{page.view}.py").read_text("utf-8")
    placed, said = set(_ON_PAGE.findall(text)), {chart.name for chart in charts_on(page.path)}
    assert placed == said, f"views/{page.view}.py has {placed}, by Chart.page it would be {said}"
    if any(chart.is_map for chart in charts_on(page.path)):
        assert "MAP_AND_EVIDENCE" in text, "on_page draws a map as wide as beside the evidence"


@pytest.mark.parametrize("choice", [chart.choice for chart in CHARTS.values() if chart.choice])
def test_what_a_chart_lets_choose_is_in_links(choice: str) -> None:
    assert choice in PARAMETERS, f"Selection has no field {choice!r}"
    known = selectable(what_exists([]))
    for value in getattr(known, f"{choice}s"):
        selection, dropped = Selection.from_query({choice: [value]}, known)
        assert (getattr(selection, choice), dropped) == (value, ())


def test_a_kind_of_mark_without_a_layer_is_no_silent_gap_in_a_file() -> None:
    for layer in LAYERS:
        view = View(bundled(), Selection(layer=layer))
        for chart in CHARTS.values():
            if chart.is_map:
                assert {mark.columns["mark"] for mark in chart.marks(view)} <= _LAYERS.keys()
    with pytest.raises(LookupError, match="no layer for marks of a lake: give it one in _LAYERS"):
        packed(seed_view(), [PlottedMark({"mark": "lake"}, ())])


@every_chart
def test_a_snapshot_may_hold_all_that_is_kept_of_a_chart(chart: Chart) -> None:
    corpus = Corpus(bundled().articles, bundled().facts)
    drawn_on_page(chart, View.of(corpus, Selection()), Style(), corpus)
    results = {sort: results_of(corpus, sort) for sort in RESULTS}
    assert all(results.values())
    try:
        assert from_bytes(as_bytes(results), RECORDS) == results
    except pickle.UnpicklingError as error:
        pytest.fail(f"{error}: enter it in RECORDS of dashboard.snapshot.catalogue")


def test_the_map_has_the_layers_that_the_catalogue_names() -> None:
    assert list(map_layers.LAYERS) == list(LAYERS)
    assert layer_called(None) is layer_called("parts")
    with pytest.raises(KeyError, match="nope"):
        layer_called("nope")
