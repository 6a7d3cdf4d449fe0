"""Reads the TOML tables of this package, each against the model of what it may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from data.errors import InputError
from data.toml_file import read_toml
from geo.errors import ShapeError

if TYPE_CHECKING:
    from pathlib import Path

Model = TypeVar("Model")


def read_table(path: Path, model: type[Model], remedy: str) -> Model:
    """Read one TOML file and check it.

    Args:
        path: The file.
        model: What it must hold.
        remedy: What the reader of the error can do about a missing or broken file.

    Raises:
        ShapeError: If the file is missing, is not TOML (with the line), or holds a wrong
            value (with the field and the value).
    """
    try:
        return read_toml(path, model)
    except InputError as error:
        raise ShapeError(error.where, error.problem, remedy) from error
