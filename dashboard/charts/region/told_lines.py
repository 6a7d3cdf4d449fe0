"""Borders that somebody is said to hold a share of, and movements over them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.charts.region.frame import region
from dashboard.words.claims import said_by_all
from dashboard.words.facts import amount, amount_as_worded, counted
from dashboard.words.names import countries_behind
from dashboard.words.spread import spread
from data import lexicon
from data.claims.same import can_be_one
from data.claims.standing import is_news, last_standing
from data.claims.tellings import best_telling
from geo.curve import curve
from geo.gazetteer import border_codes

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

_STEPS: Final = 18
"""Segments of an arrow: smooth at the width of the largest map."""

_MOST_CLICKED: Final = 12
"""Facts that a mark hands to a click; of more it hands one for each claim."""


@dataclasses.dataclass(frozen=True, slots=True)
class BorderClaims:
    """What is claimed about one border, all claims that stand together.

    Attributes:
        code: The border, e.g. ``AFG-TJK``.
        actor: Actor code of who is said to hold it: by most claims, where several are.
        claims: The claims that say so, in order of publication.
        others: Claims that stand and name another holder, or none.
        stood: The last day on which they stood, where nothing stands any more on the day asked for.
        chosen: The claim that a reader has chosen, which speaks for the border.
    """

    code: str
    actor: str | None
    claims: tuple[Claim, ...]
    others: tuple[Claim, ...] = ()
    stood: dt.date | None = None
    chosen: Claim | None = None

    @property
    def every(self) -> tuple[Claim, ...]:
        """All of them, those of the holder first, a chosen one that does not stand last."""
        stand = (*self.claims, *self.others)
        return stand if self.chosen is None or self.chosen in stand else (*stand, self.chosen)

    @property
    def speaking(self) -> tuple[Claim, ...]:
        """The claims that words beside the border are of."""
        return (self.chosen,) if self.chosen else self.claims

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every telling."""
        return tuple(fact for claim in self.every for fact in claim.facts)

    @property
    def fact(self) -> Fact:
        """The telling that speaks for all: what the pointer reads, and what a click shows first."""
        return best_telling(self.facts)

    @property
    def words(self) -> str:
        """The share in words, all claims about the holder side by side: ``67% to 85%``.

        Where texts have words they are theirs: "all of the border" is no 100%.
        """
        return _claimed(self.speaking) or "parts"

    def spoken_by(self, chosen: Claim) -> BorderClaims:
        """The border with a claim about it that a reader has chosen, as it does on a card.

        One that does not stand with them is shown with the day that it speaks of.
        """
        since = self.stood if chosen in self.every else chosen.day
        return dataclasses.replace(self, actor=chosen.fact.actor, chosen=chosen, stood=since)


