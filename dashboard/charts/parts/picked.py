"""What a click on a chart means: the customdata of its point, read back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class Picked:
    """What was clicked: a country, or facts that tell the same thing.

    Attributes:
        country: ISO 3166-1 alpha-3 code, or None.
        facts: Fact ids in text order; empty for a country.
    """

    country: str | None = None
    facts: tuple[str, ...] = ()


def country_data(code: str) -> list[str]:
    """Customdata of a mark that stands for a country."""
    return ["country", code]


def facts_data(fact_ids: tuple[str, ...]) -> list[str]:
    """Customdata of a mark that stands for facts."""
    return ["facts", *fact_ids]


def picked(event: Mapping[str, Any] | None) -> Picked | None:
    """What the first selected point of a ``st.plotly_chart`` event stands for.

    Args:
        event: The event, with ``event["selection"]["points"]``.

    Returns:
        None without a point, or with one that stands for nothing. Customdata comes back from
        the browser: check codes and ids against what exists before using them.
    """
    points = ((event or {}).get("selection") or {}).get("points") or []
    for point in points:
        data = point.get("customdata")
        if not isinstance(data, list | tuple) or not all(isinstance(part, str) for part in data):
            continue
        if len(data) == 2 and data[0] == "country":
            return Picked(country=data[1])
        if len(data) > 1 and data[0] == "facts":
            return Picked(facts=tuple(data[1:]))
    return None
