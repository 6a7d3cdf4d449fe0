"""Every country's part in the story, computed from the facts by the rules of parts.toml."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from data.entry import Entry, Limits
from data.lexicon.kind import KindId
from geo.gazetteer import HERE, CountryCode, country_table
from geo.matching import country_concerns
from geo.returns import sent_back
from geo.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from geo.codes import Members

FieldName = Literal["places", "origin", "destination", "of", "actor", "claimant"]
Via = Literal["itself", "province", "settlement", "border", "member", "actor"]


class PartPlayed(NamedTuple):
    """A country and its part in the story.

    Attributes:
        code: ISO 3166-1 alpha-3.
        name: Common English name; None for a country elsewhere.
        part: Id of its part.
        label: Of the part, for a legend.
        on_map: Whether the country is on the map.
        fact_ids: Facts that give it the part.
        all_fact_ids: All facts that concern it.
    """

    code: str
    name: str | None
    part: str
    label: str
    on_map: bool
    fact_ids: tuple[str, ...]
    all_fact_ids: tuple[str, ...]


class Rule(Entry):
    """What a fact must be like to give a country a part.

    Attributes:
        kinds: Kinds of fact; empty for any.
        actions: Actions of the fact; empty for any.
        fields: Fields of the fact that lead to the country.
        via: Ways from the code in the field to the country.
    """

    kinds: frozenset[KindId] = frozenset()
    actions: frozenset[str] = frozenset()
    fields: Annotated[frozenset[FieldName], Limits(min_length=1)]
    via: Annotated[frozenset[Via], Limits(min_length=1)]

    def matches(self, kind: str, action: str, field: str, via: str) -> bool:
        """Whether a fact of this kind and action matches, where this field leads this way."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.actions or action in self.actions)
            and field in self.fields
            and via in self.via
        )


class Exemption(Entry):
    """What a fact is like that gives a country no such part, whatever the rules say.

    Attributes:
        kinds: Kinds of fact; empty for any.
        actions: Actions of the fact; empty for any.
        foreign: Whether only facts about people of another country are meant.
        sent_back: Whether only facts about people are meant who were sent back.
    """

    kinds: frozenset[KindId] = frozenset()
    actions: frozenset[str] = frozenset()
    foreign: bool = False
    sent_back: bool = False

    def matches(self, kind: str, action: str, *, foreign: bool, sent_back: bool) -> bool:
        """Whether a fact of this kind and action is meant."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.actions or action in self.actions)
            and foreign >= self.foreign
            and sent_back >= self.sent_back
        )


class ExampleFact(Entry):
    """The fields of a made-up fact that matter for a part."""

    kind: KindId
    action: str
    places: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None
    of: str | None = None
    actor: str | None = None
    claimant: str | None = None


class Example(Entry):
    """A fact on its own, and the country that it gives the part.

    Attributes:
        country: The country.
        words: How a text might say it.
        fact: The fact.
    """

    country: CountryCode
    words: str
    fact: ExampleFact


class Part(Entry):
    """A part in the story.

    Attributes:
        id: Stable id.
        label: For a legend.
        description: One sentence for a reader.
        rule: Rules, of which one must match.
        exemption: What does not give the part although a rule matches.
        example: Facts that must give the part.
    """

    id: str
    label: str
    description: str
    rule: tuple[Rule, ...] = ()
    exemption: tuple[Exemption, ...] = ()
    example: tuple[Example, ...] = ()


class Parts(Entry):
    """All parts.

    Attributes:
        absent: The part of a country that no fact names.
        part: The others; the first that matches wins.
    """

    absent: Part
    part: Annotated[tuple[Part, ...], Limits(min_length=1)]

    def __post_init__(self) -> None:
        """Refuse a part without a rule or example, and rules by which a country would get lost."""
        for part in self.part:
            if not part.rule or not part.example:
                raise ValueError(f"part {part.id!r} needs at least one rule and one example")
        last = self.part[-1].rule[-1]
        open_to_all = not (last.kinds or last.actions or self.part[-1].exemption)
        if not open_to_all or len(last.fields) < 6 or len(last.via) < 6:
            raise ValueError("the last rule must match every fact, or countries would get lost")


@functools.cache
def parts(path: Path = HERE / "parts.toml") -> Parts:
    """The parts in the order of the file, for legends too.

    Raises:
        ShapeError: If the file cannot be used.
    """
    return read_table(path, Parts, "The file is part of the source code: correct it or restore it")


def parts_played(
    facts: Iterable[Any],
    members: Members | None = None,
    actor_countries: Mapping[str, str | None] | None = None,
) -> list[PartPlayed]:
    """The part of every country of the map and of every other that the facts name, by code.

    Args:
        facts: As :func:`geo.matching.country_concerns` takes them, with what
            :func:`geo.returns.sent_back` asks for.
        members: Country codes by region code.
        actor_countries: Country code by actor code, as there.

    Raises:
        ShapeError: If parts.toml cannot be used.
    """
    known = tuple(facts)
    told = {str(fact.fact_id): (str(fact.kind), str(fact.action)) for fact in known}
    ranked: dict[str, list[tuple[int, str]]] = {code: [] for code in country_table()}
    concerns = country_concerns(known, members, actor_countries)
    homes = {(c.fact_id, c.country) for c in concerns if c.field == "actor"}
    of_a_country = {fact_id for fact_id, _ in homes}
    back = sent_back(known)
    for concern in concerns:
        fact_id = concern.fact_id
        foreign = fact_id in of_a_country and (fact_id, concern.country) not in homes
        rank = _rank(*told[fact_id], concern.field, concern.via, foreign, fact_id in back)
        ranked.setdefault(concern.country, []).append((rank, fact_id))
    return [_row(code, ranked[code]) for code in sorted(ranked)]


@functools.cache
def _rank(kind: str, action: str, field: str, via: str, foreign: bool, back: bool) -> int:
    """Index of the first part with a matching rule; the last part matches everything."""
    return next(
        rank
        for rank, part in enumerate(parts().part)
        if any(rule.matches(kind, action, field, via) for rule in part.rule)
        and not any(
            exempt.matches(kind, action, foreign=foreign, sent_back=back)
            for exempt in part.exemption
        )
    )


def _row(code: str, ranked: list[tuple[int, str]]) -> PartPlayed:
    best = min((rank for rank, _ in ranked), default=None)
    part = parts().absent if best is None else parts().part[best]
    country = country_table().get(code)
    return PartPlayed(
        code,
        country.name if country else None,
        part.id,
        part.label,
        country is not None,
        tuple(dict.fromkeys(fact_id for rank, fact_id in ranked if rank == best)),
        tuple(dict.fromkeys(fact_id for _, fact_id in ranked)),
    )
