"""TOML files that people edit: reading with errors that name the field, and writing tables."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Protocol, TypeVar, cast

from data.entry import checked
from data.errors import InputError

Schema = TypeVar("Schema")


class Memory(Protocol):
    """Knows files that fit their schema, so that none is checked twice."""

    def recall(self, path: Path, content: bytes) -> object | None:
        """What a file says; None where it is not known as it is."""
        ...

    def remember(self, path: Path, content: bytes, said: object) -> None:
        """Take in what a file says that fits its schema."""
        ...


_LONGEST_LIST: Final = 100
"""Characters of a list that is written on one line."""

_MEMORIES: Final[list[Memory]] = []


def ask_first(memory: Memory) -> None:
    """Have a memory asked before a file is checked, and told of what was checked, from now on."""
    _MEMORIES.append(memory)


def read_toml(path: Path, schema: type[Schema]) -> Schema:
    """A TOML file as an instance of its schema: of an entry, or a mapping of some.

    Raises:
        InputError: If the file is missing, is not TOML (names the line), or does not fit the
            schema (names the field, the value and what would be right).
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            path, f"cannot be read ({error.strerror})", "The file must exist and be readable."
        ) from error
    for memory in _MEMORIES:
        if (said := memory.recall(path, content)) is not None:
            return cast("Schema", said)  # a file has one schema
    read = parse_toml(content, path, schema)
    for memory in _MEMORIES:
        memory.remember(path, content, read)
    return read


def parse_toml(content: bytes, path: Path, schema: type[Schema]) -> Schema:
    """The bytes of a TOML file as an instance of its schema.

    Args:
        content: The bytes.
        path: What to call the file in an error.
        schema: What must be in it.

    Raises:
        InputError: As for :func:`read_toml`.
    """
    import tomli  # as pydantic: what a former start has checked is not read again

    try:
        document = tomli.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}: line {line}",
            f"byte 0x{content[error.start]:02x} is not UTF-8",
            "Save as UTF-8.",
        ) from error
    except tomli.TOMLDecodeError as error:
        raise InputError(path, f"is not valid TOML: {error}", "Mend the file there.") from error
    from pydantic import ValidationError

    try:
        return checked(schema, document)
    except ValidationError as error:
        from data.toml_errors import as_input_error

        raise as_input_error(path, document, error) from error


def toml_table(values: Mapping[str, object]) -> str:
    """Keys and values of a TOML table, one a line; None is written as an empty string.

    A list has a line for each item where they do not fit on one.

    Args:
        values: Text, numbers, dates and tuples of text by bare key.
    """
    return "".join(f"{key} = {_toml_value(value)}\n" for key, value in values.items())


def _toml_value(value: object) -> str:
    if value is None:
        return '""'
    if isinstance(value, str):
        # JSON's escapes are TOML's, but TOML has no surrogates and wants DEL escaped, too.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple):
        items = [_toml_value(item) for item in value]
        if len(line := f"[{', '.join(items)}]") <= _LONGEST_LIST:
            return line
        return "[\n" + "".join(f"    {item},\n" for item in items) + "]"
    return value.isoformat() if isinstance(value, dt.date) else repr(value)
