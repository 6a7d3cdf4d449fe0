"""Batch: the articles of a source that go into one part of a store.

Where a batch ends is decided by the names of articles, not by counting from the first: an article
more or less changes the batch it is in and leaves the others as they are.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypeVar

Key = TypeVar("Key")
Form = Literal["files", "zip", "table", "catalog"]

PART_SIZE: Final = 2_000
"""Articles of a part, as a rule: ten seconds of work, which is what a kill can cost a worker."""

_LONGEST: Final = 4
"""Part sizes after which a batch ends whatever the names say."""


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive articles of a source, so small that they can be sent to another machine.

    Attributes:
        form: What they stand in.
        file: The archive, table or catalogue they stand in, from the source's root; for files none.
        members: Names of files from the source's root, of an archive's members, or ids of a
            catalogue; empty for a table.
        rows: First row of a table and one past the last.
        twice: Of a table, rows whose id another row before has, and where that is.
    """

    form: Form
    file: str = ""
    members: tuple[str, ...] = ()
    rows: tuple[int, int] = (0, 0)
    twice: tuple[tuple[int, str], ...] = ()
    start: str = ""

    @property
    def part(self) -> str:
        """Name of the part, by where it starts: the same as long as that article stands there."""
        began = f"{self.form}\n{self.file}\n{self.start}"
        return hashlib.sha256(began.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def cut(keys: Iterable[Key], name: Callable[[Key], str], part_size: int) -> Iterator[list[Key]]:
    """Keys in batches of about a size, each beginning with a key that its name chose.

    Args:
        keys: In the order of the source.
        name: What a key is called.
        part_size: Keys of a batch on average; none has more than four times as many.
    """
    batch: list[Key] = []
    for key in keys:
        if batch and (len(batch) >= _LONGEST * part_size or _begins(name(key), part_size)):
            yield batch
            batch = []
        batch.append(key)
    if batch:
        yield batch


def _begins(name: str, part_size: int) -> bool:
    digest = hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % part_size == 0
