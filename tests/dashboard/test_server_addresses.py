"""Addresses for machines: each hands out what its name says, about the view of its query."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import geopandas as gpd
import pyarrow.parquet as pq
import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image
from pypdf import PdfReader

from dashboard.charts.catalogue import CHARTS
from dashboard.export.formats import formats
from dashboard.images.installed import OFF, VARIABLE
from data.catalog import CATALOG_VARIABLE
from tests.dashboard.asking import STREAMLIT, OpenedPage, Reply, Site, rows
from tests.dashboard.html_pages import Page
from tests.dashboard.pictured import chrome_or_skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def pixels(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def tables(content: bytes) -> set[str]:
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
        return {name for (name,) in database.execute("select table_name from gpkg_contents")}
    finally:
        database.close()


def features(content: bytes) -> gpd.GeoDataFrame:
    return gpd.read_file(io.BytesIO(content))


READS: Final[Mapping[str, Callable[[bytes], Any]]] = {
    "png": lambda content: pixels(content).width > 300,
    "svg": lambda content: fromstring(content, forbid_dtd=True).tag.endswith("}svg"),
    "pdf": lambda content: len(PdfReader(io.BytesIO(content)).pages) == 1,
    "html": lambda content: Page(content).all("title"),
    "json": lambda content: json.loads(content),
    "csv": rows,
    "geojson": lambda content: len(features(content)) > 0,
    "gpkg": tables,
    "txt": lambda content: content.decode().strip(),
    "bib": lambda content: content.decode().strip().startswith("@"),
    "parquet": lambda content: pq.read_table(io.BytesIO(content)).num_rows > 0,
    "zip": lambda content: zipfile.ZipFile(io.BytesIO(content)).testzip() is None,
}
"""A program that reads each kind of file; false for one with nothing in it."""


OF_CHARTS: Final = {
    f"/charts/{chart.name}.{entry.suffix}": entry
    for chart in CHARTS.values()
    for entry in formats("chart", is_map=chart.is_map)
}
OF_FACTS: Final = {f"/facts.{entry.suffix}": entry for entry in formats("facts")}
WITHOUT_PICTURES: Final = {
    **{address: entry for address, entry in OF_CHARTS.items() if not entry.picture},
    **OF_FACTS,
}


def assert_reads(reply: Reply, suffix: str, media_type: str) -> None:
    assert reply.status == 200
    assert reply.headers["content-type"] == media_type
    assert int(reply.headers["content-length"]) == len(reply.sent)
    assert READS[suffix](reply.body)


@pytest.mark.parametrize("address", WITHOUT_PICTURES)
def test_a_file_is_what_its_name_says(site: Site, address: str) -> None:
    entry = WITHOUT_PICTURES[address]
    assert_reads(site.get(address), entry.suffix, entry.media_type)


@pytest.mark.parametrize("address", [a for a, entry in OF_CHARTS.items() if entry.picture])
def test_a_picture_is_what_its_name_says(site: Site, address: str) -> None:
    chrome_or_skip()
    entry = OF_CHARTS[address]
    assert_reads(site.get(address), entry.suffix, entry.media_type)


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ("size=square", (1080, 1080)),
        ("width=640&theme=dark", (640, None)),
        ("size=2x&width=400", (800, None)),
    ],
)
def test_a_picture_has_the_size_that_was_asked_for(
    site: Site, options: str, size: tuple[int, int | None]
) -> None:
    chrome_or_skip()
    picture = pixels(site.get(f"/charts/timeline.png?{options}").body)
    assert picture.width == size[0]
    assert picture.height == (size[1] or picture.height)
    brightness = picture.convert("L").getpixel((0, 0))
    assert isinstance(brightness, int)
    assert (brightness < 100) is ("theme=dark" in options)


def test_the_picture_of_a_preview_is_there_in_its_size(site: Site) -> None:
    chrome_or_skip()
    page = OpenedPage(site.get("/facts?countries=TJK&chart=timeline").body)
    tags = {meta.attributes.get("property"): meta.attributes for meta in page.all("meta")}
    address = urlsplit(tags["og:image"]["content"])
    reply = site.get(f"{address.path}?{address.query}")
    assert reply.media_type == tags["og:image:type"]["content"]
    told = tags["og:image:width"]["content"], tags["og:image:height"]["content"]
    assert pixels(reply.body).size == (1200, 630) == tuple(map(int, told))


def test_report_and_bundle_open_elsewhere(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, OFF)
    assert_reads(site.get("/report.html?countries=TJK"), "html", "text/html; charset=utf-8")
    reply = site.get("/export.zip?countries=TJK")
    assert_reads(reply, "zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(reply.body)) as archive:
        suffixes = {Path(name).suffix for name in archive.namelist()}
    assert suffixes >= {f".{entry.suffix}" for entry in WITHOUT_PICTURES.values()}


@pytest.mark.parametrize("layer", ["countries", "provinces", "borders"])
def test_shapes_are_for_maps_elsewhere(site: Site, layer: str) -> None:
    assert_reads(site.get(f"/shapes/{layer}.geojson"), "geojson", "application/geo+json")


def test_an_embedded_chart_loads_its_script_from_here(site: Site) -> None:
    page = Page(site.get("/charts/region-map.html").body)
    (script,) = [each.attributes["src"] for each in page.all("script") if "src" in each.attributes]
    assert "/" not in script  # beside the page, below whatever path that is
    reply = site.get(f"/charts/{script}")
    assert reply.status == 200
    assert reply.media_type == "text/javascript"
    assert "plotly.js" in reply.text


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_embedded_chart_keeps_to_a_theme(site: Site, theme: str) -> None:
    assert site.get(f"/charts/timeline.html?theme={theme}").body != (
        site.get("/charts/timeline.html").body
    )


def test_other_addresses_are_streamlit_s(site: Site) -> None:
    for address in ("/static/x.js", "/_stcore/health", "/chartsx", "/healthz-more"):
        assert STREAMLIT in site.get(address).text


@pytest.mark.parametrize(
    ("query", "how"),
    [("", "inline"), ("download=0", "inline"), ("download=1", "attachment")],
)
@pytest.mark.parametrize("address", ["/charts/timeline.csv", "/facts.parquet"])
def test_a_file_is_shown_unless_it_is_asked_for(
    site: Site, address: str, query: str, how: str
) -> None:
    said = site.get(f"{address}?{query}").headers["content-disposition"]
    assert said.startswith(f"{how}; ")
    name = said.partition('filename="')[2].removesuffix('"')
    assert Path(name).suffix == Path(address).suffix
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_a_downloaded_chart_page_stands_alone(site: Site) -> None:
    page = Page(site.get("/charts/timeline.html?download=1").body)
    assert not page.loaded


def test_text_of_articles_stays_text(
    hostile_catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scripts(page: Page) -> list[str]:
        return [text for text in page.scripts if text]

    with Site() as site:
        usual = Page(site.get("/charts/timeline.html").body)
        monkeypatch.setenv(CATALOG_VARIABLE, str(hostile_catalog))
        hostile = Page(site.get("/charts/timeline.html").body)
        assert scripts(hostile) == scripts(usual)
        assert {each.tag for each in hostile.elements} <= {each.tag for each in usual.elements}
        assert not [link for link in hostile.links if "evil.example" in link]
        assert "Afghan" in "".join(each.text for each in hostile.elements)


def test_text_of_articles_stays_text_in_pictures(
    hostile_catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome_or_skip()
    monkeypatch.setenv(CATALOG_VARIABLE, str(hostile_catalog))
    with Site() as site:
        reply = site.get("/charts/timeline.svg")
    drawing = fromstring(reply.body, forbid_dtd=True)
    tags = {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert not tags & {"script", "foreignObject", "iframe", "a"}
    assert not [name for each in drawing.iter() for name in each.attrib if name.startswith("on")]
    assert "**Daily** :red[Example]" in "".join(drawing.itertext())
