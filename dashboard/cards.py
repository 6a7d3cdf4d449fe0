"""The overview's cards: what each asks for, and which claim answers it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field

from dashboard.tellings import best_telling
from data.fact import Fact
from data.toml_file import Entry, read_toml

CARDS: Final = Path(__file__).with_name("cards.toml")


class CardSpec(Entry):
    """One entry of ``cards.toml``: which facts a card shows, and how."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z-]*$")]
    label: Annotated[str, Field(min_length=1, max_length=32)]
    icon: Annotated[str, Field(pattern=r"^[a-z_0-9]+$")]
    show: Literal["amount", "length", "countries"]
    empty: Annotated[str, Field(min_length=1)]
    kind: str | None = None
    action: Annotated[tuple[str, ...], Field(strict=False)] = ()
    actor: str | None = None
    of: str | None = None

    def matches(self, fact: Fact) -> bool:
        """Whether the card is about this fact."""
        return (
            (self.kind is None or fact.kind == self.kind)
            and (not self.action or fact.action in self.action)
            and (self.actor is None or fact.actor == self.actor)
            and (self.of is None or fact.of == self.of)
            and (self.show == "countries" or fact.has_number)
        )


class CardFile(Entry):
    """Schema of ``cards.toml``."""

    card: Annotated[tuple[CardSpec, ...], Field(min_length=1, strict=False)]


@functools.cache
def read_cards(path: Path = CARDS) -> tuple[CardSpec, ...]:
    """The cards in the order on screen.

    Raises:
        InputError: If the file is missing or a card does not fit the schema.
    """
    return read_toml(path, CardFile).card


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What facts say to a card's question.

    Attributes:
        claim: The claim shown; None when no fact answers.
        others: One telling of every other claim, differing or not, in the order of the facts.
        tellings: How often the claim shown is told, this telling included.
    """

    claim: Fact | None
    others: tuple[Fact, ...] = ()
    tellings: int = 0

    @property
    def differing(self) -> tuple[Fact, ...]:
        """The other claims that give another amount of the same thing."""
        claim = self.claim
        if claim is None:
            return ()
        same = (fact for fact in self.others if _same_question(fact, claim))
        return tuple(fact for fact in same if _amount(fact) != _amount(claim))

    @property
    def elsewhere(self) -> tuple[Fact, ...]:
        """The other claims about other places: those who fled to another country, say."""
        claim = self.claim
        return tuple(fact for fact in self.others if claim and not _same_question(fact, claim))


def answer(spec: CardSpec, facts: Iterable[Fact], chosen: str | None = None) -> Answer:
    """The claim a card shows, and the claims beside it.

    A chosen fact is shown where it answers the card. Otherwise the first claim with a named
    claimant is, or else the first: later claims do not win, and nothing is averaged. Of several
    tellings of one claim, :func:`~dashboard.tellings.best_telling` is shown.
    """
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        if spec.matches(fact):
            groups.setdefault(fact.fact_group, []).append(fact)
    if not groups:
        return Answer(None)
    tellings = {group: best_telling(told) for group, told in groups.items()}
    by_choice = [fact for told in groups.values() for fact in told if fact.fact_id == chosen]
    attributed = [fact for fact in tellings.values() if fact.attributed_to]
    claim = (by_choice or attributed or list(tellings.values()))[0]
    others = tuple(fact for group, fact in tellings.items() if group != claim.fact_group)
    return Answer(claim, others, len(groups[claim.fact_group]))


def length_of_share(fact: Fact, whole_km: float) -> str:
    """The length that a claimed share of a border means, rounded to whole kilometres.

    Args:
        fact: A share in percent, as one number or as a range.
        whole_km: Length of the whole border in km.
    """
    ends = [fact.value] if fact.value is not None else [fact.low, fact.high]
    lengths = [f"{end / 100 * whole_km:,.0f}" for end in ends if end is not None]
    return f"{' to '.join(lengths)} km" if lengths else ""


def first_claim(specs: Iterable[CardSpec], facts: Sequence[Fact]) -> Fact | None:
    """The claim of the first card that has one, or else the first fact."""
    for spec in specs:
        if spec.show == "amount" and (claim := answer(spec, facts).claim):
            return claim
    return facts[0] if facts else None


def _same_question(one: Fact, other: Fact) -> bool:
    """Whether two claims can contradict each other: no two places are named where one could be."""
    ends = (
        (one.origin, other.origin),
        (one.destination, other.destination),
        (one.of, other.of),
    )
    return all(left is None or right is None or left == right for left, right in ends)


def _amount(fact: Fact) -> tuple[object, ...]:
    return (fact.qualifier, fact.value, fact.low, fact.high, fact.unit)
