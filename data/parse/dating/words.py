"""Dating words: the small words that tell which expression dates a claim, as sets."""

from __future__ import annotations

import functools
from typing import NamedTuple

from data import lexicon
from data.parse.inflection import verb_forms

_SPEAKERS = frozenset({"anyone", "speaker"})


class DatingWords(NamedTuple):
    """Sets of words in lower case; most are explained in ``lexicon/times.toml``."""

    sayings: frozenset[str]
    telling: frozenset[str]
    report_words: frozenset[str]
    report_nouns: frozenset[str]
    report_nouns_unsure: frozenset[str]
    report_nouns_sure_behind: frozenset[str]
    superlatives: frozenset[str]
    like_superlatives: frozenset[str]
    agreements: frozenset[str]
    comparisons: frozenset[str]
    joiners: frozenset[str]
    same_time: frozenset[str]
    compared: frozenset[str]
    including: frozenset[str]
    causes: frozenset[str]
    quoting: frozenset[str]
    parts_of: frozenset[str]
    delays: frozenset[str]
    units: frozenset[str]
    kinds_of_people: frozenset[str]
    existential: frozenset[str]
    wholes: frozenset[str]
    conjunctions: frozenset[str]
    joints: frozenset[str]
    limits: frozenset[str]
    parting: frozenset[str]
    pronouns: frozenset[str]
    present: frozenset[str]
    events: frozenset[str]
    attacks: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    relatives: frozenset[str]
    modals: frozenset[str]
    auxiliaries: frozenset[str]
    prepositions: frozenset[str]
    conjoining: frozenset[str]
    dashes: frozenset[str]
    no_subjects: frozenset[str]
    openers: frozenset[str]
    aside: frozenset[str]
    adding: frozenset[str]
    scenes: frozenset[str]
    perfect: frozenset[str]
    past: frozenset[str]
    earlier_tenses: frozenset[str]
    not_past: frozenset[str]
    now: frozenset[str]
    being: frozenset[str]
    deciding: frozenset[str]
    prospects: frozenset[str]
    purposes: frozenset[str]
    housing: frozenset[str]
    making: frozenset[str]
    periods: frozenset[str]
    period_kinds: frozenset[str]
    described_kinds: frozenset[str]
    announced_kinds: frozenset[str]
    held_kinds: frozenset[str]
    receiving: frozenset[str]
    standing: frozenset[str]
    already: frozenset[str]
    separate: frozenset[str]
    flights: frozenset[str]
    conflicts: frozenset[str]
    breaking_out: frozenset[str]
    settling: frozenset[str]
    costs: frozenset[str]
    lingering: frozenset[str]
    groups: frozenset[str]
    those_aboard: frozenset[str]
    ending: frozenset[str]
    unchanging: frozenset[str]
    holding: frozenset[str]
    turning_points: frozenset[str]
    clock: frozenset[str]
    arrivals: frozenset[str]
    collectives: frozenset[str]
    never_told: frozenset[str]
    roughly: frozenset[str]
    expecting: frozenset[str]
    begun: frozenset[str]
    apposed: frozenset[str]
    lasting: frozenset[str]
    turning: frozenset[str]
    breaking: frozenset[str]
    totals: frozenset[str]
    hours: frozenset[str]
    several: frozenset[str]
    times_of: frozenset[str]
    places_too: frozenset[str]
    befalling: frozenset[str]
    going_on: frozenset[str]
    resuming: frozenset[str]
    rising: frozenset[str]
    returns: frozenset[str]
    some: frozenset[str]
    days: frozenset[str]
    spoken: frozenset[str]
    setting: frozenset[str]
    performing: frozenset[str]


