"""The shape of ``times.toml``: expressions tied to the calendar, and what each of them dates."""

from __future__ import annotations

from typing import Literal

from data.entry import Entry
from data.lexicon.schema import InOrder, Slug, WordList, Words, WordSet


class TimeRule(Entry):
    """A pattern of a calendar expression; keys are explained in ``times.toml``."""

    id: Slug
    near: Literal["month", "weekday", "year", "ordinal", "unit"]
    pattern: str
    resolver: str
    offset: int = 0
    alone: bool = False
    spoken: bool = False
    written: bool = False
    examples: tuple[InOrder, ...]


class Tense(Entry):
    """Patterns that tell whether what a sentence says lies ahead."""

    ahead: InOrder
    past: InOrder


class Dating(Entry):
    """Words that tell which expression dates a claim; keys are explained in ``times.toml``."""

    timeless: WordSet
    measuring: WordSet
    received: WordSet
    no_telling: WordSet
    report_words: WordSet
    report_nouns: WordSet
    recording: WordSet
    report_nouns_unsure: WordSet
    report_nouns_sure_behind: WordSet
    surveyed: WordSet
    taking_place: WordSet
    given: WordSet
    stood: WordSet
    occasions: WordSet
    clefts: WordSet
    superlatives: WordSet
    to_date: WordSet
    like_superlatives: WordSet
    agreements: WordSet
    founding: WordSet
    comparisons: WordSet
    plans: WordSet
    comparable: WordSet
    changes: WordSet
    comparing: WordSet
    joiners: WordSet
    same_time: WordSet
    compared: WordSet
    from_number: WordSet
    ways: WordSet
    not_ways: WordSet
    far_from: WordSet
    existential: WordSet
    before_strength: WordSet
    usual: WordSet
    back: WordSet
    launching: WordSet
    bringing: WordSet
    including: WordSet
    causes: WordSet
    cause_links: WordSet
    quoting: WordSet
    needing: WordSet
    claimed: WordSet
    parts_of: WordSet
    one_of_many: WordSet
    delays: WordSet
    window_units: WordSet
    short_units: WordSet
    before_ending: WordSet
    turns: Words
    conjunctions: WordSet
    turn_joints: WordSet
    limits: WordSet
    present: WordSet
    events: WordSet
    definite: WordSet
    same_event: Words
    adding_up: Words
    equating: WordSet
    same_period: Words
    same_day: Words
    vague: Words
    peaks: Words
    unmoved: WordSet
    deciding: WordSet
    purposes: WordSet
    serving: WordSet
    housing: WordSet
    houses: WordSet
    making: WordSet
    made: WordSet
    known: WordSet
    terms: WordSet
    planning: WordSet
    periods: WordSet
    receiving: WordSet
    standing: WordSet
    already: WordSet
    to_come: WordSet
    separate: WordSet
    mourning: WordSet
    added_to: WordSet
    aboard: WordSet
    flights: WordSet
    breaking_out: WordSet
    lingering: WordSet
    groups: WordSet
    ending: WordSet
    unchanging: WordSet
    holding: WordSet
    turning_points: WordSet
    arrivals: WordSet
    collectives: WordSet
    those_hit: WordSet
    never_told: WordSet
    up_to_now: WordSet
    ago_rule: Slug
    of_another_year: Slug
    before_ago: WordSet
    roughly: WordSet
    expecting: WordSet
    begun: WordSet
    awaited: WordSet
    lasting: WordSet
    exercises: WordSet
    taking_part: WordSet
    comprising: WordSet
    airlifts: WordSet
    flown_out: WordSet
    opening: WordSet
    closing: WordSet
    turning: WordSet
    summing_up: WordSet
    remains: WordSet
    staying: WordSet
    totals: WordSet
    hours_of_day: WordSet
    hours: WordSet
    several: WordSet
    times_of: WordSet
    day_parts: WordSet
    places_too: WordSet
    befalling: WordSet
    going_on: WordSet
    wanting: WordSet
    clock: WordSet
    resuming: WordSet
    going_on_with: WordSet
    reached: WordSet
    rising: WordSet
    raising: WordSet
    number_of_dead: WordSet
    returns: WordSet
    some: WordSet
    days: WordSet
    backward: WordSet
    spoken: WordSet
    setting: WordSet
    performing: WordSet
    aside: WordSet
    adding: WordSet
    closing_adding: Words
    scenes: WordSet
    perfect: WordSet
    so_at: WordSet
    being: WordSet
    was_done: WordSet
    past: WordSet
    not_past: WordSet
    now: WordSet
    remaining: WordSet


class TimePattern(Entry):
    """A pattern written as in time rules."""

    pattern: str


class Times(Entry):
    """Schema of ``times.toml``."""

    months: dict[str, int]
    solar_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    counts: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, int]
    halves: dict[str, Literal[1, 2]]
    parts: dict[str, Literal["early", "middle", "late", "end"]]
    whose: dict[str, int]
    words: WordList
    leads: WordList
    capitalised: WordList
    behind_relations: WordList
    relations: dict[Literal["since", "by", "before", "until", "after", "on"], Words]
    dating: Dating
    tense: Tense
    weekday_before: TimePattern
    fragments: dict[str, str]
    time: tuple[TimeRule, ...]
