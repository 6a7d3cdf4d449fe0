"""Links that are copied, with a clipboard and without."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage


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
    of_card = rf"{address}/\?countries=TJK,AFG-TJK(&fact=[\w.-]+control_share)?"
    assert re.fullmatch(of_card, copied["card-border-share-link"])
    _without_a_clipboard_the_link_is_selected_to_be_copied(page, copied["view-link"])
    page.goto(copied["timeline-link"])
    timeline = page.locator(".st-key-chart-timeline .js-plotly-plot")
    expect(timeline).to_be_in_viewport(ratio=0.9)


def _without_a_clipboard_the_link_is_selected_to_be_copied(page: Page, link: str) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy_button(page, "view-link").click()
    field = page.locator(".st-key-view-link input")
    expect(field).to_be_focused()
    chosen = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert chosen == link
