"""Uncollected: what is read without the cyclic garbage collector looking on."""

from __future__ import annotations

import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")


def uncollected(read: Callable[Given, Found]) -> Callable[Given, Found]:
    """Let the cyclic garbage collector rest while a function runs.

    It would look through all of an article's words again and again, a fifth of the time of
    reading it, and find nothing: they are needed to the end, and no cycle holds them then. The
    collector is one for all threads: if another one ends first, it only begins a little early.
    """

    @functools.wraps(read)
    def at_rest(*args: Given.args, **kwargs: Given.kwargs) -> Found:
        if not gc.isenabled():
            return read(*args, **kwargs)
        gc.disable()
        try:
            return read(*args, **kwargs)
        finally:
            gc.enable()

    return at_rest
