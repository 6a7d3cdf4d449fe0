"""Counts: the facts that the numbers of a sentence state."""

from __future__ import annotations

from typing import NamedTuple

from data import lexicon
from data.parse.counting.amounts.lengths import find_length
from data.parse.counting.amounts.money import find_sum, is_unsaid_sum
from data.parse.counting.amounts.prices import sum_again
from data.parse.counting.counted_as import Counted
from data.parse.counting.doing import action_of, counted_as_who, homes_of, is_only_given
from data.parse.counting.ground.gone_over import fitted, ground_gone_over
from data.parse.counting.ground.holders import holder_of_count, is_held_alone
from data.parse.counting.ground.left_to import ground_left, is_left_with
from data.parse.counting.ground.named_holders import done_by_holder
from data.parse.counting.kinds.company import is_in_name_before
from data.parse.counting.kinds.kind import kind_of
from data.parse.counting.kinds.sides import actor_of, side_of, with_group
from data.parse.counting.lists.columns import is_cell
from data.parse.counting.lists.entries import is_entry
from data.parse.counting.lists.headed import (
    draft_of_entry,
    find_headed,
    placed_by_heading,
    under_heading,
)
from data.parse.counting.lists.own_labels import by_fate, by_own_label
from data.parse.counting.noun_phrases.between import past_share
from data.parse.counting.referents.bare_numbers import besides, is_said_to_exist
from data.parse.counting.referents.counted import find_counted
from data.parse.counting.referents.excepted import is_excepted
from data.parse.counting.referents.fractions_counted import is_fraction_of_one
from data.parse.counting.referents.fronted import find_fronted
from data.parse.counting.referents.ordinals import counts_waves, is_running_total
from data.parse.counting.referents.portions import is_in_brackets, is_part
from data.parse.counting.referents.recalled import by_holder
from data.parse.counting.referents.remainders import of_remainder
from data.parse.counting.referents.whoever import whoever
from data.parse.counting.referred import referred_to
from data.parse.counting.shares.near_wholes import find_near_wholes
from data.parse.counting.shares.percentages import find_near_whole, find_share
from data.parse.counting.verbs.agents import agent_of
from data.parse.counting.verbs.gapping import is_gapped, numbered_in_gap, resumed, resumes_subject
from data.parse.counting.verbs.happenings import (
    Happening,
    NumberPhrase,
    find_happening,
    happening_behind,
)
from data.parse.counting.verbs.journeys import origin_of, trip_of
from data.parse.counting.verbs.listed_numbers import noun_of_list, resumes_place
from data.parse.counting.verbs.missing import as_missing
from data.parse.counting.verbs.occasions import is_occasion, is_occasion_again
from data.parse.counting.verbs.planned import as_planned
from data.parse.counting.verbs.source_counts import counts_sources
from data.parse.counting.verbs.undone import is_undone, nowhere_near, of_undone, why_unclaimed
from data.parse.draft import Draft
from data.parse.numbers.bounded import bounded_behind
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.reality.modality import reality


class Verdict(NamedTuple):
    """What became of a number: the fact it states, or why it states none.

    Attributes:
        quantity: The number expression.
        draft: The fact.
        left_alone: Id of an exclusion in ``lexicon/exclusions.toml``.
        denied: The fact that it would state if it were not denied.
    """

    quantity: Quantity
    draft: Draft | None
    left_alone: str | None
    denied: Draft | None = None


def judge_numbers(reading: Reading, previous: Draft | None) -> list[Verdict]:
    """What each number of a sentence comes to, in text order.

    Args:
        reading: The sentence.
        previous: The fact of the last number in the sentences before it, which an elliptical
            number ("another 58") goes on with.
    """
    verdicts: list[Verdict] = []
    told: list[Draft] = []
    last, occasion = previous, None
    for quantity in reading.quantities:
        again = occasion is not None and is_occasion_again(reading, quantity, occasion)
        before = occasion if again else referred_to(reading, quantity, told, last)
        verdict = _judge(reading, quantity, before)
        if verdicts and _goes_on_a_label(reading, verdicts[-1], verdict):
            verdict = Verdict(quantity, None, "label")
        verdicts.append(verdict)
        told += [verdict.draft] if verdict.draft else []
        if verdict.draft and is_occasion(reading, verdict.draft, last, occasion):
            occasion = verdict.draft
        elif not again:
            last = verdict.draft or verdict.denied or last
    return _with_near_wholes(reading, verdicts)


