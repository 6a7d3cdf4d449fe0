"""The served dashboard in a real browser: what only a browser can show."""

from __future__ import annotations

import csv
import io
import json
import re
import urllib.request
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Position, expect

from dashboard.palette import Theme, palette
from data.catalog import read_catalog
from tests.browser.conftest import settle, wait_for_theme

OpenPage = Callable[..., Page]
NARROW_PAGES = ("/", "/facts", "/about")
"""But for the article's, which a test of its own opens on a phone."""
MAP = ".geo .choroplethlayer path.choroplethlocation"
SVG = "{http://www.w3.org/2000/svg}"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_base_topology_is_served_from_here(address: str) -> None:
    topology = f"{address}/app/static/topojson/world_110m.json"
    with urllib.request.urlopen(topology) as response:  # noqa: S310 - our own server
        assert json.load(response)["type"] == "Topology"


def test_the_map_is_painted_and_a_hostile_link_named_and_harmless(open_page: OpenPage) -> None:
    page = open_page("/?place=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&fact=nope&colour=red")
    warning = page.locator("[data-testid='stAlert']").inner_text()
    assert "onerror" in warning
    assert page.locator("img[src='x']").count() == 0
    _map_is_painted(page)


def _map_is_painted(page: Page) -> None:
    painted = page.locator(MAP).evaluate_all(
        """paths => paths.map(path => ({
            name: path.__data__ && path.__data__.loc,
            fill: getComputedStyle(path).fill,
            width: path.getBBox().width,
            height: path.getBBox().height,
        }))"""
    )
    # Borders and arrows have shapes, too, which are there to be clicked and not to be seen.
    by_country = {shape["name"]: shape for shape in painted if len(shape["name"]) == 3}
    assert {"AFG", "TJK", "UZB", "TKM", "RUS", "PAK", "IRN", "CHN"} <= set(by_country)
    for name, shape in by_country.items():
        assert shape["width"] > 5, name
        assert shape["height"] > 5, name
        assert shape["fill"] not in {"none", "rgba(0, 0, 0, 0)"}, name
    # Parts in the story differ in colour, and the border is drawn over the countries.
    story = ("AFG", "TJK", "UZB", "RUS", "IRN")
    assert len({by_country[name]["fill"] for name in story}) == len(story)
    words = page.locator(".js-plotly-plot").first.inner_text().replace("\u00a0", " ")
    assert re.search(r"85\s?%", words)
    assert "1,000" in words


def test_a_card_leads_to_its_sentence_from_any_address_and_the_link_keeps_it(
    open_page: OpenPage, address: str
) -> None:
    page = open_page("/no-such-page?countries=TJK")
    page.keyboard.press("Escape")  # Streamlit's notice
    page.locator(".st-key-card-border-share-evidence").get_by_role("button").first.click()
    page.locator(".passage .chosen", has_text="85 percent").wait_for()
    passage = page.locator(".st-key-evidence .passage").inner_text()
    assert "acknowledged that the Taliban controlled 85 percent" in passage
    expect(page.locator(".st-key-evidence")).to_contain_text("Russian Foreign Ministry")
    kept = page.url
    assert kept.startswith(f"{address}/?countries=TJK&fact=")
    page.reload()
    page.locator(".passage .chosen", has_text="85 percent").wait_for()
    assert page.url == kept


def test_nothing_of_a_cards_number_is_cut_where_the_window_is_narrow(open_page: OpenPage) -> None:
    page = open_page(width=1100, ready="[data-testid='stMetricValue']")
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


def test_a_source_too_long_for_its_list_ends_in_dots(open_page: OpenPage) -> None:
    page = open_page("/facts", ready=".st-key-filter-sources input")
    page.locator(".st-key-filter-sources input").click()
    option = page.get_by_role("option", name="9 Jul 2021, International Business Times")
    words = option.locator("[data-item-hl]")
    assert words.evaluate("({ scrollWidth, clientWidth }) => scrollWidth > clientWidth")
    expect(words).to_have_css("text-overflow", "ellipsis")
    expect(words).to_have_css("display", "block")  # in a flexible box there are no dots


