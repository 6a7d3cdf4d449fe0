"""The served dashboard in a real browser: what only a browser can show."""

from __future__ import annotations

import csv
import io
import json
import re
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Position, expect

from data.catalog import read_catalog
from tests.browser.conftest import OpenPage, settle

HOSTILE = "place=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&fact=nope&colour=red"
MAP = ".geo .choroplethlayer path.choroplethlocation"


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_base_topology_is_served_from_here(address: str) -> None:
    topology = f"{address}/app/static/topojson/world_110m.json"
    with urllib.request.urlopen(topology) as response:  # noqa: S310 - our own server
        assert json.load(response)["type"] == "Topology"


def test_any_address_leads_to_a_map_and_a_card_that_lead_to_their_sentences(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(f"/no-such-page?countries=TJK&{HOSTILE}")
    page.keyboard.press("Escape")  # Streamlit's notice
    expect(page.get_by_role("dialog")).to_have_count(0)
    _a_hostile_link_is_named_and_harmless(page)
    _map_is_painted(page)
    _a_card_leads_to_its_sentence(page)
    assert page.url.startswith(f"{address}/?countries=TJK&fact=")
    _clear(page)
    _a_country_on_the_map_filters_everywhere(page)
    _clear(page)
    _an_arrow_keeps_the_doubt(page)


def _a_hostile_link_is_named_and_harmless(page: Page) -> None:
    warning = page.locator("[data-testid='stAlert']").inner_text()
    assert "onerror" in warning
    assert page.locator("img[src='x']").count() == 0


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


def _a_card_leads_to_its_sentence(page: Page) -> None:
    page.locator(".st-key-card-border-share-evidence").get_by_role("button").first.click()
    page.locator(".passage .chosen", has_text="85 percent").wait_for()
    passage = page.locator(".st-key-evidence .passage").inner_text()
    assert "acknowledged that the Taliban controlled 85 percent" in passage
    expect(page.locator(".st-key-evidence")).to_contain_text("Russian Foreign Ministry")


def _clear(page: Page) -> None:
    page.locator(".st-key-clear-selection").get_by_role("button").first.click()
    page.locator(".st-key-chip-countries").wait_for(state="detached")
    settle(page)
    assert query(page) == {}


def _a_country_on_the_map_filters_everywhere(page: Page) -> None:
    shape = page.locator(MAP).filter(visible=True)
    index = shape.evaluate_all("paths => paths.findIndex(path => path.__data__.loc === 'UZB')")
    shape.nth(index).click(force=True, position=inside(page, index))
    page.locator(".st-key-chip-countries").wait_for()
    settle(page)
    assert query(page)["countries"] == ["UZB"]
    assert "Uzbekistan" in page.locator(".st-key-chip-countries").inner_text()
    assert re.search(r"\d+ of \d+ facts", page.locator("body").inner_text())


def _an_arrow_keeps_the_doubt(page: Page) -> None:
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


def test_the_page_of_facts_names_sources_shows_evidence_and_gives_files(
    open_page: OpenPage,
) -> None:
    page = open_page("/facts?kinds=personnel", ready="[data-testid='stDataFrame'] canvas")
    _a_row_of_the_table_shows_its_evidence(page)
    _downloads_are_read_back(page)
    _a_source_too_long_for_its_list_ends_in_dots(page)


def _a_source_too_long_for_its_list_ends_in_dots(page: Page) -> None:
    page.locator(".st-key-filter-sources input").click()
    option = page.get_by_role("option", name="9 Jul 2021, International Business Times")
    words = option.locator("[data-item-hl]")
    assert words.evaluate("({ scrollWidth, clientWidth }) => scrollWidth > clientWidth")
    expect(words).to_have_css("text-overflow", "ellipsis")
    expect(words).to_have_css("display", "block")  # in a flexible box there are no dots


def _downloads_are_read_back(page: Page) -> None:
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


def _a_row_of_the_table_shows_its_evidence(page: Page) -> None:
    table = page.locator("[data-testid='stDataFrame']").first
    table.click(position={"x": 200, "y": 35 * 3 + 15})  # the text of the third row, no checkbox
    page.locator(".passage .chosen", has_text="20,000").wait_for()
    assert query(page)["fact"][0].endswith(".personnel")
