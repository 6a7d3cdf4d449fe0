"""Rows to learn from: numbers of the development texts, what stands around each, its kind."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Final

from data.article import Article
from data.learnt.kind_weights import KINDS
from data.parse import judged
from data.parse.likelihood.likely_kinds import may_be_another
from data.parse.likelihood.surroundings import Trait, number_traits, sentence_trait, text_trait
from data.parse.readings import read_article_text
from data.parse.text.notices import without_notices
from tests.accuracy.annotation import ANNOTATED_KINDS, TEXTS, AnnotatedText, Span

FIRST_KINDS: Final = TEXTS / "dev" / "first_kinds.jsonl"

OTHER: Final = "other_count"
"""What stands for all kinds that are not told apart here."""


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """A number of an annotated text.

    Attributes:
        kind: As annotated.
        first: What the rules said before anybody had read the text; None where nobody noted it.
        part_of: The set of texts that were measured together; empty likewise.
        may_change: The rules leave open, today as then, whether it is another kind.
        traits: What stands around it.
    """

    kind: str
    first: str | None
    part_of: str
    may_change: bool
    traits: tuple[str, ...]


def digest_of_texts() -> str:
    """SHA-256 of all that is learnt from: the development texts and what is annotated of them."""
    found = hashlib.sha256()
    for file in sorted(FIRST_KINDS.parent.iterdir()):
        content = file.read_bytes()
        found.update(f"{file.name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def rows(texts: Iterable[AnnotatedText]) -> list[Row]:
    """Every number of development texts that is found and annotated, if people may be meant."""
    noted = [json.loads(line) for line in FIRST_KINDS.read_text("utf-8").splitlines()]
    first = {(line["id"], line["start"]): (line["kind"], line["set"]) for line in noted}
    return [
        row
        for text in texts
        for row in _rows(text, first)
        if row.kind in KINDS or row.first in KINDS
    ]


def _rows(text: AnnotatedText, first: dict[tuple[str, int], tuple[str, str]]) -> Iterator[Row]:
    article = Article(article_id=text.text_id, text=text.text, title="", published=text.published)
    readings = read_article_text(without_notices(article))
    found, _ = judged(readings)
    telling = (reading for reading, drafts in zip(readings, found, strict=True) if drafts)
    of_text = text_trait(telling)
    for reading, drafts in zip(readings, found, strict=True):
        for draft in drafts:
            span = Span(reading.tokens[draft.first].start, reading.tokens[draft.stop - 1].end)
            meant = next((each for each in text.numbers if each.overlap(span) > 0), None)
            if meant is None or meant.kind is None:
                continue
            kind, part_of = first.get((text.text_id, span.start), (None, ""))
            now = ANNOTATED_KINDS.get(draft.kind, draft.kind)
            yield Row(
                meant.kind,
                kind,
                part_of,
                may_be_another(reading, draft) or now != kind,
                _named(of_text, sentence_trait(reading), *number_traits(reading, draft)),
            )


def _named(*traits: Trait) -> tuple[str, ...]:
    return tuple(f"{place}={word}" for place, words in traits for word in sorted(words))
