"""Entries: what the schemas of TOML files have in common."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
from typing import Annotated

import pytest

from data.entry import Entry, Limits, Passes, checked


def _even(number: int) -> int:
    if number % 2:
        raise ValueError("is odd")
    return number


class Inner(Entry, keys={"class_": "class"}):
    """A part of an entry."""

    class_: Annotated[str, Limits(pattern=r"^[a-z]+$")]
    number: Annotated[int, Passes(_even)] = 0
    words: dict[str, str] = dataclasses.field(default_factory=dict)


class Outer(Entry):
    """An entry with parts."""

    inner: Annotated[tuple[Inner, ...], Limits(min_length=1)]
    name: str | None = None

    def __post_init__(self) -> None:
        """Refuse a name of its own."""
        if self.name == "own":
            raise ValueError("has a name of its own")


def test_what_fits_becomes_entries_with_defaults() -> None:
    outer = checked(Outer, {"inner": [{"class": "a", "number": 2}]})
    assert outer == Outer(inner=(Inner(class_="a", number=2),))
    assert outer.name is None


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"inner": []}, "at least 1 item"),
        ({"inner": [{"class": "A"}]}, "should match pattern"),
        ({"inner": [{"class": "a", "number": 3}]}, "is odd"),
        ({"inner": [{"class_": "a"}]}, "inner.0.class\n"),
        ({"inner": [{"class": "a", "other": 1}]}, "inner.0.other\n"),
        ({"inner": [{"class": "a"}], "name": "own"}, "has a name of its own"),
    ],
)
def test_what_does_not_fit_is_refused(values: object, told: str) -> None:
    with pytest.raises(ValueError, match=r"\d validation error") as raised:
        checked(Outer, values)
    assert told in str(raised.value)


def test_an_entry_does_not_change() -> None:
    inner = Inner(class_="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        inner.number = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del inner.number
    assert dataclasses.replace(inner, number=2) == Inner(class_="a", number=2)
    assert inner == Inner(class_="a")


def test_one_made_without_a_value_or_with_another_says_so() -> None:
    with pytest.raises(TypeError, match="Inner lacks 'class_'"):
        Inner(number=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"Inner has no \['other'\]"):
        Inner(class_="a", other=2)  # type: ignore[call-arg]


def test_equal_entries_are_alike_as_keys() -> None:
    assert hash(Outer(inner=(), name="a")) == hash(Outer(inner=(), name="a"))
    assert repr(Outer(inner=(), name="a")) == "Outer(inner=(), name='a')"
    assert Outer(inner=()) != Inner(class_="a")


def test_an_entry_can_be_sent_to_another_process() -> None:
    inner = Inner(class_="a", words={"b": "c"})
    assert pickle.loads(pickle.dumps(inner)) == inner  # noqa: S301  our own


def test_pydantic_is_loaded_for_checking_only() -> None:
    code = "import sys, data.corpus, geo.parts; assert 'pydantic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  our own
