"""Readings: the sentences of an article, and what is told of them only together."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import weakref
from collections.abc import Collection, Iterator, Sequence

from data.article import Article
from data.parse.calendar.mentioned import day_of_writing, last_mentioned
from data.parse.calendar.moment import Days, Sought
from data.parse.calendar.times import TimeExpression
from data.parse.lazy import lazy
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import has_people
from data.parse.names.gazetteer import words_beyond_doubt
from data.parse.names.places import strong_names
from data.parse.reading import Reading
from data.parse.text.sentences import split_sentences
from data.parse.text.stacked import join_figures
from data.parse.text.wrapped import unwrapped
from data.parse.topics import Themes, find_themes

_WORD = re.compile(r"\w+(?:-\w+)*")

_MEMORY = 6
"""How many sentences back a stand-in ("he", "the country") may refer."""

_RECENT = 3
"""Sentences back in which "a day earlier" finds the day it is counted from."""

_OPENING = 3
"""Sentences among which the dateline is: it may follow a headline, or what stands above one."""

_OF_NUMBERS = ("tokens", "lower", "times", "verbs", "quantities")
"""What is asked of any sentence that may have a number."""

_OF_COUNTS = ("known_names", "names", "nouns", "events", "clauses", "named_actors", "actors")
"""What is asked of any sentence that has one."""


class _StrongNames(Collection[str]):
    """What an article names beyond doubt, looked up when a doubtful name first asks for it."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._known: dict[object, bool] = {}

    @lazy
    def _codes(self) -> frozenset[str]:
        return strong_names(reading.known_names for reading in self._readings)

    def __contains__(self, code: object) -> bool:
        if code not in self._known:
            words = words_beyond_doubt().get(str(code), frozenset())
            self._known[code] = any(
                code in strong_names([reading.known_names])
                for reading in self._readings
                if not words.isdisjoint(reading.word_set)
            )
        return self._known[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


class Readings(list[Reading]):
    """The sentences of an article, in order; none is read before it is needed.

    Attributes:
        article: The article.
        sentences: Its sentences.
    """

    def __init__(self, article: Article) -> None:
        """Cut an article into sentences."""
        self.article = article
        self.sentences = join_figures(split_sentences(article.text))
        super().__init__(Reading(self, sentence, at) for at, sentence in enumerate(self.sentences))
        self._times: list[Sequence[TimeExpression]] = []

    def read_ahead(self) -> None:
        """Work out what sentences with numbers will be asked for, one thing after another."""
        counting = [reading for reading in self if reading.may_count]
        for name in _OF_NUMBERS:
            for reading in counting:
                getattr(reading, name)
        telling = [reading for reading in counting if reading.quantities]
        for name in _OF_COUNTS:
            for reading in telling:
                getattr(reading, name)

    @lazy
    def supported(self) -> Collection[str]:
        """Countries and provinces that the article names by a name that means nothing else."""
        return _StrongNames(weakref.proxy(self))

    @lazy
    def themes(self) -> Themes:
        """What the article is about."""
        words = set(self.article.text.lower().split())
        plain = {word for word in words if word.isalnum()}  # five in six; a search takes thrice
        return find_themes(plain.union(_WORD.findall(" ".join(words - plain))))

    def days_before(self, at: int, sought: Sought = "days") -> Days | None:
        """The days that the few sentences before one mention last.

        Each may count from those before it in turn. They are dated from the first on, so that
        not every one waits for the one before, however long the article.
        """
        while len(self._times) < at:
            self._times.append(self[len(self._times)].times)
        near = self._times[max(0, at - _RECENT) : at]
        return last_mentioned(self.article, near, sought)

    def day_of_writing(self, at: int) -> dt.date | None:
        """The day of the dateline that opens the article, before a sentence."""
        days = (day_of_writing(reading.times) for reading in self[: min(at, _OPENING)])
        return next((day for day in days if day is not None), None)

    def actors_before(self, at: int) -> Iterator[ActorMention]:
        """Actors named in the sentences before one, the last one first.

        Behind "X's advisers" nobody can tell whether X is "he", where another person is named too.
        """
        near = self[max(0, at - _MEMORY) : at]
        unsure = False
        for reading in reversed(near):
            for actor in reversed(reading.named_actors):
                if actor.type == "person" and not unsure:
                    unsure = has_people(reading.tokens, actor) and _names_another(near, actor)
                if actor.type != "person" or not unsure:
                    yield actor


def _names_another(near: Sequence[Reading], person: ActorMention) -> bool:
    return any(
        actor.type == "person" and actor.code != person.code
        for reading in near
        for actor in reading.named_actors
    )


def read_article_text(article: Article) -> Readings:
    """Every sentence of an article, in order, with stand-ins resolved across sentences."""
    prose = unwrapped(article.prose)
    if article.marks or prose is not article.text:
        article = dataclasses.replace(article, text=prose, marks=())  # same offsets
    return Readings(article)
