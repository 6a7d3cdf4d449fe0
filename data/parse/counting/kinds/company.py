"""Company: what those counted are, by the others of whom a sentence or a list tells before them."""

from __future__ import annotations

from collections.abc import Sequence

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.anybody import ANYBODY_AT_ALL
from data.parse.counting.noun_phrases.between import number_start, verb_between
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.reading import Reading

_LOSSES = frozenset({"casualties"})


def is_left_too(
    reading: Reading, counted: Counted, happening: Happening, previous: Draft | None
) -> bool:
    """Whether people go on a list of those left dead: "left 12 guards dead and 30 men in X"."""
    if previous is None or previous.happening is None or previous.kind not in _LOSSES:
        return False
    one = previous.at == reading.at and previous.happening.first == happening.first
    return one and happening.verb.action == "leave" and counted.noun.unit == "people"


def is_taken_in_battle(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft | None
) -> bool:
    """Whether prisoners are soldiers: "killed 500 attackers and captured 900 prisoners"."""
    if happening is None or happening.verb.action != "capture" or not happening.by_others:
        return False
    if counted.how == "before" and counted.noun.name == "people" and previous is not None:
        killed = previous.kind in _LOSSES and previous.at == reading.at
        return killed and happening.verb.lemma == "capture"  # "killed 60 and captured 90"
    words = counted.words.lower().split()
    taken = counted.noun.name == "roles" and words[-1:] in (["prisoners"], ["prisoner"])
    return taken and "escaped" not in words


def goes_with_evacuees(reading: Reading, counted: Counted, previous: Draft | None) -> bool:
    """Whether soldiers are told of behind those flown out: "81 Spaniards as well as 4 soldiers"."""
    first = number_start(reading, counted.first)
    if reading.lower[max(0, first - 3) : first] != ["as", "well", "as"]:
        return _is_between_evacuees(reading, counted, previous)
    return any(
        verb.first < first and verb.payload.kinds.get("people") == "evacuated"
        for verb in reading.events
    )


def _is_between_evacuees(reading: Reading, counted: Counted, previous: Draft | None) -> bool:
    """Whether soldiers are listed amid passengers: "81 Danes, 4 soldiers and 83 interpreters"."""
    if previous is None or previous.kind != "evacuated" or previous.at != reading.at:
        return False
    begin = previous.happening.stop if previous.happening else previous.stop
    if verb_between(reading, begin, counted.stop):
        return False
    after = reading.quantity_stops.get(counted.stop + 1)
    behind = reading.lower[counted.stop : counted.stop + 1]
    goes_on = not lexicon.grammar().adding.isdisjoint(behind)
    near = range(after, after + 3) if after else ()
    people = any(at in reading.nouns and reading.nouns[at].payload.name == "people" for at in near)
    return goes_on and people


def goes_on_with_evacuees(reading: Reading, previous: Draft) -> bool:
    """Whether the staff listed are of those flown out: "1,658 collaborators, 36 aid workers"."""
    return previous.kind == "evacuated" and 0 <= reading.at - previous.at <= 1


def is_of_one_verb(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft
) -> bool:
    """Whether no verb tells of this number, or one that stands before a loss told of already.

    Of those who are listed a relative clause may tell more: "as well as three who were hit".
    """
    if happening is None:
        return True
    if reading.lower[counted.stop : counted.stop + 1] == ["who"] and happening.first > counted.stop:
        return previous.kind in _LOSSES
    return previous.kind in _LOSSES and happening.first < previous.first


