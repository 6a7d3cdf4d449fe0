"""The dashboard as it is hosted: deploy/nginx in front of real processes, seen from outside."""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import html
import json
import re
import socket
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

from tests.browser.conftest import settle
from tests.hosting.conftest import InBrowser
from tests.hosting.replicas import BASE, HOST, Replica, until
from tests.hosting.site import Site

pytestmark = pytest.mark.hosting

STREAM = f"{BASE}/_stcore/stream"
MANY = 8
"""Requests that reach both replicas if nothing keeps them on one."""

REPLACED = "reading '_scrollZoom'"
"""plotly.js complains so when a map is drawn anew while its shapes are still on their way. It is
drawn all the same, and it happens without nginx, too: hosting is not to blame."""

ROUTES = [hashlib.sha256(bytes([number])).hexdigest()[:32] for number in range(4 * MANY)]
"""What nginx might have put into cookies."""


@pytest.mark.parametrize("path", ["/", f"{BASE}/", f"{BASE}/article?countries=TJK"])
def test_http_is_sent_to_https(site: Site, path: str) -> None:
    answer = site.get(path, secure=False)
    assert answer.status == 308
    assert answer.headers["location"] == f"{site.url}{path}"


def test_the_path_without_its_slash_leads_to_the_page(site: Site) -> None:
    answer = site.get(f"{BASE}?countries=TJK")
    assert answer.status == 308
    assert answer.headers["location"] == f"{BASE}/?countries=TJK"


def test_page_comes_with_the_headers_that_guard_it(site: Site) -> None:
    answer = site.get(f"{BASE}/")
    assert answer.status == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert f"wss://{site.netloc}" in policy
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["server"] == "nginx"  # and no version


def test_browsers_get_http2(site: Site) -> None:
    context = site.context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", site.https)) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as secure,
    ):
        assert secure.selected_alpn_protocol() == "h2"


def test_scripts_come_compressed_and_from_the_cache(site: Site) -> None:
    page = site.get(f"{BASE}/").body.decode()
    found = re.search(r'src="\./(static/js/index\.[^"]+\.js)"', page)
    assert found is not None
    path = f"{BASE}/{found[1]}"
    whole = site.get(path)
    zipped = site.get(path, Accept_Encoding="gzip")
    assert "content-encoding" not in whole.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert "immutable" in zipped.headers["cache-control"]
    assert gzip.decompress(zipped.body) == whole.body
    assert len(zipped.body) < len(whole.body) / 2
    # The cache keeps one of each encoding, as the app compresses them itself and says so (Vary).
    assert site.get(f"{path}?again", Accept_Encoding="gzip").body == zipped.body
    assert site.logged(f"{found[1]}?again")["cache"] == "HIT"


FILES = {
    "facts.csv": "text/csv",
    "shapes/borders.geojson": "application/geo+json",
    "report.html": "text/html",
    "healthz": "application/json",
}


@pytest.mark.parametrize("path", FILES)
def test_files_are_below_the_path(site: Site, path: str) -> None:
    answer = site.get(f"{BASE}/{path}")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(FILES[path])
    if path == "healthz":
        assert json.loads(answer.body)["status"] == "ok"


@pytest.mark.tour
def test_pictures_are_drawn_below_the_path(site: Site) -> None:
    answer = site.get(f"{BASE}/charts/timeline.svg")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert ET.fromstring(answer.body).tag.endswith("svg")  # noqa: S314 - our own picture


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("path", ["", "facts.csv", "shapes/borders.geojson"])
def test_what_is_known_is_not_sent_again(site: Site, path: str, encoding: str) -> None:
    first = site.get(f"{BASE}/{path}", Accept_Encoding=encoding)
    etag = first.headers["etag"]
    again = site.get(f"{BASE}/{path}", Accept_Encoding=encoding, If_None_Match=etag)
    assert first.headers.get("content-encoding", "identity") == encoding
    assert (again.status, again.body) == (304, b"")


def test_previews_and_links_name_the_public_address(site: Site) -> None:
    page = html.unescape(site.get(f"{BASE}/article?countries=TJK").body.decode())
    named = dict(re.findall(r'<meta property="(og:[a-z]+)" content="([^"]*)">', page))
    canonical = re.search(r'<link rel="canonical" href="([^"]+)">', page)
    assert canonical is not None
    assert canonical[1] == named["og:url"] == f"{site.url}{BASE}/article?countries=TJK"
    if "og:image" in named:  # only where pictures can be drawn
        assert named["og:image"].startswith(f"{site.url}{BASE}/charts/")
    assert f"{site.url}{BASE}/" in site.get(f"{BASE}/facts.csv").body.decode()


def test_a_foreign_host_name_is_refused(site: Site) -> None:
    assert site.get(f"{BASE}/", Host="elsewhere.example.net").status == 400


def _handshake(site: Site, origin: str, path: str = STREAM) -> tuple[int, str | None, str]:
    key = base64.b64encode(b"sixteen bytes ok").decode()
    answer = site.get(
        path,
        Connection="Upgrade",
        Upgrade="websocket",
        Origin=origin,
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Key=key,
        Sec_WebSocket_Protocol="streamlit",
    )
    magic = f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()
    expected = base64.b64encode(hashlib.sha1(magic, usedforsecurity=False).digest()).decode()
    return answer.status, answer.headers.get("sec-websocket-accept"), expected


