"""Reaching: asking a file system, and telling a file it does not give from a source gone."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

Answer = TypeVar("Answer")


class SourceGone(Exception):  # noqa: N818 - like KeyboardInterrupt no fault of what is being read
    """The source can no longer be reached: a build stops, and blames no article for it.

    No ``OSError`` or ``InputError``, so that nobody on the way takes it for one file's fault.
    """


class Place(NamedTuple):
    """Where a source is.

    Attributes:
        system: The file system it is on.
        path: Its path there.
    """

    system: AbstractFileSystem
    path: str

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """What a question about a file of the source answers, asked twice if need be.

        A server that was restarted in between, or a listing that is out of date, costs no article.

        Raises:
            SourceGone: If the question fails and the source cannot be reached.
            OSError: If the source can be reached and the question fails again.
        """
        with contextlib.suppress(OSError), only_os_errors():
            return question()
        self.system.invalidate_cache()
        if missing := why_missing(self.system, self.path):
            raise SourceGone(missing.problem)
        with only_os_errors():
            return question()


class Missing(NamedTuple):
    """Why there is nothing at a path.

    Attributes:
        problem: In words.
        unreached: Whether there may be something, only that it cannot be reached.
    """

    problem: str
    unreached: bool


_NOTHING: Final = Missing("does not exist", unreached=False)


def why_missing(system: AbstractFileSystem, path: str) -> Missing | None:
    """Why there is nothing at a path; None where there is something."""
    try:
        with only_os_errors():
            if system.exists(path):
                return None
            system.info(path)  # says why, where the question before only says no
    except FileNotFoundError as error:
        reason = error.__cause__
        if reason is None or getattr(reason, "status", None) == HTTPStatus.NOT_FOUND:
            return _NOTHING
        return Missing(f"cannot be reached ({str(reason)[:200]})", unreached=True)
    except OSError as error:
        return Missing(f"cannot be reached ({said(error)})", unreached=True)
    return _NOTHING


def is_local(system: AbstractFileSystem) -> bool:
    """Whether a file system is that of this machine."""
    return "file" in protocols(system)


def protocols(system: AbstractFileSystem) -> tuple[str, ...]:
    """What addresses on a file system begin with."""
    return (system.protocol,) if isinstance(system.protocol, str) else tuple(system.protocol)


def said(error: OSError) -> str:
    """What an error says, in a line; of one with a path only the reason."""
    return (error.strerror or str(error) or type(error).__name__).splitlines()[0][:200]


@contextlib.contextmanager
def only_os_errors() -> Iterator[None]:
    """Make whatever a file system's library raises an ``OSError`` that says it."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:  # each library has errors of its own, which nobody imports here
        raise OSError(errno.EIO, f"{type(error).__name__}: {error}") from error
