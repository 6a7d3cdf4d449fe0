"""Entries: what a TOML file that people edit consists of, and how it is checked.

A schema is a dataclass. Pydantic checks a file against it and is loaded for that alone: it takes
longer to load than most files take to read, and what a former start has checked needs no check.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Checkable = TypeVar("Checkable")


class Limits:
    """What a value has to be beside its type: keywords of pydantic's ``Field``, in ``Annotated``.

    Pydantic asks it for them when it first checks a value, as it does with anything that calls
    itself grouped metadata.
    """

    __is_annotated_types_grouped_metadata__: Final = True

    def __init__(self, **limits: Any) -> None:
        """Remember limits such as ``pattern``, ``min_length`` or ``ge``."""
        self._limits = limits

    def __iter__(self) -> Iterator[object]:
        """The limits as pydantic has them."""
        from pydantic import Field

        yield from Field(**self._limits).metadata


class Passes:
    """A value that a function passes on; one that it refuses with ``ValueError`` is wrong."""

    __is_annotated_types_grouped_metadata__: Final = True

    def __init__(self, check: Callable[[Any], Any]) -> None:
        """Remember the function."""
        self._check = check

    def __iter__(self) -> Iterator[object]:
        """The function as pydantic has it."""
        from pydantic import AfterValidator

        yield AfterValidator(self._check)


class FieldError(ValueError):
    """What an entry demands across its fields, or a list across its entries, and one does not fit.

    Attributes:
        at: Where it stands, from what demands it: names of fields, places in lists.
        problem: What is wrong with it.
        remedy: What would be right.
    """

    def __init__(self, at: tuple[int | str, ...], problem: str, remedy: str) -> None:
        """Say where, what is wrong, and what would be right."""
        super().__init__(f"{problem}. {remedy}")
        self.at = at
        self.problem = problem
        self.remedy = remedy


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,)
)
class Entry:
    """Base of every schema of a TOML file: unknown keys are refused, values do not change.

    A subclass that annotates its fields is a dataclass. What it demands beyond the fields'
    types is said in ``__post_init__``, by ``ValueError``, or of one field by :class:`FieldError`.
    Only :func:`checked` checks: an entry that the program makes is taken as it is.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}

    def __init_subclass__(cls, *, keys: Mapping[str, str] | None = None) -> None:
        """Make it a dataclass, without the methods that all have from here: they take long to make.

        Args:
            keys: Keys of the file by field, where they are called otherwise.
        """
        if keys:
            named = {"alias_generator": lambda field: keys.get(field, field)}
            cls.__pydantic_config__ = {**cls.__pydantic_config__, **named}
        dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)

    def __init__(self, **values: Any) -> None:
        """Make an entry of values by field.

        Raises:
            TypeError: If a field has neither a value nor a default, or there is no such field.
        """
        for field in dataclasses.fields(self):  # type: ignore[arg-type]  # subclasses are some
            if field.name in values:
                self.__dict__[field.name] = values.pop(field.name)
            elif field.default_factory is not dataclasses.MISSING:
                self.__dict__[field.name] = field.default_factory()
            elif field.default is not dataclasses.MISSING:
                self.__dict__[field.name] = field.default
            else:
                raise TypeError(f"{type(self).__name__} lacks {field.name!r}")
        if values:
            raise TypeError(f"{type(self).__name__} has no {sorted(values)}")

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: entries are shared."""
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuse: entries are shared."""
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Whether it says the same."""
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        """Of what it says; for entries that hold no dictionary."""
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        """As it would be written."""
        said = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({said})"


def checked(schema: type[Checkable], values: object) -> Checkable:
    """Values as TOML has them as an instance of a schema: an entry, or a mapping of some.

    Raises:
        pydantic.ValidationError: If they do not fit; a ``ValueError``.
    """
    made: Checkable = _adapter(cast("Hashable", schema)).validate_python(values)
    return made


@functools.cache
def _adapter(schema: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(schema)
