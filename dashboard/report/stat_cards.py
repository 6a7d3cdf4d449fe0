"""The cards of the overview on paper: what each says, and which claims it says it by."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.cards.content import answer, shown_cards
from dashboard.cards.words import card_words, claim_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.export.evidence import EvidenceRow
    from dashboard.view import View


@dataclasses.dataclass(frozen=True, slots=True)
class OtherClaim:
    """A claim on a card's measure that the card does not give.

    Attributes:
        words: Its amount, claimant and day; plain text.
        row: Its evidence.
    """

    words: str
    row: EvidenceRow


@dataclasses.dataclass(frozen=True, slots=True)
class StatCard:
    """A card; all text is plain.

    Attributes:
        id: Of the card.
        label: What it is about.
        value: The claimed amount, or a dash.
        lines: What exactly the value is, who says so, and how it was worked out.
        claims: Rows of the claims that the value comes from.
        others: The other claims on the same measure, the latest first.
    """

    id: str
    label: str
    value: str
    lines: tuple[str, ...]
    claims: tuple[EvidenceRow, ...] = ()
    others: tuple[OtherClaim, ...] = ()

    @property
    def evidence(self) -> tuple[EvidenceRow, ...]:
        """Rows of all claims that the card shows."""
        return (*self.claims, *(other.row for other in self.others))


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
    for spec in shown_cards(view.corpus.claims):
        found = answer(spec, view.claims_in_view, view.as_of, view.selection.fact)
        if not found.claims:
            elsewhere = any(spec.asks(claim) for claim in view.claims)
            why = "No claim in this selection." if elsewhere else spec.empty
            cards.append(StatCard(spec.id, spec.label, "–", (why,)))
            continue
        known, wholes, in_part = view.corpus.articles, view.wholes_claimed, view.part is not None
        said = card_words(spec, found, known, wholes, in_part=in_part)
        own = {claim.claim_id for claim in found.shown}
        others = [claim for claim in reversed(found.claims) if claim.claim_id not in own]
        cards.append(
            StatCard(
                spec.id,
                spec.label,
                said.value,
                tuple(line for line in (*said.lines, said.explained) if line),
                claims=tuple(by_fact[claim.fact.fact_id] for claim in found.shown),
                others=tuple(
                    OtherClaim(
                        claim_line(claim, known, wholes, in_part=in_part),
                        by_fact[claim.fact.fact_id],
                    )
                    for claim in others
                ),
            )
        )
    return cards
