"""What must hold for the facts of any text."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data import lexicon
from data.article import Article
from data.fact import Fact, from_json, to_json
from data.parse import extract

PUBLISHED = dt.date(2021, 7, 9)

NEUTRAL = "\nThe trees along the quiet road were old, and nobody looked at them for a while."
"""A paragraph that states nothing, names nobody and is tied to no day.

It opens with a capital: one in small letters would go on with a text that breaks off in a line.
"""


def article_of(text: str, published: dt.date | None = PUBLISHED) -> Article:
    """An article with nothing known but its text and its day."""
    return Article(article_id="a", text=text, title="", published=published)


class Checked(NamedTuple):
    """What came of reading a text.

    Attributes:
        facts: Its facts.
        seconds: Processor time of finding them.
        problems: What is wrong with them; an exception is one of them.
    """

    facts: Sequence[Fact]
    seconds: float
    problems: Sequence[str]


def check(text: str, published: dt.date | None = PUBLISHED) -> Checked:
    """Read a text and look for what cannot be."""
    article = article_of(text, published)
    began = time.process_time()
    try:
        facts = extract(article)
        seconds = time.process_time() - began
        found = [*broken(text, facts)]
        if text.endswith("\n"):  # only a line that is over may be a headline
            found += changed_by_what_follows(text, facts, published)
    except Exception as error:  # whatever it is, it is a finding
        return Checked((), 0.0, [f"{type(error).__name__}: {error}"])
    return Checked(facts, seconds, found)


def problems(text: str, published: dt.date | None = PUBLISHED) -> Sequence[str]:
    """What is wrong with the facts of a text."""
    return check(text, published).problems


def broken(text: str, facts: Sequence[Fact]) -> Iterator[str]:
    """Spans, order, bounds, codes and ids that cannot be."""
    starts = [fact.start for fact in facts]
    if starts != sorted(starts):
        yield f"facts are out of order: {starts}"
    ids = {fact.fact_id for fact in facts}
    if len(ids) != len(facts):
        yield "two facts share an id"
    for fact in facts:
        yield from (f"{fact.fact_id}: {problem}" for problem in _broken_fact(text, fact))
        if fact.fact_group not in ids:
            yield f"{fact.fact_id}: the group {fact.fact_group} is no fact"


def _broken_fact(text: str, fact: Fact) -> Iterator[str]:
    if text[fact.sentence_start : fact.sentence_end] != fact.quote:
        yield "the quote is not what stands there"
    if not text[fact.start : fact.end].strip():
        yield "the span is blank"
    if fact.kind not in lexicon.kinds():
        yield f"the kind {fact.kind!r} is not listed"
    if fact.value is not None and any(
        bound is not None and (fact.value - bound) * side < 0
        for bound, side in ((fact.low, 1), (fact.high, -1))
    ):
        yield f"the value {fact.value} is outside {fact.low} to {fact.high}"
    if any(number is not None and number < 0 for number in (fact.value, fact.low, fact.high)):
        yield "a count is negative"
    if from_json(to_json(fact)) != fact:
        yield "its JSON does not lead back to it"


def changed_by_what_follows(
    text: str, facts: Sequence[Fact], published: dt.date | None
) -> Iterator[str]:
    """A paragraph without facts and names changes nothing that stands before it."""
    if extract(article_of(text + NEUTRAL, published)) != list(facts):
        yield "a neutral paragraph behind the text changes its facts"
