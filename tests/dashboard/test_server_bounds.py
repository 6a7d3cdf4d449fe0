"""However many ask at once: a bounded number of files is made, and the rest of the site answers."""

from __future__ import annotations

import asyncio
import collections
import threading
from collections.abc import Iterator
from typing import Any, Final

import pytest

from dashboard.charts.region.shape_files import shape_file_name
from dashboard.server import answers
from dashboard.server.workshop import Workshop, kept_files
from tests.dashboard.asking import STREAMLIT, Reply, Site, made_workshop

MANY: Final = 100
PATIENCE_S: Final = 60
PICTURE: Final = b"%PDF-" + bytes(100_000)


class Maker:
    """Draws no picture before it may, and remembers how many it was asked for at once."""

    def __init__(self) -> None:
        self.may_go = threading.Event()
        self.began = threading.Semaphore(0)
        self.made = self.inside = self.most = 0
        self._lock = threading.Lock()

    def __call__(self, *_: Any, **__: Any) -> bytes:
        with self._lock:
            self.made += 1
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.began.release()
        assert self.may_go.wait(PATIENCE_S)
        with self._lock:
            self.inside -= 1
        return PICTURE


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Maker]:
    maker = Maker()
    monkeypatch.setattr("dashboard.images.render", maker)
    yield maker
    maker.may_go.set()


@pytest.fixture
def workshop(monkeypatch: pytest.MonkeyPatch) -> Workshop:
    return made_workshop(monkeypatch)


async def all_but(waiting: int, asked: list[asyncio.Task[Reply]]) -> None:
    """Wait until all but so many are answered."""
    pending = set(asked)
    while len(pending) > waiting:
        _, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)


async def assert_the_rest_answers(site: Site) -> None:
    page, other, data, health = await asyncio.gather(
        *map(site.asked, ("/?countries=TJK", "/other", "/facts.json?countries=TJK", "/healthz"))
    )
    assert "og:title" in page.text
    assert STREAMLIT in other.text
    assert data.status == health.status == 200
    assert data.json


def assert_refused_politely(replies: list[Reply]) -> None:
    assert replies
    for reply in replies:
        assert reply.status == 429
        assert int(reply.headers["retry-after"]) >= 1
        assert "Try again" in reply.text


def test_a_hundred_different_pictures_at_once(maker: Maker) -> None:
    async def ask(site: Site) -> list[Reply]:
        asked = [
            asyncio.create_task(site.asked(f"/charts/timeline.pdf?width={320 + number}"))
            for number in range(MANY)
        ]
        async with asyncio.timeout(PATIENCE_S):
            await all_but(16, asked)
            await assert_the_rest_answers(site)
            maker.may_go.set()
            return list(await asyncio.gather(*asked))

    with Site() as site:
        replies = site.run(ask(site))
        assert site.get("/charts/timeline.pdf?width=900").status == 200  # there is room again
    drawn = [reply for reply in replies if reply.status == 200]
    assert len(drawn) == 16
    assert {reply.sent for reply in drawn} == {PICTURE}
    assert maker.most <= 4
    assert maker.made == len(drawn) + 1
    assert_refused_politely([reply for reply in replies if reply.status != 200])


def test_the_same_request_at_once_is_made_once(maker: Maker) -> None:
    async def ask(site: Site) -> list[Reply]:
        asked = [asyncio.create_task(site.asked("/charts/timeline.pdf")) for _ in range(20)]
        async with asyncio.timeout(PATIENCE_S):
            assert await asyncio.to_thread(maker.began.acquire, timeout=PATIENCE_S)
            maker.may_go.set()
            return list(await asyncio.gather(*asked))

    with Site() as site:
        replies = site.run(ask(site))
        assert site.get("/charts/timeline.pdf").sent == PICTURE
    assert {(reply.status, reply.sent) for reply in replies} == {(200, PICTURE)}
    assert maker.made == 1


