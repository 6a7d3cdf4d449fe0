"""Work that dies before each of its steps, one after the other."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple
from unittest import mock

_DIED: Final = 9


class Step(NamedTuple):
    """A call that changes something.

    Attributes:
        owner: What has it.
        name: Its name there.
        half: Does half of it, where a process can die in the middle.
    """

    owner: object
    name: str
    half: Callable[..., object] | None = None


def dies_before(number: int, steps: Iterable[Step], work: Callable[[], object]) -> bool:
    """Whether a process that does some work dies when it comes to its nth step, from 0.

    One that has fewer steps has done its work.
    """
    child = os.fork()
    if child == 0:
        gc.freeze()  # to collect what belongs to threads that are not here crashes
        try:
            _count_down(number, steps)
            work()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, _DIED)
    return status == _DIED


def _count_down(number: int, steps: Iterable[Step]) -> None:
    left = number

    def dying(call: Callable[..., object], half: Callable[..., object] | None) -> object:
        def counted(*arguments: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                if half:
                    half(*arguments)
                os._exit(_DIED)
            return call(*arguments, **named)

        return counted

    for owner, name, half in steps:
        mock.patch.object(owner, name, dying(getattr(owner, name), half)).start()
