"""Countrywide: facts about a border or a share, which no town places."""

from __future__ import annotations

import itertools

from data import lexicon
from data.parse.grounds.evidence import evidence
from data.parse.grounds.setting import nearby, reported_from, setting, setting_abroad
from data.parse.grounds.sites import countries_named, find_sites
from data.parse.grounds.understood_lines import beside_subject, owner_of_line
from data.parse.location.people.bearers import bearer
from data.parse.location.scene.running_totals import is_ordinal
from data.parse.location.scene.scenes import REACH, Scene
from data.parse.names.borders import border_code
from data.parse.names.codes import country_of, ground_of, line_with, senders
from data.parse.reading import Reading
from data.place_codes import is_border

Codes = tuple[str, ...]

_MOST_DISTRICTS = 30
"""Badakhshan has 28 districts, more than any other province of Afghanistan."""


def line(scene: Scene) -> Codes:
    """The border in the sentence, or with the neighbour it names, nearest to the number."""
    if one := _line_of_one(scene):
        return (one,)
    borders = sorted(
        scene.reading.borders, key=lambda border: abs(border.first - scene.draft.first)
    )
    if borders:
        return (borders[0].code,)
    if builder := _builder(scene):
        return (builder,)
    sites = sorted(scene.sites, key=lambda site: abs(site.first - scene.draft.first))
    beside = next((site.codes for site in sites if is_border(site.codes[0])), ())
    here = setting(scene.readings, scene.at)
    if beside and here not in {lexicon.subject(), None}:
        beyond = _line_from_here(scene, scene.reading)
        beside = (beyond,) if beyond else beside
    beside = beside or _shared_line(scene)
    return beside or _line_of_neighbour(scene, scene.at) or _carried_line(scene)


def _shared_line(scene: Scene) -> Codes:
    """The border of two states told of before, of which none is the subject: "they share 90 km"."""
    lines = lexicon.location().lines
    if lines.shared.isdisjoint(scene.reading.word_set) or scene.reading.places:
        return ()
    named: list[str] = []
    for index in nearby(scene.at)[1:]:
        named += countries_named(scene.readings[index])
    if lexicon.subject() in named:
        return ()
    pairs = itertools.combinations(dict.fromkeys(named), 2)
    return next(((line,) for pair in pairs if (line := border_code(*pair)) in lines.beyond), ())


def _line_of_one(scene: Scene) -> str | None:
    """The border of "one" before a number: "the Tajik border is long; the Uzbek one 144 km"."""
    first = scene.draft.first
    for place in scene.reading.places:
        near = place.stop < first <= place.stop + REACH // 2
        if near and scene.lower[place.stop] == "one" and place.via == "demonym":
            return beside_subject(place.country)
    return None


