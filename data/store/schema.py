"""Schema: which columns a store's tables have, and articles and facts as their rows."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from data.article import Article, Brief
from data.corrections import Review, corrections_toml, parse_corrections
from data.fact import DTYPES, FIELDS, Fact

SCHEMA_VERSION: Final = 2
"""Raised when the tables or the manifest change in a way that older readers would misread."""

_ARROW: Final[Mapping[str, pa.DataType]] = {
    "str": pa.string(),
    "Float64": pa.float64(),
    "int64": pa.int64(),
    "bool": pa.bool_(),
    "datetime64[s]": pa.date32(),
    "object": pa.list_(pa.string()),
}
"""Arrow types by the dtypes of :mod:`data.fact`."""

FACTS: Final = pa.schema(
    [
        *((name, _ARROW[DTYPES[name]]) for name in FIELDS),
        ("published", pa.date32()),  # of its article: what was known on a day needs no join
    ]
)
"""Columns of facts: the fields of :class:`data.fact.Fact`, and when its article was published."""

_PLAIN: Final = (
    "article_id",
    "text",
    "title",
    "publisher",
    "author",
    "url",
    "published_basis",
    "licence",
    "sha256",
    "file",
)
_BRIEF: Final = tuple(field.name for field in dataclasses.fields(Brief))

ARTICLES: Final = pa.schema(
    [
        *((name, pa.string()) for name in _PLAIN),
        ("published", pa.date32()),
        ("marks", pa.list_(pa.int64())),
        (
            "brief",
            pa.struct([(n, pa.date32() if n == "checked_on" else pa.string()) for n in _BRIEF]),
        ),
        ("corrections", pa.string()),
        ("source_digest", pa.string()),
        ("facts", pa.int64()),
    ]
)
"""Columns of articles: those of :class:`data.article.Article`; what they were read from; how many
facts they tell. ``marks`` are the spans' ends in order, ``corrections`` the review as TOML."""


def facts_table(facts: Sequence[Fact], published: Sequence[dt.date | None]) -> pa.Table:
    """Facts as a table, one row a fact in the order given.

    Args:
        facts: The facts.
        published: For each, when its article was published.
    """
    columns = [
        pa.array([getattr(fact, name) for fact in facts], FACTS.field(name).type) for name in FIELDS
    ]
    return pa.table([*columns, pa.array(published, pa.date32())], schema=FACTS)


def article_row(article: Article, source_digest: str, facts: int) -> dict[str, Any]:
    """An article as a row of :data:`ARTICLES`."""
    row: dict[str, Any] = {name: getattr(article, name) for name in _PLAIN}
    review = article.review
    return row | {
        "published": article.published,
        "marks": [end for mark in article.marks for end in mark],
        "brief": dataclasses.asdict(article.brief) if article.brief else None,
        "corrections": corrections_toml(review.corrections) if review else None,
        "source_digest": source_digest,
        "facts": facts,
    }


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row; a column that was not asked for is as if it were not known."""
    marks = row.get("marks") or ()
    brief = row.get("brief")
    values: dict[str, Any] = {name: row.get(name) for name in _PLAIN}
    for required in ("text", "title", "sha256"):
        values[required] = values[required] or ""
    return Article(
        **values,
        published=row.get("published"),
        marks=tuple(zip(marks[::2], marks[1::2], strict=True)),
        brief=Brief(**brief) if brief else None,
        review=_review(row),
    )


def fact_of(row: Mapping[str, Any]) -> Fact:
    """The fact of a row with all fields."""
    values = {name: row[name] for name in FIELDS}
    for name in FIELDS:
        if DTYPES[name] == "object":
            values[name] = tuple(values[name])
    return Fact(**values)


def _review(row: Mapping[str, Any]) -> Review | None:
    toml = row.get("corrections")
    if toml is None:
        return None
    where = f"corrections of {row['article_id']}"
    return dataclasses.replace(parse_corrections(toml.encode(), Path(where)), where=where)
