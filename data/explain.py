"""Explanations: what each rule made of each span of a text, and why a number was left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from data import lexicon
from data.article import Article
from data.corrections import Correction
from data.errors import InputError
from data.fact import Fact, plain_number
from data.parse import LeftAlone, judged, read_facts
from data.parse.likelihood.likely_kinds import telling_words
from data.parse.parties.metonymy import stands_for_government
from data.parse.reading import Reading
from data.parse.readings import read_article_text
from data.parse.text.dumps import Reason
from data.parse.text.notices import without_notices
from data.parse.text.sentences import find_dumps
from data.review import reviewed_facts

Sort = Literal["fact", "left alone", "not read", "date", "place", "actor", "border"]

_NO_SENTENCE: Final[Mapping[Reason, str]] = {
    "too-long": "more words than a sentence has",
    "no-words": "figures and signs without a word",
    "cells": "too many short lines, one behind another",
    "repetition": "the same few words again and again",
}


class Explanation(NamedTuple):
    """What became of a span of an article.

    Attributes:
        start: Offset of the first character in the article's text.
        end: Offset one past the last.
        sort: What it was taken for.
        rule: Id of the rule: a lexicon entry, or an exclusion for a number left alone.
        says: What the rule made of it, in words.
        fact_id: The fact, where it became one.
        told_by: Words that speak most for its kind, where no rule settles that.
    """

    start: int
    end: int
    sort: Sort
    rule: str
    says: str
    fact_id: str | None = None
    told_by: tuple[str, ...] = ()


def explain(article: Article) -> list[Explanation]:
    """Everything that was seen in an article, in text order."""
    facts, left_alone = read_facts(article)
    told_by = _told_by_words(article, facts)
    found = [
        *(_of_fact(fact, told_by.get(fact.fact_id, ())) for fact in facts),
        *(_of_left_alone(number) for number in left_alone),
        *(
            Explanation(run.start, run.end, "not read", f"sentences.{reason}", _no_sentence(reason))
            for run, reason in find_dumps(article.text)
        ),
        *(each for reading in read_article_text(article) for each in _of_names(reading)),
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.sort))


def explain_in_words(article: Article) -> Iterator[str]:
    """Lines for people: the article, each sentence in which something was seen, and what it was.

    Below a fact stands what a reviewer made of it.
    """
    published = article.published or "unknown"
    yield f"# {article.article_id} ({article.title}), published: {published}"
    yield from _of_review(article)
    decided = {each.fact: each for each in article.review.corrections} if article.review else {}
    found = explain(article)
    sentences = [reading.sentence for reading in read_article_text(article)]
    dumps = [run for run, _ in find_dumps(article.text)]
    for sentence in sorted([*sentences, *dumps], key=lambda run: run.start):
        inside = [each for each in found if sentence.start <= each.start < sentence.end]
        if not inside:
            continue
        shown = " ".join(article.text[sentence.start : sentence.end].split())
        yield f"{sentence.start}:{sentence.end} {shown}"
        for each in inside:
            yield f"    {each.start}:{each.end} {_words(article, each)}"
            if each.fact_id in decided:
                yield f"        {_decision(decided[each.fact_id])}"


def _of_review(article: Article) -> Iterator[str]:
    """What a reviewer decided about the whole article, and whether the rules still say the same."""
    if article.review is None or not article.review.corrections:
        return
    count = Counter(correction.verdict for correction in article.review.corrections)
    yield (
        f"# a reviewer corrected {count['correct']} and rejected {count['reject']} of its facts; "
        "below each stands what the rules read, then the decision"
    )
    try:
        reviewed_facts(article)
    except InputError as error:
        yield f"# its corrections cannot be used: {error}"


def _decision(correction: Correction) -> str:
    if correction.verdict == "reject":
        return "rejected by a reviewer: it is left out"
    was, now = correction.found.fields, correction.becomes.fields
    changes = (f"{name} {_told(was.get(name))} -> {_told(value)}" for name, value in now.items())
    return f"corrected by a reviewer: {'; '.join(changes)}"


def _told(value: object) -> str:
    """A field's value in words."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, float):
        return f"{plain_number(value):,}"
    return "none" if value is None else str(value)


