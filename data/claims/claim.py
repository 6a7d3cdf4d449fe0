"""Claim: what is said, by whom, with every article that carries it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Container, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING

from data.actor_codes import is_government
from data.claims.claimants import claimant_key, government_behind
from data.claims.measures import measure_of
from data.claims.same import can_be_one, claim_key, compared, is_short_for
from data.claims.tellings import best_telling
from data.claims.wholes import is_whole

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact
    from data.lexicon.claims import Measure


@dataclasses.dataclass(frozen=True, slots=True)
class Telling:
    """A fact and the day its article was published; None where that is unknown."""

    fact: Fact
    published: dt.date | None


@dataclasses.dataclass(frozen=True)
class Claim:
    """One claim and everybody who carries it.

    Attributes:
        tellings: Where it is told, in order of publication; at least one.
        measure: The question it answers; None for claims outside every measure.
    """

    tellings: tuple[Telling, ...]
    measure: Measure | None

    @functools.cached_property
    def fact(self) -> Fact:
        """The telling that stands for the claim: the best of those that name the claimant, if any.

        See :func:`~data.claims.tellings.best_telling`.
        """
        named = [fact for fact in self.facts if claimant_key(fact)]
        return best_telling(named or self.facts)

    def telling(self, fact_id: str | None) -> Fact:
        """The telling of an id, which a reader has chosen, or else the one that stands for all."""
        return next((fact for fact in self.facts if fact.fact_id == fact_id), self.fact)

    @property
    def claim_id(self) -> str:
        """Id of the first telling, which no later article changes."""
        return self.tellings[0].fact.fact_id

    @functools.cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All tellings, in order of publication."""
        return tuple(telling.fact for telling in self.tellings)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the articles that carry it, in order of publication."""
        return tuple(dict.fromkeys(fact.article_id for fact in self.facts))

    @functools.cached_property
    def claimant(self) -> str | None:
        """Who says so, by :func:`~data.claims.claimants.claimant_key`; None if nobody is named.

        Of a government and who speaks for it, who speaks.
        """
        named = [who for fact in self.facts if (who := claimant_key(fact))]
        return next((who for who in named if government_behind(who)), named[0] if named else None)

    @property
    def published(self) -> dt.date | None:
        """The day it was first published."""
        return next((told.published for told in self.tellings if told.published), None)

    @functools.cached_property
    def day(self) -> dt.date | None:
        """The day it speaks of: the last day it counts, or else that of its first publication.

        A claim about days to come, such as a plan, stands at the day it was published.
        """
        days, published = self._days, self.published
        if days is None or (published is not None and days[1] > published):
            return published
        return days[1]

    @functools.cached_property
    def first_day(self) -> dt.date | None:
        """The first day it can speak of: ``day``, unless the text only says between which it was.

        A total that runs up to a day is of that day, whenever it began.
        """
        runs = self.measure is not None and self.measure.totals
        if self._days is None or self.day is None or runs:
            return self.day
        return min(self._days[0], self.day)

    @property
    def spoken_of(self) -> tuple[dt.date, dt.date] | None:
        """Both ends of the days it is about; of days that were not over when told, the last."""
        first, last = self.first_day, self.day
        if first is None or last is None:
            return None
        over = self._days is not None and self._days[1] == last
        return (first, last) if over else (last, last)

    @property
    def middle(self) -> dt.date | None:
        """Where it stands among others: in the middle of the days it is about."""
        if self.spoken_of is None:
            return None
        first, last = self.spoken_of
        return first + (last - first) // 2

    @property
    def of_several_days(self) -> bool:
        """Whether it is about more than a day."""
        return self.spoken_of is not None and self.spoken_of[0] != self.spoken_of[1]

    @functools.cached_property
    def _days(self) -> tuple[dt.date, dt.date] | None:
        """The days it gives, if need be in another telling: "the attack" was "Thursday's".

        Of those of other tellings the fewest, and none after it was first published.
        """
        own = _days_of(self.fact)
        if own is not None or self.published is None:
            return own
        told = [days for fact in self.facts if (days := _days_of(fact))]
        past = [days for days in told if days[1] <= self.published]
        return min(past, key=lambda days: (days[1] - days[0], days), default=None)

    def as_of(self, day: dt.date) -> Claim | None:
        """The claim as it was carried up to a day; None where nobody had carried it yet."""
        return self._told_in(
            tuple(told for told in self.tellings if told.published and told.published <= day)
        )

    def told_by(self, facts: Container[str]) -> Claim | None:
        """The claim as some facts tell it; None where none does.

        Args:
            facts: Ids of facts, of any claims.
        """
        return self._told_in(tuple(told for told in self.tellings if told.fact.fact_id in facts))

    def _told_in(self, tellings: tuple[Telling, ...]) -> Claim | None:
        """The claim with some of its tellings; itself with all, so that nothing is made twice."""
        if len(tellings) == len(self.tellings):
            return self
        return Claim(tellings, self.measure) if tellings else None


def _days_of(fact: Fact) -> tuple[dt.date, dt.date] | None:
    if fact.when_start is None or fact.when_end is None:
        return None
    return fact.when_start, fact.when_end


def claims_of(facts: Iterable[Fact], articles: Mapping[str, Article]) -> tuple[Claim, ...]:
    """The claims that facts make, what several articles carry joined, in order of publication.

    A telling that names a government belongs to the one claim of somebody who speaks for it that it
    can be, one that names no claimant to the one claim of anybody; where it could be several, or
    none, it stands for itself with others like it.

    Args:
        facts: Of any number of articles, each article's in text order.
        articles: Where they come from, by id.
    """
    told: dict[Hashable, dict[str | None, list[_Group]]] = {}
    for group in _by_article(facts, articles):
        key = claim_key(group.spoken.fact)
        who = next((who for told in group.tellings if (who := claimant_key(told.fact))), None)
        _join(group, told.setdefault(key, {}).setdefault(who, []))
    joined = [group for by_claimant in told.values() for group in _with_vaguer(by_claimant)]
    return tuple(sorted((_claim(group.tellings) for group in joined), key=_order))


def _with_vaguer(by_claimant: dict[str | None, list[_Group]]) -> list[_Group]:
    """Groups of one :func:`claim_key`, those of vaguer claimants joined to those of exact ones."""
    exact: dict[str | None, list[_Group]] = {}
    for who in sorted(by_claimant, key=_vagueness):
        groups = [
            group
            for own, known in exact.items()
            if who is None or (own is not None and government_behind(own) == who)
            for group in known
        ]
        exact[who] = [group for group in by_claimant[who] if not _taken(group, groups)]
    return [group for known in exact.values() for group in known]


def _vagueness(who: str | None) -> int:
    if who is None:
        return 2
    return 1 if is_government(who) else 0


def _taken(group: _Group, groups: Iterable[_Group]) -> bool:
    """Whether one of some groups, and no other, takes a group over."""
    fitting = [own for own in groups if group.fits(own)]
    if len(fitting) != 1:
        return False
    fitting[0].take(group)
    return True


class _Group:
    """Tellings that can all be one claim.

    What one article tells apart stays apart, unless it says one unmistakable number twice. Of
    tellings that compare alike one is compared: news that hundreds of articles repeat would else be
    compared with itself tens of thousands of times.
    """

    __slots__ = ("_articles", "_unlike", "tellings")

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self.tellings: list[Telling] = []
        self._articles: set[str] = set()
        self._unlike: dict[Hashable, Telling] = {}
        self._add(tellings)

    @property
    def spoken(self) -> Telling:
        """The first telling that is no headline, which is short for it; else the headline."""
        return next((told for told in self.tellings if told.fact.sentence_start), self.tellings[0])

    def fits(self, other: _Group) -> bool:
        """Whether every telling can be one claim with every telling of another group."""
        told_apart = not self._articles.isdisjoint(other._articles)
        if told_apart and not self.tellings[0].fact.is_unmistakable:
            return False
        return all(
            can_be_one(one.fact, two.fact, one.published, two.published)
            for one in self._unlike.values()
            for two in other._unlike.values()
        )

    def take(self, other: _Group) -> None:
        """Take over the tellings of another group."""
        self._add(other.tellings)

    def _add(self, tellings: Iterable[Telling]) -> None:
        for told in tellings:
            self.tellings.append(told)
            self._articles.add(told.fact.article_id)
            self._unlike.setdefault(compared(told.fact, told.published), told)


def _by_article(facts: Iterable[Fact], articles: Mapping[str, Article]) -> Iterable[_Group]:
    """What each article tells of each claim, in order of publication and text."""
    groups: dict[tuple[str, str], list[Telling]] = {}
    for fact in facts:
        article = articles.get(fact.article_id)
        told = Telling(fact, article.published if article else None)
        groups.setdefault((fact.article_id, fact.fact_group), []).append(told)
    by_article: dict[str, list[list[Telling]]] = {}
    for (article_id, _), group in groups.items():
        by_article.setdefault(article_id, []).append(group)
    whole = [group for own in by_article.values() for group in _with_headlines(own)]
    return map(_Group, sorted(whole, key=lambda group: _when(group[0])))


def _with_headlines(groups: list[list[Telling]]) -> list[list[Telling]]:
    """What one article tells, a headline's number joined to the one that it is short for."""
    headlines = [group for group in groups if all(not t.fact.sentence_start for t in group)]
    told = [group for group in groups if group not in headlines]
    alone = []
    for headline in headlines:
        meant = [group for group in told if is_short_for(headline[0].fact, group[0].fact)]
        if len(meant) == 1:
            meant[0][:0] = headline
        else:
            alone.append(headline)
    return [*alone, *told]


def _join(group: _Group, groups: list[_Group]) -> None:
    """Add what an article tells to the first group it fits, or make it a group."""
    for other in groups:
        if group.fits(other):
            other.take(group)
            return
    groups.append(group)


def _claim(group: Iterable[Telling]) -> Claim:
    tellings = tuple(sorted(group, key=lambda told: (_when(told), told.fact.start)))
    claim = Claim(tellings, None)
    if any(is_whole(fact) for fact in claim.facts):
        return claim  # a headline's "34", of which the sentence below says what it is
    measures = (measure_of(fact) for fact in (claim.fact, *claim.facts))
    return Claim(tellings, next((measure for measure in measures if measure), None))


def _when(told: Telling) -> tuple[dt.date, str]:
    return told.published or dt.date.max, told.fact.article_id


def _order(claim: Claim) -> tuple[dt.date, str, int]:
    return (*_when(claim.tellings[0]), claim.tellings[0].fact.start)
