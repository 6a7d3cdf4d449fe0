"""Headed: what the numbers of a list count, by the heading above it.

"Districts lost since Friday:" above "Takhar: five"; "Casualties in Kandahar" above "9 police".
"""

from __future__ import annotations

from typing import NamedTuple

from data import lexicon
from data.actor_codes import government
from data.lexicon.counting import NounClass
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.kind import kind_of
from data.parse.counting.lists.columns import has_columns, head_of_column
from data.parse.counting.lists.headed_ground import holder_headed
from data.parse.counting.lists.heading_verbs import action_of, happening_of, told_by
from data.parse.counting.noun_phrases.ends import is_plural
from data.parse.counting.verbs.agents import find_agent
from data.parse.counting.verbs.happenings import Happening, NumberPhrase, find_happening
from data.parse.draft import Draft
from data.parse.grounds.roles import Role
from data.parse.grounds.sites import find_sites
from data.parse.grounds.surroundings import Journey, journey
from data.parse.headings import heading_of
from data.parse.lazy import remembered
from data.parse.names.places import Place
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.nouns import noun_class
from data.parse.words.phrases import Match

_NO_TRIP = Journey(None, None)


class Headed(NamedTuple):
    """What a heading says is counted below it.

    Attributes:
        noun: Class of the noun.
        words: The noun, or the participle that stands for it.
        kind: Kind of fact.
        action: Lemma of what happened to it.
        who: The words for who is counted or holds it.
        actor: Code of whoever did it.
        places: Codes of the places that the heading names as ground.
        happening: The verb that alone says what happened to it.
        trip: Where it says that those counted came from and went.
        in_column: It is the head of a column.
    """

    noun: NounClass
    words: str
    kind: str
    action: str
    who: str
    actor: str | None
    places: tuple[str, ...]
    happening: Happening | None = None
    trip: Journey = _NO_TRIP
    in_column: bool = False


def find_headed(reading: Reading, quantity: Quantity) -> Headed | None:
    """What the heading of a list says of a plain number in one of its lines."""
    if quantity.unit is not None or quantity.is_ordinal or quantity.is_fraction:
        return None
    heading = heading_of(reading)
    if heading is not None and has_columns(heading):
        return _by_column(heading, head_of_column(heading, reading, quantity))
    return _headed(heading) if heading is not None else None


def draft_of_entry(reading: Reading, quantity: Quantity, headed: Headed) -> Draft:
    """The fact of a number that counts what its heading says.

    It is at the place of its line; a state in front of people is theirs, and they are where the
    heading says: "Troops in Afghanistan" above "Italy: 300".
    """
    label = _label(reading, quantity)
    owner = label.country if label and label.code == label.country else None
    people = headed.noun.unit == "people"
    theirs = owner is not None and people and bool(headed.places)
    unnamed = label is None and people and len(headed.places) == 1
    where = headed.places if theirs or unnamed else ((owner,) if owner else ())
    return Draft(
        kind=headed.kind,
        rule="counts.heading",
        action=headed.action,
        first=quantity.first,
        stop=quantity.stop,
        verb=quantity.first,
        at=reading.at,
        noun=headed.noun,
        counted=headed.words,
        quantity=quantity,
        unit=headed.noun.unit,
        who=headed.who,
        actor=headed.actor or (government(owner) if owner and theirs else None),
        places=where,
        placed=bool(where),
        origin=headed.trip.origin,
        destination=headed.trip.destination,
    )


def _label(reading: Reading, quantity: Quantity) -> Place | None:
    """The place named beside a number: "Takhar: five", "five in Takhar"."""
    first, stop = quantity.outer_first, quantity.outer_stop
    behind = (place for place in reading.places if place.first == stop + 1)
    if reading.lower[stop : stop + 1] and reading.lower[stop] in lexicon.count_words().entry_places:
        return next(behind, None)
    before = (place for place in reversed(reading.places) if place.stop <= first)
    return next(before, None)


def under_heading(reading: Reading, draft: Draft, headed: Headed) -> Draft:
    """The fact of a number with a noun of its own, as the heading of its list tells of it.

    "9 police" under "Casualties in Kandahar"; "five districts" under "Districts lost".
    """
    if draft.happening is not None or draft.noun is None or draft.action != "count":
        return draft
    told = _told_of(draft, headed)
    if told is not None:
        draft = told._replace(actor=draft.actor or headed.actor)
    return _where_headed(reading, draft, headed)


def placed_by_heading(reading: Reading, draft: Draft) -> Draft:
    """The fact of a line whose heading only says where: "Among the arrivals in X:"."""
    heading = heading_of(reading)
    if heading is None or heading.lower[-1] != ":" or draft.happening is not None:
        return draft
    if draft.action != "count" or draft.noun is None:
        return draft
    places = _where(heading, "from" if draft.kind == "evacuated" else "to")
    headed = Headed(draft.noun, "", draft.kind, draft.action, "", None, places)
    return _where_headed(reading, draft, headed)


def _told_of(draft: Draft, headed: Headed) -> Draft | None:
    if headed.happening is not None and (told := told_by(headed.happening, draft)):
        return told
    people = draft.unit == "people" and headed.noun.unit == "people"
    if (people and headed.kind in lexicon.kinds_with("fate")) or draft.noun is headed.noun:
        who = draft.who if headed.who == headed.words else headed.who
        return draft._replace(kind=headed.kind, action=headed.action, who=who)
    return None


