"""Summed: counts that spell out a total told before, or stand against it, and share its kind.

"They comprise 240 Indians and 90 Afghans"; "The toll includes 2,400 soldiers"; "66,000 dead,
against 2,400 Americans".
"""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.noun_phrases.behind import find_behind
from data.parse.counting.noun_phrases.between import number_start, verb_between
from data.parse.counting.verbs.happenings import NumberPhrase, find_happening
from data.parse.draft import Draft
from data.parse.reading import Reading

_LOSS = "casualties"


def kind_of_total(reading: Reading, counted: Counted, previous: Draft | None) -> str | None:
    """The kind of a total that people are told to make up; None where they do not.

    Args:
        reading: The sentence.
        counted: The people.
        previous: The fact of the number before; in the same sentence, one of the same list.
    """
    if counted.noun.unit != "people" or previous is None or counted.how not in _LISTED:
        return None
    first = number_start(reading, counted.first)
    fates = lexicon.kinds_with("fate")
    if previous.at == reading.at and _is_against(reading, first, previous, counted.how == "before"):
        return previous.kind if previous.kind in fates else None
    opening = _opening(reading, first)
    if opening is None or counted.noun.kind in fates:
        return None
    kind = _kind_of_opened(reading, opening, first, previous)
    # soldiers among those who fled are soldiers; among the dead and the passengers they are not
    return None if kind == "displaced" and counted.noun.kind == "personnel" else kind


def _kind_of_opened(reading: Reading, opening: int, first: int, previous: Draft) -> str | None:
    """The kind of those told of before "They comprise", for a number that stands behind it."""
    fates = lexicon.kinds_with("fate")
    if verb_between(reading, opening, first):
        return None
    told = previous.kind in fates
    if previous.at == reading.at and previous.first < opening:
        return previous.kind if told else None  # "...; this includes 40 women"
    if previous.at == reading.at and reading.at:
        return previous.kind if told else _fate_of_subject(reading.whole[reading.at - 1])
    if first - opening > _LONGEST_LEAD or reading.at - previous.at != 1:
        return None
    if previous.kind in fates and previous.unit == "people":
        return previous.kind
    return _fate_of_subject(reading.whole[previous.at])


def _fate_of_subject(reading: Reading) -> str | None:
    """The kind of the people of whom a sentence begins to tell: "565 people were brought out"."""
    quantity = next(iter(reading.counting), None)
    if quantity is None or quantity.outer_stop >= len(reading.tokens):
        return None
    found = find_behind(reading, quantity.outer_stop)
    if found is None or found.noun.unit != "people":
        return None
    happening = find_happening(reading, NumberPhrase(quantity.outer_first, found.stop))
    told = happening.kinds.get("people") if happening else None
    kind = told or found.noun.kind
    return kind if kind in lexicon.kinds_with("fate") else None


_LISTED: frozenset[How] = frozenset({"behind", "before"})
_LONGEST_LEAD = 4
"""Most words from "comprise" to the first number: "comprise, besides, some 240"."""


def is_part_of_toll(reading: Reading, counted: Counted) -> bool:
    """Whether people are counted in a toll told of before: "The toll is hard. It includes 240"."""
    opening = _opening(reading, 0)
    if opening is None or counted.noun.unit != "people" or not reading.at:
        return False
    one = reading.lower[0] in lexicon.count_words().standing_for_one
    if not one or verb_between(reading, opening, counted.first):
        return False
    before = reading.whole[reading.at - 1]
    verb = next((match.first for match in before.verbs), len(before.tokens))
    return not lexicon.grammar().toll_words.isdisjoint(before.lower[:verb][:_LONGEST_SUBJECT])