@functools.cache
def dating_words() -> DatingWords:
    """The sets, made once."""
    rules, grammar = lexicon.times().dating, lexicon.grammar()
    sayings = {saying.lemma for saying in lexicon.attribution().saying}
    stating = {
        form
        for saying in lexicon.attribution().stating
        if saying.subject in _SPEAKERS and saying.lemma not in rules.no_telling
        for form in verb_forms(saying.lemma, saying.forms)
    }
    return DatingWords(
        sayings=frozenset(sayings - set(rules.measuring)),
        telling=frozenset(stating),
        report_words=frozenset((*rules.report_words, *grammar.prepositions)),
        report_nouns=frozenset(rules.report_nouns),
        report_nouns_unsure=frozenset(rules.report_nouns_unsure),
        report_nouns_sure_behind=frozenset(rules.report_nouns_sure_behind),
        superlatives=frozenset(rules.superlatives),
        like_superlatives=frozenset(rules.like_superlatives),
        agreements=frozenset(rules.agreements),
        comparisons=frozenset(rules.comparisons),
        joiners=frozenset(rules.joiners),
        same_time=frozenset(rules.same_time),
        compared=frozenset(rules.compared),
        including=frozenset(rules.including),
        causes=frozenset(rules.causes),
        quoting=frozenset(rules.quoting),
        parts_of=frozenset(rules.parts_of),
        delays=frozenset(rules.delays),
        units=frozenset(lexicon.times().words.words),
        kinds_of_people=frozenset(rules.kinds_of_people),
        existential=frozenset(rules.existential),
        wholes=frozenset(("of", "possible", "'s", *grammar.determiners)),
        conjunctions=frozenset(rules.conjunctions),
        joints=frozenset((*rules.conjunctions, "with")),
        limits=frozenset(rules.limits),
        parting=frozenset((*rules.limits, *grammar.relatives, "that")) - {"where"},
        pronouns=frozenset(rules.pronouns),
        events=frozenset(rules.events),
        attacks=frozenset((*rules.events, *rules.lasting, *rules.befalling)),
        definite=frozenset({"the", "this"}),
        indefinite=frozenset({"a", "an", "another"}),
        present=frozenset(rules.present),
        relatives=frozenset(grammar.relatives) - {"where"},
        modals=frozenset(grammar.modals),
        auxiliaries=frozenset(grammar.auxiliaries),
        prepositions=frozenset(grammar.prepositions),
        conjoining=frozenset(
            (*grammar.prepositions, *grammar.conjunctions, *rules.same_time, *rules.adding)
        ),
        no_subjects=frozenset((*grammar.auxiliaries, *grammar.relatives, *rules.pronouns, "that")),
        openers=frozenset(
            (*rules.same_time, *rules.limits, *rules.conjunctions, *grammar.relatives, "that")
        ),
        dashes=frozenset({"-", "–", "—", "--"}),
        aside=frozenset(rules.aside),
        adding=frozenset(rules.adding),
        scenes=frozenset(rules.scenes),
        perfect=frozenset(rules.perfect),
        past=frozenset(rules.past),
        earlier_tenses=frozenset((*rules.perfect, "had")),
        now=frozenset(rules.now),
        being=frozenset({"is", "are"}),
        deciding=frozenset(rules.deciding),
        prospects=frozenset((*rules.deciding, *rules.expecting)),
        purposes=frozenset(rules.purposes),
        housing=frozenset(rules.housing),
        making=frozenset(rules.making),
        periods=frozenset(rules.periods),
        period_kinds=frozenset(rules.period_kinds),
        described_kinds=frozenset(rules.described_kinds),
        announced_kinds=frozenset(rules.announced_kinds),
        held_kinds=frozenset(rules.held_kinds),
        receiving=frozenset(rules.receiving),
        standing=frozenset(rules.standing),
        already=frozenset(rules.already),
        separate=frozenset(rules.separate),
        flights=frozenset(rules.flights),
        conflicts=frozenset(rules.conflicts),
        breaking_out=frozenset(rules.breaking_out),
        settling=frozenset(rules.settling),
        costs=frozenset(rules.costs),
        lingering=frozenset(rules.lingering),
        groups=frozenset(rules.groups),
        those_aboard=frozenset((*rules.flights, *rules.arrivals)),
        ending=frozenset(rules.ending),
        unchanging=frozenset(rules.unchanging),
        holding=frozenset(rules.holding),
        turning_points=frozenset(rules.turning_points),
        clock=frozenset(rules.clock),
        arrivals=frozenset(rules.arrivals),
        collectives=frozenset((*rules.arrivals, *rules.collectives)),
        never_told=frozenset(rules.never_told),
        roughly=frozenset(rules.roughly),
        expecting=frozenset(rules.expecting),
        begun=frozenset(rules.begun),
        apposed=frozenset(rules.apposed),
        lasting=frozenset(rules.lasting),
        turning=frozenset(rules.turning),
        breaking=frozenset((*rules.turning, *rules.now, *grammar.modals)),
        totals=frozenset(rules.totals),
        hours=frozenset(rules.hours),
        several=frozenset(rules.several),
        times_of=frozenset(rules.times_of),
        places_too=frozenset(rules.places_too),
        befalling=frozenset(rules.befalling),
        going_on=frozenset((*rules.present, *rules.going_on)),
        resuming=frozenset(rules.resuming),
        rising=frozenset(rules.rising),
        returns=frozenset(rules.returns),
        some=frozenset(rules.some),
        days=frozenset(rules.days),
        spoken=frozenset(rules.spoken),
        setting=frozenset(rules.setting),
        performing=frozenset(rules.performing),
        not_past=frozenset((*grammar.modals, *grammar.negations, *rules.not_past)),
    )