def test_websocket_is_for_pages_of_this_host(site: Site) -> None:
    status, accepted, expected = _handshake(site, site.url)
    assert (status, accepted) == (101, expected)


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example.net", f"https://{HOST}.example.net", "null"]
)
def test_websocket_is_refused_to_other_pages(site: Site, origin: str) -> None:
    assert _handshake(site, origin)[0] == 403


def test_counters_are_not_for_visitors(site: Site) -> None:
    assert site.get(f"{BASE}/_stcore/metrics").status == 404
    assert site.get(f"{BASE}/metrics").status == 404


def _opened(context: BrowserContext, site: Site, query: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{site.url}{BASE}/{query}")
    for chart in ("region-map", "timeline"):
        page.locator(f".st-key-chart-{chart} .js-plotly-plot .main-svg").first.wait_for()
    settle(page)
    return page


def _upstream(site: Site, marker: str, cookie: str) -> str:
    assert site.get(f"{BASE}/_stcore/health?{marker}", Cookie=cookie).status == 200
    return site.logged(f"?{marker}")["upstream"]


def test_cookie_keeps_a_visitor_on_one_replica(sites: dict[str, Site]) -> None:
    site = sites["sticky"]
    first = site.get(f"{BASE}/?first-visit")
    cookie, _, attributes = first.headers["set-cookie"].partition("; ")
    assert {"Path=/withdrawal/", "Secure", "HttpOnly"} <= set(attributes.split("; "))
    used = {_upstream(site, f"kept-{n}", cookie) for n in range(MANY)}
    assert used == {site.logged("?first-visit")["upstream"]}
    assert "set-cookie" not in site.get(f"{BASE}/", Cookie=cookie).headers


def test_answers_for_shared_caches_carry_no_cookie(sites: dict[str, Site]) -> None:
    answer = sites["sticky"].get(f"{BASE}/facts.csv")
    assert "public" in answer.headers["cache-control"]
    assert "set-cookie" not in answer.headers


def test_replicas_answer_alike(sites: dict[str, Site]) -> None:
    answers = [sites["replicas"].get(f"{BASE}/facts.csv?alike-{n}") for n in range(MANY)]
    used = {sites["replicas"].logged(f"?alike-{n}")["upstream"] for n in range(MANY)}
    assert len(used) == 2
    assert len({(answer.headers["etag"], answer.body) for answer in answers}) == 1


@contextlib.contextmanager
def _all_is_well(context: BrowserContext, site: Site) -> Iterator[None]:
    """Meanwhile nothing is complained of, and nobody else is asked for anything."""
    complaints: list[str] = []
    asked: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    def note(request: Request) -> None:
        asked.append(request.url)

    context.on("console", hear)
    context.on("weberror", lambda failed: complaints.append(str(failed.error)))
    context.on("request", note)
    yield
    context.remove_listener("console", hear)  # what a broken connection is told by
    context.remove_listener("request", note)
    assert [said for said in complaints if REPLACED not in said] == []
    ours = {urlsplit(url).path for url in asked if url.startswith(site.url)}
    assert any(path.startswith(f"{BASE}/shapes/") for path in ours)
    assert {url for url in asked if not url.startswith((site.url, "data:", "blob:"))} == set()


@pytest.mark.tour
def test_a_page_draws_without_a_complaint_and_survives_its_replica(
    sites: dict[str, Site], replicas: list[Replica], in_browser: InBrowser[None]
) -> None:
    site = sites["replicas"]

    def look(context: BrowserContext) -> None:
        with _all_is_well(context, site):
            page = _opened(context, site, "?countries=TJK")
            country = page.locator(".st-key-chart-region-map path.choroplethlocation").first
            country.wait_for(state="attached")
        page.locator(".st-key-card-border-share-evidence").get_by_role("button").first.click()
        page.wait_for_url("**fact=**")
        page.locator(".passage .chosen", has_text="85 percent").wait_for()
        settle(page)
        shown = page.url
        until(lambda: sum(one.sessions() for one in replicas) == 1, "one connected page")
        (held,) = [one for one in replicas if one.sessions()]
        (other,) = [one for one in replicas if one is not held]

        held.kill()
        until(lambda: other.sessions() == 1, "the page to connect to the other replica")
        settle(page)
        assert page.url == shown
        assert "85 percent" in page.locator(".passage .chosen").first.inner_text()
        # It is not only still there: the session that is new shows the same by itself.
        page.reload()
        page.locator(".passage .chosen", has_text="85 percent").wait_for()
        assert page.url == shown
        assert {site.get(f"{BASE}/facts.csv").status for _ in range(MANY)} == {200}

    in_browser(look)


def test_visitors_move_to_what_runs_and_are_told_when_nothing_does(
    sites: dict[str, Site], replicas: list[Replica]
) -> None:
    site = sites["sticky"]
    cookies = {f"moves-{n}": f"withdrawal_route={route}" for n, route in enumerate(ROUTES)}
    before = {name: _upstream(site, f"before-{name}", cookie) for name, cookie in cookies.items()}
    gone, left = replicas
    gone.kill()
    after = {name: _upstream(site, f"after-{name}", cookie) for name, cookie in cookies.items()}
    assert len(set(before.values())) == 2
    # nginx notes all that it tried: the dead one is asked, by one visitor at most every 5 s.
    assert {tried.split(", ")[-1] for tried in after.values()} == {f"127.0.0.1:{left.port}"}

    left.kill()
    answer = sites["replicas"].get(f"{BASE}/")
    assert answer.status == 503
    assert answer.headers["retry-after"] == "5"
    assert "strict-transport-security" in answer.headers
    assert b"try again" in answer.body
