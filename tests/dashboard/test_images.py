"""Pictures: what is in the files, that they are the same each time, and what is bounded."""

from __future__ import annotations

import asyncio
import functools
import hashlib
import http.server
import io
import itertools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image
from pypdf import PdfReader

from dashboard.admission import TooSlow
from dashboard.charts.catalogue import CHARTS, Style
from dashboard.images import (
    ImageFormat,
    PngSize,
    Undrawable,
    chrome,
    render,
)
from dashboard.images.drawing import the_browser
from dashboard.view import View
from data.corpus import Corpus
from data.errors import InputError
from tests.dashboard.made_up import a_number, an_article
from tests.dashboard.pictured import ABOUT, border_map, chrome_or_skip, timeline

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
FORMATS: tuple[ImageFormat, ...] = ("png", "svg", "pdf")


@pytest.fixture(scope="module")
def a_browser() -> None:
    """Something to draw with, which stays for the files whose pictures come after."""
    chrome_or_skip()


drawn = pytest.mark.usefixtures("a_browser")


@drawn
@pytest.mark.parametrize(
    ("size", "pixels"),
    [("1x", (600, 300)), ("2x", (1200, 600)), ("square", (1080, 1080)), ("preview", (1200, 630))],
)
def test_png_has_the_size_asked_for_on_the_figures_background(
    size: PngSize, pixels: tuple[int, int]
) -> None:
    content = render(timeline(), image_format="png", size=size, about=ABOUT)
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == pixels
        rgb = picture.convert("RGB")
    right, bottom = pixels[0] - 1, pixels[1] - 1
    corners = {rgb.getpixel(at) for at in [(0, 0), (right, 0), (0, bottom), (right, bottom)]}
    assert corners == {(0x20, 0x40, 0x60)}
    assert len(set(rgb.get_flattened_data())) > 10, "nothing is drawn"


@drawn
@pytest.mark.parametrize(
    ("figure", "words"),
    [(timeline, {"Soldiers who ", "crossed", "fled"}), (border_map, {"Kunduz", "Shuroabad"})],
)
def test_svg_is_vectors_with_text_as_text(figure: Callable[[], go.Figure], words: set[str]) -> None:
    root = fromstring(render(figure(), image_format="svg", about=ABOUT))
    assert root.tag == SVG + "svg"
    texts = {part for element in root.iter(SVG + "text") for part in element.itertext()}
    assert words <= texts
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not tags & {"foreignObject", "image", "script"}


@drawn
def test_svg_references_lead_to_elements_of_the_picture() -> None:
    root = fromstring(render(timeline(), image_format="svg", about=ABOUT))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    used = {
        value.split("#")[1].rstrip("')\"")
        for element in root.iter()
        for value in element.attrib.values()
        if value.startswith("url(")
    }
    assert used, "clip paths are gone"
    assert used <= set(ids)
    assert len(ids) == len(set(ids))


@drawn
@pytest.mark.parametrize(
    ("figure", "words", "points"),
    [(timeline, "Soldiers who crossed the border", (450, 225)), (border_map, "Kunduz", (300, 225))],
)
def test_pdf_is_one_page_of_the_figures_size_with_text_to_extract(
    figure: Callable[[], go.Figure], words: str, points: tuple[int, int]
) -> None:
    [page] = PdfReader(io.BytesIO(render(figure(), image_format="pdf", about=ABOUT))).pages
    assert words in " ".join(page.extract_text().split())
    assert (page.mediabox.width, page.mediabox.height) == pytest.approx(points, abs=1)
    assert not page.images


@drawn
def test_a_word_with_a_halo_is_in_a_pdf_once() -> None:
    figure = go.Figure().update_layout(width=300, height=200)
    figure.add_annotation(
        text="India", showarrow=False, font={"shadow": "0 0 2px red, 0 0 3px red"}
    )
    [page] = PdfReader(io.BytesIO(render(figure, image_format="pdf", about=ABOUT))).pages
    assert page.extract_text().count("India") == 1


