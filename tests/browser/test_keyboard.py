"""Whoever has no mouse gets into what they open, and back out of it."""

from __future__ import annotations

import functools
import re
import time
from collections.abc import Callable

from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import PATIENCE, settle

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


def marks_of(page: Page, chart: str) -> Locator:
    """The list of a chart's marks, reached by the Tab key from what stands before it."""
    return page.locator(f".st-key-chart-{chart}").get_by_role("listbox")


KUNDUZ = "Kunduz: said to be taken"


def words(marks: Locator) -> str:
    return marks.get_by_role("option").inner_text()


def test_what_is_chosen_on_a_chart_by_mouse_or_keys_stays_and_leads_to_its_evidence(
    open_page: OpenPage, site: str
) -> None:
    page = open_page(base=site, history=True)
    _what_was_clicked_stays_where_it_is(page)
    _the_keyboard_goes_through_the_marks_and_chooses_one(page)


def _what_was_clicked_stays_where_it_is(page: Page) -> None:
    plot = page.locator(".st-key-chart-timeline .live-chart")
    plot.evaluate("plot => plot.scrollIntoView({ block: 'center' })")
    dot = plot.locator(".scatterlayer path.point").last
    before = dot.bounding_box()
    assert before
    page.mouse.click(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
    expect(page.locator(".st-key-chosen-on-timeline")).to_be_visible()
    settle(page)
    wait_for(functools.partial(_is_at_the_height_of, before, dot), True)  # it is scrolled back
    page.get_by_role("button", name="Show its evidence").click()
    expect(page.locator(".st-key-evidence button.mark.chosen")).to_be_in_viewport()


def _is_at_the_height_of(before: FloatRect, dot: Locator) -> bool:
    now = dot.bounding_box()
    assert now
    return abs(now["y"] + now["height"] / 2 - before["y"] - before["height"] / 2) < 8


def _the_keyboard_goes_through_the_marks_and_chooses_one(page: Page) -> None:
    marks = marks_of(page, "timeline")
    expect(marks).to_have_attribute("aria-label", re.compile("Marks of the timeline"))
    page.locator(".st-key-chart-timeline .modebar-btn").last.focus()
    page.keyboard.press("Tab")
    expect(marks).to_be_focused()
    page.keyboard.press("Home")
    first = words(marks)
    page.keyboard.press("ArrowRight")
    second = words(marks)
    assert second != first
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    assert words(marks) == first
    expect(page.locator(".st-key-chart-timeline .mark-ring path")).to_have_count(1)
    clicked = page.url
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(clicked)
    expect(page.locator(".st-key-chosen-on-timeline")).to_be_visible()
    assert "fact=" in page.url
    expect(marks).to_be_focused()
    told = page.locator(".st-key-chart-timeline .chosen-mark[role=status]")
    expect(told).to_contain_text("Chosen: ")
    page.keyboard.press("Tab")
    wait_for(functools.partial(_has_focus, page, "Show its evidence"), True)
    page.keyboard.press("Enter")
    mark = page.locator(".st-key-evidence button.mark.chosen")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()


def test_the_keyboard_goes_to_neighbours_on_the_map_and_chooses_a_province(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("/?day=2021-08-13", base=site, history=True)
    marks = marks_of(page, "region-map")
    _go_to_kunduz(marks)
    _an_arrow_key_leads_to_the_mark_that_lies_that_way(page)
    _go_to_kunduz(marks)
    assert "Who says so:" in words(marks)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("fact="))
    settle(page)
    assert words(marks).startswith(KUNDUZ)
    expect(page.locator(".st-key-evidence")).to_contain_text("Kunduz")


def _go_to_kunduz(marks: Locator) -> None:
    marks.focus()
    marks.press("Home")
    assert "said to be taken" in words(marks), "claims come before countries nobody mentions"
    for _ in range(60):
        if words(marks).startswith(KUNDUZ):
            break
        marks.press("PageDown")
    assert words(marks).startswith(KUNDUZ)


def _an_arrow_key_leads_to_the_mark_that_lies_that_way(page: Page) -> None:
    ring = page.locator(".st-key-chart-region-map .mark-ring path")
    for key, axis, way in (("ArrowLeft", "x", -1), ("ArrowDown", "y", 1), ("ArrowRight", "x", 1)):
        before = ring.bounding_box()
        page.keyboard.press(key)
        after = ring.bounding_box()
        assert before
        assert after
        side = {"x": "width", "y": "height"}[axis]
        middles = [box[axis] + box[side] / 2 for box in (before, after)]  # type: ignore[literal-required]
        assert (middles[1] - middles[0]) * way > 0, key
        assert abs(middles[1] - middles[0]) < 80, "it is a neighbour"


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
        wait_for(functools.partial(_has_focus, page, label), True)


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


def test_a_row_is_chosen_by_enter_and_not_by_coming_to_the_table(
    open_page: OpenPage, site: str
) -> None:
    page = open_page("/facts", base=site, history=True, ready="[data-testid='stDataFrame'] canvas")
    table = page.get_by_role("region", name="Facts in view")
    for at_head in (False, True):
        if at_head:
            table.click(position={"x": 200, "y": 10})
        else:
            table.locator("canvas").first.focus()
        page.wait_for_timeout(500)  # the table waits before it tells what it has selected
        settle(page)
        assert "fact=" not in page.url
    table.locator("canvas").first.press("ArrowDown")
    for key in ("Enter", "ArrowDown", "Space"):
        before = page.url
        page.keyboard.press(key)
        if key != "ArrowDown":
            expect(page).not_to_have_url(before)
            expect(page).to_have_url(re.compile("fact="))
        settle(page)
    page.keyboard.press("Space")
    expect(page).not_to_have_url(re.compile("fact="))