def test_one_picture_under_a_hundred_addresses_holds_up_nobody_else(maker: Maker) -> None:
    async def ask(site: Site) -> list[Reply]:
        asked = [
            asyncio.create_task(site.asked(f"/charts/timeline.pdf?nonsense={number}"))
            for number in range(MANY)
        ]
        async with asyncio.timeout(PATIENCE_S):
            await all_but(20, asked)
            await assert_the_rest_answers(site)
            maker.may_go.set()
            return list(await asyncio.gather(*asked))

    with Site() as site:
        replies = site.run(ask(site))
    assert maker.made == 1
    statuses = collections.Counter(reply.status for reply in replies)
    assert statuses.keys() == {200, 429}
    assert_refused_politely([reply for reply in replies if reply.status == 429])


def test_what_a_client_no_longer_waits_for_is_kept_for_the_next(maker: Maker) -> None:
    async def ask(site: Site) -> Reply:
        gone = asyncio.create_task(site.asked("/charts/timeline.pdf"))
        async with asyncio.timeout(PATIENCE_S):
            assert await asyncio.to_thread(maker.began.acquire, timeout=PATIENCE_S)
            gone.cancel()
            await asyncio.wait([gone])
            next_one = asyncio.create_task(site.asked("/charts/timeline.pdf"))
            maker.may_go.set()
            return await next_one

    with Site() as site:
        assert site.run(ask(site)).sent == PICTURE
    assert maker.made == 1


def test_files_that_are_kept_take_a_bounded_room(maker: Maker, workshop: Workshop) -> None:
    maker.may_go.set()
    limit = 3 * len(PICTURE)
    workshop.cache = kept_files(limit_bytes=limit)
    with Site() as site:
        for width in range(320, 328):
            assert site.get(f"/charts/timeline.pdf?width={width}").status == 200
            assert 0 < workshop.cache.size <= limit
        assert site.get("/charts/timeline.pdf?width=327").sent == PICTURE
        assert maker.made == 8  # the last is still here
        assert site.get("/charts/timeline.pdf?width=320").sent == PICTURE
        assert maker.made == 9  # the first is not


@pytest.mark.parametrize(
    "address",
    [
        "/facts.csv?countries=TJK",
        "/charts/timeline.json",
        "/report.html?countries=TJK",
        "/shapes/borders.geojson",
        f"/shapes/{shape_file_name()}",
    ],
)
def test_a_file_that_is_kept_is_neither_made_nor_compressed_nor_hashed_again(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.report.report", lambda *_, **__: bytes(100_000))
    joint = "&" if "?" in address else "?"
    with Site() as site:
        first = site.get(address, headers=[("Accept-Encoding", "gzip")])
        monkeypatch.setattr(answers, "body_of", _never)
        monkeypatch.setattr("dashboard.server.workshop.body_of", _never)
        for number, tag in enumerate((first.headers["etag"], "", "*")):
            again = site.get(
                f"{address}{joint}nonsense={number}",
                headers=[("Accept-Encoding", "gzip"), ("If-None-Match", tag)],
            )
            assert again.status == (304 if tag else 200)
            assert again.headers["etag"] == first.headers["etag"]


def test_what_is_kept_is_bounded_with_its_compressed_form(workshop: Workshop) -> None:
    with Site() as site:
        plain = site.get("/facts.json")
        zipped = site.get("/facts.json", headers=[("Accept-Encoding", "gzip")])
    assert zipped.encoding == "gzip"
    assert workshop.cache.size == len(plain.sent) + len(zipped.sent)


def _never(*_: object) -> None:
    raise AssertionError("made ready again")


def test_reports_are_made_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker()
    monkeypatch.setattr("dashboard.report.report", maker)

    async def ask(site: Site) -> list[Reply]:
        asked = [
            asyncio.create_task(site.asked(f"/report.html?countries={code}"))
            for code in ("TJK", "UZB", "TKM", "AFG")
        ]
        async with asyncio.timeout(PATIENCE_S):
            await all_but(2, asked)
            await assert_the_rest_answers(site)
            maker.may_go.set()
            return list(await asyncio.gather(*asked))

    with Site() as site:
        replies = site.run(ask(site))
    assert sorted(reply.status for reply in replies) == [200, 200, 429, 429]
    assert maker.most == 1
