"""The address that load balancers ask: whether this process can do its work, and if not, why."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from dashboard.charts.region import shape_files
from dashboard.corpus.source import corpus
from dashboard.images.installed import OFF, VARIABLE
from data.catalog import CATALOG_VARIABLE
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
def shapes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Copies of all shapes, for a process that has not read them yet."""
    copies = tmp_path / "shapes"
    for folder in (SHAPES, shape_files.FOLDER):
        shutil.copytree(folder, copies, dirs_exist_ok=True)
    monkeypatch.setattr("geo.boundaries.read_layer", partial(read_layer, folder=copies))
    monkeypatch.setattr(shape_files, "FOLDER", copies)
    forget_shapes()
    yield copies
    forget_shapes()


def damage(file: Path) -> None:
    """Take its end away."""
    file.write_bytes(file.read_bytes()[:-1])


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


def test_a_damaged_layer_is_a_failure_of_what_needs_it(site: Site, shapes: Path) -> None:
    damage(shapes / "countries_display.parquet")
    reply = site.get("/shapes/countries.geojson")
    assert reply.status == 503
    assert reply.json["where"].endswith("countries_display.parquet")
    assert "countries_display.toml says" in reply.json["error"]
    assert site.get("/healthz").status == 200


def test_damaged_shapes_of_the_map_are_a_failure(site: Site, shapes: Path) -> None:
    for file in shapes.glob("*.geojson"):
        damage(file)
    reply = site.get("/healthz")
    assert reply.status == 503
    assert reply.json["where"].startswith("region-")
    assert "has changed" in reply.json["error"]
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
