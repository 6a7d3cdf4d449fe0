"""``python -m tests.fuzz``: mutated texts in bulk and megabytes of one thing."""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence

from tests.fuzz.checks import problems
from tests.fuzz.long_texts import LENGTH
from tests.fuzz.runs import (
    BATCH,
    Batch,
    long_text_ratios,
    run_again,
    run_batches,
    text_of,
)
from tests.fuzz.timing import beside_ordinary, ordinary

MOST_RATIO = 3.0
"""Times as long as in ordinary articles that a character may take."""

_SHOWN = 20
_REPEATED = 4
"""Batches read again in another process and order."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print figures.

    Returns:
        1 if anything that must hold does not: each is printed with how to see it again.
    """
    options = _parser().parse_args(arguments)
    if options.only is not None:
        return _show(options.seed, options.only)
    failed = False
    if options.count:
        failed |= _mutated(options.seed, options.count, options.processes)
    if not options.skip_long:
        failed |= _long(options.length)
    return int(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="mutated texts")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same texts")
    parser.add_argument("--only", type=int, metavar="INDEX", help="show what one text comes to")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--length", type=int, default=LENGTH, help="of long texts")
    parser.add_argument("--skip-long", action="store_true")
    return parser


def _show(seed: int, index: int) -> int:
    text = text_of(seed, index)
    found = list(problems(text))
    print(text, "", f"{len(text):,} characters", *found, sep="\n")
    if not found:
        print(f"{beside_ordinary(text):.2f} × the time of ordinary articles")
    return int(bool(found))


def _mutated(seed: int, count: int, processes: int) -> bool:
    began = time.perf_counter()
    batches = list(run_batches(seed, count, processes))
    took = time.perf_counter() - began
    characters = sum(batch.characters for batch in batches)
    found = [problem for batch in batches for problem in batch.problems]
    print(
        f"seed {seed}: {BATCH * len(batches):,} mutated texts, {characters:,} characters, "
        f"in {took:.0f} s on {processes} processes: {len(found)} problems"
    )
    for index, problem in found[:_SHOWN]:
        print(f"  {problem[:300]}\n    python -m tests.fuzz --seed {seed} --only {index}")
    slow = _slow(seed, batches)
    again = [batch.digest for batch in batches[:_REPEATED]]
    same = again == run_again(seed, [BATCH * number for number in range(len(again))])
    print(f"the same facts in another process and order: {'yes' if same else 'NO'}")
    return bool(found) or slow or not same


def _slow(seed: int, batches: Sequence[Batch]) -> bool:
    """Whether a text takes too long; those that seem to are timed again."""
    speeds = sorted(
        (speed for batch in batches for speed in batch.speeds), key=lambda each: -each[1]
    )
    if not speeds:
        return False
    median = statistics.median(speed for _, speed in speeds)
    worst, ratio = max(
        ((index, beside_ordinary(text_of(seed, index))) for index, _ in speeds[:_SHOWN]),
        key=lambda each: each[1],
    )
    print(
        f"time by character: median of mutated texts {median / ordinary():.2f} × that of articles, "
        f"worst {ratio:.2f} × (--only {worst})"
    )
    return ratio > MOST_RATIO


def _long(length: int) -> bool:
    failed = False
    print(f"{length:,} characters of one thing, time by character against articles:")
    for name, ratio in long_text_ratios(length):
        bad = isinstance(ratio, str) or ratio > MOST_RATIO
        failed |= bad
        shown = ratio if isinstance(ratio, str) else f"{ratio:.2f} ×"
        print(f"  {name:32} {shown}{'  TOO MUCH' if bad else ''}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
