"""Kinds: what a count is a count of, from the noun, the verb and the words around them."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass, Verb
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.fates import (
    fate_of,
    is_aboard,
    is_flown_out,
    is_of_another_war,
    is_open,
    is_stranded,
    is_stuck_at_border,
    is_trying_to_leave,
    tells_of_planes,
)
from data.parse.counting.happenings import Happening
from data.parse.counting.states import (
    ANYBODY,
    fate_behind,
    is_left_behind,
    left_in,
    state_beside,
    state_of_participle,
)
from data.parse.draft import Draft
from data.parse.reading import Reading

_PEOPLE = frozenset({"men", "roles"})
_OWN: frozenset[How] = frozenset({"behind", "part"})
_LOSSES = frozenset({"casualties"})
_PASSING = frozenset({"other_count", "personnel"})
_UNTOLD = frozenset({"displaced", "other_count"})
_BESIDE = frozenset({"against", ", against", "compared with", ", compared with"})
"""Between the dead of two sides: "the army's dead at 66,000, against 2,448 Americans"."""

_IN_BATTLE = (["prisoners"], ["captives"])
"""Whoever captures these has taken soldiers: "captured 1,000 prisoners"."""

_WAITING = frozenset({"evacuated", "other_count"})


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
    if happening is not None and _only_measures(reading, happening, counted):
        happening = None
    verb = happening.verb if happening else None
    kind = _kind(reading, counted, happening, previous, inside=inside)
    if counted.noun.unit != "people":
        return kind
    if kind == "evacuated" and counted.noun.name in ANYBODY and is_of_another_war(reading):
        out = verb is None or verb.lemma == "evacuate"  # "were evacuated from the conflict zone"
        return "displaced" if out else counted.noun.kind
    passing = kind in _PASSING or (kind == "displaced" and tells_of_planes(reading))
    if passing and counted.noun.name in ANYBODY and is_aboard(reading, counted):
        return "evacuated"
    if kind == "displaced" and is_flown_out(reading, counted, verb):
        return "evacuated"
    if kind == "displaced" and is_trying_to_leave(reading, counted, verb):
        return "evacuated"
    if kind in _WAITING and is_stuck_at_border(reading, counted):
        return "displaced"
    if kind in _UNTOLD and (fate := fate_behind(reading, counted)):
        return fate
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
    if noun.name == "armed" and _goes_with_evacuees(reading, counted):
        return "evacuated"
    if happening is not None and (left := left_in(reading, counted, happening)):
        return left
    if happening is not None and is_left_behind(reading, counted, happening):
        return "evacuated"
    held = verb is not None and verb.action == "control" and counted.how == "before"
    if held and noun.unit == "people":
        return noun.kind  # "killed 965 people and are holding 5,491"
    told = _told(happening, counted)
    fates = lexicon.kinds_with("fate")
    if told == "other_count" and inside and previous and previous.kind in fates:
        return previous.kind  # "of those who came back, 1,599 were assisted"
    if told and not (verb and is_open(verb)):
        return told
    if told and _is_employer(verb, happening, counted):
        return told
    if counted.how == "participle" and (kind := state_of_participle(reading, counted)):
        return kind
    if noun.unit == "people" and (kind := state_beside(reading, counted, verb)):
        return kind
    one_verb = previous is not None and _is_of_one_verb(happening, previous)
    if previous is not None and one_verb and _is_listed_with(reading, counted, previous):
        return previous.kind
    if previous is not None and _is_next_entry(reading, counted, previous):
        return previous.kind
    if noun.kind in fates and verb is not None and verb.kinds.get("people") == noun.kind:
        return noun.kind  # "they host nine in ten of the refugees", whoever is told to be dead
    shares = inside and previous is not None and _shares_fate(noun, previous)
    if shares and previous is not None and (previous.kind != noun.kind or told is None):
        return previous.kind
    if told == "casualties":
        return told
    if noun.name == "roles":
        flown = told == "evacuated" and reading.article_topic == told
        return told if told and flown else noun.kind
    if noun.name == "personnel":
        if verb is None and previous is not None and _goes_on_with_evacuees(reading, previous):
            return previous.kind
        flown = _is_flown_staff(reading, counted, happening, previous)
        return "evacuated" if flown else told or noun.kind
    if noun.name in {"people", "men"} or (counted.how == "before" and noun.unit == "people"):
        if verb is not None and not is_open(verb) and noun.name != "men":
            return noun.kind
        served = happening is not None and happening.by_others and happening.direct
        if told == "other_count" and served and counted.how in _OWN:
            return told  # who is helped, wherever they live
        fate = fate_of(reading, counted, verb, previous, near=told == "other_count")
        return fate or told or noun.kind
    return told or noun.kind


def _goes_on_with_evacuees(reading: Reading, previous: Draft) -> bool:
    """Whether the staff listed are of those flown out: "1,658 collaborators, 36 aid workers"."""
    return previous.kind == "evacuated" and 0 <= reading.at - previous.at <= 1


def _is_flown_staff(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft | None
) -> bool:
    """Whether staff are passengers of an airlift, by their verb or their sentence."""
    verb = happening.verb if happening else None
    if happening is not None and happening.kinds.get("people") == "evacuated":
        return True
    if verb is not None and verb.motion and reading.article_topic == "evacuated":
        return True
    return fate_of(reading, counted, verb, previous, near=True) == "evacuated"


def _goes_with_evacuees(reading: Reading, counted: Counted) -> bool:
    """Whether soldiers are told of behind those flown out: "81 Spaniards as well as 4 soldiers"."""
    first = next(
        (q.outer_first for q in reversed(reading.quantities) if q.outer_stop <= counted.first), 0
    )
    if reading.lower[max(0, first - 3) : first] != ["as", "well", "as"]:
        return False
    return any(
        verb.first < first and verb.payload.kinds.get("people") == "evacuated"
        for verb in reading.events
    )


def _is_of_one_verb(happening: Happening | None, previous: Draft) -> bool:
    """Whether no verb tells of this number, or one that stands before a loss told of already."""
    if happening is None:
        return True
    return previous.kind in _LOSSES and happening.first < previous.first


def _told(happening: Happening | None, counted: Counted) -> str | None:
    """The kind that a verb gives to a class of nouns; men are people.

    A number without a noun of its own is no object: "the number of those who left reached 300".
    """
    if happening is None:
        return None
    noun = counted.noun
    if noun.name == "villages" and happening.verb.holds:
        return "districts"
    if noun.name == "roles" and happening.by_others and happening.verb.action == "capture":
        words = counted.words.lower().split()
        if words[-1:] in _IN_BATTLE and "escaped" not in words:
            return "personnel"
    kinds = happening.kinds if counted.how in _OWN else happening.verb.kinds
    return kinds.get(noun.name) or (kinds.get("people") if noun.name in _PEOPLE else None)


def _is_employer(verb: Verb | None, happening: Happening | None, counted: Counted) -> bool:
    """Whether somebody's staff is told: "it employs 40 people", not "40 people it employed"."""
    if verb is None or happening is None or verb.action != "employ":
        return False
    return happening.by_others and happening.first < counted.first


