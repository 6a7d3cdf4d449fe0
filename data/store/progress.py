"""Progress: how far a build is, for people or for programs, a line at a time."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Final, Literal, TextIO

from data.plurals import counted

if TYPE_CHECKING:
    from data.store.part import Outcome

Style = Literal["text", "json", "none"]
STYLES: Final[tuple[Style, ...]] = ("text", "json", "none")

_SECONDS: Final = 1.0
"""Between two lines for people; programs get one a part."""

_MOST_NAMED: Final = 20
"""Files of which it is told what of them was not read; the others are counted."""


class Progress:
    """Counts of a build so far, said as it goes on."""

    def __init__(self, style: Style, stream: TextIO | None = None) -> None:
        """Start counting.

        Args:
            style: ``text``, ``json`` (a line of JSON a part) or ``none``.
            stream: Where to; standard error when None.
        """
        self._style = style
        self._stream = stream or sys.stderr
        self._began = self._said = time.monotonic()
        self._partly: list[str] = []
        self._partly_more = 0
        self._counts = {"parts": 0, "articles": 0, "kept": 0, "facts": 0, "unread": 0}

    def unread(self) -> None:
        """Count something that could not be read and belongs to no part."""
        self._counts["unread"] += 1

    def part(self, outcome: Outcome) -> None:
        """Count a part that is complete."""
        record, counts = outcome.record, self._counts
        counts["parts"] += 1
        counts["articles"] += record.articles
        counts["kept"] += outcome.kept
        counts["facts"] += record.facts
        counts["unread"] += len(record.unread)
        room = _MOST_NAMED - len(self._partly)
        self._partly += outcome.partly_read[:room]
        self._partly_more += len(outcome.partly_read[room:])
        now = time.monotonic()
        if self._style == "json" or now - self._said >= _SECONDS:
            self._said = now
            self._say("part")

    @property
    def partly_read(self) -> tuple[str, ...]:
        """What was missing in articles that were read, a line each, those beyond many in one."""
        if not self._partly_more:
            return tuple(self._partly)
        are = "file was" if self._partly_more == 1 else "files were"
        return (*self._partly, f"{self._partly_more:,} more {are} read in part")

    def end(self) -> None:
        """Say what came of it all."""
        self._say("end")

    def _say(self, event: str) -> None:
        seconds = time.monotonic() - self._began
        counts = self._counts
        if self._style == "json":
            line = json.dumps({"event": event, **counts, "seconds": round(seconds, 3)})
        elif self._style == "text":
            line = (
                f"{counted(counts['articles'], 'article')} ({counts['kept']:,} unchanged), "
                f"{counted(counts['facts'], 'fact')}, {counts['unread']:,} not read, "
                f"{counts['articles'] / max(seconds, 1e-9):,.0f} articles/s"
            )
        else:
            return
        print(line, file=self._stream, flush=True)
