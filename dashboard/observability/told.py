"""The list of all that may be told: events with their fields, and metrics."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

from data.entry import Entry, Limits
from data.toml_file import read_toml

TOLD: Final = Path(__file__).with_name("told.toml")

Level = Literal["debug", "info", "warning", "error"]
_Words: TypeAlias = Annotated[str, Limits(min_length=1)]


class LogField(Entry):
    """A part of a line; the head of ``told.toml`` says what the fields of an entry mean."""

    name: _Words
    values: Literal["text", "number", "id"]
    means: _Words


class Event(Entry):
    """A line of the log."""

    name: _Words
    level: Level
    when: _Words
    fields: tuple[str, ...]


class Metric(Entry):
    """A number to be asked for."""

    name: Annotated[str, Limits(pattern=r"^withdrawal_[a-z_]+$")]
    kind: Literal["counter", "gauge", "histogram"]
    labels: tuple[str, ...]
    means: _Words
    buckets: tuple[float, ...] = ()


class Told(Entry):
    """Everything that may be told."""

    field: tuple[LogField, ...]
    event: tuple[Event, ...]
    metric: tuple[Metric, ...]

    def __post_init__(self) -> None:
        """Refuse events and metrics with fields that are not listed."""
        known = {entry.name for entry in self.field}
        for owner, names in (
            *((event.name, event.fields) for event in self.event),
            *((metric.name, metric.labels) for metric in self.metric),
        ):
            if not known.issuperset(names):
                raise ValueError(f"{owner} has fields that are not listed: {set(names) - known}")


@functools.cache
def told() -> Told:
    """The list.

    Raises:
        InputError: If the file is missing or an entry does not fit the schema.
    """
    return read_toml(TOLD, Told)


@functools.cache
def events() -> Mapping[str, Event]:
    """The events by name."""
    return {event.name: event for event in told().event}


@functools.cache
def fields() -> Mapping[str, LogField]:
    """The fields by name."""
    return {field.name: field for field in told().field}


@functools.cache
def metrics() -> Mapping[str, Metric]:
    """The metrics by name."""
    return {metric.name: metric for metric in told().metric}
