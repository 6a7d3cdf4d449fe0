"""The report and a chart's page in a real browser, opened as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect
from pypdf import PdfReader

from dashboard.charts.catalogue import CHARTS
from dashboard.export.interactive import WIDTHS
from dashboard.export.webpage import chart_page
from dashboard.palette import palette
from dashboard.report import report
from dashboard.selecting.concerns import concerns
from dashboard.view import View
from data.corpus import read_corpus
from tests.seed_only import SEED_ONLY

BASE = "https://example.org/withdrawal"
DRAWN = "[data-chart].drawn .main-svg"
OUTSIDE = """() => [...document.querySelectorAll(".js-plotly-plot")].flatMap((plot) => {
    const edge = plot.getBoundingClientRect();
    return [...plot.querySelectorAll("text")].filter((words) => {
        const { left, right, width } = words.getBoundingClientRect();
        return width && (left < edge.left || right > edge.right);
    }).map((words) => words.textContent);
})"""
"""Words of charts that are cut at an edge."""
DRAWN_FOR = "document.querySelector('.js-plotly-plot').layout.meta.width"
OpenFile = Callable[..., Page]


@pytest.fixture(scope="module")
def view() -> View:
    return View(read_corpus(SEED_ONLY))


@pytest.fixture(scope="module")
def report_file(view: View, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(report(view, base=BASE))
    return path


@pytest.fixture(scope="module")
def map_file(view: View, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "region-map.html"
    path.write_bytes(chart_page(CHARTS["region-map"], view, base=BASE))
    return path


@pytest.fixture
def open_file(browser: Browser, window: Page) -> Iterator[OpenFile]:
    """Opens a file; afterwards nothing else must have been asked for, and nothing refused."""
    asked: list[str] = []
    said: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            asked.append(request.url)

    def hear(message: ConsoleMessage | Error) -> None:
        said.append(message.text if isinstance(message, ConsoleMessage) else str(message))

    with browser.new_context(java_script_enabled=False) as scriptless:

        def open_at(
            path: Path, *, width: int = 1440, dark: bool = False, scripts: bool = True
        ) -> Page:
            page = window if scripts else scriptless.new_page()
            page.on("request", note)
            page.on("console", hear)
            page.on("pageerror", hear)
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if dark else "light")
            page.goto(path.as_uri())
            if scripts:
                page.locator(DRAWN).first.wait_for()
            return page

        yield open_at
    for event, heard in {"request": note, "console": hear, "pageerror": hear}.items():
        window.remove_listener(event, heard)
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []  # where a violation of the page's own policy would be told, too


@pytest.mark.parametrize(("width", "dark"), [(1440, True), (360, False)], ids=["screen", "phone"])
def test_report_draws_every_chart_in_the_readers_colours_leads_to_sentences_and_prints(
    open_file: OpenFile, report_file: Path, tmp_path: Path, width: int, dark: bool
) -> None:
    page = open_file(report_file, width=width, dark=dark)
    _every_chart_is_in_the_readers_colours_and_no_words_are_cut(page, width, dark=dark)
    _a_number_leads_to_its_sentence_and_back(page)
    if dark:
        _it_prints_light_on_a4(page, tmp_path / "report.pdf")


def _every_chart_is_in_the_readers_colours_and_no_words_are_cut(
    page: Page, width: int, *, dark: bool
) -> None:
    assert page.locator("[data-chart].drawn").count() == len(CHARTS)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    colours = palette("dark" if dark else "light")
    for plot in page.locator(".js-plotly-plot").all():
        assert plot.evaluate("plot => plot.layout.paper_bgcolor") == colours.page
    shapes = page.locator(".geo .choroplethlayer path.choroplethlocation")
    assert shapes.count() > 8
    assert all(box and box["width"] > 3 for box in (each.bounding_box() for each in shapes.all()))
    assert page.evaluate(OUTSIDE) == []  # whatever font they are in


def _a_number_leads_to_its_sentence_and_back(page: Page) -> None:
    page.locator("#card-border-share .value a").click()
    row = page.locator("tr:target")
    assert "controlled 85 percent of the Afghan-Tajik border" in row.inner_text()
    row.locator(".back").first.click()
    assert page.locator("#card-border-share:target").is_visible()


def _it_prints_light_on_a4(page: Page, path: Path) -> None:
    page.pdf(path=path, prefer_css_page_size=True)
    pdf = PdfReader(path)
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] in ([595, 842], [596, 842])
    pages = [sheet.extract_text() for sheet in pdf.pages]
    # Each chart stands on one page, from its title to its source line.
    for title in ("Taliban are said to hold", "3 dated and 16 undated"):
        (sheet,) = [text for text in pages if title in text]
        assert "Source: International Business Times, 9 July 2021" in sheet
    heads = [text for text in pages if "In these words" in text]
    assert len(heads) > 2  # repeated on every page with claims
    # Light again on the screen as the reader had it.
    assert (
        page.locator(".js-plotly-plot").first.evaluate("plot => plot.layout.paper_bgcolor")
        == palette("dark").page
    )


def test_a_chart_leads_to_its_sentences_is_saved_and_follows_the_width_of_the_window(
    open_file: OpenFile, map_file: Path, view: View
) -> None:
    page = open_file(map_file, width=1440)
    assert page.evaluate(DRAWN_FOR) == WIDTHS[-1]
    _a_click_on_a_mark_leads_to_its_sentences_and_dims_nothing(page, view)
    _the_camera_saves_a_picture(page)
    for width, drawn in ((1900, WIDTHS[-1]), (700, WIDTHS[1]), (390, WIDTHS[0])):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_function(f"() => {DRAWN_FOR} === {drawn}")  # a function: no eval
        _every_legend_entry_is_inside_the_picture(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width


def _every_legend_entry_is_inside_the_picture(page: Page) -> None:
    edge = page.locator("[data-plot]").bounding_box()
    entries = page.locator(".legend .legendtext").all()
    assert edge
    assert len(entries) == 6
    for entry in entries:
        box = entry.bounding_box()
        assert box
        assert edge["x"] <= box["x"]
        assert box["x"] + box["width"] <= edge["x"] + edge["width"]


def _a_click_on_a_mark_leads_to_its_sentences_and_dims_nothing(page: Page, view: View) -> None:
    names = (
        "() => [...document.querySelectorAll('.geo text')].map((t) => getComputedStyle(t).opacity)"
    )
    drawn = page.evaluate(names)
    uzbekistan = page.locator(".geo text", has_text="Uzbekistan").bounding_box()
    assert uzbekistan
    page.mouse.click(uzbekistan["x"] + 10, uzbekistan["y"] + 25)
    line = page.get_by_role("status")
    expect(line).to_contain_text("behind this mark")
    concerned = {f"fact-{fact.fact_id}" for fact in view.facts if concerns(fact, "UZB")}
    marked = page.locator("tr.chosen").evaluate_all("rows => rows.map(({ id }) => id)")
    assert set(marked) == concerned
    expect(page.locator("tr.chosen").first).to_be_in_viewport()
    assert page.evaluate(names) == drawn
    expect(line).to_contain_text(f"Sentence 1 of {len(concerned)}")
    page.get_by_role("button", name="Next").click()
    expect(line).to_contain_text(f"Sentence 2 of {len(concerned)}")
    page.get_by_role("button", name="Back to the chart").click()
    expect(page.locator("tr.chosen")).to_have_count(0)
    expect(page.locator(".geo").first).to_be_in_viewport()


def _the_camera_saves_a_picture(page: Page) -> None:
    page.locator(".js-plotly-plot").hover(position={"x": 20, "y": 20})
    with page.expect_download() as download:
        page.locator(".modebar-btn[data-title*='ownload']").first.click(force=True)
    assert download.value.suggested_filename == "afghanistan-withdrawal-region-map.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG\r\n")


def test_without_scripts_everything_is_in_words(
    open_file: OpenFile, report_file: Path, view: View
) -> None:
    page = open_file(report_file, scripts=False)
    for chart in CHARTS.values():
        words = page.locator(f"#alt-{chart.name}")
        assert words.is_visible()
        assert words.inner_text() == chart.alt(view)
        box = words.bounding_box()
        assert box
        assert box["width"] > 300
    assert page.locator("tr[id^='fact-']").count() == len(view.facts)
