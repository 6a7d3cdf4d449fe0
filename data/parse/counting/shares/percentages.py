"""Percentages: what a share is a share of, and who holds it."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.ground.having import (
    holder_claiming,
    holder_given,
    holder_having,
    holder_reaching,
)
from data.parse.counting.ground.holders import (
    ground_held,
    holder_behind,
    holder_of,
    holder_told,
)
from data.parse.counting.ground.left_to import left_with
from data.parse.counting.ground.told_again import (
    share_again,
    share_spoken_of,
    who_has_bare,
)
from data.parse.counting.kinds.anybody import ANYBODY
from data.parse.counting.kinds.fates import fate_of
from data.parse.counting.kinds.kind import kind_of
from data.parse.counting.kinds.set_phrases import by_set_phrase
from data.parse.counting.kinds.states import state_within
from data.parse.counting.referents.counted import find_counted
from data.parse.counting.referents.fractions_counted import THOSE, fraction_counted
from data.parse.counting.shares.denominators import (
    ShareOf,
    denominator_behind,
    goes_on,
    named_denominator,
    names_withdrawal,
    past_quote,
)
from data.parse.counting.shares.ground_shares import (
    ground_kind,
    is_claimed,
    share_of_districts,
    with_its_ground,
)
from data.parse.counting.shares.lines import line_right_before
from data.parse.counting.shares.measured_shares import find_measured_share
from data.parse.counting.shares.of_last import is_of_last
from data.parse.counting.shares.predicated import elided_progress, predicated_share
from data.parse.counting.verbs.agents import country_of_side
from data.parse.counting.verbs.gapping import holder_of_gap
from data.parse.counting.verbs.happenings import Happening, NumberPhrase, find_happening
from data.parse.draft import Draft
from data.parse.numbers.bounded import bounded_behind_whole
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class

_NEAR = 2
"""Most sentences from one figure for a share to the next."""


def find_share(reading: Reading, quantity: Quantity, last: Draft | None) -> Draft | None:
    """The draft of a share, with what it is a share of where the text says so.

    "85 percent of the X-Y border" is a share of that border and of nothing else. A share of
    ground is control only with a verb of holding or taking, or "under ... control": that 60
    percent of a country is desert says nothing about control. Whatever else a share is of, it
    counts what its noun names, or what the number before it counted ("two thirds of them").
    """
    draft = _find_share(reading, quantity, last)
    if draft is None or draft.quantity is None:
        return draft
    return draft._replace(quantity=bounded_behind_whole(reading.tokens, draft.quantity))


def _find_share(reading: Reading, quantity: Quantity, last: Draft | None) -> Draft | None:
    share = denominator_behind(reading, past_quote(reading, quantity))
    share = share or predicated_share(reading, quantity)
    if share is None and (again := share_again(reading, quantity, last)):
        return again
    if share is None and (measured := find_measured_share(reading, quantity)):
        return measured
    if share is None and not _is_of_people(reading, quantity.outer_stop):
        share = _progress(reading, quantity, last)
    if share is not None:
        draft = _ground_or_progress(reading, quantity, share, last)
        if draft is not None:
            return with_its_ground(draft, last)
        if again := share_spoken_of(reading, quantity, share.stop, last):
            return again
    if found := _same_share(reading, quantity, last):
        return found
    return _share_of_counted(reading, quantity, last, of_ground=share is not None)


def find_near_whole(reading: Reading, quantity: Quantity) -> Draft | None:
    """The draft of "almost all of the border", where it is ground that somebody holds.

    Of whatever else there is almost all of, no share is claimed.
    """
    following = quantity.stop
    if following < len(reading.tokens) and reading.tokens[following].norm not in {"of", "the"}:
        following = quantity.first + 1  # "almost the entire border" begins with "the"
    share = named_denominator(reading, following)
    if share is None or share.kind != "control_share" or share.code is None:
        return None
    return _ground_or_progress(reading, quantity, share, None)


def _is_of_people(reading: Reading, index: int) -> bool:
    """Whether "of" and people follow: "95 percent of the troops"."""
    tokens = reading.tokens
    if index >= len(tokens) or tokens[index].norm != "of":
        return False
    near = (reading.nouns.get(place) for place in range(index + 1, index + 4))
    return any(noun is not None and noun.payload.unit == "people" for noun in near)


def _same_share(reading: Reading, quantity: Quantity, last: Draft | None) -> Draft | None:
    """Another figure for the share before it: "A named two thirds, and B 70 per cent"."""
    if last is None or last.kind != "control_share" or reading.at - last.at > _NEAR:
        return None
    tokens, stop = reading.tokens, quantity.outer_stop
    if stop < len(tokens) and (tokens[stop].norm == "of" or goes_on(reading, stop)):
        return None
    if own := line_right_before(reading, quantity.outer_first):
        last = last._replace(of=own[0], places=tuple(code for code in own if code))
    if holder := holder_of_gap(reading, quantity, last):
        code = holder.actors[-1].code if holder.actors else None
        last = last._replace(who=holder.words, actor=code)
    having = holder_having(reading, quantity.outer_first - 1) if _has(reading, quantity) else None
    if having is None and _has(reading, quantity):
        return None  # "The Taliban have 50 percent, and the UN has 30 percent"
    held_by = having or holder_of(reading, None, stop) or holder_behind(reading, stop)
    told = None if held_by else _own_verb(reading, quantity, last)
    if told is not None and told.verb.action in lexicon.count_words().pressing:
        last = last._replace(who=None, actor=None, action=told.verb.action)
    elif told is not None and told.verb.holds:  # "X hold 50 percent and militias hold 10 percent"
        held_by = holder_of(reading, told, stop)
        last = last._replace(who=None, actor=None)
    if held_by is not None:  # "60 percent is the army's and 20 percent is in Taliban hands"
        last = last._replace(who=held_by.words, actor=held_by.code)
    return last._replace(
        rule="shares.same",
        first=quantity.first,
        stop=quantity.stop,
        verb=quantity.first,
        at=reading.at,
        quantity=quantity,
    )


def _own_verb(reading: Reading, quantity: Quantity, last: Draft) -> Happening | None:
    """The verb that tells of a share alone, and not of the one before it."""
    found = find_happening(reading, NumberPhrase(quantity.outer_first, quantity.outer_stop))
    apart = last.at != reading.at or (found is not None and found.first >= last.stop)
    return found if apart else None


def _ground_or_progress(
    reading: Reading, quantity: Quantity, share: ShareOf, last: Draft | None
) -> Draft | None:
    happening = find_happening(reading, NumberPhrase(quantity.outer_first, share.stop))
    has = _has(reading, quantity)
    left = left_with(reading, quantity) if share.kind == "control_share" else None
    held_by = left or holder_of(reading, happening, share.stop)
    if has and held_by is None and happening is None and share.kind == "control_share":
        held_by = holder_having(reading, quantity.outer_first - 1)
    if share.kind == "control_share":
        first = quantity.outer_first
        held_by = holder_given(reading, first) or held_by or holder_reaching(reading, first)
        held_by = held_by or holder_claiming(reading, first - 1)
        if held_by is None and reading.lower[quantity.outer_first - 1] == "or":
            held_by = holder_told(reading, last)  # "224 districts, or 53 percent of X"
    holder = held_by.actor if held_by else None
    holds = (happening is not None and happening.verb.holds) or has
    if share.kind == "control_share" and not (holds or held_by or is_claimed(reading)):
        return None
    if share.is_line and not lexicon.grammar().fencing.isdisjoint(reading.word_set):
        return None  # "92% of the border has been fenced"
    action = happening.verb.action if happening else "control"
    if not (happening and happening.verb.holds) and action not in lexicon.count_words().pressing:
        action = "control"
    of_ground = share.kind == "control_share" and not share.is_line
    code = share.code or (ground_held(reading, quantity, holder) if of_ground else None)
    if share.stands_in and share.kind == "control_share":
        code = country_of_side(reading, holder) or code
    return Draft(
        kind=share.kind,
        rule=f"shares.{share.kind.replace('_', '-')}",
        action=action if share.kind == "control_share" else "complete",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.first if happening else quantity.outer_first - has,
        at=reading.at,
        quantity=quantity,
        unit="percent",
        who=held_by.words if held_by else None,
        actor=holder.code if holder else None,
        places=(code,) if code else (),
        of=code,
    )


def _has(reading: Reading, quantity: Quantity) -> bool:
    """Whether somebody is said to have the share: "already has about a third of the country"."""
    first = quantity.outer_first
    return first > 0 and reading.tokens[first - 1].norm in lexicon.grammar().possession


def _progress(reading: Reading, quantity: Quantity, last: Draft | None) -> ShareOf | None:
    """The withdrawal, where it is named before its share: "the withdrawal is 90% complete"."""
    named = names_withdrawal(reading, quantity.first)
    if not named and (elided := elided_progress(reading, quantity)):
        return elided
    if not named and not (last is not None and last.kind == "progress_share"):
        return None
    done = not lexicon.grammar().progress_words.isdisjoint(reading.word_set)
    return ShareOf(quantity.stop, "progress_share", None) if named or done else None


def _share_of_counted(
    reading: Reading, quantity: Quantity, last: Draft | None, *, of_ground: bool
) -> Draft | None:
    """A share of people or things, or of ground that nobody is said to hold."""
    counted = find_counted(reading, quantity, last)
    if counted is None and quantity.is_fraction:
        counted = fraction_counted(reading, quantity, last)
        if counted is None:
            return None  # "half" of nothing that is named
    told_before = counted is not None and counted.stop <= quantity.outer_stop + 1
    if of_ground and told_before and counted is not None and counted.how != "behind":
        counted = None  # "two-thirds of the country" are none of the people told of before
    if counted is not None and _is_none_of_them(reading, quantity, counted):
        counted = None
    noun = counted.noun if counted else noun_class("things")
    stop = max(counted.stop, quantity.outer_stop) if counted else quantity.outer_stop
    happening = find_happening(reading, NumberPhrase(quantity.outer_first, stop))
    verb = happening.verb if happening else None
    kind = _kind_of_share(reading, counted, happening, last) if counted else noun.kind
    if last is not None and is_of_last(reading, quantity, counted, last):
        kind = last.kind
    elif noun.kind in lexicon.kinds_with("ground"):
        # a share of districts that nobody is said to hold is none of the control over them
        kind = ground_kind(reading, quantity, noun, verb) or noun_class("things").kind
    held_by = None
    if counted is None and not of_ground and _is_bare_control(reading, quantity):
        kind, held_by = "control_share", who_has_bare(reading, quantity, happening)
    if counted is not None and kind == "control_share" and counted.how == "behind":
        return share_of_districts(reading, quantity, counted, happening)
    return Draft(
        kind=kind,
        rule=f"shares.{noun.name}",
        action=verb.done(kind, to_people=noun.unit == "people") if verb else "count",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.first if happening else quantity.first,
        at=reading.at,
        noun=noun if counted else None,
        counted=counted.words if counted else None,
        quantity=quantity,
        unit="percent",
        who=(counted.words or None) if counted else held_by and held_by.words,
        actor=held_by and held_by.code,
    )


def _is_none_of_them(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Whether somebody controls a share, which is none of people told of: "hold 65% of it"."""
    if counted.noun.unit != "people" or counted.how == "behind":
        return False
    held = find_happening(reading, NumberPhrase(quantity.outer_first, quantity.outer_stop))
    return held is not None and held.verb.action == "control"


def _kind_of_share(
    reading: Reading, counted: Counted, happening: Happening | None, last: Draft | None
) -> str:
    """The kind of a share of what is counted.

    "64% of voters back the airlift": what a share thinks is not told by what it is about.
    """
    noun = counted.noun
    inside = counted.how in {"part", "before"}
    told = happening is not None or inside or noun.name not in ANYBODY
    if told or counted.how == "participle":  # "half are dead"
        return kind_of(reading, counted, happening, last, inside=inside)
    if counted.words == THOSE and reading.article_topic == "displaced":
        noun = noun_class("displaced")
    if said := by_set_phrase(reading, counted, None, noun.kind):
        return said
    armed = noun.name == "men" and fate_of(reading, counted, None, None, near=True)
    return state_within(reading, counted) or (armed if armed == "personnel" else noun.kind)


def _is_bare_control(reading: Reading, quantity: Quantity) -> bool:
    """Whether a share without a noun is of ground: "34% as contested and 12% as under control"."""
    ground = lexicon.kinds_with("ground")
    named = any(noun.payload.kind in ground for noun in reading.nouns.values())
    return named and not quantity.is_fraction and is_claimed(reading)
