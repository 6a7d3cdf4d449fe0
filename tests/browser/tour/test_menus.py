"""Menus open whole, can be read, and let whoever has no mouse in and out."""

from __future__ import annotations

import functools
import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, settle
from tests.browser.test_contrast import all_words_can_be_read
from tests.browser.test_keyboard import has_focus, marks_of, wait_for

IN_A_MENU = """() => {
    let active = document.activeElement;
    const inside = Boolean(active.closest("[data-testid=stPopoverBody]"));
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return inside && active.tagName;
}"""


def test_a_menu_at_the_foot_of_the_window_opens_whole_and_can_be_read(
    open_page: OpenPage,
) -> None:
    page = open_page("/claims", dark=True)
    button = page.locator(".st-key-claims-menu button").first
    button.evaluate("button => button.scrollIntoView({ block: 'end' })")
    button.click()
    page.get_by_role("tab", name="Cite").wait_for()
    settle(page)
    inside, all_of_it = page.get_by_role("dialog", name="Download").evaluate(
        "menu => [menu.clientHeight, menu.scrollHeight]"
    )
    assert inside == all_of_it
    all_words_can_be_read(page, "role=tab[name=Cite]")


def test_the_keyboard_goes_into_menus_and_back_and_stays_on_a_claim_it_chooses(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("/claims?measure=airlift", base=site, history=True)
    _a_menu_that_the_keyboard_opens_has_the_focus_and_gives_it_back(page)
    _the_keyboard_stays_on_a_claim_whose_other_telling_it_chooses(page)


def _a_menu_that_the_keyboard_opens_has_the_focus_and_gives_it_back(page: Page) -> None:
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_text("Country")).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate(IN_A_MENU) is False, "the mouse opened it"
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    page.keyboard.press("Tab")
    for key, label, first in (("filter", "Filter", "INPUT"), ("claims", "Download", "DIV")):
        settle(page)  # where a menu is still being closed, a press may be lost
        page.locator(f".st-key-{key}-menu button").first.focus()
        page.keyboard.press("Enter")
        wait_for(functools.partial(page.evaluate, IN_A_MENU), first)
        settle(page)  # the menu has the focus before it listens to keys
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        wait_for(functools.partial(has_focus, page, label), True)


def _the_keyboard_stays_on_a_claim_whose_other_telling_it_chooses(page: Page) -> None:
    marks = marks_of(page, "claims")
    marks.focus()
    page.keyboard.press("Home")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    place = re.compile(r"^5 of \d+")
    expect(marks.locator("small")).to_have_text(place)
    for _ in range(2):  # two tell of it, each in its own words
        before = page.url
        page.keyboard.press("Enter")
        expect(page).not_to_have_url(before)
        expect(page).to_have_url(re.compile("fact="))
        settle(page)
        expect(marks.locator("small")).to_have_text(place)
