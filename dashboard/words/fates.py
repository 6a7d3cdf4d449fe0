"""What became of people, where their kind alone does not tell: brought out, left behind, wounded.

The kind "Evacuation" counts those an airlift took and those it left, "Casualties" the dead and the
wounded. A number of either without a word of which would be taken for the other.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from data.entry import Entry
from data.toml_file import read_toml

if TYPE_CHECKING:
    from data.fact import Fact

FATES: Final = Path(__file__).with_name("fates.toml")
_WORD: Final = re.compile(r"[a-z]+")


class _FateFile(Entry):
    losses: frozenset[str]
    evacuated: dict[str, str]
    casualties: dict[str, str]


def fate(fact: Fact) -> str:
    """What became of those counted, to go behind them; empty where the kind or their name says it.

    For example ``waiting`` of ``more than 10,000 people``, and nothing of ``165 wounded``.
    """
    if named_for_it(fact):
        return ""
    return fates().get(fact.kind, {}).get(fact.action, "")


def named_for_it(fact: Fact) -> bool:
    """Whether those counted have their name from what became of them: the dead, the wounded."""
    return fact.kind == "casualties" and not _file().losses.isdisjoint(_words(fact.who))


def fates() -> dict[str, dict[str, str]]:
    """How what was done is said behind those it was done to, by kind and action.

    Raises:
        InputError: If fates.toml is missing or broken.
    """
    file = _file()
    return {"evacuated": file.evacuated, "casualties": file.casualties}


def _words(who: str | None) -> list[str]:
    return _WORD.findall((who or "").casefold())


@functools.cache
def _file() -> _FateFile:
    return read_toml(FATES, _FateFile)
