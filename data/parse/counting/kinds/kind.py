"""Kind: what a count is a count of, from the noun, the verb and the words around them."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass, Verb
from data.parse.counting.counted_as import Counted, How
from data.parse.counting.kinds.aboard import kind_aboard
from data.parse.counting.kinds.admitted import kind_by_agent
from data.parse.counting.kinds.anybody import ANYBODY_AT_ALL
from data.parse.counting.kinds.by_land import tells_of_planes
from data.parse.counting.kinds.company import (
    are_of_told,
    are_stopped_too,
    goes_on_with_evacuees,
    goes_with_evacuees,
    is_bracketed_part,
    is_conceded,
    is_left_too,
    is_listed_with,
    is_next_entry,
    is_of_one_verb,
    is_saved,
    is_taken_in_battle,
    shares_fate,
)
from data.parse.counting.kinds.fates import (
    fate_of,
    is_flown_out,
    is_of_another_war,
    is_open,
)
from data.parse.counting.kinds.routine import is_routine
from data.parse.counting.kinds.set_phrases import by_set_phrase, is_inserted_loss
from data.parse.counting.kinds.states import (
    fate_behind,
    is_left_behind,
    left_in,
    state_beside,
    state_of_participle,
)
from data.parse.counting.kinds.stuck import (
    is_stranded,
    is_stuck_at_border,
    is_trying_to_leave,
    lives_there,
)
from data.parse.counting.kinds.summed import (
    are_the_others,
    is_part_of_toll,
    is_told_again,
    is_toll,
    kind_of_total,
)
from data.parse.counting.verbs.happenings import Happening, happening_behind
from data.parse.draft import Draft
from data.parse.reading import Reading

_PEOPLE = frozenset({"men", "roles"})
_OWN: frozenset[How] = frozenset({"behind", "part"})
_LOSSES = frozenset({"casualties"})
_PASSING = frozenset({"other_count", "personnel"})
_UNTOLD = frozenset({"displaced", "other_count"})
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
    if said := by_set_phrase(reading, counted, verb, kind):
        return said
    if counted.noun.unit != "people":
        return kind
    if happening is not None:
        taken = kind_by_agent(reading, counted, happening, kind)
        if kind == "casualties" and taken == "evacuated":
            return taken
        kind = taken
    return _moved_kind(reading, counted, verb, kind)


def _moved_kind(reading: Reading, counted: Counted, verb: Verb | None, kind: str) -> str:
    """The kind of people, as to whether they are flown out, wait for it, or come over land."""
    if kind == "evacuated" and counted.noun.name in ANYBODY_AT_ALL and is_of_another_war(reading):
        out = verb is None or verb.lemma == "evacuate"  # "were evacuated from the conflict zone"
        return "displaced" if out else counted.noun.kind
    passing = kind in _PASSING or (kind == "displaced" and tells_of_planes(reading))
    if passing and counted.noun.name in ANYBODY_AT_ALL and (found := kind_aboard(reading, counted)):
        return found
    if kind == "displaced" and is_routine(reading, counted, verb):
        return "other_count"
    if kind == "displaced" and is_flown_out(reading, counted, verb):
        return "evacuated"
    if kind == "displaced" and is_trying_to_leave(reading, counted, verb):
        return "evacuated"
    if kind in _WAITING and is_stuck_at_border(reading, counted, verb):
        return "displaced"
    if kind in _UNTOLD and (fate := fate_behind(reading, counted)):
        return fate
    waits = kind in _UNTOLD and (verb is None or is_open(verb))
    waits = waits and not (verb and verb.action == "live" and lives_there(reading, counted, verb))
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
    if known := _known_at_once(reading, counted, happening, previous):
        return known
    told = _told(reading, happening, counted)
    fates = lexicon.kinds_with("fate")
    if told == "displaced" and previous and are_of_told(reading, counted, happening, previous):
        return previous.kind
    if told == "other_count" and inside and previous and previous.kind in fates:
        return previous.kind  # "of those who came back, 1,599 were assisted"
    if told == "other_count" and previous and are_stopped_too(reading, counted, previous):
        return previous.kind
    if told and not (verb and is_open(verb)):
        return told
    if counted.how == "participle" and (kind := state_of_participle(reading, counted)):
        return kind
    if noun.unit == "people" and (kind := state_beside(reading, counted, verb)):
        return kind
    if verb is None and (kind := kind_of_total(reading, counted, previous)):
        return kind
    if is_toll(reading, counted) or (verb is None and is_part_of_toll(reading, counted)):
        return "casualties"
    if verb is None and previous is not None and is_bracketed_part(reading, counted, previous):
        return previous.kind
    if previous is not None and are_the_others(reading, counted, previous):
        return previous.kind
    if previous is not None and _goes_on_list(reading, counted, happening, previous):
        return previous.kind
    shares = inside and previous is not None and shares_fate(counted, previous)
    if shares and previous is not None and (previous.kind != noun.kind or told is None):
        return previous.kind
    if told == "casualties":
        return told
    return _by_noun(reading, counted, happening, previous, told)


def _goes_on_list(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft
) -> bool:
    """Whether those counted are listed with those before, in a sentence or line by line."""
    listed = is_of_one_verb(reading, counted, happening, previous)
    listed = listed and is_listed_with(reading, counted, previous)
    return listed or is_next_entry(reading, counted, previous)


def _by_noun(
    reading: Reading,
    counted: Counted,
    happening: Happening | None,
    previous: Draft | None,
    told: str | None,
) -> str:
    """The kind that a noun gives, as far as its verb leaves it open."""
    noun, verb = counted.noun, happening.verb if happening else None
    if noun.name == "roles":
        flown = told == "evacuated" and reading.article_topic == told
        return told if told and flown else noun.kind
    if noun.name == "personnel":
        if verb is None and previous is not None and goes_on_with_evacuees(reading, previous):
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


def _is_flown_staff(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft | None
) -> bool:
    """Whether staff are passengers of an airlift, by their verb or their sentence."""
    verb = happening.verb if happening else None
    if happening is not None and happening.kinds.get("people") == "evacuated":
        return True
    if verb is not None and verb.action in lexicon.count_words().employing:
        return False  # "kept a local staff of 20"
    if verb is not None and verb.action == "remain" and counted.how == "behind":
        return False  # "fewer than 50 staff will stay at the airport"
    if verb is not None and verb.motion and reading.article_topic == "evacuated":
        return True
    return fate_of(reading, counted, verb, previous, near=True) == "evacuated"


def _known_at_once(
    reading: Reading, counted: Counted, happening: Happening | None, previous: Draft | None
) -> str | None:
    """The kind that a phrase or the number before settles, whatever the verb makes of others."""
    noun = counted.noun
    verb = happening.verb if happening else None
    if noun.name == "armed" and goes_with_evacuees(reading, counted, previous):
        return "evacuated"
    if happening is not None and (left := left_in(reading, counted, happening)):
        return left
    if happening is not None and is_left_too(reading, counted, happening, previous):
        return "casualties"
    if happening is not None and is_left_behind(reading, counted, happening):
        return "evacuated"
    if noun.unit == "people" and is_inserted_loss(reading, counted.stop):
        return "casualties"
    held = verb is not None and verb.action == "control" and counted.how == "before"
    if noun.name == "men" and happening is not None and happening.by_others and happening.direct:
        held = happening.verb.action == "control"  # "soldiers held 100 men in a school"
    if held and noun.unit == "people" and not _is_garrison(reading, happening):
        return noun.kind  # "killed 965 people and are holding 5,491"
    if previous is not None and is_told_again(reading, counted, previous):
        return previous.kind
    if previous is not None and is_saved(counted, verb, previous):
        return noun.kind
    if previous is not None and is_conceded(reading, counted, happening):
        return previous.kind
    if is_taken_in_battle(reading, counted, happening, previous):
        return "personnel"
    return None


def _is_garrison(reading: Reading, happening: Happening | None) -> bool:
    """Whether a place holds some: "at its height the base held 40,000"."""
    if happening is None or happening.first < 1:
        return False
    at = happening.first - 1
    return any(m.stop == at + 1 and m.payload.unit != "people" for m in reading.nouns.values())


def _told(reading: Reading, happening: Happening | None, counted: Counted) -> str | None:
    """The kind that a verb gives to a class of nouns; men are people.

    A number without a noun of its own is no object: "the number of those who left reached 300".
    """
    if happening is None:
        return None
    noun = counted.noun
    if noun.name == "centres" and happening.verb.holds:
        return "districts"
    if happening.verb.lemma == "serve" and _is_unarmed(reading, noun):
        return "other_count"  # "300 protesters took part"
    own = counted.how in _OWN or _is_left_somewhere(happening, counted)
    own = own or (happening.by_others and happening.first >= counted.stop)  # "90 were reached"
    kinds = happening.kinds if own else happening.verb.kinds
    return kinds.get(noun.name) or (kinds.get("people") if noun.name in _PEOPLE else None)


def _is_unarmed(reading: Reading, noun: NounClass) -> bool:
    """Whether those who take part in something or march are no soldiers."""
    if noun.name == "roles":
        return True
    return noun.name == "people" and not lexicon.topics().civil.isdisjoint(reading.word_set)


def _only_measures(reading: Reading, happening: Happening, counted: Counted) -> bool:
    """Whether a verb leads to the figure of a measure: "the number of victims reached 71"."""
    if counted.how != "measure" or not (happening.by_others and happening.direct):
        return False
    if counted.ahead is not None and happening == happening_behind(reading, counted.ahead):
        return False  # "the number of people brought to safety"
    changes = reading.lower[happening.first] in lexicon.grammar().change_verbs
    return changes and happening.first < counted.first


def _is_left_somewhere(happening: Happening, counted: Counted) -> bool:
    """Whether people without a noun are left in some state: "left thousands on the brink of"."""
    return counted.how == "before" and not counted.words and happening.verb.action == "leave"
