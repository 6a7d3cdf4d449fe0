"""Tables that programs measure and write into documents, between markers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

Row = Sequence[str]


def table(head: Row, rows: Iterable[Row], *, words: int = 1) -> str:
    """A Markdown table; ``words`` columns from the left hold words, the others figures."""
    rule = ["---" if column < words else "---:" for column in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def between(document: Path, name: str) -> str:
    """What stands between ``<!-- name -->`` and ``<!-- end name -->``."""
    found = _marked(name).search(document.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{document} has no <!-- {name} --> ... <!-- end {name} -->")
    return found[2].strip()


def put_between(document: Path, name: str, content: str) -> None:
    """Replace what stands between the markers; the file stays as it is where nothing changes."""
    if between(document, name) == content.strip():
        return
    text = document.read_text(encoding="utf-8")
    written = _marked(name).sub(
        lambda found: f"{found[1]}\n\n{content.strip()}\n\n{found[3]}", text
    )
    document.write_text(written, encoding="utf-8")


def _marked(name: str) -> re.Pattern[str]:
    marker = re.escape(name)
    return re.compile(rf"(<!-- {marker} -->)(.*?)(<!-- end {marker} -->)", re.DOTALL)
