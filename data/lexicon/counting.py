"""Schemas of the lexicon files about numbers: how they are written and what they count."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Literal

from data.entry import Entry, Limits
from data.lexicon.kind import KindId, Unit, kinds
from data.lexicon.schema import Examples, InOrder, Slug, SomeWords, Words, WordSet, refuse_twice


class PercentWords(Entry):
    """Words for percent."""

    words: Words


class Fraction(Entry):
    """A fraction in words; see ``numbers.toml``."""

    text: str
    value: float
    needs_of: bool = False
    scaled: bool = False


class SharedCurrency(Entry):
    """Words that several states have for their currencies; see ``numbers.toml``."""

    words: WordSet
    codes: dict[str, str]
    publishers: dict[str, WordSet]
    hosts: dict[str, str]


class Currencies(Entry):
    """Signs and words for money with their ISO 4217 codes."""

    before: dict[str, str]
    behind: dict[str, str]
    peoples: WordSet
    funds: WordSet
    before_sign: WordSet
    shared: tuple[SharedCurrency, ...]


class Numbers(Entry):
    """Schema of ``numbers.toml``; values are plain numbers, fractions in percent."""

    unit_words: WordSet
    before_half: WordSet
    before_and: WordSet
    telling_which: WordSet
    whose_ones: WordSet
    not_pointing: WordSet
    behind_label: WordSet
    behind_sum: WordSet
    behind_fraction: WordSet
    before_fraction: WordSet
    making_up: WordSet
    up_or_down: WordSet
    led_up: WordSet
    glued_scales: WordSet
    scaled_nouns: WordSet
    sum_scales: WordSet
    no_fraction_before: WordSet
    no_fraction_after: WordSet
    near_wholes: Words
    time_units: WordSet
    ordinal_endings: WordSet
    and_a_half: InOrder
    bare_shares: WordSet
    scales_of_figures: WordSet
    compounds: WordSet
    words: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, int]
    plural_scales: dict[str, int]
    vague: dict[str, int]
    percent: PercentWords
    measures: dict[str, str]
    currencies: Currencies
    fraction: tuple[Fraction, ...]


class Exclusion(Entry):
    """A reason why a number counts nothing; keys are explained in ``exclusions.toml``."""

    id: Slug
    reason: str
    after: Words = ()
    before: Words = ()
    shape: str | None = None
    ordinal: bool = False
    examples: InOrder


class Exclusions(Entry):
    """Schema of ``exclusions.toml``."""

    exclusion: tuple[Exclusion, ...]
    ranking: WordSet
    behind_hour: WordSet
    behind_inserted_age: WordSet
    behind_told_age: WordSet
    behind_age_of: WordSet
    behind_age_bound: WordSet


class QualifierEntry(Entry):
    """Phrases that bound a number and the side they stand on; keys are explained in the file."""

    name: Literal["over", "at_least", "under", "up_to", "about"]
    side: Literal["before", "after"]
    close: bool = False
    told: str = ""
    phrases: Words
    examples: InOrder


class Qualifiers(Entry):
    """Schema of ``qualifiers.toml``."""

    rising: frozenset[str]
    qualifier: tuple[QualifierEntry, ...]


class NounClass(Entry, keys={"name": "class"}):
    """Countable nouns of one class and the kind and unit of a count of them."""

    name: str
    kind: KindId
    unit: Unit
    alike: bool
    words: Words
    plurals: Words
    examples: SomeWords

    def __post_init__(self) -> None:
        """Refuse another unit than that of the kind; any count may be one of people."""
        unit = kinds()[self.kind].unit
        if self.unit != unit and (self.unit, unit) != ("people", "count"):
            raise ValueError(f"unit is {self.unit!r}, that of {self.kind} in kinds.toml {unit!r}")


class Denominator(Entry, keys={"name": "class"}):
    """What a share is a share of, and the kind of fact that makes."""

    name: str
    kind: KindId
    phrases: Words


class Nouns(Entry):
    """Schema of ``nouns.toml``."""

    capitalised: WordSet
    names: Words
    participles: dict[str, KindId]
    collective: WordSet
    openers: dict[str, KindId]
    noun: tuple[NounClass, ...]
    denominator: tuple[Denominator, ...]

    def __post_init__(self) -> None:
        """Refuse a noun of two classes, and a participle for people whom no class counts."""
        refuse_twice(
            "noun", ((noun.name, word) for noun in self.noun for word in noun.words + noun.plurals)
        )
        people = {noun.kind for noun in self.noun if noun.unit == "people"}
        for word, kind in self.participles.items():
            if kind not in people:
                raise ValueError(f"participle {word!r}: no class of people is of kind {kind!r}")


class Verb(Entry):
    """What a verb says about what is counted; keys are explained in ``verbs.toml``."""

    lemma: str
    also: Words = ()
    action: str = ""
    people_action: str = ""
    counted: Literal["subject", "object", "either"]
    kinds: dict[str, KindId] = dataclasses.field(default_factory=dict)
    object_kinds: dict[str, KindId] = dataclasses.field(default_factory=dict)
    motion: bool = False
    flight: bool = False
    home: bool = False
    holds: bool = False
    topical: bool = False
    by_words: bool = False
    examples: Examples

    def done(self, kind: str, *, to_people: bool) -> str:
        """What is done, by the kind of fact: people who are taken somewhere are not captured."""
        if not to_people or not self.people_action:
            return self.action
        return "evacuate" if kind == "evacuated" else self.people_action


class Verbs(Entry):
    """Schema of ``verbs.toml``."""

    verb: tuple[Verb, ...]
    irregular: dict[str, Words]

    def __post_init__(self) -> None:
        """Refuse a verb that two entries have."""
        refuse_twice(
            "verb", ((verb.lemma, word) for verb in self.verb for word in (verb.lemma, *verb.also))
        )


class Topic(Entry):
    """Words that tell what became of the people a sentence counts."""

    kind: KindId
    only: str | None = None
    faint: bool = False
    words: WordSet
    phrases: Words = ()
    examples: InOrder


class Topics(Entry):
    """Schema of ``topics.toml``."""

    population: WordSet
    civil: WordSet
    mission: WordSet
    served: WordSet
    on_foot: WordSet
    overland: frozenset[Annotated[str, Limits(pattern=r"^[A-Z]{3}$")]]
    aiming: WordSet
    held: WordSet
    topic: tuple[Topic, ...]
