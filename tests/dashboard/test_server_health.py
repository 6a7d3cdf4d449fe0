"""The address that load balancers ask: whether this process can do its work, and if not, why."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from dashboard.charts import shape_files
from dashboard.corpus_source import CATALOG_VARIABLE, corpus
from dashboard.images.installed import OFF, VARIABLE
from geo.shape_files import SHAPES, read_layer
from tests.dashboard.asking import Site
from tests.dashboard.conftest import write_catalog


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


def forget_shapes() -> None:
    for kept in (shape_files.shape_file_name, shape_files._content, shape_files._shapes):
        kept.cache_clear()


@pytest.fixture
def damaged_shapes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process that has not read its shapes yet, one of which lost its end."""
    shapes = tmp_path / "shapes"
    shutil.copytree(SHAPES, shapes)
    damaged = shapes / "countries_display.parquet"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    monkeypatch.setattr("geo.boundaries.read_layer", partial(read_layer, folder=shapes))
    forget_shapes()
    yield
    forget_shapes()


def test_a_healthy_process_counts_what_it_read(site: Site) -> None:
    reply = site.get("/healthz")
    everything = corpus()
    assert reply.status == 200
    assert reply.json["status"] == "ok"
    assert reply.json["articles"] == len(everything.articles) > 0
    assert reply.json["facts"] == len(everything.facts) > 0
    assert reply.json["unreadable"] == 0


def test_a_process_without_a_browser_is_healthy(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, OFF)
    reply = site.get("/healthz")
    assert (reply.status, reply.json["status"], reply.json["pictures"]) == (200, "ok", False)


def test_some_articles_that_cannot_be_read_are_counted(
    site: Site, hostile_catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = hostile_catalog.read_text("utf-8")
    entry += entry.replace('"made-up"', '"gone"').replace('"article.txt"', '"gone.txt"')
    hostile_catalog.write_text(entry, "utf-8")
    monkeypatch.setenv(CATALOG_VARIABLE, str(hostile_catalog))
    reply = site.get("/healthz")
    assert reply.status == 200
    assert reply.json["status"] == "incomplete"
    assert (reply.json["articles"], reply.json["unreadable"]) == (1, 1)


@pytest.mark.parametrize("address", ["/healthz", "/facts.csv"])
def test_no_article_at_all_is_a_failure(
    site: Site, address: str, changed_article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CATALOG_VARIABLE, str(changed_article))
    reply = site.get(address)
    assert reply.status == 503
    assert reply.json["where"].startswith("article.txt")
    assert "0" * 64 in reply.text
    assert str(changed_article.parent) not in reply.text


@pytest.mark.usefixtures("damaged_shapes")
def test_damaged_shapes_are_a_failure_of_what_needs_them(site: Site) -> None:
    for address in ("/healthz", "/shapes/countries.geojson"):
        reply = site.get(address)
        assert reply.status == 503
        assert reply.json["where"].endswith("countries_display.parquet")
        assert "countries_display.toml says" in reply.json["error"]
    assert site.get("/facts.csv").status == 200


def test_it_recovers_when_the_catalogue_is_mended(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = tmp_path / "catalog.toml"
    monkeypatch.setenv(CATALOG_VARIABLE, str(catalog))
    assert site.get("/healthz").status == 503
    catalog.write_text("broken", "utf-8")
    assert site.get("/healthz").status == 503
    write_catalog(tmp_path, title="Mended", text="Over 40 soldiers fled.")
    assert site.get("/healthz").status == 200
