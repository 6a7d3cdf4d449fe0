"""Corpus of a store: all of it in memory, for stores no larger than the catalogue's corpus."""

from __future__ import annotations

import json
from pathlib import Path

from data.corpus import Corpus
from data.errors import InputError
from data.store.reading import Store
from data.store.record import ERRORS
from data.store.schema import ARTICLES


def read_store(path: Path) -> Corpus:
    """All articles and facts of a store, in its order.

    Raises:
        InputError: If it is no store, of another schema, or damaged.
    """
    store = Store(path)
    try:
        articles = {found.article_id: found for found in store.articles(columns=ARTICLES.names)}
        facts = {fact.fact_id: fact for fact in store.fact_objects()}
    finally:
        store.close()
    return Corpus(articles, facts, unread(path))


def unread(path: Path) -> tuple[InputError, ...]:
    """What could not be read when a store was built.

    Raises:
        InputError: If the store does not say it.
    """
    try:
        lines = (path / ERRORS).read_text("utf-8").splitlines()
        return tuple(InputError(**json.loads(line)) for line in lines)
    except (OSError, ValueError, TypeError) as error:
        raise InputError(path / ERRORS, f"cannot be read ({error})", "Build it again.") from error
