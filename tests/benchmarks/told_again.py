"""A store of very many facts: those of the bundled corpus, told again by article after article.

What a question or a page costs depends on how many rows and columns are read. Texts and words
repeat, so that files and memory are smaller than those of an archive whose articles all differ.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path
from unittest import mock

import pyarrow as pa
import pyarrow.parquet as pq

from data.article import Article
from data.corpus import read_corpus
from data.fact import Fact
from data.store import part
from data.store.build import build
from data.store.source import Source


def store_told_again(folder: Path, facts: int) -> Path:
    """A store of at least so many facts, built without reading a text: some minutes a million."""
    corpus = read_corpus()
    told = {
        name: [fact for fact in corpus.facts.values() if fact.article_id == name]
        for name in corpus.articles
    }
    rows = _rows(corpus.articles.values(), told, facts)
    source = folder / "articles.parquet"
    pq.write_table(pa.Table.from_pylist(list(rows)), source, row_group_size=2_000)

    def known(article: Article) -> list[Fact]:
        name = article.article_id.partition("~")[0]
        return [
            dataclasses.replace(
                fact, article_id=article.article_id, fact_id=f"{article.article_id}.{fact.fact_id}"
            )
            for fact in told[name]
        ]

    with mock.patch.object(part, "reviewed_facts", known):
        build(Source(str(source)), folder / "store")
    return folder / "store"


def _rows(
    articles: Iterable[Article], told: dict[str, list[Fact]], facts: int
) -> Iterator[dict[str, object]]:
    for number, article in enumerate(cycle(articles)):
        if facts <= 0:
            return
        facts -= len(told[article.article_id])
        yield {
            "article_id": f"{article.article_id}~{number}",
            "text": article.text,
            "published": article.published,
        }
