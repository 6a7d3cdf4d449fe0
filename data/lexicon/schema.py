"""The shape of the files that hold kinds, words and rules; the other modules hold the rest."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any, Literal

from data.entry import Entry, Limits
from data.lexicon.kind import KindId

Words = tuple[str, ...]
WordSet = frozenset[str]
Slug = Annotated[str, Limits(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Example(Entry):
    """A made-up sentence and all the facts it must yield, each as a part of its record."""

    text: str
    facts: tuple[dict[str, Any], ...]


Examples = tuple[Example, ...]


class Anaphor(Entry):
    """Words that stand for the last name of a type."""

    type: Literal["person", "armed-group", "country"]
    phrases: Words


class Anaphora(Entry):
    """Schema of ``anaphora.toml``."""

    anaphor: tuple[Anaphor, ...]
    bordering: dict[str, WordSet]


class Boilerplate(Entry):
    """Phrases of lines that are about the page."""

    phrases: Words
    examples: Words
    counterexamples: Words


class SentenceRules(Entry):
    """Schema of ``sentences.toml``."""

    abbreviations: Words
    bullets: Words
    boilerplate: tuple[Boilerplate, ...]


class WordList(Entry):
    """A plain list of words."""

    words: Words


class Phrases(Entry):
    """A plain list of phrases."""

    phrases: Words


class TimeRule(Entry):
    """A pattern of a calendar expression; keys are explained in ``times.toml``."""

    id: Slug
    near: Literal["month", "weekday", "year", "ordinal", "unit"]
    pattern: str
    resolver: str
    offset: int = 0
    alone: bool = False
    spoken: bool = False
    examples: tuple[Words, ...]


class Tense(Entry):
    """Patterns that tell whether what a sentence says lies ahead."""

    ahead: Words
    past: Words


class Dating(Entry):
    """Words that tell which expression dates a claim; keys are explained in ``times.toml``."""

    timeless: WordSet
    measuring: WordSet
    no_telling: WordSet
    report_words: WordSet
    report_nouns: WordSet
    report_nouns_unsure: WordSet
    report_nouns_sure_behind: WordSet
    spoken_of: Words
    superlatives: WordSet
    like_superlatives: WordSet
    agreements: WordSet
    comparisons: WordSet
    changes: WordSet
    joiners: WordSet
    same_time: WordSet
    compared: WordSet
    existential: WordSet
    including: WordSet
    causes: WordSet
    quoting: WordSet
    parts_of: WordSet
    delays: WordSet
    turns: Words
    conjunctions: WordSet
    limits: WordSet
    present: WordSet
    events: WordSet
    same_event: Words
    adding_up: Words
    same_period: Words
    same_day: Words
    vague: Words
    deciding: WordSet
    purposes: WordSet
    serving: WordSet
    housing: WordSet
    making: WordSet
    periods: WordSet
    receiving: WordSet
    standing: WordSet
    already: WordSet
    separate: WordSet
    flights: WordSet
    conflicts: WordSet
    breaking_out: WordSet
    settling: WordSet
    lingering: WordSet
    groups: WordSet
    ending: WordSet
    unchanging: WordSet
    holding: WordSet
    turning_points: WordSet
    arrivals: WordSet
    collectives: WordSet
    never_told: WordSet
    roughly: WordSet
    expecting: WordSet
    begun: WordSet
    awaited: WordSet
    lasting: WordSet
    turning: WordSet
    totals: WordSet
    hours: WordSet
    several: WordSet
    times_of: WordSet
    places_too: WordSet
    befalling: WordSet
    going_on: WordSet
    early_hours: Words
    resuming: WordSet
    rising: WordSet
    returns: WordSet
    some: WordSet
    days: WordSet
    spoken: WordSet
    setting: WordSet
    performing: WordSet
    aside: WordSet
    adding: WordSet
    scenes: WordSet
    perfect: WordSet
    past: WordSet
    not_past: WordSet
    now: WordSet


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
    parts: dict[str, Literal["early", "middle", "late", "end"]]
    words: WordList
    leads: WordList
    capitalised: WordList
    relations: dict[Literal["since", "by", "before", "until", "after"], Words]
    dating: Dating
    tense: Tense
    weekday_before: TimePattern
    fragments: dict[str, str]
    time: tuple[TimeRule, ...]


class Grammar(Entry):
    """Schema of ``grammar.toml``: the small words the parser steers by."""

    verb_like_names: WordSet
    particles: WordSet
    behind_object: WordSet
    confirming: WordSet
    listing: WordSet
    personal_endings: WordSet
    services: WordSet
    aspects: WordSet
    weights: WordSet
    aim_nouns: WordSet
    verb_nouns: WordSet
    troop_nouns: WordSet
    driven: WordSet
    verb_noun_links: WordSet
    prepositions: WordSet
    to_place: WordSet
    from_place: WordSet
    auxiliaries: WordSet
    passive: WordSet
    modals: WordSet
    negations: WordSet
    possibility: WordSet
    unfulfilled: WordSet
    enabling: WordSet
    entries: WordSet
    hindering: WordSet
    unmeant: WordSet
    foreseen: WordSet
    even_less: WordSet
    negating_openers: WordSet
    contrary: WordSet
    evidence: WordSet
    traces: WordSet
    merely_named: WordSet
    undoubted: WordSet
    none_words: WordSet
    denials: WordSet
    tellings: WordSet
    calling: WordSet
    disputing: WordSet
    falsehoods: WordSet
    rejected: WordSet
    intentions: WordSet
    expecting: WordSet
    participle_endings: WordSet
    directions: WordSet
    describing_suffixes: WordSet
    paged: WordSet
    subordinators: WordSet
    clause_openers: WordSet
    conditions: WordSet
    adverbs: WordSet
    object_control: WordSet
    object_control_forms: WordSet
    support_verbs: WordSet
    relatives: WordSet
    determiners: WordSet
    before_articles: WordSet
    subject_pronouns: WordSet
    possessives: WordSet
    owning: WordSet
    third_person_possessives: WordSet
    province_words: WordSet
    town_words: WordSet
    border_words: WordSet
    crossing_words: WordSet
    coordinators: WordSet
    copulas: WordSet
    personal: WordSet
    pointing: WordSet
    span_words: WordSet
    count_modifiers: WordSet
    anaphoric: WordSet
    groups: WordSet
    carriers: WordSet
    adjectival: WordSet
    asked: WordSet
    comprising: WordSet
    singular_verbs: WordSet
    plights: WordSet
    listed: WordSet
    result_participles: WordSet
    measuring_nouns: WordSet
    change_verbs: WordSet
    all_but: WordSet
    whole_openers: WordSet
    group_words: WordSet
    including: WordSet
    not_of_group: WordSet
    force_adjectives: WordSet
    acting_words: WordSet
    uprooted: WordSet
    spell_words: WordSet
    toll_words: WordSet
    aged_groups: WordSet
    rule_over: WordSet
    dead_words: WordSet
    possession: WordSet
    formation_words: WordSet
    owner_nouns: WordSet
    before_total: WordSet
    ground_adjectives: WordSet
    aged: WordSet
    touching: WordSet
    force_words: WordSet
    roomy_words: WordSet
    distance_before: WordSet
    distance_behind: WordSet
    length_words: WordSet
    serial_words: WordSet
    holding_words: WordSet
    holding_nouns: WordSet
    sides: WordSet
    share_nouns: WordSet
    completeness: WordSet
    undertakings: WordSet
    fencing: WordSet
    progress_words: WordSet
    conjunctions: WordSet


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


class Statements(Entry):
    """Schema of ``statements.toml``."""

    irregular: dict[str, Words]
    opposites: dict[str, str]
    statement: tuple[Statement, ...]
    facilities: WordList
    delegates: WordList
    amounts: WordList
