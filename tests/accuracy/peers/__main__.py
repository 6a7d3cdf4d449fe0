"""``python -m tests.accuracy.peers NAME``: texts in, what a tool finds out, one JSON line each."""

from __future__ import annotations

import datetime as dt
import json
import sys

from tests.accuracy.peers import adapter


def main() -> int:
    """Read ``{"id", "text", "published"}`` lines, print ``{"id", "numbers", ...}`` lines."""
    tool = adapter(sys.argv[1])
    for line in sys.stdin:
        asked = json.loads(line)
        published = dt.date.fromisoformat(asked["published"])
        found = tool.search(asked["text"], published)
        answer = tool.record(found, asked["text"], published)
        print(json.dumps({"id": asked["id"], **answer}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
