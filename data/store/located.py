"""Located: a file of a source, on whatever file system."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem


class Located(NamedTuple):
    """A file.

    Attributes:
        system: The file system it is on.
        path: Its path there.
        name: What messages and a store call it: its name from the source's root.
    """

    system: AbstractFileSystem
    path: str
    name: str

    def open(self) -> BinaryIO:
        """The file, open for reading and seeking."""
        return cast("BinaryIO", self.system.open(self.path, "rb"))

    def state(self) -> str:
        """What tells the file from itself after a change, as far as its system says."""
        return str(sorted(self.system.info(self.path).items(), key=str))
