"""Ground shares: shares of ground that is counted, as districts are, and whether it is held."""

from __future__ import annotations

from data import lexicon
from data.lexicon.counting import NounClass, Verb
from data.parse.counting.counted_as import Counted
from data.parse.counting.ground.having import holder_given
from data.parse.counting.ground.holders import ground_held, holder_of
from data.parse.counting.ground.left_to import left_with
from data.parse.counting.verbs.agents import country_of_side
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading


def share_of_districts(
    reading: Reading, quantity: Quantity, counted: Counted, happening: Happening | None
) -> Draft:
    """A share of ground that is counted: "one in five districts of X is held by the government"."""
    given = holder_given(reading, quantity.outer_first)
    held_by = given or left_with(reading, quantity)
    held_by = held_by or holder_of(reading, happening, counted.stop)
    holder = held_by.actor if held_by else None
    owner = next((p for p in reading.places if p.first == counted.stop + 1), None)
    named = owner is not None and reading.lower[counted.stop] in {"of", "in"}
    code = owner.code if owner and named else ground_held(reading, quantity, holder)
    if owner and named and owner.via == "anaphor":
        code = country_of_side(reading, holder) or code
    verb = happening.verb if happening and not given else None
    return Draft(
        kind="control_share",
        rule=f"shares.{counted.noun.name}",
        action=verb.action if verb else "control",
        first=quantity.first,
        stop=quantity.stop,
        verb=happening.first if happening else quantity.first,
        at=reading.at,
        noun=counted.noun,
        counted=counted.words,
        quantity=quantity,
        unit="percent",
        who=held_by.words if held_by else counted.words,
        actor=holder.code if holder else None,
        places=(code,) if code else (),
        of=code,
    )


def with_its_ground(draft: Draft, last: Draft | None) -> Draft:
    """A share with the ground counted right before it: "224 districts, or 53 percent of X".

    So that the next number without a noun goes on counting it: "and 110 are contested".
    """
    if last is None or last.at != draft.at or last.unit != "count":
        return draft
    if draft.kind != "control_share" or last.kind not in lexicon.kinds_with("ground"):
        return draft
    return draft._replace(noun=last.noun, counted=last.counted)


def ground_kind(
    reading: Reading, quantity: Quantity, noun: NounClass, verb: Verb | None
) -> str | None:
    """A share of districts, capitals or crossings is control, where somebody holds them."""
    if noun.kind not in lexicon.kinds_with("ground"):
        return None
    pressing = lexicon.count_words().pressing
    held = verb is not None and (verb.holds or verb.action in pressing)
    held = held or is_claimed(reading) or _is_given(reading, quantity)
    held = held or left_with(reading, quantity) is not None
    return "control_share" if held else None


def _is_given(reading: Reading, quantity: Quantity) -> bool:
    """Whether an armed group stands right before a share: "gave the Taliban half of them"."""
    first = quantity.outer_first
    if any(actor.stop == first and actor.type == "armed-group" for actor in reading.actors):
        return True
    giving, them = lexicon.count_words().allotting, lexicon.captures().stand_ins
    if first > 1 and reading.lower[first - 1] in them and reading.lower[first - 2] in giving:
        return True  # "estimates give them a third of the districts"
    return holder_given(reading, first) is not None


def is_claimed(reading: Reading) -> bool:
    """Whether the sentence speaks of holding ground at all: "in their hands", "claimed"."""
    if not lexicon.grammar().holding_words.isdisjoint(reading.word_set):
        return True
    return not reading.events and any(actor.type == "armed-group" for actor in reading.actors)
