"""The layers of the map: what paints the countries, and what is drawn over them."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.charts.actions import words_done
from dashboard.charts.area_traces import Area
from dashboard.charts.layout import as_of
from dashboard.charts.markup import escape_markup
from dashboard.concerns import countries_named
from dashboard.names import label
from dashboard.wording import claimants, counted

if TYPE_CHECKING:
    from dashboard.charts.told import BorderClaims, CountryPart, Movement, Told
    from dashboard.palette import Palette
    from data.article import Article


@dataclasses.dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the map.

    Attributes:
        id: In links.
        label: On screen.
        title: What the picture shows, from what the facts tell.
        subtitle: How to read it, and as of when.
        areas: Which countries are painted how, in the order of the legend.
        lines: Whether claimed borders and movements are drawn over them.
    """

    id: str
    label: str
    title: Callable[[Told], str]
    subtitle: Callable[[Told, Iterable[Article]], str]
    areas: Callable[[Told, Palette], Sequence[Area]]
    lines: bool

    def absent(self, story: Told, colours: Palette) -> list[CountryPart]:
        """Countries of the map that the layer says nothing of."""
        painted = {
            country.code for area in self.areas(story, colours) for country in area.countries
        }
        return [country for country in story.countries if country.code not in painted]


def bins(most: int, steps: int) -> list[tuple[int, int]]:
    """Ranges of whole numbers from 1 to ``most``, each about as many times the one before.

    For example ``[(1, 3), (4, 5), (6, 9), (10, 17)]`` for 17 in four steps.
    """
    ends = (
        sorted({-(-(most ** (step / steps)) // 1) for step in range(1, steps + 1)}) if most else []
    )
    whole = [int(end) for end in ends]
    return [(first + 1, last) for first, last in itertools.pairwise([0, *whole])]


def sentence_of(claims: BorderClaims) -> str:
    """What is claimed about a border, as a sentence."""
    who = label(claims.actor) if claims.actor else "Somebody"
    are = "are" if claims.actor == "taliban" else "is"
    return f"{who} {are} said to hold {claims.words} of the {label(claims.code)}."


def moved(movement: Movement) -> str:
    """What is claimed about a movement, as a sentence without its full stop."""
    who = " ".join(part for part in (movement.words, movement.fact.who or "people") if part)
    done = words_done().get(movement.fact.action) or "moved"
    ends = f"{label(movement.origin)} to {label(movement.destination)}"
    return f"{who[:1].upper()}{who[1:]} are said to have {done} from {ends}"


def _parts_title(story: Told) -> str:
    if story.borders:
        return sentence_of(story.borders[0]).removesuffix(".")
    if story.movements:
        return moved(story.movements[0])
    if story.facts:
        return "Countries by their part in what is reported"
    return "Afghanistan and its neighbours"


def _parts_subtitle(story: Told, articles: Iterable[Article]) -> str:
    if not story.facts:
        return _NOTHING
    facts = story.borders[0].facts if story.borders else ()
    names = claimants(facts)
    parts = [
        f"{'Claimant' if len(names) == 1 else 'Claimants'}: {', '.join(names)}" if names else "",
        as_of(articles),
        _not_drawn(country for country in story.countries),
    ]
    return ". ".join(part for part in parts if part)


def _parts_areas(story: Told, colours: Palette) -> list[Area]:
    return [
        Area(part.label, colours.part(part.code), countries, _part_head)
        for part, countries in story.by_part().items()
        if any(country.all_facts for country in countries)
    ]


def _part_head(country: CountryPart) -> str:
    return f"<b>{escape_markup(country.name)}</b>: {escape_markup(country.part.label.lower())}"


def _counts(story: Told) -> dict[str, int]:
    return countries_named(story.facts.values())


def _counts_title(story: Told) -> str:
    counts = _counts(story)
    if not counts:
        return "Afghanistan and its neighbours"
    code, most = next(iter(counts.items()))
    return f"{label(code)} is named by most: {most} of {counted(len(story.facts), 'fact')}"


def _counts_subtitle(story: Told, articles: Iterable[Article]) -> str:
    if not story.facts:
        return _NOTHING
    named = _counts(story)
    parts = [
        "Facts that name a country as place, party or claimant; a region does not name its members",
        as_of(articles),
        _not_drawn(country for country in story.countries if country.code in named),
    ]
    return ". ".join(part for part in parts if part)


def _counts_areas(story: Told, colours: Palette) -> list[Area]:
    counts = _counts(story)
    drawn = {
        country.code: counts.get(country.code, 0) for country in story.countries if country.on_map
    }
    ranges = bins(max(drawn.values(), default=0), len(colours.counts))
    return [
        Area(
            _range_name(first, last),
            colours.counts[len(colours.counts) - len(ranges) + step],
            [c for c in story.countries if first <= drawn.get(c.code, 0) <= last],
            _count_head(counts),
        )
        for step, (first, last) in enumerate(ranges)
    ]


def _range_name(first: int, last: int) -> str:
    return counted(last, "fact") if first == last else f"{first} to {counted(last, 'fact')}"


def _count_head(counts: Mapping[str, int]) -> Callable[[CountryPart], str]:
    def head(country: CountryPart) -> str:
        name, count = escape_markup(country.name), counted(counts[country.code], "fact")
        return f"<b>{name}</b>: named by {count}"

    return head


def _not_drawn(countries: Iterable[CountryPart]) -> str:
    absent = [country.name for country in countries if not country.on_map]
    return f"Not on this map: {', '.join(absent)}" if absent else ""


_NOTHING: Final = "No claims to show. Widen the selection, or add an article."

LAYERS: Final = (
    Layer("parts", "Claims", _parts_title, _parts_subtitle, _parts_areas, lines=True),
    Layer(
        "facts", "Facts per country", _counts_title, _counts_subtitle, _counts_areas, lines=False
    ),
)
"""The layers, the first one shown unless another is chosen."""


def layer_called(name: str | None) -> Layer:
    """The layer of an id; the first for None or an id there is no layer of."""
    return next((layer for layer in LAYERS if layer.id == name), LAYERS[0])
