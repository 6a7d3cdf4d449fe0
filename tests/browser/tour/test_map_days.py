"""The map from day to day in a real browser, as a file that plays it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.charts.catalogue import CHARTS
from dashboard.export.animated import animated_page
from dashboard.palette import Theme, palette
from tests.dashboard.test_charts_map_days import STORY, view_of

SCALE = "plot => plot._fullLayout.geo.projection.scale"
WATCH = """words => {
    const day = document.querySelector("output");
    window.seen = [];
    new MutationObserver(() => {
        const told = document.body.innerText.includes(words);
        window.seen.push({ day: day.textContent, told });
    }).observe(day, { childList: true, characterData: true, subtree: true });
}"""
"""Notes each day that the file shows, and whether it then says some words: frames are short."""


PROVINCE = ".geo .choroplethlayer path.choroplethlocation"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "map.html"
    path.write_bytes(animated_page(CHARTS["region-map"], view_of(*STORY), base="https://e.org"))
    return path


@pytest.fixture(scope="module")
def opened(browser: Browser, film: Path) -> Iterator[Page]:
    """The file, opened once; nothing else must be asked for, and nothing must go wrong."""
    asked: list[str] = []
    wrong: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(film.as_uri())
        page.locator(PROVINCE).first.wait_for()
        yield page
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == [film.as_uri()]
    assert wrong == []


def test_the_file_plays_to_its_last_day_and_keeps_the_zoom(opened: Page) -> None:
    opened.locator("[data-attr=zoom][data-val=in]").click()
    expect(opened.locator("output")).to_have_text("15 August 2021 · 1 new article")
    opened.evaluate(WATCH, "said to hold 70% of the Afghan-Tajik border")
    opened.get_by_role("button", name="Play").click()
    opened.wait_for_function("() => window.seen.at(-1)?.day.startsWith('15 August')")
    expect(opened.get_by_role("button", name="Play")).to_be_visible()
    seen = opened.evaluate("() => window.seen")
    assert {"day": "5 July 2021 · 2 new articles", "told": True} in seen
    assert opened.locator("[data-plot]").evaluate(SCALE) == 2


def test_any_day_of_the_file_can_be_asked_for(opened: Page) -> None:
    slider = opened.get_by_role("slider", name="As of which day")
    slider.fill("2")
    expect(opened.get_by_text("Capture of 1 of 34 provincial capitals is claimed")).to_have_count(1)
    expect(slider).to_have_attribute("aria-valuetext", "6 August 2021")


def test_the_legend_of_the_file_goes_with_its_map(opened: Page) -> None:
    slider, entries = (
        opened.get_by_role("slider", name="As of which day"),
        opened.locator(".legend"),
    )
    slider.fill("0")
    expect(entries).to_contain_text("Fighting, captures, flight")
    expect(entries).not_to_contain_text("Taken")
    slider.fill("5")
    expect(entries).to_contain_text("Taken 15 Aug")
    expect(entries).not_to_contain_text("Fighting, captures, flight")


def test_the_file_follows_the_colours_of_its_reader(opened: Page) -> None:
    for scheme in get_args(Theme):
        opened.emulate_media(color_scheme=scheme)
        opened.wait_for_function(
            f"() => document.querySelector('[data-plot]').layout.paper_bgcolor"
            f" === '{palette(scheme).page}'"
        )
