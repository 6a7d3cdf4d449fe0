"""Archives as people keep them: a folder of files, a ZIP of them, a Parquet table."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.article import Article

COLUMNS = ("article_id", "text", "title", "publisher", "url", "published")


def write_folder(folder: Path, articles: Iterable[Article]) -> Path:
    """A folder with a Markdown file an article, a hundred in a folder below it."""
    for number, article in enumerate(articles):
        below = folder / f"{number // 100:04}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{article.article_id}.md").write_text(markdown(article), "utf-8")
    return folder


def write_zip(path: Path, articles: Iterable[Article]) -> Path:
    """An archive of Markdown files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for article in articles:
            archive.writestr(f"{article.article_id}.md", markdown(article))
    return path


def write_table(path: Path, articles: Iterable[Article], rows: int = 500) -> Path:
    """A table with so many rows in a group."""
    table = pa.Table.from_pylist(
        [{name: getattr(article, name) for name in COLUMNS} for article in articles],
        schema=pa.schema(
            [(name, pa.date32() if name == "published" else pa.string()) for name in COLUMNS]
        ),
    )
    pq.write_table(table, path, row_group_size=rows)
    return path


def markdown(article: Article) -> str:
    """An article as a web clipper writes it."""
    return (
        f"---\ntitle: {article.title}\npublisher: {article.publisher}\nurl: {article.url}\n"
        f"date: {article.published}\n---\n\n{article.text}"
    )
