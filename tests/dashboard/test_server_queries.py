"""What a query string selects at every address, and what is said of the rest of it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from dashboard.corpus.source import holdings
from dashboard.links import view_of
from tests.dashboard.asking import Reply, Site, rows


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


COUNTS: Final[Mapping[str, Callable[[bytes], int]]] = {
    "csv": lambda content: len({row["fact_id"] for row in rows(content)}),
    "json": lambda content: len(json.loads(content)),
    "parquet": lambda content: pq.read_table(io.BytesIO(content)).num_rows,
}


@pytest.mark.parametrize("suffix", COUNTS)
@pytest.mark.parametrize(
    "query",
    ["countries=TJK", "kinds=pledge,meeting", "countries=TJK&kinds=concern", "dates=..2021-07-06"],
)
def test_a_query_selects_what_it_selects_on_the_page(site: Site, suffix: str, query: str) -> None:
    view, dropped = view_of(holdings(), query)
    assert not dropped
    assert 0 < len(view.facts) < len(view.everything)
    count = COUNTS[suffix]
    assert count(site.get(f"/facts.{suffix}?{query}").body) == len(view.facts)
    assert count(site.get(f"/facts.{suffix}").body) == len(view.everything)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("place=TJK", "countries=TJK"),
        ("place=TJK,UZB", "countries=TJK,UZB"),
        ("claimants=rus-government", "actors=rus-government"),
    ],
)
def test_links_of_older_versions_work(site: Site, old: str, new: str) -> None:
    reply = site.get(f"/facts.csv?{old}")
    assert reply.body == site.get(f"/facts.csv?{new}").body
    assert reply.body != site.get("/facts.csv").body
    assert "x-dropped" not in reply.headers


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("", None),
        ("embed=true&embed_options=dark_theme&download=1", None),
        ("countries=TJK", None),
        ("countries=XYZ", "countries=XYZ"),
        ("countries=TJK,XYZ", "countries=XYZ"),
        ("place=XYZ", "place=XYZ"),
        ("dates=yesterday", "dates=yesterday"),
        ("unheard=of", "unheard"),
        ("countries=XYZ&unheard=of", "unheard; countries=XYZ"),
        ("fact=%0d%0aSet-Cookie:%20a=b", "fact=%EF%BF%BD%EF%BF%BDSet-Cookie: a=b"),
        ("fact=%E2%80%9C", "fact=%E2%80%9C"),
        ("fact=<b>%00", "fact=%3Cb%3E%EF%BF%BD"),
    ],
)
def test_what_does_not_exist_is_left_out_and_named(
    site: Site, query: str, named: str | None
) -> None:
    reply = site.get(f"/facts.json?{query}")
    assert reply.status == 200
    assert reply.headers.get("x-dropped") == named


def assert_header_is_harmless(reply: Reply) -> None:
    dropped = reply.headers.get("x-dropped", "")
    assert dropped.isascii()
    assert dropped.isprintable()
    assert len(dropped) <= 1000


@pytest.mark.parametrize(
    "query",
    [
        b"fact=" + b"x" * 100_000,
        b"&".join(b"p%d=1" % number for number in range(20_000)),
        b"countries=" + b",".join(b"X%d" % number for number in range(20_000)),
        b"fact=" + b"%E2%80%9C" * 10_000,
        b"&" * 100_000,
        b"=" * 100_000,
        b"fact=" + b"\xff" * 100_000,
    ],
    ids=lambda query: query[:12].decode("latin-1"),
)
def test_a_very_long_query_is_answered_in_bounds(site: Site, query: bytes) -> None:
    reply = site.get(b"/facts.json?" + query)
    assert reply.status == 200
    assert reply.body == site.get("/facts.json").body
    assert_header_is_harmless(reply)


@trying(max_examples=25)
@given(
    st.sampled_from([b"", b"countries=", b"dates=", b"fact=", b"chart=", b"embed="]),
    st.binary(max_size=40),
)
def test_any_query_is_answered(site: Site, name: bytes, value: bytes) -> None:
    reply = site.get(b"/facts.csv?" + name + value)
    assert reply.status == 200
    assert_header_is_harmless(reply)
    assert site.get(b"/?" + name + value).status == 200
