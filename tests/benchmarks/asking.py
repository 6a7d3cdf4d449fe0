"""``python -m tests.benchmarks.asking [FACTS]``: how long a store of so many facts takes to answer.

Asked are a store as its files are, and a shelf, which the dashboard makes of it when it is opened.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from data.store.queries import Wanted
from data.store.reading import Store
from data.store.shelf import Shelf
from data.store.window import LEADING, NEWEST
from tests.benchmarks.document import write
from tests.benchmarks.told_again import store_told_again
from tests.marked_tables import table

NAME: Final = "asking"
FACTS: Final = 1_000_000
_TIMES: Final = 20
_JULY: Final = Wanted(first=dt.date(2021, 7, 1), last=dt.date(2021, 7, 9))
_KUNDUZ: Final = Wanted(codes=("AF-KDZ", "AFG/kunduz"), kinds=("casualties", "personnel"))
_HEAD: Final = ("asked", "question", "median, ms", "95 %, ms")

Question = Callable[[], object]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.asking")
    parser.add_argument("facts", type=int, nargs="?", default=FACTS, help="how many")
    parser.add_argument("--store", type=Path, help="a store that is there, instead")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="asking-") as folder:
        path = options.store or store_told_again(Path(folder), options.facts)
        store = Store(path)
        began = time.perf_counter()
        shelf = Shelf(path)
        opened = time.perf_counter() - began
        rows = [
            *(("store", *_measured(*asked)) for asked in _of_store(store).items()),
            *(("shelf", *_measured(*asked)) for asked in _of_shelf(shelf).items()),
        ]
        told = f"{shelf.manifest.facts:,} facts; making the shelf took {opened:.1f} s."
    write(NAME, f"{table(_HEAD, rows)}\n\n{told}", print_only=options.print_only)
    return 0


def _of_store(store: Store) -> dict[str, Question]:
    fact_id = store.facts(columns=["fact_id"], limit=1, offset=1_000)["fact_id"].iloc[0]
    return {
        "how many of each kind": lambda: store.counts("kind"),
        "how many at each place, of a week": lambda: store.counts("place", _JULY),
        "how many facts of a province and two kinds": lambda: store.count(_KUNDUZ),
        "50 of them with all columns": lambda: store.facts(_KUNDUZ, limit=50),
        "one fact": lambda: store.fact(fact_id),
        "its article": lambda: store.article(fact_id.partition(".")[0]),
        "columns that claims need, of a province": lambda: store.claim_facts(_KUNDUZ),
    }


def _of_shelf(shelf: Shelf) -> dict[str, Question]:
    facts = shelf.pick(Wanted(), NEWEST, LEADING).values()
    fact = next(iter(facts))
    articles = {one.article_id for one in facts}

    def forgetful() -> Shelf:
        shelf._counted.cache_clear()  # what is kept would be free from the second time on
        return shelf

    return {
        "how many of each kind": lambda: forgetful().counts("kind"),
        "how many facts of a province and two kinds": lambda: forgetful().count(_KUNDUZ),
        "what a page shows of a week": lambda: shelf.pick(_JULY, NEWEST, LEADING),
        "its articles, without texts": lambda: shelf.articles(articles),
        "one fact": lambda: shelf.fact(fact.fact_id),
        "its article": lambda: shelf.article(fact.article_id),
    }


def _measured(label: str, ask: Question) -> tuple[str, str, str]:
    took = sorted(_milliseconds(ask) for _ in range(_TIMES))
    p95 = took[round(0.95 * _TIMES) - 1]
    return label, f"{statistics.median(took):,.0f}", f"{p95:,.0f}"


def _milliseconds(ask: Question) -> float:
    began = time.perf_counter()
    ask()
    return 1_000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
