"""The kinds of facts as Streamlit shows them: names of colours and icons."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from data import lexicon
from data.lexicon.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLOURS: Final[Mapping[str, str]] = {"purple": "violet", "grey": "gray"}


@functools.lru_cache(maxsize=256)
def kind_entry(kind_id: str) -> Kind:
    """A kind, or a plain stand-in for an id that ``kinds.toml`` does not list."""
    return lexicon.kinds().get(kind_id) or Kind(
        label=kind_id.replace("_", " ").capitalize(),
        number=False,
        colour="grey",
        icon="help",
        definition="This kind is not described in data/lexicon/kinds.toml.",
        traits=(),
    )


def theme_colour(kind: Kind) -> str:
    """Name of the kind's colour in Streamlit's theme and Markdown."""
    return _COLOURS.get(kind.colour, kind.colour)


def material_icon(kind: Kind) -> str:
    """The kind's icon as Streamlit's ``icon=`` wants it."""
    return f":material/{kind.icon}:"
