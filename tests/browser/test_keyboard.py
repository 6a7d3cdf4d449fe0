"""Whoever has no mouse gets into what they open, and back out of it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE

OpenPage = Callable[..., Page]
IN_A_MENU = """() => {
    let active = document.activeElement;
    const inside = Boolean(active.closest("[data-testid=stPopoverBody]"));
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return inside && active.tagName;
}"""


def focused(page: Page) -> str:
    """The words on the button that has the focus; empty where something else has it."""
    return str(page.evaluate("document.activeElement.closest('button')?.innerText ?? ''"))


def wait_for(holds: Callable[[], bool]) -> None:
    """Wait until something holds; the page's policy refuses what Playwright has for that."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize(("label", "first"), [("Filter", "INPUT"), ("Download", "A")])
def test_a_menu_opened_by_keyboard_has_the_focus_and_gives_it_back(
    open_page: OpenPage, label: str, first: str
) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    page.get_by_role("button", name=label).first.focus()
    page.keyboard.press("Enter")
    wait_for(lambda: page.evaluate(IN_A_MENU) == first)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    wait_for(lambda: label in focused(page))


def test_a_menu_opened_by_mouse_leaves_the_focus_where_it_was(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_text("Country")).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate(IN_A_MENU) is False
