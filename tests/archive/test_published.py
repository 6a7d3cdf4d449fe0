"""A day given to a build dates the articles that tell none and no other."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.store.build import build
from data.store.reading import Store
from data.store.source import Source

TEXT = "Some 40 soldiers fled on Thursday.\n"
FILES = {"told.md": f"---\ndate: 2021-07-09\n---\n{TEXT}", "untold.txt": TEXT}


def _folder(path: Path) -> Path:
    path.mkdir()
    for name, text in FILES.items():
        (path / name).write_text(text)
    return path


def _archive(path: Path) -> Path:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    return path.with_suffix(".zip")


def _table(path: Path) -> Path:
    days = {"told": "2021-07-09", "untold": None}
    rows = [{"article_id": name, "text": TEXT, "published": day} for name, day in days.items()]
    pq.write_table(pa.Table.from_pylist(rows), path.with_suffix(".parquet"))
    return path.with_suffix(".parquet")


def _catalogue(path: Path) -> Path:
    path.mkdir()
    days = {"told": "published = 2021-07-09\n", "untold": ""}
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    for name in days:
        (path / f"{name}.txt").write_text(TEXT)
    said = 'published_basis = "On the page."\nlicence = "Ours."\n'
    (path / "catalog.toml").write_text(
        "\n".join(
            f'[[article]]\nid = "{name}"\nfile = "{name}.txt"\ntitle = "Some fled"\n'
            f'{said}sha256 = "{sha256}"\n{day}'
            for name, day in days.items()
        )
    )
    return path


@pytest.mark.parametrize("written", [_folder, _archive, _table, _catalogue])
def test_a_day_given_dates_only_what_tells_none(
    written: Callable[[Path], Path], tmp_path: Path
) -> None:
    source, store = str(written(tmp_path / "source")), tmp_path / "store"
    for given in (None, dt.date(2020, 1, 1), dt.date(2020, 2, 2)):
        build(Source(source, given), store)
        articles = {article.article_id: article for article in Store(store).articles()}
        assert {name.partition("-")[0]: each.published for name, each in articles.items()} == {
            "told": dt.date(2021, 7, 9),
            "untold": given,
        }
        basis = {name: each.published_basis for name, each in articles.items()}
        assert (basis["untold"] == "given on the command line") == (given is not None)
