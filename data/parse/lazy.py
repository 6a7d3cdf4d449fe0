"""Lazy: a property that is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class lazy(Generic[Owner, Value]):  # noqa: N801 - a decorator, written like property
    """``functools.cached_property`` without its lock.

    Until Python 3.12 that one takes a lock for each value, which costs a sentence as much as
    cutting it into words. A sentence is read by one thread only.
    """

    def __init__(self, work_out: Callable[[Owner], Value]) -> None:
        """Take the method that works the value out."""
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> Self: ...
    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> Value: ...
    def __get__(self, instance: Owner | None, owner: type[Owner]) -> Self | Value:
        """The value, kept in the instance, where it is found at once from then on."""
        if instance is None:
            return self
        kept: dict[str, Any] = instance.__dict__
        value = kept[self._name] = self._work_out(instance)
        return value
