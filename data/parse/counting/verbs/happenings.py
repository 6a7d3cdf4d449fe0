"""Happenings: the verb a number hangs on, which side of it the number is, and who does it."""

from __future__ import annotations

import functools
from typing import NamedTuple

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_passive
from data.parse.counting.noun_phrases.asides import (
    is_inserted,
    opens_bracket,
    past_comparison,
)
from data.parse.counting.noun_phrases.participles import is_bare_participle
from data.parse.counting.verbs.deeds import find_deed
from data.parse.counting.verbs.left_over import is_left_over, remaining
from data.parse.counting.verbs.of_others import is_of_others
from data.parse.counting.verbs.passed_over import belongs_elsewhere
from data.parse.counting.verbs.presupposed import outlives_verb, own_verb
from data.parse.counting.verbs.split_verbs import find_split_verb
from data.parse.counting.verbs.verbs_behind import (
    another_number_between,
    is_done_to,
    loss_behind,
    verbs_behind,
)
from data.parse.reading import Reading
from data.parse.words.phrases import Match

_UNKNOWN_PART = 4
"""Words of "how many of the"."""

_LONGEST_REACH = 3
"""Most words ("the", "another") between a verb and the number that is its object."""

_LONGEST_ADJUNCT = 14
"""Most words between a verb and a number that is its object all the same: "killed, on Friday
in a village near X, 25 fighters"."""


class NumberPhrase(NamedTuple):
    """A number with its qualifier and what it counts.

    Attributes:
        first: Index of the first token, qualifier included.
        stop: Index one past the last token of the counted noun or the denominator.
    """

    first: int
    stop: int


