"""Verbs: where the verbs of a sentence stand, and which of their forms are nouns there."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import helping_words, is_participle, is_passive, is_since_then
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token
from data.parse.words.verb_forms import all_verbs, event_verbs


def find_verbs(tokens: Sequence[Token], norms: Sequence[str]) -> list[Match[str]]:
    """Verbs the lexicon knows, of any list, longest form first; the payload is the lemma."""
    found = all_verbs().find(tokens, norms)
    return [match for match in found if not _is_noun(tokens, match.first)]


def find_event_verbs(tokens: Sequence[Token], norms: Sequence[str]) -> list[Match[Verb]]:
    """Verbs that say what happened to what is counted."""
    found = event_verbs().find(tokens, norms)
    return [
        _without_preposition(tokens, match) if norms[match.stop - 1] == "in" else match
        for match in found
        if not _is_noun(tokens, match.first)
    ]


def _without_preposition(tokens: Sequence[Token], match: Match[Verb]) -> Match[Verb]:
    """The verb alone, where "in" leads to a ground or time: "was taken in X", "in as many days".

    Who "takes in 300", or is "taken in by X", takes them in.
    """
    grammar, behind = lexicon.grammar(), tokens[match.stop : match.stop + 2]
    if [token.norm for token in behind] != ["as", "many"]:
        helping = helping_words(tokens, match.first)
        done_to = grammar.auxiliaries.isdisjoint(helping) or is_passive(tokens, match.first)
        leads = bool(behind) and (
            behind[0].is_number
            or behind[0].text[0].isupper()
            or behind[0].norm in grammar.determiners
        )
        if not (is_participle(tokens[match.first]) and done_to and leads):
            return match
    alone = event_verbs().find(tokens[match.first : match.first + 1])
    if not alone:
        return match
    return alone[0]._replace(first=match.first, stop=match.first + 1)


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form that may be a verb is a noun: "the march", "in camp", "White House"."""
    grammar, norm = lexicon.grammar(), tokens[index].norm
    if (
        norm in grammar.verb_nouns
        and index + 1 < len(tokens)
        and tokens[index + 1].norm in grammar.verb_noun_links
    ):
        return True
    if norm in _adjectival() and tokens[index + 1 : index + 2]:
        behind = tokens[index + 1].norm
        if f"{norm} {behind}" in grammar.adjectival:
            return True  # "died close to the border"
    if norm in grammar.troop_nouns and not _drives(tokens, index):
        return True
    if not index:
        return False
    before = tokens[index - 1].norm
    if before == "-" and tokens[index - 1].end == tokens[index].start:
        return True  # "rebel-held"
    if f"{before} {norm}" in grammar.verb_like_names:
        return True
    if before == "that":
        return False  # "the group that killed them"
    if before in grammar.determiners or before in {"'s", "other"}:
        return True
    if describes(tokens, index):
        return True
    if before not in grammar.prepositions or before == "to" or is_since_then(tokens, index - 1):
        return False
    return not norm.endswith("ing")


def describes(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle stands between a number and a noun: "two million registered Afghans"."""
    if tokens[index].norm not in lexicon.grammar().describing or not index:
        return False
    before, behind = tokens[index - 1], tokens[index + 1 : index + 2]
    counted = before.is_number or before.norm in lexicon.numbers().scales
    grammar = lexicon.grammar()
    small = grammar.prepositions | grammar.determiners | grammar.auxiliaries | grammar.conjunctions
    return counted and bool(behind) and behind[0].is_word and behind[0].norm not in small


@functools.cache
def _adjectival() -> frozenset[str]:
    """First words of "close to"."""
    return frozenset(phrase.partition(" ")[0] for phrase in lexicon.grammar().adjectival)


def _drives(tokens: Sequence[Token], index: int) -> bool:
    """Whether somebody is made to do something behind a form: "the war forces many to flee"."""
    behind = [token.norm for token in tokens[index + 1 : index + _DRIVEN_REACH]]
    grammar = lexicon.grammar()
    if grammar.driving.isdisjoint(behind[1:]):
        return False
    return (
        tokens[index + 1].is_number
        or behind[0] in grammar.driven
        or behind[0] in grammar.determiners
    )


_DRIVEN_REACH = 5
"""Most tokens from "forces" to the "to" of what it makes somebody do, and one more."""
