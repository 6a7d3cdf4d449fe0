"""Own men: people who are somebody's, by a few words: staff, men of a force, those with kin."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.anybody import ANYBODY
from data.parse.counting.noun_phrases.between import number_start
from data.parse.reading import Reading


def is_of_force(reading: Reading, counted: Counted) -> bool:
    """Whether people are what a force is made of: "the contingent numbers 1,800 people".

    Also "400 mechanics were on the payroll", where the sentence speaks of a force.
    """
    words = lexicon.count_words()
    if counted.noun.name not in ANYBODY or counted.how != "behind":
        return False
    first = number_start(reading, counted.first)
    before = reading.lower[max(0, first - _LONGEST_AMOUNTING) : first]
    amounts = any(" ".join(before[-size:]) in words.amounting for size in (1, 2, 4))
    if " ".join(reading.lower[counted.stop : counted.stop + 3]) in words.on_staff:
        return True
    if amounts and not lexicon.grammar().force_words.isdisjoint(reading.lower[:first]):
        return True
    behind = reading.lower[counted.stop : counted.stop + _ROLLS_REACH]
    if words.rolls.isdisjoint(behind) or "on" not in behind:
        return False
    told = reading.word_set - words.rolls
    if not lexicon.topics().mission.isdisjoint(told):
        return True
    return any(
        topic.only == "men" and topic.kind == "personnel" and not topic.words.isdisjoint(told)
        for topic in lexicon.topics().topic
    )


_LONGEST_AMOUNTING = 4
"""Words of "is made up of"."""

_ROLLS_REACH = 5
"""Most words from those counted to "on the payroll"."""


def are_had(reading: Reading, counted: Counted) -> bool:
    """Whether men are those of a force or a state: "the police of X have 5,200 men"."""
    words = lexicon.count_words()
    if counted.noun.name != "men" or counted.how != "behind":
        return False
    first = number_start(reading, counted.first)
    before = range(max(0, first - _HAD_REACH), first)
    had = next((at for at in reversed(before) if reading.lower[at] in words.men_had), None)
    if had is None or "," in reading.lower[had:first]:
        return False
    owner = reading.lower[max(0, had - _OWNER_REACH) : had]
    if not (words.having_men | lexicon.grammar().force_words).isdisjoint(owner):
        return True
    if any(actor.stop == had for actor in reading.actors if actor.type == "government"):
        return True
    return any(place.stop == had and place.via in {"name", "capital"} for place in reading.places)


_HAD_REACH = 4
"""Most words from "have" to the number of men: "has some"."""

_OWNER_REACH = 5
"""Most words from a force to "have": "the group is thought to"."""


WORKING = frozenset({"other_count", "evacuated", "displaced"})


def is_put_to_work(reading: Reading, counted: Counted) -> bool:
    """Whether people are set to do some work: "put 30 more people on the visa desk"."""
    words, first = lexicon.count_words(), number_start(reading, counted.first)
    if counted.how != "behind" or words.staffing.isdisjoint(
        reading.lower[max(0, first - 2) : first]
    ):
        return False
    if counted.noun.name not in ANYBODY:
        return counted.noun.name == "personnel"  # "have added 50 staff in X"
    behind = reading.lower[counted.stop : counted.stop + _DESK_REACH]
    led = not words.to_desks.isdisjoint(behind[:1])
    return led and not words.desks.isdisjoint(behind)


_DESK_REACH = 6
"""Most words from those counted to where they work: "on the Kabul visa desk"."""


def flees_with_families(reading: Reading, counted: Counted, verb: Verb) -> bool:
    """Whether the families of soldiers who flee are counted with them: "90 men and their wives"."""
    if not (verb.motion or verb.lemma == "fall") or counted.how != "behind":
        return False  # "went over to Iran" as well
    joint, own, whom = (*reading.lower[counted.stop : counted.stop + 3], "", "", "")[:3]
    return joint in {"and", "with"} and own == "their" and whom in lexicon.count_words().kin


def is_loyal(reading: Reading, counted: Counted) -> bool:
    """Whether men are told to be somebody's: "2,000 men loyal to X"."""
    behind = reading.lower[counted.stop : counted.stop + 2]
    return counted.noun.name == "men" and behind == ["loyal", "to"]


def is_commanded(reading: Reading, counted: Counted) -> bool:
    """Whether men are those of somebody with a rank: "Marshal Qadir's 2,000 men"."""
    first = number_start(reading, counted.first)
    if counted.noun.name != "men" or reading.lower[first - 1 : first] != ["'s"]:
        return False
    index = first - 2
    while index > 0 and reading.tokens[index - 1].text[0].isupper():
        index -= 1
    name = reading.lower[index : first - 1]
    return len(name) > 1 and name[0] in lexicon.count_words().commanding


def are_own_workers(reading: Reading, counted: Counted) -> bool:
    """Whether workers are those of who speaks or does something: "our 900 workers"."""
    if counted.how != "behind" or reading.lower[counted.stop - 1] != "workers":
        return False
    first = number_start(reading, counted.first)
    return first > 0 and reading.lower[first - 1] in lexicon.grammar().owning
