"""The map from day to day in a real browser: on the page, and as a file that plays it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.charts.catalogue import CHARTS
from dashboard.export.animated import animated_page
from dashboard.palette import Theme, palette
from tests.browser.conftest import OpenPage
from tests.dashboard.test_charts_map_days import STORY, view_of

SCALE = "plot => plot._fullLayout.geo.projection.scale"
CENTRE = "plot => plot.layout.geo.center"
PLOT = ".st-key-chart-region-map .js-plotly-plot"
WATCH = """words => {
    const day = document.querySelector("output");
    window.seen = [];
    new MutationObserver(() => {
        const told = document.body.innerText.includes(words);
        window.seen.push({ day: day.textContent, told });
    }).observe(day, { childList: true, characterData: true, subtree: true });
}"""
"""Notes each day that the file shows, and whether it then says some words: frames are short."""

WATCH_BOTH = """(output, map) => {
    window.seen = [];
    const told = () => /reported up to\\s*(\\d+)\\s*(\\w+)/.exec(map.textContent);
    new MutationObserver(() => {
        window.seen.push([output.textContent.replace(" 2021", ""), told().slice(1).join(" ")]);
    }).observe(output, { childList: true, characterData: true, subtree: true });
}"""
"""Notes each day that the slider tells, and the day of the map at the same moment."""

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


def wait_for_names(plot: Locator, *, shown: bool) -> None:
    """Wait until names of provinces are there, in place of their country's, or the other way."""
    names = plot.locator(".geo text")
    expect(names.filter(has_text=re.compile("^Kandahar$"))).to_have_count(int(shown))
    expect(names.filter(has_text=re.compile("^Afghanistan$"))).to_have_count(int(not shown))


def test_on_the_page_the_map_stays_while_the_day_changes(open_page: OpenPage, site: str) -> None:
    page = open_page("/?day=2021-08-13", base=site, ready=f"{PLOT} .main-svg", history=True)
    plot = page.locator(PLOT)
    # Between lines of the title there is no space.
    expect(plot).to_contain_text(re.compile(r"reported up to\s?13\s?August"))
    page.locator(".st-key-chart-region-map [data-attr=zoom][data-val=in]").click()
    wait_for_names(plot, shown=True)
    beyond = plot.locator(".geo text", has_text="Kazakhstan")
    expect(beyond).to_have_css("visibility", "hidden")  # the frame would cut it
    plot.evaluate("plot => plot.dataset.same = 'yes'")
    page.get_by_role("slider", name="As of which day").press("ArrowLeft")
    expect(plot).to_contain_text(re.compile(r"reported up to\s?12\s?August"))
    assert plot.get_attribute("data-same") == "yes"
    assert plot.evaluate(SCALE) == 2
    assert plot.evaluate(CENTRE)["lat"] < 35, "it came nearer to Afghanistan and is still there"
    page.locator(".st-key-chart-region-map [data-attr=zoom][data-val=out]").click()
    wait_for_names(plot, shown=False)
    expect(beyond).to_have_css("visibility", "visible")
    assert plot.evaluate(CENTRE)["lat"] > 36


def test_while_days_are_played_the_map_shows_the_day_that_is_told(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("/?day=2021-08-10", base=site, ready=f"{PLOT} .main-svg")
    map_handle = page.locator(PLOT).element_handle()
    page.locator(".as-of output").evaluate(WATCH_BOTH, map_handle)
    page.get_by_role("button", name="Play from day to day").click()
    page.wait_for_function("() => window.seen.length >= 4")
    for told, drawn in page.evaluate("() => window.seen"):
        assert drawn == told
