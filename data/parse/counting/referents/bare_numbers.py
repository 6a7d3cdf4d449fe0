"""Bare numbers: what a number without a noun counts, by the verb it hangs on."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.clauses import helping_words
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.referents.excepted import is_excepted
from data.parse.counting.referents.far_more import are_far_more, is_part_told, of_whole
from data.parse.counting.referents.recalled import is_in_holders_list, recalled
from data.parse.counting.referents.whoever import are_passengers, tells_fate
from data.parse.counting.verbs.fated import with_own_fate
from data.parse.counting.verbs.gapping import are_next_out, leave_again
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class


def fitting(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
) -> Counted:
    """Let a number without a noun count people where its verb happens to people only.

    "58 aircraft carried 5,700": not aircraft, but "of the 23 planes, 12 could fly".
    """
    if counted.how == "measure" and are_passengers(reading, quantity.outer_stop):
        stop = quantity.outer_stop
        return Counted(stop, stop, noun_class("people"), "", "before")
    hosts = happening is not None and happening.verb.action in lexicon.count_words().hosting
    if counted.how == "part" and happening is not None and hosts:
        armed = counted.noun.name == "armed" and happening.by_others
        return counted._replace(noun=noun_class("people"), words="") if armed else counted
    if counted.how == "before" and counted.noun.unit != "people" and _are_who(reading, quantity):
        stop = quantity.outer_stop
        return Counted(stop, stop, noun_class("people"), "", "behind", whole=counted.whole)
    if told := recalled(reading, quantity, counted, happening, last):
        return told
    if happening is not None and _are_people_who_flee(reading, counted, happening):
        return counted._replace(noun=noun_class("people"))
    if counted.how != "before" or happening is None or is_excepted(reading, quantity):
        return counted
    return _by_what_is_done(reading, quantity, counted, happening, last)


def _by_what_is_done(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening,
    last: Draft | None,
) -> Counted:
    """Let a number count what its verb is done by or to, not what the number before it counts.

    "Took nine trucks. Another 60 gave up", "held off the soldiers; hundreds fled".
    """
    if counted.noun.kind == "equipment" and (
        _is_of_vehicles(reading, happening, last)
        or _is_freight(reading, counted, happening, last)
        or leave_again(reading, quantity, happening, last)
    ):
        return counted
    if counted.noun.kind == "equipment" and _gives_itself_up(happening):
        return counted._replace(noun=noun_class("armed"), words="")
    if last is not None and last.action == "total" and last.at == reading.at:
        return counted
    verb = happening.verb
    anew = _begins_anew(reading, quantity) or are_far_more(quantity, last)
    if counted.noun.name == "armed" and verb.flight and anew:
        return counted._replace(noun=noun_class("people"), words="")
    if (
        counted.noun.name == "people"
        and are_far_more(quantity, last)
        and is_part_told(reading, last)
    ):
        counted = counted._replace(words="")  # "250 were Danes. In all 14,000 have left"
    if counted.noun.unit == "people":
        own = last is not None and are_next_out(reading, quantity, happening, last)
        return counted if own else _fitting_people(reading, counted, happening)
    if happening.by_others and (_is_airlifted(reading, verb) or _takes_in(reading, happening)):
        return counted._replace(noun=noun_class("people"), words="")
    if verb.lemma == "fall" and counted.noun.unit != "count":
        return counted._replace(noun=noun_class("districts"), words="")
    vague = quantity.qualifier == "vague" and verb.kinds.get("people") == "personnel"
    if vague and verb.counted != "object":
        return counted._replace(noun=noun_class("people"), words="")  # "hundreds surrendered"
    if verb.topical or (not verb.by_words and tells_fate(verb)):
        return counted._replace(noun=noun_class("people"), words="")
    return counted


def _is_of_vehicles(reading: Reading, happening: Happening, last: Draft | None) -> bool:
    """Whether vehicles told of before do it: "90, carrying fuel, came in", "60 crossed a day"."""
    if happening.by_others or happening.verb.lemma not in {"board", "cross"}:
        return False
    return happening.verb.lemma == "board" or (last is not None and reading.at - last.at < 2)


def _is_freight(
    reading: Reading, counted: Counted, happening: Happening, last: Draft | None
) -> bool:
    """Whether lorries told of just before come: "ten trucks were turned back; 50 got through"."""
    if happening.by_others or not happening.verb.motion or last is None:
        return False
    above, near = reading.whole[last.at].nouns, range(last.noun_stop, last.noun_stop + 4)
    full = any(at in above and above[at].payload.unit == "people" for at in near)
    if full and last.noun_stop > last.stop:
        return False  # "four trucks full of refugees came; 200 arrived"
    return not lexicon.count_words().freight.isdisjoint(counted.words.lower().split())


def _are_who(reading: Reading, quantity: Quantity) -> bool:
    """Whether "who" right behind a number makes it one of people: "of 900 who had come in"."""
    return not quantity.is_ordinal and reading.lower[quantity.outer_stop :][:1] == ["who"]


def _gives_itself_up(happening: Happening) -> bool:
    """Whether those told of behind vehicles lay down arms: "took 9 trucks. Another 60 gave up"."""
    return happening.verb.kinds == _UNDER_ARMS and not happening.by_others


def _are_people_who_flee(reading: Reading, counted: Counted, happening: Happening) -> bool:
    """Whether an unknown name in the plural can only be a people's: "900 Ruritanians fled"."""
    if counted.how != "behind" or counted.noun.name != "things":
        return False
    verb, title = happening.verb, reading.tokens[counted.stop - 1].text.istitle()
    if happening.by_others:
        several = reading.lower[counted.stop - 1].endswith("s")
        return title and several and verb.home and verb.action == "host" and happening.direct
    if verb.topical or verb.kinds.get("people") != "displaced" or verb.counted != "subject":
        return False
    return title


