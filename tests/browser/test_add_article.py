"""Two visitors at the same time: what one adds, the other never sees."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Dialog, FilePayload, Page

from data.archive import ENTRIES
from data.corpus import read_corpus
from tests.browser.conftest import settle

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


def test_an_upload_is_one_visitors_alone(
    open_page: Callable[..., Page], address: str, tmp_path: Path
) -> None:
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


def test_what_is_typed_is_taken_by_whatever_is_pressed_next(
    open_page: Callable[..., Page],
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


def test_a_word_without_an_end_is_broken_and_nothing_of_it_is_changed(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    word = "[𝐀b" * 10_000
    file = FilePayload(name="word.txt", mimeType="text/plain", buffer=f"Dump\n\n{word}".encode())
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files([file])
    page.get_by_role("button", name="Read the facts").click()
    shown = page.locator(".passage.article .text")
    shown.wait_for()
    assert shown.evaluate("text => text.textContent") == word
    assert shown.locator("wbr").count() > 200


def test_an_article_that_was_opened_is_read_as_soon_as_its_typing_ends(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    files = [
        FilePayload(
            name=f"{number}.txt",
            mimeType="text/plain",
            buffer=TEXT.replace("Guards", f"Guards {number}").replace("4", number).encode(),
        )
        for number in ("2", "3", "5")
    ]
    page.locator("input[type=file]:not([webkitdirectory])").set_input_files(files)
    page.locator("summary", has_text="Guards 5 flee").wait_for()
    settle(page)  # a fold that is still being drawn may lose the click
    page.locator("summary", has_text="Guards 5 flee").click()
    title = page.get_by_label("Title").nth(1)
    title.wait_for()
    settle(page)  # while its fields are being drawn a press may be lost, as anywhere in Streamlit
    title.fill("Guards cross over")
    page.get_by_role("button", name="Read the facts").nth(1).click()
    page.locator("[class*=st-key-added-]", has_text="Guards cross over").wait_for()


def test_a_file_that_is_too_large_is_refused_in_words(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
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


def test_who_pastes_stays_where_texts_are_pasted(open_page: Callable[..., Page]) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    page.get_by_role("tab", name="Paste").click()
    field = page.get_by_label("Text of the article")
    for text in ("", TEXT):
        field.fill(text)
        page.get_by_role("button", name="Read the text").click()
        page.get_by_text("Say what it is" if text else "This could not be taken.").wait_for()
        settle(page)
        assert field.is_visible()


def test_what_goes_with_the_tab_is_asked_about_before_and_told_after(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)

    def brought_in() -> None:
        page.get_by_role("tab", name="Paste").click()
        page.get_by_label("Text of the article").fill(TEXT)
        page.get_by_role("button", name="Read the text").click()
        page.get_by_role("button", name="Read the facts").click()
        page.get_by_role("button", name="Start with the first").wait_for()
        settle(page)

    def reloaded() -> None:
        page.reload()
        page.get_by_text("1 article that you had brought in is gone.").wait_for()
        settle(page)

    brought_in()
    with page.expect_popup() as opened:
        page.evaluate("window.open(location.href)")
    opened.value.get_by_text("only they see it").wait_for()
    settle(opened.value)
    assert "had brought in" not in words_on(opened.value)  # the first tab has it
    opened.value.close()
    reloaded()
    assert asked == ["beforeunload"]
    assert "This link asks" not in words_on(page)  # that its article is not here was said
    brought_in()
    with page.expect_download():
        page.get_by_role("button", name="Download archive").click()
    reloaded()
    assert asked == ["beforeunload"]  # not again: an archive has it
    go(page, "About")
    assert "had brought in" not in words_on(page)
    page.reload()
    page.locator("h1").first.wait_for()
    settle(page)
    assert "had brought in" not in words_on(page)


def test_a_dropped_folder_is_read_as_a_chosen_one(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    folder = tmp_path / "news"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "ad.html").write_text("<p>900 menus</p>")
    (folder / "guards.txt").write_text(TEXT)
    for tab in ("Upload", "Folder"):
        page = open_page("/add", ready="[data-testid=stFileUploader]")
        page.get_by_role("tab", name=tab).click()
        settle(page)
        place = page.locator("[data-testid=stFileUploaderDropzone]:visible").bounding_box()
        assert place
        browser = page.context.new_cdp_session(page)
        for kind in ("dragEnter", "dragOver", "drop"):
            what = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
            at = {"x": place["x"] + place["width"] * 0.8, "y": place["y"] + place["height"] / 2}
            browser.send("Input.dispatchDragEvent", {"type": kind, **at, "data": what})
        page.get_by_label("Publisher").wait_for()
        settle(page)
        assert page.get_by_label("Title").input_value() == "Guards flee"  # nothing beside it waits
        assert page.get_by_label("Title").count() == 1
        assert "Add all" not in words_on(page)
