"""Counts and timings of this process, made of the metrics in ``told.toml`` and of no others.

The official client's own tell about the process: memory, processor time, open files.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final, TypeAlias

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.exposition import choose_encoder

from dashboard.observability.told import Metric, metrics

_Metric: TypeAlias = Counter | Gauge | Histogram

_KINDS: Final[Mapping[str, type[Counter] | type[Gauge]]] = {"counter": Counter, "gauge": Gauge}

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, which says when this process began to count


class Metrics:
    """The metrics of a process. Thread-safe."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self._registry = CollectorRegistry(auto_describe=False)
        self._metrics = {name: _made(entry, self._registry) for name, entry in metrics().items()}
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)

    def count(self, name: str, **labels: str) -> None:
        """Add one to a counter."""
        metric = self._labelled(name, labels)
        if isinstance(metric, Counter):
            metric.inc()

    def time(self, name: str, seconds: float, **labels: str) -> None:
        """Add a time to a histogram."""
        metric = self._labelled(name, labels)
        if isinstance(metric, Histogram):
            metric.observe(seconds)

    def change(self, name: str, by: float) -> None:
        """Add to a gauge."""
        metric = self._metrics[name]
        if isinstance(metric, Gauge):
            metric.inc(by)

    def set(self, name: str, value: float) -> None:
        """Say what a gauge shows."""
        metric = self._metrics[name]
        if isinstance(metric, Gauge):
            metric.set(value)

    def exposed(self, accept: str) -> tuple[bytes, str]:
        """All metrics as a scraper reads them, and the media type.

        Args:
            accept: The request's header: OpenMetrics, or else Prometheus' older text.
        """
        encode, media_type = choose_encoder(accept)
        return encode(self._registry), media_type

    def value(self, sample: str, **labels: str) -> float | None:
        """What one line of them says; None where there is no such line."""
        found: float | None = self._registry.get_sample_value(sample, labels)
        return found

    def _labelled(self, name: str, labels: Mapping[str, str]) -> _Metric:
        metric = self._metrics[name]
        if not labels:
            return metric
        labelled: _Metric = metric.labels(**labels)
        return labelled


def _made(entry: Metric, registry: CollectorRegistry) -> _Metric:
    if entry.kind == "histogram":
        return Histogram(
            entry.name, entry.means, entry.labels, registry=registry, buckets=entry.buckets
        )
    return _KINDS[entry.kind](entry.name, entry.means, entry.labels, registry=registry)


@functools.cache
def process_metrics() -> Metrics:
    """The metrics of this process."""
    return Metrics()
