"""Processes whose clock is wrong, and can jump while they run."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path
from typing import Final

_SOURCE: Final = Path(__file__).with_name("shifted_clock.c")
COMPILER: Final = shutil.which("cc") or shutil.which("gcc")


class Clock:
    """A clock for processes that are started with :attr:`environment`."""

    def __init__(self, folder: Path) -> None:
        """Make one that is right.

        Args:
            folder: For its files.
        """
        library, self._shift = folder / "shifted_clock.so", folder / "shift"
        self._shift.write_bytes(struct.pack("q", 0))
        subprocess.run(  # noqa: S603 - the compiler of this machine, and our own source
            [str(COMPILER), "-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl"],
            check=True,
        )
        self.environment = {"LD_PRELOAD": str(library), "SHIFTED_CLOCK": str(self._shift)}

    def jump(self, days: float) -> None:
        """Have it be wrong by so many days from now on."""
        with self._shift.open("r+b") as file:
            file.write(struct.pack("q", int(days * 86_400)))
