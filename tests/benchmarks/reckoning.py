"""Reckoning: what 100 million articles would take, from builds of some thousands."""

from __future__ import annotations

from typing import Final

from tests.benchmarks.builds import Measured
from tests.marked_tables import Row, table

NAME: Final = "reckoned"

_MANY: Final = 100_000_000
_WORKERS: Final = 64
_HOUR: Final = 0.04
"""US dollars for an hour of one processor that a provider may take away again."""

_HEAD: Final = (
    "100 million articles",
    "text, GB",
    "1 process",
    f"a cluster, {_WORKERS} workers",
    "its cost, $",
    "store, GB",
)


def table_of(one: Measured, cluster: Measured, unchanged: Measured, rich: Measured) -> str:
    """A table of what so many articles would take.

    Args:
        one: A build by one process.
        cluster: The same articles built by a cluster: what more of the processor that takes.
        unchanged: The store of the first built again.
        rich: A build by one process of articles that tell many facts.
    """
    dearer = cluster.processor / one.processor
    return table(
        _HEAD,
        [
            _row("short, one in twenty on the subject", one, dearer),
            _row("the same built again, nothing changed", unchanged, dearer),
            _row("reports, all on the subject", rich, dearer),
        ],
    )


def _row(label: str, build: Measured, dearer: float) -> Row:
    many = _MANY / build.source.articles
    hours = build.processor * many / 3_600
    return (
        label,
        f"{build.source.characters * many / 1e9:,.0f}",
        _time(hours),
        _time(hours * dearer / _WORKERS),
        f"{hours * dearer * _HOUR:,.0f}",
        f"{build.stored * many / 1e9:,.0f}",
    )


def _time(hours: float) -> str:
    return f"{hours / 24:,.1f} days" if hours > 48 else f"{hours:,.1f} hours"
