"""``python -m tests.benchmarks [NAME...]``: measure one after the other and write the document.

Each benchmark is a program of its own, ``python -m tests.benchmarks.NAME``, with options for a
quick look. One that fails stops none of the others.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.document import BENCHMARKS, LONG

_ROOT = Path(__file__).resolve().parents[2]


def main(names: Sequence[str]) -> int:
    """Run the benchmarks of these names, or all but the long; the status is 1 if any failed."""
    if unknown := set(names) - BENCHMARKS.keys():
        sys.exit(f"error: no benchmark is called {', '.join(unknown)}: use {', '.join(BENCHMARKS)}")
    failed = []
    for name in names or (name for name in BENCHMARKS if name not in LONG):
        print(f"== {name}", flush=True)
        command = [sys.executable, "-m", f"tests.benchmarks.{name}"]
        if subprocess.run(command, cwd=_ROOT, check=False).returncode:  # noqa: S603 - our own
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
