"""Which facts concern which countries, and which facts a selection keeps in view."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from dashboard.selecting.selectable import Selectable
from dashboard.selecting.selection import Period, Selection
from dashboard.words.names import countries_behind, is_region
from data import lexicon
from data.fact import Fact

if TYPE_CHECKING:
    import datetime as dt

    from data.article import Article

_MOST_COMBINATIONS: Final = 4096
"""Of codes in one fact; there are some hundred in the bundled corpus."""


def codes_of(fact: Fact) -> tuple[str, ...]:
    """Every code a fact names: where, from, to, of what, about whom and by whom."""
    return tuple(dict.fromkeys(code for code in _codes(fact) if code))


def _codes(fact: Fact) -> tuple[str | None, ...]:
    return (*fact.places, fact.origin, fact.destination, fact.of, fact.actor, fact.claimant)


def countries_concerned(fact: Fact) -> frozenset[str]:
    """Countries a fact is about: as place, party or claimant, members of a region included."""
    return _countries(_codes(fact))


@functools.lru_cache(maxsize=_MOST_COMBINATIONS)
def _countries(codes: tuple[str | None, ...]) -> frozenset[str]:
    return frozenset().union(*(countries_behind(code) for code in codes if code))


def countries_named_by(fact: Fact) -> frozenset[str]:
    """Countries a fact names: those it is about, without the members of a region."""
    named = (countries_behind(code) for code in codes_of(fact) if not is_region(code))
    return frozenset[str]().union(*named)


def countries_named(facts: Iterable[Fact]) -> dict[str, int]:
    """Countries that facts name, most often named first, with how many facts name each.

    A region does not name its members: "Central Asia" does not add Kazakhstan.
    """
    counts: Counter[str] = Counter()
    for fact in facts:
        counts.update(countries_named_by(fact))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def concerns(fact: Fact, place: str) -> bool:
    """Whether a fact is about a place: a country, or a border or region by its own code."""
    codes = _codes(fact)
    return place in codes or place in _countries(codes)


def days_of(fact: Fact, article: Article | None) -> tuple[dt.date, dt.date] | None:
    """First and last day a fact stands for: its own, or else the day it was published.

    None where neither is known.
    """
    if fact.when_start and fact.when_end:
        return fact.when_start, max(fact.when_start, fact.when_end)
    if article and article.published:
        return article.published, article.published
    return None


def in_view(fact: Fact, selection: Selection, articles: Mapping[str, Article]) -> bool:
    """Whether a fact passes every filter of a selection.

    Args:
        fact: The fact.
        selection: What is selected.
        articles: Articles by id: a fact without a date of its own has that of publication.
    """
    chosen = selection
    return (
        (not chosen.countries or any(concerns(fact, place) for place in chosen.countries))
        and (not chosen.kinds or fact.kind in chosen.kinds)
        and (not chosen.actors or not {fact.actor, fact.claimant}.isdisjoint(chosen.actors))
        and (not chosen.sources or fact.article_id in chosen.sources)
        and (chosen.dates is None or _within(fact, chosen.dates, articles))
    )


def _within(fact: Fact, period: Period, articles: Mapping[str, Article]) -> bool:
    days = days_of(fact, articles.get(fact.article_id))
    return days is not None and period.touches(*days)


def facts_in_view(
    facts: Iterable[Fact], selection: Selection, articles: Mapping[str, Article]
) -> tuple[Fact, ...]:
    """The facts a selection keeps, in the order given; see :func:`in_view`."""
    return tuple(fact for fact in facts if in_view(fact, selection, articles))


def what_exists(facts: Iterable[Fact], articles: Iterable[str] = ()) -> Selectable:
    """Everything that may be selected among facts and article ids.

    Every country may be: the map shows more of them than the facts name, and that no fact
    concerns a country is an answer, too.
    """
    facts = tuple(facts)
    places: set[str] = set(lexicon.countries())
    for fact in facts:
        places |= {code for code in (*fact.places, fact.of) if code}
    return Selectable(
        countries=places,
        actors={code for fact in facts for code in (fact.actor, fact.claimant) if code},
        kinds={fact.kind for fact in facts},
        sources=frozenset(articles),
        measures=tuple(lexicon.measures()),
        facts={fact.fact_id for fact in facts},
    )
