"""Holders: who has a share of ground, where no verb has them as its subject.

"In Taliban hands", "under the control of the army", "held by the government", "fell to X".
"""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_adverb
from data.parse.counting.counted_as import Counted
from data.parse.counting.ground.having import holder_having, holder_reaching
from data.parse.counting.ground.left_to import is_left, left_with
from data.parse.counting.ground.named_holders import Holder, named_holder
from data.parse.counting.verbs.agents import by_name, find_agent
from data.parse.counting.verbs.happenings import Happening
from data.parse.counting.verbs.verbs_behind import is_of_relative
from data.parse.draft import Draft
from data.parse.grounds.sites import Site, find_sites
from data.parse.names.actor_mention import ActorMention
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading

_CONTROL_REACH = 6
"""Most words from "under" to "control": "under the firm control of"."""

_BEFORE_NAME = 3
"""Most words of "control of the" before a name."""


def holder_of(reading: Reading, happening: Happening | None, stop: int) -> Holder | None:
    """Who holds a share that ends before ``stop``, by its verb or by the words behind it."""
    agent = find_agent(reading, happening) if happening else None
    if agent and happening and happening.verb.holds:
        agent = by_name(reading, agent)
    if agent and agent.actors:
        return Holder(agent.actors[-1].words, agent.actors[-1])
    if happening is not None and happening.first >= stop:
        if happening.verb.action in lexicon.count_words().giving:
            return _lost_to(reading, happening.stop)
        for leading in ("by", "to"):
            if reading.lower[happening.stop : happening.stop + 1] == [leading]:
                return named_holder(reading, happening.stop + 1)
    if held := _in_hands(reading, stop):
        return held
    holds = happening is not None and happening.verb.holds
    return Holder(agent.words, None) if agent and holds else None


def holder_of_count(
    reading: Reading, quantity: Quantity, counted: Counted, happening: Happening | None
) -> Holder | None:
    """Who holds the places that a number counts: "84 districts are under government control".

    Also where they are told of before, "... and 84 in government hands"; but not where others
    did something to them: "retook three districts that were under X's control".
    """
    ground = lexicon.kinds_with("ground")
    if counted.whole or quantity.is_ordinal or counted.noun.kind not in ground:
        return None
    first, grammar = quantity.outer_first, lexicon.grammar()
    stop = max(counted.stop, quantity.outer_stop)
    if held := left_with(reading, quantity) or _belongs_to(reading, stop):
        return held
    if counted.how == "before" and (held := holder_behind(reading, quantity.outer_stop)):
        return held  # "193 are held by X, 93 by the government"
    if happening is not None and happening.verb.action in lexicon.count_words().giving:
        return _lost_to(reading, max(stop, happening.stop))
    if happening is not None and _is_by_side(reading, happening, stop):
        return named_holder(reading, happening.stop + 1)
    if happening is not None and _is_held_elsewhere(reading, happening):
        happening = None
    if happening is not None and happening.verb.action == "control":
        told_behind = reading.lower[stop : stop + 1]  # "compared with 76 in government hands"
        if not lexicon.count_words().under_control.isdisjoint(told_behind):
            return _in_hands(reading, stop)
    if happening is not None and (happening.by_others or happening.first < quantity.first):
        return None
    if counted.how == "measure" and (held := _of_measure(reading, counted)):
        return held
    leading = reading.lower[first - 1] if first else ""
    if leading in grammar.prepositions:  # "19 of 34 are in Taliban hands"
        return holder_reaching(reading, first) if leading == "of" else None
    held = holder_having(reading, first - 1) if leading in grammar.possession else None
    if held is not None and (held.actor is None or held.actor.type == "armed-group"):
        return held  # "Afghanistan has 34 provinces" holds none
    return _in_hands(reading, stop)


def _is_by_side(reading: Reading, happening: Happening, stop: int) -> bool:
    """Whether those without a name stand behind a passive: "were retaken by government forces"."""
    if not happening.verb.holds or happening.first < stop:
        return False
    if reading.lower[happening.stop : happening.stop + 1] != ["by"]:
        return False
    agent = find_agent(reading, happening)
    return agent is None or not agent.actors


