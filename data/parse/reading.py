"""Reading: a sentence with everything found in it, each part worked out when first asked for."""

from __future__ import annotations

import bisect
import datetime as dt
import operator
import re
import weakref
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from data.lexicon.counting import NounClass, Verb
from data.parse.calendar.moment import Days, Sought
from data.parse.calendar.patterns import may_hold_time
from data.parse.calendar.times import TimeExpression, find_times
from data.parse.clauses import Clause, split_clauses
from data.parse.lazy import lazy
from data.parse.names.actor_mention import ActorMention
from data.parse.names.actors import find_actors, may_stand_in, resolve_anaphora
from data.parse.names.borders import Border, find_borders, may_be_border
from data.parse.names.gazetteer import NO_NAMES, Names, look_up, may_name
from data.parse.names.places import Place, find_places
from data.parse.numbers.left_alone import left_alone
from data.parse.numbers.numerals import may_hold_number
from data.parse.numbers.ones import counting_ones
from data.parse.numbers.quantities import find_quantities
from data.parse.numbers.quantity import Quantity
from data.parse.text.sentence import Sentence
from data.parse.verbs import find_event_verbs, find_verbs
from data.parse.words.nouns import find_nouns
from data.parse.words.phrases import Match, Payload, PhraseMatcher
from data.parse.words.tokens import Token, norms_of

if TYPE_CHECKING:
    from data.parse.readings import Readings

_end = operator.attrgetter("end")
_DIGIT = re.compile(r"\d")


