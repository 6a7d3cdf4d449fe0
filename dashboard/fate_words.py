"""What became of people, where their kind alone does not tell: brought out, waiting, left behind.

The kind "Evacuation" counts those an airlift took and those it left. A number of either without a
word of which would be taken for the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from data.fact import Fact

_EVACUATION: Final = "evacuated"
_FATES: Final[Mapping[str, str]] = {
    "admit": "taken in",
    "approve": "approved",
    "arrive": "arrived",
    "bring in": "brought in",
    "evacuate": "brought out",
    "host": "hosted",
    "leave behind": "left behind",
    "plan": "to be flown out",
    "remain": "still there",
    "resettle": "resettled",
    "return": "returned",
    "total": "in all",
    "wait": "waiting",
    "withdraw": "withdrawn",
}
"""How what was done is said behind who is counted, by action."""


def fate(fact: Fact) -> str:
    """What became of those counted, to go behind them; empty where the kind says it.

    For example ``waiting`` of ``more than 10,000 people``.
    """
    return _FATES.get(fact.action, "") if fact.kind == _EVACUATION else ""
