"""What browsers and proxies may keep of an answer, and how they learn that it changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.charts.region.shape_files import shape_file_name
from dashboard.export.plotly_js import plotly_js_name
from dashboard.images.installed import OFF, VARIABLE
from data.catalog import CATALOG_VARIABLE
from tests.dashboard.asking import Site
from tests.dashboard.conftest import write_catalog

TEXTS = [
    "/",
    "/facts?countries=TJK",
    "/facts.json",
    "/facts.csv?countries=TJK,XYZ",
    "/charts/timeline.html?embed=true",
    "/charts/region-map.json",
    "/shapes/countries.geojson",
    f"/shapes/{shape_file_name()}",
]
FILES = ["/facts.parquet", "/charts/region-map.gpkg", "/charts/timeline.bib", "/healthz"]
OF_THE_BODY = {"content-type", "content-length", "content-encoding"}
OF_DOCUMENTS = {"content-security-policy", "x-frame-options"}
"""Without a body the middleware cannot know them; what is kept has them."""

ZIPPED = [("Accept-Encoding", "gzip, deflate, br")]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize("address", [*TEXTS, *FILES])
def test_what_a_client_has_is_not_sent_again(site: Site, address: str, encoding: str) -> None:
    accepts = [("Accept-Encoding", encoding)]
    whole = site.get(address, headers=accepts)
    again = site.get(address, headers=[*accepts, ("If-None-Match", whole.headers["etag"])])
    assert (whole.status, again.status) == (200, 304)
    assert again.sent == b""
    kept = {name: value for name, value in whole.headers.items() if name not in OF_THE_BODY}
    told = dict(again.headers)
    assert not told.keys() & OF_THE_BODY
    assert told.keys() <= kept.keys()
    assert kept.keys() - told.keys() <= OF_DOCUMENTS
    assert {name: kept[name] for name in told} == told


@pytest.mark.parametrize(
    ("tags", "status"),
    [
        ("{tag}", 304),
        ("W/{tag}", 304),
        ('"other", {tag}', 304),
        ('{tag},"other"', 304),
        ("*", 304),
        ('"other"', 200),
        ("", 200),
        ('W/""', 200),
        ("{tag}x", 200),
    ],
)
def test_tags_are_compared_as_http_has_them(site: Site, tags: str, status: int) -> None:
    tag = site.get("/facts.json").headers["etag"]
    named = tags.format(tag=tag)
    assert site.get("/facts.json", headers=[("If-None-Match", named)]).status == status


@pytest.mark.parametrize("address", TEXTS)
def test_text_is_compressed_for_those_who_read_it(site: Site, address: str) -> None:
    plain, zipped = site.get(address), site.get(address, headers=ZIPPED)
    assert (plain.encoding, zipped.encoding) == ("", "gzip")
    assert len(zipped.sent) < len(plain.sent)
    assert zipped.body == plain.body
    assert plain.headers["etag"] != zipped.headers["etag"]
    for reply in (plain, zipped):
        assert "Accept-Encoding" in reply.headers["vary"]
        assert int(reply.headers["content-length"]) == len(reply.sent)
    # One that is kept stays good when the encoding changes.
    known = [("If-None-Match", zipped.headers["etag"])]
    assert site.get(address, headers=known).status == 304


@pytest.mark.parametrize("address", FILES)
def test_what_is_dense_or_small_is_sent_as_it_is(site: Site, address: str) -> None:
    reply = site.get(address, headers=ZIPPED)
    assert reply.encoding == ""
    assert "vary" not in reply.headers


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("*", "gzip"),
        ("", ""),
        ("identity", ""),
        ("br", ""),
        ("gzip;q=0", ""),
        ("gzip; q=0.000, br", ""),
        ("x-gzippy", ""),
    ],
)
def test_the_encoding_is_one_that_is_accepted(site: Site, accepts: str, encoding: str) -> None:
    assert site.get("/facts.json", headers=[("Accept-Encoding", accepts)]).encoding == encoding


@pytest.mark.parametrize("headers", [[], ZIPPED], ids=["plain", "zipped"])
@pytest.mark.parametrize("address", [*TEXTS, *FILES])
def test_head_is_get_without_a_body(
    site: Site, address: str, headers: list[tuple[str, str]]
) -> None:
    whole = site.get(address, headers=headers)
    head = site.get(address, method="HEAD", headers=headers)
    assert head.status == 200
    assert head.sent == b""
    assert dict(head.headers) == dict(whole.headers)


def test_head_tells_what_get_would_fail_with(site: Site) -> None:
    whole, head = (site.get("/charts/none.svg", method=method) for method in ("GET", "HEAD"))
    assert (head.status, dict(head.headers)) == (404, dict(whole.headers))


@pytest.mark.parametrize("address", ["/", "/facts.json", "/facts.parquet", "/charts/timeline.html"])
def test_changed_articles_change_the_tag(
    site: Site, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = write_catalog(tmp_path, title="One", text="Over 40 guards fled to Tajikistan.")
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    before = site.get(address).headers["etag"]
    assert site.get(address).headers["etag"] == before
    text = "Over 400 guards fled to Tajikistan. Over 20 guards fled to Uzbekistan."
    write_catalog(tmp_path, title="Another", text=text)
    after = site.get(address, headers=[("If-None-Match", before)])
    assert after.status == 200
    assert after.headers["etag"] != before


@pytest.mark.usefixtures("no_warm_browser")
@pytest.mark.parametrize(
    ("address", "status", "kept"),
    [
        (f"/shapes/{shape_file_name()}", 200, "public, max-age=31536000, immutable"),
        (f"/charts/{plotly_js_name()}", 200, "public, max-age=31536000, immutable"),
        ("/shapes/countries.geojson", 200, "public, max-age=60, stale-while-revalidate=600"),
        ("/charts/timeline.csv", 200, "public, max-age=60, stale-while-revalidate=600"),
        ("/facts.json", 200, "public, max-age=60, stale-while-revalidate=600"),
        ("/", 200, "no-cache"),
        ("/article", 200, "no-cache"),
        ("/healthz", 200, "no-store"),
        ("/charts/none.svg", 404, "no-store"),
        ("/charts/plotly-000000000000.js", 404, "no-store"),
        ("/shapes/region-000000000000.geojson", 404, "no-store"),
        ("/facts.doc", 404, "no-store"),
        ("/charts/timeline.png?width=1", 400, "no-store"),
        ("/charts/timeline.png", 503, "no-store"),
    ],
)
def test_how_long_an_answer_may_be_kept(
    site: Site, address: str, status: int, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, OFF)
    reply = site.get(address)
    assert (reply.status, reply.headers["cache-control"]) == (status, kept)
    assert ("etag" in reply.headers) is (status == 200)