class Reading:
    """One sentence, its words and the names, numbers, times and verbs found in them.

    Attributes:
        whole: All sentences of the article; they hold this one, it does not hold them, so that all
            go as soon as the article is read.
        article: The article.
        text: The whole article's text, which all offsets refer to.
        sentence: The sentence.
        at: Its index among the article's sentences.
    """

    def __init__(self, readings: Readings, sentence: Sentence, at: int) -> None:
        """Take the sentence with index ``at`` of an article."""
        self.whole: Readings = weakref.proxy(readings)
        self.article = readings.article
        self.text = readings.article.text
        self.sentence = sentence
        self.at = at

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words and signs."""
        return self.sentence.tokens

    @lazy
    def lower(self) -> list[str]:
        """The ``norm`` of each of its words and signs, for a look at several at once."""
        return norms_of(self.tokens)

    @lazy
    def norms(self) -> frozenset[str]:
        """Its words and signs in lower case, to tell at once which it does not have."""
        return frozenset(self.lower)

    def lacks(self, phrases: PhraseMatcher[Any]) -> bool:
        """Whether it lacks the words that phrases of a list begin with, or those they end with."""
        norms = self.norms
        return phrases.first_words.isdisjoint(norms) or phrases.last_words.isdisjoint(norms)

    @lazy
    def _found(self) -> dict[PhraseMatcher[Any], Sequence[Match[Any]]]:
        return {}

    def find(self, phrases: PhraseMatcher[Payload]) -> Sequence[Match[Payload]]:
        """Where phrases of a list stand in it; searched once, as each of its numbers asks again."""
        found = self._found.get(phrases)
        if found is None:
            lacking = self.lacks(phrases)
            found = () if lacking else phrases.find(self.tokens, self.lower)
            self._found[phrases] = found
        return found

    def has(self, phrases: PhraseMatcher[Any]) -> bool:
        """Whether any phrase of a list stands in it."""
        return bool(self.find(phrases))

    @lazy
    def known_names(self) -> Names:
        """Names of any list, before it is told what they stand for."""
        if may_name(self.word_set) or self._has_digits:  # "Kabul1": a note's number is no word
            return look_up(self.tokens, self.lower)
        return NO_NAMES

    @lazy
    def names(self) -> list[Place]:
        """Places it names."""
        if not self.known_names.places:
            return []
        return find_places(self.tokens, self.whole.supported, self.known_names)

    @lazy
    def named_actors(self) -> list[ActorMention]:
        """Who can act or speak, by name."""
        if self.known_names is NO_NAMES:
            return []
        return find_actors(self.tokens, self.known_names, self.names, self.text)

    @lazy
    def _resolved(self) -> tuple[list[ActorMention], list[Place]]:
        named = self.named_actors, self.names
        if not may_stand_in(self.word_set):
            return named
        return resolve_anaphora(self.tokens, self.norms, *named, self._actors_before)

    def _actors_before(self) -> Iterator[ActorMention]:
        return self.whole.actors_before(self.at)

    @lazy
    def actors(self) -> list[ActorMention]:
        """Who can act or speak, stand-ins such as "he" included."""
        return self._resolved[0]

    @lazy
    def places(self) -> list[Place]:
        """Places it names or stands in for."""
        return self._resolved[1]

    @lazy
    def borders(self) -> list[Border]:
        """Borders of two countries."""
        return find_borders(self.tokens, self.places) if may_be_border(self.word_set) else []

    @lazy
    def times(self) -> list[TimeExpression]:
        """Calendar expressions."""
        if not may_hold_time(self.word_set):
            return []
        sentence, published = self.sentence, self.article.published
        before, written = self._days_before, self._day_of_writing
        return find_times(self.text, sentence.start, sentence.end, published, before, written)

    def _days_before(self, sought: Sought) -> Days | None:
        return self.whole.days_before(self.at, sought)

    def _day_of_writing(self) -> dt.date | None:
        return self.whole.day_of_writing(self.at)

    @lazy
    def verbs(self) -> list[Match[str]]:
        """Verbs the lexicon knows, of any list; the payload is the lemma."""
        return find_verbs(self.tokens, self.lower)

    @lazy
    def events(self) -> list[Match[Verb]]:
        """Verbs that say what happened to what is counted."""
        return find_event_verbs(self.tokens, self.lower)

    @lazy
    def nouns(self) -> dict[int, Match[NounClass]]:
        """Countable nouns the lexicon knows, by the index of their first token."""
        return {match.first: match for match in find_nouns(self.tokens, self.lower)}

    @lazy
    def word_set(self) -> frozenset[str]:
        """Its words, in lower case."""
        return self.sentence.words

    @property
    def words_before(self) -> frozenset[str]:
        """The words of the sentence before it."""
        return self.whole[self.at - 1].word_set if self.at else frozenset()

    @property
    def article_topic(self) -> str | None:
        """Kind of fact that the people of the article are counted as, if it has a clear one."""
        return self.whole.themes.topic

    @lazy
    def countable_starts(self) -> frozenset[int]:
        """Indexes of the first tokens of words for people and things that can be counted."""
        peoples = [place.first for place in self.names if place.via == "demonym"]
        return frozenset((*self.nouns, *peoples))

    @lazy
    def verb_starts(self) -> frozenset[int]:
        """Indexes of the first tokens of its verbs."""
        return frozenset([verb.first for verb in self.verbs])

    @lazy
    def verb_tokens(self) -> frozenset[int]:
        """Indexes of the tokens of its verbs."""
        return frozenset([i for verb in self.verbs for i in range(verb.first, verb.stop)])

    @lazy
    def figure_starts(self) -> frozenset[int]:
        """Indexes of the first tokens of its numbers, qualifiers included, and of its dates."""
        return frozenset(self.date_starts | {quantity.outer_first for quantity in self.quantities})

    @lazy
    def date_starts(self) -> frozenset[int]:
        """Indexes of the first tokens of its dates."""
        return frozenset(self.index_at(time.start) for time in self.times)

    @lazy
    def quantity_stops(self) -> dict[int, int]:
        """Where each of its numbers stops, by where it starts, qualifiers included."""
        return {quantity.outer_first: quantity.outer_stop for quantity in self.quantities}

    @lazy
    def place_starts(self) -> dict[int, int]:
        """Where each place it names stops, by where it starts."""
        return {place.first: place.stop for place in self.names}

    @lazy
    def place_stops(self) -> dict[int, int]:
        """Where each place it names starts, by where it stops."""
        return {place.stop: place.first for place in self.names}

    @lazy
    def demonym_stops(self) -> frozenset[int]:
        """Indexes one past each word for a people: "Afghans", "Britons"."""
        return frozenset(place.stop for place in self.names if place.via == "demonym")

    @lazy
    def peoples(self) -> frozenset[int]:
        """Indexes one past each word for several people of a country: "Afghans", "Britons"."""
        return frozenset(
            place.stop
            for place in self.names
            if place.via == "demonym"
            and place.stop == place.first + 1
            and self.tokens[place.first].norm.endswith(("s", "men"))
        )

    @lazy
    def quantities(self) -> list[Quantity]:
        """Number expressions, dates left out."""
        if not self.may_count:
            return []
        return find_quantities(self.tokens, self.times, self.verbs, counting_ones(self))

    @lazy
    def left_alone(self) -> dict[int, str]:
        """Why numbers that count nothing are left alone, by where they start: "C-17", "aged 30"."""
        return left_alone(
            self.text, self.tokens, self.quantities, self.verb_starts, self.countable_starts
        )

    @lazy
    def counting(self) -> list[Quantity]:
        """Its number expressions without those that count nothing."""
        return [q for q in self.quantities if q.first not in self.left_alone]

    @lazy
    def may_count(self) -> bool:
        """Whether anything in it looks like a number."""
        return self._has_digits or may_hold_number(self.word_set)

    @lazy
    def _has_digits(self) -> bool:
        return _DIGIT.search(self.text, self.sentence.start, self.sentence.end) is not None

    @lazy
    def clauses(self) -> list[Clause]:
        """Its clauses, covering every token."""
        return split_clauses(self.tokens, self.lower)

    @lazy
    def _clause_at(self) -> list[Clause]:
        found: list[Clause] = []
        for clause in self.clauses:
            found += [clause] * (clause.stop - clause.first)
        return found

    def clause_of(self, index: int) -> Clause:
        """The clause a token belongs to."""
        return self._clause_at[index]

    def words(self, first: int, stop: int) -> str:
        """The text from one token up to another."""
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def span(self, quantity: Quantity) -> tuple[int, int]:
        """Offsets of a number expression in the article's text."""
        return self.tokens[quantity.first].start, self.tokens[quantity.stop - 1].end

    def index_at(self, offset: int) -> int:
        """Index of the first token that ends after an offset."""
        tokens = self.tokens
        return min(bisect.bisect_right(tokens, offset, key=_end), len(tokens) - 1)
