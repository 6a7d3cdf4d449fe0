"""``python -m tests.benchmarks.asking [FACTS]``: how long a store of so many facts takes to answer.

The facts are those of the bundled corpus, told again by article after article: what a question
costs depends on how many rows and columns it reads, not on what they say.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Final
from unittest import mock

import pyarrow as pa
import pyarrow.parquet as pq

from data.article import Article
from data.corpus import read_corpus
from data.fact import Fact
from data.store import part
from data.store.build import build
from data.store.queries import Wanted
from data.store.reading import Store
from data.store.source import Source

_FACTS: Final = 1_000_000
_TIMES: Final = 20


def main() -> int:
    """Print a table of questions with the median and the 95th percentile of their answers."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else _FACTS
    with tempfile.TemporaryDirectory(prefix="asking-") as folder:
        store = _store(Path(folder), wanted)
        facts = store.count()
        print(f"{facts:,} facts in {len(store.manifest.parts):,} parts\n")
        print("| question | median ms | p95 ms |")
        print("| --- | ---: | ---: |")
        for label, ask in _questions(store).items():
            took = sorted(_milliseconds(ask) for _ in range(_TIMES))
            p95 = took[round(0.95 * _TIMES) - 1]
            print(f"| {label} | {statistics.median(took):,.0f} | {p95:,.0f} |", flush=True)
    return 0


def _questions(store: Store) -> dict[str, Callable[[], object]]:
    fact_id = store.facts(columns=["fact_id"], limit=1, offset=1_000)["fact_id"].iloc[0]
    july = Wanted(first=dt.date(2021, 7, 1), last=dt.date(2021, 7, 9))
    kunduz = Wanted(codes=("AF-KDZ", "AFG/kunduz"), kinds=("casualties", "personnel"))
    return {
        "how many of each kind": lambda: store.counts("kind"),
        "how many at each place, of a week": lambda: store.counts("place", july),
        "how many facts of a province and two kinds": lambda: store.count(kunduz),
        "50 of them with all columns": lambda: store.facts(kunduz, limit=50),
        "one fact": lambda: store.fact(fact_id),
        "its article": lambda: store.article(fact_id.partition(".")[0]),
        "columns that claims need, of a province": lambda: store.claim_facts(kunduz),
    }


def _milliseconds(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return 1_000 * (time.perf_counter() - began)


def _store(folder: Path, facts: int) -> Store:
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
    return Store(folder / "store")


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


if __name__ == "__main__":
    sys.exit(main())
