"""Charts and facts as files: what is in them and what they are called."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.export.files import PREVIEW, File, chart_file, facts_file
from dashboard.export.formats import format_called, formats
from dashboard.view import View
from data.corpus import Corpus
from data.errors import InputError
from tests.dashboard.exported import BASE, DATA_FORMATS, MAP, TIMELINE, a_corpus, lines_of


def made(name: str, kind: str, corpus: Corpus) -> File:
    view = View(corpus)
    if name == "facts":
        return facts_file(view, kind, base=BASE)
    return chart_file(CHARTS[name], view, kind, base=BASE)


@pytest.mark.parametrize(("name", "kind"), DATA_FORMATS)
def test_every_format_has_a_maker_and_the_same_view_gives_the_same_bytes(
    name: str, kind: str
) -> None:
    file = made(name, kind, a_corpus())
    entry = format_called(kind, "facts" if name == "facts" else "chart")
    assert file.content
    assert file.media_type == entry.media_type
    variant = "-animated" if entry.plays else ""
    assert file.name == f"afghanistan-withdrawal-{name}{variant}.{entry.suffix}"
    assert made(name, kind, a_corpus()) == file


@pytest.mark.parametrize(("name", "kind"), DATA_FORMATS)
def test_nothing_to_show_is_a_file_too(name: str, kind: str) -> None:
    assert made(name, kind, Corpus({}, {})).content


def test_formats_are_one_of_each_name() -> None:
    listed = [*formats("chart"), *formats("facts"), PREVIEW]
    assert len({entry.id for entry in listed}) == len(listed)
    assert {"png", "svg", "pdf", "html", "csv", "json"} <= {entry.id for entry in listed}
    for_maps = {entry.id for entry in formats("chart")}
    for_all = {entry.id for entry in formats("chart", is_map=False)}
    assert for_maps - for_all == {"animated", "geojson", "gpkg"}


@pytest.mark.parametrize(
    "make",
    [
        lambda view: chart_file(TIMELINE, view, "geojson", base=BASE),
        lambda view: chart_file(MAP, view, "facts-csv", base=BASE),
        lambda view: chart_file(MAP, view, "../../png", base=BASE),
        lambda view: facts_file(view, "csv", base=BASE),
        lambda view: facts_file(view, "preview", base=BASE),
    ],
)
def test_an_unknown_format_is_refused_with_those_there_are(make: Callable[[View], File]) -> None:
    with pytest.raises(InputError, match="there is no such format") as refused:
        make(View(a_corpus()))
    assert "csv" in refused.value.remedy


def test_what_is_plotted_comes_with_each_sentence_behind_it() -> None:
    view = View(a_corpus())
    for chart in (MAP, TIMELINE):
        content = chart_file(chart, view, "csv", base=BASE).content
        lines = lines_of(content)
        assert tuple(lines[0])[: len(chart.columns)] == chart.columns
        pairs = [(mark, fact) for mark in chart.marks(view) for fact in mark.facts]
        assert [line["fact_id"] for line in lines] == [fact.fact_id for _, fact in pairs]
        assert {line["fact_id"] for line in lines} == set(view.corpus.facts)
        for line, (mark, fact) in zip(lines, pairs, strict=True):
            assert {name: line[name] for name in chart.columns} == dict(mark.columns)
            assert (line["quote"], line["of"]) == (fact.quote, fact.of or "")
            article = view.corpus.articles[fact.article_id]
            told = [line[f"source_{name}"] for name in ("publisher", "title", "url", "licence")]
            assert told == [article.publisher, article.title, article.url, article.licence]
            assert parse_qs(urlsplit(line["link"]).query) == {"fact": [fact.fact_id]}
        read = pd.read_csv(io.BytesIO(content))
        assert list(read["value"]) == [fact.value for _, fact in pairs]


def test_a_figure_says_as_of_when_it_is() -> None:
    for corpus, day in ((a_corpus(), "2021-08-01"), (Corpus({}, {}), None)):
        for chart in (MAP, TIMELINE):
            content = chart_file(chart, View(corpus), "json", base=BASE).content
            assert json.loads(content)["layout"]["meta"]["as_of"] == day
