"""Catalogues made up for page tests."""

from __future__ import annotations

import functools
import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import app_test

from dashboard import last_good
from dashboard.components.charts import on_page
from dashboard.images.drawing import the_browser
from dashboard.images.installed import OFF, VARIABLE, missing
from data.corpus import Corpus
from data.store.build import build
from data.store.corpus import read_store
from data.store.source import Source
from tests.archive.molds import made
from tests.archive.writing import write_folder
from tests.dashboard.made_up import APP

ARTICLE = """<script>alert(1)</script> :red[Guards] flee [now](https://evil.example)
On 5 July 2021, 40 <b>Afghan</b> soldiers :material/delete: fled to Tajikistan, *Reuters* reported.
The $Taliban$ control 70 percent of the Afghan-Tajik border, Tajikistan's border service said.
"""


def write_catalog(folder: Path, *, title: str, text: str, sha256: str | None = None) -> Path:
    """A catalogue with one article, whose hash may be wrong."""
    (folder / "article.txt").write_text(text, "utf-8")
    digest = sha256 or hashlib.sha256(text.encode()).hexdigest()
    catalog = folder / "catalog.toml"
    catalog.write_text(
        f"""[[article]]
id = "made-up"
file = "article.txt"
title = {title!r}
publisher = "**Daily** :red[Example]"
url = "https://example.org/a"
published = 2021-07-09
published_basis = "[made](https://evil.example) up"
licence = "<b>none</b>"
sha256 = "{digest}"
""",
        "utf-8",
    )
    return catalog


@pytest.fixture(scope="session", autouse=True)
def packages_searched_once() -> Iterator[None]:
    """Each AppTest looks through all installed packages for components, which takes its time."""
    with pytest.MonkeyPatch.context() as patched:
        search = functools.cache(manifest_scanner.scan_component_manifests)
        patched.setattr(manifest_scanner, "scan_component_manifests", search)
        yield


@pytest.fixture(scope="session", autouse=True)
def scripts_are_cleared_away() -> Iterator[None]:
    """AppTest leaves the folder of its scripts to Python's end, which complains of it."""
    yield
    app_test.TMP_DIR.cleanup()


@pytest.fixture(scope="session", autouse=True)
def settings_of_the_app() -> Iterator[None]:
    """AppTest reads none beside a script: it looks for magic in each page, and counts commands.

    Those of other sections are about a server, which it has none of, and about colours.
    """
    settings = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text("utf-8"))
    ours = {
        f"{section}.{name}": value
        for section in ("browser", "runner")
        for name, value in settings[section].items()
    }
    theirs = {option: config.get_option(option) for option in ours}
    for option, value in ours.items():
        config.set_option(option, value)
    yield
    for option, value in theirs.items():
        config.set_option(option, value)


@pytest.fixture(autouse=True)
def shapes_are_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a browser: AppTest has no address, and each run would carry all shapes of the map."""
    monkeypatch.setattr(on_page, "shapes", lambda: "https://dashboard.example.org/shapes")


@pytest.fixture(autouse=True)
def changes_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for files to be left alone; those that are about it say so."""
    monkeypatch.setattr(last_good, "SETTLE_S", 0.0)
    monkeypatch.setattr(last_good, "LOOK_EVERY_S", 0.0)


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> str:
    """Nothing that could draw a picture; what is said of that."""
    monkeypatch.setenv(VARIABLE, OFF)
    why = missing()
    assert why
    return why


@pytest.fixture
def no_warm_browser() -> None:
    """No browser that a test before has left running and that would draw all the same."""
    the_browser().close()


@pytest.fixture
def hostile_catalog(tmp_path: Path) -> Path:
    """An article whose every word tries to be Markdown or HTML."""
    return write_catalog(tmp_path, title=ARTICLE.splitlines()[0], text=ARTICLE)


@pytest.fixture
def changed_article(tmp_path: Path) -> Path:
    """An article that is not the one the catalogue describes."""
    return write_catalog(tmp_path, title="Changed", text="Changed.", sha256="0" * 64)


@pytest.fixture(scope="session")
def large_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of more facts than are shown at once. Read only."""
    folder = tmp_path_factory.mktemp("large-archive")
    write_folder(folder / "articles", [one.article for one in made(300)])
    build(Source(str(folder / "articles")), folder / "store")
    return folder / "store"


@pytest.fixture(scope="session")
def every(large_store: Path) -> Corpus:
    """All that the large store holds."""
    return read_store(large_store)
