"""Extraction against other tools, where its time goes, its memory, its start: ratios of one run."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from data.article import Article
from data.catalog import read_catalog
from data.errors import InputError
from data.snapshot.folder import OFF, VARIABLE
from tests.accuracy.peer_runs import in_peers_environment, roster
from tests.benchmarks import stages
from tests.benchmarks.articles import articles, characters, prose
from tests.benchmarks.document import write
from tests.benchmarks.speed import DIGITS, OURS
from tests.marked_tables import table

ROOT: Final = Path(__file__).resolve().parents[2]
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
LABELS: Final = {OURS: "this project", DIGITS: "a regular expression for digits"}
_TABLES = ("speed", "stages", "memory", "start")
_SEED = 1
_MOST_READ = 3_000_000
"""Characters a turn at most: more than ours reads in one."""

_LEAST_SHARE = 0.01


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables and write them into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.extraction")
    parser.add_argument("--rounds", type=int, default=3, help="turns of every tool")
    parser.add_argument("--seconds", type=float, default=2.0, help="processor time of a turn")
    parser.add_argument(
        "--articles", type=int, nargs="+", default=[100, 1_000, 10_000], help="for the memory"
    )
    parser.add_argument("--tables", nargs="+", choices=_TABLES, default=_TABLES)
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    tables: Mapping[str, Callable[[], str]] = {
        "speed": lambda: _speed_table(options.rounds, options.seconds),
        "stages": _stage_table,
        "memory": lambda: _memory_table(options.articles),
        "start": lambda: _start_table(max(5, options.rounds)),
    }
    try:
        for name in options.tables:
            write(name, tables[name](), print_only=options.print_only)
    except InputError as error:
        sys.exit(f"error: {error}")
    return 0


def _speed_table(rounds: int, seconds: float) -> str:
    labels = {OURS: LABELS[OURS], **{peer.id: peer.label for peer in roster()}}
    labels |= {DIGITS: LABELS[DIGITS]}
    columns = [
        _speeds(list(labels), characters(source(_SEED), _MOST_READ), rounds, seconds)
        for source in (articles, prose)
    ]
    rows = [
        (label, *(cell for speeds in columns for cell in _speed_cells(name, speeds)))
        for name, label in labels.items()
    ]
    head = ("", "articles, characters/s", "ours is", "prose, characters/s", "ours is")
    return table(head, rows)


def _speed_cells(name: str, speeds: Mapping[str, Sequence[float]]) -> tuple[str, str]:
    """The median speed, and the median over the rounds of how many times as fast ours was."""
    ratio = statistics.median(
        ours / other for ours, other in zip(speeds[OURS], speeds[name], strict=True)
    )
    shown = f"{ratio:,.1f}" if ratio >= 1 else f"{ratio:.1g}"
    return f"{statistics.median(speeds[name]):,.0f}", f"{shown} ×"


def _speeds(
    names: Sequence[str], read: Sequence[Article], rounds: int, seconds: float
) -> dict[str, list[float]]:
    """Characters per second of processor time, by tool, one figure a round, taken in turns."""
    lines = "".join(
        json.dumps({"text": article.text, "published": f"{article.published}"}) + "\n"
        for article in read
    )
    speeds: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            arguments = ("tests.benchmarks.speed", name, str(seconds))
            ours = [sys.executable, "-m", *arguments]
            command = ours if name in LABELS else in_peers_environment(*arguments)
            speeds[name].append(float(_output(command, lines)))
    return speeds


def _output(
    command: Sequence[str], given: str = "", environment: Mapping[str, str] = MappingProxyType({})
) -> str:
    return subprocess.run(  # noqa: S603 - our own modules
        command,
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **ONE_THREAD, "PYTHONIOENCODING": "utf-8", **environment},
    ).stdout


def _stage_table() -> str:
    found = stages.shares(characters(articles(_SEED), 1_000_000))
    rows = [
        (
            f"`{stage.name.removeprefix('data.')}`",
            stages.purpose(stage.name),
            f"{100 * stage.share:.0f} %",
            _within(stage),
        )
        for stage in found
        if stage.share >= _LEAST_SHARE
    ]
    rest = [stage.share for stage in found if stage.share < _LEAST_SHARE]
    rows.append((f"{len(rest)} others", "", f"{100 * sum(rest):.0f} %", ""))
    return table(("stage", "what it does", "share", "of it the largest file"), rows, words=2)


def _within(stage: stages.Stage) -> str:
    name, share = max(stage.files.items(), key=lambda file: file[1])
    alone = len(stage.files) == 1
    return "" if alone else f"`{name.removeprefix(f'{stage.name}.')}` {100 * share:.0f} %"


def _memory_table(counts: Sequence[int]) -> str:
    output = _output([sys.executable, "-m", "tests.benchmarks.memory", *map(str, counts)])
    peaks = [tuple(map(int, line.split()[:2])) for line in output.splitlines()]
    first, least = peaks[0]
    return table(
        ("articles read", "peak memory, MB", f"of that after {first:,}"),
        [(f"{count:,}", f"{peak / 1024:.0f}", f"{peak / least:.2f} ×") for count, peak in peaks],
    )


def _start_table(rounds: int) -> str:
    catalog = read_catalog()
    article = str(catalog.path.parent / catalog.entries[0].file)
    extract = ["-m", "data", "extract", article]
    bare = "python -c pass"
    with tempfile.TemporaryDirectory() as kept:
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": kept}
        checked = {**compiled, VARIABLE: str(Path(kept) / "checked")}
        commands = {
            "python -m data extract ARTICLE": (extract, checked),
            f"{VARIABLE}={OFF} python -m data extract ARTICLE": (
                extract,
                {**compiled, VARIABLE: OFF},
            ),
            "python -c 'import pandas'": (["-c", "import pandas"], compiled),
            bare: (["-c", "pass"], compiled),
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, (command, environment) in commands.items():
                taken[name].append(_seconds([sys.executable, *command], environment))
    fastest = {name: min(times) for name, times in taken.items()}
    return table(
        ("command", "seconds, the fastest", "of the last"),
        [
            (f"`{name}`", f"{took:.2f}", f"{took / fastest[bare]:.1f} ×")
            for name, took in fastest.items()
        ],
    )


def _seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    began = time.perf_counter()
    _output(command, environment=environment)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
