"""Lock: one build at a time writes a store.

The system holds the lock for the process and lets go of it when the process ends, however it ends,
so that no stale lock is ever in the way.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from data.errors import InputError

LOCK: Final = ".lock"


@contextlib.contextmanager
def locked(store: Path) -> Iterator[None]:
    """Hold a store's lock while the block runs.

    Raises:
        InputError: If another build holds it.
    """
    with (store / LOCK).open("a+") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            stream.seek(0)
            holder = stream.read().strip() or "another process"
            raise InputError(
                store,
                f"is being built by {holder}",
                "Wait until that build ends, or stop it; then run this one again.",
            ) from None
        stream.truncate(0)
        stream.write(f"process {os.getpid()} on {socket.gethostname()}\n")
        stream.flush()
        yield
