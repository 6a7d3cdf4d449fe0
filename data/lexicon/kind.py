"""The kinds of facts: the shape of ``kinds.toml``, and how other files name a kind."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

from data.entry import Entry, Limits, Passes
from data.toml_file import read_toml

Trait: TypeAlias = Literal[
    "fate",
    "ground",
    "held",
    "timeless",
    "reported",
    "announced",
    "moves",
    "goes",
    "crosses",
    "taken-in",
    "received",
    "kept",
    "stays",
    "sent",
    "by-bearer",
    "goes-on",
    "means",
]
"""What rules may take facts of a kind for; explained in ``kinds.toml``."""

_FILE: Final = Path(__file__).with_name("kinds.toml")
_Id: TypeAlias = Annotated[str, Limits(pattern=r"^[a-z_]+$")]


class Kind(Entry):
    """A kind of fact; keys are explained in ``kinds.toml``."""

    label: str
    number: bool
    unit: str | None = None
    colour: Literal["blue", "red", "orange", "green", "yellow", "purple", "grey"]
    icon: str
    definition: str
    traits: tuple[Trait, ...]


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Kinds of facts by id, in the file's order."""
    return read_toml(_FILE, dict[_Id, Kind])


@functools.cache
def kinds_with(trait: Trait) -> frozenset[str]:
    """Ids of the kinds that have a trait."""
    return frozenset(name for name, kind in kinds().items() if trait in kind.traits)


@functools.cache
def kinds_of_people() -> frozenset[str]:
    """Ids of the kinds that count people."""
    return frozenset(name for name, kind in kinds().items() if kind.unit == "people")


def _is_kind(name: str) -> str:
    if name not in kinds():
        raise ValueError(f"is no kind of fact; known are {', '.join(kinds())}")
    return name


KindId: TypeAlias = Annotated[str, Passes(_is_kind)]
"""The id of a kind, as entries of other files name it: one that is not listed is refused."""
