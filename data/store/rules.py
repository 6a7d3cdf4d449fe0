"""Rules: a digest of everything that decides which facts an article yields."""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_NO_RULES: Final = ("store", "claims", "__main__.py")
"""What of the package makes and reads no article: a change there makes no fact another."""

_READERS: Final = ("trafilatura", "htmldate", "lxml", "pdfminer.six", "python-dateutil")
"""Libraries that decide what text is read out of a page or a PDF, and which day is meant."""


@functools.cache
def rules_digest() -> str:
    """Sha256 of the parser's code, its lists and weights, and the versions of what reads pages.

    An article whose content and rules are as before has the facts it had before.
    """
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        name = path.relative_to(_PACKAGE)
        if path.suffix in (".py", ".toml", ".json") and name.parts[0] not in _NO_RULES:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{name.as_posix()} {content}\n".encode())
    for library in _READERS:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
