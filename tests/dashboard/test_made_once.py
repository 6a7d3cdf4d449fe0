"""Things are made once, kept within limits, and no error is kept."""

from __future__ import annotations

import itertools
import math
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.admission import Admission, Busy
from dashboard.made_once import MadeOnce


def in_bytes(most: int, *, largest: float = math.inf) -> MadeOnce[bytes]:
    return MadeOnce(most, size=len, largest=largest)


def never() -> bytes:
    raise AssertionError("made again")


def test_a_file_is_made_once() -> None:
    cache = in_bytes(100)
    assert cache.get("a", lambda: b"file") == b"file"
    assert cache.get("a", never) == b"file"
    assert cache.get(("a", 1), lambda: b"other") == b"other"


def test_the_file_unused_longest_goes_first() -> None:
    cache = in_bytes(6, largest=6)
    for key in "abc":
        cache.get(key, lambda: b"xx")
    cache.get("a", never)
    cache.get("d", lambda: b"xx")
    for key in "acd":
        cache.get(key, never)
    assert cache.get("b", lambda: b"again") == b"again"


def test_a_large_file_is_handed_out_and_pushes_nothing_out() -> None:
    cache = in_bytes(10, largest=4)
    cache.get("small", lambda: b"x")
    assert cache.get("large", lambda: b"xxxxx") == b"xxxxx"
    assert cache.get("large", lambda: b"made again") == b"made again"
    assert cache.get("small", never) == b"x"


def test_threads_that_ask_for_the_same_file_wait_for_one_of_them() -> None:
    cache, made, may_end = in_bytes(100), [], threading.Event()

    def make() -> bytes:
        made.append(1)
        may_end.wait(10)
        return b"file"

    with ThreadPoolExecutor(8) as threads:
        results = [threads.submit(cache.get, "a", make) for _ in range(8)]
        assert cache.get("c", lambda: b"c") == b"c", "another key need not wait"
        may_end.set()
        assert {result.result() for result in results} == {b"file"}
    assert made == [1]


def test_without_a_size_they_are_counted() -> None:
    cache = MadeOnce[bytes](2)
    for key in "abc":
        cache.get(key, lambda: b"as long as you like")
    assert cache.size == 2
    cache.get("b", never)


def test_no_more_wait_than_may() -> None:
    began, may_end = threading.Event(), threading.Event()
    cache: MadeOnce[bytes] = MadeOnce(9, waiting=Admission(1, 1))

    def make() -> bytes:
        began.set()
        may_end.wait(10)
        return b"file"

    with ThreadPoolExecutor(8) as threads:
        first = threads.submit(cache.get, "a", make)
        assert began.wait(10)
        others = [threads.submit(cache.get, "a", never) for _ in range(7)]
        refused = list(itertools.islice(as_completed(others), 6))
        may_end.set()
        assert [type(other.exception()) for other in refused] == [Busy] * 6
        assert first.result() == b"file"
    with ThreadPoolExecutor(8) as threads:
        kept = [threads.submit(cache.get, "a", never) for _ in range(50)]
        assert {each.result() for each in kept} == {b"file"}, "what is kept is nothing to wait for"


def test_an_error_reaches_all_who_wait_and_is_not_kept() -> None:
    cache, may_end = in_bytes(100), threading.Event()

    def fail() -> bytes:
        may_end.wait(10)
        raise OSError("no")

    with ThreadPoolExecutor(4) as threads:
        results = [threads.submit(cache.get, "a", fail) for _ in range(4)]
        may_end.set()
        assert [type(result.exception()) for result in results] == [OSError] * 4
    assert cache.get("a", lambda: b"file") == b"file"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12))), st.integers(0, 30))
def test_it_never_holds_more_than_its_limit(asked: list[tuple[int, int]], limit: int) -> None:
    cache = in_bytes(limit, largest=8)
    for key, length in asked:
        given_back = cache.get(key, lambda length=length: b"x" * length)  # type: ignore[misc]
        assert set(given_back) <= set(b"x")
        assert cache.size <= limit


def test_the_maker_may_ask_for_another_file() -> None:
    cache = in_bytes(100)
    assert cache.get("outer", lambda: cache.get("inner", lambda: b"x") + b"y") == b"xy"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_an_interrupted_maker_leaves_nobody_waiting(error: type[BaseException]) -> None:
    cache = in_bytes(100)

    def interrupted() -> bytes:
        raise error

    with pytest.raises(error):
        cache.get("a", interrupted)
    assert cache.get("a", lambda: b"file") == b"file"


def test_who_waits_for_an_interrupted_maker_makes_it() -> None:
    cache, began, may_end = in_bytes(100), threading.Event(), threading.Event()

    def interrupted() -> bytes:
        began.set()
        may_end.wait(10)
        raise SystemExit

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(cache.get, "a", interrupted)
        assert began.wait(10)
        other = threads.submit(cache.get, "a", lambda: b"file")
        may_end.set()
        assert other.result(10) == b"file"
        assert isinstance(first.exception(), SystemExit)
