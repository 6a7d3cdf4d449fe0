"""Steps of the work as lines of the log and as metrics."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.observability.events import tell
from dashboard.observability.metrics import process_metrics
from data.timing import Step, listen


def watch_steps() -> None:
    """Tell of every step from now on."""
    listen(_told)


def _told(step: Step, seconds: float, about: Mapping[str, str]) -> None:
    what, form = about.get("what", ""), about.get("format", "")
    tell("step", step=step, seconds=seconds, what=what, format=form)
    process_metrics().time("withdrawal_step_seconds", seconds, step=step)
    if step == "export":
        process_metrics().count("withdrawal_exports", what=what, format=form)