def _with_near_wholes(reading: Reading, verdicts: list[Verdict]) -> list[Verdict]:
    """With the shares of ground that are told without a number, in text order."""
    wholes = find_near_wholes(reading)
    if not wholes or reading.sentence.is_question:
        return verdicts
    told = [
        Verdict(quantity, draft, None)
        for quantity in wholes
        if (draft := find_near_whole(reading, quantity)) is not None
        and why_unclaimed(reading, draft, quantity) is None
    ]
    return sorted((*verdicts, *told), key=lambda each: each.quantity.first) if told else verdicts


def _goes_on_a_label(reading: Reading, before: Verdict, verdict: Verdict) -> bool:
    """Whether a number goes on with a number that is a name: "districts 6 and 7"."""
    if before.left_alone != "label":
        return False
    if verdict.draft is not None and verdict.draft.noun_stop > verdict.draft.stop:
        return False  # "in week 30, 3,685 new cases"
    between = " ".join(reading.lower[before.quantity.stop : verdict.quantity.first])
    return between in lexicon.count_words().label_joints


def _judge(reading: Reading, quantity: Quantity, last: Draft | None) -> Verdict:
    if reading.sentence.is_question:
        return Verdict(quantity, None, "question")
    reason = reading.left_alone.get(quantity.first)
    again = sum_again(reading, quantity, last)
    quantity, reason = again, None if again is not quantity and reason == "label" else reason
    headed = find_headed(reading, quantity) if reason in {None, "label"} else None
    if headed is not None and is_entry(reading, quantity, headed):
        return Verdict(quantity, draft_of_entry(reading, quantity, headed), None)
    if reason and not (reason == "label" and _is_of_list(reading, quantity, last)):
        return Verdict(quantity, None, reason)
    if quantity.unit in {"km", "mi"}:
        draft, reason = find_length(reading, quantity, last), "distance"
    elif quantity.unit == "percent":
        draft, reason = find_share(reading, quantity, last), "nothing-counted"
    elif quantity.unit is not None:
        draft, reason = find_sum(reading, quantity), "nothing-counted"
    elif quantity.is_ordinal and not is_running_total(reading, quantity):
        draft, reason = None, "formation"
    else:
        draft, reason = _count(reading, quantity, last), "nothing-counted"
        if draft is not None and headed is not None:
            draft = under_heading(reading, draft, headed)
        elif draft is not None:
            draft = placed_by_heading(reading, draft)
        if draft is not None and counts_sources(reading, draft):
            return Verdict(quantity, None, "sources")
    if draft is not None and (why := why_unclaimed(reading, draft, quantity)):
        return Verdict(quantity, None, why, draft._replace(happening=None))
    if draft is not None and is_undone(reading, draft):
        draft, reason = of_undone(reading, draft), "denied"
    elif draft is not None:
        draft = as_planned(reading, nowhere_near(reading, as_missing(reading, draft)))
    if draft is not None and is_excepted(reading, quantity):
        draft = of_remainder(reading, draft)
    return Verdict(quantity, draft, None if draft else reason)


def _is_of_list(reading: Reading, quantity: Quantity, last: Draft | None) -> bool:
    """Whether a number behind a name is that of a place in a list, and no part of the name."""
    if resumes_place(reading, quantity, last) or resumes_subject(reading, quantity, last):
        return True
    return quantity.first in reading.place_stops and noun_of_list(reading, quantity) is not None


