"""Runs of the page after a change, beside hello-world's under the same settings, in one run.

A change is timed as a visitor waits for it: from the request until the script has finished, over a
real connection. Apps take turns, so that a busy machine slows them all.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import itertools
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.document import write
from tests.benchmarks.serving import DASHBOARD, App, started
from tests.benchmarks.visitor import Answer, Visitor, visit
from tests.marked_tables import table

NAME: Final = "reruns"
HELLO: Final = Path(__file__).with_name("hello")
APPS: Final = {
    "ours": DASHBOARD,
    "hello-world with a chart": HELLO / "chart.py",
    "the same, sent at once": HELLO / "at_once.py",
    "hello-world": HELLO / "text.py",
}
_WINDOW: Final = 1260
"""Pixels: a window of which the page must first be told, as most are."""

_FILTERS: Final = "filter-menu"

_TURN: Final = 6
"""Changes of one sort before another app has its turn."""

Change = Callable[[Visitor, int], Awaitable[Answer]]


async def change_country(visitor: Visitor, number: int) -> Answer:
    """Filter by one or two countries, or by none."""
    wanted = (("Tajikistan",), ("Uzbekistan",), (), ("Iran",), ("Tajikistan", "Pakistan"))
    return await visitor.choose("filter-countries", *wanted[number % len(wanted)])


async def _kind(visitor: Visitor, number: int) -> Answer:
    options = visitor.options("filter-kinds")
    wanted: tuple[list[str], ...] = (options[1:2], options[0:1], [], options[2:4])
    return await visitor.choose("filter-kinds", *wanted[number % len(wanted)])


async def _day(visitor: Visitor, number: int) -> Answer:
    days = ("2021-07-05", "2021-07-08", "2021-08-13", "2021-08-31", "2021-06-22", "2021-08-06")
    value = {"day": days[number % len(days)], "how": "settled"}
    return await visitor.trigger("as-of", "chosen", value)


async def _played(visitor: Visitor, number: int) -> Answer:
    value = {"day": f"2021-07-{1 + number % 31:02}", "how": "playing"}
    return await visitor.trigger("as-of", "chosen", value)


async def _unseen(visitor: Visitor, number: int) -> Answer:
    """Two countries that nobody chose together since the server was started."""
    pairs = list(itertools.combinations(sorted(visitor.options("filter-countries")), 2))
    return await visitor.choose("filter-countries", *pairs[number])


async def open_filters(visitor: Visitor) -> None:
    """Open the menu that filters stand in."""
    await visitor.open_menu(_FILTERS)


async def _everything(visitor: Visitor, *, menu: bool) -> None:
    """Back to all facts, as of the latest day, with the filters open or not."""
    await open_filters(visitor)
    await visitor.choose("filter-countries")
    await visitor.choose("filter-kinds")
    await visitor.trigger("as-of", "chosen", {"day": None, "how": "settled"})
    if not menu:
        await visitor.open_menu(_FILTERS, closed=True)


async def slide(visitor: Visitor, number: int) -> Answer:
    """Move the slider of a hello-world page."""
    return await visitor.slide("points", 20 + number % 100)


CHANGES: Final[dict[str, tuple[str, Change]]] = {
    "a country": ("ours", change_country),
    "a kind": ("ours", _kind),
    "countries that nobody has chosen before": ("ours", _unseen),
    "a day": ("ours", _day),
    "a day while days are played": ("ours", _played),
    "hello-world with a chart": ("hello-world with a chart", slide),
    "the same, sent at once": ("the same, sent at once", slide),
    "hello-world": ("hello-world", slide),
}
"""What is changed, by name: in which app, and how."""

_BY_MENU: Final = (change_country, _kind, _unseen)


@dataclasses.dataclass(slots=True)
class Measured:
    """Runs of one sort.

    Attributes:
        answers: What each run sent, and how long it took.
        processor: Seconds of processor time that the server used for all of them.
    """

    answers: list[Answer] = dataclasses.field(default_factory=list)
    processor: float = 0.0

    @property
    def median(self) -> float:
        """Milliseconds that half of the runs took at most."""
        return 1000 * statistics.median(answer.seconds for answer in self.answers)

    @property
    def p95(self) -> float:
        """Milliseconds that 95 % of the runs took at most."""
        return 1000 * statistics.quantiles((a.seconds for a in self.answers), n=20)[-1]

    @property
    def processor_each(self) -> float:
        """Milliseconds of processor time a run."""
        return 1000 * self.processor / len(self.answers)

    @property
    def size(self) -> float:
        """Bytes that half of the runs sent at most, before any compression."""
        return statistics.median(answer.size for answer in self.answers)

    @property
    def wire(self) -> float:
        """Bytes that half of the runs sent at most, as they came over the connection."""
        return statistics.median(answer.wire for answer in self.answers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables and write them into docs/benchmarks.md."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reruns")
    parser.add_argument("--turns", type=int, default=8, help=f"of every app, {_TURN} changes each")
    parser.add_argument("--sizes", action="store_true", help="list the largest messages, too")
    parser.add_argument("--print-only", action="store_true", help="leave the document as it is")
    options = parser.parse_args(arguments)
    found = asyncio.run(measured(options.turns))
    if options.sizes:
        _print_sizes(found.changes)
    write(NAME, table_of(found), print_only=options.print_only)
    return 0


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """All that was measured.

    Attributes:
        changes: Runs after a change, by its name in :data:`CHANGES`.
        first: The first run of a visitor, by app.
        memory: What the dashboard's server took at the end, in MB.
    """

    changes: dict[str, Measured]
    first: dict[str, Answer]
    memory: float


async def measured(turns: int, **environment: str) -> Found:
    """Changes in all apps, in turns.

    Args:
        turns: How many each app has.
        environment: Variables that the servers get.
    """
    found = {name: Measured() for name in CHANGES}
    first: dict[str, Answer] = {}
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as servers:
        apps = {
            name: servers.enter_context(started(script, Path(folder), **environment))
            for name, script in APPS.items()
        }
        async with contextlib.AsyncExitStack() as visits:
            visitors = {}
            for name, app in apps.items():
                # The first visit after a start pays for imports that no later one pays for.
                async with visit(app.address, window=_WINDOW) as early:
                    await early.open()
                visitors[name] = await visits.enter_async_context(
                    visit(app.address, window=_WINDOW)
                )
                first[name] = await visitors[name].open()
            await visitors["ours"].tell_width("window-width")
            for app_name, change in CHANGES.values():  # a round that does not count
                await _turn(Measured(), apps[app_name], visitors[app_name], change, turns)
            for turn in range(turns):
                for name, (app_name, change) in CHANGES.items():
                    await _turn(found[name], apps[app_name], visitors[app_name], change, turn)
        return Found(found, first, apps["ours"].memory)


async def _turn(measured: Measured, app: App, visitor: Visitor, change: Change, turn: int) -> None:
    if app.script == DASHBOARD:
        await _everything(visitor, menu=change in _BY_MENU)
    before = app.processor_seconds
    for number in range(_TURN):
        measured.answers.append(await change(visitor, turn * _TURN + number))
    measured.processor += app.processor_seconds - before


def table_of(measured: Found) -> str:
    """What was measured as a table in Markdown."""
    found, first = measured.changes, measured.first
    chart, text = found["hello-world with a chart"], found["hello-world"]
    head = ("what changes", "median, ms", "95 %, ms", "of the chart's", "of the bare one's")
    rows: list[tuple[str, ...]] = [
        (
            name,
            f"{own.median:.0f}",
            f"{own.p95:.0f}",
            f"{own.median / chart.median:.2f} ×",
            f"{own.median / text.median:.2f} ×",
            f"{own.processor_each:.1f}",
            f"{own.processor_each / chart.processor_each:.2f} ×",
            f"{own.size / 1000:,.1f}",
            f"{own.wire / 1000:,.1f}",
        )
        for name, own in found.items()
    ]
    rows += [
        (
            f"first run: {name}",
            f"{1000 * own.seconds:.0f}",
            *[""] * 5,
            f"{own.size / 1000:,.1f}",
            f"{own.wire / 1000:,.1f}",
        )
        for name, own in first.items()
    ]
    return table((*head, "processor, ms", "of the chart's", "messages, kB", "sent, kB"), rows)


def _print_sizes(found: dict[str, Measured]) -> None:
    for name, measured in found.items():
        print(f"\n{name}: the last run's messages, bytes")
        for size, what in measured.answers[-1].sizes[:14]:
            print(f"{size:9,} {what}")
        print()


if __name__ == "__main__":
    sys.exit(main())
