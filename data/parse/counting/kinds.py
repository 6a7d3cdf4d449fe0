"""Kinds: what a count is a count of, from the noun, the verb and the words around them."""

from __future__ import annotations

import functools
import itertools

from data import lexicon
from data.lexicon.counting import NounClass, Verb
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.fates import fate_of, is_aboard, is_flown_out, is_open, is_stranded
from data.parse.counting.happenings import Happening
from data.parse.draft import Draft
from data.parse.reading import Reading

_ANYBODY = frozenset({"people", "men", "personnel", "roles"})
_PEOPLE = frozenset({"men", "roles"})
_OWN: frozenset[How] = frozenset({"behind", "part"})
_LOSSES = frozenset({"casualties"})
_PASSING = frozenset({"other_count", "personnel"})
_UNTOLD = frozenset({"displaced", "other_count"})
_BODIES = frozenset({"bodies", "body", "remains", "corpses", "corpse"})


def kind_of(
    reading: Reading,
    counted: Counted,
    happening: Happening | None,
    previous: Draft | None,
    *,
    inside: bool,
) -> str:
    """The kind of a count.

    Args:
        reading: The sentence.
        counted: What is counted.
        happening: What happened to it, if the lexicon knows the verb.
        previous: The fact of the number before.
        inside: This number counts a part of what the number before counted ("57 children among
            them"), so that it shares its fate.
    """
    verb = happening.verb if happening else None
    kind = _kind(reading, counted, happening, previous, inside=inside)
    if counted.noun.unit != "people":
        return kind
    if kind in _PASSING and counted.noun.name in _ANYBODY and is_aboard(reading, counted):
        return "evacuated"
    if kind == "displaced" and is_flown_out(reading, counted, verb):
        return "evacuated"
    waits = kind in _UNTOLD and (verb is None or is_open(verb))
    return "evacuated" if waits and is_stranded(reading, counted) else kind


def _kind(
    reading: Reading,
    counted: Counted,
    happening: Happening | None,
    previous: Draft | None,
    *,
    inside: bool,
) -> str:
    noun = counted.noun
    verb = happening.verb if happening else None
    if happening is not None and (left := _left_so(reading, counted, happening)):
        return left
    told = _told(happening, counted)
    if told and not (verb and is_open(verb)):
        return told
    if counted.how == "participle" and (kind := _of_participle(reading, counted)):
        return kind
    if noun.unit == "people" and (kind := _beside(reading, counted, verb)):
        return kind
    if previous is not None and verb is None and _is_listed_with(reading, counted, previous):
        return previous.kind
    if previous is not None and _is_next_entry(reading, counted, previous):
        return previous.kind
    shares = inside and previous is not None and _shares_fate(noun, previous)
    if shares and previous is not None and (previous.kind != noun.kind or told is None):
        return previous.kind
    if told == "casualties":
        return told
    if noun.name == "roles":
        flown = told == "evacuated" and reading.article_topic == told
        return told if told and flown else noun.kind
    if noun.name == "personnel":
        fate = fate_of(reading, counted, verb, previous)
        evacuated = "evacuated" in {fate, reading.article_topic}
        lifted = happening is not None and happening.kinds.get("people") == "evacuated"
        return "evacuated" if evacuated or lifted else told or noun.kind
    if noun.name in {"people", "men"} or (counted.how == "before" and noun.unit == "people"):
        if verb is not None and not is_open(verb) and noun.name != "men":
            return noun.kind
        served = happening is not None and happening.by_others and counted.how in _OWN
        if told == "other_count" and served:
            return told  # who is helped, wherever they live
        fate = fate_of(reading, counted, verb, previous, near=told == "other_count")
        return fate or told or noun.kind
    return told or noun.kind


def _left_so(reading: Reading, counted: Counted, happening: Happening) -> str | None:
    """The kind of those who are left in a state: "left two officials injured"."""
    if not happening.by_others or happening.verb.action != "leave" or counted.how != "behind":
        return None
    behind = reading.lower[counted.stop : counted.stop + _STATE_REACH]
    states = (lexicon.nouns().participles.get(word) for word in behind)
    return next(filter(None, states), None)


_STATE_REACH = 6
"""Most words to the state of those left in it: "left five demonstrators and a nurse dead"."""


def _beside(reading: Reading, counted: Counted, verb: Verb | None) -> str | None:
    """What the words right beside people say of them, as to who is dead or hurt."""
    opened = _opened(reading, counted)
    if opened and (opened != "other_count" or counted.noun.name in _ANYBODY):
        return opened
    if _is_hurt(reading, counted):
        return "casualties"
    if verb is None and (_is_among_dead(reading, counted) or _is_toll(reading, counted)):
        return "casualties"
    if (verb is None or is_open(verb)) and _is_held(reading, counted):
        return "other_count"
    return None


def _told(happening: Happening | None, counted: Counted) -> str | None:
    """The kind that a verb gives to a class of nouns; men are people.

    A number without a noun of its own is no object: "the number of those who left reached 300".
    """
    if happening is None:
        return None
    noun = counted.noun
    kinds = happening.kinds if counted.how in _OWN else happening.verb.kinds
    return kinds.get(noun.name) or (kinds.get("people") if noun.name in _PEOPLE else None)


def _opened(reading: Reading, counted: Counted) -> str | None:
    """The kind of a count behind "the bodies of", "the evacuation of"."""
    first = next(
        (q.outer_first for q in reversed(reading.quantities) if q.outer_stop <= counted.first), 0
    )
    tokens = reading.tokens
    if among := _opened_among(reading, first):
        return among
    if first < 2 or tokens[first - 1].norm not in {"of", "only", "just", "all"}:
        return None
    openers = lexicon.nouns().openers
    near = (openers.get(token.norm) for token in reversed(tokens[max(0, first - 3) : first - 1]))
    return next(filter(None, near), None)


