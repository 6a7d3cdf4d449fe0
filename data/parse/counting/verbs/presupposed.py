"""Presupposed: numbers whose counted exist whatever is denied: "no trace of the 20 who fled"."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import helping_words, looks_finite
from data.parse.counting.noun_phrases.asides import opens_relative
from data.parse.counting.noun_phrases.participles import is_bare_participle
from data.parse.reading import Reading
from data.parse.reality.negation import EvidenceLink, evidence_denied, has_no_doer
from data.parse.words.phrases import Match

_LONGEST_SUBJECT = 3
"""Most words of who did it, in a relative clause: "that the Taliban captured"."""

_NAMING_REACH = 6
"""Most words from those counted to the "promised" that tells that they are only named."""


def is_definite(reading: Reading, first: int) -> bool:
    """Whether "the" or "its" leads right to a number."""
    before = reading.lower[first - 1] if first else ""
    grammar = lexicon.grammar()
    return before in grammar.plural_definite or before in grammar.owning


def outlives_verb(reading: Reading, verb: Match[Verb], first: int, stop: int) -> bool:
    """Whether those counted exist though nobody does to them what the verb before them says.

    "No aid reached the 12,000 people in X", "has yet to retake the 14 districts it lost". What is
    had, or was only promised, is not there: "no country has sent the 3,000 soldiers promised".

    Args:
        reading: The sentence.
        verb: The verb before them.
        first: Index of the first token of the number, its qualifier included.
        stop: Index one past what it counts.
    """
    if not is_definite(reading, first) or first - 1 != verb.stop:
        return False
    if reading.norms.isdisjoint(lexicon.grammar().none_words | lexicon.count_words().undone):
        return False
    if not _is_merely_unserved(reading, verb.first, first):
        return False
    if _is_only_named(reading, stop):
        return False
    people = stop in reading.peoples or any(
        noun.payload.unit == "people"
        for index in range(first, stop)
        if (noun := reading.nouns.get(index))
    )
    return people or own_verb(reading, stop) is not None


def _is_merely_unserved(reading: Reading, verb: int, first: int) -> bool:
    """Whether nobody does what a verb says, or somebody has yet to, or fails to."""
    if has_no_doer(reading, verb):
        return True
    own = reading.lower[first - 1] in lexicon.grammar().owning
    relative = reading.lower[verb - 1 : verb] == ["to"]
    undone = lexicon.count_words().undone if own else {"yet"}
    return relative and reading.lower[verb - 2] in undone


def _is_only_named(reading: Reading, stop: int) -> bool:
    """Whether those counted were only promised or claimed: "the 3,000 soldiers NATO needs"."""
    grammar = lexicon.grammar()
    behind = reading.lower[stop : stop + _NAMING_REACH]
    return not (grammar.foreseen | grammar.tellings | grammar.merely_named).isdisjoint(behind)


def own_verb(reading: Reading, stop: int) -> tuple[Match[Verb], bool] | None:
    """The verb that words about those counted tell of them, and whether others did it to them.

    "The 40 who fled", "the 20 captured in X", "the 14 districts (that) it lost".

    Args:
        reading: The sentence.
        stop: Index one past those counted.
    """
    match = next((verb for verb in reading.events if verb.first >= stop), None)
    if match is None:
        return None
    if is_bare_participle(reading, match, stop):
        return match, True
    lower, relative = reading.lower, opens_relative(reading, stop)
    begin = match.first - len(helping_words(reading.tokens, match.first))
    if relative and begin == stop + 1:
        return match, match.payload.counted == "object"
    first = stop + (lower[stop] in lexicon.grammar().relative_objects)
    subject = lower[first:begin]
    if not 0 < len(subject) <= _LONGEST_SUBJECT or match.payload.counted == "subject":
        return None
    if begin != match.first or match.stop in reading.figure_starts:
        return None
    grammar = lexicon.grammar()
    whole = len(subject) == 1 or subject[0] in grammar.determiners
    whole = whole and subject[0] in grammar.third_person | grammar.plural_definite
    named = any(actor.first == first and actor.stop == begin for actor in reading.actors)
    return (match, True) if named or whole else None


def is_presupposed(reading: Reading, first: int, stop: int, verb: int | None) -> bool:
    """Whether a definite number stands beside a denial that is not about those it counts.

    Args:
        reading: The sentence.
        first: Index of the first token of the number, its qualifier included.
        stop: Index one past those counted.
        verb: Index of the verb that tells of them; None for none.
    """
    lower = reading.lower
    if _is_of_not_all(reading, first):
        return verb is None and is_placed(reading, stop)
    if not is_definite(reading, first) or _is_only_named(reading, stop):
        return False
    if first > 1 and lower[first - 2] in lexicon.grammar().neither:
        return verb is None and is_placed(reading, stop)
    if not _tells_of_them(reading, stop, verb):
        return False
    if " ".join(lower[max(0, first - 3) : first - 1]) in lexicon.grammar().even_less:
        return verb is not None
    evidence = evidence_denied(reading, first)
    return evidence is not None and _is_of_something_else(reading, evidence, first)


@functools.cache
def _of_all() -> Sequence[Sequence[str]]:
    return [phrase.split() for phrase in lexicon.count_words().of_all]


def _is_of_not_all(reading: Reading, first: int) -> bool:
    """Whether "by no means all of the", "not all the" leads to a number."""
    before = first - 1 if is_definite(reading, first) else first
    lower, openers = reading.lower, lexicon.grammar().negating_openers
    return any(
        lower[before - len(words) : before] == words
        and (
            lower[before - len(words) - 1 : before - len(words)] == ["not"]
            or " ".join(lower[max(0, before - len(words) - 3) : before - len(words)]) in openers
        )
        for words in _of_all()
    )


def is_placed(reading: Reading, stop: int) -> bool:
    """Whether those counted are somewhere: "the 1,600 soldiers in X"."""
    return stop + 1 in reading.place_starts and reading.lower[stop] in lexicon.count_words().inside


def _tells_of_them(reading: Reading, stop: int, verb: int | None) -> bool:
    """Whether words about those counted tell of them, and with them the verb, if any."""
    own = own_verb(reading, stop)
    if own is None:
        relative = verb is None and opens_relative(reading, stop)
        return relative or (verb in {None, stop} and _is_described(reading, stop))
    return verb in {None, own[0].first}


def _is_described(reading: Reading, stop: int) -> bool:
    """Whether a participle and a place follow: "the 30 trapped in X"."""
    if not looks_finite(reading.tokens[stop]):
        return False
    return not lexicon.count_words().inside.isdisjoint(reading.lower[stop + 1 : stop + 2])


def _is_of_something_else(reading: Reading, evidence: EvidenceLink, first: int) -> bool:
    """Whether what there is none of is not the number itself: "no reports of losses among the 40".

    Of people there is no trace, and they exist; "no confirmation of the 40 killed" may deny them.
    """
    lower = reading.lower
    if "that" in lower[evidence.noun : first]:
        return False
    if lower[evidence.noun] in lexicon.grammar().traces:
        return True
    links = lexicon.count_words().evidence_links
    return not links.isdisjoint(lower[evidence.noun + 1 : first - _OF_THE])


_OF_THE = 2
"""How many words "of the" before a number has."""
