"""What browsers keep of a chart, and how little is sent of another."""

from __future__ import annotations

import copy
import datetime as dt
import functools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.catalogue import CHARTS, Style, charts_on
from dashboard.charts.parts.drawing import Drawing
from dashboard.charts.reference_figure import (
    ReferenceFigure,
    charted_by,
    names_made,
    reference_figure,
    reference_file,
)
from dashboard.corpus.source import corpus
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.catalog import CATALOG_VARIABLE
from data.corpus import Corpus
from tests.dashboard.conftest import write_catalog

STYLE = Style(theme="dark", width=781, shapes="https://example.org/shapes")
SELECTIONS = (
    Selection(),
    Selection(countries=("TJK",)),
    Selection(kinds=("capture",)),
    Selection(day=dt.date(2021, 7, 8)),
)


@pytest.fixture(scope="module")
def everything() -> Corpus:
    return corpus()


def kept_by_browsers(name: str, everything: Corpus) -> Any:
    chart = CHARTS[name]
    content = reference_file(chart, reference_figure(chart, everything).name, everything)
    assert content is not None
    return json.loads(content)


def whole(part: Any, reference: Any) -> Any:
    """As live_chart.js does it."""
    if isinstance(part, list):
        return [whole(each, reference) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        names = part["$ref"].split("/")[1:]
        steps = (int(name) if name.isdigit() else name for name in names)
        return copy.deepcopy(functools.reduce(lambda at, step: at[step], steps, reference))
    return {name: whole(each, reference) for name, each in part.items()}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("selection", SELECTIONS, ids=Selection.to_query_string)
def test_nothing_of_a_figure_is_lost(name: str, selection: Selection, everything: Corpus) -> None:
    figure = CHARTS[name].draw(View.of(everything, selection), STYLE)
    sent = reference_figure(CHARTS[name], everything).shortened(figure)
    assert whole(json.loads(sent), kept_by_browsers(name, everything)) == json.loads(
        figure.to_json()
    )


FLAGS = st.lists(st.sampled_from((True, False, 0, 1)), min_size=12, max_size=12)
JSON = st.recursive(
    FLAGS | st.none() | st.integers(-2, 2) | st.sampled_from(("", "a", "b" * 30)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("xyz"), inner),
    max_leaves=30,
)
TRACES = st.lists(st.dictionaries(st.sampled_from("xyz"), JSON), min_size=1)


@settings(max_examples=40)
@given(shown=TRACES, data=st.data())
def test_a_reference_leads_to_the_very_same_json(
    shown: list[dict[str, Any]], data: st.DataObject
) -> None:
    other = data.draw(st.lists(st.sampled_from(shown)) | TRACES)
    reference = ReferenceFigure.of("made-up", Drawing(shown, {}))
    sent = json.loads(reference.shortened(Drawing(other, {"height": 1})))
    # As text, because Python takes True for 1.
    restored = json.dumps(whole(sent, {"data": shown, "layout": {}}))
    assert restored == json.dumps({"data": other, "layout": {"height": 1}})


@pytest.mark.parametrize(("kept", "other"), [([1] * 12, [True] * 12), ([True] * 12, [1] * 12)])
def test_true_is_not_one(kept: list[Any], other: list[Any]) -> None:
    reference = ReferenceFigure.of("made-up", Drawing([{"x": kept}], {}))
    sent = json.loads(reference.shortened(Drawing([{"x": other}], {})))
    assert json.dumps(sent["data"]) == json.dumps([{"x": other}])


def test_what_a_filter_dims_is_not_sent_again(everything: Corpus) -> None:
    chart = CHARTS["timeline"]
    reference = reference_figure(chart, everything)
    figure = chart.draw(View.of(everything, Selection(countries=("TJK",))), STYLE)
    sent = json.loads(reference.shortened(figure))
    hovers = [trace["hovertext"] for trace in sent["data"] if "hovertext" in trace]
    assert hovers
    words = [each for hover in hovers for each in ([hover] if isinstance(hover, dict) else hover)]
    assert not [each for each in words if isinstance(each, str) and len(each) > 20]
    assert len(json.dumps(sent)) < len(figure.to_json())


def test_a_file_is_named_by_its_content_and_outlives_its_articles(
    everything: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = CHARTS["timeline"]
    before = reference_figure(chart, everything).name
    text = "On 5 July 2021, 40 Afghan soldiers fled to Tajikistan."
    monkeypatch.setenv(CATALOG_VARIABLE, str(write_catalog(tmp_path, title="Other", text=text)))
    after = reference_figure(chart, corpus()).name
    assert after != before
    assert reference_file(chart, before, corpus())
    assert reference_file(chart, "timeline-000000000000.json", corpus()) is None
    assert charted_by(before.removesuffix(".json")) is chart
    assert charted_by("timeline") is None


def test_a_page_names_only_figures_that_are_there(everything: Corpus) -> None:
    made = [reference_figure(chart, everything).name for chart in charts_on("claims")]
    assert sorted(names_made("claims", everything)) == sorted(made)
    assert names_made("about", everything) == []
