"""What a mark says when the pointer rests on it: what, who says so, when, and the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.charts.parts.markup import HOVER_WIDTH, escape_markup, shorten, wrap
from dashboard.words.facts import (
    NO_CLAIMANT,
    amount,
    claimant_named,
    published,
    source_of,
    subject,
    when_basis,
)
from dashboard.words.facts import when as when_words
from dashboard.words.headlines import headline
from data.claims.tellings import best_telling

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact

QUOTE_LENGTH = 420
MOST_LISTED = 8
LIST_LENGTH = 144
"""Characters of a claim in a list."""

_BULLET = "•"
"""Before a claim in a list; the "·" within one can begin a line, too."""

_BOLD = HOVER_WIDTH - 4
"""Characters of a line of bold letters, which are wider."""


def hover_text(facts: Sequence[Fact], articles: Mapping[str, Article]) -> str:
    """The hover label of a mark, as Plotly's markup: one claim in full, others in short.

    Args:
        facts: At least one; the best telling of them is shown in full.
        articles: By article id; one may be missing.
    """
    fact = best_telling(facts)
    article = articles.get(fact.article_id)
    lines = [
        f"<b>{wrap(headline(fact), _BOLD)}</b>",
        f"“{wrap(shorten(fact.quote, QUOTE_LENGTH))}”",
        f"<i>Who says so:</i> {wrap(_says(fact), 48)}",
        f"<i>When:</i> {_when(fact, article)}",
        f"<i>In:</i> {wrap(f'{source_of(article)}, {published(article)}', 48)}",
    ]
    groups: dict[tuple[str, str], list[Fact]] = {}
    for other in facts:
        groups.setdefault((other.article_id, other.fact_group), []).append(other)
    told = len(groups.pop((fact.article_id, fact.fact_group)))
    if told > 1:
        lines.append(f"Told {told} times in this article")
    lines += [_also(best_telling(group), articles) for group in groups.values()]
    return "<br>".join(lines)


def hover_list(facts: Sequence[Fact], articles: Mapping[str, Article]) -> str:
    """The hover label of a mark for several claims, as :meth:`Hovers.several` makes it."""
    return Hovers(articles).several(facts)


class Hovers:
    """Hover labels of the facts of some articles. What is said of one fact is worded once."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        """Remember where facts come from; articles are named by their ids."""
        self._articles = articles
        self._alone: dict[str, str] = {}
        self._lines: dict[str, str] = {}

    def several(self, facts: Sequence[Fact]) -> str:
        """The hover label of a mark for several claims: one in full, or a line for each."""
        if len(facts) == 1:
            return self._full(facts[0])
        lines = [f"<b>{len(facts)} claims</b>; choose it to go through them"]
        lines += [self._line(fact) for fact in facts[:MOST_LISTED]]
        if len(facts) > MOST_LISTED:
            lines.append(f"and {len(facts) - MOST_LISTED} more")
        return "<br>".join(lines)

    def _full(self, fact: Fact) -> str:
        if fact.fact_id not in self._alone:
            self._alone[fact.fact_id] = hover_text((fact,), self._articles)
        return self._alone[fact.fact_id]

    def _line(self, fact: Fact) -> str:
        if fact.fact_id not in self._lines:
            source = self._articles.get(fact.article_id)
            said = f"{headline(fact)} ({_says_in(fact, source)})"
            self._lines[fact.fact_id] = wrap(f"{_BULLET} {shorten(said, LIST_LENGTH)}")
        return self._lines[fact.fact_id]


def _also(fact: Fact, articles: Mapping[str, Article]) -> str:
    said = amount(fact) or subject(fact) or fact.action
    source = articles.get(fact.article_id)
    claim = f"Also claimed: {said}"
    line = wrap(f"{claim} ({_says_in(fact, source)})")
    bold = wrap(claim)
    return f"<b>{bold}</b>{line.removeprefix(bold)}" if line.startswith(bold) else line


def _says_in(fact: Fact, article: Article | None) -> str:
    """Who says so and where, without naming an article twice that speaks for itself."""
    return f"{_says(fact)}; {'' if fact.attributed_to else 'stated by '}{source_of(article)}"


def _says(fact: Fact) -> str:
    words = claimant_named(fact) or NO_CLAIMANT
    if fact.reported_by:
        words += f", carried by {fact.reported_by}"
    return f"{words}; the text itself doubts it" if fact.hedged else words


def _when(fact: Fact, article: Article | None) -> str:
    if fact.when_start is None:
        return escape_markup(f"no date of its own; reported {published(article)}")
    return escape_markup(f"{when_words(fact)} ({when_basis(fact)})")
