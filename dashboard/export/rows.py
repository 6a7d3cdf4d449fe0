"""Rows: a fact with everything needed to weigh it, by column, as every exported table has it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from dashboard.selecting.selection import Selection
from dashboard.words.facts import amount, claimant, subject
from dashboard.words.kinds import kind_entry
from dashboard.words.names import label
from dashboard.words.shares import counted_ground
from data.fact import DTYPES, FIELDS, Fact, plain_number, to_record

if TYPE_CHECKING:
    from dashboard.view import View
    from data.article import Article

_READABLE: Final = ("kind_label", "amount", "whole", "subject", "claimant_name", "places_named")
SOURCE: Final = (
    *("title", "publisher", "author", "url", "published", "published_basis", "licence"),
    "told_as",  # whose words the sentence is: the publisher's, or those of our brief
)
"""What a row tells of an article, each in a column ``source_<name>``."""

SESSION: Final = "this_session"
"""Column of a table: true for facts that only whoever made the file sees."""

COLUMNS: Final = (
    *_READABLE,
    *FIELDS,
    "kind_definition",
    *(f"source_{name}" for name in SOURCE),
    SESSION,
    "link",
)
"""Columns of a table: what people read first, then the schema of a fact, then the source."""

TYPES: Final[Mapping[str, str]] = {
    **DTYPES,
    "whole": "Float64",
    "places_named": "object",
    "source_published": "datetime64[s]",
    SESSION: "bool",
}
"""What columns hold, by the names of :data:`data.fact.DTYPES`; those left out hold text."""

PART: Final = "part"
"""Column of a table that has not all facts selected: how many of how many they are."""

Row = dict[str, Any]
"""A row of a table, by column; plain JSON values."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rows:
    """What the rows of one table have in common.

    Attributes:
        articles: Where the facts come from, by id.
        base: Address of the dashboard, for the link of each fact.
        wholes: What counts are counted out of, by fact id.
        part: How many of the facts selected the table has, in words; None where it has all.
    """

    articles: Mapping[str, Article]
    base: str
    wholes: Mapping[str, float] = dataclasses.field(default_factory=dict)
    part: str | None = None

    @classmethod
    def of(cls, view: View, base: str) -> Rows:
        """For a table of what a view shows."""
        return cls(view.corpus.articles, base, view.wholes, view.part)

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of each row, in order."""
        return (*COLUMNS, PART) if self.part else COLUMNS

    def row(self, fact: Fact) -> Row:
        """The row of a fact, with :attr:`columns`."""
        article = self.articles.get(fact.article_id)
        kind = kind_entry(fact.kind)
        row = to_record(fact)
        row["kind_label"] = kind.label
        row["kind_definition"] = kind.definition
        row["amount"] = amount(fact) or None
        row["whole"] = plain_number(self._whole(fact))
        row["subject"] = subject(fact) or None
        row["claimant_name"] = claimant(fact, article)
        row["places_named"] = [label(code) for code in fact.places]
        # a link to what one visitor added opens for nobody else
        mine = article is not None and article.provisional
        row[SESSION] = mine
        row["link"] = None if mine else Selection(fact=fact.fact_id).link(self.base)
        for name in SOURCE:
            value = getattr(article, name, None)
            row[f"source_{name}"] = value.isoformat() if name == "published" and value else value
        row[PART] = self.part
        return {name: row[name] for name in self.columns}

    def _whole(self, fact: Fact) -> float | None:
        ground = counted_ground(fact)
        return ground.whole if ground else self.wholes.get(fact.fact_id)

    def all(self, facts: Iterable[Fact]) -> list[Row]:
        """A row for each fact, in the order given."""
        return [self.row(fact) for fact in facts]
