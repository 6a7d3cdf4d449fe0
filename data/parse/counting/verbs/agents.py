"""Agents: who does what a verb says to those who are counted, and whose country is meant."""

from __future__ import annotations

from data import lexicon
from data.parse.clauses import is_passive
from data.parse.counting.counted_as import Counted
from data.parse.counting.verbs.deeds import doer_of, is_deed
from data.parse.counting.verbs.gapping import is_gapped, resumed, subject_of_gap
from data.parse.counting.verbs.happenings import Happening
from data.parse.draft import Draft
from data.parse.names.actor_mention import ActorMention
from data.parse.numbers.quantity import Quantity
from data.parse.parties.named import is_meant
from data.parse.parties.stand_ins import group_meant
from data.parse.reading import Reading
from data.parse.subjects import Subject, find_subject


def country_of_side(reading: Reading, holder: ActorMention | None) -> str | None:
    """Whose country "the country" is: of an armed group named, else of whoever holds a share."""
    groups = (actor.country for actor in reading.actors if actor.type == "armed-group")
    if group := next(groups, None):
        return group
    told = {p.country for p in reading.places if p.via == "name" and p.code == p.country}
    if len(told) == 1 and reading.lower[0] == "in":  # "In X, the forces of Y hold ..."
        return told.pop()
    return holder.country if holder else None


def find_agent(reading: Reading, happening: Happening) -> Subject | None:
    """Who does it: the subject of an active verb, whoever stands after "by" in the passive."""
    if not happening.by_others:
        return None
    if is_deed(reading, happening.first):
        doer = doer_of(reading, happening.first)
        return Subject(doer.first, doer.stop, (doer,), doer.words) if doer else None
    done_by = reading.lower[happening.stop : happening.stop + 1] == ["by"]  # "70% held by X"
    if not done_by and not is_passive(reading.tokens, happening.first):
        return find_subject(reading, happening.first)
    behind = reading.lower[happening.stop :]
    if "by" not in behind:
        return None
    by = happening.stop + behind.index("by")
    actor = next((actor for actor in reading.actors if actor.first > by), None)
    return Subject(actor.first, actor.stop, (actor,), actor.words) if actor else None


def by_name(reading: Reading, agent: Subject) -> Subject:
    """Who holds or takes ground, by name: of "the Taliban say they hold two thirds" the Taliban.

    Of "Syria's rebels", "opponents of the Taliban" nobody with a name.
    """
    if agent.actors:
        if is_meant(reading, agent.actors[-1], agent.first, agent.stop):
            return agent
        first = agent.first
        while first < agent.stop - 1 and reading.lower[first] in lexicon.grammar().determiners:
            first += 1
        return agent._replace(actors=(), words=reading.words(first, agent.stop))
    if not lexicon.grammar().possessives.isdisjoint(reading.lower[agent.first : agent.stop]):
        return agent  # "its forces" are anybody's
    group = group_meant(reading, agent.first, agent.stop)
    return agent if group is None else agent._replace(actors=(group,), words=group.words)


def agent_of(
    reading: Reading,
    quantity: Quantity,
    counted: Counted,
    happening: Happening | None,
    last: Draft | None,
) -> Subject | None:
    """Who does what happened to those counted; where the verb is left out, whoever is named there.

    "The army lost 12 men and the Taliban 40": with the verb of the 12, and not with its subject.
    """
    if happening is None:
        return None
    before = resumed(reading, last)
    if before is not None and before.first == happening.first:
        if subject := subject_of_gap(reading, quantity, last):
            return subject
        if is_gapped(reading, quantity, counted, last):
            return None
    agent = find_agent(reading, happening)
    of_ground = counted.noun.kind in lexicon.kinds_with("ground") and happening.verb.holds
    return by_name(reading, agent) if agent and of_ground else agent
