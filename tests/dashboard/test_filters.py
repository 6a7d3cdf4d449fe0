"""Filters, chips and the map's layer follow the link, and change it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.catalogue import LAYERS
from data.catalog import CATALOG
from tests.dashboard.made_up import open_app, open_menu, words_on


# What links ask for, and the filter that must show it: options, chips and table follow the link.
@pytest.mark.parametrize(
    ("parameter", "value", "shown"),
    [
        ("countries", "TJK,UZB", "Tajikistan, Uzbekistan"),
        ("countries", "AFG-TJK", "Afghan-Tajik border"),
        ("countries", "CENTRAL-ASIA", "Central Asia"),
        ("kinds", "personnel,warning", "Personnel, Warnings"),
        ("actors", "taliban", "Taliban"),
        ("sources", "ibt-2021-07-09", "International Business Times"),
        ("dates", "2021-07-05..2021-07-09", "5 July 2021 to 9 July 2021"),
        ("dates", "..1989-12-31", "until 31 December 1989"),
    ],
)
@pytest.mark.parametrize("page", ["overview", "facts"])
def test_filters_and_chips_show_what_a_link_asks_for(
    monkeypatch: pytest.MonkeyPatch, page: str, parameter: str, value: str, shown: str
) -> None:
    app = open_app(monkeypatch, None, page=page, **{parameter: value})
    assert not app.exception
    assert not app.warning
    if page == "overview":
        open_menu(app, "filter-menu")
    if parameter == "dates":
        days = [app.date_input(key=f"filter-{end}").value for end in ("from", "to")]
        assert "..".join(str(day or "") for day in days) == value
    else:
        assert ",".join(app.multiselect(key=f"filter-{parameter}").value) == value
    if page == "facts":  # the filters are in sight there, and say it
        assert not chips(app)
        app.button(key="clear-selection").click().run()
    else:
        assert chips(app) == {f"chip-{parameter}": shown}
        app.button(key=f"chip-{parameter}").click().run()
    assert parameter not in app.query_params
    assert not chips(app)


def chips(app: AppTest) -> dict[str, str]:
    return {
        str(button.key): button.label.replace("\\", "")
        for button in app.button
        if str(button.key).startswith("chip-")
    }


@pytest.mark.parametrize("phone", [False, True])
def test_every_filter_has_a_chip_and_all_are_cleared_at_once(
    monkeypatch: pytest.MonkeyPatch, *, phone: bool
) -> None:
    if phone:
        monkeypatch.setattr("dashboard.components.selecting.selection_bar.is_narrow", lambda: True)
    query = {"countries": "TJK", "kinds": "personnel", "actors": "taliban", "dates": "2021-07-05"}
    app = open_app(monkeypatch, None, **query)
    assert chips(app) == {
        "chip-countries": "Tajikistan",
        "chip-dates": "5 July 2021",
        "chip-kinds": "Personnel",
        "chip-actors": "Taliban",
    }
    app.button(key="clear-selection").click().run()
    assert not chips(app)
    assert not app.query_params


def test_every_option_says_how_many_facts_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, page="facts")
    for filtered in app.multiselect:
        assert filtered.options
        assert all(re.search(r" \([1-9]\d*\)$", option) for option in filtered.options)
    (source,) = app.multiselect(key="filter-sources").options
    assert source.endswith("(25)")


def test_dates_keep_undated_facts_by_their_day_of_publication(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, page="facts")
    app.date_input(key="filter-from").set_value(dt.date(2021, 7, 9)).run()
    assert app.query_params["dates"] == "2021-07-09.."
    assert "" in set(app.dataframe[0].value["when"])
    app.date_input(key="filter-from").set_value(None).run()
    assert "dates" not in app.query_params
    app.date_input(key="filter-to").set_value(dt.date(1989, 12, 31)).run()
    assert app.query_params["dates"] == "..1989-12-31"
    assert set(app.dataframe[0].value["when"]) == {"1979 to 1989"}


def test_the_layer_of_the_map_is_in_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = LAYERS
    app = open_app(monkeypatch, layer=second)
    assert app.segmented_control(key="map-layer").value == second
    app.segmented_control(key="map-layer").set_value(first).run()
    assert "layer" not in app.query_params
    app.segmented_control(key="map-layer").set_value(second).run()
    assert app.query_params["layer"] == second


def test_an_old_link_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, place="TJK", claimants="rus-foreign-ministry")
    assert not app.warning
    assert app.button(key="chip-countries").label == "Tajikistan"
    open_menu(app, "filter-menu")
    assert app.multiselect(key="filter-actors").value == ["rus-foreign-ministry"]


def test_filters_of_the_facts_page(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, page="facts")
    app.multiselect(key="filter-kinds").select("personnel").run()
    assert app.query_params["kinds"] == "personnel"
    assert set(app.dataframe[0].value["kind"]) == {"Personnel"}
    app.multiselect(key="filter-countries").select("TJK").select("UZB").run()
    assert app.query_params["countries"] == "TJK,UZB"
    app.multiselect(key="filter-actors").select("rus-foreign-ministry").run()
    assert "No fact about Tajikistan or Uzbekistan passes the other filters" in words_on(app)
    assert "No fact concerns" not in words_on(app)
    assert "0 of 25 facts" in words_on(app)


def test_sources_are_in_the_order_of_their_days(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, page="facts")
    options = app.multiselect(key="filter-sources").options
    told = [f"{each.partition(',')[0]} +0000" for each in options]
    days = [dt.datetime.strptime(each, "%d %b %Y %z") for each in told]
    assert len(days) > 100
    assert days == sorted(days)
    assert any(each.startswith("9 Jul 2021, International Business Times: ") for each in options)
