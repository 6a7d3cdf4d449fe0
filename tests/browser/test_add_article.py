"""Two visitors at the same time: what one adds, the other never sees."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page

from data.archive import ENTRIES
from data.corpus import read_corpus
from tests.browser.conftest import OpenPage, settle

TEXT = "Guards flee\n\nOn 5 July 2021, 4,444 Afghan soldiers fled to Tajikistan.\n"
COVERED = """() => {
  const told = document.querySelector("[data-testid=stToast]");
  const over = told.getBoundingClientRect();
  const bar = document.querySelector("[data-testid=stHeader]");
  const low = bar.getBoundingClientRect().bottom;
  return [...document.querySelectorAll("button, input, a[href], [role=combobox]")]
    .filter((each) => !told.contains(each))
    .filter((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      const seen = bar.contains(each) ? top : Math.max(top, low); // the page scrolls below the bar
      if (left >= over.right || right <= over.left) return false;
      return seen < bottom && seen < over.bottom - 4 && bottom > over.top;
    })
    .map((each) => each.outerHTML);
}"""
"""What can be pressed below the words that tell what was done."""


def words_on(page: Page) -> str:
    return page.locator("body").inner_text()


def go(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()
    settle(page)


def test_an_upload_is_one_visitors_alone(open_page: OpenPage, address: str, tmp_path: Path) -> None:
    # Two windows of one profile: even the cookies and what the browser keeps are the same.
    other = open_page("/about", ready="h1", history=True)
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    file = FilePayload(name="guards.txt", mimeType="text/plain", buffer=TEXT.encode())
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files([file])
    page.get_by_label("Publisher").fill("The Daily Example")
    page.get_by_role("button", name="Read the facts").click()
    page.get_by_role("button", name="Start with the first").click()
    page.get_by_text("The verb “flee”").wait_for()
    settle(page)
    link = page.url

    with page.expect_download() as download:
        page.get_by_role("button", name="Download archive").click()
    download.value.save_as(tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as archive:
        archive.extractall(tmp_path)
    assert [fact.value for fact in read_corpus(tmp_path / ENTRIES).facts.values()] == [4444]

    go(page, "Overview")
    assert "You added 1 article with 1 fact." in words_on(page)
    page.locator(".st-key-view-menu button").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Report").click()
    report = Path(download.value.path()).read_text("utf-8")
    assert "4,444" in report
    assert "The Daily Example (this session)" in report

    for name in ("Add an article", "Overview"):
        go(other, name)
        assert "Daily Example" not in words_on(other)
    for path in ("/facts.json", "/report.html", "/charts/timeline.csv"):
        assert "Daily Example" not in other.request.get(address + path).text()
    other.goto(link)
    other.get_by_text("This link asks for something that is not here").wait_for()
    assert "only they see it" in words_on(other)


@pytest.mark.tour
def test_what_is_typed_is_taken_by_whatever_is_pressed_next(
    open_page: OpenPage,
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    files = [
        FilePayload(
            name=f"{number}.txt", mimeType="text/plain", buffer=TEXT.replace("4", number).encode()
        )
        for number in ("2", "3")
    ]
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files(files)
    page.get_by_label("Publisher").first.fill("The Daily Example")
    page.keyboard.press("Tab")
    settle(page)
    go(page, "About")
    go(page, "Add an article")
    assert page.get_by_label("Publisher").first.input_value() == "The Daily Example"
    # A year of two figures is none, and what is pressed to leave it is not done without it.
    day = page.get_by_role("group", name="Publication date").first.get_by_role("spinbutton")
    for part, figures in enumerate(("21", "07", "05")):
        day.nth(part).click()
        page.keyboard.type(figures)
    page.get_by_role("button", name="Add all 2").click()
    page.get_by_text("The publication date is not whole: 21-07-05.").wait_for()
    settle(page)
    # As a tap does: typing ends and the button is pressed in the same moment.
    page.get_by_label("Title").first.fill("Guards cross over")
    page.get_by_role("button", name="Add all 2").click()
    page.get_by_text("The Daily Example · date unknown").wait_for()
    settle(page)
    assert "Guards cross over" in words_on(page)
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone: added 2 articles.").wait_for()
    settle(page)
    for width in (1440, 820, 390):
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert page.evaluate(COVERED) == [], width
    assert page.get_by_label("Title").first.input_value() == "Guards cross over"
    assert page.get_by_label("Publisher").first.input_value() == "The Daily Example"


def test_a_file_that_is_too_large_is_refused_in_words(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    field = page.locator("input[type=file]:not([webkitdirectory])")
    field.set_input_files([FilePayload(name="a.mht", mimeType="text/plain", buffer=b"x")])
    before = page.get_by_text("'.mht' files are not read")
    before.wait_for()
    settle(page)
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(21_000_000)
    field.set_input_files(large)
    told = page.get_by_text("File must be 20.0MB or smaller")
    told.wait_for()
    box = told.bounding_box()
    assert box
    assert box["width"] > 100
    assert not before.is_visible()
    # Read with it, or after it: the field and its line go, the reason stays.
    good = tmp_path / "good.txt"
    good.write_text(TEXT)
    field.set_input_files(good)
    page.get_by_text("large.pdf is larger than the 20 MB").wait_for()
    page.get_by_label("Publisher").wait_for()
    assert not told.is_visible()
