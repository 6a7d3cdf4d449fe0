"""What files are called: safe names, short ones, and no two alike in one export."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import images
from dashboard.charts.catalogue import CHARTS
from dashboard.export.bundle import plan, zip_of
from dashboard.export.files import PREVIEW
from dashboard.export.folder import write_folder
from dashboard.export.formats import Format, format_called, formats
from dashboard.export.measures import measures_in_view
from dashboard.export.names import file_name, view_name
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data import lexicon
from data.corpus import Corpus
from tests.bundled import bundled
from tests.dashboard.exported import BASE, MAP, a_corpus, planned_file

texts = st.text(max_size=60) | st.sampled_from(
    ["../../etc/passwd", "CON", "a\0b", "İ.csv", "…" * 99]
)
several = st.lists(texts, max_size=3).map(tuple)
selections = st.builds(
    Selection,
    countries=several,
    actors=several,
    kinds=several,
    sources=several,
    layer=st.none() | texts,
    chart=st.none() | texts,
    fact=st.none() | texts,
    article=st.none() | texts,
)
ALL_FORMATS: Final = (*formats("chart"), PREVIEW, *formats("facts"))


@given(selection=selections, entry=st.sampled_from(ALL_FORMATS))
def test_a_name_is_safe_on_every_file_system(selection: Selection, entry: Format) -> None:
    view = View(Corpus({}, {}), selection)
    chart = MAP if entry.of == "chart" else None
    name = file_name(view, entry, chart)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+", name)
    assert len(name) <= 120
    assert name.endswith(f".{entry.suffix}")
    assert name == file_name(View(a_corpus(), selection), entry, chart)
    everything = view_name(view, "everything", suffix="zip")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.zip", everything)


def test_a_name_stays_short_however_much_is_selected() -> None:
    view = View(Corpus({}, {}), Selection(countries=("TJK",) * 99, fact="a" * 999))
    for entry in ALL_FORMATS:
        assert len(file_name(view, entry, MAP if entry.of == "chart" else None)) <= 120


def test_a_name_says_what_is_selected() -> None:
    view = View(a_corpus(), Selection(countries=("TJK", "UZB"), chart="timeline"))
    csv = format_called("csv", "chart")
    assert file_name(view, csv, MAP) == "afghanistan-withdrawal-region-map-tjk-uzb.csv"
    twice = format_called("png-2x", "chart")
    assert file_name(view, twice, MAP) == "afghanistan-withdrawal-region-map-tjk-uzb-2x.png"


def test_a_name_says_a_layer_or_a_measure_only_where_it_is_drawn() -> None:
    view = View(a_corpus(), Selection(layer="facts", measure="districts"))
    csv, rows = format_called("csv", "chart"), format_called("facts-csv", "facts")
    chosen = {"layer": "-facts", "measure": "-districts", None: ""}
    for name, chart in CHARTS.items():
        told = f"afghanistan-withdrawal-{name}{chosen[chart.choice]}.csv"
        assert file_name(view, csv, chart) == told
    assert file_name(view, rows) == "afghanistan-withdrawal-facts.csv"
    assert view_name(view, "report", suffix="html") == "afghanistan-withdrawal-report.html"


def test_a_name_says_a_fact_and_its_article_once() -> None:
    chosen = Selection(sources=("daily-5",), fact="daily-5.12.personnel", article="daily-5")
    name = view_name(View(a_corpus(), chosen), "facts", suffix="csv")
    assert name == "afghanistan-withdrawal-facts-daily-5-12-personnel.csv"
    other = dataclasses.replace(chosen, sources=("daily",))
    name = view_name(View(a_corpus(), other), "facts", suffix="csv")
    assert name == "afghanistan-withdrawal-facts-daily-daily-5-12-personnel.csv"


known = st.sampled_from(
    ["ibt-troops-flee-2021-07-09", "new-arab-border-2021-07-09", "brief-kunduz", "TJK", "AFG-TJK"]
)
choices = st.lists(known, max_size=4, unique=True).map(tuple)
chosen_by_many = st.builds(
    Selection, countries=choices, actors=choices, sources=choices, fact=st.none() | known
)


def every_name(selection: Selection) -> Iterator[str]:
    """The names of the files of a view with every measure and every format."""
    for chart in CHARTS.values():
        drawn = [None, *lexicon.measures()] if chart.choice == "measure" else [None]
        for measure in drawn:
            view = View(Corpus({}, {}), dataclasses.replace(selection, measure=measure))
            for entry in formats("chart", is_map=chart.is_map):
                yield file_name(view, entry, chart)
    for entry in formats("facts"):
        yield file_name(View(Corpus({}, {}), selection), entry)
    yield view_name(View(Corpus({}, {}), selection), "report", suffix="html")


@given(selection=chosen_by_many)
def test_however_much_is_selected_no_two_files_have_one_name(selection: Selection) -> None:
    names = list(every_name(selection))
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 120


@given(one=chosen_by_many, other=chosen_by_many)
def test_what_is_cut_off_still_tells_two_views_apart(one: Selection, other: Selection) -> None:
    names = [view_name(View(Corpus({}, {}), each), "facts", suffix="csv") for each in (one, other)]
    if names[0] == names[1]:
        told = ["-".join(each.to_query().values()).replace(",", "-") for each in (one, other)]
        assert told[0] == told[1]


def test_the_beginning_of_a_long_selection_is_told_and_all_of_it_has_a_hash() -> None:
    chosen = Selection(
        sources=("ibt-troops-flee-2021-07-09", "brief-kunduz", "brief-takhar"), measure="territory"
    )
    other = dataclasses.replace(chosen, sources=(*chosen.sources[:-1], "brief-badakhshan"))
    names = [
        file_name(View(Corpus({}, {}), each), format_called("png-2x", "chart"), CHARTS["claims"])
        for each in (chosen, other)
    ]
    told = "afghanistan-withdrawal-claims-ibt-troops-flee-2021-07-09-brief-ku"
    for name in names:
        assert re.fullmatch(rf"{told}-[0-9a-f]{{8}}-territory-2x\.png", name)
    assert names[0] != names[1]


def test_letters_that_no_name_can_have_tell_views_apart_all_the_same() -> None:
    names = {
        view_name(View(Corpus({}, {}), Selection(sources=(each,))), "facts", suffix="csv")
        for each in ("новости", "новость", "news", "„news“")
    }
    assert len(names) == 4
    assert "afghanistan-withdrawal-facts-news.csv" in names


def test_four_sources_have_every_measure_in_a_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "missing", lambda: None)  # planned only: nothing is drawn
    corpus = bundled()
    told = sorted(corpus.articles, key=lambda each: -len(corpus.facts_of(each)))
    view = View.of(corpus, Selection(sources=tuple(told[:4])))
    measures = measures_in_view(view)
    assert len(measures) > 1
    names = [each.name for each in plan(view, base=BASE)]
    assert len(set(names)) == len(names)
    for each in measures:
        for suffix in ("png", "svg", "pdf", "csv"):
            ending = f"-{each.measure.id}.{suffix}"
            assert sum("-claims-" in name and name.endswith(ending) for name in names) == 1


def test_files_of_one_name_are_refused_and_none_is_written(tmp_path: Path) -> None:
    alike = [planned_file("a.csv", b"1"), planned_file("b.csv", b"2"), planned_file("a.csv", b"3")]
    with pytest.raises(ValueError, match=r"would be called a\.csv$"):
        zip_of(each.make() for each in alike)
    with pytest.raises(ValueError, match=r"would be called a\.csv$"):
        write_folder(alike, tmp_path / "out", inputs="1")
    assert not (tmp_path / "out").exists()
    with pytest.raises(ValueError, match=r"would be called CITATION\.txt$"):
        plan(View(a_corpus()), base=BASE, more={"more": planned_file("CITATION.txt", b"")})