@dataclasses.dataclass(frozen=True, slots=True)
class Movement:
    """All that is claimed about movements from one country to another.

    Attributes:
        origin: Country code.
        destination: Country code.
        claims: In order of publication.
    """

    origin: str
    destination: str
    claims: tuple[Claim, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every telling."""
        return tuple(fact for claim in self.claims for fact in claim.facts)

    @property
    def fact(self) -> Fact:
        """The telling that speaks for all."""
        return best_telling(self.facts)

    @property
    def path(self) -> tuple[tuple[float, float], ...]:
        """Longitudes and latitudes of the arrow."""
        return way_path(self.origin, self.destination)

    @property
    def hedged(self) -> bool:
        """Whether the text doubts it in any telling."""
        return any(fact.hedged for fact in self.facts)

    @property
    def one_event(self) -> bool:
        """Whether nothing speaks against all claims being about one event."""
        return all(
            can_be_one(one.fact, other.fact, one.published, other.published)
            for one, other in itertools.combinations(self.claims, 2)
        )

    @property
    def words(self) -> str:
        """Its number in words, the claims of one event together; empty where none gives one.

        Where texts have words they are theirs: "hundreds" is no 100.
        """
        return _claimed(self.claims) if self.one_event else ""

    @property
    def noun(self) -> str:
        """Who moved, in one word; how many claims there are where they tell of several events."""
        if not self.one_event:
            return counted(len(self.claims), "claim")
        last = (self.fact.who or "").split()[-1:]
        return last[0] if last and last[0].casefold() not in _no_nouns() else "people"


def borders_told(claims: Iterable[Claim], day: dt.date | None) -> tuple[BorderClaims, ...]:
    """What stands on a day about each border of the map, or stood last, as the cards say it."""
    about: dict[str, dict[str | None, list[Claim]]] = {}
    for claim in claims:
        fact = claim.fact
        if is_about_border(claim):
            about.setdefault(str(fact.of), {}).setdefault(fact.actor, []).append(claim)
    found = []
    for code, by_holder in about.items():
        stood = {actor: _standing(own, day) for actor, own in by_holder.items()}
        stands = {actor: claims for actor, (claims, _) in stood.items()}
        ranked = sorted(stands, key=lambda actor: (actor is None, -len(stands[actor])))
        held = [actor for actor in ranked if stands[actor]]
        if held:
            others = tuple(claim for actor in held[1:] for claim in stands[actor])
            last = stood[held[0]][1]
            past = last if last != day else None
            found.append(BorderClaims(code, held[0], stands[held[0]], others, past))
    return tuple(found)


def is_about_border(claim: Claim) -> bool:
    """Whether a claim gives a share of a border of the map."""
    return claim.fact.of in border_codes() and claim.fact.unit == "percent"


def ways(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """Between which countries claims tell of movements, in the order of ``region.toml``."""
    told = {ends for claim in claims if (ends := _ends(claim.fact))}
    return tuple(ends for ends in _drawable() if ends in told)


def movers(claims: Iterable[Claim]) -> frozenset[str | None]:
    """Actor codes of who moves where an arrow leads; None where a claim names nobody."""
    return frozenset(claim.fact.actor for claim in claims if _ends(claim.fact))


def movements_told(claims: Iterable[Claim], day: dt.date | None) -> tuple[Movement, ...]:
    """Movements that are news on a day, joined by the countries they lead from and to.

    Unlike shares of a border, movements are events: what one claimant said last does not replace
    what they said of another. They are news as long as a claim stands.
    """
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if ends := _ends(claim.fact):
            found.setdefault(ends, []).append(claim)
    news = {ends: _news(told, day) for ends, told in found.items()}
    return tuple(Movement(*ends, news[ends]) for ends in _drawable() if news.get(ends))


def _news(claims: Sequence[Claim], day: dt.date | None) -> tuple[Claim, ...]:
    """Those that are news on a day; as on a card, what nobody dates only where nothing else is."""
    dated = tuple(claim for claim in claims if claim.published)
    return tuple(c for c in dated if day is None or is_news(c, day)) if dated else tuple(claims)


@functools.cache
def way_path(origin: str, destination: str) -> tuple[tuple[float, float], ...]:
    """The arrow from one country to another, in degrees."""
    way = region().way(origin, destination)
    return tuple(curve(way.start, way.end, steps=_STEPS))


def facts_to_click(claims: Sequence[Claim], read: Fact) -> tuple[str, ...]:
    """Ids of the facts that a click on a mark for claims goes through.

    Args:
        claims: The claims.
        read: The fact that the pointer reads in full there: a click begins with it.
    """
    facts = [fact for claim in claims for fact in claim.facts]
    if len(facts) > _MOST_CLICKED:
        facts = [claim.fact for claim in claims]
    ids = (read.fact_id, *(fact.fact_id for fact in facts))
    return tuple(dict.fromkeys(ids))[:_MOST_CLICKED]


def _standing(
    claims: Sequence[Claim], day: dt.date | None
) -> tuple[tuple[Claim, ...], dt.date | None]:
    """What stands on a day or stood last, and when that was; all where none has a date."""
    stood = last_standing(claims, day) if day else None
    return (stood.claims, stood.day) if stood and stood.claims else (tuple(claims), None)


def _ends(fact: Fact) -> tuple[str, str] | None:
    """The countries a fact tells of a movement between; None where no arrow leads."""
    if not fact.origin or not fact.destination:
        return None
    origin, destination = _country(fact.origin), _country(fact.destination)
    return (origin, destination) if (origin, destination) in _drawable() else None


def _country(code: str) -> str:
    """The one country that a code stands for or lies in; empty where they are several."""
    countries = countries_behind(code)
    return next(iter(countries)) if len(countries) == 1 else ""


@functools.cache
def _drawable() -> Mapping[tuple[str, str], None]:
    """Origin and destination of each arrow there can be, in order."""
    return {region().ends(way): None for way in region().ways}


@functools.cache
def _no_nouns() -> frozenset[str]:
    """Words that name nobody, such as "he" and "those"."""
    pronouns = lexicon.attribution().pronouns
    said = (*pronouns.person, *pronouns.body, *pronouns.group, *pronouns.nobody)
    return frozenset(said) | lexicon.comparing().anybody


def _claimed(claims: Sequence[Claim]) -> str:
    """All claimed amounts together, lowest to highest; never one claim for all of them.

    Without words of the texts it is in short ones: beside a border there is no room for "somewhere
    in the region of".
    """
    speaking = [claim.fact for claim in claims if claim.fact.has_number]
    if any(map(amount_as_worded, speaking)):
        return said_by_all(speaking)
    facts = [fact for claim in claims for fact in claim.facts if fact.has_number]
    said = {amount(fact, short=True) for fact in facts}
    return said.pop() if len(said) == 1 else spread(facts)
