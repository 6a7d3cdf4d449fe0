"""Disks with little room."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a file system")


@contextlib.contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    """A file system of its own in a folder."""
    folder.mkdir(exist_ok=True)
    mounted = subprocess.run(  # noqa: S603
        ["/bin/mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["/bin/umount", "--lazy", str(folder)], check=False)  # noqa: S603


def grow(folder: Path, size: str) -> None:
    """Give such a file system another size."""
    subprocess.run(["/bin/mount", "-o", f"remount,size={size}", str(folder)], check=True)  # noqa: S603


def bounding_files(limit: int) -> Callable[[], None]:
    """For a process that is started: no file may get more bytes.

    That is met as a full disk is, in the middle of a write, and takes no mount.
    """
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
