"""Schema of the lexicon file about what a place is to what is told: `location.toml`."""

from __future__ import annotations

from data.entry import Entry
from data.lexicon.schema import Code3, Words


class PlacePrepositions(Entry, keys={"from_": "from", "for_": "for"}):
    """Prepositions by what the place behind them is to a happening."""

    at: frozenset[str]
    from_: frozenset[str]
    for_: frozenset[str]
    bounding: frozenset[str]
    limits: frozenset[str]
    skipped: frozenset[str]
    ways: frozenset[str]
    across: frozenset[str]
    elsewhere: frozenset[str]


class PlaceLeads(Entry):
    """Words before "to" and "for" that change where these lead."""

    nowhere: frozenset[str]
    apart: frozenset[str]
    spoken: frozenset[str]
    bearers: frozenset[str]
    citizens: frozenset[str]
    falls: frozenset[str]
    disasters: frozenset[str]
    asked: frozenset[str]
    aside: frozenset[str]
    close_to: frozenset[str]
    ways_past: frozenset[str]
    beside: frozenset[str]
    bound: frozenset[str]
    compounds: frozenset[str]
    neighbours: frozenset[str]
    abodes: frozenset[str]
    titled: frozenset[str]
    backgrounds: frozenset[str]


class PlaceVerbs(Entry):
    """Verbs whose object is the place where something ends or began."""

    reaching: Words
    taking: Words
    leaving: Words


class PlaceWords(Entry):
    """A plain list of words."""

    words: frozenset[str]


class Naming(PlaceWords):
    """Words before a place or number that is an example, and before what is carried."""

    partly: frozenset[str]
    carrying: frozenset[str]


class Ground(PlaceWords):
    """Words that make ground of a demonym; ``bases`` are those a state may have abroad."""

    bases: frozenset[str]


class Whole(PlaceWords):
    """Words for a whole country, and those that compare with all there is."""

    comparing: frozenset[str]
    all_over: frozenset[str]


class Listing(PlaceWords):
    """Words between places of a list, and those that announce one."""

    announcing: frozenset[str]
    bracketed: frozenset[str]
    name_joints: frozenset[str]
    way_joints: frozenset[str]


class Moving(Entry):
    """Actions and words of what moves."""

    leaving: frozenset[str]
    airlift: frozenset[str]
    withdrawal: frozenset[str]
    returning: frozenset[str]
    returning_verbs: frozenset[str]
    inside: frozenset[str]
    dwellings: frozenset[str]
    bringing_back: frozenset[str]
    serving: frozenset[str]
    receiving: frozenset[str]
    remaining: frozenset[str]
    arriving: frozenset[str]
    intending: Words
    stuck: frozenset[str]
    crossing: frozenset[str]
    living: frozenset[str]
    came_from: frozenset[str]
    crossing_verbs: frozenset[str]


class Home(Entry):
    """Actions a state does at home, and words for home."""

    actions: frozenset[str]
    asking: frozenset[str]
    verbs: frozenset[str]
    idioms: frozenset[str]
    sending: frozenset[str]
    nouns: frozenset[str]
    giving: frozenset[str]
    providing: frozenset[str]
    freezing: frozenset[str]
    assets: frozenset[str]
    spent_on: frozenset[str]
    holding: frozenset[str]
    hosting: frozenset[str]
    already: frozenset[str]
    receivers: frozenset[str]
    welcoming: frozenset[str]
    newcomers: frozenset[str]
    papered: frozenset[str]
    staying_before: frozenset[str]
    reporting: frozenset[str]
    boarding: frozenset[str]
    being_back: frozenset[str]
    homelands: frozenset[str]
    own_soil: frozenset[str]
    owed: frozenset[str]
    arrivals: frozenset[str]
    staying_behind: frozenset[str]
    meant_to: frozenset[str]
    own_country: Words
    words: frozenset[str]


class Polls(Entry):
    """Verbs of those who are asked what they think, and the countries of parties."""

    verbs: frozenset[str]
    parties: dict[str, str]


class Carried(Entry):
    """Words that tell whether a new paragraph goes on with the place of those before it."""

    local: frozenset[str]
    other_times: frozenset[str]
    summing: frozenset[str]
    national: frozenset[str]
    venues: frozenset[str]


class StandIns(Entry):
    """Words that stand for a place named before."""

    last: Words
    country: Words
    capital: Words
    provinces: Words
    unnamed: Words
    worldwide: Words
    mission_areas: frozenset[str]
    grounds: frozenset[str]
    papers: frozenset[str]
    events: frozenset[str]
    part_of_those: Words
    part_behind: Words


class Adds(Entry):
    """Words of sentences that only add to the number before them."""

    again: frozenset[str]
    more: frozenset[str]
    aboard: frozenset[str]
    figures: frozenset[str]
    counted: frozenset[str]
    consisting: frozenset[str]
    totalling: frozenset[str]
    means: frozenset[str]
    with_them: frozenset[str]


class Lines(Entry):
    """Words for a line between countries, and for those who guard it."""

    words: frozenset[str]
    bordering: frozenset[str]
    fences: frozenset[str]
    shared: frozenset[str]
    borders_on: frozenset[str]
    beyond: frozenset[str]
    services: frozenset[str]
    before_border: frozenset[str]
    leading_to_partners: frozenset[str]
    before_partner: frozenset[str]
    partner_joints: frozenset[str]


class Location(Entry):
    """Schema of ``location.toml``."""

    subject: Code3
    senders: frozenset[Code3]
    overseas: frozenset[Code3]
    by_country: frozenset[Code3]
    prepositions: PlacePrepositions
    listing: Listing
    nesting: PlaceWords
    modifiers: PlaceWords
    leads: PlaceLeads
    verbs: PlaceVerbs
    ground: Ground
    moving: Moving
    home: Home
    ordinals: PlaceWords
    stand_ins: StandIns
    carried: Carried
    polls: Polls
    naming: Naming
    lines: Lines
    adds: Adds
    whole: Whole
