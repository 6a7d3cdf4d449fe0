"""What stands on a page can be read: colours that Streamlit works out are known to a browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from dashboard.palette import Theme
from tests.browser.conftest import OpenPage, settle, wait_for_theme

FAINT_WORDS = Path(__file__).with_name("contrast.js").read_text("utf-8")


def all_words_can_be_read(page: Page, ready: str) -> None:
    themes: tuple[Theme, ...] = ("dark", "light")  # as it changes where a machine does at sunrise
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        wait_for_theme(page, theme)
        page.locator(ready).first.wait_for()
        settle(page)
        assert page.evaluate(FAINT_WORDS) == [], theme


def test_an_article_can_be_read_and_a_mark_in_it_shows_its_evidence(
    open_page: OpenPage,
) -> None:
    page = open_page("/article", dark=True, ready=".passage .mark")
    all_words_can_be_read(page, ".passage .mark")
    page.locator(".passage .mark", has_text="20,000").first.click()
    page.locator(".passage .mark.chosen", has_text="20,000").first.wait_for()
    settle(page)
    assert "fact=" in page.url
    assert "20,000 military reservists" in page.locator("body").inner_text()
