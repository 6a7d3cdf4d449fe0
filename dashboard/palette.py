"""The colours of the dashboard: one palette, a fixed meaning each, light and dark."""

from __future__ import annotations

import dataclasses
import fnmatch
import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Final, Literal

from data import lexicon
from data.entry import Entry, Limits
from data.toml_file import read_toml

Theme = Literal["light", "dark"]
PALETTE: Final = Path(__file__).with_name("palette.toml")
HexColour = Annotated[str, Limits(pattern=r"^#[0-9A-F]{6}$")]
_ARMED: Final = "armed-group"


class _Pair(Entry):
    light: HexColour
    dark: HexColour


class _Group(_Pair):
    label: str
    match: tuple[str, ...]
    country: Annotated[str, Limits(pattern=r"^[A-Z]{3}$")] | None = None


class _Part(Entry):
    fill: _Pair
    line: _Pair


class _Surface(Entry):
    page: _Pair
    panel: _Pair
    text: _Pair
    quiet_text: _Pair
    grid: _Pair
    land: _Pair
    surroundings: _Pair
    coast: _Pair


class _File(Entry):
    surface: _Surface
    tokens: dict[str, _Pair]
    actors: dict[str, _Group]
    parts: dict[str, _Part]
    counts: Annotated[tuple[_Part, ...], Limits(min_length=2)]
    provinces: dict[Literal["untaken", "contested"], _Part]
    taken: Annotated[tuple[_Part, ...], Limits(min_length=2)]


@dataclasses.dataclass(frozen=True, slots=True)
class ActorGroup:
    """Actors that share a colour.

    Attributes:
        code: Key in palette.toml.
        label: For legends.
        colour: Hex colour.
    """

    code: str
    label: str
    colour: str


@dataclasses.dataclass(frozen=True, slots=True)
class PartColours:
    """How a country that facts tell of is drawn: hex colours of area and outline."""

    fill: str
    line: str


@dataclasses.dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one theme, as ``#RRGGBB``.

    Attributes:
        theme: Which theme.
        page: Background of the page and of charts.
        panel: Background of cards and panels.
        text: Text.
        quiet_text: Subtitles, source lines, axis labels.
        grid: Grid lines.
        land: Countries without a part in the story.
        surroundings: Other land.
        coast: Outlines of both.
        tokens: By colour token of ``data/lexicon/kinds.toml``.
        groups: Groups of actors by key, in the order of legends.
        parts: By code of a country's part in the story.
        counts: For how many facts name a country, from few to many.
        untaken: A province that nobody is said to have taken.
        contested: A province that several are said to hold.
        taken: Provinces taken, first to last.
    """

    theme: Theme
    page: str
    panel: str
    text: str
    quiet_text: str
    grid: str
    land: str
    surroundings: str
    coast: str
    tokens: Mapping[str, str]
    groups: Mapping[str, ActorGroup]
    parts: Mapping[str, PartColours]
    counts: tuple[PartColours, ...]
    untaken: PartColours
    contested: PartColours
    taken: tuple[PartColours, ...]

    def token(self, name: str) -> str:
        """The colour of a token; grey for one that palette.toml does not list."""
        return self.tokens.get(name, self.tokens["grey"])

    def actor(self, code: str | None) -> ActorGroup:
        """The group an actor belongs to; others for an unknown actor or none."""
        return self.groups[_group_of(code) if code else "other"]

    def part(self, code: str) -> PartColours:
        """How a part in the story is drawn; as plain land for a part that is not listed."""
        return self.parts.get(code, PartColours(self.land, self.quiet_text))


@functools.cache
def palette(theme: Theme = "light") -> Palette:
    """The palette of a theme.

    Raises:
        InputError: If palette.toml is missing or broken.
    """
    file = _file()
    return Palette(
        theme=theme,
        **{name: getattr(pair, theme) for name, pair in vars(file.surface).items()},
        tokens=MappingProxyType({name: getattr(pair, theme) for name, pair in file.tokens.items()}),
        groups=MappingProxyType(
            {
                code: ActorGroup(code, group.label, getattr(group, theme))
                for code, group in file.actors.items()
            }
        ),
        parts=MappingProxyType({code: _tint(part, theme) for code, part in file.parts.items()}),
        counts=tuple(_tint(step, theme) for step in file.counts),
        untaken=_tint(file.provinces["untaken"], theme),
        contested=_tint(file.provinces["contested"], theme),
        taken=tuple(_tint(step, theme) for step in file.taken),
    )


def _tint(part: _Part, theme: Theme) -> PartColours:
    return PartColours(getattr(part.fill, theme), getattr(part.line, theme))


@functools.cache
def _file() -> _File:
    return read_toml(PALETTE, _File)


@functools.cache
def _group_of(actor: str) -> str:
    """Key of the first group that lists the actor or, failing that, its country."""
    groups = _file().actors
    for code, group in groups.items():
        if any(fnmatch.fnmatchcase(actor, pattern) for pattern in group.match):
            return code
    known = lexicon.actors().get(actor)
    # An armed group fights the government of the country it comes from.
    country = known.country if known and known.type != _ARMED else None
    return next(
        (code for code, group in groups.items() if country and group.country == country), "other"
    )
