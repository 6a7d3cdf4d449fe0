"""What became of people, where their kind alone does not tell: brought out, waiting, left behind.

The kind "Evacuation" counts those an airlift took and those it left. A number of either without a
word of which would be taken for the other.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.entry import Entry
from data.toml_file import read_toml

if TYPE_CHECKING:
    from data.fact import Fact

FATES: Final = Path(__file__).with_name("fates.toml")


class _FateFile(Entry):
    evacuated: dict[str, str]


def fate(fact: Fact) -> str:
    """What became of those counted, to go behind them; empty where the kind says it.

    For example ``waiting`` of ``more than 10,000 people``.
    """
    return evacuated().get(fact.action, "") if fact.kind == "evacuated" else ""


def evacuated() -> dict[str, str]:
    """How what was done is said behind those of an airlift, by action.

    Raises:
        InputError: If fates.toml is missing or broken.
    """
    return _file().evacuated


@functools.cache
def _file() -> _FateFile:
    return read_toml(FATES, _FateFile)
