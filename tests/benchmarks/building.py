"""``python -m tests.benchmarks.building [COUNT]``: characters a second of a build, and its memory.

Builds take turns. Seconds of the processor are those of a build and its workers together, which
other work on the machine hardly changes; what very many articles take is reckoned from them.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from tests.archive.dask_cluster import running_scheduler, running_worker, wait_for_workers
from tests.benchmarks import reckoning
from tests.benchmarks.articles import archive, articles
from tests.benchmarks.builds import Measured, Source, measured_build, written
from tests.benchmarks.document import write
from tests.marked_tables import Row, table

NAME: Final = "building"

_COUNT: Final = 12_000
_SEED: Final = 11
_PART_SIZE: Final = 200
"""Articles of a part: small ones, so that all workers of this small archive end together."""

_OPTIONS: Final = ("--progress", "none", "--part-size", f"{_PART_SIZE}")
_TIMES_FEWER: Final = 20
"""Reports that tell facts in every sentence take about so many times as long."""

_ONE: Final = "1 process"
_CLUSTER: Final = "Dask, 2 workers"
_UNCHANGED: Final = "1 process, nothing changed"
_RICH: Final = "1 process, reports on the subject"
_HEAD: Final = (
    "build",
    "articles",
    "characters/s",
    "of 1 process",
    "characters/processor s",
    "of 1 process",
    "memory, MB",
    "of each worker, MB",
)

Builds = Mapping[str, Sequence[Measured]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables and write them into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.building")
    parser.add_argument("count", type=int, nargs="?", default=_COUNT, help="of articles")
    parser.add_argument("--rounds", type=int, default=2, help="turns of every build")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="building-") as folder:
        found = _in_turns(Path(folder), options.count, options.rounds)
    write(NAME, _table(found), print_only=options.print_only)
    once = {label: builds[-1] for label, builds in found.items()}
    content = reckoning.table_of(once[_ONE], once[_CLUSTER], once[_UNCHANGED], once[_RICH])
    write(reckoning.NAME, content, print_only=options.print_only)
    return 0


def _in_turns(folder: Path, count: int, rounds: int) -> Builds:
    """Every build once a round, each round with stores of its own."""
    mixed = written(folder / "mixed.parquet", archive(_SEED), count)
    rich = written(folder / "rich.parquet", articles(_SEED), max(count // _TIMES_FEWER, 1))
    stores = folder / "stores"
    one = partial(_on_processes, 1, mixed, stores / "one")
    builds: dict[str, Callable[[], Measured]] = {
        _ONE: one,
        "2 processes": partial(_on_processes, 2, mixed, stores / "two"),
        "4 processes": partial(_on_processes, 4, mixed, stores / "four"),
        _CLUSTER: partial(_on_cluster, 2, mixed, stores / "cluster"),
        _UNCHANGED: one,
        _RICH: partial(_on_processes, 1, rich, stores / "rich"),
    }
    found: dict[str, list[Measured]] = {label: [] for label in builds}
    for _ in range(rounds):
        for label, build in builds.items():
            found[label].append(build())
        shutil.rmtree(stores)
    return found


def _on_processes(workers: int, source: Source, store: Path) -> Measured:
    return measured_build(source, store, *_OPTIONS, "--workers", str(workers))


def _on_cluster(workers: int, source: Source, store: Path) -> Measured:
    with contextlib.ExitStack() as cluster:
        address = cluster.enter_context(running_scheduler(source.path.parent))
        started = [
            cluster.enter_context(running_worker(source.path.parent, address)).pid
            for _ in range(workers)
        ]
        wait_for_workers(address, workers)
        options = (*_OPTIONS, "--scheduler", address)
        return measured_build(source, store, *options, cluster=started)


def _table(found: Builds) -> str:
    return table(_HEAD, [_row(label, builds, found[_ONE]) for label, builds in found.items()])


def _row(label: str, builds: Sequence[Measured], ones: Sequence[Measured]) -> Row:
    def ratio(of: Callable[[Measured], float]) -> str:
        return f"{median(of(it) / of(one) for it, one in zip(builds, ones, strict=True)):.2f} ×"

    alone = builds[0].worker == builds[0].memory
    return (
        label,
        f"{builds[0].source.articles:,}",
        f"{median(map(Measured.speed, builds)):,.0f}",
        ratio(Measured.speed),
        f"{median(map(Measured.economy, builds)):,.0f}",
        ratio(Measured.economy),
        f"{max(build.memory for build in builds):,.0f}",
        "" if alone else f"{max(build.worker for build in builds):,.0f}",
    )


if __name__ == "__main__":
    sys.exit(main())
