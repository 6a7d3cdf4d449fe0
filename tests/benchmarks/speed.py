"""``python -m tests.benchmarks.speed NAME SECONDS``: how fast one tool reads what stdin holds.

Runs in the tool's own environment, so it imports the project only to time the project.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.accuracy.peers import adapter

OURS = "ours"
DIGITS = "digits"
WARM_UP = 3
"""Articles read before the clock starts: lexicons, patterns and models are loaded by then."""

Reader = Callable[[str, dt.date], Any]


def reader(name: str) -> Reader:
    """The function that reads a text, of ours, of a bare pattern, or of a peer."""
    if name == OURS:
        from data.article import Article
        from data.parse import extract

        return lambda text, published: extract(
            Article(article_id="a", text=text, title="", published=published)
        )
    if name == DIGITS:
        digits = re.compile(r"\d[\d,.]*")
        return lambda text, published: digits.findall(text)  # noqa: ARG005
    return adapter(name).search


def main() -> int:
    """Print characters read per second of processor time."""
    read, seconds = reader(sys.argv[1]), float(sys.argv[2])
    lines = [json.loads(line) for line in sys.stdin]
    texts = [(line["text"], dt.date.fromisoformat(line["published"])) for line in lines]
    for text, published in texts[:WARM_UP]:
        read(text, published)
    done = 0
    began = time.process_time()
    for text, published in itertools.cycle(texts[WARM_UP:]):  # only bare patterns come around
        read(text, published)
        done += len(text)
        if time.process_time() - began > seconds:
            break
    print(done / (time.process_time() - began))
    return 0


if __name__ == "__main__":
    sys.exit(main())
