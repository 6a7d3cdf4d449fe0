"""Articles that one visitor added, with what they decided about the facts; nobody else's concern.

An :class:`AddedArticles` never changes: every act gives a new one that remembers the one before, so
that anything can be undone. Whoever holds it decides how long it lives.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dashboard.adding.details import Details, Waiting, session_id
from dashboard.adding.redated import redated
from data.article import Article, decode
from data.corpus import Corpus
from data.corrections import Correction, Review
from data.errors import InputError
from data.fact import Fact
from data.review import found_facts, reviewed, with_fields
from data.timing import timed

MOST_ARTICLES: Final = 20
"""Articles that one visitor may have at a time."""

MOST_CHARACTERS: Final = 4_000_000
"""Of all their texts together, and of those together that only undoing brings back."""

MOST_STEPS: Final = 50
"""Acts that can be undone."""


class AlreadyHereError(InputError):
    """Nothing went wrong: what was brought in is here already."""


@dataclasses.dataclass(frozen=True, slots=True)
class Added:
    """An article that a visitor added.

    Attributes:
        article: The article, provisional, with its review.
        found: All its facts as the rules find them, by id.
        facts: Its facts as the review leaves them, by id.
    """

    article: Article
    found: Mapping[str, Fact]
    facts: Mapping[str, Fact]

    @classmethod
    def of(cls, article: Article) -> Added:
        """An article with its facts.

        Raises:
            InputError: If its review does not fit what the rules find.
        """
        with timed("extract", what="article"):
            found = found_facts(article)
        facts = reviewed(found, article.review) if article.review else found
        return cls(article, _by_id(found), _by_id(facts))

    @property
    def corrections(self) -> Mapping[str, Correction]:
        """What was decided, by id of the fact."""
        review = self.article.review
        return {entry.fact: entry for entry in review.corrections} if review else {}

    @property
    def rejected(self) -> tuple[Fact, ...]:
        """The facts that were left out, in text order."""
        return tuple(fact for name, fact in self.found.items() if name not in self.facts)

    @property
    def corrected(self) -> tuple[Fact, ...]:
        """The facts that were corrected, as they are now, in text order."""
        return tuple(fact for fact in self.facts.values() if fact.corrected)

    def described(self, details: Details) -> Added:
        """The same with other details, its facts read again and its decisions kept.

        Raises:
            InputError: If the details cannot be, or a decision would not fit any more.
        """
        article = details.described(self.article)
        now = Added.of(dataclasses.replace(article, review=None))
        return now.decided(redated(self.corrections.values(), self.found, now.found))

    def decided(self, corrections: Iterable[Correction]) -> Added:
        """The same with other decisions, in the order of the text."""
        order = {name: place for place, name in enumerate(self.found)}
        entries = sorted(corrections, key=lambda entry: order.get(entry.fact, len(order)))
        review = Review(f"review of {self.article.article_id}", tuple(entries))
        facts = reviewed(tuple(self.found.values()), review)
        article = dataclasses.replace(self.article, review=review if entries else None)
        return Added(article, self.found, _by_id(facts))


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Something done, and the articles before it.

    Attributes:
        done: What was done, e.g. ``rejected “30”``.
        before: The articles as they were.
        fact: Id of the fact that was decided about, if one was.
        waited: What was added, as it waited before.
    """

    done: str
    before: Mapping[str, Added]
    fact: str | None = None
    waited: tuple[Waiting, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class AddedArticles:
    """All that one visitor added.

    Attributes:
        entries: By article id, in the order of adding.
        steps: What can be undone, the latest last.
    """

    entries: Mapping[str, Added] = dataclasses.field(default_factory=dict)
    steps: tuple[Step, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, with their reviews."""
        return tuple(entry.article for entry in self.entries.values())

    def owner_of(self, fact_id: str | None) -> Added | None:
        """The article that a fact was found in, rejected or not."""
        return next((entry for entry in self.entries.values() if fact_id in entry.found), None)

    def add(self, article: Article, catalogue: Corpus, *, again: bool = False) -> AddedArticles:
        """With one more article.

        Args:
            article: As it was read, with its details.
            catalogue: What everybody sees: what is in it need not be added.
            again: Whether it comes from an archive, whose decisions name facts by its id.

        Raises:
            InputError: If it is here already, cannot be kept as a file, or would be too much.
        """
        # Else an archive of it could not be read back.
        decode(article.text.encode("utf-8", "surrogatepass"), article.title)
        article_id = article.article_id if again else session_id(article)
        self._refuse_double(article, article_id, catalogue)
        self._refuse_too_much(article)
        kept = dataclasses.replace(article, article_id=article_id, provisional=True)
        entries = {**self.entries, kept.article_id: Added.of(kept)}
        return self._after(f"added “{_short(kept.title)}”", entries)

    def in_one_step(
        self, since: AddedArticles, done: str, waited: Iterable[Waiting] = ()
    ) -> AddedArticles:
        """The same articles, as if everything since an earlier state had been one act.

        Args:
            since: The earlier state.
            done: What was done.
            waited: What was added by it, as it waited before.
        """
        step = Step(done, since.entries, waited=tuple(waited))
        return AddedArticles(self.entries, _undoable((*since.steps, step), self.entries))

    def describe(self, article_id: str, details: Details) -> AddedArticles:
        """With other details of an article; its facts are read again, its review stays.

        Raises:
            InputError: If the details cannot be, or a decision would not fit any more.
        """
        changed = self.entries[article_id].described(details)
        done = f"changed the details of “{_short(changed.article.title)}”"
        return self._after(done, {**self.entries, article_id: changed})

    def remove(self, article_id: str) -> AddedArticles:
        """Without an article."""
        left = {name: entry for name, entry in self.entries.items() if name != article_id}
        title = self.entries[article_id].article.title
        return self._after(f"removed “{_short(title)}”", left)

    def reject(self, fact_id: str) -> AddedArticles:
        """With a fact left out."""
        return self._decide(fact_id, Correction.rejecting, "rejected")

    def correct(self, fact_id: str, fields: Mapping[str, object]) -> AddedArticles:
        """With fields of a fact replaced; fields as the rules read them are no correction.

        Raises:
            InputError: If the fact would contradict itself.
        """
        fact = self._owner(fact_id).found[fact_id]
        try:
            correction = Correction.correcting(fact, fields)
            with_fields(fact, fields)
        except ValueError as error:
            said = str(error).removeprefix(f"fact {fact_id}: ")
            raise InputError("the correction", said, "Make the values fit together.") from error
        return self._decide(fact_id, lambda _: correction, "corrected")

    def restore(self, fact_id: str) -> AddedArticles:
        """With a fact as the rules found it."""
        return self._decide(fact_id, lambda _: None, "restored")

    def undo(self) -> AddedArticles:
        """As before the latest step; the same where there is none."""
        if not self.steps:
            return self
        return AddedArticles(self.steps[-1].before, self.steps[:-1])

    def _owner(self, fact_id: str) -> Added:
        owner = self.owner_of(fact_id)
        if owner is None:
            raise InputError("fact", f"{fact_id!r} is not of this session", "Choose another.")
        return owner

    def _decide(
        self, fact_id: str, decision: Callable[[Fact], Correction | None], done: str
    ) -> AddedArticles:
        owner = self._owner(fact_id)
        fact = owner.found[fact_id]
        others = {name: entry for name, entry in owner.corrections.items() if name != fact_id}
        correction = decision(fact)
        if correction == owner.corrections.get(fact_id):
            return self
        changed = owner.decided([*others.values(), *([correction] if correction else [])])
        words = fact.quote[fact.start - fact.sentence_start : fact.end - fact.sentence_start]
        entries = {**self.entries, owner.article.article_id: changed}
        return self._after(f"{done} “{_short(words)}”", entries, fact_id)

    def _after(
        self, done: str, entries: Mapping[str, Added], fact: str | None = None
    ) -> AddedArticles:
        steps = (*self.steps, Step(done, self.entries, fact))
        return AddedArticles(entries, _undoable(steps, entries))

    def _refuse_double(self, article: Article, article_id: str, catalogue: Corpus) -> None:
        for other in (*catalogue.articles.values(), *self.articles):
            if other.text == article.text or other.article_id == article_id:
                where = "this session" if other.provisional else "the catalogue"
                raise AlreadyHereError(
                    f"“{article.title}”", f"is in {where} already", "Open it on the page “Article”."
                )

    def _refuse_too_much(self, article: Article) -> None:
        if len(self.entries) >= MOST_ARTICLES:
            raise InputError(
                f"“{article.title}”",
                f"would be more than {MOST_ARTICLES} articles in one session",
                "Download the archive, then remove some.",
            )
        if sum(len(each.text) for each in (*self.articles, article)) > MOST_CHARACTERS:
            raise InputError(
                f"“{article.title}”",
                f"would make more than {MOST_CHARACTERS:,} characters in one session",
                "Download the archive, then remove some.",
            )


def _undoable(steps: tuple[Step, ...], entries: Mapping[str, Added]) -> tuple[Step, ...]:
    """The latest steps: so many, and only as far as they do not bring back too much.

    A text counts once for each time that facts were read from it: other details of an article have
    them read again, a decision about a fact has not.
    """
    latest, room = steps[-MOST_STEPS:], MOST_CHARACTERS
    held = {id(entry.found) for entry in entries.values()}
    for number, step in enumerate(reversed(latest)):
        for entry in step.before.values():
            if id(entry.found) not in held:
                held.add(id(entry.found))
                room -= len(entry.article.text)
        if room < 0:
            return latest[len(latest) - number :]
    return latest


def with_added(catalogue: Corpus, added: AddedArticles) -> Corpus:
    """What one visitor sees: the catalogue's articles and facts, and those they added."""
    if not added.entries:
        return catalogue
    facts = dict(catalogue.facts)
    for entry in added.entries.values():
        facts |= entry.facts
    own = {article.article_id: article for article in added.articles}
    return dataclasses.replace(catalogue, articles={**catalogue.articles, **own}, facts=facts)


def _by_id(facts: Iterable[Fact]) -> Mapping[str, Fact]:
    return {fact.fact_id: fact for fact in facts}


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else f"{flat[:39].rstrip()}…"
