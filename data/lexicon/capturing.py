"""The shapes of ``statements.toml`` and ``captures.toml``: claims without a number."""

from __future__ import annotations

import dataclasses
from typing import Literal

from data.entry import Entry
from data.lexicon.kind import KindId
from data.lexicon.schema import Examples, Slug, WordList, Words, WordSet


class Statement(Entry):
    """A rule for claims without a number; keys are explained in ``statements.toml``."""

    id: Slug
    kind: KindId
    verbs: dict[str, str] = dataclasses.field(default_factory=dict)
    nouns: dict[str, str] = dataclasses.field(default_factory=dict)
    adjectives: dict[str, str] = dataclasses.field(default_factory=dict)
    subject: Literal["actor", "delegate", "speaker", "holder"]
    needs: Literal["content", "place", "party", "holder", "copula", "past", "facility", "nothing"]
    real: bool = True
    examples: Examples


class Closing(Entry):
    """Words between the crossings that a closure is of, before others, and before the next."""

    joints: WordSet
    sparing: WordSet
    leading_on: WordSet


class Statements(Entry):
    """Schema of ``statements.toml``."""

    irregular: dict[str, Words]
    opposites: dict[str, str]
    statement: tuple[Statement, ...]
    facilities: WordList
    closing: Closing
    delegates: WordList
    amounts: WordList


class CaptureRule(Entry):
    """Words that say that a place changes hands; keys are explained in ``captures.toml``."""

    id: Slug
    verbs: Words = ()
    nouns: Words = ()
    action: str = "capture"
    action_to_group: str | None = None
    taken: Literal["object", "subject"]
    taker: Literal["subject", "recipient", "holding"]
    unnamed: Literal["armed-group", "group-of-locals", "government", "nobody"] = "armed-group"
    needs: Literal[
        "nothing",
        "capitals",
        "facility",
        "no-facility",
        "no-fight",
        "town-alone",
        "story",
        "rank",
        "armed-group",
    ] = "nothing"
    doubtful: bool = False
    examples: Examples


class Captures(Entry):
    """Schema of ``captures.toml``."""

    irregular: dict[str, Words]
    capture: tuple[CaptureRule, ...]
    heads: WordSet
    types: WordSet
    districts: WordSet
    crossing_heads: WordSet
    crossing_nouns: WordSet
    posts: WordSet
    at_crossing: WordSet
    across: WordSet
    facilities: WordSet
    fights: WordSet
    capitals: WordSet
    links: WordSet
    clause_openers: WordSet
    behind: WordSet
    armed: WordSet
    government: WordSet
    opposing: WordSet
    of_states: WordSet
    no_others: WordSet
    formerly: WordSet
    stand_ins: WordSet
    speaking_for_themselves: WordSet
    groups: WordSet
    holding: WordSet
    successors: WordSet
    losing: WordSet
    noun_forms: WordSet
    before_to: WordSet
    locals: WordSet
    falling: WordSet
    other_falls: WordSet
    unreal: WordSet
    gone_before: WordSet
    gerund_leads: WordSet
    participles: WordSet
    ranks: WordSet
    becoming: WordSet
    towns: Words
    national_capitals: dict[str, str]
    counting_times: WordSet
    before: WordSet
    same_day: Words