def _is_held_elsewhere(reading: Reading, happening: Happening) -> bool:
    """Whether what looks like a verb is a noun: "under government control and 188 in ... hands"."""
    first, words = happening.first, lexicon.count_words().under_control
    if reading.lower[first] not in lexicon.grammar().holding_nouns:
        return False
    return not words.isdisjoint(reading.lower[max(0, first - _CONTROL_REACH) : first])


def is_held_alone(reading: Reading, quantity: Quantity, counted: Counted) -> bool:
    """Whether counted places are said to be somebody's, whatever a verb before tells of others.

    "The army withdrew and 27 districts are in X's hands".
    """
    stop = max(counted.stop, quantity.outer_stop)
    if _belongs_to(reading, stop) or _had_alone(reading, quantity, stop):
        return holder_of_count(reading, quantity, counted, None) is not None
    copula = not lexicon.grammar().copulas.isdisjoint(reading.lower[stop : stop + 1])
    if not (copula or is_left(reading, quantity, stop)):
        return False
    return holder_of_count(reading, quantity, counted, None) is not None


def _belongs_to(reading: Reading, stop: int) -> Holder | None:
    """Whose those in front of a token are said to be: "the other 46 belonged to X"."""
    belong, to = (*reading.lower[stop : stop + 2], "", "")[:2]
    if belong not in lexicon.count_words().belonging or to != "to":
        return None
    return named_holder(reading, stop + 2)


def _had_alone(reading: Reading, quantity: Quantity, stop: int) -> bool:
    """Whether somebody is said to have them before others are told of: "X had 77 and 194 were"."""
    first = quantity.outer_first
    has = first > 0 and reading.lower[first - 1] in lexicon.grammar().possession
    return has and reading.lower[stop : stop + 1] == ["and"] and stop + 1 in reading.quantity_stops


def _lost_to(reading: Reading, stop: int) -> Holder | None:
    """Who has what another lost: "two more capitals were lost to X", "lost three capitals to X"."""
    behind = reading.lower[stop : stop + _CONTROL_REACH]
    if "to" not in behind:
        return None
    index = stop + behind.index("to")
    named = (actor for actor in reading.actors if index < actor.first <= index + _BEFORE_NAME)
    actor = next((actor for actor in named if actor.type == "armed-group"), None)
    if actor is not None:
        return Holder(actor.words, actor)
    return None if index + 1 in reading.verb_tokens else named_holder(reading, index + 1)


def moved_as(reading: Reading, happening: Happening) -> str:
    """What a verb of motion does to ground: "came under the group's control" takes it.

    Returns:
        ``capture`` where it comes into somebody's hands, else ``count``: no district arrives.
    """
    behind = reading.lower[happening.stop : happening.stop + 1 + _CONTROL_REACH]
    led = bool(behind) and behind[0] in lexicon.count_words().coming_under
    held = not lexicon.grammar().holding_nouns.isdisjoint(behind)
    return "capture" if led and held else "count"


def held_behind(reading: Reading, stop: int) -> Holder | None:
    """Who holds what ends before ``stop``: "900 kilometers of it are in the hands of X"."""
    return _in_hands(reading, stop)


def _of_measure(reading: Reading, counted: Counted) -> Holder | None:
    """Who holds what stands before its number: "the districts under X control rose to 188"."""
    named = (
        match.stop
        for match in reading.nouns.values()
        if match.payload is counted.noun and match.stop <= counted.first
    )
    stop = max(named, default=None)
    if stop is None:
        return None
    by = next((verb.stop for verb in reading.events if verb.first == stop), len(reading.lower))
    if reading.lower[by : by + 1] == ["by"] and _holds(reading, stop):
        return named_holder(reading, by + 1)  # "Districts held by X: 212"
    return _in_hands(reading, stop)


def _holds(reading: Reading, first: int) -> bool:
    """Whether a verb that tells who holds ground begins at a token."""
    return any(verb.first == first and verb.payload.action == "control" for verb in reading.events)