def _fitting_people(reading: Reading, counted: Counted, happening: Happening) -> Counted:
    """Let a number count anybody where what is told befalls no soldiers, or only these."""
    verb = happening.verb
    if counted.noun.name != "armed" and verb.kinds == _UNDER_ARMS:
        return counted._replace(noun=noun_class("people"), words="")  # "and 80 surrendered"
    moved = verb.kinds.get("people") in {"displaced", "other_count"} and not verb.topical
    if counted.noun.name == "casualties" and moved:
        return counted._replace(noun=noun_class("people"), words="")  # "left 5 dead and drove 90"
    lifted = verb.kinds.get("people") == "evacuated" and counted.noun.name == "armed"
    lifted = lifted and "back" not in reading.lower[happening.first : happening.stop]
    return counted._replace(noun=noun_class("people")) if lifted else counted


_UNDER_ARMS = {"people": "personnel"}
"""The kinds of a verb for what only those under arms do."""


def besides(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
) -> Counted:
    """Let a number count others than those before it, where it says so or its verb does.

    "Killed 13 guards and 60 others", but "killed 13 guards and wounded 60 others" tells of more
    guards. Whom somebody loses are their own: "killed 13 guards and lost 5".
    """
    if counted.how not in _ELLIPTICAL or counted.noun.unit != "people":
        return counted
    if whole := of_whole(reading, quantity, counted, last):
        return whole
    counted = with_own_fate(reading, counted, happening, last)
    if last is None or last.happening is None or happening is None or last.at != reading.at:
        return counted
    if happening.verb.lemma == _LOSE != last.happening.verb.lemma:
        return counted._replace(words="") if counted.words == last.counted else counted
    if "others" not in reading.lower[quantity.outer_stop : quantity.outer_stop + 2]:
        return counted
    between = " ".join(reading.lower[last.noun_stop : quantity.outer_first])
    listed = happening.first == last.happening.first and between in lexicon.grammar().listing
    return counted._replace(words="others") if listed else counted


_LOSE = "lose"
"""The verb whose object is of the side that does it."""

_ELLIPTICAL: frozenset[How] = frozenset({"before", "participle"})


def _is_airlifted(reading: Reading, verb: Verb) -> bool:
    """Whether a verb that takes things away too takes people in an airlift: "we moved out 700"."""
    return verb.kinds.get("people") == "evacuated" and reading.whole.themes.airlift


def _takes_in(reading: Reading, happening: Happening) -> bool:
    """Whether a state takes in people of an airlift: "Qatar has taken 7,000", "can take 8,000"."""
    if not reading.whole.themes.airlift or not happening.direct:
        return False
    if reading.lower[happening.first] not in lexicon.count_words().admitting:
        return False
    first = happening.first - len(helping_words(reading.tokens, happening.first))
    return first in reading.place_stops


def _begins_anew(reading: Reading, quantity: Quantity) -> bool:
    """Whether a vague number begins a sentence: "Thousands are fleeing", not "dozens more"."""
    if quantity.qualifier != "vague" or quantity.outer_first:
        return False
    behind = reading.lower[quantity.outer_stop : quantity.outer_stop + 1]
    return lexicon.grammar().count_modifiers.isdisjoint(behind)


def is_said_to_exist(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Whether a number without a noun has a clause of its own: "there were 500, and they fled"."""
    if counted.how != "before":
        return False
    if is_in_holders_list(reading, quantity):
        return True
    first, stop = quantity.outer_first, quantity.outer_stop
    there = reading.lower[max(0, first - 2) : first - 1] == ["there"]
    ends = lexicon.count_words().number_ends
    alone = stop >= len(reading.tokens) or reading.lower[stop] in ends
    return there and alone and reading.lower[first - 1] in lexicon.grammar().copulas
