"""The cards of the overview on paper: what each says, and which claims it says it by."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from dashboard.cards.content import answer, shown_cards
from dashboard.cards.words import card_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.export.evidence import EvidenceRow
    from dashboard.view import View


@dataclasses.dataclass(frozen=True, slots=True)
class StatCard:
    """A card; all text is plain.

    Attributes:
        id: Of the card.
        label: What it is about.
        value: The claimed amount, or a dash.
        lines: What exactly the value is, who says so, and how it was worked out.
        claims: Rows of the claims that the value comes from.
        others: Rows of the other claims on the same measure.
    """

    id: str
    label: str
    value: str
    lines: tuple[str, ...]
    claims: tuple[EvidenceRow, ...] = ()
    others: tuple[EvidenceRow, ...] = ()

    @property
    def evidence(self) -> tuple[EvidenceRow, ...]:
        """Rows of all claims that the card shows."""
        return (*self.claims, *self.others)


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
        said = card_words(
            spec,
            found,
            view.corpus.articles,
            view.wholes_claimed,
            in_part=view.part is not None,
        )
        own = [by_fact[claim.fact.fact_id] for claim in found.shown]
        rest = [by_fact[claim.fact.fact_id] for claim in found.claims]
        cards.append(
            StatCard(
                spec.id,
                spec.label,
                said.value,
                tuple(line for line in (*said.lines, said.explained) if line),
                claims=tuple(own),
                others=tuple(row for row in rest if row not in own),
            )
        )
    return cards