def test_row_of_the_table_shows_its_evidence(open_page: OpenPage) -> None:
    page = open_page("/facts", ready="[data-testid='stDataFrame'] canvas")
    settle(page)
    table = page.locator("[data-testid='stDataFrame']").first
    table.click(position={"x": 200, "y": 35 * 3 + 15})  # the text of the third row, no checkbox
    page.locator(".passage .chosen", has_text="1,000").wait_for()
    assert query(page)["fact"][0].endswith(".personnel")


def test_a_country_on_the_map_filters_everywhere_and_an_arrow_keeps_the_doubt(
    open_page: OpenPage,
) -> None:
    page = open_page()
    shape = page.locator(MAP).filter(visible=True)
    index = shape.evaluate_all("paths => paths.findIndex(path => path.__data__.loc === 'UZB')")
    shape.nth(index).click(force=True, position=inside(page, index))
    page.locator(".st-key-chip-countries").wait_for()
    settle(page)
    assert query(page)["countries"] == ["UZB"]
    assert "Uzbekistan" in page.locator(".st-key-chip-countries").inner_text()
    assert re.search(r"\d+ of \d+ facts", page.locator("body").inner_text())
    page.locator(".st-key-clear-selection").get_by_role("button").first.click()
    page.locator(".st-key-chip-countries").wait_for(state="detached")
    settle(page)
    assert query(page) == {}
    page.mouse.click(*middle_of_an_arrow(page))
    page.wait_for_url("**fact=**")
    settle(page)
    assert "Reportedly" in page.locator(".st-key-evidence").inner_text()


def middle_of_an_arrow(page: Page) -> tuple[float, float]:
    """Where in the window the arrow is that leads to how many soldiers fled."""
    x, y = page.locator(".js-plotly-plot").first.evaluate(
        """plot => {
            const leads = points => JSON.stringify(points[0].trace.customdata ?? "");
            const arrow = plot.calcdata.find(points =>
                leads(points).includes(".personnel") && points[0].trace.mode?.includes("markers"));
            const middle = arrow[Math.floor(arrow.length / 2)].lonlat;
            const [x, y] = plot._fullLayout.geo._subplot.projection(middle);
            const box = plot.getBoundingClientRect();
            return [box.x + x, box.y + y];
        }"""
    )
    return x, y


def inside(page: Page, index: int) -> Position:
    """A point on a country's own ground, relative to its box: a box's middle may be abroad."""
    point = (
        page.locator(MAP)
        .nth(index)
        .evaluate(
            """path => {
            const box = path.getBoundingClientRect();
            for (let y = 0.5; y < 1; y += 0.05) for (let x = 0.5; x < 1; x += 0.05) {
                const at = { x: box.width * x, y: box.height * y };
                if (document.elementFromPoint(box.x + at.x, box.y + at.y) === path) return at;
            }
            return { x: box.width / 2, y: box.height / 2 };
        }"""
        )
    )
    return {"x": float(point["x"]), "y": float(point["y"])}


def test_mark_in_the_article_shows_its_evidence(open_page: OpenPage) -> None:
    page = open_page("/article", ready=".passage .mark")
    page.locator(".passage .mark", has_text="20,000").first.click()
    page.locator(".passage .mark.chosen", has_text="20,000").first.wait_for()
    settle(page)
    assert "fact" in query(page)
    assert "20,000 military reservists" in page.locator("body").inner_text()