def _only_measures(reading: Reading, happening: Happening, counted: Counted) -> bool:
    """Whether a verb leads to the figure of a measure: "the number of victims reached 71"."""
    if counted.how != "measure" or not (happening.by_others and happening.direct):
        return False
    changes = reading.lower[happening.first] in lexicon.grammar().change_verbs
    return changes and happening.first < counted.first


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
    between = " ".join(reading.lower[stop:first])
    dead = previous.noun is not None and previous.noun.kind in _LOSSES
    if between not in lexicon.grammar().listing and not (dead and between in _BESIDE):
        return False
    both_people = previous.noun is counted.noun and counted.noun.name == "people"
    return both_people or previous.kind in _LOSSES


def _is_next_entry(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether it is told of the dead in the next line of a list: "Aid workers: 444.".

    Behind "Soldiers killed: 2,448", where "killed" is left out; but "Killed: 2,448" leaves out
    nothing, and those who fled or did something else have a label of their own.
    """
    if previous.kind not in _LOSSES or reading.at - previous.at != 1:
        return False
    if previous.noun is not None and previous.noun.kind in _LOSSES:
        return False
    if counted.noun.kind in lexicon.kinds_with("fate") or reading.events:
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


def _shares_fate(noun: NounClass, previous: Draft) -> bool:
    both_people = noun.unit == "people" and previous.unit in {"people", "percent"}
    return both_people and (noun.name in ANYBODY or previous.kind in _LOSSES)
