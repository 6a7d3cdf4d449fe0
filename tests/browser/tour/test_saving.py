"""Pictures that charts save themselves, and files that cannot be made."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage, settle

SVG = "{http://www.w3.org/2000/svg}"


def test_links_show_the_keyboard_and_charts_are_saved_or_say_why_not(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page()
    _links_show_that_the_keyboard_has_come_to_them(page)
    _a_camera_saves_title_and_source(page, tmp_path)
    _a_file_that_cannot_be_made_says_why(page)


def test_a_camera_on_a_chart_that_stays_says_what_is_selected_and_where_it_is(
    open_page: OpenPage, site: str, tmp_path: Path
) -> None:
    page = open_page("/?countries=TJK&day=2021-07-09", base=site)
    drawing = taken_by_camera(page, 0, "region-map", "SVG", tmp_path)
    words = ["".join(node.itertext()) for node in ET.parse(drawing).iter(f"{SVG}text")]  # noqa: S314
    assert "Selected: Tajikistan · published up to 9 July 2021" in words
    assert f"{site}/?countries=TJK&day=2021-07-09&chart=region-map" in words
    picture = taken_by_camera(page, 0, "region-map", "PNG", tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG\r\n")


def _links_show_that_the_keyboard_has_come_to_them(page: Page) -> None:
    for name in ("stTopNavLink", "stPageLink-NavLink"):
        link = page.locator(f"[data-testid={name}]").last
        page.keyboard.press("Tab")  # the browser shows the focus of those who use keys
        link.focus()
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


def _a_camera_saves_title_and_source(page: Page, tmp_path: Path) -> None:
    picture = taken_by_camera(page, 0, "region-map", "PNG", tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG\r\n")
    assert picture.stat().st_size > 20_000
    drawing = taken_by_camera(page, 1, "timeline", "SVG", tmp_path)
    words = " ".join(
        "".join(node.itertext())
        for node in ET.parse(drawing).iter(f"{SVG}text")  # noqa: S314
    )
    assert "1979" in words
    assert "Source: International Business Times, 9 July 2021" in words


def taken_by_camera(page: Page, number: int, chart: str, image: str, folder: Path) -> Path:
    """The file that a chart's own camera saves, after its menu was asked for a format."""
    page.locator(f".st-key-{chart}-menu button").first.click()
    page.locator(f".st-key-{chart}-image button", has_text=image).click()
    page.keyboard.press("Escape")
    settle(page)
    plot = page.locator(".js-plotly-plot").nth(number)
    plot.hover(position={"x": 20, "y": 20})
    with page.expect_download() as download:
        plot.locator(".modebar-btn[data-title*='ownload']").first.click(force=True)
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.suffix == f".{image.lower()}"
    return saved


def _a_file_that_cannot_be_made_says_why(page: Page) -> None:
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
