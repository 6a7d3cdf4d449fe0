"""The shapes of ``grammar.toml``, ``sentences.toml`` and ``anaphora.toml``: the small words."""

from __future__ import annotations

from typing import Literal

from data.entry import Entry
from data.lexicon.schema import InOrder, Words, WordSet


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
    examples: InOrder
    counterexamples: InOrder


class SentenceRules(Entry):
    """Schema of ``sentences.toml``."""

    abbreviations: Words
    bullets: Words
    zones: Words
    telling: Words
    notices: Words
    boilerplate: tuple[Boilerplate, ...]


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
    driving: WordSet
    verb_noun_links: WordSet
    prepositions: WordSet
    to_place: WordSet
    from_place: WordSet
    auxiliaries: WordSet
    perfect: WordSet
    passive: WordSet
    modals: WordSet
    negations: WordSet
    no_longer: WordSet
    negative_determiners: WordSet
    neither: WordSet
    negative_adverbs: WordSet
    negation_ends: WordSet
    possibility: WordSet
    unfulfilled: WordSet
    costing: WordSet
    enabling: WordSet
    contemplating: WordSet
    entries: WordSet
    hindering: WordSet
    unmeant: WordSet
    open_verbs: WordSet
    open_links: WordSet
    foreseen: WordSet
    awaited: WordSet
    uncertain: WordSet
    even_less: WordSet
    negating_openers: WordSet
    contrary: WordSet
    evidence: WordSet
    traces: WordSet
    sequels: WordSet
    merely_named: WordSet
    undoubted: WordSet
    none_words: WordSet
    denials: WordSet
    resuming: WordSet
    tellings: WordSet
    told_links: WordSet
    calling: WordSet
    disputing: WordSet
    told_about: WordSet
    falsehoods: WordSet
    rejected: WordSet
    intentions: WordSet
    passive_infinitives: WordSet
    expecting: WordSet
    participle_endings: WordSet
    directions: WordSet
    describing_suffixes: WordSet
    located: WordSet
    paged: WordSet
    subordinators: WordSet
    before_as: WordSet
    clause_openers: WordSet
    between_phrases: WordSet
    turning: WordSet
    verb_joints: WordSet
    conditions: WordSet
    adverbs: WordSet
    focus: WordSet
    not_only: WordSet
    object_control: WordSet
    object_control_forms: WordSet
    support_verbs: WordSet
    relatives: WordSet
    before_relative: WordSet
    relative_subjects: WordSet
    relative_objects: WordSet
    partitive_relatives: WordSet
    personal_relatives: WordSet
    impersonal_relatives: WordSet
    determiners: WordSet
    before_articles: WordSet
    subject_pronouns: WordSet
    third_person: WordSet
    plural_pronouns: WordSet
    others: WordSet
    possessives: WordSet
    plural_definite: WordSet
    singular_definite: WordSet
    indefinite: WordSet
    owning: WordSet
    third_person_possessives: WordSet
    province_words: WordSet
    town_words: WordSet
    border_words: WordSet
    crossing_words: WordSet
    coordinators: WordSet
    joining: WordSet
    joining_names: WordSet
    separators: WordSet
    adding: WordSet
    clause_joints: WordSet
    place_joints: WordSet
    dashes: WordSet
    copulas: WordSet
    finite_be: WordSet
    nonfinite_be: WordSet
    personal: WordSet
    pointing: WordSet
    span_words: WordSet
    count_modifiers: WordSet
    anaphoric: WordSet
    groups: WordSet
    carriers: WordSet
    describing: WordSet
    adjectival: WordSet
    asked: WordSet
    comprising: WordSet
    singular_verbs: WordSet
    plights: WordSet
    listed: WordSet
    result_participles: WordSet
    measuring_nouns: WordSet
    amounting_verbs: WordSet
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
    tolls: WordSet
    toll_words: WordSet
    aged_groups: WordSet
    age_shares: WordSet
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
    figure_leads: WordSet
    completeness: WordSet
    undertakings: WordSet
    fencing: WordSet
    progress_words: WordSet
    conjunctions: WordSet
