"""Reading: a sentence with everything found in it, as the later stages need it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from data.article import Article
from data.parse.actors import ActorMention, find_actors, resolve_anaphora
from data.parse.clauses import Clause, find_verbs, split_clauses
from data.parse.phrases import Match
from data.parse.places import Border, Place, find_borders, find_places, strong_countries
from data.parse.quantities import Quantity, find_quantities, unqualified
from data.parse.sentences import Sentence, split_sentences
from data.parse.times import TimeExpression, find_times
from data.parse.tokens import Token


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, its words and the names, numbers, times and verbs found in them.

    Attributes:
        text: The whole article's text, which all offsets refer to.
        sentence: The sentence.
        quantities: Number expressions.
        places: Places it names or stands in for.
        borders: Borders of two countries.
        actors: Who can act or speak.
        times: Calendar expressions.
        verbs: Verbs the lexicon knows; the payload is the lemma.
        clauses: Its clauses, covering every token.
    """

    text: str
    sentence: Sentence
    quantities: Sequence[Quantity]
    places: Sequence[Place]
    borders: Sequence[Border]
    actors: Sequence[ActorMention]
    times: Sequence[TimeExpression]
    verbs: Sequence[Match[str]]
    clauses: Sequence[Clause]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words and signs."""
        return self.sentence.tokens

    def clause_of(self, index: int) -> Clause:
        """The clause a token belongs to."""
        return next(clause for clause in self.clauses if clause.first <= index < clause.stop)

    def words(self, first: int, stop: int) -> str:
        """The text from one token up to another."""
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def index_at(self, offset: int) -> int:
        """Index of the first token that ends after an offset."""
        return next(
            (index for index, token in enumerate(self.tokens) if token.end > offset),
            len(self.tokens) - 1,
        )


def read_article_text(article: Article) -> list[Reading]:
    """Every sentence of an article, in order, with stand-ins resolved across sentences."""
    article = dataclasses.replace(article, text=article.prose, marks=())  # same offsets
    sentences = split_sentences(article.text)
    supported = strong_countries(sentence.tokens for sentence in sentences)
    earlier: list[ActorMention] = []
    readings = []
    for sentence in sentences:
        reading = _read(article, sentence, supported, earlier)
        earlier.extend(reading.actors)
        readings.append(reading)
    return readings


def _read(
    article: Article,
    sentence: Sentence,
    supported: frozenset[str],
    earlier: Sequence[ActorMention],
) -> Reading:
    tokens = sentence.tokens
    named = find_places(tokens, supported)
    actors, places = resolve_anaphora(
        tokens, find_actors(tokens, named, article.text), named, earlier
    )
    times = find_times(article.text, sentence.start, sentence.end, article.published)
    verbs = find_verbs(tokens)
    return Reading(
        text=article.text,
        sentence=sentence,
        quantities=[
            _without_particle(quantity, verbs)
            for quantity in find_quantities(tokens)
            if not any(time.start < quantity.end and quantity.start < time.end for time in times)
        ],
        places=places,
        borders=find_borders(tokens, places),
        actors=actors,
        times=times,
        verbs=verbs,
        clauses=split_clauses(tokens),
    )


def _without_particle(quantity: Quantity, verbs: Sequence[Match[str]]) -> Quantity:
    """The quantity without a qualifier that is the verb's: "handed over 7 bases" is exactly 7."""
    if any(verb.first < quantity.outer_first < verb.stop for verb in verbs):
        return unqualified(quantity)
    return quantity
