"""``python -m tests.benchmarks.memory COUNT...``: peak memory after so many articles, streamed."""

from __future__ import annotations

import resource
import sys

from data.parse import extract
from tests.benchmarks.articles import articles

_SEED = 7


def main() -> int:
    """Print the peak resident set after each count of articles, in kB."""
    counts = sorted(map(int, sys.argv[1:]))
    for number, article in enumerate(articles(_SEED), start=1):
        extract(article)
        if number in counts:
            print(number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        if number == counts[-1]:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