def _builder(scene: Scene) -> str | None:
    """A state far from the subject's that puts up a fence of its own: "Greece built a 40 km fence".

    Not where the sentence names a border.
    """
    lines = lexicon.location().lines
    if lines.fences.isdisjoint(scene.lower_behind[: REACH // 2]):
        return None
    if not lexicon.grammar().border_words.isdisjoint(scene.reading.word_set):
        return None
    near = [
        place.country
        for place in scene.reading.places
        if place.first < scene.draft.first <= place.first + 2 * REACH
    ]
    far = bool(near) and near[-1] != lexicon.subject() and line_with(near[-1]) is None
    return near[-1] if far else None


def share(scene: Scene) -> Codes:
    """What a share is a share of: "of X", "of the border", "of its territory"."""
    if scene.draft.of:
        return (ground_of(scene.draft.of),)
    for site in scene.near:
        if site.first >= scene.draft.stop and site.role in {"of", "at"}:
            return site.codes
    words = lexicon.location()
    behind = frozenset(scene.lower_behind[: REACH - 1])
    if behind & words.lines.words:
        return _line_behind(scene) or line(scene)
    if "its" in behind and (owner := _owner(scene)):
        return (owner,)
    if behind & words.whole.words:
        told = any(
            lexicon.subject() in evidence(scene.readings[index]) for index in nearby(scene.at)
        )
        return (lexicon.subject(),) if told else _country(scene)
    earlier = scene.readings[max(0, scene.at - 1)].norms
    return _carried_line(scene) if earlier & words.lines.words else ()


def _line_behind(scene: Scene) -> Codes:
    """The subject's border that a share is of: "60 percent of the border with Iran"."""
    words = lexicon.location().lines.words
    for index in range(scene.draft.stop, min(scene.draft.stop + REACH, len(scene.lower))):
        if scene.lower[index] in words and scene.lower[index + 1 : index + 2] == ["with"]:
            owner = owner_of_line(scene.reading, index)
            beside = beside_subject(owner.country) if owner is not None else None
            return (beside,) if beside else ()
    return ()


def districts(scene: Scene) -> Codes:
    """The whole country, for more districts than a province has or several of their capitals."""
    quantity = scene.draft.quantity
    amount = (quantity.value or quantity.low or 0) if quantity is not None else 0
    if host := _beside_another(scene):
        return (host,)
    several = scene.draft.kind == "capitals" or _counts_provinces(scene)
    most = 1 if several else _MOST_DISTRICTS
    whole = scene.draft.action == "total"
    fewest = max(2, amount / 2) if several else 2  # not "11 capitals, X and Y among them"
    listed = not whole and any(len(site.codes) >= fewest for site in scene.near)
    if amount <= most or is_ordinal(scene) or listed:
        return _province_of(scene)
    return _country(scene)


def _province_of(scene: Scene) -> Codes:
    """The province whose districts are counted: "withdrew from six districts of X"."""
    first = scene.draft.noun_stop + 1
    if scene.lower[first - 1 : first] not in (["of"], ["in"]):
        return ()
    sites = (site for site in scene.sites if site.first == first and site.role == "from")
    return next((site.codes for site in sites), ())


def _beside_another(scene: Scene) -> str | None:
    """The state whose provinces border on another: "X readied three provinces bordering Y"."""
    lines, relatives = lexicon.location().lines, lexicon.grammar().impersonal_relatives
    behind = scene.lower_behind[:4]
    borders = any(
        norm in lines.borders_on and before in relatives
        for before, norm in itertools.pairwise(behind)
    )
    if not borders and lines.bordering.isdisjoint(behind):
        return None
    beside = {place.country for place in scene.reading.places if place.first > scene.draft.first}
    states = [
        actor.country
        for actor in scene.reading.actors
        if actor.first < scene.draft.first and actor.country not in beside
    ]
    return states[-1] if states else None


def _counts_provinces(scene: Scene) -> bool:
    """Whether it is provinces that are counted: "X is one of eight provinces in danger"."""
    return "provinces" in scene.lower_behind[:2]


def _line_of_neighbour(scene: Scene, at: int) -> Codes:
    """Whose border it is: "Iran's 900 kilometres", "Tashkent has 137 km to watch"."""
    reading = scene.readings[at]
    if beyond := _line_from_here(scene, reading):
        return (beyond,)
    named = [(place.first, beside_subject(place.country)) for place in reading.places]
    named += [(actor.first, beside_subject(actor.country)) for actor in reading.actors]
    number = scene.draft.first
    lines = [(first > number, abs(first - number), line) for first, line in named if line]
    return (min(lines)[2],) if lines else ()


def _line_from_here(scene: Scene, reading: Reading) -> str | None:
    """The border of the country told about with the one it is said to be with.

    "A wall goes up on the frontier with X", in an article on a neighbour of X.
    """
    words, beyond = lexicon.grammar().border_words, lexicon.location().lines.beyond
    for place in reading.places:
        led = reading.lower[max(0, place.first - 2) : place.first]
        with_it = led[-1:] == ["with"] and led[0] in words
        own = place.via == "demonym" and reading.lower[place.stop : place.stop + 1]
        if place.country is None or not (with_it or (own and own[0] in words)):
            continue
        here = setting(scene.readings, scene.at)
        told = (
            country
            for index in nearby(scene.at)[1:]
            for country in countries_named(scene.readings[index])
        )
        if here == place.country:
            here = next((country for country in told if country != place.country), None)
        line = border_code(here, place.country) if here else ""
        if line in beyond:
            return line
    return None


def _carried_line(scene: Scene) -> Codes:
    for index in nearby(scene.at)[1:]:
        reading = scene.readings[index]
        if reading.borders:
            return (reading.borders[-1].code,)
        for site in reversed(find_sites(reading)):
            if lines := tuple(code for code in site.codes if is_border(code)):
                return lines
        if beyond := _line_from_here(scene, reading):
            return (beyond,)
    told = (_line_of_neighbour(scene, index) for index in nearby(scene.at)[1:])
    return next((found for found in told if found), ())


def _owner(scene: Scene) -> str | None:
    """The country that "its" stands for: the last one that acts before the number."""
    owners = [
        actor.country
        for actor in scene.reading.actors
        if actor.country is not None
        and actor.first < scene.draft.first
        and actor.type != "armed-group"
    ]
    return owners[-1] if owners else None


def _country(scene: Scene) -> Codes:
    """The country whose sides fight in the sentence, else the one the article is about."""
    sides = {actor.country for actor in scene.reading.actors if actor.type == "armed-group"}
    sides |= {
        country for site in scene.sites for code in site.codes for country in country_of(code)
    }
    country = lexicon.subject() if lexicon.subject() in sides else setting(scene.readings, scene.at)
    return (country,) if country else ()


def whole_country(scene: Scene) -> Codes:
    """The country the article is about; not that of a state that takes people to itself.

    Where a side of the subject's war acts, it is the subject.
    """
    fights = any(
        actor.type == "armed-group" and actor.first < scene.draft.first
        for actor in scene.reading.actors
    )
    if fights and not scene.crosses:
        return (lexicon.subject(),)
    local = reported_from(scene.reading.whole)
    if local and scene.draft.kind == "displaced" and scene.draft.action != "flee":
        return (local,)
    country = setting(scene.readings, scene.at)
    landed = " ".join(scene.lower[:2]) in lexicon.count_words().boarded  # "On board were 40 men"
    sent = scene.draft.kind in lexicon.kinds_with("sent") and not landed
    if sent or scene.takes_away or (country is not None and country == bearer(scene)):
        country = setting_abroad(scene.readings, scene.at)
    return (country,) if country and not _is_never_told_of(scene, country) else ()


def _is_never_told_of(scene: Scene, country: str) -> bool:
    """Whether troops leave or stay where nothing says so: "the Americans will go; 900 remain".

    A state that sends troops is named for these, and is not where they are.
    """
    moving = lexicon.location().moving
    if scene.draft.kind != "personnel" or country not in senders():
        return False
    if scene.draft.action not in moving.leaving | {"remain"}:
        return False
    return all(not evidence(scene.readings[index]).get(country) for index in nearby(scene.at))