def _opened_among(reading: Reading, first: int) -> str | None:
    """The kind of those whom a number counts a part of: "among the arrivals were 11 women"."""
    tokens = reading.tokens
    if not first or tokens[first - 1].norm not in lexicon.grammar().copulas:
        return None
    for index in range(first - 2, max(-1, first - _AMONG_REACH), -1):
        if tokens[index].norm == "among":
            inside = (reading.nouns.get(place) for place in range(index + 1, first))
            kinds = (match.payload.kind for match in inside if match is not None)
            return next((kind for kind in kinds if kind in _FATES), None)
    return None


_AMONG_REACH = 7
"""Most words from "among" to the number: "among the new arrivals in X were 11 women"."""

_FATES = frozenset({"casualties", "displaced", "evacuated"})


def _is_among_dead(reading: Reading, counted: Counted) -> bool:
    """Whether they are told to be dead behind the noun: "were confirmed dead", "among the dead"."""
    clause = reading.clause_of(min(counted.stop, len(reading.tokens) - 1))
    behind = [t.norm for t in reading.tokens[counted.stop : min(clause.stop, counted.stop + 12)]]
    if "dead" in behind[:5]:
        return True
    following = (token.norm for token in reading.tokens[counted.stop : counted.stop + _WHOSE_REACH])
    if ("whose", True) in (
        (word, after in _BODIES) for word, after in itertools.pairwise(following)
    ):
        return True
    if "among" not in behind:
        return False
    fate = behind[behind.index("among") + 1 :][:4]
    return not lexicon.grammar().dead_words.isdisjoint(fate)


def _is_listed_with(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether they are people listed with those before: "11 women and 3 children".

    With the dead and hurt anybody may be listed: "30 civilians along with 17 soldiers".
    """
    if previous.at != reading.at or previous.unit != "people" or counted.noun.unit != "people":
        return False
    stop = max(previous.noun_stop, previous.stop)
    first = next(
        (q.outer_first for q in reversed(reading.quantities) if q.outer_stop <= counted.first), 0
    )
    if " ".join(reading.lower[stop:first]) not in lexicon.grammar().listing:
        return False
    both_people = previous.noun is counted.noun and counted.noun.name == "people"
    return both_people or previous.kind in _LOSSES


def _is_next_entry(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether it is told of the dead in the next line of a list: "Aid workers: 444."."""
    if previous.kind not in _LOSSES or reading.at - previous.at != 1:
        return False
    above = reading.whole[previous.at]
    return _is_entry(reading) and _is_entry(above) and counted.noun.unit == "people"


def _is_entry(reading: Reading) -> bool:
    """Whether a sentence is a name, a colon and a number: "Journalists: 72."."""
    figures = reading.quantities
    if len(figures) != 1:
        return False
    first, stop = figures[0].outer_first, figures[0].outer_stop
    return reading.lower[first - 1 : first] == [":"] and len(reading.tokens) - stop <= 1


def _is_held(reading: Reading, counted: Counted) -> bool:
    """Whether they are said to be prisoners: "6,000 are under arrest"."""
    behind = (token.norm for token in reading.tokens[counted.stop : counted.stop + _HELD_REACH])
    return counted.noun.name in _ANYBODY and not lexicon.topics().held.isdisjoint(behind)


_HELD_REACH = 4
"""Most words from those counted to "under arrest"."""


def _is_toll(reading: Reading, counted: Counted) -> bool:
    """Whether what stands before a list names a loss: "the toll: 12 soldiers, 40 policemen"."""
    clause = reading.clause_of(max(0, counted.first - 1))
    words = [token.norm for token in reading.tokens[: max(counted.first, clause.first)]]
    return not lexicon.grammar().toll_words.isdisjoint(words) and ":" in words


def _is_hurt(reading: Reading, counted: Counted) -> bool:
    """Whether the noun phrase itself says so: "18 wounded service members".

    Of a measure, what stands before the number: "the number of troops killed or captured is 18".
    """
    participles = lexicon.nouns().participles
    words = reading.tokens[counted.first : counted.stop]
    if counted.how == "measure":
        words = reading.tokens[max(0, counted.first - _MEASURED_REACH) : counted.first]
    return any(participles.get(word.norm) == "casualties" for word in words)


_MEASURED_REACH = 12
"""Most words from what is measured to its figure."""

_WHOSE_REACH = 8
"""Most words from those counted to "whose bodies were found"."""


def _shares_fate(noun: NounClass, previous: Draft) -> bool:
    both_people = noun.unit == "people" and previous.unit in {"people", "percent"}
    return both_people and (noun.name in _ANYBODY or previous.kind in _LOSSES)


def _of_participle(reading: Reading, counted: Counted) -> str | None:
    if counted.noun.unit != "people":
        return None
    skipped = _before_participle()
    index = counted.first
    while index < len(reading.tokens):
        word = reading.tokens[index].norm
        if kind := lexicon.nouns().participles.get(word):
            armed = counted.noun.name == "armed" and kind == "displaced"
            return None if armed else kind  # "15 more fled" of soldiers
        index += 1
        if word not in skipped:
            break
    return None


@functools.cache
def _before_participle() -> frozenset[str]:
    return lexicon.grammar().count_modifiers | lexicon.grammar().passive
