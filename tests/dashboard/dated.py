"""Facts of made-up days, for charts over time."""

import datetime as dt

from data.fact import Fact
from tests.dashboard.test_charts_text import fact


def dated(number: int, start: str, end: str | None = None, **changes: object) -> Fact:
    """A fact of a day, or of those from one to another."""
    return fact(
        fact_id=f"a-{number}",
        fact_group=f"a-g{number}",
        when_start=dt.date.fromisoformat(start),
        when_end=dt.date.fromisoformat(end or start),
        when_basis="stated",
        **changes,
    )


def undated(number: int, **changes: object) -> Fact:
    """A fact without a day of its own."""
    return fact(fact_id=f"a-{number}", fact_group=f"a-g{number}", **changes)
