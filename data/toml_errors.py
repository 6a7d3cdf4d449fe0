"""What does not fit its schema in a TOML file, told to who wrote it: where, what, what is right."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.entry import FieldError
from data.errors import InputError

if TYPE_CHECKING:
    from pydantic import ValidationError

_UNKNOWN, _MISSING = "unexpected_keyword_argument", "missing"


def as_input_error(path: Path, document: object, error: ValidationError) -> InputError:
    """The first thing that is wrong; a field that is misspelt comes before one that is missing.

    Args:
        path: What to call the file.
        document: What the file says.
        error: What pydantic found.
    """
    found = error.errors(include_url=False)
    first = next((each for each in found if each["type"] == _UNKNOWN), found[0])
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, InputError):
        return cause  # what is wrong is another file, which this one names entries of
    if isinstance(cause, FieldError):
        return _of_field(path, document, (*first["loc"], *cause.at), cause)
    where = f"{path}: {_field(first['loc'])}" if first["loc"] else path
    entry = _entry(document, first["loc"])
    found_there = f"found {_short(first['input'])}"
    if first["type"] == _MISSING:
        other = _elsewhere(document, first["loc"])
        return InputError(where, f"is missing{_aside(entry)}", f"Add it{other}.")
    if first["type"] == _UNKNOWN:
        near = _meant(document, first["loc"], [each["loc"] for each in found])
        return InputError(where, f"There is no such field{_aside(found_there, entry)}", near)
    problem = str(cause) if cause else first["msg"]
    if isinstance(first["input"], Mapping):
        return InputError(where, problem + _aside(entry), "Correct it there.")
    return InputError(where, problem + _aside(found_there, entry), "Correct this field.")


def _of_field(
    path: Path, document: object, at: Sequence[int | str], cause: FieldError
) -> InputError:
    found = _at(document, at)
    told = "" if found is None else f"found {_short(found)}"
    problem = cause.problem + _aside(told, _entry(document, at))
    return InputError(f"{path}: {_field(at)}", problem, cause.remedy)


def _aside(*told: str) -> str:
    said = ", ".join(part for part in told if part)
    return f" ({said})" if said else ""


def _field(location: Sequence[int | str]) -> str:
    parts = [f"[{part + 1}]" if isinstance(part, int) else str(part) for part in location]
    return ".".join(parts).replace(".[", "[")


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."


def _at(document: object, location: Sequence[int | str]) -> Any:
    """What stands at a place of the document; None where nothing does."""
    for part in location:
        try:
            document = document[part]  # type: ignore[index]  # what cannot be asked is refused
        except (KeyError, IndexError, TypeError):
            return None
    return document


def _entry(document: object, location: Sequence[int | str]) -> str:
    """Of which entry of a list it is, by what the entry begins with: nobody counts to 197."""
    numbered = [end for end, part in enumerate(location, start=1) if isinstance(part, int)]
    for end in reversed(numbered):
        entry = _at(document, location[:end])
        if isinstance(entry, Mapping):
            named = next(
                ((key, each) for key, each in entry.items() if isinstance(each, str)), None
            )
            if named and location[end:] != (named[0],):
                return f"in the entry with {named[0]} = {_short(named[1])}"
    return ""


def _siblings(document: object, location: Sequence[int | str]) -> Iterator[Mapping[str, object]]:
    """The entries beside the one that a field is of, and this itself."""
    beside: Any = _at(document, location[:-2]) if len(location) > 1 else None
    entries = list(beside.values()) if isinstance(beside, Mapping) else beside
    if not isinstance(entries, list):
        return
    yield from (entry for entry in entries if isinstance(entry, Mapping))


def _elsewhere(document: object, location: Sequence[int | str]) -> str:
    field = location[-1]
    for entry in _siblings(document, location):
        if field in entry:
            return f", as another entry has {field} = {_short(entry[str(field)])}"
    return ""


def _meant(
    document: object, location: Sequence[int | str], wrong: Sequence[Sequence[int | str]]
) -> str:
    """Which field was meant: one that is missing beside it, or that other entries have."""
    lacking = [str(each[-1]) for each in wrong if each[:-1] == location[:-1] and each != location]
    known = [str(key) for entry in _siblings(document, location) for key in entry]
    others = [*lacking, *(key for key in known if key != location[-1])]
    near = difflib.get_close_matches(str(location[-1]), others, n=1)
    if near:
        return f"Call it {near[0]!r}, if that is meant, or leave it out."
    return "Leave it out, or see at the head of the file which there are."
