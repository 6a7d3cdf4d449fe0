"""Archives on a web server make the store that the same archives on this machine make."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.errors import InputError
from data.store.build import build as build_store
from data.store.manifest import Manifest
from data.store.reaching import Missing
from data.store.source import Source
from tests.archive.conftest import PART_SIZE, content_of
from tests.archive.dask_cluster import free_port
from tests.archive.molds import Made
from tests.archive.web_server import Handler, serving
from tests.archive.writing import write_folder, write_table, write_zip

pytest.importorskip("aiohttp", reason="fsspec reads the web by aiohttp")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, made_articles: list[Made]) -> Path:
    """Archives in every form, twice: what is in ``ranges`` is also served in parts."""
    site = tmp_path_factory.mktemp("site")
    articles = [one.article for one in made_articles[:12]]
    for kind in ("ranges", "whole"):
        write_folder(site / kind / "folder", articles)
        write_zip(site / kind / "news.zip", articles)
        write_table(site / kind / "table.parquet", articles, rows=10)
    return site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serving(site) as address:
        yield address


def _built(url: str, store: Path) -> Manifest:
    return build_store(Source(url, part_size=PART_SIZE), store)


@pytest.mark.parametrize("kind", ["ranges", "whole"])
@pytest.mark.parametrize("name", ["folder", "folder/", "news.zip", "table.parquet"])
def test_what_a_server_has_is_read_as_what_a_folder_has(
    tmp_path: Path, site: Path, address: str, kind: str, name: str
) -> None:
    assert _built(f"{address}/{kind}/{name}", tmp_path / "remote").facts > 12
    _built(str(site / kind / name), tmp_path / "local")
    assert content_of(tmp_path / "remote") == content_of(tmp_path / "local")


def test_files_larger_than_a_block(
    tmp_path: Path, site: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ends and beginnings are asked for by themselves, or the file is copied."""
    monkeypatch.setattr("data.store.located._BLOCK", 4_096)
    for name in ("news.zip", "table.parquet"):
        _built(str(site / "whole" / name), tmp_path / "local")
        for kind in ("ranges", "whole"):
            _built(f"{address}/{kind}/{name}", tmp_path / f"{kind}-{name}")
            assert content_of(tmp_path / f"{kind}-{name}") == content_of(tmp_path / "local")


@pytest.mark.parametrize("name", ["folder/0000/made-0000003.md", "news.zip", "table.parquet"])
def test_what_the_server_does_not_give_is_named_and_read_the_next_time(
    tmp_path: Path, site: Path, address: str, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(Handler, "broken", {name.rpartition("/")[2]})
    folder = f"{address}/ranges/"
    assert _built(folder, tmp_path / "store").unread == 1
    (error,) = map(json.loads, (tmp_path / "store" / "errors.jsonl").read_text().splitlines())
    assert error["where"].startswith(name)
    assert "503" in error["problem"]
    monkeypatch.undo()
    assert _built(folder, tmp_path / "store").unread == 0
    _built(str(site / "ranges"), tmp_path / "local")
    assert content_of(tmp_path / "store") == content_of(tmp_path / "local")


@pytest.mark.parametrize("name", ["missing.zip", "missing.parquet", "missing/"])
def test_what_the_server_does_not_have(tmp_path: Path, address: str, name: str) -> None:
    with pytest.raises(InputError, match=f"{address}/{name}: does not exist") as caught:
        _built(f"{address}/{name}", tmp_path / "store")
    assert caught.value.remedy.startswith("Name a folder")


def test_no_server(tmp_path: Path) -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(
        InputError, match=f"{address}/news.zip: cannot be reached .*Cannot connect"
    ) as gone:
        _built(f"{address}/news.zip", tmp_path / "store")
    assert gone.value.remedy.startswith("Run the same build again")


def test_what_to_do_does_not_hang_on_the_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreached = Missing("gives no answer", unreached=True)
    monkeypatch.setattr("data.store.source.why_missing", lambda *_: unreached)
    with pytest.raises(InputError, match=r"gives no answer\. Run the same build again"):
        _built(str(tmp_path / "source"), tmp_path / "store")


def test_no_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(InputError, match=r"pip install 'withdrawal-dashboard\[s3\]'"):
        _built("s3://bucket/news", tmp_path / "store")
