"""The page that plays the map: shapes once, days in order, and each frame absolute."""

import datetime as dt
import html
import json
import re
from typing import Any

import pytest

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.export.animated import animated_page, days_of, film
from dashboard.export.files import chart_file
from dashboard.view import View
from data.corpus import Corpus
from tests.dashboard.test_charts_map_days import AUGUST, STORY, view_of

BASE = "https://example.org/w"
MAP = CHARTS["region-map"]


@pytest.fixture(scope="module")
def page() -> str:
    return animated_page(MAP, view_of(*STORY), base=BASE).decode()


@pytest.fixture(scope="module")
def told(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def figure(day: dt.date) -> dict[str, Any]:
    drawn = MAP.figure(view_of(*STORY, day=day), Style(width=1000, shapes="page:"))
    return dict(json.loads(drawn.to_json()))


def test_it_plays_the_days_of_publication_up_to_the_day_of_the_view(told: dict[str, Any]) -> None:
    days = [each["iso"] for each in told["days"]]
    assert days == [
        "2021-07-05",
        "2021-07-09",
        "2021-08-06",
        "2021-08-08",
        "2021-08-09",
        "2021-08-15",
    ]
    assert told["days"][0]["news"] == "2 new articles"
    assert days_of(view_of(*STORY, day=AUGUST))[-1] == AUGUST
    assert days_of(View(Corpus({}, {}))) == [None]


def test_nothing_is_asked_for_and_shapes_are_in_the_page_once(page: str) -> None:
    assert "default-src 'none'" in html.unescape(page)
    assert page.count('"id":"AF-KDZ"') == 1
    assert not re.search(r'(src|href)="(?!https://example\.org)', page.split("<details>")[0])


@pytest.mark.parametrize("width", ["330", "640", "1000"])
def test_each_frame_says_all_that_days_change(told: dict[str, Any], width: str) -> None:
    frames = [
        {**alike, **own} for alike, own in zip(told["shared"], told["own"][width], strict=True)
    ]
    assert len({tuple(sorted(frame)) for frame in frames}) == 1
    data = told["figures"][width]["data"]
    names = {data[int(index)]["name"] for index in frames[0] if index != "annotations"}
    assert {"countries", "provinces"} <= names
    assert not any(
        "locations" in change or "geojson" in change
        for frame in frames
        for index, change in frame.items()
        if index != "annotations" and data[int(index)]["name"] == "provinces"
    )


def test_a_frame_put_on_the_page_is_the_figure_of_its_day() -> None:
    days = (dt.date(2021, 7, 5), AUGUST, dt.date(2021, 8, 15))
    figures = [figure(day) for day in days]
    made = film(figures)
    for drawn, frame in zip(figures, made.frames, strict=True):
        for index, trace in enumerate(drawn["data"]):
            shown = made.data[index] | frame.get(str(index), {})
            if trace.get("visible", True) and trace.get("lon") != [None]:
                for name, value in trace.items():
                    assert shown[name] == value, (trace["name"], name)
            if "visible" in shown:
                assert shown["visible"] == trace.get("visible", True)


def test_the_legend_of_the_last_day_stays(told: dict[str, Any]) -> None:
    entries = [trace for trace in told["figures"]["1000"]["data"] if trace.get("showlegend")]
    assert "Taken 15 Aug" in {entry["name"] for entry in entries}
    for frame in told["shared"]:
        assert not any("showlegend" in change for change in frame.values())


def test_the_file_has_a_name_of_its_own() -> None:
    file = chart_file(MAP, view_of(*STORY), "animated", base=BASE)
    assert file.name == "afghanistan-withdrawal-region-map-animated.html"
    assert len(file.content) < 8_000_000