def _count(reading: Reading, quantity: Quantity, last: Draft | None) -> Draft | None:
    counted = _counted(reading, quantity, last)
    if counted is None:
        return None
    if counted.stop > quantity.outer_stop:
        quantity = bounded_behind(reading.tokens, quantity, counted.stop)
    counted, happening, inside = _told(reading, quantity, counted, last)
    if is_unsaid_sum(quantity, counted, happening):
        return None
    counted = besides(reading, quantity, counted, happening, last)
    held_by = holder_of_count(reading, quantity, counted, happening)
    verb = happening.verb if happening else None
    agent = agent_of(reading, quantity, counted, happening, last)
    at = happening.first if happening else quantity.first
    possible = happening is not None and reality(reading, at, quantity.outer_first) == "possible"
    trip = None if possible else trip_of(reading, quantity, counted, happening, last)
    side = side_of(reading, counted, happening, last)
    kind = _kind(reading, quantity, counted, happening, last, inside=inside)
    return Draft(
        kind=kind,
        rule=f"counts.{verb.lemma.replace(' ', '-') if verb else counted.noun.name}",
        action=done_by_holder(verb, held_by)
        if held_by
        else action_of(reading, counted, happening, kind),
        first=quantity.first,
        stop=quantity.stop,
        verb=at,
        happening=happening,
        at=reading.at,
        in_brackets=is_in_brackets(reading, last, quantity),
        noun=counted.noun,
        counted=counted.words,
        noun_stop=counted.stop,
        possible=possible,
        quantity=quantity,
        unit=counted.noun.unit,
        who=held_by.words if held_by else counted_as_who(counted, verb, agent),
        actor=held_by.code if held_by else actor_of(counted, verb, agent and agent.doer, side),
        side=side,
        places=homes_of(happening, agent),
        origin=origin_of(trip, verb, side),
        destination=trip.destination if trip else None,
        settled=last is not None and last.kind == kind != counted.noun.kind,
    )


def _counted(reading: Reading, quantity: Quantity, last: Draft | None) -> Counted | None:
    """What a number counts, by its sentence and by what stands around that."""
    counted = find_counted(reading, quantity, last) or whoever(reading, quantity)
    counted = by_holder(reading, quantity, counted or by_fate(reading, quantity))
    counted = ground_left(reading, quantity, ground_gone_over(reading, quantity, counted))
    if counted is None or is_fraction_of_one(reading, quantity):
        return None
    if counted.how == "before" and is_cell(reading, quantity):
        return None
    counted = numbered_in_gap(reading, quantity, counted, last)
    return with_group(reading, by_own_label(reading, quantity, counted, last))


def _told(
    reading: Reading, quantity: Quantity, counted: Counted, last: Draft | None
) -> tuple[Counted, Happening | None, bool]:
    """What is counted, what happened to it, and whether it is a part of what the last number is."""
    if is_left_with(reading, quantity, counted):
        return counted, None, is_part(reading, quantity, counted, last)
    alone = is_held_alone(reading, quantity, counted)
    apart = counted.whole or alone or is_said_to_exist(reading, quantity, counted)
    stop = past_share(reading, max(counted.stop, quantity.outer_stop))
    phrase = NumberPhrase(quantity.outer_first, stop)
    measured = None if counted.ahead is None else happening_behind(reading, counted.ahead)
    happening = measured or (None if apart else find_happening(reading, phrase))
    if measured is None and is_only_given(reading, quantity, counted, happening):
        happening = None
    happening = None if is_in_name_before(reading, happening, last) else happening
    counted = fitted(reading, quantity, counted, happening, last)
    if is_gapped(reading, quantity, counted, last):
        return counted, resumed(reading, last), True
    inside = is_part(reading, quantity, counted, last)
    if counted.whole or happening is not None:
        return counted, happening, inside
    if counted.noun.unit == "people" and (fronted := find_fronted(reading, quantity.outer_first)):
        happening = fronted.happening
    alone = counted.how == "before" and not _is_told_apart(reading, quantity, counted)
    if happening is None and (inside or alone):
        happening = resumed(reading, last)
    return counted, happening, inside


def _kind(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
    *,
    inside: bool,
) -> str:
    if counts_waves(reading, quantity, counted):
        return "other_count"  # "the fifth wave of soldiers" counts waves
    return kind_of(reading, counted, happening, last, inside=inside)


def _is_told_apart(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Whether a number without a noun is told something else of: "and 40 are under arrest"."""
    stop = quantity.outer_stop
    if stop < len(reading.tokens) and reading.tokens[stop].norm in lexicon.grammar().passive:
        return True
    if reading.lower[stop : stop + 2] == ["in", "need"]:
        return True
    return holder_of_count(reading, quantity, counted, None) is not None
