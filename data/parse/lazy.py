"""Lazy: what is worked out when it is first asked for, and kept as long as its object."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Owner = TypeVar("Owner")
Part = TypeVar("Part")
Value = TypeVar("Value")

_UNKNOWN: Any = object()


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


def remembered(work_out: Callable[[Owner], Value]) -> Callable[[Owner], Value]:
    """Keep what a function works out about an object in that object, and nowhere else.

    For what a later stage finds out about a sentence or an article more than once. It goes when
    the object goes: a cache of the process would keep the text of an article that a visitor added.
    """
    key = f"{work_out.__module__}.{work_out.__qualname__}"

    @functools.wraps(work_out)
    def look_up(owner: Owner) -> Value:
        kept: dict[str, Any] = owner.__dict__
        value: Value = kept.get(key, _UNKNOWN)
        if value is _UNKNOWN:  # two times in five, when an exception would cost more
            value = kept[key] = work_out(owner)
        return value

    return look_up


def remembered_of_last(
    work_out: Callable[[Owner, Part], Value],
) -> Callable[[Owner, Part], Value]:
    """Keep in an object what a function worked out about the part of it that was asked of last.

    For what many rules ask of a claim in turn, before they go on to the next claim.
    """
    key = f"{work_out.__module__}.{work_out.__qualname__}"

    @functools.wraps(work_out)
    def look_up(owner: Owner, part: Part) -> Value:
        kept: dict[str, Any] = owner.__dict__
        last: tuple[Part, Value] | None = kept.get(key)
        if last is None or last[0] is not part:
            last = kept[key] = part, work_out(owner, part)
        return last[1]

    return look_up
