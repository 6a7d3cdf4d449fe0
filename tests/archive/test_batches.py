"""Batches: all articles once, in order, and mostly the same ones after a change."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from data.intake.ids import article_id_of
from data.store.batch import cut
from data.store.schema import ARTICLES, FACTS, article_of, article_row
from tests.archive.molds import made

NAMES = st.lists(st.text(min_size=1, max_size=20), unique=True, max_size=200)
FILES = st.from_regex(
    r"(?:[a-z0-9-]{1,3}/){0,2}[a-zA-Z0-9é -]{1,4}\.(?:txt|md|html)", fullmatch=True
)


@given(NAMES, st.integers(1, 50))
def test_batches_joined_are_what_was_cut(names: list[str], size: int) -> None:
    batches = list(cut(names, str, size))
    assert [name for batch in batches for name in batch] == names
    assert all(0 < len(batch) <= 4 * size for batch in batches)


@given(NAMES, st.integers(1, 20), st.data())
def test_one_article_more_changes_few_batches(
    names: list[str], size: int, data: st.DataObject
) -> None:
    """Batches before it stay; so do those after the next name that begins one."""
    at = data.draw(st.integers(0, len(names)))
    before = {tuple(batch) for batch in cut(names, str, size)}
    after = {
        tuple(batch) for batch in cut([*names[:at], "one more article", *names[at:]], str, size)
    }
    untouched = {batch for batch in before if all(name in names[:at] for name in batch)}
    assert len(untouched - after) <= 1


def test_changes_stay_local_in_a_large_archive() -> None:
    names = [f"{number:05}" for number in range(20_000)]
    before = {tuple(batch) for batch in cut(names, str, 20)}
    chance = random.Random(4)  # noqa: S311 - no secret
    for at in chance.sample(range(20_000), 10):
        names.insert(at, f"more-{at}")
    after = {tuple(batch) for batch in cut(names, str, 20)}
    assert len(before - after) <= 30
    assert len(before) > 700


@given(st.lists(FILES, unique=True, max_size=30))
def test_ids_of_files_are_unique_and_can_stand_in_links(names: list[str]) -> None:
    ids = [article_id_of(name) for name in names]
    assert len(set(ids)) == len(ids)
    assert all(set(one) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in ids)


def test_an_article_comes_back_from_its_row() -> None:
    for one in made(10):
        row = article_row(one.article, "0" * 64, 3)
        assert article_of({name: row.get(name) for name in ARTICLES.names}) == one.article
    assert len(FACTS.names) == len(set(FACTS.names))
