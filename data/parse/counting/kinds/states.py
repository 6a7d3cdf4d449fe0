"""States: what the words right beside people who are counted say of them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import is_adverb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.anybody import ANYBODY_AT_ALL
from data.parse.counting.kinds.by_land import is_by_land
from data.parse.counting.kinds.fates import is_open, is_roomed
from data.parse.counting.kinds.said_dead import is_among_dead, is_said_dead
from data.parse.counting.kinds.set_phrases import quota_kind
from data.parse.counting.noun_phrases.between import number_start
from data.parse.counting.referents.fronted import find_fronted
from data.parse.counting.verbs.happenings import Happening
from data.parse.reading import Reading


def left_in(reading: Reading, counted: Counted, happening: Happening) -> str | None:
    """The kind of those who are left in a state: "left two officials injured"."""
    if not happening.by_others or happening.verb.action != "leave" or counted.how != "behind":
        return None
    reach = range(counted.first, min(len(reading.lower), counted.stop + _STATE_REACH))
    signs = (at for at in reach if reading.lower[at] in {",", ";"})
    told = reading.lower[counted.first : next(signs, reach.stop)]
    states = (lexicon.nouns().participles.get(word) for word in told)
    return next(filter(None, states), None)  # not "left 25 dead, and nine were arrested"


def is_left_behind(reading: Reading, counted: Counted, happening: Happening) -> bool:
    """Whether people are left behind by those who went: "left 30 interpreters behind in X"."""
    if not happening.by_others or happening.verb.action != "leave":
        return False
    people = counted.noun.name in ANYBODY_AT_ALL
    return people and "behind" in reading.lower[counted.stop : counted.stop + _STATE_REACH]


_STATE_REACH = 6
"""Most words to the state of those left in it: "left five demonstrators and a nurse dead"."""


def state_beside(reading: Reading, counted: Counted, verb: Verb | None) -> str | None:
    """What the words right beside people say of them, as to who is dead or hurt."""
    opened = _opened(reading, counted)
    if opened and (opened != "other_count" or counted.noun.name in ANYBODY_AT_ALL):
        return opened
    if state := state_within(reading, counted):
        return state
    if _is_homeless(reading, counted):
        return "displaced"
    if is_said_dead(reading, counted):
        return "casualties"
    if state := _lasting_state(reading, counted, verb):
        return state
    back = reading.lower[counted.stop : counted.stop + 2] == ["back", "from"]
    if back and counted.how != "part" and (verb is None or is_open(verb)):
        return "displaced"
    if verb is None and (is_among_dead(reading, counted) or _is_toll(reading, counted)):
        return "casualties"
    if (verb is None or is_open(verb)) and _is_held(reading, counted):
        return "other_count"
    return None


def _opened(reading: Reading, counted: Counted) -> str | None:
    """The kind of a count behind "the bodies of", "the evacuation of"."""
    first = number_start(reading, counted.first)
    if " ".join(reading.lower[max(0, first - 3) : first]) in lexicon.count_words().last_of:
        first -= 3  # "the death of the last of four gunmen"
    tokens = reading.tokens
    fronted = find_fronted(reading, first)
    if fronted and not (fronted.kind == "displaced" and counted.noun.name == "armed"):
        return fronted.kind  # soldiers who flee are soldiers
    if kind := quota_kind(reading, counted, first):
        return kind
    if among := _opened_among(reading, first) or _opened_including(reading, first):
        return among
    if first > 1 and tokens[first - 1].norm == "," and counted.noun.name in ANYBODY_AT_ALL:
        return _of_force_before(reading, counted, first)
    if first < 2 or tokens[first - 1].norm not in lexicon.count_words().before_opened:
        return None
    openers = lexicon.nouns().openers
    near = map(openers.get, reversed(reading.lower[max(0, first - 3) : first - 1]))
    kind = next(filter(None, near), None)
    if kind == "other_count" and counted.how == "part":
        return None  # "knocked at the homes of 14 of them"
    return None if kind == "evacuated" and counted.noun.name == "armed" else kind


def _of_force_before(reading: Reading, counted: Counted, first: int) -> str | None:
    """The kind of those behind a comma who are a force: "its staff, 900 people, left"."""
    before = range(max(0, first - 2 - _NUMBER_REACH), first - 2)
    force = reading.lower[first - 2] in lexicon.grammar().force_words
    force = force and not any(at in reading.figure_starts for at in before)  # "175 staff, 263 X"
    men = counted.noun.name == "men"
    force = force or (men and reading.lower[first - 2] == "group" and _tells_of_armed(reading))
    alone = men and reading.lower[counted.stop :][:1] != ["and"]
    force = force or (alone and _is_of_uncounted(reading, first - 1))
    return "personnel" if force and counted.how == "behind" else None


def _tells_of_armed(reading: Reading) -> bool:
    """Whether the sentences before tell of the armed: "... the troops. The last group, 90 men,"."""
    before = reading.whole[max(0, reading.at - _GROUP_REACH) : reading.at]
    return any(m.payload.name == "armed" for told in before for m in told.nouns.values())


_GROUP_REACH = 2
"""Most sentences from soldiers to the group of them that is told of."""


def _is_of_uncounted(reading: Reading, stop: int) -> bool:
    """Whether a number tells how many the armed before it are: "the police, some 90 men,"."""
    match = next((match for match in reading.nouns.values() if match.stop == stop), None)
    if match is None or match.payload.name != "armed":
        return False
    near = range(max(0, match.first - _NUMBER_REACH), match.first)
    return reading.lower[match.first - 1 : match.first] != [","] and not any(
        at in reading.figure_starts for at in near
    )


_NUMBER_REACH = 4
"""Most words from a number to the noun it counts: "30 of the old police"."""


def _opened_among(reading: Reading, first: int) -> str | None:
    """The kind of those whom a number counts a part of: "among the arrivals were 11 women"."""
    tokens = reading.tokens
    if not first or tokens[first - 1].norm not in lexicon.grammar().copulas:
        return None
    for index in range(first - 2, max(-1, first - _AMONG_REACH), -1):
        if tokens[index].norm == "among":
            words = reading.lower[index + 1 : first]
            if "casualties" in map(lexicon.nouns().participles.get, words[:2]):
                return "casualties"  # "among the killed militants were"
            inside = (reading.nouns.get(place) for place in range(index + 1, first))
            kinds = (match.payload.kind for match in inside if match is not None)
            return next((kind for kind in kinds if kind in lexicon.kinds_with("fate")), None)
    return None


def _opened_including(reading: Reading, first: int) -> str | None:
    """The kind of those whom a number counts a part of: "the refugees, who included 64 boys"."""
    tokens = reading.tokens
    if first < 3 or tokens[first - 1].norm not in lexicon.grammar().including:
        return None
    index, relatives = first - 2, lexicon.grammar().relative_subjects
    while index and (tokens[index].norm == "," or tokens[index].norm in relatives):
        index -= 1
    match = reading.nouns.get(index)
    kind = match.payload.kind if match is not None and match.stop == index + 1 else None
    return kind if kind in lexicon.kinds_with("fate") else None


_AMONG_REACH = 7
"""Most words from "among" to the number: "among the new arrivals in X were 11 women"."""


def _lasting_state(reading: Reading, counted: Counted, verb: Verb | None) -> str | None:
    """The state in which people are told to remain: "150,000 people remain displaced"."""
    if verb is None or verb.action != "remain" or counted.how == "before":
        return None
    for match in reading.events:
        if match.payload is verb and match.first >= counted.stop:
            behind = reading.tokens[match.stop : match.stop + 2]
            told = [token.norm for token in behind if not is_adverb(token)]
            return lexicon.nouns().participles.get(told[0]) if told else None
    return None


def _is_homeless(reading: Reading, counted: Counted) -> bool:
    """Whether they lost their homes, whatever befell others: "40 died and 900 are homeless"."""
    behind = reading.lower[counted.stop : counted.stop + _HELD_REACH]
    at = behind.index(_HOMELESS) if _HOMELESS in behind else 0
    return at > 0 and behind[0] in lexicon.grammar().passive


def _is_held(reading: Reading, counted: Counted) -> bool:
    """Whether they are said to be prisoners: "6,000 are under arrest"."""
    behind = reading.lower[counted.stop : counted.stop + _HELD_REACH]
    return counted.noun.name in ANYBODY_AT_ALL and not lexicon.topics().held.isdisjoint(behind)


_HOMELESS = "homeless"

_HELD_REACH = 4
"""Most words from those counted to "under arrest"."""


def _is_toll(reading: Reading, counted: Counted) -> bool:
    """Whether what stands before a list names a loss: "the toll: 12 soldiers, 40 policemen"."""
    toll_words = lexicon.grammar().toll_words
    if ":" not in reading.norms or toll_words.isdisjoint(reading.norms):
        return False  # as in most sentences
    clause = reading.clause_of(max(0, counted.first - 1))
    words = reading.lower[: max(counted.first, clause.first)]
    return not toll_words.isdisjoint(words) and ":" in words


def state_within(reading: Reading, counted: Counted) -> str | None:
    """The kind that a noun phrase tells by itself: "18 wounded soldiers", "the rescued people".

    Of a measure, what stands before the number: "the number of troops killed or captured is 18".
    """
    participles = lexicon.nouns().participles
    words = reading.lower[counted.first : counted.stop]
    if counted.how == "measure":
        words = reading.lower[max(0, counted.first - _MEASURED_REACH) : counted.first]
        words = [] if is_roomed(reading, counted) else words
    told = {participles[word] for word in words if word in participles}
    if words and words[-1] in lexicon.count_words().victims and counted.how == "behind":
        told.add("casualties")
    if "casualties" in told or counted.noun.name not in ANYBODY_AT_ALL:
        return "casualties" if "casualties" in told else None
    return next(iter(sorted(told)), None)


_MEASURED_REACH = 12
"""Most words from what is measured to its figure."""


def fate_behind(reading: Reading, counted: Counted) -> str | None:
    """What became of people before what is told of them: "200 people who had been evacuated".

    Without a relative a participle tells it only before who did it, or where they left: "200
    refugees evacuated by X", not "200 people evacuated the town".
    """
    if counted.how != "behind" or counted.noun.name not in _MOVED:
        return None
    grammar = lexicon.grammar()
    behind = reading.lower[counted.stop : counted.stop + _STATE_REACH]
    told = behind[1:] if behind[:1] in (["who"], ["that"]) else behind
    while told and (told[0] in grammar.auxiliaries or told[0] in grammar.passive):
        if told is behind:
            return None  # "200 people were evacuated" is told by its verb
        told = told[1:]
    if told is not behind and (moved := _moved_by(reading, counted, told)):
        return moved
    if not told or (told is behind and told[1:2] not in (["by"], ["from"])):
        return None
    fate = lexicon.nouns().participles.get(told[0])
    return fate if fate in _FATES_OF_MOVED else None


def _moved_by(reading: Reading, counted: Counted, told: Sequence[str]) -> str | None:
    """What a verb of those behind whom it stands tells: "who were driven out", "who had come in".

    In an airlift it is not told how those came who have come.
    """
    behind = reading.lower[counted.stop : counted.stop + _STATE_REACH]
    first = counted.stop + len(behind) - len(told)
    active = lexicon.grammar().passive.isdisjoint(reading.lower[counted.stop : first])
    if active and reading.whole.themes.airlift:
        return None
    for event in reading.events:
        if event.first == first and active and not _leads_over_border(reading, event.payload):
            return None
        if event.first == first and event.payload.counted != ("object" if active else "subject"):
            fate = event.payload.kinds.get("people")
            return fate if fate in _FATES_OF_MOVED else None
    return None


def _leads_over_border(reading: Reading, verb: Verb) -> bool:
    """Whether a verb of motion brings people out of their country: "who had come in at X"."""
    if verb.flight or not verb.motion:
        return verb.flight
    return is_by_land(reading) or (reading.at > 0 and is_by_land(reading.whole[reading.at - 1]))


_MOVED = frozenset({"people", "men", "displaced"})
_FATES_OF_MOVED = frozenset({"displaced", "evacuated"})


def state_of_participle(reading: Reading, counted: Counted) -> str | None:
    """The kind of a participle that stands in place of a noun: "22 others wounded"."""
    if counted.noun.unit != "people":
        return None
    skipped = _before_participle()
    index = counted.first
    while index < len(reading.tokens):
        word = reading.tokens[index].norm
        if kind := lexicon.nouns().participles.get(word):
            if counted.noun.name == "armed" and kind == "displaced":
                return None  # "15 more fled" of soldiers
            if counted.noun.kind == "personnel" and kind == "other_count":
                return counted.noun.kind  # "lost two fighters and had six captured"
            return kind
        index += 1
        if word not in skipped:
            break
    return None


@functools.cache
def _before_participle() -> frozenset[str]:
    return lexicon.grammar().count_modifiers | lexicon.grammar().passive
