"""Timeless numbers: wholes, sizes, and what is or was so in general, which no day dates."""

from __future__ import annotations

from data import lexicon
from data.parse.calendar.tense import tells_past
from data.parse.calendar.times import TimeExpression
from data.parse.clauses import is_adverb, is_participle
from data.parse.dating.words import dating_words
from data.parse.draft import Draft
from data.parse.reading import Reading

_MONEY = "money"
"""Kind of claim of an amount of money."""

_TO_MEANT = 4
"""Most tokens of "laid out for" and "known for its"."""


def is_timeless(reading: Reading, draft: Draft) -> bool:
    """Whether no day dates a number, whatever a sentence tells besides."""
    if _is_attribute(reading, draft):
        return True
    if draft.quantity is None or draft.quantity.is_ordinal:
        return False
    before = reading.lower[max(0, draft.quantity.outer_first - 1) : draft.quantity.outer_first]
    if not dating_words().usual.isdisjoint(before):
        return True  # "three times the usual 6,000"
    if _is_all_ground(reading, draft, draft.quantity.outer_first):
        return True
    return _is_strength(reading, draft.quantity.outer_first, draft.stop)


def _is_all_ground(reading: Reading, draft: Draft, first: int) -> bool:
    """Whether it is all there is of a country: "projects in all 34 provinces since 2001"."""
    if draft.happening is not None or draft.kind not in lexicon.kinds_with("held"):
        return False
    before = reading.lower[max(0, first - 2) : first]
    if before[1:] == ["'s"] and reading.lower[max(0, first - 4) : first - 2] == ["last", "of"]:
        return True  # "the last of Afghanistan's 34 provinces to hold out"
    if before == ["last", "of"]:
        return True  # "raised their flag on Monday over the last of 34 provincial seats"
    return before[1:] == ["all"] and before[0] in dating_words().prepositions


def _is_strength(reading: Reading, first: int, stop: int) -> bool:
    """Whether it says how many there are somewhere: "home to 900 men", "a unit 900 strong".

    So does "its 900-strong force", while "a 900-strong force" may have come on some day.
    """
    if reading.lower[stop : stop + 2] == ["-", "strong"]:
        before = reading.lower[first - 1] if first else "a"
        return before in dating_words().wholes and before not in lexicon.grammar().indefinite
    if reading.lower[stop : stop + 1] == ["strong"]:
        return True
    return reading.lower[max(0, first - 2) : first] == ["home", "to"] or _is_meant(reading, first)


def _is_meant(reading: Reading, first: int) -> bool:
    """Whether it is what a place is made for or known for: "camps built for 900 people"."""
    before = reading.lower[max(0, first - _TO_MEANT) : first]
    if "for" not in before[-2:]:
        return False
    place = len(before) - 1 - before[::-1].index("for")
    words = dating_words()
    if place == len(before) - 1:
        return not words.made.isdisjoint(before[:place][-2:])
    return before[-1] in words.wholes and before[place - 1] in words.known


def is_whole(reading: Reading, draft: Draft, time: TimeExpression) -> bool:
    """Whether a total only tells what a part is of: "five of the country's 34 provinces".

    "80 percent of the 900 driven out since May" counts those of that time.
    """
    first = draft.quantity.outer_first if draft.quantity else draft.first
    if not first or reading.tokens[first - 1].norm not in dating_words().wholes:
        return False
    if reading.lower[max(0, first - 3) : first] == ["all", "of", "the"]:
        return False  # "Almost all of the 700 were withdrawn in January"
    before = reading.lower[max(0, first - 2)]
    apart = before == "," and draft.kind not in lexicon.kinds_with("held")
    if reading.lower[first - 1] == "of" and (apart or before in _all()):
        return False  # "On Friday each of 13 families got a key", "a convoy, of ten lorries, came"
    stop = draft.noun_stop or draft.stop
    between = reading.tokens[stop : reading.index_at(time.start)]
    words = dating_words()
    if not between or draft.kind in lexicon.kinds_with("held"):
        return True
    norms = [token.norm for token in between]
    if not words.events.isdisjoint(norms):
        return False  # "one of the 90 victims of the raid on Friday"
    is_clause = norms[0] in words.pronouns and any(map(tells_past, norms[1:2]))
    if is_clause or norms[0] in words.relatives:
        return "," in norms  # "of the 8,000 men they took in June", "of the 900 who fled in May"
    return not is_participle(between[0]) or not words.auxiliaries.isdisjoint(norms)


def _all() -> frozenset[str]:
    return lexicon.count_words().all_words


def _is_attribute(reading: Reading, draft: Draft) -> bool:
    """Whether an amount of money says how large something is: "the $2 billion campaign ended"."""
    if draft.kind != _MONEY or draft.quantity is None:
        return False
    first, tokens = draft.quantity.outer_first, reading.tokens
    first, stop = _with_conversion(reading, first, draft.stop)
    if not first or stop >= len(tokens) or not tokens[stop].text.islower():
        return False
    before, behind, words = tokens[first - 1].norm, tokens[stop], dating_words()
    if before not in words.wholes and before != ",":
        return False
    if not behind.is_word or behind.norm in words.conjoining | words.no_subjects:
        return False
    return not (is_adverb(behind) or is_participle(behind) or stop in reading.verb_starts)


def _with_conversion(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    """An amount with the same one in another currency: "a $20bn (£14.4bn) project"."""
    norms = reading.lower
    for one in reading.quantities:
        closes = norms[one.stop : one.stop + 1] == [")"]
        if one.outer_first == stop + 1 and norms[stop] == "(" and closes:
            return first, one.stop + 1
        if one.stop == first - 1 and norms[one.stop] == "(" and norms[stop : stop + 1] == [")"]:
            return one.outer_first, stop + 1
    return first, stop


def is_so_now(reading: Reading, draft: Draft) -> bool:
    """Whether it is how those counted are at present: "Five of the injured are still in danger".

    "Forty people are dead", "40 are children" and "900 troops are taking part" tell of an event.
    """
    stop, words = max(draft.noun_stop, draft.stop), dating_words()
    behind = reading.tokens[stop : stop + 3]
    if len(behind) < 2 or draft.quantity is None or draft.possible:
        return False
    if behind[0].norm in words.remaining:
        return True
    if behind[0].norm not in words.being:
        return False
    known = lexicon.grammar().confirming
    if behind[1].norm in words.now:  # "Five are now known to have died"
        return not any(token.norm in known for token in behind[2:])
    if behind[1].norm in words.so_at:
        return True
    told = known.union(lexicon.nouns().participles)
    is_noun = stop + 1 in reading.countable_starts
    return is_participle(behind[1]) and not is_noun and behind[1].norm not in told
