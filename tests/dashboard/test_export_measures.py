"""Files of everything have the claims on every measure, and say whose chart they draw."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dashboard import images
from dashboard.charts.catalogue import CHARTS
from dashboard.export.bundle import README, plan
from dashboard.export.measures import measures_in_view
from dashboard.report.report import report
from dashboard.selecting.selection import Selection
from dashboard.view import View
from tests.bundled import bundled
from tests.dashboard.exported import BASE, lines_of
from tests.dashboard.exported_shapes import packed


@pytest.fixture(scope="module")
def view() -> View:
    return View.of(bundled(), Selection(measure="territory"))


def test_a_bundle_has_the_claims_on_every_measure(no_browser: str, view: View) -> None:
    assert no_browser
    measures = measures_in_view(view)
    assert len(measures) > 10
    planned = {each.name: each for each in plan(view, base=BASE, wanted=["csv", "json"])}
    tables = [name for name in planned if "-claims" in name and name.endswith(".csv")]
    assert len(tables) == len(measures)
    for each in measures:
        name = f"afghanistan-withdrawal-claims-{each.measure.id}.csv"
        assert each.measure.label in planned[name].what
    airlift = lines_of(planned["afghanistan-withdrawal-claims-airlift.csv"].make().content)
    assert {line["measure"] for line in airlift} == {"airlift"}


def test_a_bundle_has_a_picture_of_every_measure(
    monkeypatch: pytest.MonkeyPatch, view: View
) -> None:
    monkeypatch.setattr(images, "missing", lambda: None)  # planned only: nothing is drawn
    names = {each.name for each in plan(view, base=BASE)}
    for each in measures_in_view(view):
        for suffix in ("png", "svg", "pdf", "csv"):
            assert f"afghanistan-withdrawal-claims-{each.measure.id}.{suffix}" in names
    large = [name for name in names if "claims" in name and ("2x" in name or "square" in name)]
    assert len(large) == 2


def test_every_other_format_is_of_the_chosen_measure_and_named_so(
    no_browser: str, view: View
) -> None:
    assert no_browser
    names = [each.name for each in plan(view, base=BASE, wanted=["csv", "json", "html"])]
    pages = [name for name in names if "-claims" in name and not name.endswith(".csv")]
    assert pages == [
        "afghanistan-withdrawal-claims-territory.html",
        "afghanistan-withdrawal-claims-territory.json",
    ]
    assert len(set(names)) == len(names)
    (told,) = (each for each in plan(view, base=BASE, wanted=["csv"]) if each.name == README)
    words = " ".join(told.make().content.decode().split())
    assert "every other that has claims in view as picture (PNG, SVG, PDF) and table (CSV)" in words


def test_without_a_choice_the_file_says_which_measure_it_has(no_browser: str) -> None:
    assert no_browser
    every = View.of(bundled(), Selection())
    names = {each.name for each in plan(every, base=BASE, wanted=["json"])}
    assert f"afghanistan-withdrawal-claims-{every.measure.id}.json" in names


def test_a_report_says_which_measure_it_draws_and_where_the_others_are(view: View) -> None:
    page = report(view, base=BASE).decode()
    said = page.partition('id="measures"')[2].partition("</p>")[0]
    assert "one measure: Territory under Taliban control" in said
    others = [each for each in measures_in_view(view) if each.measure.id != "territory"]
    for each in others:
        assert each.measure.label in said
        assert each.link(BASE).replace("&", "&amp;") in said


def test_layers_of_a_geopackage_say_what_their_features_are(tmp_path: Path, view: View) -> None:
    path = tmp_path / "view.gpkg"
    path.write_bytes(packed(view, list(CHARTS["region-map"].marks(view))))
    connection = sqlite3.connect(path)
    told = dict(connection.execute("SELECT table_name, description FROM gpkg_contents").fetchall())
    connection.close()
    assert told["countries"].startswith("One feature for each mark")
    assert "fact_id" in told["facts_of_features"]
