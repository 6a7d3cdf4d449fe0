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
    return read(page)


def read(page: str) -> dict[str, Any]:
    """What the script of a page draws from."""
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
    drawn = told["figures"]["light"][width]
    frames = [
        {index: {**alike.get(index, {}), **own.get(index, {})} for index in {**alike, **own}}
        for alike, own in zip(told["shared"], drawn["own"], strict=True)
    ]
    assert len({tuple(sorted(frame)) for frame in frames}) == 1
    data = drawn["data"]
    names = {data[int(index)]["name"] for index in frames[0] if index != "layout"}
    assert {"countries", "provinces"} <= names
    assert not any(
        "locations" in change or "geojson" in change
        for frame in frames
        for index, change in frame.items()
        if index != "layout" and data[int(index)]["name"] == "provinces"
    )


def test_a_frame_put_on_the_page_is_the_figure_of_its_day() -> None:
    days = (dt.date(2021, 7, 5), AUGUST, dt.date(2021, 8, 15))
    figures = [figure(day) for day in days]
    made = film(figures)
    for drawn, frame in zip(figures, made.frames, strict=True):
        for index, trace in enumerate(drawn["data"]):
            shown = made.data[index] | frame.get(str(index), {})
            if trace.get("visible", True):
                for name, value in trace.items():
                    assert shown[name] == value, (trace["name"], name)
            if "visible" in shown:
                assert shown["visible"] == trace.get("visible", True)


def legend(data: list[dict[str, Any]], changes: dict[str, Any]) -> set[str]:
    """The words of the legend after a frame."""
    shown = [trace | changes.get(str(index), {}) for index, trace in enumerate(data)]
    return {trace["name"] for trace in shown if trace.get("showlegend")}


def test_the_legend_of_a_day_has_what_its_map_shows() -> None:
    figures = [figure(day) for day in (dt.date(2021, 7, 5), AUGUST, dt.date(2021, 8, 15))]
    made = film(figures)
    first, second, last = (legend(made.data, frame) for frame in made.frames)
    assert (first, second, last) == tuple(legend(each["data"], {}) for each in figures)
    assert "Fighting, captures, flight" in first
    assert not any(name.startswith("Taken") for name in first)
    assert "Taken 15 Aug" in last - second


@pytest.mark.parametrize("width", [330, 1000])
def test_the_picture_has_room_for_the_longest_legend(width: int) -> None:
    days = (dt.date(2021, 7, 5), AUGUST, dt.date(2021, 8, 15))
    figures = [
        MAP.drawn(view_of(*STORY, day=day), Style(width=width, shapes="page:")).plain
        for day in days
    ]
    assert film(figures).layout["height"] == max(each["layout"]["height"] for each in figures)


def test_the_page_follows_the_colours_of_its_reader_unless_it_is_told_which(page: str) -> None:
    assert "prefers-color-scheme: dark" in page.split("</style>")[0]
    one = animated_page(MAP, view_of(*STORY), base=BASE, theme="dark").decode()
    assert "prefers-color-scheme" not in one.split("</style>")[0]
    backgrounds = {
        theme: drawn["1000"]["layout"]["paper_bgcolor"]
        for theme, drawn in read(page)["figures"].items()
    }
    assert set(backgrounds) == {"light", "dark"}
    assert set(read(one)["figures"]) == {"dark"}
    assert read(one)["figures"]["dark"]["330"]["layout"]["paper_bgcolor"] == backgrounds["dark"]


def test_the_file_has_a_name_of_its_own() -> None:
    file = chart_file(MAP, view_of(*STORY), "animated", base=BASE)
    assert file.name == "afghanistan-withdrawal-region-map-animated.html"
    assert len(file.content) < 8_000_000
