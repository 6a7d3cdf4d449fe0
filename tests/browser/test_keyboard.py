"""Whoever has no mouse gets into what they open, and back out of it."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE

OpenPage = Callable[..., Page]
IN_A_MENU = """() => {
    let active = document.activeElement;
    const inside = Boolean(active.closest("[data-testid=stPopoverBody]"));
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return inside && active.tagName;
}"""


def _has_focus(page: Page, label: str) -> bool:
    """Whether a button with some words on it has the focus."""
    return label in page.evaluate("document.activeElement.closest('button')?.innerText ?? ''")


def wait_for(read: Callable[[], object], wanted: object) -> None:
    """Wait until something reads so; the page's policy refuses what Playwright has for that."""
    deadline = time.monotonic() + PATIENCE / 1000
    while read() != wanted:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_menu_that_the_keyboard_opens_has_the_focus_and_gives_it_back(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_text("Country")).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate(IN_A_MENU) is False, "the mouse opened it"
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    page.keyboard.press("Tab")
    for label, first in (("Filter", "INPUT"), ("Download", "A")):
        page.get_by_role("button", name=label).first.focus()
        page.keyboard.press("Enter")
        wait_for(functools.partial(page.evaluate, IN_A_MENU), first)
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        wait_for(functools.partial(_has_focus, page, label), True)
