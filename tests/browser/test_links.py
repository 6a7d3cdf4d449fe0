"""Links in a real browser: the address, its history, the clipboard, frames of other pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from dashboard.sitemap import PAGES
from tests.browser.conftest import settle

OpenPage = Callable[..., Page]


def shown(page: Page) -> tuple[str, str]:
    """What the address asks for, and what the page shows of it."""
    settle(page)
    chips = page.locator("[class*=st-key-chip-] [data-testid=stBaseButton-secondary] p")
    evidence = page.locator(".st-key-card-border-share-evidence p")
    said = dict.fromkeys([*chips.all_inner_texts(), *evidence.all_inner_texts()])
    return page.url.partition("?")[2], "; ".join(said)


def test_each_choice_is_one_step_of_the_history(open_page: OpenPage) -> None:
    page = open_page(history=True)
    length = page.evaluate("history.length")
    states = [shown(page)]
    page.locator(".st-key-filter-menu button").first.click()
    page.locator(".st-key-filter-countries input").click()
    page.get_by_role("option", name="Tajikistan").click()
    states.append(shown(page))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.locator(".st-key-card-border-share-evidence button").first.click()
    states.append(shown(page))
    assert [query.partition("&fact=")[0] for query, _ in states] == [
        "",
        "countries=TJK",
        "countries=TJK",
    ]
    assert states[-1][1] == "Tajikistan; Hide the sentence"
    assert page.evaluate("history.length") == length + 2
    for state in reversed(states[:-1]):
        page.go_back()
        assert shown(page) == state
    page.go_forward()
    assert shown(page) == states[1]
    assert page.evaluate("history.length") == length + 2


def test_going_back_crosses_pages_and_each_shows_what_it_showed(
    open_page: OpenPage, address: str
) -> None:
    page = open_page("/about", history=True, ready="h1")
    length = page.evaluate("history.length")
    expect(page).to_have_title(PAGES["about"].window_title)
    page.get_by_role("link", name="Facts").first.click()
    expect(page).to_have_title(PAGES["facts"].window_title)
    page.locator(".st-key-filter-kinds input").click()
    page.get_by_role("option", name="Personnel").click()
    page.keyboard.press("Escape")
    settle(page)
    page.get_by_role("link", name="Article").first.click()
    page.locator(".passage").first.wait_for()
    settle(page)
    assert page.url == f"{address}/article?kinds=personnel"
    assert page.evaluate("history.length") == length + 3
    for url, filtered in (("/facts?kinds=personnel", 1), ("/facts", 0), ("/about", 0)):
        page.go_back()
        settle(page)
        assert page.url == address + url
        expect(page.locator(".st-key-clear-selection")).to_have_count(filtered)


def copy_button(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key} .copy button")


def test_links_are_copied_for_the_view_a_chart_and_a_claim(
    open_page: OpenPage, address: str
) -> None:
    page = open_page("/?countries=TJK,AFG-TJK&layer=")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copied = {}
    for key in ("view-link", "timeline-link", "card-border-share-link"):
        copy_button(page, key).focus()
        page.keyboard.press("Enter")
        expect(page.locator(f".st-key-{key} .said")).to_have_text("Link copied")
        copied[key] = page.evaluate("navigator.clipboard.readText()")
    assert copied["view-link"] == f"{address}/?countries=TJK,AFG-TJK"
    assert copied["timeline-link"] == f"{address}/?countries=TJK,AFG-TJK&chart=timeline"
    assert re.fullmatch(rf"{address}/\?fact=[\w.-]+control_share", copied["card-border-share-link"])
    page.goto(copied["timeline-link"])
    timeline = page.locator(".st-key-chart-timeline .js-plotly-plot")
    expect(timeline).to_be_in_viewport(ratio=0.9)


def test_without_a_clipboard_the_link_is_selected_to_be_copied(open_page: OpenPage) -> None:
    page = open_page("/facts?kinds=personnel", ready=".copy button")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy_button(page, "view-link").click()
    field = page.locator(".st-key-view-link input")
    expect(field).to_be_focused()
    chosen = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert chosen == page.url


@pytest.mark.parametrize("chart", ["", "timeline"])
def test_a_frame_shows_one_chart_and_the_way_to_the_dashboard(
    open_page: OpenPage, address: str, chart: str
) -> None:
    page = open_page(f"/?embed=true&chart={chart}", width=900, height=800)
    expect(page.locator(".js-plotly-plot")).to_have_count(1)
    expect(page.locator(f".st-key-chart-{chart or 'region-map'}")).to_be_visible()
    assert "Source: International Business Times" in page.locator(".js-plotly-plot").inner_text()
    for other in ("stTopNav", "stTopNavLink", "stMetric", "stDataFrame", "stPopover"):
        expect(page.locator(f"[data-testid={other}]")).to_have_count(0)
    expect(page.get_by_role("link", name="Open in the dashboard")).to_have_attribute(
        "href", f"{address}/?chart={chart or 'region-map'}"
    )


def test_a_frame_shows_the_evidence_of_a_chosen_claim(open_page: OpenPage) -> None:
    page = open_page("/?embed=true&fact=ibt-2021-07-09.1704.control_share", width=760)
    expect(page.locator(".passage .chosen")).to_have_text("85 percent")


def test_a_file_that_cannot_be_made_says_why(open_page: OpenPage) -> None:
    page = open_page()

    def busy(route: Route) -> None:
        route.fulfill(status=429, headers={"Retry-After": "7"}, json={"error": "It is busy."})

    page.route("**/charts/timeline.png*", busy)
    page.route("**/charts/timeline.svg*", lambda route: route.abort())
    page.locator(".st-key-timeline-menu button").first.click()
    files = page.locator(".st-key-timeline-pictures")
    files.get_by_role("link", name="PNG For a page").click()
    expect(files.locator(".said")).to_have_text("It is busy. Try again in 7 seconds.")
    files.get_by_role("link", name="SVG").click()
    expect(files.locator(".said")).to_contain_text("The server cannot be reached.")


def test_on_a_phone_the_menu_of_pages_closes_once_one_is_chosen(open_page: OpenPage) -> None:
    page = open_page("/add", width=390, height=844, ready="h1")
    page.get_by_role("button", name="Expand sidebar").click()
    page.get_by_role("link", name="About", exact=True).click()
    page.get_by_role("heading", name="About").wait_for()
    page.get_by_role("button", name="Expand sidebar").wait_for()
    expect(page.get_by_role("link", name="About", exact=True)).not_to_be_in_viewport()
