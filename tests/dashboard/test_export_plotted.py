"""Tables of what is plotted agree with the picture: what stands out, what counts as one."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from pathlib import Path
from typing import Final

import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.charts.claims.story import measure_story
from dashboard.charts.time.day_dots import dots_of
from dashboard.export.files import chart_file
from dashboard.export.geography import marks_to_geojson
from dashboard.export.plotted_rows import marks_parted
from dashboard.export.rows import Rows
from dashboard.selecting.selection import Selection
from dashboard.view import View
from tests.bundled import bundled
from tests.dashboard.exported import BASE, lines_of
from tests.dashboard.exported_shapes import packed

CHOSEN: Final = "ibt-2021-07-09.1704.control_share"
UNTAKEN: Final = "not reported taken"


def plotted(name: str, selection: Selection) -> list[dict[str, str]]:
    view = View.of(bundled(), selection)
    return lines_of(chart_file(CHARTS[name], view, "csv", base=BASE).content)


@pytest.mark.parametrize("name", list(CHARTS))
def test_where_a_fact_is_chosen_all_others_are_drawn_dimmed(name: str) -> None:
    rows = plotted(name, Selection(fact=CHOSEN))
    assert {row["fact_id"] for row in rows if row["selected"] == "true"} == {CHOSEN}


def test_a_fact_that_is_in_another_chart_dims_no_claims() -> None:
    rows = plotted("claims", Selection(fact=CHOSEN, measure="airlift"))
    assert {row["selected"] for row in rows} == {"true"}


def test_every_claim_that_a_timeline_counts_can_be_counted() -> None:
    view = View.of(bundled(), Selection())
    assert view.span
    rows = plotted("timeline", view.selection)
    drawn = [claim for dot in dots_of(view.claims, view.span) for claim in dot.claims]
    assert len({row["claim"] for row in rows}) == len(drawn) < len(rows)
    dots = {(row["kind"], row["mark_start"], row["party"]) for row in rows}
    assert len(dots) == len(dots_of(view.claims, view.span))
    assert "Taliban" in {row["party"] for row in rows}


def test_a_part_of_those_flown_out_is_told_from_the_totals() -> None:
    on_the_day = Selection(day=dt.date(2021, 8, 31), measure="airlift")
    rows = plotted("claims", on_the_day)
    assert len({row["claim"] for row in rows}) == len(
        measure_story(View.of(bundled(), on_the_day)).claims
    )
    told = {row["amount"]: (row["carrier"], row["counts_part"]) for row in rows}
    assert told["more than 79,000"] == ("US military aircraft", "true")
    assert told["more than 123,000"] == ("coalition planes included", "false")


def test_provinces_that_are_not_reported_taken_are_marks_without_a_fact(tmp_path: Path) -> None:
    view = View.of(bundled(), Selection(countries=("AFG",)))
    untaken = [row for row in plotted("region-map", view.selection) if row["shows"] == UNTAKEN]
    assert [row["name"] for row in untaken] == ["Nuristan", "Parwan"]
    assert {(row["fact_id"], row["quote"], row["selected"]) for row in untaken} == {
        ("", "", "true")
    }
    marks = [
        mark
        for mark in marks_parted(CHARTS["region-map"], view)
        if mark.columns["shows"] == UNTAKEN
    ]
    told = json.loads(marks_to_geojson(marks, Rows.of(view, BASE)))["features"]
    assert [each["properties"]["name"] for each in told] == ["Nuristan", "Parwan"]
    assert [each["geometry"]["type"] for each in told] == ["Polygon", "Polygon"]
    assert {each["properties"]["fact_id"] for each in told} == {None}
    path = tmp_path / "map.gpkg"
    path.write_bytes(packed(view, marks))
    with sqlite3.connect(path) as package:
        found = package.execute("SELECT name, facts FROM provinces").fetchall()
    assert found == [("Nuristan", 0), ("Parwan", 0)]
    elsewhere = plotted("region-map", Selection(countries=("TJK",)))
    assert {row["selected"] for row in elsewhere if row["shows"] == UNTAKEN} == {"false"}
