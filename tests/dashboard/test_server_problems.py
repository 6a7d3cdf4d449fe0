"""What cannot be answered: the right status, in words, as the kind of file that was asked for."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from dashboard.corpus.folders import without_folders
from dashboard.images import NoBrowser, Undrawable
from dashboard.images.installed import OFF, VARIABLE
from dashboard.server.problems import Problem
from dashboard.server.workshop import Queue
from data.catalog import CATALOG_VARIABLE
from tests.dashboard.asking import Reply, Site, made_workshop
from tests.dashboard.html_pages import Page

JSON: Final = [("Accept", "application/json")]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def assert_is_a_problem(reply: Reply, status: int) -> dict[str, str]:
    assert reply.status == status
    assert reply.media_type == "application/json"
    problem: dict[str, str] = reply.json
    assert problem.keys() == {"error", "where", "remedy"}
    assert problem["error"]
    assert_tells_no_secrets(reply.text)
    return problem


def assert_tells_no_secrets(text: str) -> None:
    project = Path(__file__).parents[2]
    for secret in ("Traceback", 'File "', str(project), tempfile.gettempdir()):
        assert secret not in text


@pytest.mark.parametrize(
    ("address", "status", "where", "helps"),
    [
        ("/charts/none.json", 404, "chart", "region-map, timeline"),
        ("/charts/timeline.docx", 404, "format of timeline", "svg"),
        ("/charts/timeline.geojson", 404, "format of timeline", "csv"),
        ("/charts/a.b.c", 404, "chart", "region-map"),
        ("/charts/..%2e.csv", 404, "chart", "region-map"),
        ("/charts/plotly-1.js", 404, "script", "plotly-"),
        ("/facts.doc", 404, "format of facts", "parquet"),
        ("/facts.csv.csv", 404, "format of facts", "parquet"),
        ("/shapes/none.geojson", 404, "shapes", "countries.geojson"),
        ("/shapes/countries", 404, "shapes", "countries.geojson"),
        ("/shapes/..%5c..%5cetc", 404, "shapes", "countries.geojson"),
        ("/charts/timeline.pdf?width=wide", 400, "width", "320 to 1920"),
        ("/charts/timeline.pdf?width=319", 400, "width", "320 to 1920"),
        ("/charts/timeline.pdf?width=1921", 400, "width", "320 to 1920"),
        ("/charts/timeline.pdf?width=-700", 400, "width", "320 to 1920"),
        ("/charts/timeline.pdf?width=7e2", 400, "width", "320 to 1920"),
        ("/charts/timeline.pdf?width=%D9%A7%D9%A0%D9%A0", 400, "width", "320 to 1920"),
        (f"/charts/timeline.pdf?width={'9' * 7000}", 400, "width", "320 to 1920"),
        ("/charts/timeline.csv?theme=blue", 400, "theme", "light, dark"),
        ("/charts/timeline.png?size=3x", 400, "size", "preview"),
    ],
)
def test_what_cannot_be_asked_for(
    site: Site, address: str, status: int, where: str, helps: str
) -> None:
    problem = assert_is_a_problem(site.get(address, headers=JSON), status)
    assert problem["where"] == where
    assert helps in problem["remedy"]
    assert len(problem["error"]) < 200


PROBLEMS = pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/charts/none.{suffix}", 404),
        ("/charts/%3Cimg%20src=x%20onerror=alert(1)%3E.{suffix}", 404),
        ("/charts/%00%0d%0a%EF%BF%BF.{suffix}", 404),
        ("/charts/timeline.{suffix}?theme=%3Cscript%3Ealert(1)%3C/script%3E", 400),
        ("/charts/timeline.{suffix}?width=%22%00%FF", 400),
    ],
)


@PROBLEMS
def test_a_problem_of_a_drawing_can_be_seen(site: Site, address: str, status: int) -> None:
    reply = site.get(address.format(suffix="svg"))
    assert (reply.status, reply.media_type) == (status, "image/svg+xml")
    drawing = fromstring(reply.body, forbid_dtd=True)
    assert {each.tag.rpartition("}")[2] for each in drawing.iter()} == {"svg", "rect", "text"}
    assert str(status) in "".join(drawing.itertext())


@PROBLEMS
def test_a_problem_of_a_picture_can_be_seen(site: Site, address: str, status: int) -> None:
    reply = site.get(address.format(suffix="png"))
    assert (reply.status, reply.media_type) == (status, "image/png")
    with Image.open(io.BytesIO(reply.body)) as picture:
        assert len(picture.convert("RGB").getcolors(100_000) or ()) > 2  # there are letters


@PROBLEMS
def test_a_problem_of_a_page_can_be_read(site: Site, address: str, status: int) -> None:
    reply = site.get(address.format(suffix="html"))
    assert (reply.status, reply.media_type) == (status, "text/html")
    page = Page(reply.body)
    assert not {"script", "img"} & {each.tag for each in page.elements}
    assert str(status) in page.all("h1")[0].text


@PROBLEMS
@pytest.mark.parametrize("suffix", ["svg", "png", "html"])
def test_a_program_gets_every_problem_as_json(
    site: Site, address: str, status: int, suffix: str
) -> None:
    assert_is_a_problem(site.get(address.format(suffix=suffix), headers=JSON), status)
    seen = site.get(address.format(suffix=suffix), headers=[("Accept", "image/*,*/*")])
    assert seen.media_type != "application/json"
    assert "Accept" in seen.headers["vary"]


def test_the_same_problem_is_told_to_each_in_their_own_way() -> None:
    async def both(site: Site) -> tuple[Reply, Reply]:
        address = "/charts/none.svg"
        return await asyncio.gather(site.asked(address), site.asked(address, headers=JSON))

    with Site() as site:
        replies = site.run(both(site))
    assert [reply.media_type for reply in replies] == ["image/svg+xml", "application/json"]


@pytest.mark.usefixtures("no_warm_browser")
@pytest.mark.parametrize("address", ["/charts/timeline.png", "/charts/region-map.pdf?width=800"])
def test_without_a_browser_one_command_helps(
    site: Site, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, OFF)
    problem = assert_is_a_problem(site.get(address, headers=JSON), 503)
    assert problem["error"] == "Pictures are switched off on this server."
    assert problem["remedy"] == "To have them: unset WITHDRAWAL_BROWSER"


@pytest.mark.usefixtures("no_warm_browser")
def test_a_browser_that_does_not_start_names_no_folder(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-browser"))
    problem = assert_is_a_problem(site.get("/charts/timeline.svg", headers=JSON), 503)
    assert "unset WITHDRAWAL_BROWSER" in problem["remedy"]


def test_what_helps_a_picture_is_told_however_it_is_worded() -> None:
    problem = Problem.of(NoBrowser("Note: it is gone.", "Ask the host. Or call: add-one"))
    assert problem.error == "Note: it is gone."
    assert problem.remedy == "Ask the host. Or call: add-one"


class Holding:
    """Work that is held up until it may go on."""

    def __init__(self) -> None:
        self.began, self.may_go = threading.Semaphore(0), threading.Event()

    def __call__(self, *_: Any, **__: Any) -> bytes:
        self.began.release()
        assert self.may_go.wait(60)
        return b"%PDF-"


@pytest.mark.parametrize(
    ("queue", "status", "again"),
    [(Queue(1, 1), 429, 1), (Queue(2, 1, longest_s=0), 504, 30)],
    ids=["busy", "slow"],
)
def test_who_cannot_be_served_now_is_told_when_to_come_back(
    queue: Queue, status: int, again: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Holding()
    monkeypatch.setattr("dashboard.images.render", held)
    made_workshop(monkeypatch).queues["pictures"] = queue

    async def ask(site: Site) -> tuple[Reply, Reply]:
        first = asyncio.create_task(site.asked("/charts/timeline.pdf?width=700"))
        try:
            assert await asyncio.to_thread(held.began.acquire, timeout=60)
            second = await site.asked("/charts/timeline.pdf?width=701", headers=JSON)
        finally:
            held.may_go.set()
        return await first, second

    with Site() as site:
        first, second = site.run(ask(site))
    assert first.status == 200
    assert_is_a_problem(second, status)
    assert int(second.headers["retry-after"]) >= again
    assert "Retry-After" in second.headers["access-control-expose-headers"]


@pytest.mark.parametrize(
    "error", [RuntimeError("/srv/secret/x.py is broken"), Undrawable("secret"), KeyError("secret")]
)
def test_a_mistake_is_logged_and_not_told(
    error: Exception,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: Any, **__: Any) -> bytes:
        raise error

    monkeypatch.setattr("dashboard.images.render", fail)
    with caplog.at_level(logging.ERROR):
        reply = site.get("/charts/timeline.pdf?width=801", headers=JSON)
    assert "secret" not in json.dumps(assert_is_a_problem(reply, 500))
    assert "secret" in caplog.text


def catalog_gone(folder: Path) -> str:
    return str(folder / "gone" / "catalog.toml")


def catalog_broken(folder: Path) -> str:
    path = folder / "catalog.toml"
    path.write_text('[[article]]\nid = "<script>alert(1)</script>\n', "utf-8")
    return str(path)


def catalog_hostile(folder: Path) -> str:
    path = folder / "catalog.toml"
    path.write_text('[[article]]\nid = "<script>alert(1)</script>"\n', "utf-8")
    return str(path)


@pytest.mark.parametrize("spoil", [catalog_gone, catalog_broken, catalog_hostile])
@pytest.mark.parametrize(
    "address", ["/facts.json", "/charts/timeline.csv", "/export.zip", "/report.html", "/healthz"]
)
def test_data_that_cannot_be_read_is_named_without_its_folder(
    spoil: Callable[[Path], str],
    address: str,
    site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, spoil(tmp_path))
    problem = assert_is_a_problem(site.get(address, headers=JSON), 503)
    assert problem["where"].startswith("catalog.toml")
    assert problem["remedy"]


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_words_of_a_broken_catalogue_stay_words(
    suffix: str, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, catalog_hostile(tmp_path))
    reply = site.get(f"/charts/timeline.{suffix}")
    assert reply.status == 503
    assert "<script" not in reply.text
    assert "catalog.toml" in reply.text
    assert_tells_no_secrets(reply.text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/srv/app/articles/one.txt: line 3", "one.txt: line 3"),
        ("C:\\Users\\x\\one.txt is gone", "one.txt is gone"),
        ("see https://example.org/a/b", "see https://example.org/a/b"),
        ("and/or 3/4", "and/or 3/4"),
        ("“/home/me/a.txt” and '/var/b.txt'", "“a.txt” and 'b.txt'"),
    ],
)
def test_folders_are_left_out_of_what_is_told(text: str, told: str) -> None:
    assert without_folders(text) == told
