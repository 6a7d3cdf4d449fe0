"""Facts in a list, each on one line that no other entry has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dashboard.plain_text import excerpt
from dashboard.wording import headline, published, publisher_of

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact

_WORDS: Final = 40
"""Characters of a sentence that tell it from another."""


def headlines(
    facts: Sequence[Fact], wholes: Mapping[str, float], articles: Mapping[str, Article]
) -> list[str]:
    """The line of each fact; before those that tell the same, where, or else in which words.

    For example ``9 Jul 2021, TASS · Captures: Taliban · Islam Qala``. Before, because a narrow list
    cuts what is behind.

    Args:
        facts: The entries, in their order.
        wholes: What counts are counted out of, by fact id.
        articles: By id.
    """
    told = [headline(fact, wholes.get(fact.fact_id)) for fact in facts]
    places = [(line, fact.article_id) for line, fact in zip(told, facts, strict=True)]
    like, like_here = Counter(told), Counter(places)
    lines = []
    for fact, (line, article) in zip(facts, places, strict=True):
        if like_here[line, article] > 1:
            lines.append(f"“{excerpt(fact.quote, _WORDS)}” · {line}")
        elif like[line] > 1:
            lines.append(f"{_source(articles.get(article))} · {line}")
        else:
            lines.append(line)
    return lines


def _source(article: Article | None) -> str:
    return f"{published(article, short=True)}, {publisher_of(article)}"