@pytest.mark.tour
def test_the_same_figure_gives_the_same_bytes_in_any_process() -> None:
    """Another process draws each as its first or second picture, this one has drawn before."""
    script = (
        "import hashlib, json, dashboard.images as i, tests.dashboard.pictured as t\n"
        "from dashboard.images.drawing import the_browser\n"
        "files = [i.render(f(), image_format=k, about=t.ABOUT)"
        f" for k in {FORMATS} for f in (t.timeline, t.border_map)]\n"
        "print(json.dumps([the_browser().process_id,"
        " [hashlib.sha256(file).hexdigest() for file in files]]))\n"
    )
    elsewhere = subprocess.run(  # noqa: S603 - our own interpreter and script
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert elsewhere.stderr == ""
    process_id, there = json.loads(elsewhere.stdout)
    here = [
        {
            hashlib.sha256(render(figure(), image_format=image_format, about=ABOUT)).hexdigest()
            for _ in range(2)  # on a crowded machine a drawing was once seen to differ
        }
        for image_format in FORMATS
        for figure in (timeline, border_map)
    ]
    names = [f"{figure} as {each}" for each in FORMATS for figure in ("timeline", "border_map")]
    differing = [
        name for name, ours, theirs in zip(names, here, there, strict=True) if theirs not in ours
    ]
    assert differing == []
    assert ended(process_id), "it left its browser behind"


@drawn
@pytest.mark.tour
def test_what_a_page_has_drawn_before_does_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each chart, in one format after the other, on a page of its own and on one for all."""
    view = View(Corpus({"a": an_article()}, {"a-1": a_number("a-1", 40, places=("TJK",))}))
    drawings = [
        functools.partial(
            render, chart.figure(view, Style("light", 720)), image_format=image_format, about=ABOUT
        )
        for chart, image_format in zip(CHARTS.values(), itertools.cycle(FORMATS), strict=False)
    ]
    the_browser().close()
    with monkeypatch.context() as patched:
        patched.setattr(chrome, "PICTURES_A_PAGE", 1)
        alone = [draw() for draw in drawings]
    assert [draw() for draw in reversed(drawings)] == alone[::-1]


def ended(process_group: int) -> bool:
    """Whether a group of processes ends; those that were told to may still be about it."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.killpg(process_group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@drawn
def test_text_is_drawn_in_the_font_of_the_pages() -> None:
    ours, fallback = timeline(), timeline()
    fallback.update_layout(font_family="Arial, sans-serif")
    for image_format in ("png", "pdf"):
        files = [render(f, image_format=image_format, about=ABOUT) for f in (ours, fallback)]
        assert files[0] != files[1]


@drawn
@pytest.mark.parametrize(
    "words", ["Soldiers", "left differing offices", "Кундуз", "Şehr-i Kābul", "Ελλάς ≈ 5 ⅓"]
)
def test_pdf_has_its_letters_as_a_font_of_a_few_kilobytes(words: str) -> None:
    """As drawings of letters, Type 3, it would be twice as large and no text to a printer."""
    content = render(
        timeline().update_layout(title_text=f"{words} <b>{words}</b>"),
        image_format="pdf",
        about=ABOUT,
    )
    [page] = PdfReader(io.BytesIO(content)).pages
    assert f"{words} {words}" in " ".join(page.extract_text().split())
    embedded = set()
    resources: Any = page["/Resources"]
    for font in resources["/Font"].values():
        [described] = font.get_object()["/DescendantFonts"]
        assert described["/FontDescriptor"]["/FontFile2"].get_data()
        embedded.add(described["/BaseFont"].split("+")[1])
    assert embedded == {"WithdrawalSans-Regular", "WithdrawalSans-Bold"}
    assert len(content) < 60_000


@drawn
def test_a_figure_makes_no_request() -> None:
    asked: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        base = f"http://127.0.0.1:{server.server_port}/"
        with_image = timeline().add_layout_image(source=base + "image.png")
        with_shapes = go.Figure(go.Choropleth(geojson=base + "shapes", locations=["a"], z=[1]))
        try:
            render(with_image, image_format="png", about=ABOUT)
            with pytest.raises(Undrawable):
                render(with_shapes, image_format="png", about=ABOUT)
        finally:
            server.shutdown()
            thread.join()
    assert asked == []


@drawn
def test_a_picture_past_its_deadline_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = chrome.Tab.draw

    async def slowly(tab: chrome.Tab, *arguments: Any) -> bytes:
        await asyncio.sleep(2)  # who waits may be woken late: a crowded machine once drew it first
        return await draw(tab, *arguments)

    with monkeypatch.context() as patched:
        patched.setattr(chrome.Tab, "draw", slowly)
        with pytest.raises(TooSlow, match=r"0\.001 seconds"):
            render(timeline(), image_format="png", about=ABOUT, deadline_s=0.001)
    assert render(timeline(), image_format="png", about=ABOUT)


@pytest.mark.parametrize(
    ("image_format", "size", "width", "problem"),
    [
        ("png", "1x", 40_001, "40001 x 1000 pixels"),
        ("png", "2x", 10_001, "20002 x 2000 pixels"),
        ("pdf", "1x", 40_001, "40001 x 1000 pixels"),
        ("svg", "2x", 500, "SVG has no pixels"),
        ("pdf", "preview", 500, "PDF has no pixels"),
    ],
)
def test_what_cannot_be_a_picture_is_refused(
    image_format: ImageFormat, size: PngSize, width: int, problem: str
) -> None:
    figure = go.Figure(layout={"width": width, "height": 1000})
    with pytest.raises(InputError, match=problem):
        render(figure, image_format=image_format, size=size, about=ABOUT)
