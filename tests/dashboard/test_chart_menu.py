"""What stands under every chart, for taking it away."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.charts.catalogue import CHARTS, Chart, Style
from dashboard.charts.on_page import height_in_frame
from dashboard.charts.parts.caption import ON_PAGE, Caption
from dashboard.selecting.selection import Selection
from dashboard.view import View
from tests.bundled import bundled
from tests.dashboard.made_up import open_app, open_menu, words_on


def test_without_a_browser_the_menu_says_what_adds_one_and_keeps_the_camera(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("WITHDRAWAL_BROWSER", "none")
    app = open_menu(open_app(monkeypatch), "timeline-menu")
    assert "Pictures are switched off on this server" in words_on(app)
    assert "unset WITHDRAWAL_BROWSER" in {block.value for block in app.code}
    assert app.segmented_control(key="timeline-image").options == ["PNG", "SVG"]


def test_the_menu_of_a_chart_cites_it_and_embeds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for chart in CHARTS.values():
        app = open_app(monkeypatch, page=chart.page or None, countries="TJK")
        assert not app.code
        open_menu(app, f"{chart.name}-menu")
        blocks = [block.value for block in app.code]
        link = rf"/{chart.page}\?countries=TJK(&measure=[\w-]+)?&chart={chart.name}"
        assert any(chart.title in text and re.search(link, text) for text in blocks)
        assert any("@misc{" in text and chart.name in text for text in blocks)
        frame = f"/?countries=TJK&amp;chart={chart.name}&amp;embed=true"
        assert any(text.startswith("<iframe") and frame in text for text in blocks)


def test_on_a_dark_page_pictures_are_light_or_as_the_page_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_menu(open_app(monkeypatch), "timeline-menu")
    assert {each.key for each in app.segmented_control} == {"map-layer", "timeline-image"}
    dark = property(lambda _: SimpleNamespace(type="dark"))
    monkeypatch.setattr(type(st.context), "theme", dark)
    for colours, asked in (("light", set()), ("dark", {"dark"})):
        app.run().segmented_control(key="timeline-colours").set_value(colours).run()
        addresses = [offer["address"] for offer in _offers(app, "timeline-pictures")]
        queries = [parse_qs(urlsplit(address).query) for address in addresses]
        assert len(queries) > 2
        for query in queries:
            assert set(query.get("theme", [])) == asked
        data = [offer["address"] for offer in _offers(app, "timeline-page")]
        assert not any("theme" in address for address in data)


def _offers(app: AppTest, key: str) -> list[dict[str, str]]:
    """The files of a menu."""
    (told,) = [
        json.loads(each.proto.json)[0]
        for each in app.get("bidi_component")
        if each.proto.id.endswith(key)
    ]
    offers: list[dict[str, str]] = told["offers"]
    return offers


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_a_frame_has_room_for_its_chart_in_a_column_and_as_wide_as_a_window(chart: Chart) -> None:
    view = View.of(bundled(), Selection(countries=("TJK", "UZB")))
    widths = range(640, 1760, 80)
    caption = Caption(view.described, letters=ON_PAGE)
    styles = [Style(width=width, caption=caption, shapes="") for width in widths]
    tallest = max(chart.drawn(view, style).height for style in styles)
    assert tallest <= height_in_frame(chart, view) <= tallest + 40
