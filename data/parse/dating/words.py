"""Dating words: the small words that tell which expression dates a claim, as sets."""

from __future__ import annotations

import functools

from data import lexicon
from data.lexicon.dating import Dating
from data.lexicon.schema import WordSet
from data.parse.words.inflection import verb_forms

VICTIMS = "casualties"
"""Kind of claim of what an attack or an accident did to people."""

DURATION = "within"
"""Rule of the time within which something was done."""

_SPEAKERS = frozenset({"anyone", "speaker"})


class DatingWords(Dating):
    """The sets of ``lexicon/times.toml``, where they are explained, and what follows from them."""

    sayings: WordSet
    pronouns: WordSet
    telling: WordSet
    before_report: WordSet
    units: WordSet
    wholes: WordSet
    joints: WordSet
    parting: WordSet
    attacks: WordSet
    put_out: WordSet
    relatives: WordSet
    modals: WordSet
    auxiliaries: WordSet
    prepositions: WordSet
    conjoining: WordSet
    dashes: WordSet
    no_subjects: WordSet
    openers: WordSet
    earlier_tenses: WordSet
    beside_no_past: WordSet
    prospects: WordSet
    those_aboard: WordSet
    those_told_of: WordSet
    breaking: WordSet
    at_present: WordSet


@functools.cache
def dating_words() -> DatingWords:
    """The sets, made once."""
    rules, grammar = lexicon.times().dating, lexicon.grammar()
    openers = rules.limits.union(grammar.relatives, ("that",))
    return DatingWords(
        **vars(rules),
        sayings=frozenset(saying.lemma for saying in lexicon.attribution().saying)
        - rules.measuring,
        pronouns=grammar.subject_pronouns,
        telling=_verbs_of_telling(rules.no_telling),
        before_report=rules.report_words.union(grammar.prepositions),
        units=frozenset(lexicon.times().words.words),
        wholes=rules.before_strength | grammar.determiners,
        joints=rules.conjunctions | {"with"},
        parting=openers - {"where"},
        attacks=rules.events | rules.lasting | rules.befalling,
        put_out=lexicon.attribution().records.issued,
        relatives=frozenset(grammar.relatives) - {"where"},
        modals=frozenset(grammar.modals),
        auxiliaries=frozenset(grammar.auxiliaries),
        prepositions=frozenset(grammar.prepositions),
        conjoining=(rules.same_time | rules.adding).union(
            grammar.prepositions, grammar.conjunctions
        ),
        dashes=frozenset({"-", "–", "—", "--"}),
        no_subjects=grammar.subject_pronouns.union(
            grammar.auxiliaries, grammar.relatives, ("that",)
        ),
        openers=openers | rules.same_time | rules.conjunctions,
        earlier_tenses=rules.perfect | {"had"},
        beside_no_past=rules.not_past.union(grammar.modals, grammar.negations),
        prospects=rules.deciding | rules.expecting,
        those_aboard=rules.flights | rules.arrivals,
        those_told_of=rules.arrivals | rules.collectives,
        breaking=(rules.turning | rules.now).union(grammar.modals),
        at_present=rules.present | rules.going_on,
    )


def _verbs_of_telling(no_telling: WordSet) -> WordSet:
    """All forms of the verbs by which somebody states something."""
    return frozenset(
        form
        for saying in lexicon.attribution().stating
        if saying.subject in _SPEAKERS and saying.lemma not in no_telling
        for form in verb_forms(saying.lemma, saying.forms)
    )
