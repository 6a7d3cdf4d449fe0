"""Hostile query strings: no mistake of the program, nothing of them in force, and it serves on."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import re
import socket
from http.client import HTTPResponse
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest

from tests.dashboard.asking import Site
from tests.faults.guest import Guest, guest
from tests.faults.hostile import query_strings
from tests.faults.server import ROOT, Server

MANY: Final = 1_000
PICTURES: Final = ("/charts/timeline.svg", "/charts/region-map.png", "/charts/claims.pdf")
ADDRESSES: Final = (
    "/",
    "/claims",
    "/article",
    "/facts",
    "/add",
    "/about",
    "/facts.csv",
    "/facts.json",
    "/facts.geojson",
    "/charts/timeline.json",
    "/charts/region-map.csv",
    "/charts/claims.html",
    "/charts/timeline.bib",
    "/charts/zq7.svg",
    "/shapes/countries.geojson",
    "/healthz",
    "/metrics",
    *PICTURES,
)
PAGES: Final = ("", "claims", "article", "facts", "add", "about")
EXPECTED: Final = frozenset({200, 400, 404, 429})
IN_FORCE: Final = re.compile(
    rb"<zq7|<script>zq7|[\"'] ?onzq7=|(?:href|src|action)=[\"']?\s*(?:javascript|data):[^\"']*zq7",
    re.IGNORECASE,
)
AS_MARKDOWN: Final = re.compile(
    r"(?<!\\)<zq7|(?<!\\)\]\(https://zq7|(?<!\\):red\[zq7|:material/zq7:|(?<!\\)`zq7(?<!\\)`"
)


def check(address: str, status: int, headers: dict[str, str], body: bytes) -> None:
    """Whether an answer is one that the server may give, and has nothing hostile in force."""
    allowed = EXPECTED | ({503} if address in PICTURES else frozenset())
    assert status in allowed, (address, status, body[:300])
    assert "x-zq7" not in headers
    assert all(value == value.strip() for value in headers.values())  # else a server hangs up
    assert "zq7" not in headers.get("set-cookie", "")
    assert headers["x-content-type-options"] == "nosniff"
    assert b"Traceback" not in body
    assert str(ROOT).encode() not in body
    kind = headers.get("content-type", "").partition(";")[0]
    if kind in {"text/html", "image/svg+xml"}:
        assert not IN_FORCE.search(body), (address, IN_FORCE.search(body))
    elif kind in {"application/json", "application/geo+json"}:
        json.loads(body)


def test_some_in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a few of them without a network, as often as tests are run."""
    monkeypatch.setenv("WITHDRAWAL_BROWSER", "none")
    with Site() as site:
        for address, query in zip(itertools.cycle(ADDRESSES), query_strings(100), strict=False):
            reply = site.get(f"{address}?{query}")
            headers = {name.lower(): value for name, value in reply.headers.items()}
            check(address, reply.status, headers, reply.body)


@pytest.mark.faults
def test_a_thousand_over_http(running: Server) -> None:
    seen: dict[int, int] = {}
    for address, query in zip(itertools.cycle(ADDRESSES), query_strings(MANY), strict=False):
        status, headers, body = ask(running, f"{address}?{query}".encode())
        check(address, status, headers, body)
        seen[status] = seen.get(status, 0) + 1
    assert seen[200] > MANY // 2
    assert_serves_on(running)


@pytest.mark.faults
def test_bytes_that_no_browser_sends(running: Server) -> None:
    for raw in (b"\xff\xfe", b"\xc3(", b"\x80" * 500, b"a\x0bb", b"<zq7>", b'"><zq7>', b"a b c"):
        for address in ("/", "/facts.csv", "/charts/timeline.html"):
            status, _, body = ask(running, address.encode() + b"?countries=" + raw)
            assert status in {200, 400}, raw
            assert not IN_FORCE.search(body), raw
    with contextlib.suppress(ConnectionError):  # it does not read that far, and hangs up
        status, _, _ = ask(running, b"/facts.csv?countries=" + b"A" * 200_000)
        assert status in {400, 414, 431}
    assert_serves_on(running)


@pytest.mark.faults
def test_a_thousand_over_the_pages_own_connection(running: Server) -> None:
    asyncio.run(_rerun_with_each(running))
    assert_serves_on(running)


async def _rerun_with_each(running: Server) -> None:
    async with guest(running.address) as visitor:
        for page, query in zip(itertools.cycle(PAGES), query_strings(MANY, seed=2), strict=False):
            await visitor.ask(page, query)
            assert_page_is_whole(visitor, page, query)


def assert_page_is_whole(visitor: Guest, page: str, query: str) -> None:
    """Whether a run has drawn its page, with what it repeats of the query as plain text."""
    assert visitor.elements, (page, query)
    assert "exception" not in visitor.kinds, (page, query)
    assert "cannot be drawn" not in visitor.words, (page, query)
    assert not AS_MARKDOWN.search(visitor.words), (page, query)
    for element in visitor.elements:
        shown = getattr(element, str(element.WhichOneof("type")))
        assert not getattr(shown, "allow_html", False)


def assert_serves_on(running: Server) -> None:
    """Whether the server is as well as before, and has told of no mistake."""
    assert running.alive
    assert running.get("/healthz")[0] == 200
    wrong = [event for event in running.events if event["event"] in ("defect", "unusable")]
    assert not wrong, wrong[:3]
    assert not [event for event in running.events if event.get("outcome") == "failed"]
    assert "zq7" not in unquote(running.log)


def ask(running: Server, target: bytes) -> tuple[int, dict[str, str], bytes]:
    """Ask for a target as it is, any bytes."""
    parts = urlsplit(running.address)
    head = b"GET " + target + b" HTTP/1.1\r\nHost: " + parts.netloc.encode()
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60) as line:
        line.sendall(head + b"\r\nConnection: close\r\n\r\n")
        reply = HTTPResponse(line)
        reply.begin()
        headers = {name.lower(): value for name, value in reply.getheaders()}
        return reply.status, headers, reply.read()
