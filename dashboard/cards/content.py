"""The overview's cards: which measure each shows, and which claims stand on it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from dashboard.words.claims import wholes_among
from data.claims.standing import is_news, last_standing
from data.entry import Entry, Limits
from data.toml_file import read_toml

if TYPE_CHECKING:
    from data.claims.claim import Claim
    from data.fact import Fact

CARDS: Final = Path(__file__).with_name("cards.toml")

AT_ONCE: Final = 5
"""Cards on the overview: as many as fit beside each other."""


class CardSpec(Entry):
    """One entry of ``cards.toml``: which measure a card shows, and how."""

    id: Annotated[str, Limits(pattern=r"^[a-z][a-z-]*$")]
    label: Annotated[str, Limits(min_length=1, max_length=36)]
    icon: Annotated[str, Limits(pattern=r"^[a-z_0-9]+$")]
    measure: Annotated[str, Limits(min_length=1)]
    of: Annotated[str, Limits(min_length=1)]
    empty: Annotated[str, Limits(min_length=1)]
    border: str | None = None

    def asks(self, claim: Claim) -> bool:
        """Whether a claim answers the card's question."""
        return claim.measure is not None and claim.measure.id == self.measure


class CardFile(Entry):
    """Schema of ``cards.toml``."""

    card: Annotated[tuple[CardSpec, ...], Limits(min_length=1)]


@functools.cache
def read_cards(path: Path = CARDS) -> tuple[CardSpec, ...]:
    """The cards in the order on screen.

    Raises:
        InputError: If the file is missing or a card does not fit the schema.
    """
    return read_toml(path, CardFile).card


def shown_cards(claims: Iterable[Claim]) -> tuple[CardSpec, ...]:
    """The cards on screen: the first that have claims, then the first of the others.

    Args:
        claims: Everything there is, whatever the day or the filters: cards stay where they are.
    """
    answered = {claim.measure.id for claim in claims if claim.measure}
    ordered = sorted(read_cards(), key=lambda spec: spec.measure not in answered)
    return tuple(spec for spec in read_cards() if spec in ordered[:AT_ONCE])


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What claims say to a card's question.

    Attributes:
        claims: All of them, in the order of the days they speak of.
        standing: Those that stand: each claimant's latest.
        day: The day on which they stand: the day asked for, or, where nothing stood any more, that
            on which what stood last was last given; None without any claim.
        chosen: The claim of the chosen fact, which speaks for the card.
        chosen_fact: Id of the chosen fact.
        lapsed: Whether nothing stands any more, and this is what stood last.
        beside: Of what stood last, the other claims that stood when it was last given.
    """

    claims: tuple[Claim, ...]
    standing: tuple[Claim, ...]
    day: dt.date | None
    chosen: Claim | None = None
    chosen_fact: str | None = None
    lapsed: bool = False
    beside: tuple[Claim, ...] = ()

    @property
    def shown(self) -> tuple[Claim, ...]:
        """The claims whose amounts the card gives: the chosen one, or all that stand."""
        return (self.chosen,) if self.chosen else self.standing

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The tellings that speak for those claims: of the chosen one, the chosen telling."""
        return tuple(claim.telling(self.chosen_fact) for claim in self.shown)

    @property
    def trend(self) -> tuple[tuple[Claim, float], ...]:
        """Claims that have a day, parts aside, in the order of days: each with value or far end."""
        own = {fact.fact_id for fact in wholes_among([claim.fact for claim in self.claims])}
        dated = (claim for claim in self.claims if claim.day and claim.fact.fact_id in own)
        numbers = ((claim, _number(claim.fact)) for claim in dated)
        return tuple((claim, number) for claim, number in numbers if number is not None)


def answer(
    spec: CardSpec, claims: Iterable[Claim], day: dt.date | None, chosen: str | None = None
) -> Answer:
    """What a card shows. Nothing is averaged, and no claimant wins over another.

    Args:
        spec: The card.
        claims: Known by the day.
        day: The day the card is as of; None where no article has a date.
        chosen: Id of the chosen fact.
    """
    own = sorted((c for c in claims if spec.asks(c)), key=lambda c: c.middle or dt.date.max)
    if not own:
        return Answer((), (), None)
    choice = next((c for c in own if any(f.fact_id == chosen for f in c.facts)), None)
    stood = last_standing(own, day) if day else None
    if stood is None or not stood.claims:  # of articles without a date
        return Answer(tuple(own), tuple(own), day, choice, chosen)
    return Answer(
        tuple(own), stood.claims, stood.day, choice, chosen, stood.lapsed, beside=stood.beside
    )


def length_of_share(facts: Sequence[Fact], whole_km: float) -> str:
    """The length that claimed shares of a border mean, rounded to whole kilometres.

    Shares that only have a limit give one: ``at most 1,086 km``.

    Args:
        facts: Shares in percent, as one number or as ranges.
        whole_km: Length of the whole border in km.
    """
    ends = [end for fact in facts for end in (fact.value, fact.low, fact.high) if end is not None]
    bounds = dict.fromkeys((min(ends, default=None), max(ends, default=None)))
    lengths = (f"{end / 100 * whole_km:,.0f}" for end in bounds if end is not None)
    at_least = all(fact.low is not None and fact.high is None for fact in facts)
    at_most = all(fact.low is None and fact.high is not None for fact in facts)
    limit = "at least " if at_least else "at most " if at_most else ""
    return f"{limit}{' to '.join(lengths)} km" if ends else ""


def first_claim(
    specs: Iterable[CardSpec],
    claims: Sequence[Claim],
    facts: Sequence[Fact],
    entry: str | None,
    day: dt.date | None,
) -> Fact | None:
    """What is shown before anything is chosen: what the entry point says on a card, as news.

    Where the entry point is not known yet, is no news any more, or says nothing on any card, it is
    the latest claim that answers one; failing that, the first fact.

    Args:
        specs: The cards.
        claims: In order of publication.
        facts: The facts known, in catalogue and text order.
        entry: Id of the article that readers start from.
        day: The day everything is as of; None where no article has a date.
    """
    asking = tuple(specs)
    answering = [claim for claim in claims if any(spec.asks(claim) for spec in asking)]
    news = [claim for claim in answering if day is None or is_news(claim, day)]
    asked = {fact.fact_id for claim in news for fact in claim.facts}
    own = (fact for fact in facts if fact.article_id == entry and fact.fact_id in asked)
    # Those of articles without a date come last, and are no news of the day.
    last = max((claim.published for claim in answering if claim.published), default=None)
    latest = (claim.fact for claim in answering if claim.published == last)
    return next(own, None) or next(latest, None) or (facts[0] if facts else None)


def _number(fact: Fact) -> float | None:
    ends = (fact.value, fact.high, fact.low)
    return next((end for end in ends if end is not None), None)
