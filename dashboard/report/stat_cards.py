"""The cards of the overview on paper: what each says, and which claims it says it by."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.cards import answer, length_of_share, read_cards
from dashboard.concerns import codes_of, countries_named
from dashboard.names import countries_behind, is_region, label
from dashboard.wording import amount, capitalised, counted, number, spread, subject
from data.errors import InputError
from geo.borders import border

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.cards import Answer, CardSpec
    from dashboard.export.evidence import EvidenceRow
    from dashboard.view import View
    from data.fact import Fact


@dataclasses.dataclass(frozen=True, slots=True)
class NamedCountry:
    """A country that claims name.

    Attributes:
        name: The country.
        evidence: Rows of the claims that name it, as place, party or claimant.
    """

    name: str
    evidence: tuple[EvidenceRow, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class StatCard:
    """A card; all text is plain.

    Attributes:
        id: Of the card.
        label: What it is about.
        value: The claimed amount, or a dash.
        lines: What exactly the value is, and how it was worked out.
        claim: Row of the claim shown; None where no single claim answers.
        differing: Rows of claims that give another amount of the same thing.
        elsewhere: Rows of claims about other places.
        spread: How far apart the differing claims are, in words; empty where none differ.
        countries: Countries named, on the card that counts them.
    """

    id: str
    label: str
    value: str
    lines: tuple[str, ...]
    claim: EvidenceRow | None = None
    differing: tuple[EvidenceRow, ...] = ()
    elsewhere: tuple[EvidenceRow, ...] = ()
    spread: str = ""
    countries: tuple[NamedCountry, ...] = ()

    @property
    def evidence(self) -> tuple[EvidenceRow, ...]:
        """Rows of all claims that the card shows."""
        claim = (self.claim,) if self.claim else ()
        named = (row for country in self.countries for row in country.evidence)
        return tuple(dict.fromkeys((*claim, *self.differing, *self.elsewhere, *named)))


def stat_cards(view: View, rows: Sequence[EvidenceRow]) -> list[StatCard]:
    """The cards of a view, each with rows as evidence.

    Args:
        view: What is reported.
        rows: The evidence of every fact in view.

    Raises:
        InputError: If the cards cannot be read.
    """
    by_fact = {row.fact.fact_id: row for row in rows}
    cards = []
    for spec in read_cards():
        if spec.show == "countries":
            cards.append(_countries_card(spec, view, rows))
        else:
            found = answer(spec, view.facts, view.selection.fact)
            claim = found.claim
            if claim is None:
                cards.append(StatCard(spec.id, spec.label, "–", (_why_empty(spec, view),)))
            else:
                cards.append(_claim_card(spec, claim, found, by_fact))
    return cards


def _claim_card(
    spec: CardSpec, claim: Fact, found: Answer, rows: Mapping[str, EvidenceRow]
) -> StatCard:
    value, lines = _length(claim) if spec.show == "length" else _amount(claim)
    differing = tuple(rows[fact.fact_id] for fact in found.differing)
    apart = ""
    if differing:
        ends = spread([claim, *found.differing])
        apart = f"{counted(len(differing) + 1, 'claim')} differ: {ends}"
    return StatCard(
        spec.id,
        spec.label,
        value,
        lines,
        claim=rows[claim.fact_id],
        differing=differing,
        elsewhere=tuple(rows[fact.fact_id] for fact in found.elsewhere),
        spread=apart,
    )


def _amount(fact: Fact) -> tuple[str, tuple[str, ...]]:
    where = [] if fact.of or fact.origin else [label(code) for code in fact.places]
    whom = ", ".join(part for part in (capitalised(subject(fact)), *where) if part)
    return capitalised(amount(fact)), (whom,)


def _length(fact: Fact) -> tuple[str, tuple[str, ...]]:
    try:
        line = border(fact.of or "")
    except InputError as error:
        return "Unknown", (f"The length of this border cannot be read: {error.problem}",)
    book = line.published_source.partition(",")[0]
    drawn = number(round(line.length_km), "km")
    return f"≈ {length_of_share(fact, line.published_km)}", (
        f"{capitalised(amount(fact))} of {number(line.published_km, 'km')} ({book})",
        f"{length_of_share(fact, line.length_km)} on this map’s line of {drawn}",
        "Worked out here; the claim gives the share only",
    )


def _countries_card(spec: CardSpec, view: View, rows: Sequence[EvidenceRow]) -> StatCard:
    named = countries_named(view.facts)
    if not named:
        return StatCard(spec.id, spec.label, "–", (_why_empty(spec, view),))
    countries = tuple(
        NamedCountry(label(code), tuple(row for row in rows if _names(row.fact, code)))
        for code in named
    )
    lines = ("Each named as place, party or claimant, in the claims given by number",)
    return StatCard(spec.id, spec.label, str(len(named)), lines, countries=countries)


def _names(fact: Fact, country: str) -> bool:
    """Whether a fact counts for a country as :func:`countries_named` counts."""
    own = (code for code in codes_of(fact) if not is_region(code))
    return any(country in countries_behind(code) for code in own)


def _why_empty(spec: CardSpec, view: View) -> str:
    elsewhere = any(spec.matches(fact) for fact in view.everything)
    return "No claim in this selection." if elsewhere else spec.empty