def are_the_others(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether they are the rest of those told of before: "The others were 14 officers"."""
    the, others, verb = (*reading.lower[:3], "", "", "")[:3]
    rest = the == "the" and others in {"others", *lexicon.count_words().remainder}
    if not rest or verb not in lexicon.grammar().finite_be or reading.at - previous.at > 1:
        return False
    return counted.noun.unit == "people" and not verb_between(reading, 3, counted.first)


def is_told_again(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether it is told how many they were before: "900 came back. In May it was 400"."""
    if counted.how != "before" or reading.at - previous.at > 1:
        return False
    first = number_start(reading, counted.first)
    it_was = reading.lower[max(0, first - 2) : first] == ["it", "was"]
    return it_was and previous.kind in lexicon.kinds_with("fate")


def is_toll(reading: Reading, counted: Counted) -> bool:
    """Whether people are what a toll comes to: "losses stood at three men", "reached 12 guards"."""
    grammar = lexicon.grammar()
    if counted.noun.unit != "people" or counted.how != "behind":
        return False
    stop = number_start(reading, counted.first)
    led = reading.lower[stop - 1] in _LEADING_TO
    if led and _is_put_there(reading, stop - 1):
        return True
    verb = stop - 1 - led
    verbs = grammar.change_verbs if led else grammar.finite_be | grammar.amounting_verbs
    if verb < 1 or reading.lower[verb] not in verbs:
        return False
    lowest = max(0, verb - _LONGEST_SUBJECT)
    at = max((i for i in range(lowest, verb) if reading.lower[i] in grammar.tolls), default=None)
    if at is None or "," in reading.lower[at:verb]:
        return False
    return not any(at < quantity.first < verb for quantity in reading.quantities)


def _is_put_there(reading: Reading, stop: int) -> bool:
    """Whether somebody puts losses at a figure: "put the losses of the army at six soldiers"."""
    if reading.lower[stop] != "at":
        return False
    led = reading.lower[max(0, stop - _LONGEST_SUBJECT) : stop]
    put = next((at for at, word in enumerate(led) if word in lexicon.count_words().putting), None)
    return put is not None and not lexicon.grammar().tolls.isdisjoint(led[put:])


_LEADING_TO = frozenset({"at", "to"})

_LONGEST_SUBJECT = 8
"""Most words of "The toll in lives lost on both sides"."""


def _opening(reading: Reading, first: int) -> int | None:
    """Where what they consist of begins: behind "They comprise", "This includes".

    Such words open the sentence, or its last part before a number at ``first``, behind ";".
    """
    words = lexicon.count_words()
    begin = 0
    if ";" in reading.norms:
        begin = max((i + 1 for i in range(first) if reading.lower[i] == ";"), default=0)
    if reading.lower[begin] == "according" and "," in reading.lower[begin:first]:
        begin = reading.lower.index(",", begin) + 1  # "According to him, the group consists of"
    lower = reading.lower[begin : begin + _LONGEST_OPENING]
    if len(lower) < _SHORTEST:
        return None
    if lower[0] == "among":
        copula = next((i for i in (2, 3) if lower[i] in lexicon.grammar().copulas), None)
        group = lower[1] == "them" or not words.told_before.isdisjoint(lower[1:3])
        return begin + copula + 1 if group and copula is not None else None
    verb = 1 if lower[0] in words.standing_in else 2
    if verb == 2 and (lower[0] != "the" or lower[1] not in words.told_before):
        return None
    if lower[verb] in lexicon.grammar().comprising:
        return begin + verb + 1
    made = (" ".join(lower[verb : verb + size]) in words.made_up for size in (2, 3))
    return next(
        (begin + verb + size for size, is_so in zip((2, 3), made, strict=True) if is_so), None
    )


_LONGEST_OPENING = 6
"""Most words of "The arrivals are made up of"."""

_SHORTEST = 4


def _is_against(reading: Reading, first: int, previous: Draft, again: bool) -> bool:
    """Whether those counted are set against others: "66,000 dead, against 2,400 Americans".

    So are as many without a noun: "recorded 9,000 returns, against 4,000 the year before".
    """
    lower, stop = reading.lower, max(previous.stop, previous.noun_stop)
    if first <= stop:
        return False
    between = lower[stop:first]
    led = between[-1:] == ["against"] or between[-2:] in (["compared", "with"], ["compared", "to"])
    if not led or len(between) > _LONGEST_LEAD or not (previous.kind == _LOSS or again):
        return False
    return not verb_between(reading, stop, first)
