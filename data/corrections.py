"""Corrections: what a reviewer decided about single facts, kept in a file beside the article.

A correction names its fact by id and says what the rule saw. Whoever reads it back therefore
notices when the rules have come to read the same words differently: see :mod:`data.review`.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias

from data.actor_codes import is_actor
from data.entry import Entry, Limits, Passes, checked
from data.fact import Qualifier
from data.lexicon.kind import KindId
from data.place_codes import is_place
from data.toml_file import parse_toml, toml_table

if TYPE_CHECKING:
    from data.fact import Fact

Nothing: TypeAlias = Literal[""]
"""How a file says that a field has no value: TOML has no word for it."""


def _place(code: str) -> str:
    if code and not is_place(code):
        raise ValueError("is no code of a place, such as TJK, AF-KDZ or AFG-TJK")
    return code


def _actor(code: str) -> str:
    if code and not is_actor(code):
        raise ValueError("is no code of an actor, such as taliban or rus-foreign-ministry")
    return code


_Text: TypeAlias = Annotated[str, Limits(strict=True)]
_Number: TypeAlias = Annotated[float, Limits(allow_inf_nan=False)]
Actor: TypeAlias = Annotated[_Text, Passes(_actor)]
Place: TypeAlias = Annotated[_Text, Passes(_place)]


class Values(Entry):
    """Fields of a fact as the rules or a reviewer read them; None for those that are not given."""

    kind: KindId | None = None
    value: _Number | Nothing | None = None
    low: _Number | Nothing | None = None
    high: _Number | Nothing | None = None
    unit: _Text | None = None
    qualifier: Qualifier | Nothing | None = None
    places: tuple[Place, ...] | None = None
    origin: Place | None = None
    destination: Place | None = None
    of: Place | None = None
    when_start: dt.date | Nothing | None = None
    when_end: dt.date | Nothing | None = None
    who: _Text | None = None
    actor: Actor | None = None
    action: _Text | None = None
    attributed_to: _Text | None = None
    claimant: Actor | None = None
    reported_by: _Text | None = None

    @classmethod
    def of_fields(cls, fields: Mapping[str, object]) -> Values:
        """Values from fields of a fact, where None stands for no value."""
        return checked(
            cls, {name: "" if value is None else value for name, value in fields.items()}
        )

    @property
    def fields(self) -> dict[str, Any]:
        """The fields given, as a fact has them: None for no value."""
        given = ((name, getattr(self, name)) for name in CORRECTABLE)
        return {name: None if value == "" else value for name, value in given if value is not None}


CORRECTABLE: Final = tuple(field.name for field in dataclasses.fields(Values))
"""Names of the fields of a fact that a reviewer can correct."""


class Correction(Entry):
    """What a reviewer decided about one fact.

    Attributes:
        fact: Id of the fact.
        verdict: ``reject`` leaves it out, ``correct`` replaces fields of it.
        rule: Id of the rule that found it.
        words: The words it saw: the number, or the trigger.
        sentence: The sentence they stand in.
        found: What the rule read, of the fields that are corrected.
        becomes: What stands there instead.
    """

    fact: Annotated[str, Limits(min_length=1)]
    verdict: Literal["reject", "correct"]
    rule: str
    words: Annotated[str, Limits(min_length=1)]
    sentence: str
    found: Values = Values()
    becomes: Values = Values()

    @classmethod
    def rejecting(cls, fact: Fact) -> Correction:
        """The correction that leaves a fact out, as the rules found it."""
        return cls(verdict="reject", **_seen(fact))

    @classmethod
    def correcting(cls, fact: Fact, fields: Mapping[str, object]) -> Correction | None:
        """The correction that replaces fields of a fact; None where nothing would change.

        Args:
            fact: The fact as the rules found it.
            fields: Values by name, for names in :data:`CORRECTABLE`.
        """
        changed = {name: new for name, new in fields.items() if getattr(fact, name) != new}
        if not changed:
            return None
        found = {name: getattr(fact, name) for name in changed}
        return cls(
            verdict="correct",
            found=Values.of_fields(found),
            becomes=Values.of_fields(changed),
            **_seen(fact),
        )


def _seen(fact: Fact) -> dict[str, Any]:
    first, last = fact.start - fact.sentence_start, fact.end - fact.sentence_start
    return {
        "fact": fact.fact_id,
        "rule": fact.rule,
        "words": fact.quote[first:last],
        "sentence": fact.quote,
    }


class CorrectionsFile(Entry):
    """Schema of a file of corrections."""

    correction: tuple[Correction, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """All corrections of an article.

    Attributes:
        where: The file they stand in, for errors.
        corrections: In the order of the file, at most one for each fact.
    """

    where: str
    corrections: tuple[Correction, ...] = ()


def parse_corrections(content: bytes, path: Path) -> Review:
    """The corrections of a file's bytes.

    Raises:
        InputError: If they are no TOML or do not fit the schema; it names the field.
    """
    return Review(str(path), parse_toml(content, path, CorrectionsFile).correction)


def corrections_toml(corrections: Iterable[Correction]) -> str:
    """Corrections as the text of a file that :func:`parse_corrections` reads."""
    parts = [_HEAD]
    for correction in corrections:
        parts.append(
            "[[correction]]\n"
            + toml_table(
                {
                    "fact": correction.fact,
                    "verdict": correction.verdict,
                    "rule": correction.rule,
                    "words": correction.words,
                    "sentence": correction.sentence,
                }
            )
        )
        if correction.verdict == "correct":
            for name in ("found", "becomes"):
                values: Values = getattr(correction, name)
                parts.append(f"[correction.{name}]\n{toml_table(values.fields)}")
    return "\n".join(parts)


_HEAD: Final = """\
# What a reviewer decided about the facts of one article. `fact` is the fact's id; `rule`, `words`
# and `sentence` are what the rule saw; `found` is what it read, `becomes` what stands there now.
# An empty string stands for "no value".
"""
