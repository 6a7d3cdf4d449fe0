"""Review: the facts of an article as a reviewer left them."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from data.article import Article
from data.corrections import Correction, Review
from data.errors import InputError
from data.fact import Fact, to_record
from data.lexicon.kind import kinds


def found_facts(article: Article) -> list[Fact]:
    """The facts that the rules find in an article's text."""
    from data.parse import extract  # slow to import, and most who review have read before

    return extract(article)


def reviewed_facts(article: Article) -> list[Fact]:
    """The facts that an article's text claims, less those rejected and with corrections made.

    Raises:
        InputError: If a correction no longer fits what the rules find.
    """
    facts = found_facts(article)
    return reviewed(facts, article.review) if article.review else facts


def reviewed(facts: Sequence[Fact], review: Review) -> list[Fact]:
    """Facts as a review leaves them, in the order given.

    What is told twice is grouped anew: a corrected amount is another claim than before.

    Args:
        facts: All facts of one article as the rules find them.
        review: What was decided about them.

    Raises:
        InputError: If a correction names no fact, or the rules now read its words differently.
    """
    if not review.corrections:
        return list(facts)
    from data.parse.grouping import group_facts  # as above

    decided = _checked(facts, review)
    kept = [
        _corrected(fact, decided.get(fact.fact_id), review)
        for fact in facts
        if fact.fact_id not in decided or decided[fact.fact_id].verdict == "correct"
    ]
    return group_facts([dataclasses.replace(fact, fact_group=fact.fact_id) for fact in kept])


def with_fields(fact: Fact, fields: Mapping[str, Any]) -> Fact:
    """A fact with other values, and with what follows from them.

    Raises:
        ValueError: If the fact would contradict itself.
    """
    changed = dict(fields)
    if {"when_start", "when_end"} & changed.keys():
        dated = changed.get("when_start", fact.when_start) is not None
        changed["when_basis"] = "reviewer" if dated else "none"
    found = to_record(fact)
    before = json.dumps({name: found[name] for name in changed}, ensure_ascii=False)
    corrected = dataclasses.replace(
        fact, **changed, corrected=tuple(fields), corrected_from=before if fields else None
    )
    if {"kind", "unit", "of"} & changed.keys():
        _refuse_unfit(corrected)
    return corrected


def _refuse_unfit(fact: Fact) -> None:
    """Refuse a kind with an amount that it has none of, and a share of nothing."""
    kind = kinds()[fact.kind]
    if not kind.takes(fact.unit):
        units = " or ".join(unit for unit in (kind.unit, *kind.also) if unit)
        has = f"in {units}" if units else "without a number"
        raise ValueError(f"“{kind.label}” is told {has}, and this one in {fact.unit or 'nothing'}")
    if fact.kind == "control_share" and fact.of is None:
        raise ValueError(f"“{kind.label}” does not say what it is a percentage of")


def _checked(facts: Sequence[Fact], review: Review) -> Mapping[str, Correction]:
    found = {fact.fact_id: fact for fact in facts}
    decided: dict[str, Correction] = {}
    for number, correction in enumerate(review.corrections, start=1):
        where = f"{review.where}: correction[{number}]"
        if correction.fact in decided:
            raise InputError(
                f"{where}.fact", f"{correction.fact!r} is decided twice", "Keep one of the two."
            )
        fact = found.get(correction.fact)
        if fact is None:
            raise _not_found(where, correction, facts)
        _check_reading(where, correction, fact)
        decided[correction.fact] = correction
    return decided


def _not_found(where: str, correction: Correction, facts: Iterable[Fact]) -> InputError:
    there = [fact for fact in facts if fact.quote == correction.sentence]
    now = ", ".join(f"{_words(fact)!r} ({fact.fact_id})" for fact in there) or "nothing"
    return InputError(
        f"{where}.fact",
        f"{correction.fact!r} is no longer found: {correction.rule} saw {correction.words!r} in "
        f"{correction.sentence!r}, where the rules now find {now}",
        "Review this sentence again, or remove the correction.",
    )


def _check_reading(where: str, correction: Correction, fact: Fact) -> None:
    """Refuse a correction of something that the rules no longer say."""
    if _words(fact) != correction.words:
        raise InputError(
            f"{where}.words",
            f"{fact.rule} now sees {_words(fact)!r} where {correction.words!r} was reviewed",
            "Review this sentence again, or remove the correction.",
        )
    for name, was in correction.found.fields.items():
        if getattr(fact, name) != was:
            raise InputError(
                f"{where}.found.{name}",
                f"{fact.rule} now reads {getattr(fact, name)!r} where {was!r} was corrected",
                "Review this sentence again, or remove the correction.",
            )


def _words(fact: Fact) -> str:
    return fact.quote[fact.start - fact.sentence_start : fact.end - fact.sentence_start]


def _corrected(fact: Fact, correction: Correction | None, review: Review) -> Fact:
    if correction is None:
        return fact
    try:
        return with_fields(fact, correction.becomes.fields)
    except ValueError as error:
        raise InputError(
            f"{review.where}: {correction.fact}", str(error), "Make the values fit together."
        ) from error
