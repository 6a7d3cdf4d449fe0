"""Which facts concern which countries, and which facts a selection keeps in view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dashboard.names import countries_behind, is_region
from dashboard.selection import Known, Selection
from data import lexicon
from data.fact import Fact


def codes_of(fact: Fact) -> tuple[str, ...]:
    """Every code a fact names: where, from, to, of what, about whom and by whom."""
    codes = (*fact.places, fact.origin, fact.destination, fact.of, fact.actor, fact.claimant)
    return tuple(dict.fromkeys(code for code in codes if code))


def countries_concerned(fact: Fact) -> frozenset[str]:
    """Countries a fact is about: as place, party or claimant, members of a region included."""
    return frozenset().union(*(countries_behind(code) for code in codes_of(fact)))


def countries_named(facts: Iterable[Fact]) -> dict[str, int]:
    """Countries that facts name, most often named first, with how many facts name each.

    A region does not name its members: "Central Asia" does not add Kazakhstan.
    """
    counts: Counter[str] = Counter()
    for fact in facts:
        named = (countries_behind(code) for code in codes_of(fact) if not is_region(code))
        counts.update(frozenset().union(*named))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def concerns(fact: Fact, place: str) -> bool:
    """Whether a fact is about a place: a country, or a border or region by its own code."""
    return place in countries_concerned(fact) or place in codes_of(fact)


def in_view(fact: Fact, selection: Selection) -> bool:
    """Whether a fact passes every filter of a selection."""
    return (
        (selection.place is None or concerns(fact, selection.place))
        and (not selection.kinds or fact.kind in selection.kinds)
        and (not selection.claimants or fact.claimant in selection.claimants)
    )


def facts_in_view(facts: Iterable[Fact], selection: Selection) -> tuple[Fact, ...]:
    """The facts a selection keeps, in the order given."""
    return tuple(fact for fact in facts if in_view(fact, selection))


def what_exists(facts: Iterable[Fact], articles: Iterable[str] = ()) -> Known:
    """Everything that may be selected among facts and article ids.

    Every country may be: the map shows more of them than the facts name, and that no fact
    concerns a country is an answer, too.
    """
    facts = tuple(facts)
    places: set[str] = set(lexicon.countries())
    for fact in facts:
        places |= {code for code in (*fact.places, fact.of) if code}
    return Known(
        places=places,
        facts={fact.fact_id for fact in facts},
        kinds={fact.kind for fact in facts},
        claimants={fact.claimant for fact in facts if fact.claimant},
        articles=frozenset(articles),
    )
