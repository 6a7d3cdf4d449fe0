"""``python -m tests.benchmarks.archive``: runs of the page on a store of a million facts.

The same changes as in :mod:`tests.benchmarks.reruns`, beside the same hello-world, in turns.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dashboard.corpus.source import STORE_VARIABLE
from tests.benchmarks.asking import FACTS
from tests.benchmarks.document import write
from tests.benchmarks.reruns import measured, table_of
from tests.benchmarks.told_again import store_told_again

NAME: Final = "archive"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table and write it into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.archive")
    parser.add_argument("--facts", type=int, default=FACTS, help="how many the store has")
    parser.add_argument("--store", type=Path, help="a store that is there, instead")
    parser.add_argument("--turns", type=int, default=8, help="of every app, six changes each")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="archive-") as folder:
        store = options.store or store_told_again(Path(folder), options.facts)
        found = asyncio.run(measured(options.turns, **{STORE_VARIABLE: str(store)}))
    memory = f"The server took {found.memory:,.0f} MB after all of it."
    write(NAME, f"{table_of(found)}\n\n{memory}", print_only=options.print_only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
