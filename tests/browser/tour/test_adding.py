"""What is brought in: long words, several articles, a dropped folder, a tab that goes."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Dialog, FilePayload, Page

from tests.browser.conftest import OpenPage, settle
from tests.browser.test_add_article import TEXT, go, words_on


def test_a_word_without_an_end_is_broken_and_nothing_of_it_is_changed(
    open_page: OpenPage,
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
    open_page: OpenPage,
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


def test_what_goes_with_the_tab_is_asked_about_before_and_told_after(
    open_page: OpenPage,
) -> None:
    page = open_page("/add", ready="[data-testid=stFileUploader]")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)

    def brought_in() -> None:
        _who_pastes_stays_where_texts_are_pasted(page)
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


def _who_pastes_stays_where_texts_are_pasted(page: Page) -> None:
    page.get_by_role("tab", name="Paste").click()
    field = page.get_by_label("Text of the article")
    for text in ("", TEXT):
        field.fill(text)
        page.get_by_role("button", name="Read the text").click()
        page.get_by_text("Say what it is" if text else "This could not be taken.").wait_for()
        settle(page)
        assert field.is_visible()


def test_a_dropped_folder_is_read_as_a_chosen_one(open_page: OpenPage, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "ad.html").write_text("<p>900 menus</p>")
    (folder / "guards.txt").write_text(TEXT)
    (folder / ".notes").write_text(TEXT)
    for tab in ("Upload", "Folder"):
        page = open_page("/add", ready="[data-testid=stFileUploader]", history=tab == "Folder")
        page.get_by_role("tab", name=tab).click()
        settle(page)
        if tab == "Folder":
            (folder / "notes").write_text("Some 40 guards fled.")
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
    assert "notes has no ending" in words_on(page)
    assert ".notes" not in words_on(page)
