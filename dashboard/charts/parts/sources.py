"""Where a chart's facts come from and up to when, in the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from dashboard.words.facts import counted, day, source_of

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact

_MOST_NAMED: Final = 3


def source_line(articles: Iterable[Article], *more: str) -> str:
    """Where the facts of a chart come from, with dates, and further sources after it.

    Empty without any: nothing is drawn that would have a source.
    """
    known = tuple(articles)
    named = [
        f"{source_of(article)}, "
        + (day(article.published) if article.published else "publication date unknown")
        for article in known[:_MOST_NAMED]
    ]
    if len(known) > _MOST_NAMED:
        named.append(f"and {counted(len(known) - _MOST_NAMED, 'more article')}")
    sources = [source for source in ("; ".join(named), *more) if source]
    return f"Source: {' · '.join(sources)}" if sources else ""


def cited(facts: Iterable[Fact], articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles that facts come from."""
    ids = {fact.article_id for fact in facts}
    return tuple(article for article in articles if article.article_id in ids)


def as_of(articles: Iterable[Article]) -> str:
    """What the newest article makes the picture's date; empty without any date.

    Args:
        articles: All that are known, whether anything in the picture comes from them or not: what
            a chart leaves out was looked at, too.
    """
    dates = [article.published for article in articles if article.published]
    return f"As reported up to {day(max(dates))}" if dates else ""


def of_this_session(
    facts: Iterable[Fact],
    articles: Iterable[Article],
    sign: str = "",
    among: Iterable[Fact] = (),
) -> str:
    """How many facts come from articles that only this visitor sees; empty for none.

    Args:
        facts: The facts drawn.
        articles: Where they come from.
        sign: What marks them in the chart.
        among: All that might be drawn: of how many it is told where some have no place in it.
    """
    own = {article.article_id for article in articles if article.provisional}
    number, all_of_them = (sum(fact.article_id in own for fact in each) for each in (facts, among))
    if not number:
        return ""
    left_out = max(0, all_of_them - number)
    told = f"{number} of {number + left_out} facts" if left_out else counted(number, "fact")
    return f"{sign} {told} added in this session".strip()
