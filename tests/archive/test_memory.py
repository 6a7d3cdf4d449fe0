"""Memory of a build is that of a part in work, however many articles there are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.archive.conftest import ROOT

pytestmark = pytest.mark.faults

_LENGTH = 5_000
_MOST_MORE = 60
"""MB: less than the texts alone that one build reads more than the other."""

PROGRAM = """
import resource, sys
from pathlib import Path
import data.store.part as part
from data.store.build import build
from data.store.source import Source
part.reviewed_facts = lambda article: []  # what reading takes is measured elsewhere
manifest = build(Source(sys.argv[1], part_size=500), Path(sys.argv[2]))
print(manifest.articles, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000)
"""


def _groups(count: int) -> Iterator[pa.Table]:
    for begin in range(0, count, 500):
        ids = [str(number) for number in range(begin, begin + 500)]
        texts = [f"{number} {'word ' * (_LENGTH // 5)}" for number in ids]
        yield pa.table({"article_id": ids, "text": texts})


def _megabytes(folder: Path, count: int) -> int:
    source = folder / f"{count}.parquet"
    groups = _groups(count)
    first = next(groups)
    with pq.ParquetWriter(source, first.schema) as writer:
        writer.write_table(first)
        for group in groups:
            writer.write_table(group)
    run = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", PROGRAM, str(source), str(folder / f"store-{count}")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    articles, megabytes = map(int, run.stdout.split())
    assert articles == count
    return megabytes


def test_ten_times_the_articles_take_no_more_memory(tmp_path: Path) -> None:
    few, many = _megabytes(tmp_path, 2_000), _megabytes(tmp_path, 20_000)
    assert many - few < _MOST_MORE, (few, many)
