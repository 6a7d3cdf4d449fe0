"""The served dashboard on a phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from dashboard.sitemap import PAGES
from tests.browser.conftest import OpenPage, settle
from tests.browser.test_links import SHARE


def test_on_a_phone_the_menu_leads_to_pages_that_need_no_sideways_scrolling(
    open_page: OpenPage,
) -> None:
    page = open_page(f"/?{SHARE}", width=390, height=844, dark=True)
    _a_link_to_a_claim_opens_with_its_words_and_its_card_in_sight(page)
    _needs_no_sideways_scrolling(page)
    for name in ("Facts", "Add an article", "Article", "About"):
        page.get_by_role("button", name="Expand sidebar").click()
        page.get_by_role("link", name=name, exact=True).first.click()
        (chosen,) = [each for each in PAGES.values() if each.title == name]
        expect(page).to_have_title(chosen.window_title)
        settle(page)
        page.get_by_role("button", name="Expand sidebar").wait_for()
        link = page.get_by_role("link", name=name, exact=True)
        expect(link, "the menu closes").not_to_be_in_viewport()
        _needs_no_sideways_scrolling(page)
        if name == "Article":
            _a_text_in_a_box_fades_where_it_goes_on_and_not_at_its_end(page)


def _a_link_to_a_claim_opens_with_its_words_and_its_card_in_sight(page: Page) -> None:
    expect(page.locator(".st-key-evidence h4")).to_be_in_viewport()
    page.wait_for_function(
        """() => {
            const card = document.querySelector(".st-key-chosen-card").getBoundingClientRect();
            return card.left >= 0 && card.right <= innerWidth;
        }"""
    )


def _needs_no_sideways_scrolling(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 390, page.url


def _a_text_in_a_box_fades_where_it_goes_on_and_not_at_its_end(page: Page) -> None:
    mask, height, end = page.locator(".st-key-article-box").evaluate(
        """box => {
            box.scrollTo(0, box.scrollHeight);
            const end = box.querySelector("[class*=st-key-article-text]").getBoundingClientRect();
            const mask = getComputedStyle(box).maskImage;
            return [mask, box.clientHeight, end.bottom - box.getBoundingClientRect().top];
        }"""
    )
    faded = 4 * 14
    assert f"calc(100% - {faded}px)" in mask
    assert height - end >= faded
    assert page.locator(".st-key-evidence [data-testid=stVerticalBlock]").evaluate_all(
        "blocks => blocks.every(block => block.scrollHeight <= block.clientHeight + 1)"
    )
