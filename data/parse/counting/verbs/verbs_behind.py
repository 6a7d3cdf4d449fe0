"""Verbs behind: which verbs behind those counted say what happened to them."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import helping_words, is_adverb, is_participle, is_passive
from data.parse.counting.noun_phrases.asides import (
    opens_relative,
    past_apposition,
    past_comparison,
)
from data.parse.counting.noun_phrases.extents import read_phrase
from data.parse.counting.noun_phrases.participles import is_bare_participle
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.reality.negation import is_negated
from data.parse.words.phrases import Match


def verbs_behind(reading: Reading, stop: int, own: int) -> Sequence[Match[Verb]]:
    """The verbs behind those counted in their clause, but for those of words about them."""
    end = _before_question(reading, stop)
    after = [
        verb
        for verb in reading.events
        if stop <= verb.first < end and reading.clause_of(verb.first).part_of == own
    ]
    if len(after) > 1 and _goes_on_behind_relative(reading, stop, after[1].first):
        if is_negated(reading, after[1].first):
            return after  # "the 300 who fled have not returned"
        return after[1:]  # "those who wish to flee may be left behind"
    if len(after) > 1 and _is_instead(reading, after[0], after[1]):
        return after[1:]
    if len(after) > 1 and (closing := past_apposition(reading, stop)):
        return [verb for verb in after if verb.first >= closing] or after
    return after


def _before_question(reading: Reading, stop: int) -> int:
    """Where a question begins that those counted only ask: "do not know where it comes from"."""
    asking, end = lexicon.count_words().asking, len(reading.lower)
    wondering = lexicon.count_words().wondering
    if reading.norms.isdisjoint(wondering) or reading.norms.isdisjoint(asking):
        return end
    asked = (at for at in range(stop + 1, end) if reading.lower[at] in asking)
    return next((at for at in asked if reading.lower[at - 1] in wondering), end)


def loss_behind(reading: Reading, told: Sequence[Match[Verb]]) -> Match[Verb] | None:
    """The loss that a passive goes on to: "were captured and shot"; none if it is one itself."""
    if len(told) < _WITH_LOSS or told[0].payload.kinds.get("people") == "casualties":
        return None
    verb, loss = told[:_WITH_LOSS]
    if loss.first != verb.stop + 1 or reading.lower[verb.stop] != "and":
        return None
    hurt = loss.payload.kinds.get("people") == "casualties"
    died = loss.payload.counted == "subject"  # "were hit by shells and died"
    return loss if hurt and (died or is_bare_participle(reading, loss, loss.first)) else None


_WITH_LOSS = 2


def _is_instead(reading: Reading, denied: Match[Verb], verb: Match[Verb]) -> bool:
    """Whether those counted did one thing and not another: "did not fight but fled"."""
    before = verb.first - len(helping_words(reading.tokens, verb.first)) - 1
    if reading.lower[before] not in {"but", "and"} or not is_negated(reading, denied.first):
        return False
    return reading.lower[before] == "but" or _is_deed_of_its_own(reading, denied, verb)


def _is_deed_of_its_own(reading: Reading, denied: Match[Verb], verb: Match[Verb]) -> bool:
    """Whether a denial does not reach the verb behind "and": "could not leave and were killed".

    It does in "did not fight and surrender" and "were not killed or captured".
    """
    helping, grammar = frozenset(helping_words(reading.tokens, verb.first)), lexicon.grammar()
    if not grammar.negations.isdisjoint(helping):
        return False
    passive = is_passive(reading.tokens, verb.first)
    if verb.payload.counted == ("subject" if passive else "object"):
        return False
    if not helping.isdisjoint(grammar.auxiliaries - grammar.nonfinite_be):
        return True
    form = reading.lower[verb.first]
    return (
        "to" not in helping
        and not form.endswith("ing")
        and _is_base_form(reading, denied)
        and not _is_base_form(reading, verb)
    )


def _is_base_form(reading: Reading, verb: Match[Verb]) -> bool:
    """Whether a verb stands as it does behind "to" and "did": "fight", but not "fought"."""
    form = reading.lower[verb.first]
    return any(
        form == lemma.partition(" ")[0] for lemma in (verb.payload.lemma, *verb.payload.also)
    )


def _goes_on_behind_relative(reading: Reading, stop: int, verb: int) -> bool:
    """Whether the second verb behind those counted is theirs: "the 80 who fled may be sent back".

    In "of the 80 who fled, 20 were hurt" it is another number's.
    """
    return opens_relative(reading, stop) and not another_number_between(reading, stop, verb)


def _is_told_again(reading: Reading, quantity: Quantity, stop: int) -> bool:
    """Whether a number between dashes counts the same once more: "half of X - 900 - fled"."""
    first, end = quantity.outer_first, quantity.outer_stop
    dashes = lexicon.grammar().dashes
    if not first or reading.lower[first - 1] not in dashes:
        return False
    return not dashes.isdisjoint(reading.lower[end : min(stop, end + _LONGEST_AGAIN)])


_LONGEST_AGAIN = 4
"""Most words behind the number between the dashes."""


def another_number_between(reading: Reading, first: int, stop: int) -> bool:
    """Whether a number stands between that is not listed with this one ("40 men and 20 ...").

    So does the rest of them as the subject: "40 men were disarmed and the rest fled".
    """
    if _is_of_the_rest(reading, first, stop):
        return True
    for quantity in reading.quantities:
        if reading.left_alone.get(quantity.first) == "formation":
            continue  # "40 soldiers of the 207th Corps were killed"
        if first <= quantity.first < stop and not _is_told_again(reading, quantity, stop):
            closing = past_comparison(reading, quantity.outer_first)
            if closing is not None and closing < stop:
                continue  # "650 men, down from 2,500 in May, will stay"
            if is_of_relative(reading, quantity):
                return not _closes(reading, quantity.outer_stop, stop)
            between = reading.lower[first : quantity.outer_first]
            grammar = lexicon.grammar()
            of_them = reading.lower[quantity.outer_stop : quantity.outer_stop + 1] == ["of"]
            if quantity.is_fraction and between == [","] and not of_them:
                return True  # "of 300 recruits, 40 of whom were ill, half left"
            if _closes_part(reading, first):
                return True
            if not grammar.including.isdisjoint(between):
                return False
            if " ".join(between) in grammar.listing:
                return False  # "20 students along with three staff were kidnapped"
            if len(between) == 1 and _only_says_where(reading, quantity, stop):
                return False  # "40 rebels in three provinces were killed"
            if quantity.unit is None and is_list_of_people(reading, first, quantity.outer_first):
                return False  # "40 soldiers and policemen and 12 civilians were wounded"
            return not grammar.separators.issuperset(between)
    return False


def _closes_part(reading: Reading, stop: int) -> bool:
    """Whether a comma closes an inserted part: "90 died, half of them boys, and 80 left"."""
    if reading.lower[stop : stop + 1] != [","]:
        return False
    before = (q for q in reversed(reading.quantities) if q.outer_stop <= stop)
    part = next(before, None)
    if part is None or not part.outer_first or reading.lower[part.outer_first - 1] != ",":
        return False
    of_them = reading.lower[part.outer_stop : part.outer_stop + 2]
    return of_them[:1] == ["of"] and of_them[-1] in lexicon.grammar().anaphoric


def _is_of_the_rest(reading: Reading, first: int, verb: int) -> bool:
    """Whether a verb has the rest as its subject, and those counted a verb of their own before."""
    rest = lexicon.count_words().remainder
    if rest.isdisjoint(reading.norms):
        return False
    index = verb - len(helping_words(reading.tokens, verb)) - 1
    if index <= first or reading.lower[index] not in rest:
        return False
    told = lexicon.grammar().auxiliaries
    return any(at in reading.verb_tokens or reading.lower[at] in told for at in range(first, index))


def _only_says_where(reading: Reading, quantity: Quantity, verb: int) -> bool:
    """Whether a number is of grounds "in" which others were whom a passive verb tells of."""
    first = quantity.outer_first
    if quantity.unit is not None or reading.lower[first - 1] not in lexicon.count_words().in_places:
        return False
    _, noun, stop = read_phrase(reading, quantity.outer_stop)
    if noun is None or noun.unit != "count" or noun.kind == "equipment":
        return False
    helping = reading.lower[stop:verb]
    return bool(helping) and lexicon.grammar().auxiliaries.issuperset(helping)


def is_list_of_people(reading: Reading, first: int, stop: int) -> bool:
    """Whether more people of a list stand between two numbers: ", a guard and", "and cooks and".

    A comma alone before the second may begin a clause: "sent 40 guards and cooks, 12 men died".
    """
    if reading.lower[stop - 1] != "and":
        return False
    joints, single = lexicon.grammar().adding, lexicon.grammar().indefinite | {"one"}
    index = first
    while index < stop and reading.lower[index] in joints:
        while index < stop and reading.lower[index] in joints:
            index += 1
        if index == stop:
            return True
        index += reading.lower[index] in single
        if index < stop:
            index, noun, noun_stop = read_phrase(reading, index)
            if noun is None or noun.unit != "people" or noun_stop != index:
                return False
    return False


def is_done_to(reading: Reading, match: Match[Verb], first: int, stop: int) -> bool:
    """Whether a verb behind those counted tells what was done to them, and not what they did."""
    if is_passive(reading.tokens, match.first):
        return True
    if is_bare_participle(reading, match, _end_of_list(reading, first, stop)):
        return True
    return match.payload.counted == "object" and _is_reported(reading, match.first)


def _is_reported(reading: Reading, index: int) -> bool:
    """Whether it is told of a participle that it is so: "40 are confirmed killed"."""
    told = reading.lower[index - 1] in lexicon.grammar().confirming
    return told and is_participle(reading.tokens[index]) and is_passive(reading.tokens, index - 1)


def _end_of_list(reading: Reading, first: int, stop: int) -> int:
    """Where a list of people ends that those counted open, as headlines do; else where they stop.

    "Four soldiers and two civilians killed in X", but not "met four soldiers and two killed".
    """
    speech = lexicon.attribution().grammar.speech
    if first - 1 in reading.verb_tokens and reading.lower[first - 1] not in speech:
        return stop
    named = (reading.nouns.get(index) for index in range(first, stop))
    if not any(noun and noun.stop == stop and noun.payload.unit == "people" for noun in named):
        return stop
    lower, joints, single = reading.lower, lexicon.grammar().adding, lexicon.grammar().indefinite
    end = stop
    while end < len(lower) and (lower[end] == "," or lower[end] in joints):
        index = end + 1 + (lower[end + 1 : end + 2] == ["and"])
        one = lower[index : index + 1] and lower[index] in single
        number = index + 1 if one else reading.quantity_stops.get(index)
        if number is None or number >= len(lower):
            return stop
        _, noun, end = read_phrase(reading, number)
        if noun is None or noun.unit != "people":
            return stop
    return end


def is_of_relative(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number begins a relative clause about a part: "12 posts, two of which fell"."""
    behind = reading.lower[quantity.outer_stop : quantity.outer_stop + 2]
    relatives = lexicon.grammar().partitive_relatives
    return behind[:1] == ["of"] and not relatives.isdisjoint(behind[1:])


def _closes(reading: Reading, first: int, stop: int) -> bool:
    """Whether a clause is over before a token: "40 men, 12 of whom were officers, gave up"."""
    ends = lexicon.grammar().dashes | {",", ")"}
    finite = lexicon.grammar().auxiliaries | lexicon.grammar().modals
    has_verb = False
    for index in range(first, stop):
        if has_verb and reading.lower[index] in ends:
            return True  # but not "a third of whom, currently, wait"
        has_verb = has_verb or index in reading.verb_tokens or reading.lower[index] in finite
    return False


def is_aim_of_others(reading: Reading, first: int, index: int) -> bool:
    """Whether others than those counted are to do what a verb says.

    "Three helped migrants to enter", "64% support the decision to withdraw".
    """
    tokens = reading.tokens
    while index > first and is_adverb(tokens[index - 1]):
        index -= 1
    if index <= first or tokens[index - 1].norm != "to":
        return False
    if tokens[index - 2].norm in lexicon.grammar().aim_nouns:
        return True
    return any(
        match.stop == index - 1 and match.payload.unit == "people" and match.first > first
        for match in reading.nouns.values()
    )
