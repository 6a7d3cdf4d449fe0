"""How names of the gazetteer must be written for texts to be matched, and in which order stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Annotated, Final, Protocol

from data.entry import FieldError, Passes

LONGEST: Final = 45
"""Characters of a name: a longer one is a sentence, or two names in one."""

_WRITTEN = re.compile(r"[^\W_](?:[^\W_]|[ .'’‘ʻ&,-])*")
_MANGLED = re.compile(r"[ÃÂ�?]")


def _written(name: str) -> str:
    if not _WRITTEN.fullmatch(name) or _MANGLED.search(name):
        raise ValueError("is no name as texts have it: letters, blanks, full stops, ' & , and -")
    if name != " ".join(name.split()) or len(name) > LONGEST:
        raise ValueError(f"has to be one name of up to {LONGEST} characters, its blanks single")
    if name != unicodedata.normalize("NFC", name):
        raise ValueError("has accents apart from their letters: write it in Unicode's form NFC")
    return name


Name = Annotated[str, Passes(_written)]
Names = tuple[Name, ...]


class Coded(Protocol):
    """An entry that has a code."""

    @property
    def code(self) -> str:
        """Its code."""
        ...


def as_matched(name: str) -> str:
    """A name as the matcher sees it: hyphen and space, straight and curly quotes are equal."""
    return re.sub(r"[-\s]+", " ", name.replace("’", "'").replace("‘", "'"))


def refuse_repeated(name: str, **lists: Sequence[str]) -> None:
    """Refuse a name that an entry has twice, or once more with "'s", which is matched anyhow.

    Args:
        name: The entry's own.
        lists: Its other names, by field.

    Raises:
        FieldError: If there is one.
    """
    known = {as_matched(name)}
    for field, names in lists.items():
        for place, other in enumerate(names):
            matched = as_matched(other)
            if matched in known or matched.removesuffix("'s") in known:
                problem = "is a name that the entry has already, as the matcher sees it"
                raise FieldError((field, place), problem, "Leave it out.")
            known.add(matched)


def refuse_disorder(field: str, entries: Sequence[Coded]) -> None:
    """Refuse entries that do not stand in the order of their codes, or have one code.

    Args:
        field: What the file calls the list.
        entries: In the file's order.

    Raises:
        FieldError: If one stands where it should not.
    """
    for place in range(1, len(entries)):
        before, code = entries[place - 1].code, entries[place].code
        if code == before:
            remedy = "Give each entry a code of its own."
            raise FieldError((field, place, "code"), "is listed twice", remedy)
        if code < before:
            first = next(entry.code for entry in entries if entry.code >= code)
            problem = f"stands behind {before!r}, and the order is that of the codes"
            raise FieldError((field, place, "code"), problem, f"Put it before {first!r}.")
