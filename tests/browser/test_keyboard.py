"""Whoever has no mouse chooses on charts, and so does whoever has one."""

from __future__ import annotations

import functools
import re
import time
from collections.abc import Callable

from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import PATIENCE, OpenPage, settle


def has_focus(page: Page, label: str) -> bool:
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
    # Not every browser keeps in place what it shows, and none always does.
    page.get_by_test_id("stMain").evaluate("main => { main.style.overflowAnchor = 'none'; }")
    dot = plot.locator(".scatterlayer path.point").last
    before = dot.bounding_box()
    assert before
    _answer_late(page, milliseconds=3000)
    page.mouse.click(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
    expect(page.locator(".st-key-chosen-on-timeline")).to_be_visible()
    _answer_late(page, milliseconds=0)
    settle(page)
    wait_for(functools.partial(_is_at_the_height_of, before, dot), True)  # it is scrolled back
    page.get_by_role("button", name="Show its evidence").click()
    expect(page.locator(".st-key-evidence button.mark.chosen")).to_be_in_viewport()


def _answer_late(page: Page, *, milliseconds: int) -> None:
    """Have what the page asks of the app set out later, as on a slow line."""
    page.evaluate(
        """late => {
            let line = WebSocket.prototype; // ours or, below it, the browser's
            while (Object.getPrototypeOf(line).send) line = Object.getPrototypeOf(line);
            const send = (window.sendNow ??= line.send);
            line.send = late
                ? function (asked) { setTimeout(() => send.call(this, asked), late); }
                : send;
        }""",
        milliseconds,
    )


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
    wait_for(functools.partial(has_focus, page, "Show its evidence"), True)
    page.keyboard.press("Enter")
    mark = page.locator(".st-key-evidence button.mark.chosen")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
