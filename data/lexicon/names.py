"""Schemas of the lexicon files about actors, and about capitals that stand for governments."""

from __future__ import annotations

from typing import Literal

from data.entry import Entry
from data.lexicon.schema import Code3, InOrder, Slug, Words

ActorType = Literal[
    "armed-group",
    "historical",
    "alliance",
    "organisation",
    "military",
    "person",
    "medium",
    "institution",
    "government",
]


class Actor(Entry):
    """Someone who acts or speaks; keys are explained in ``actors.toml``."""

    code: Slug
    name: str
    names: Words
    type: ActorType
    country: Code3 | None = None
    not_after: Words = ()
    article: bool = False
    plural: bool = False


class Institution(Entry):
    """A body every country may have; its actor is ``<country>-<suffix>``."""

    suffix: Slug
    label: str
    names: Words


class Actors(Entry):
    """Schema of ``actors.toml``."""

    actor: tuple[Actor, ...]
    institution: tuple[Institution, ...]


class Cue(Entry):
    """Words around a capital, and sentences in which it does or does not mean a government."""

    words: frozenset[str]
    examples: InOrder
    counterexamples: InOrder


class CapitalPrepositions(Entry):
    """What a capital means behind a preposition; ``leaving`` are the words before "for"."""

    town: frozenset[str]
    government: frozenset[str]
    leaving: frozenset[str]
    skipped: frozenset[str]


class Metonymy(Entry):
    """Schema of ``metonymy.toml``."""

    of_government: Cue
    of_town: Cue
    dealing: Cue
    circles: Cue
    addressing: Cue
    acting: Cue
    happening_to_town: Cue
    state_of_town: Cue
    ways: Cue
    agencies: Cue
    prepositions: CapitalPrepositions