def _no_sentence(reason: Reason) -> str:
    return f"{_NO_SENTENCE[reason]}; taken for a table, a list or a dump"


def _words(article: Article, seen: Explanation) -> str:
    """What was seen, and what it was; a run that was not read stands above already."""
    words = article.text[seen.start : seen.end] if seen.sort != "not read" else ""
    named = f"{words!r} " if words else ""
    told_by = f" by {', '.join(seen.told_by)}" if seen.told_by else ""
    return f"{named}{seen.sort}: {seen.says} [{seen.rule}{told_by}]"


def _told_by_words(article: Article, facts: Sequence[Fact]) -> dict[str, list[str]]:
    """By fact, the words that told its kind where no rule settles it."""
    told = {fact.start: fact for fact in facts if fact.rule.startswith("words.")}
    if not told:
        return {}
    readings = read_article_text(without_notices(article))
    found = judged(readings)[0]
    telling = [(each, drafts) for each, drafts in zip(readings, found, strict=True) if drafts]
    sentences = [reading for reading, _ in telling]
    return {
        told[start].fact_id: telling_words(sentences, at, draft, told[start].kind)
        for at, (reading, drafts) in enumerate(telling)
        for draft in drafts
        if (start := reading.tokens[draft.first].start) in told
    }


def _of_fact(fact: Fact, told_by: Sequence[str]) -> Explanation:
    parts = [fact.kind, _amount(fact), fact.action]
    labels = {
        "who": fact.who,
        "of": fact.of,
        "places": ", ".join(fact.places),
        "from": fact.origin,
        "to": fact.destination,
        "when": _days(fact),
        "says": fact.attributed_to,
        "carried by": fact.reported_by,
        "same as": fact.fact_group if fact.fact_group != fact.fact_id else None,
    }
    parts += [f"{label} {value}" for label, value in labels.items() if value]
    if fact.hedged:
        parts.append("the text doubts it")
    says = "; ".join(part for part in parts if part)
    return Explanation(fact.start, fact.end, "fact", fact.rule, says, fact.fact_id, tuple(told_by))


def _amount(fact: Fact) -> str:
    if not fact.has_number:
        return ""
    number, low, high = (plain_number(each) for each in (fact.value, fact.low, fact.high))
    if number is None:
        low_end, high_end = ("open" if end is None else f"{end:,}" for end in (low, high))
        return f"{fact.qualifier} {low_end} to {high_end} {fact.unit}"
    hedge = "" if fact.qualifier == "exact" else f"{fact.qualifier} "
    return f"{hedge}{number:,} {fact.unit}"


def _days(fact: Fact) -> str | None:
    if fact.when_start is None:
        return None
    return f"{fact.when_start} to {fact.when_end} ({fact.when_basis})"


def _of_left_alone(number: LeftAlone) -> Explanation:
    reasons = {entry.id: entry.reason for entry in lexicon.exclusions().exclusion}
    rule = f"exclusions.{number.exclusion}"
    return Explanation(number.start, number.end, "left alone", rule, reasons[number.exclusion])


def _of_names(reading: Reading) -> Iterator[Explanation]:
    for time in reading.times:
        days = f"{time.first_day} to {time.last_day}" if time.first_day else "not resolved"
        yield Explanation(time.start, time.end, "date", f"times.{time.rule}", days)
    for place in reading.places:
        yield Explanation(place.start, place.end, "place", f"places.{place.via}", place.code)
    for border in reading.borders:
        yield Explanation(border.start, border.end, "border", "places.border", border.code)
    towns = {
        place.start
        for place in reading.places
        if place.via == "capital" and not stands_for_government(reading, place)
    }
    for actor in reading.actors:
        if actor.start in towns:
            continue  # "in Moscow": the town, not the government that sits there
        stands_for = f" ({actor.words})" if actor.anaphor else ""
        says = f"{actor.code}{stands_for}"
        yield Explanation(actor.start, actor.end, "actor", f"actors.{actor.type}", says)
