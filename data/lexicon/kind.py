"""The kinds of facts: the shape of ``kinds.toml``, and how other files name a kind."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias, get_args

from data.entry import Entry, Limits, Passes
from data.errors import InputError
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

Unit: TypeAlias = Literal["people", "percent", "count", "currency", "km"]
"""What an amount is in."""

PLAIN_UNITS: Final = ("people", "percent", "count", "km", "mi")
"""Units of facts that are no currency."""

_FILE: Final = Path(__file__).with_name("kinds.toml")
_UNITS: Final[tuple[str, ...]] = get_args(Unit)
_Id: TypeAlias = Annotated[str, Limits(pattern=r"^[a-z_]+$")]


class Kind(Entry):
    """A kind of fact; keys are explained in ``kinds.toml``."""

    label: str
    number: bool
    unit: Unit | None = None
    also: tuple[Literal["people", "percent", "count", "mi"], ...] = ()
    colour: Literal["blue", "red", "orange", "green", "yellow", "purple", "grey"]
    icon: str
    definition: str
    traits: tuple[Trait, ...]

    def __post_init__(self) -> None:
        """Refuse an amount in nothing, and a unit of none."""
        if self.number and self.unit is None:
            raise ValueError(f"number is true, so unit has to be one of {', '.join(_UNITS)}")
        if (self.unit or self.also) and not self.number:
            raise ValueError("number is false, so there can be no unit")

    def takes(self, unit: str | None) -> bool:
        """Whether a fact of the kind can have a unit; None is that of a fact without a number."""
        if unit is None:
            return not self.number
        if self.unit == "currency":
            return unit not in PLAIN_UNITS
        return unit in (self.unit, *self.also)


@functools.cache
def kinds() -> Mapping[str, Kind]:
    """Kinds of facts by id, in the file's order.

    Raises:
        InputError: If the file cannot be used, or two kinds have one label.
    """
    found = read_toml(_FILE, dict[_Id, Kind])
    labelled: dict[str, str] = {}
    for name, kind in found.items():
        if kind.label in labelled:
            twice = f"{kind.label!r} is the label of {labelled[kind.label]}, too"
            raise InputError(f"{_FILE}: {name}.label", twice, "Give each kind its own.")
        labelled[kind.label] = name
    return found


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
