"""Ids that stand in a source twice are found, however many there are."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.store import repeats
from data.store.repeats import Repeats, repeated

NUMBERS = st.integers(-(2**63), 2**63 - 1)


@given(st.lists(NUMBERS | st.integers(-3, 3), max_size=300))
def test_what_stands_there_more_than_once(numbers: list[int]) -> None:
    assert repeated(numbers) == {number for number, times in Counter(numbers).items() if times > 1}


def test_more_than_is_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "_HELD", 3)
    assert repeated([*range(5_000), *range(4_990, 5_010)]) == set(range(4_990, 5_000))


def test_the_first_row_keeps_an_id() -> None:
    known = Repeats(["a", "b", None, "a", None])
    assert [
        known.earlier(name, f"row {row}") for row, name in enumerate(["a", "b", "a", None])
    ] == [
        None,
        None,
        "row 0",
        None,
    ]


def test_ids_that_share_a_hash_are_each_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "hash", lambda _: 7, raising=False)
    known = Repeats(["a", "b"])
    assert [known.earlier("a", "row 1"), known.earlier("b", "row 2")] == [None, None]
