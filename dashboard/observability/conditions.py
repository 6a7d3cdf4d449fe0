"""What went wrong or was read, told in the log and counted."""

from __future__ import annotations

from dashboard.observability.events import tell
from dashboard.observability.metrics import process_metrics


def tell_problem(problem: str) -> None:
    """A request that could not be answered for a reason that the answer names."""
    tell("problem", problem=problem)
    process_metrics().count("withdrawal_problems", problem=problem)


def tell_unusable(where: str) -> None:
    """A file of the server that cannot be used.

    Args:
        where: Which, with its folder, and which field of it. What is wrong may quote an article
            and stays out of the log.
    """
    tell("unusable", problem="unusable", where=where)
    process_metrics().count("withdrawal_problems", problem="unusable")


def tell_defect(what: str, error: BaseException) -> None:
    """A mistake in the program.

    Args:
        what: What could not be done: ``answer``, ``page``, the name of a chart.
        error: What was raised.
    """
    tell("defect", problem="defect", what=what, error=error)
    process_metrics().count("withdrawal_problems", problem="defect")


def tell_snapshot(problem: str) -> None:
    """What the last start kept is of no use.

    Args:
        problem: ``damaged``, ``foreign`` or ``unwritable``.
    """
    tell("snapshot", problem=problem)


def tell_holdings(*, articles: int, facts: int, unreadable: int) -> None:
    """What is shown was read: a catalogue with its articles, or a store.

    Args:
        articles: How many can be read.
        facts: How many there are in them.
        unreadable: How many articles cannot be read, or one for what lists them.
    """
    tell("holdings", articles=articles, facts=facts, unreadable=unreadable)
    counted = process_metrics()
    counted.set("withdrawal_articles", articles)
    counted.set("withdrawal_facts", facts)
    counted.set("withdrawal_unreadable", unreadable)
