"""``python -m tests.benchmarks.memory COUNT...``: peak memory after so many articles, streamed."""

from __future__ import annotations

import resource
import sys
import time

from data.parse import extract
from tests.benchmarks.articles import archive

_SEED = 7


def main() -> int:
    """Print each count of articles with what reading so many of an archive's took.

    That is the peak resident set in kB, their characters, and seconds of processor time.
    """
    counts = sorted(map(int, sys.argv[1:]))
    characters, processor = 0, 0.0
    for number, article in enumerate(archive(_SEED), start=1):
        began = time.process_time()
        extract(article)
        processor += time.process_time() - began
        characters += len(article.text)
        if number in counts:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(number, peak, characters, processor, flush=True)
        if number == counts[-1]:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
