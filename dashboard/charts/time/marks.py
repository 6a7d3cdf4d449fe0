"""Facts as marks on a line of time: one mark for facts that tell the same thing."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from dashboard.charts.parts.markup import shorten
from dashboard.charts.time.long_times import counts_years
from dashboard.words.actions import words_done, words_judged
from dashboard.words.facts import amount, capitalised, hedge
from dashboard.words.fates import fate
from dashboard.words.names import label
from dashboard.words.shares import counted_ground
from data import lexicon
from data.claims.tellings import best_telling

if TYPE_CHECKING:
    from data.article import Article
    from data.fact import Fact

_LONG_NAME: Final = 24
LABEL_LENGTH: Final = 30
"""Characters of a mark's label: what fits beside a mark on a phone."""

SESSION_SIGN: Final = "†"
"""Behind a mark that only this visitor sees, and its label; the subtitle explains it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """Facts of one group, as they stand on a line of time.

    Attributes:
        facts: In text order; at least one.
        start: First day.
        end: Last day, the first one or later.
        dated: Whether the text dates the fact. Otherwise it stands on the day it was published.
        provisional: Whether it comes from an article of this session, which nobody else sees.
    """

    facts: tuple[Fact, ...]
    start: dt.date
    end: dt.date
    dated: bool
    provisional: bool = False

    @property
    def fact(self) -> Fact:
        """The telling that speaks for all."""
        return best_telling(self.facts)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all its facts."""
        return tuple(fact.fact_id for fact in self.facts)

    @property
    def days(self) -> int:
        """How many days it spans, at least one."""
        return (self.end - self.start).days + 1


def marks_of(facts: Iterable[Fact], articles: Mapping[str, Article]) -> tuple[list[Mark], int]:
    """The marks of facts in time and text order, and how many groups have no place in time.

    A fact without a date of its own stands on its article's publication date; where that is
    unknown too, or where its sentence counts years, it has no place on a line of time.
    """
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault((fact.article_id, fact.fact_group), []).append(fact)
    marks, undated = [], 0
    for group in groups.values():
        dated = [fact for fact in group if fact.when_start and fact.when_end]
        article = articles.get(group[0].article_id)
        own = article is not None and article.provisional
        if dated:
            start = min(fact.when_start for fact in dated if fact.when_start)
            end = max(fact.when_end for fact in dated if fact.when_end)
            marks.append(Mark(tuple(group), start, end, dated=True, provisional=own))
        elif article and article.published and not any(map(counts_years, group)):
            day = article.published
            marks.append(Mark(tuple(group), day, day, dated=False, provisional=own))
        else:
            undated += 1
    return sorted(marks, key=lambda mark: (mark.start, mark.end)), undated


def mark_label(fact: Fact, length: int = LABEL_LENGTH) -> str:
    """A few words beside a mark, plain text: the number, or who and where or what they judge.

    The kind is left out, because marks stand in lanes of their kind.
    """
    if number := amount(fact):
        words = f"{number} {_done(fact)}".strip()
        if fact.hedged:  # doubt before destination, where there is no room for both
            words = f"{number} {words_done().get(fact.action, '')}".strip() + f", {hedge(fact)}"
        return shorten(capitalised(words), length)
    who = short_name(fact.actor) if fact.actor else (fact.who or "")
    # "Tajikistan" need not be added to what the Tajik government does.
    home = (fact.actor or "").partition("-")[0].upper()
    places = [label(code) for code in fact.places if code != home]
    more = f" +{len(places) - 1}" if len(places) > 1 else ""
    where = words_judged().get(fact.action) or (f"{places[0]}{more}" if places else "")
    return shorten(capitalised(" · ".join(part for part in (who, where) if part)), length)


def footnoted(mark: Mark, text: str) -> str:
    """A mark's label with the sign of this session, where it needs one."""
    return f"{text} {SESSION_SIGN}" if mark.provisional else text


def short_name(actor: str) -> str:
    """An actor in few words: a government by its country, others by their shortest long name."""
    country, _, body = actor.partition("-")
    if body == "government" and country.upper() in lexicon.countries():
        return label(country.upper())
    name = label(actor)
    known = lexicon.actors().get(actor)
    return min(known.names, key=len) if known and len(name) > _LONG_NAME else name


def _done(fact: Fact) -> str:
    if fact.of:
        ground = counted_ground(fact)
        return f"of {ground.noun}" if ground else f"of {label(fact.of)}"
    words = fate(fact) or words_done().get(fact.action, "")
    if fact.destination:
        return f"{words} to {label(fact.destination)}".strip()
    return f"{words}, {label(fact.places[0])}".removeprefix(", ") if fact.places else words
