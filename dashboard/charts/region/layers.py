"""The layers of the map: what paints the countries, and what is drawn over them."""

from __future__ import annotations

import dataclasses
import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.charts.parts.markup import escape_markup, listed
from dashboard.charts.parts.sources import as_of
from dashboard.charts.region.areas import Area
from dashboard.charts.region.capture_days import HOW_DATED
from dashboard.charts.region.told import Part
from dashboard.charts.region.told_places import HOME, taker
from dashboard.words.actions import words_done
from dashboard.words.facts import claimant_named, counted
from dashboard.words.names import either, is_or_are, label, within_sentence
from geo.parts import parts

if TYPE_CHECKING:
    from dashboard.charts.region.told import CountryPart, Told
    from dashboard.charts.region.told_lines import BorderClaims, Movement
    from dashboard.palette import Palette
    from data.article import Article


@dataclasses.dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the map.

    Attributes:
        title: What the picture shows, from what the facts tell.
        subtitle: How to read it, and as of when.
        areas: Which countries are painted how, in the order of the legend.
        lines: Whether provinces, claimed borders, crossings and movements are drawn over them.
    """

    title: Callable[[Told], str]
    subtitle: Callable[[Told, Iterable[Article]], str]
    areas: Callable[[Told, Palette], Sequence[Area]]
    lines: bool


def bins(most: int, steps: int, least: int = 1) -> list[tuple[int, int]]:
    """Ranges of whole numbers up to ``most``, each about as many times the one before.

    For example ``[(1, 3), (4, 5), (6, 9), (10, 17)]`` for 17 in four steps.

    Args:
        most: Where they end.
        steps: How many there are at most.
        least: Where they start.
    """
    if not most:
        return []
    ratio = most / least
    ends = sorted({math.ceil(least * ratio ** (step / steps)) for step in range(1, steps)} | {most})
    return [(first + 1, last) for first, last in itertools.pairwise([least - 1, *ends])]


def sentence_of(claims: BorderClaims) -> str:
    """What is claimed about a border, as a sentence."""
    who = label(claims.actor) if claims.actor else "Somebody"
    share = f"{claims.words} of the {label(claims.code)}"
    return f"{who} {is_or_are(claims.actor)} said to hold {share}."


def provinces_sentence(story: Told) -> str:
    """Of how many provinces captures are claimed, as a sentence without its full stop.

    Nobody needs to have said the number: it counts claims about single ones. Empty where none is
    taken. Contested ones do not count.
    """
    taken = [province.taken for province in story.provinces if province.taken]
    if not taken:
        return ""
    number = f"{len(taken)} of {len(story.provinces)} provincial capitals"
    captures, are = ("Capture", "is") if len(taken) == 1 else ("Captures", "are")
    return f"{captures} of {number} {are} claimed"


def moved(movement: Movement) -> str:
    """What is claimed about a movement, as a sentence without its full stop."""
    ends = f"{label(movement.origin)} to {label(movement.destination)}"
    if not movement.one_event:
        return f"{counted(len(movement.claims), 'claim')} of movements from {ends}"
    named = movement.fact.who if movement.noun in (movement.fact.who or "") else movement.noun
    who = " ".join(part for part in (movement.words, named) if part)
    done = words_done().get(movement.fact.action) or "moved"
    return f"{who[:1].upper()}{who[1:]} are said to have {done} from {ends}"


def _parts_title(story: Told) -> str:
    if provinces := provinces_sentence(story):
        return provinces
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
    said = (_by_whom(story), as_of(articles), _not_drawn(story.countries))
    return ". ".join(part for part in said if part)


def _by_whom(story: Told) -> str:
    """How the title's number comes about: who claims it, or which of several days counts."""
    if provinces_sentence(story):
        by = within_sentence(taker(p.taken for p in story.provinces if p.taken) or "")
        return f"By {by}, counted from single claims, {HOW_DATED}{_untold(story)}"
    if not story.borders:
        return ""
    claimants: dict[str, str] = {}
    for claim in story.borders[0].speaking:
        if name := claimant_named(claim.fact):
            claimants.setdefault(claim.claimant or name, name)
    names = listed(claimants.values())
    return f"{'Claimant' if len(claimants) == 1 else 'Claimants'}: {names}" if names else ""