def test_camera_on_a_chart_saves_title_and_source(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page()
    picture = taken_by_camera(page, 0, "region-map", "PNG", tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG\r\n")
    assert picture.stat().st_size > 20_000
    drawing = taken_by_camera(page, 1, "timeline", "SVG", tmp_path)
    words = " ".join(
        "".join(node.itertext())
        for node in ET.parse(drawing).iter(f"{SVG}text")  # noqa: S314
    )
    assert "1979" in words
    assert "Source: International Business Times, 9 July 2021" in words


def taken_by_camera(page: Page, number: int, chart: str, image: str, folder: Path) -> Path:
    """The file that a chart's own camera saves, after its menu was asked for a format."""
    page.locator(f".st-key-{chart}-menu button").first.click()
    page.locator(f".st-key-{chart}-image button", has_text=image).click()
    page.keyboard.press("Escape")
    settle(page)
    plot = page.locator(".js-plotly-plot").nth(number)
    plot.hover(position={"x": 20, "y": 20})
    with page.expect_download() as download:
        plot.locator(".modebar-btn[data-title*='ownload']").first.click(force=True)
    saved = folder / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.suffix == f".{image.lower()}"
    return saved


def test_downloads_are_read_back(open_page: OpenPage) -> None:
    page = open_page("/facts?kinds=personnel", ready=".st-key-facts-files .files a")
    texts = {}
    for name in ("CSV", "JSON"):
        with page.expect_download() as download:
            page.locator(".st-key-facts-files").get_by_role("link", name=name).first.click()
        texts[name] = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(texts["CSV"])))
    records = json.loads(texts["JSON"])
    facts = records["facts"] if isinstance(records, dict) else records
    article = read_catalog().article(read_catalog().entries[0]).text
    assert [row["fact_id"] for row in rows] == [fact["fact_id"] for fact in facts]
    assert len(rows) == 3
    assert all(row["quote"] in article for row in rows)
    assert {fact["value"] for fact in facts} == {1000, 20000}


@pytest.mark.parametrize(("path", "dark"), [(path, path == "/") for path in NARROW_PAGES])
def test_a_phone_needs_no_sideways_scrolling_and_no_other_host(
    open_page: OpenPage, path: str, dark: bool
) -> None:
    page = open_page(path, width=390, height=844, dark=dark, ready="h1, h2, h3, .passage")
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    # Which hosts it asks, open_page watches: in this test and in all others.


def test_charts_follow_the_theme_that_is_chosen_in_the_menu(open_page: OpenPage) -> None:
    page = open_page()
    themes: tuple[Theme, ...] = ("dark", "light")
    for theme in themes:
        page.get_by_test_id("stMainMenu").get_by_role("button").click()
        page.get_by_test_id(f"stMainMenuItem-theme-{theme.capitalize()}").click()
        page.keyboard.press("Escape")
        page.wait_for_function(
            """colour => [...document.querySelectorAll(".js-plotly-plot")].every(
                ({ layout }) => layout.paper_bgcolor === colour)""",
            arg=palette(theme).page,
        )


def test_a_theme_chosen_on_one_page_holds_on_every_page(open_page: OpenPage, address: str) -> None:
    page = open_page("/about", ready="h1")
    themes: tuple[tuple[Theme, str], ...] = (("dark", "/facts"), ("light", "/about"))
    for theme, other in themes:
        page.get_by_test_id("stMainMenu").get_by_role("button").click()
        page.get_by_test_id(f"stMainMenuItem-theme-{theme.capitalize()}").click()
        page.goto(address + other)
        page.locator("h1").first.wait_for()
        wait_for_theme(page, theme)
    page.reload()
    page.locator("h1").first.wait_for()
    wait_for_theme(page, "light")


def test_a_menu_at_the_foot_of_the_window_opens_whole(open_page: OpenPage) -> None:
    page = open_page("/claims")
    button = page.locator(".st-key-claims-menu button").first
    button.evaluate("button => button.scrollIntoView({ block: 'end' })")
    button.click()
    page.get_by_role("tab", name="Cite").wait_for()
    settle(page)
    inside, all_of_it = page.get_by_role("dialog", name="Download").evaluate(
        "menu => [menu.clientHeight, menu.scrollHeight]"
    )
    assert inside == all_of_it


def test_on_a_phone_a_text_in_a_box_fades_where_it_goes_on_and_not_at_its_end(
    open_page: OpenPage,
) -> None:
    page = open_page("/article", width=390, height=844, ready=".passage .mark")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
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
