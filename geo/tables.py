"""Reads the TOML tables of this package, each against the model of what it may hold."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from geo.errors import ShapeError

if TYPE_CHECKING:
    from pathlib import Path


class Entry(BaseModel):
    """Base of all table models: unknown keys are errors and values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=BaseModel)


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
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ShapeError(path, "the file is missing", remedy) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ShapeError(path, f"not readable as TOML: {error}", remedy) from error
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        problem = f"{first['msg']}, found {first['input']!r}"
        raise ShapeError(f"{path}: {field}", problem, remedy) from error
