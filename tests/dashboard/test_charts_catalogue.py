"""What every chart of the catalogue promises, whatever it draws."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from dashboard.charts.catalogue import CHARTS, LAYERS, Chart, Style
from dashboard.charts.parts.caption import Caption
from dashboard.charts.region.shape_files import shape_file, shape_file_name
from dashboard.charts.time.day_dots import dots_of
from dashboard.corpus.source import corpus
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.corpus import Corpus
from tests.bundled import bundled

every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


EVERYTHING, PLAIN = Selection(), Style()


def drawn(chart: Chart, selection: Selection = EVERYTHING, style: Style = PLAIN) -> Any:
    return json.loads(chart.draw(View(corpus(), selection), style).to_json())


def words_in(figure: Any) -> str:
    texts = [each["text"] for each in figure["layout"]["annotations"] if each.get("text")]
    return " ".join(" ".join(texts).replace("<br>", " ").split())


@every_chart
def test_a_chart_is_the_same_whatever_else_the_process_has_imported(
    monkeypatch: pytest.MonkeyPatch, chart: Chart
) -> None:
    figures = []
    for template in ("plotly", "ggplot2", "none"):
        monkeypatch.setattr(pio.templates, "default", template)
        figures.append(drawn(chart))
    assert figures[0] == figures[1] == figures[2]


@every_chart
def test_a_picture_says_what_is_selected_its_sources_and_where_to_find_it(chart: Chart) -> None:
    style = Style(caption=Caption("Tajikistan & <b>more</b>", "https://example.org/?countries=TJK"))
    words = words_in(drawn(chart, Selection(countries=("TJK",)), style))
    assert "Selected: Tajikistan &amp; &lt;b&gt;more&lt;/b&gt;" in words
    assert "Source: International Business Times, 9 July 2021" in words
    assert "https://example.org/?countries=TJK" in words
    assert "As reported up to 9 July 2021" in words


@every_chart
@pytest.mark.parametrize("read", [corpus, bundled], ids=["few", "many"])
def test_where_countries_are_chosen_a_chart_says_that_it_counts_all(
    chart: Chart, read: Callable[[], Corpus]
) -> None:
    def told(selection: Selection) -> str:
        return words_in(json.loads(chart.draw(View(read(), selection), PLAIN).to_json()))

    chosen, fact = ("TJK", "AFG"), next(fact for fact in read().facts.values() if fact.of)
    every = "All countries together"
    assert f"{every}; what concerns Tajikistan or Afghanistan stands out" in told(
        Selection(countries=chosen)
    )
    assert f"{every}; the chosen claim stands out" in told(
        Selection(countries=chosen, fact=fact.fact_id)
    )
    assert every not in told(EVERYTHING)


@every_chart
@pytest.mark.parametrize("read", [corpus, bundled], ids=["few", "many"])
def test_an_upright_axis_has_room_for_its_numbers(chart: Chart, read: Callable[[], Corpus]) -> None:
    layout = chart.draw(View(read()), PLAIN).layout
    labelled = {
        name: axis
        for name, axis in layout.items()
        if name.startswith("yaxis") and axis.get("visible", True)
        if axis.get("showticklabels", True)
    }
    for name, axis in labelled.items():
        across = layout[f"xaxis{axis.get('anchor', 'x')[1:]}"].get("domain", (0, 1))
        assert across[0] > 0, f"{name}: frame leaves no margin, so the domain has to begin later"


@every_chart
def test_a_chart_that_stands_alone_asks_for_nothing(chart: Chart) -> None:
    for trace in drawn(chart)["data"]:
        assert not isinstance(trace.get("geojson"), str)


@pytest.mark.parametrize("layer", LAYERS)
def test_the_map_can_name_its_shapes_instead_of_carrying_them(layer: str) -> None:
    figure = drawn(CHARTS["region-map"], Selection(layer=layer), Style(shapes="/w/shapes/"))
    named = {trace["geojson"] for trace in figure["data"] if isinstance(trace.get("geojson"), str)}
    assert named == {f"/w/shapes/{shape_file_name()}"}
    known = {
        feature["id"] for feature in json.loads(shape_file(shape_file_name()) or b"")["features"]
    }
    from_file = [trace for trace in figure["data"] if isinstance(trace.get("geojson"), str)]
    assert known >= {code for trace in from_file for code in trace["locations"]}
    assert shape_file("region-000000000000.geojson") is None


def test_the_layer_of_facts_counts_the_facts_that_name_a_country() -> None:
    view = View(corpus(), Selection(layer="facts"))
    for mark in CHARTS["region-map"].marks(view):
        assert mark.columns["shows"] == str(len(mark.facts))
        assert mark.facts


@every_chart
def test_what_is_plotted_has_every_fact_that_a_click_can_choose(chart: Chart) -> None:
    marks = chart.marks(View(corpus()))
    assert all(set(mark.columns) == set(chart.columns) for mark in marks)
    plotted = {fact.fact_id for mark in marks for fact in mark.facts}
    clickable = json.dumps([trace.get("customdata") for trace in drawn(chart)["data"]])
    chosen = {fact_id for fact_id in corpus().facts if f'"{fact_id}"' in clickable}
    assert chosen
    assert chosen <= plotted


@every_chart
@pytest.mark.parametrize("chosen", [{}, {"countries": ("TJK",)}, {"kinds": ("meeting",)}], ids=str)
def test_a_chart_is_valid_though_plotly_is_not_asked_whether_it_is(
    chart: Chart, chosen: dict[str, Any]
) -> None:
    whole = View(bundled(), Selection(**chosen))
    for view in (View(corpus(), Selection(**chosen)), whole):
        go.Figure(chart.draw(view, Style(width=1000)).plain)  # raises where one is not


def test_the_table_of_a_crowded_timeline_is_of_its_dots_in_the_order_of_time() -> None:
    view = View(bundled())
    assert view.span
    dots = dots_of(view.claims_around, view.span)
    marks = CHARTS["timeline"].marks(view)
    days = [mark.columns["mark_start"] for mark in marks]
    assert days == sorted(days)
    assert set(days) == {dot.day.isoformat() for dot in dots}
    told = [fact.fact_id for mark in marks for fact in mark.facts]
    assert len(told) == len(set(told))
    assert set(told) == {f.fact_id for dot in dots for claim in dot.claims for f in claim.facts}
    for mark in marks:
        if mark.columns["mark_dated"] == "by the text":
            assert any(str(fact.when_end) == mark.columns["mark_end"] for fact in mark.facts)
