"""On the page for adding articles, what an act has led to is in sight, and what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page

from tests.browser.conftest import OpenPage, settle
from tests.browser.test_add_article import TEXT
from tests.faults.server import Server

SEEN = """part => {
  const { left, right, top, bottom } = part.getBoundingClientRect();
  if (top < 60 || bottom > window.innerHeight) return false;
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return part.contains(there) || there?.contains(part) === true;
}"""
"""Whether all of something is in sight, below the page's bar and in no box scrolled past it."""

LONG = TEXT.replace(
    "Tajikistan.",
    "Tajikistan, in a sentence that goes on and on until it fills so many lines of the review "
    "that the form below it has to be scrolled, as many a sentence of a news agency does, and "
    "that then ends.",
)


def reviewed(page: Page, text: str) -> None:
    """Add a text and choose its first fact."""
    file = FilePayload(name="guards.txt", mimeType="text/plain", buffer=text.encode())
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files([file])
    page.get_by_role("button", name="Read the facts").click()
    page.get_by_role("button", name="Start with the first").click()
    page.get_by_role("button", name="Save the correction").wait_for()
    settle(page)


def test_when_a_review_begins_the_end_of_its_form_is_in_sight(
    open_page: OpenPage,
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]", width=1440)
    reviewed(page, TEXT)
    assert page.get_by_role("button", name="Save the correction").evaluate(SEEN)


@pytest.mark.parametrize("width", [1440, 390])
def test_why_a_correction_is_not_saved_is_in_sight_and_so_is_the_button(
    open_page: OpenPage, width: int
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]", width=width)
    reviewed(page, LONG)
    page.get_by_label("First day").get_by_role("spinbutton").first.click()
    page.keyboard.type("20210804")
    save = page.get_by_role("button", name="Save the correction")
    save.click()
    said = page.get_by_text("The first day is after the last")
    said.wait_for()
    settle(page)
    assert said.evaluate(SEEN)
    assert save.evaluate(SEEN)
    days = [page.get_by_label(f"{which} day").first.bounding_box() for which in ("First", "Last")]
    assert len({day["y"] for day in days if day}) == 1, "a bar leaves their row as it was"


def test_after_an_upload_what_it_says_is_in_sight_and_not_the_fact_under_review(
    open_page: OpenPage,
) -> None:
    told = "\n\n".join(f"Some {number} guards fled to Iran." for number in range(4001, 4031))
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    reviewed(page, f"Guards flee\n\n{told}")
    page.get_by_role("button", name="4030: ").click()
    page.get_by_text("Fact 30 of 30").wait_for()
    settle(page)
    page.get_by_role("heading", name="Add an article").scroll_into_view_if_needed()
    page.get_by_text("Add another").click()
    field = page.locator("input[type=file]:not([webkitdirectory])")
    field.set_input_files([FilePayload(name="a.exe", mimeType="", buffer=b"MZ\0\0")])
    refused = page.get_by_text("This could not be taken.")
    refused.wait_for()
    settle(page)
    assert refused.evaluate(SEEN)
    field.set_input_files([FilePayload(name="b.txt", mimeType="text/plain", buffer=TEXT.encode())])
    asked = page.get_by_text("Say what it is")
    asked.wait_for()
    settle(page)
    assert asked.evaluate(SEEN)
    assert page.get_by_label("Publisher").evaluate(SEEN)


def test_a_server_that_was_started_anew_is_noticed_before_anything_is_pressed(
    open_page: OpenPage, tmp_path: Path
) -> None:
    server = Server(tmp_path)
    try:
        page = open_page("/add", base=server.address, ready="[data-testid=stFileUploader]")
        reviewed(page, TEXT)
        server.kill()
        server.start()
        page.get_by_text("1 article that you had brought in is gone.").wait_for()
        settle(page)
        assert not page.get_by_role("button", name="Download archive").is_enabled()
    finally:
        server.kill()
