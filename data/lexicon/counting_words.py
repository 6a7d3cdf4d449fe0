"""Schema of the lexicon file with the words that tell what a number counts."""

from __future__ import annotations

from data.entry import Entry
from data.lexicon.schema import Words, WordSet


class CountWords(Entry):
    """Schema of ``counting.toml``: words that tell what a number counts."""

    hosting: WordSet
    passengers: WordSet
    whereabouts: WordSet
    behind_gap: WordSet
    behind_sum: WordSet
    in_all: WordSet
    as_number: WordSet
    counted_be: WordSet
    putting: WordSet
    put_at: WordSet
    under_arms: WordSet
    member_adjectives: WordSet
    taken_as: WordSet
    before_home: WordSet
    sent_off: WordSet
    list_of_kinds: WordSet
    fatal: WordSet
    bodies: WordSet
    death_words: WordSet
    before_opened: WordSet
    victims: WordSet
    never_news: WordSet
    after_half: WordSet
    partitive: WordSet
    partitive_determiners: WordSet
    before_again: WordSet
    never_again: WordSet
    remainder: WordSet
    excepting: WordSet
    all_words: WordSet
    denominator_ends: WordSet
    between_owners: WordSet
    behind_ordinal: WordSet
    before_ordinal: WordSet
    ordinal_nouns: WordSet
    left_where: WordSet
    left_there: WordSet
    having: WordSet
    standing_in: WordSet
    told_before: WordSet
    standing_for_one: WordSet
    made_up: WordSet
    entry_ends: WordSet
    number_ends: WordSet
    label_joints: WordSet
    entry_places: WordSet
    labelling: WordSet
    occasions: WordSet
    company: WordSet
    company_links: WordSet
    object_ends: WordSet
    with_gates: WordSet
    comparing: WordSet
    content_openers: WordSet
    own_words: WordSet
    verb_endings: Words
    own_deeds: WordSet
    impersonal_events: WordSet
    reporting_missing: WordSet
    lost_for_good: WordSet
    fell_where: WordSet
    customs: WordSet
    number_of_them: WordSet
    sorts_of_people: WordSet
    in_places: WordSet
    zero_line: WordSet
    helping: WordSet
    coming_home: WordSet
    rolls: WordSet
    amounting: WordSet
    unlawful: WordSet
    entering: WordSet
    present: WordSet
    on_the_way: WordSet
    at_risk: WordSet
    papers: WordSet
    arriving: WordSet
    on_the_move: WordSet
    admitting: WordSet
    employing: WordSet
    keeping: WordSet
    paying: WordSet
    under_control: WordSet
    claiming: WordSet
    of_control: WordSet
    coming_under: WordSet
    bare_subjects: WordSet
    pressing: WordSet
    losing: WordSet
    giving: WordSet
    up_to_then: WordSet
    used_to: WordSet
    again: WordSet
    leaving: WordSet
    had: WordSet
    not_past: WordSet
    between_holders: WordSet
    undone: WordSet
    inside: WordSet
    evidence_links: WordSet
    of_all: Words
    let_in: WordSet
    kept_at: WordSet
    refused: WordSet
    asking: WordSet
    wondering: WordSet
    deeds: dict[str, str]
