"""Pictures: what is in the files, that they are the same each time, and what is bounded."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import http.server
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter

from dashboard.images import About, Busy, ImageFormat, NoBrowser, PngSize, TooSlow, Undrawable
from dashboard.images import missing, render
from dashboard.images.browser import PLACES, WarmBrowser
from dashboard.images.drawing import the_browser
from dashboard.images.pdf import finish_pdf
from dashboard.images.png import finish_png
from dashboard.images.svg import finish_svg
from data.errors import InputError

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
ABOUT = About(
    title="Who fled </title><script>alert(1)</script>",
    description="40 soldiers (“about”) fled & 5 < 6 ]]>\x0c",
    source="Source: Daily Example, 9 July 2021",
    link="https://example.org/?countries=TJK&fact=(1)\\",
    as_of=datetime.date(2021, 7, 9),
)
FORMATS: tuple[ImageFormat, ...] = ("png", "svg", "pdf")


def timeline() -> go.Figure:
    return go.Figure(
        [go.Scatter(x=[1, 2, 3], y=[3, 1, 2], name="fled"), go.Scatter(x=[1, 3], y=[1, 2])],
        {
            "title": {"text": "Soldiers who <b>crossed</b> the border"},
            "width": 600,
            "height": 300,
            "paper_bgcolor": "#204060",
            "font": {"family": '"Source Sans", Arial, sans-serif', "color": "#fff"},
        },
    )


def border_map() -> go.Figure:
    """Draws base topology, which plotly.js would fetch from a network."""
    points = go.Scattergeo(lon=[69, 70], lat=[37, 38], text=["Kunduz", "Shuroabad"], mode="text")
    geo = {"showland": True, "showcountries": True, "lonaxis_range": [66, 73]}
    return go.Figure([points], {"geo": geo, "width": 400, "height": 300})


@pytest.fixture(scope="module")
def chrome() -> Iterator[None]:
    if why := missing():
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    yield
    the_browser().close()


drawn = pytest.mark.usefixtures("chrome")


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
def test_the_same_figure_gives_the_same_bytes_in_any_process() -> None:
    """Another process draws each as its first or second picture, this one has drawn before."""
    script = (
        "import hashlib, json, dashboard.images as i, tests.dashboard.test_images as t\n"
        "from dashboard.images.drawing import the_browser\n"
        "files = [i.render(f(), image_format=k, about=t.ABOUT)"
        " for k in t.FORMATS for f in (t.timeline, t.border_map)]\n"
        "print(json.dumps([the_browser().process_id,"
        " [hashlib.sha256(file).hexdigest() for file in files]]))\n"
    )
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert elsewhere.stderr == ""
    process_id, there = json.loads(elsewhere.stdout)
    here = [
        hashlib.sha256(render(figure(), image_format=image_format, about=ABOUT)).hexdigest()
        for image_format in FORMATS
        for figure in (timeline, border_map)
    ]
    assert here == there
    with pytest.raises(ProcessLookupError):  # it took its browser along
        os.killpg(process_id, 0)


@drawn
def test_text_is_drawn_in_the_font_of_the_pages() -> None:
    ours, fallback = timeline(), timeline()
    fallback.update_layout(font_family="Arial, sans-serif")
    for image_format in ("png", "pdf"):
        files = [render(f, image_format=image_format, about=ABOUT) for f in (ours, fallback)]
        assert files[0] != files[1]


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
@pytest.mark.parametrize("when", ["idle", "drawing"])
def test_a_browser_that_died_is_started_again(when: str) -> None:
    expected = render(border_map(), image_format="svg", about=ABOUT)
    process_id = the_browser().process_id
    assert process_id is not None
    with ThreadPoolExecutor(1) as threads:
        if when == "drawing":
            early = threads.submit(render, border_map(), image_format="svg", about=ABOUT)
        os.killpg(process_id, signal.SIGKILL)
        late = threads.submit(render, border_map(), image_format="svg", about=ABOUT)
        assert late.result() == expected
        assert when == "idle" or early.result() == expected
    assert the_browser().process_id != process_id


@drawn
def test_a_browser_that_hangs_is_replaced_and_an_unused_one_closed() -> None:
    browser = WarmBrowser(longest_s=2, answer_s=0.5, idle_s=0.5)
    options = {"format": "svg", "width": 400, "height": 300, "scale": 1}

    def draw(deadline_s: float) -> bytes:
        return browser.draw(border_map().to_dict, options, lambda it: it, deadline_s=deadline_s)

    try:
        assert draw(30)
        process_id = browser.process_id
        assert process_id is not None
        os.killpg(process_id, signal.SIGSTOP)
        with pytest.raises(TooSlow):
            draw(0.2)
        assert draw(30)
        with pytest.raises(ProcessLookupError):
            os.killpg(process_id, 0)
        end = time.monotonic() + 30
        while browser.process_id is not None and time.monotonic() < end:
            time.sleep(0.1)
        assert browser.process_id is None
    finally:
        browser.close()


@drawn
def test_a_picture_past_its_deadline_is_given_up() -> None:
    with pytest.raises(TooSlow, match=r"0\.001 seconds"):
        render(timeline(), image_format="png", about=ABOUT, deadline_s=0.001)
    assert render(timeline(), image_format="png", about=ABOUT)


def test_one_picture_too_many_is_refused_and_told_when_to_come_back() -> None:
    browser, inside, may_go = WarmBrowser(), threading.Semaphore(0), threading.Event()

    def draw(figure: Callable[[], Mapping[str, Any]]) -> bytes:
        return browser.draw(figure, {}, lambda it: it, deadline_s=30)

    def waits() -> Mapping[str, Any]:
        inside.release()
        may_go.wait(30)
        raise LookupError

    with ThreadPoolExecutor(PLACES) as threads:
        waiting = [threads.submit(draw, waits) for _ in range(PLACES)]
        try:
            for _ in range(PLACES):
                assert inside.acquire(timeout=30)
            with pytest.raises(Busy, match="Try again in") as refused:
                draw(waits)
        finally:
            may_go.set()
        assert refused.value.retry_after >= 1
        assert [type(thread.exception()) for thread in waiting] == [LookupError] * PLACES
    with pytest.raises(LookupError):  # there is room again
        draw(waits)


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


@pytest.mark.parametrize(
    ("chosen", "commands", "why", "command"),
    [
        ("none", [], "switched off", "unset WITHDRAWAL_BROWSER"),
        ("/no/such/browser", [], "WITHDRAWAL_BROWSER", "unset WITHDRAWAL_BROWSER"),
        ("", ["apt-get"], "Chrome or Chromium", "apt-get install chromium"),
        ("", ["plotly_get_chrome"], "Chrome or Chromium", "plotly_get_chrome"),
    ],
)
def test_without_a_browser_one_sentence_says_what_adds_one(
    chosen: str,
    commands: list[str],
    why: str,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in commands:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("WITHDRAWAL_BROWSER", chosen)
    monkeypatch.setenv("BROWSER_PATH", "/no/such/browser")
    message = missing()
    assert message is not None
    assert why in message
    assert message.endswith(": " + command)
    browser = WarmBrowser()
    try:
        with pytest.raises(NoBrowser) as refused:
            browser.draw(dict, {}, lambda it: it, deadline_s=30)
    finally:
        browser.close()
    assert str(refused.value) == message


def test_a_browser_that_does_not_start_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken-chrome"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("WITHDRAWAL_BROWSER", str(broken))
    browser = WarmBrowser()
    try:
        with pytest.raises(NoBrowser, match="broken-chrome does not start"):
            browser.draw(dict, {}, lambda it: it, deadline_s=30)
    finally:
        browser.close()


ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
ANY_ABOUT = st.builds(
    About,
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT,
    ANY_TEXT | ANY_TEXT.map(lambda text: "https://example.org/?" + text),
    st.none() | st.dates(datetime.date(1979, 1, 1)),
)


def _written(about: About) -> dict[str, str]:
    words = dataclasses.asdict(about) | {"as_of": about.as_of.isoformat() if about.as_of else ""}
    return {name: text for name, text in words.items() if text}


@given(ANY_ABOUT)
def test_png_says_what_it_is_about(about: About) -> None:
    blank = io.BytesIO()
    Image.new("RGBA", (2, 2)).save(blank, "PNG")
    with Image.open(io.BytesIO(finish_png(blank.getvalue(), about, None))) as picture:
        assert isinstance(picture, Image.Image)
        found = {key: str(text) for key, text in picture.info.items()}
    names = ("Title", "Description", "Source", "URL", "Date")
    expected = dict(zip(names, dataclasses.astuple(about), strict=True))
    expected["Date"] = about.as_of.isoformat() if about.as_of else ""
    assert found == {key: text for key, text in expected.items() if text}


@given(ANY_ABOUT)
def test_svg_says_what_it_is_about(about: About) -> None:
    root = fromstring(finish_svg(b'<svg xmlns="http://www.w3.org/2000/svg"/>', about))
    assert (root.findtext(SVG + "title"), root.findtext(SVG + "desc")) == (
        about.title,
        about.description,
    )
    names = {"title": "title", "description": "description", "source": "source"}
    names |= {"link": "identifier", "as_of": "date"}
    found = {name: root.findtext(f".//{DC}{element}") for name, element in names.items()}
    assert {name: text for name, text in found.items() if text} == _written(about)


@given(ANY_ABOUT)
def test_pdf_says_what_it_is_about(about: About) -> None:
    blank, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(blank)
    reader = PdfReader(io.BytesIO(finish_pdf(blank.getvalue(), about)))
    assert reader.metadata is not None
    found = [reader.metadata[key] for key in ("/Title", "/Subject", "/Keywords", "/URL")]
    assert found == [about.title, about.description, about.source, about.link]
    created = reader.metadata.creation_date
    assert created is not None
    assert about.as_of in {None, created.date()}
    links = [note.get_object() for note in reader.pages[0].get("/Annots", [])]
    assert [link["/A"]["/URI"] for link in links] == (
        [about.link] if about.link.startswith("https://") else []
    )
