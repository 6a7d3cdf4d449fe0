"""Files are made once, kept within limits, and no error is kept."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.images.cache import ByteCache


def never() -> bytes:
    raise AssertionError("made again")


def test_a_file_is_made_once() -> None:
    cache = ByteCache()
    assert cache.get("a", lambda: b"file") == b"file"
    assert cache.get("a", never) == b"file"
    assert cache.get(("a", 1), lambda: b"other") == b"other"


def test_the_file_unused_longest_goes_first() -> None:
    cache = ByteCache(limit_bytes=6, entry_bytes=6)
    for key in "abc":
        cache.get(key, lambda: b"xx")
    cache.get("a", never)
    cache.get("d", lambda: b"xx")
    for key in "acd":
        cache.get(key, never)
    assert cache.get("b", lambda: b"again") == b"again"


def test_a_large_file_is_handed_out_and_pushes_nothing_out() -> None:
    cache = ByteCache(limit_bytes=10, entry_bytes=4)
    cache.get("small", lambda: b"x")
    assert cache.get("large", lambda: b"xxxxx") == b"xxxxx"
    assert cache.get("large", lambda: b"made again") == b"made again"
    assert cache.get("small", never) == b"x"


def test_threads_that_ask_for_the_same_file_wait_for_one_of_them() -> None:
    cache, made, may_end = ByteCache(), [], threading.Event()

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


def test_an_error_reaches_all_who_wait_and_is_not_kept() -> None:
    cache, may_end = ByteCache(), threading.Event()

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
    cache = ByteCache(limit_bytes=limit, entry_bytes=8)
    for key, length in asked:
        given_back = cache.get(key, lambda length=length: b"x" * length)  # type: ignore[misc]
        assert set(given_back) <= set(b"x")
        assert cache.size <= limit


def test_the_maker_may_ask_for_another_file() -> None:
    cache = ByteCache()
    assert cache.get("outer", lambda: cache.get("inner", lambda: b"x") + b"y") == b"xy"


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_an_interrupted_maker_leaves_nobody_waiting(error: type[BaseException]) -> None:
    cache = ByteCache()

    def interrupted() -> bytes:
        raise error

    with pytest.raises(error):
        cache.get("a", interrupted)
    assert cache.get("a", lambda: b"file") == b"file"
