"""The shape of ``captures.toml``: how texts say that a place changes hands."""

from __future__ import annotations

from typing import Literal

from data.entry import Entry
from data.lexicon.schema import Examples, Slug, Words, WordSet


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
    facilities: WordSet
    fights: WordSet
    capitals: WordSet
    links: WordSet
    behind: WordSet
    armed: WordSet
    government: WordSet
    stand_ins: WordSet
    holding: WordSet
    successors: WordSet
    losing: WordSet
    noun_forms: WordSet
    before_to: WordSet
    locals: WordSet
    falling: WordSet
    other_falls: WordSet
    unreal: WordSet
    gerund_leads: WordSet
    participles: WordSet
    ranks: WordSet
    becoming: WordSet
    towns: Words
    national_capitals: dict[str, str]
    counting_times: WordSet
    before: WordSet
    same_day: Words