def is_listed_with(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether they are people listed with those before: "11 women and 3 children".

    With the dead and hurt anybody may be listed: "30 civilians along with 17 soldiers". A colon
    opens the list that spells out a total: "the toll is 47: 30 civilians, 17 soldiers".
    """
    if previous.at != reading.at or previous.unit != "people" or counted.noun.unit != "people":
        return False
    stop = max(previous.noun_stop, previous.stop)
    first = number_start(reading, counted.first)
    if previous.kind in _LOSSES and _are_lost_as_well(reading, stop, first):
        return True
    between = _without_source(reading.lower[stop:first])
    if between[:2] == ["among", "them"]:
        between = between[2:]  # "41 rebels among them and 25 guards"
    if between == [":"] and counted.noun.name == "people":
        return previous.kind in lexicon.kinds_with("fate")
    if between != [":"] and " ".join(between) not in lexicon.grammar().listing:
        return False
    both_people = previous.noun is counted.noun and counted.noun.name == "people"
    if both_people or previous.kind in _LOSSES:
        return True
    if previous.kind == _FLOWN and counted.noun.name in _PASSENGERS:
        return True
    return _are_listed_by_sex(counted, previous) or _is_behind_staff(counted, previous)


def _are_lost_as_well(reading: Reading, stop: int, first: int) -> bool:
    """Whether only the loss and its source stand between: "40 died, X said, as well as three"."""
    if reading.lower[first - 3 : first] != ["as", "well", "as"]:
        return False
    saying = lexicon.attribution().grammar.speech
    verbs = [verb.first for verb in reading.verbs if stop <= verb.first < first]
    return all(reading.lower[at] in saying for at in verbs[1:])


_FLOWN = "evacuated"

_PASSENGERS = frozenset({"people", "roles"})
"""Who is aboard with others: "107 Indians, two senators and 24 Sikhs"."""


def _is_behind_staff(counted: Counted, previous: Draft) -> bool:
    """Whether people are listed behind the staff flown out: "175 embassy staff, 263 Indians"."""
    if previous.noun is None or previous.kind not in _MOVED:
        return False
    return previous.noun.name == "personnel" and counted.noun.name == "people"


def _without_source(between: Sequence[str]) -> Sequence[str]:
    """Words between two numbers, without what a colon ends: "80 died, it said: 65 civilians"."""
    told = between[-1:] == [":"] and len(between) <= _LONGEST_SOURCE
    return between[-1:] if told else between


_LONGEST_SOURCE = 14
"""Most words of "died in the raid, the regional authorities said late on Monday:"."""


def _are_listed_by_sex(counted: Counted, previous: Draft) -> bool:
    """Whether men are listed with others who are no soldiers: "26 men, 20 women"."""
    if previous.noun is None or previous.kind not in _MOVED:
        return False
    return {previous.noun.name, counted.noun.name} == {"men", "people"}


_MOVED = frozenset({"displaced", "evacuated"})


def are_stopped_too(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether others are held beside people on the move: "turned back 900 and held 40 others"."""
    if previous.at != reading.at or previous.kind != "displaced" or counted.how != "before":
        return False
    first = number_start(reading, counted.first)
    others = reading.lower[counted.first : counted.first + 1] == ["others"]
    return others and first > previous.noun_stop


def are_of_told(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft
) -> bool:
    """Whether they are a part of whom one verb tells: "120 soldiers left; seven crossed over"."""
    armed = previous.kind == "personnel"
    if counted.how == "before" and counted.noun.name == "men":
        return armed and reading.at == previous.at  # "312 men came out here; 213 crossed there"
    if counted.how != "part":
        return False
    own = previous.happening.first if previous.happening else None
    verb = happening.first if happening else None
    return armed or (previous.at == reading.at and own == verb)


def is_bracketed_part(reading: Reading, counted: Counted, previous: Draft) -> bool:
    """Whether soldiers told of before are split up by places: "came by X (40 people), Y (60)"."""
    if (
        previous.kind != "personnel"
        or reading.at - previous.at > 1
        or counted.noun.name != "people"
    ):
        return False
    first = number_start(reading, counted.first)
    around = reading.lower[first - 1 : first], reading.lower[counted.stop : counted.stop + 1]
    if around != (["("], [")"]):
        return False
    if previous.at == reading.at:
        return previous.in_brackets or reading.lower[previous.first - 1] == "("
    return any(m.payload.name == "armed" and m.stop < first for m in reading.nouns.values())


def is_in_name_before(reading: Reading, happening: Happening | None, last: Draft | None) -> bool:
    """Whether a verb only describes those counted before: "90 of the armed forces and 40 cooks"."""
    if happening is None or last is None or last.at != reading.at:
        return False
    return last.stop <= happening.first and happening.stop < last.noun_stop


def is_next_entry(reading: Reading, counted: Counted, previous: Draft) -> bool:
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


def is_saved(counted: Counted, verb: Verb | None, previous: Draft) -> bool:
    """Whether those counted came through what others died of: "3 drowned and 12 were rescued"."""
    saved = verb is not None and verb.lemma == "rescue" and counted.how == "before"
    return saved and previous.kind in _LOSSES


def shares_fate(counted: Counted, previous: Draft) -> bool:
    """Whether a part of those before is counted, and not of others told of without a number."""
    noun = counted.noun
    if counted.how == "part" and noun.name == "displaced" and previous.noun is not noun:
        return False
    both_people = noun.unit == "people" and previous.unit in {"people", "percent"}
    return both_people and (noun.name in ANYBODY_AT_ALL or previous.kind in _LOSSES)


def is_conceded(reading: Reading, counted: Counted, happening: Happening | None) -> bool:
    """Whether somebody owns up to a smaller figure: "200 were killed. X admits to only 15"."""
    if happening is None or happening.verb.lemma != "admit" or counted.how != "before":
        return False
    return reading.lower[happening.stop : happening.stop + 1] == ["to"]