def _untold(story: Told) -> str:
    """The last provinces that nobody is said to have taken: that nobody says so is no news."""
    names = [entry.name for entry in story.provinces if not (entry.taken or entry.contested)]
    return f"; no claim on {either(names)}" if 0 < len(names) <= _MOST_UNTOLD else ""


def _parts_areas(story: Told, colours: Palette) -> list[Area]:
    """An area for each part; where days are played for every part there is, or the map would move.

    Once provinces are painted, they stand for Afghanistan.
    """
    grouped = story.by_part()
    every = [Part(entry.id, entry.label) for entry in parts().part]
    return [
        Area(part.label, colours.part(part.code), own, _part_head)
        for part in (every if story.played else grouped)
        for own in ([c for c in grouped.get(part, []) if _is_painted(c, story)],)
        if story.played or own
    ]


def _is_painted(country: CountryPart, story: Told) -> bool:
    return bool(country.all_facts) and not (country.code == HOME and story.provinces)


def _part_head(country: CountryPart) -> str:
    return f"<b>{escape_markup(country.name)}</b>: {escape_markup(country.part.label.lower())}"


def _counts_title(story: Told) -> str:
    counts = story.named.counts
    if not counts:
        return "Afghanistan and its neighbours"
    code, most = next(iter(counts.items()))
    return f"{label(code)} is named by most: {most:,} of {counted(story.named.of, 'fact')}"


def _counts_subtitle(story: Told, articles: Iterable[Article]) -> str:
    if not story.facts:
        return _NOTHING
    named = story.named.counts
    parts = [
        "Facts that name a country as place, party or claimant; a region does not name its members",
        as_of(articles),
        _not_drawn(country for country in story.countries if country.code in named),
    ]
    return ". ".join(part for part in parts if part)


def _counts_areas(story: Told, colours: Palette) -> list[Area]:
    counts = story.named.counts
    drawn = {
        country.code: counts.get(country.code, 0) for country in story.countries if country.on_map
    }
    counted_on_map = [number for number in drawn.values() if number]
    least, most = min(counted_on_map, default=1), max(counted_on_map, default=0)
    ranges = bins(most, len(colours.counts), least)
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
    return counted(last, "fact") if first == last else f"{first:,} to {counted(last, 'fact')}"


def _count_head(counts: Mapping[str, int]) -> Callable[[CountryPart], str]:
    def head(country: CountryPart) -> str:
        name, count = escape_markup(country.name), counted(counts[country.code], "fact")
        return f"<b>{name}</b>: named by {count}"

    return head


def _not_drawn(countries: Iterable[CountryPart]) -> str:
    """Countries that are named and have no shape, those named most first."""
    absent = [country for country in countries if not country.on_map]
    absent.sort(key=lambda country: -len(country.all_facts))
    names = listed(country.name for country in absent)
    return f"Not on this map: {names}" if names else ""


_MOST_UNTOLD: Final = 3

_NOTHING: Final = "No claims to show. Widen the selection, or add an article."

LAYERS: Final[Mapping[str, Layer]] = {
    "parts": Layer(_parts_title, _parts_subtitle, _parts_areas, lines=True),
    "facts": Layer(_counts_title, _counts_subtitle, _counts_areas, lines=False),
}
"""The layers by the id that links have, as the catalogue of charts names them."""


def layer_called(name: str | None) -> Layer:
    """The layer of an id; the first for None.

    Raises:
        KeyError: If there is no such layer.
    """
    return LAYERS[name or next(iter(LAYERS))]