def _where_headed(reading: Reading, draft: Draft, headed: Headed) -> Draft:
    """Where the heading says, unless the line itself names ground: "12 soldiers in Khanabad"."""
    if len(headed.places) != 1 or draft.quantity is None:
        return draft
    label = _label(reading, draft.quantity)
    owner = label.country if label and label.code == label.country else None
    grounds = (p for p in reading.places if p.via in {"name", "capital"} and p is not label)
    if any(grounds) or (label and label.code != label.country):
        return draft
    return draft._replace(
        who=None if _is_of_another(reading, draft, owner) else draft.who,
        actor=draft.actor or (government(owner) if owner else None),
        places=headed.places,
        placed=True,
        origin=headed.trip.origin,
        destination=headed.trip.destination,
    )


def _is_of_another(reading: Reading, draft: Draft, owner: str | None) -> bool:
    """Whether the noun is that of the line before and names others: "Germans" of "Italy: 90"."""
    if draft.noun_stop > draft.stop or draft.who is None:
        return False
    others = reading.lower[draft.stop : draft.stop + 1]
    names = any(word[0].isupper() for word in draft.who.split())
    return names and (owner is not None or not lexicon.grammar().others.isdisjoint(others))


@remembered
def _headed(heading: Reading) -> Headed | None:
    """What a heading says is counted below it; None where it says nothing of the kind."""
    if heading.sentence.is_question or not lexicon.grammar().share_nouns.isdisjoint(heading.norms):
        return None
    match = next((m for m in heading.nouns.values() if _is_counted(heading, m)), None)
    if match is None:
        return _by_verb(heading) or _by_participle(heading) or _by_toll(heading)
    phrase = NumberPhrase(match.first, match.stop)
    happening = find_happening(heading, phrase)
    words = heading.words(match.first, match.stop)
    counted = Counted(match.first, match.stop, match.payload, words, "behind")
    kind = kind_of(heading, counted, happening, None, inside=False)
    measured = match.first > 1 and heading.lower[match.first - 1] == "of"
    held_by = holder_headed(heading, match, happening)
    bare = happening is None and held_by is None and not measured
    if bare and kind not in lexicon.kinds_of_people():
        return None  # "Cities:" may be above anything
    told = _told(heading, match.payload, words, kind, happening)
    if held_by is None:
        return told
    action = told.action if happening else "control"
    return told._replace(action=action, who=held_by.words, actor=held_by.code)


def _is_counted(heading: Reading, match: Match[NounClass]) -> bool:
    """Whether a noun of a heading is what the lines below count, and not what they are named by."""
    lower = heading.lower
    last = lower[match.stop - 1]
    several = is_plural(last) or last in lexicon.nouns().collective
    labelling = lexicon.count_words().labelling
    if not several or not labelling.isdisjoint(lower[match.stop : match.stop + 1]):
        return False
    before = lower[match.first - 1] if match.first else ""
    if before == "of":
        return match.first > 1 and lower[match.first - 2] in lexicon.grammar().measuring_nouns
    return before not in lexicon.grammar().prepositions


def _by_verb(heading: Reading) -> Headed | None:
    """What a verb of a heading tells of: "The following were evacuated:", "Flown out so far:"."""
    happening = happening_of(heading)
    if happening is None:
        return None
    people = noun_class("people")
    kind = happening.kinds.get("people") or people.kind
    words = heading.words(happening.first, happening.stop)
    return _told(heading, people, words, kind, happening)._replace(happening=happening)


def _by_participle(heading: Reading) -> Headed | None:
    """People whom a participle names that begins a heading: "Killed in Herat since Monday"."""
    first = next((i for i, token in enumerate(heading.tokens) if token.is_word), None)
    kind = lexicon.nouns().participles.get(heading.lower[first]) if first is not None else None
    if first is None or kind not in lexicon.kinds_with("fate"):
        return None
    happening = next(
        (
            Happening(verb.payload, verb.first, verb.stop, by_others=True)
            for verb in heading.events
            if verb.first == first
        ),
        None,
    )
    return _told(heading, noun_class("people"), heading.tokens[first].text, kind, happening)


def _by_column(heading: Reading, head: range) -> Headed | None:
    """People called by their fate, who alone are told by a head of one word: "Wounded"."""
    word = heading.lower[head.start] if len(head) == 1 else ""
    kind = lexicon.nouns().participles.get(word)
    if kind not in lexicon.kinds_with("fate"):
        return None
    people, words = noun_class("people"), heading.words(head.start, head.stop)
    return _told(heading, people, words, kind, None)._replace(in_column=True)


def _by_toll(heading: Reading) -> Headed | None:
    """People whose deaths a heading tells of in another word: "The toll so far"."""
    words = lexicon.grammar().toll_words.intersection(heading.lower)
    if not words:
        return None
    return _told(heading, noun_class("people"), "dead", "casualties", None)


def _told(
    heading: Reading, noun: NounClass, words: str, kind: str, happening: Happening | None
) -> Headed:
    agent = find_agent(heading, happening) if happening else None
    actor = agent.actors[-1].code if agent and agent.actors else None
    holds = happening is not None and happening.verb.holds and noun.unit == "count"
    who = agent.words if agent and actor and holds else words
    people = noun.unit == "people"
    action = action_of(happening, kind, is_people=people) if happening else "count"
    moves = happening is not None and happening.verb.motion
    trip = journey(heading, happening.stop, happening.stop) if happening and moves else _NO_TRIP
    named = _where(heading, "from" if kind == "evacuated" else "to")
    return Headed(noun, words, kind, action, who, actor, named, None, trip)


def _where(heading: Reading, way: Role) -> tuple[str, ...]:
    """The ground that a heading names: where it is, or else where the way of those counted led.

    Those flown out are told of where they left, others where they came to.
    """
    sites = find_sites(heading)
    for role in (way, "at", "to", "from"):
        if codes := next((site.codes for site in sites if site.role == role), None):
            return codes
    return ()