def holder_behind(reading: Reading, stop: int) -> Holder | None:
    """Who holds a share behind that of another: "half is held by X, and a third by the army".

    "By government count" tells who counts.
    """
    if reading.lower[stop : stop + 1] != ["by"]:
        return None
    end = stop + 1
    while end < len(reading.tokens) and reading.tokens[end].is_word:
        if reading.lower[end] in lexicon.grammar().conjunctions:
            break
        end += 1
    ends_named = any(actor.stop == end > stop + 1 for actor in reading.actors)
    side = reading.lower[end - 1] in lexicon.grammar().sides
    return named_holder(reading, stop + 1, end) if ends_named or side else None


def holder_told(reading: Reading, last: Draft | None) -> Holder | None:
    """Who holds what the number before counts, in the same sentence."""
    if last is None or last.at != reading.at or last.who is None or last.who == last.counted:
        return None
    actor = next((actor for actor in reading.actors if actor.code == last.actor), None)
    return Holder(last.who, actor)


def _in_hands(reading: Reading, stop: int) -> Holder | None:
    """Who holds what is "in X hands", "under the control of X": of the share or its list."""
    lower, nouns = reading.lower, lexicon.grammar().holding_nouns
    end = _before_part(reading, stop, reading.clause_of(stop - 1).stop)
    if nouns.isdisjoint(lower[stop:end]):
        return None
    for index in range(stop, end):
        if lower[index] not in lexicon.count_words().under_control:
            continue
        if lower[index - 1] in lexicon.captures().formerly:
            return None
        reach = range(index + 1, min(end, index + 1 + _CONTROL_REACH))
        held = next((at for at in reach if lower[at] in nouns), None)
        if held is None:
            continue
        if not _is_said_of(reading, stop, index):
            return None  # "60 percent is contested and 20 percent is in their hands"
        if lower[held + 1 : held + 2] == ["of"]:
            return named_holder(reading, held + 2)
        return named_holder(reading, index + 1, held)
    return None


def _before_part(reading: Reading, stop: int, end: int) -> int:
    """Where words end that are about all and not a part: "three posts, two of which are ..."."""
    parts = (q.outer_first for q in reading.quantities if is_of_relative(reading, q))
    return next((first for first in parts if stop <= first < end), end)


def _is_said_of(reading: Reading, stop: int, leading: int) -> bool:
    """Whether one verb alone stands between a share and "in X hands", right before it."""
    being = lexicon.grammar().auxiliaries | lexicon.grammar().copulas
    index = leading
    while index > stop and (
        reading.lower[index - 1] in being
        or index - 1 in reading.verb_tokens
        or is_adverb(reading.tokens[index - 1])
    ):
        index -= 1
    between = range(stop, index)
    return not any(at in reading.verb_tokens or reading.lower[at] in being for at in between)


def ground_held(reading: Reading, quantity: Quantity, holder: ActorMention | None) -> str | None:
    """What "the districts" are of: of the province a clause is set in, else the holder's country.

    Where another province is named before, nobody can say.
    """
    first = quantity.outer_first
    if part := _part_named(reading, first):
        return part
    return None if holder is None or _names_part(reading, first) else holder.country


def _part_named(reading: Reading, first: int) -> str | None:
    """The province that a sentence opens with before a share: "In X, 60 percent of the ..."."""
    parts = [site for site in find_sites(reading) if site.stop <= first and _is_part(site)]
    if len(parts) != 1 or parts[0].role != "at":
        return None
    opens = not any(verb.first < parts[0].first for verb in reading.verbs)
    return parts[0].codes[0] if opens else None


def _names_part(reading: Reading, first: int) -> bool:
    """Whether a province or a town is named before a share, which may be of that alone."""
    return any(
        place.stop <= first
        and place.via == "name"
        and (place.code in lexicon.provinces() or place.code in lexicon.cities())
        for place in reading.places
    )


def _is_part(site: Site) -> bool:
    return site.codes[0] in lexicon.provinces()
