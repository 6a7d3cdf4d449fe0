"""What stands on a page can be read: colours that Streamlit works out are known to a browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dashboard.palette import Theme
from tests.browser.conftest import settle, wait_for_theme

FAINT_WORDS = Path(__file__).with_name("contrast.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "menu"),
    [("/claims", "claims-menu"), ("/article", None)],
)
def test_all_words_can_be_read(open_page: Callable[..., Page], path: str, menu: str | None) -> None:
    page = open_page(path, dark=True, ready="h1, h2")
    if menu:
        page.locator(f".st-key-{menu} button").first.click()
    themes: tuple[Theme, ...] = ("dark", "light")  # as it changes where a machine does at sunrise
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        wait_for_theme(page, theme)
        if menu:
            page.get_by_role("tab", name="Cite").wait_for()
        settle(page)
        assert page.evaluate(FAINT_WORDS) == [], theme


def test_links_show_that_the_keyboard_has_come_to_them(open_page: Callable[..., Page]) -> None:
    page = open_page()
    for name in ("stTopNavLink", "stPageLink-NavLink"):
        link = page.locator(f"[data-testid={name}]").last
        page.keyboard.press("Tab")  # the browser shows the focus of those who use keys
        link.focus()
        assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"
