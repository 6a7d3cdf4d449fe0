"""The keyboard on the map and in the table."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, settle
from tests.browser.test_keyboard import marks_of, words

KUNDUZ = "Kunduz: said to be taken"


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
