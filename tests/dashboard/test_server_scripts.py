"""Scripts of the page: sent once and compressed, and named in its head before they are needed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import file_util

from dashboard import components
from dashboard.charts.catalogue import CHARTS
from dashboard.charts.reference_figure import reference_figure
from dashboard.corpus.source import corpus
from dashboard.server.early import loaded_early
from dashboard.server.index_page import index_page
from dashboard.server.scripts import script_name
from dashboard.server.streamlit_files import needed_by
from dashboard.sitemap import PAGES
from tests.dashboard.asking import OpenedPage, Site

FOR_EVER = "public, max-age=31536000, immutable"
ZIPPED = [("Accept-Encoding", "gzip")]
COMPONENTS = Path(components.__path__[0])


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    reference_figure(CHARTS["timeline"], corpus())  # as a server has drawn it before visitors come
    with Site() as running:
        yield running


SCRIPTS = sorted(COMPONENTS.rglob("*.js"))


def test_no_two_files_of_components_share_a_name() -> None:
    files = [path for path in COMPONENTS.rglob("*") if path.suffix in {".js", ".html", ".css"}]
    assert len({path.name for path in files}) == len(files) > len(SCRIPTS) > 0


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_components_script_is_loaded_once(site: Site, path: Path) -> None:
    reply = site.get(f"/components/{script_name(path.stem)}", headers=ZIPPED)
    assert (reply.status, reply.media_type) == (200, "text/javascript")
    assert reply.headers["cache-control"] == FOR_EVER
    assert reply.body.startswith(path.read_bytes())
    for beside in (path.with_suffix(".html"), path.with_suffix(".css")):
        if beside.exists():
            assert json.dumps(beside.read_text("utf-8")).encode() in reply.body


@pytest.mark.parametrize(
    "address",
    [
        "/components/copy_link-000000000000.js",
        "/components/copy_link.js",
        "/components/copy_link.py",
        "/components/..%2Fcopy_link.py",
        "/static/js/none.js",
        "/static/css/none.css",
    ],
)
def test_nothing_else_is_served(site: Site, address: str) -> None:
    assert site.get(address).status == 404


@pytest.mark.parametrize("kind", ["js", "css"])
def test_streamlits_own_files_are_compressed(site: Site, kind: str) -> None:
    path = next((Path(file_util.get_static_dir()) / "static" / kind).glob(f"index.*.{kind}"))
    zipped = site.get(f"/static/{kind}/{path.name}", headers=ZIPPED)
    plain = site.get(f"/static/{kind}/{path.name}")
    assert zipped.encoding == "gzip"
    assert plain.encoding == ""
    assert zipped.body == plain.body == path.read_bytes()
    assert len(zipped.sent) < len(plain.sent) / 2
    assert zipped.headers["cache-control"] == FOR_EVER


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_names_early_is_there_and_named_once(site: Site, page: str) -> None:
    head = OpenedPage(loaded_early(page).encode())
    named = [
        *(link.attributes["href"] for link in head.all("link")),
        *(script.attributes["src"] for script in head.all("script")),
    ]
    assert named
    assert len(named) == len(set(named))
    for address in named:
        assert address.removeprefix("./") not in index_page()
        assert site.get(address.removeprefix("."), headers=ZIPPED).status == 200, address
    assert any("plotly-" in address for address in named) == (page in {"", "claims"})
    assert any("timeline-" in address for address in named) == (page == "")


def test_streamlits_elements_are_called_as_this_version_calls_them() -> None:
    for element in ("BidiComponent", "Button", "ButtonGroup", "DataFrame", "Metric", "Table"):
        names = needed_by([element])
        assert names[0].startswith(f"{element}."), element
        assert len(set(names)) == len(names)
    assert needed_by(["Nothing"]) == []
