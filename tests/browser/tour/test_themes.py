"""A theme that is chosen in the menu."""

from __future__ import annotations

from playwright.sync_api import Page

from dashboard.palette import Theme, palette
from tests.browser.conftest import OpenPage, wait_for_theme


def test_a_theme_chosen_in_the_menu_holds_for_charts_and_on_every_page(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(width=1100, dark=True)
    themes: tuple[Theme, ...] = ("light", "dark")
    for theme in themes:
        _choose(page, theme)
        page.wait_for_function(
            """colour => [...document.querySelectorAll(".js-plotly-plot")].every(
                ({ layout }) => layout.paper_bgcolor === colour)""",
            arg=palette(theme).page,
        )
    _nothing_of_a_cards_number_is_cut_where_the_window_is_narrow(page)
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}/add")
    page.locator("h1").first.wait_for()
    wait_for_theme(page, "dark")
    _choose(page, "light")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}/about")
    page.locator("h1").first.wait_for()
    wait_for_theme(page, "light")
    page.reload()
    page.locator("h1").first.wait_for()
    wait_for_theme(page, "light")


def _choose(page: Page, theme: Theme) -> None:
    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    page.get_by_test_id(f"stMainMenuItem-theme-{theme.capitalize()}").click()
    page.keyboard.press("Escape")


def _nothing_of_a_cards_number_is_cut_where_the_window_is_narrow(page: Page) -> None:
    cut = page.get_by_test_id("stMetric").evaluate_all(
        """cards => {
            cards[0].querySelector("[data-testid=stMetricValue] p").textContent =
                "Under 250,000 to over 550,000";
            return cards.flatMap(card => [...card.querySelectorAll("*")])
                .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
                .map(({ textContent }) => textContent);
        }"""
    )
    assert cut == []
