"""The map on the page while days change."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenPage
from tests.browser.tour.test_map_days import SCALE

CENTRE = "plot => plot.layout.geo.center"
PLOT = ".st-key-chart-region-map .js-plotly-plot"
WATCH_BOTH = """(output, map) => {
    window.seen = [];
    const head = document.querySelector(".st-key-page-head");
    const day = (words, part) => words.exec(part.textContent).slice(1).join(" ");
    new MutationObserver(() => {
        const told = output.textContent.replace(" 2021", "");
        const shown = day(/as of (\\d+) (\\w+)/, head);
        window.seen.push([told, shown, day(/reported up to\\s*(\\d+)\\s*(\\w+)/, map)]);
    }).observe(output, { childList: true, characterData: true, subtree: true });
}"""
"""Notes each day that the slider tells, and that of the page and of the map at the same moment."""


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


def test_while_days_are_played_the_page_shows_the_day_that_is_told_and_the_map_follows(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("/?day=2021-08-10", base=site, ready=f"{PLOT} .main-svg")
    map_handle = page.locator(PLOT).element_handle()
    page.locator(".as-of output").evaluate(WATCH_BOTH, map_handle)
    page.get_by_role("button", name="Play from day to day").click()
    page.wait_for_function("() => window.seen.length >= 4")
    before = "10 August"
    for told, shown, drawn in page.evaluate("() => window.seen"):
        assert shown == told
        assert drawn in (before, told)
        before = told