class Happening(NamedTuple):
    """A verb that says what happened to what a number counts.

    Attributes:
        verb: What the lexicon says about it.
        first: Index of its first token.
        stop: Index one past its last token.
        by_others: Somebody else did it to them: the number is the object, or the verb passive.
        direct: The number stands right behind the verb, or in front of it.
    """

    verb: Verb
    first: int
    stop: int
    by_others: bool
    direct: bool = True

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of fact that it makes of each class of nouns."""
        verb = self.verb
        done_to = self.by_others and self.direct and bool(verb.object_kinds)
        return verb.object_kinds if done_to else verb.kinds


def find_happening(reading: Reading, phrase: NumberPhrase) -> Happening | None:
    """The verb a number hangs on: one right before it, else one after it in the same clause.

    The lexicon says on which side of a verb the counted ones stand: "three gunmen killed twelve
    guards" counts twelve killed and says of the three nothing that it knows.
    """
    if split := find_split_verb(reading, phrase.first, phrase.stop):
        return Happening(split.payload, split.first, split.stop, by_others=True)
    if deed := find_deed(reading, phrase.first, phrase.stop):
        by_others = deed.verb.counted != "subject"
        return Happening(deed.verb, deed.noun, deed.noun + 1, by_others=by_others)
    before = " ".join(reading.lower[max(0, phrase.first - _UNKNOWN_PART) : phrase.first])
    unknown = before in lexicon.count_words().unknown_parts  # "how many of the 300 were hurt"
    if (
        not reading.events
        or unknown
        or is_inserted(reading, *phrase)
        or past_comparison(reading, phrase.first) is not None
    ):
        return None
    return _by_whole_verb(reading, phrase)


def _by_whole_verb(reading: Reading, phrase: NumberPhrase) -> Happening | None:
    events = reading.events
    own = reading.clause_of(phrase.first).part_of
    before = next(
        (
            verb
            for verb in reversed(events)
            if verb.stop <= phrase.first and reading.clause_of(verb.first).part_of == own
        ),
        None,
    )
    if before and (found := _in_company(reading, before, phrase.first)):
        return found
    if before and outlives_verb(reading, before, phrase.first, phrase.stop):
        return happening_behind(reading, phrase.stop)
    if before and _begins_clause(reading, phrase):
        before = None
    near = before is not None and _reaches(reading, before.stop, phrase)
    if before and near and phrase.first - before.stop > _LONGEST_REACH:
        last = _own_participle(reading, phrase)
        if last and (found := _as_subject(reading, last, phrase)):
            return found
    if before and near and (found := _as_object(reading, before)):
        return found
    after = verbs_behind(reading, phrase.stop, own)
    if after and (found := _as_subject(reading, after[0], phrase)):
        loss = loss_behind(reading, after) if found.by_others else None  # "captured and shot"
        return (
            found
            if loss is None
            else found._replace(verb=loss.payload, first=loss.first, stop=loss.stop)
        )
    if (
        before
        and phrase.first - before.stop <= _LONGEST_ADJUNCT
        and not belongs_elsewhere(reading, before.stop, phrase.first)
        and not _begins_state(reading, phrase)
    ):
        found = _as_object(reading, before)
        return found and found._replace(direct=False)
    return None


def happening_behind(reading: Reading, stop: int) -> Happening | None:
    """What words about those counted tell of them: "has yet to retake the 14 districts it lost".

    Args:
        reading: The sentence.
        stop: Index one past those counted.
    """
    own = own_verb(reading, stop)
    if own is None:
        return None
    match, by_others = own
    return Happening(match.payload, match.first, match.stop, by_others=by_others)


def _own_participle(reading: Reading, phrase: NumberPhrase) -> Match[Verb] | None:
    """The participle right behind one of a list: "left 29 dead and 211 injured"."""
    behind = (match for match in reading.events if match.first == phrase.stop)
    return next((m for m in behind if is_bare_participle(reading, m, phrase.stop)), None)


def _begins_clause(reading: Reading, phrase: NumberPhrase) -> bool:
    """Whether those counted are the subject of a verb of their own: "X left, and 20 men took over".

    A participle right behind them is none: "12 were killed and 20 men wounded". A headline joins
    two clauses by a comma: "Army kills 40 in X, 20 fighters surrender".
    """
    first, stop = phrase
    before = reading.lower[first - 1] if first else ""
    signs = ";," if reading.sentence.is_open else ";"
    if before not in signs and before not in lexicon.grammar().clause_joints:
        return False
    begin, told = stop, lexicon.grammar().auxiliaries
    while begin < len(reading.lower) and reading.lower[begin] in told:
        begin += 1  # "and six guards had died there"
    return any(
        match.first == begin and not (begin == stop and is_bare_participle(reading, match, stop))
        for match in reading.events
    )


def _begins_state(reading: Reading, phrase: NumberPhrase) -> bool:
    """Whether of those counted it is told what they are: "killed 40 in May, and 12 are in jail"."""
    joined = reading.lower[phrase.first - 1] in lexicon.grammar().conjunctions
    return joined and reading.lower[phrase.stop : phrase.stop + 1] in (["are"], ["were"])


def _reaches(reading: Reading, verb_stop: int, phrase: NumberPhrase) -> bool:
    """Whether a number is the object of a verb, directly or as one of a list."""
    first = phrase.first
    if opens_bracket(reading, verb_stop, first):
        return False
    if first - verb_stop <= _LONGEST_REACH:
        return _parting().isdisjoint(reading.lower[verb_stop:first])
    if not lexicon.grammar().finite_be.isdisjoint(reading.lower[phrase.stop - 1 : phrase.stop + 1]):
        return False  # "killed 300 militants, and 40 were arrested"
    for quantity in reading.quantities:
        if verb_stop <= quantity.outer_first < first and not quantity.is_ordinal:
            between = reading.lower[quantity.outer_stop : first]
            return (
                quantity.outer_first - verb_stop <= _LONGEST_REACH
                and not lexicon.grammar().separators.isdisjoint(between)
                and _opening_clauses().isdisjoint(between)
                and not any(quantity.outer_stop <= verb.first < first for verb in reading.verbs)
            )
    return False


@functools.cache
def _opening_clauses() -> frozenset[str]:
    """Words behind which a verb before them has no objects: "retook six and that 150 were"."""
    return lexicon.grammar().relatives | {"that"}


@functools.cache
def _parting() -> frozenset[str]:
    """Words between a verb and a number that is not its object: "passed from X and 4 ..."."""
    return lexicon.grammar().prepositions | lexicon.count_words().object_ends


def _as_object(reading: Reading, match: Match[Verb]) -> Happening | None:
    passive = is_passive(reading.tokens, match.first)
    if match.payload.counted == "subject" or passive:
        return None
    return Happening(match.payload, match.first, match.stop, by_others=True)


def _in_company(reading: Reading, match: Match[Verb], first: int) -> Happening | None:
    """What happened to others with whom those counted are told of: "was killed along with 14"."""
    led = " ".join(reading.lower[first - 2 : first])
    if _took_along(reading, match, first):
        return Happening(match.payload, match.first, match.stop, by_others=False)
    killed = match.payload.kinds.get("people") == "casualties" and first - match.stop <= _THERE_WITH
    with_them = killed and led.endswith("with")
    together = led in lexicon.count_words().company
    if not (with_them or together):
        return None
    dies = killed and together and match.payload.counted == "subject"
    if not dies and not is_passive(reading.tokens, match.first):
        return None
    return Happening(match.payload, match.first, match.stop, by_others=True)


def _took_along(reading: Reading, match: Match[Verb], first: int) -> bool:
    """Whether somebody in flight has those counted with him: "fled to X with 63 comrades"."""
    if not match.payload.flight or reading.lower[first - 1] != "with":
        return False
    there = reading.place_stops.get(first - 1)  # not "passed through a base with two runways"
    return first - 1 == match.stop or (there is not None and there - match.stop <= _WAY_WITH)


_WAY_WITH = 2
"""Most words before where somebody fled: "across into"."""

_THERE_WITH = 2
"""Words of "was killed there with 14 guards"."""


def _as_subject(reading: Reading, match: Match[Verb], phrase: NumberPhrase) -> Happening | None:
    if another_number_between(reading, phrase.stop, match.first):
        return None
    if is_of_others(reading, match.first, *phrase):
        return None
    if is_left_over(reading, match, phrase.first, phrase.stop):
        return Happening(remaining(), match.first, match.stop, by_others=False)
    passive = is_done_to(reading, match, phrase.first, phrase.stop)
    if match.payload.counted == ("subject" if passive else "object"):
        return None
    return Happening(match.payload, match.first, match.stop, by_others=passive)
