"""Links in a real browser: the address, its history, frames of other pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from dashboard.sitemap import PAGES
from tests.browser.conftest import OpenPage, settle

SHARE = "fact=ibt-2021-07-09.1704.control_share"
Choice = Callable[[Page], None]


def shown(page: Page) -> tuple[str, bool, bool]:
    """What the address asks for; whether something is filtered, and a fact chosen."""
    settle(page)
    filtered = page.locator(".st-key-clear-selection")
    chosen = page.locator(".passage .mark.chosen", has_text="20,000")
    return page.url, filtered.count() > 0, chosen.count() > 0


def _facts(page: Page) -> None:
    page.get_by_role("link", name="Facts").first.click()
    expect(page).to_have_title(PAGES["facts"].window_title)


def _personnel(page: Page) -> None:
    page.locator(".st-key-filter-kinds input").click()
    page.get_by_role("option", name="Personnel").click()
    page.keyboard.press("Escape")


def _article(page: Page) -> None:
    page.get_by_role("link", name="Article").first.click()
    page.locator(".passage .mark").first.wait_for()


def _a_mark(page: Page) -> None:
    page.locator(".passage .mark", has_text="20,000").first.click()
    page.locator(".passage .mark.chosen", has_text="20,000").first.wait_for()


@pytest.mark.tour
def test_each_choice_is_one_step_of_the_history_and_shows_again_what_it_showed(
    open_page: OpenPage, address: str
) -> None:
    page = open_page("/about", history=True, ready="h1")
    length = page.evaluate("history.length")
    expect(page).to_have_title(PAGES["about"].window_title)
    states = [shown(page)]
    choices: dict[Choice, str] = {
        _facts: "/facts",
        _personnel: "/facts?kinds=personnel",
        _article: "/article?kinds=personnel",
        _a_mark: "/article?kinds=personnel&fact=",
    }
    for choose, asked in choices.items():
        choose(page)
        expect(page).to_have_url(re.compile(re.escape(f"{address}{asked}") + r"[^&]*$"))
        states.append(shown(page))
    assert [there for _, *there in states] == [
        [False, False],
        [False, False],
        [True, False],
        [True, False],
        [True, True],
    ]
    assert page.evaluate("history.length") == length + len(choices)
    for state in reversed(states[:-1]):
        page.go_back()
        assert shown(page) == state
    page.go_forward()
    assert shown(page) == states[1]
    assert page.evaluate("history.length") == length + len(choices)


@pytest.mark.parametrize(
    ("asked", "chart", "leads_to"),
    [
        (f"chart=&{SHARE}", "region-map", f"chart=region-map&{SHARE}"),
        ("chart=timeline", "timeline", "chart=timeline"),
    ],
    ids=["chosen", "timeline"],
)
def test_a_frame_shows_one_chart_what_is_chosen_on_it_and_the_way_to_the_dashboard(
    open_page: OpenPage, address: str, asked: str, chart: str, leads_to: str
) -> None:
    page = open_page(f"/?embed=true&{asked}", width=900, height=800)
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    expect(page.locator(f".st-key-chart-{chart}")).to_be_visible()
    assert "Source: International Business Times" in page.locator(".js-plotly-plot").inner_text()
    for other in ("stTopNav", "stTopNavLink", "stMetric", "stDataFrame"):
        expect(page.locator(f"[data-testid={other}]")).to_have_count(0)
    expect(page.locator(f".st-key-{chart}-menu")).to_have_count(0)
    expect(page.get_by_role("link", name="Open in the dashboard")).to_have_attribute(
        "href", f"{address}/?{leads_to}"
    )
    told = SHARE in asked
    expect(page.locator(".passage .chosen")).to_have_text(["85 percent"] if told else [])
    # Evidence tells how its date is known, and nothing else has a menu.
    expect(page.locator("[data-testid=stPopover]")).to_have_count(int(told))
