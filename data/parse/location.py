"""Location: where a number fact happened, or where those it counts went."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.draft import Draft
from data.parse.inflection import verb_forms
from data.parse.phrases import Match, PhraseMatcher
from data.parse.places import Place
from data.parse.reading import Reading
from data.parse.setting import nearby, setting
from data.parse.sites import (
    SUBJECT,
    Role,
    Site,
    chief_province,
    country_of,
    find_sites,
    ground,
    line_with,
    role_before,
    senders,
)
from data.parse.tokens import Token

_CARRIED: frozenset[Role] = frozenset({"at", "of", "for"})
_REACH = 7
"""Words behind a number that say of what or where it is."""

_PEOPLE = frozenset({"personnel", "displaced"})
_STAYING = frozenset(
    {"personnel", "casualties", "districts", "capitals", "evacuated", "equipment", "other_count"}
)
_CROSSING = frozenset({"personnel", "displaced", "other_count"})
_CARRIED_KINDS = frozenset({"casualties", "displaced", "other_count", "equipment"})
"""Kinds that go on about the same town in the next paragraph; others are about the country."""

_ACTING = frozenset({"government", "institution", "person", "military", "alliance"})


def places_of(readings: Sequence[Reading], at: int, draft: Draft) -> list[str]:
    """Where a number fact happened, as a reader of the article would say.

    The first of these that the text gives: where those counted went; the place beside the number,
    then elsewhere in its sentence; the home of a state that acts at home; the place that the
    sentences before were about; the country that the article is about.

    Args:
        readings: The article's sentences.
        at: Index of the draft's sentence.
        draft: The fact.

    Returns:
        Countries (ISO 3166-1 alpha-3), provinces (ISO 3166-2) and borders (``AFG-TJK``), several
        where the text lists several; empty where the text gives none.
    """
    return list(_Search(readings, at, draft).codes())


@dataclasses.dataclass(slots=True)
class _Search:
    """The search for the places of one draft."""

    readings: Sequence[Reading]
    at: int
    draft: Draft
    reading: Reading = dataclasses.field(init=False)
    sites: list[Site] = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.reading = self.readings[self.at]
        self.sites = find_sites(self.reading)

    def codes(self) -> tuple[str, ...]:
        if self.draft.destination:
            return _grounds(self.draft.destination)
        special = {
            "border_length": self._line,
            "control_share": self._share,
            "progress_share": self._progress,
            "crossings": self._crossings,
        }.get(self.draft.kind)
        if self._is_of_the_country():
            return self._setting()
        if special is not None and (found := special()):
            return found
        return (
            self._home()
            or self._beside()
            or self._beyond()
            or self._elsewhere()
            or self._stand_in()
            or self._bearer()
            or self._resident()
            or self._carried()
            or self._local()
            or self._setting()
        )

    def _is_of_the_country(self) -> bool:
        """Whether the number is "of the country's" or "in the country"."""
        if self.draft.kind in {"displaced", "border_length"}:
            return False
        return bool(_phrases("country").find(self.reading.tokens[self.draft.stop :][:_REACH]))

    # Kinds that are about a line or a whole

    def _line(self) -> tuple[str, ...]:
        """The border in the sentence, or that of a neighbour it names, nearest to the number."""
        borders = sorted(
            self.reading.borders, key=lambda border: abs(border.first - self.draft.first)
        )
        if borders:
            return (borders[0].code,)
        return self._line_of_neighbour() or self._carried_line()

    def _line_of_neighbour(self) -> tuple[str, ...]:
        """Whose border it is: "Iran's 900 kilometres", "Tashkent has 137 km to watch"."""
        lines = [
            (place.first > self.draft.first, abs(place.first - self.draft.first), line)
            for place in (*self.reading.places, *self.reading.actors)
            if (line := line_with(place.country)) is not None
        ]
        return (min(lines)[2],) if lines else ()

    def _carried_line(self) -> tuple[str, ...]:
        for index in nearby(self.readings, self.at)[1:]:
            if borders := self.readings[index].borders:
                return (borders[-1].code,)
            for site in reversed(find_sites(self.readings[index])):
                if lines := tuple(code for code in site.codes if _is_border(code)):
                    return lines
            if found := _Search(self.readings, index, self.draft)._line_of_neighbour():
                return found
        return ()

    def _share(self) -> tuple[str, ...]:
        if self.draft.of:
            return _grounds(self.draft.of)
        near = self._near_number()
        for site in self.sites:
            if site.first >= self.draft.stop and site.role in {"of", "at"} and site in near:
                return site.codes
        following = {token.norm for token in self.reading.tokens[self.draft.stop :][:6]}
        if following & lexicon.location().lines.words:
            return self._line()
        if "its" in following and (owner := self._actor_before()):
            return (owner,)
        if following & lexicon.location().whole.words:
            return self._setting()
        earlier = self.readings[self.at - 1] if self.at else self.reading
        spoken = {token.norm for token in earlier.tokens}
        return self._carried_line() if spoken & lexicon.location().lines.words else ()

    def _progress(self) -> tuple[str, ...]:
        """A fence along a border, else the withdrawal from the country the article is about."""
        around = self.reading.tokens[max(0, self.draft.first - 8) : self.draft.stop + 8]
        following = {token.norm for token in around}
        return self._line() if following & lexicon.location().lines.words else self._setting()

    def _crossings(self) -> tuple[str, ...]:
        """The border that crossings are on; of those on several borders, the country."""
        lines = [code for site in self._near_number() for code in site.codes if _is_border(code)]
        if not lines:
            lines = [border.code for border in self.reading.borders]
        if not lines:
            named = (line_with(country) for country in self._countries_named())
            lines = [line for line in named if line is not None]
        several = len(set(lines)) > 1
        return (SUBJECT,) if several else tuple(lines[:1])

    # Places in the sentence

    def _home(self) -> tuple[str, ...]:
        """The country of a state that calls up, hosts or approves; "home" for those it moves."""
        if self._goes_home():
            return self._own(self._counted_bearer() or self._state())
        words = lexicon.location().home
        if self.draft.kind not in words.kinds or not self._acts_at_home():
            return ()
        if any(
            site.role == "at" or (site.role == "to" and site.first >= self.draft.first)
            for site in self._near_number()
        ):
            return ()
        return self._own(self._state())

    def _own(self, country: str | None) -> tuple[str, ...]:
        return (country,) if country else ()

    def _state(self) -> str | None:
        """The state that acts: the last one named before the number, or in a sentence before."""
        named = [
            named.country
            for named in (*self.reading.actors, *self.reading.places)
            if named.country not in {None, SUBJECT}
            and named.first < self.draft.first
            and getattr(named, "type", "government") in _ACTING
        ]
        return named[-1] if named else self._actor_earlier()

    def _acts_at_home(self) -> bool:
        if self.draft.action in lexicon.location().home.actions:
            return True
        window = self.reading.tokens[max(0, self.draft.first - 6) : self.draft.first]
        return bool(_home_verbs().find(window))

    def _goes_home(self) -> bool:
        first, stop = self.draft.first, self.reading.clause_of(self.draft.first).stop
        words = lexicon.location().home.words
        return self.draft.kind in lexicon.location().moving.kinds and any(
            token.norm in words for token in self.reading.tokens[first:stop]
        )

    def _beside(self) -> tuple[str, ...]:
        """The place behind the number and before the next number, else before it."""
        if found := self._before_where():
            return found
        behind = [site for site in self._near_number() if site.first >= self.draft.first]
        if self._is_ordinal() and (found := self._best(self._before())):
            return found
        if found := self._best(behind):
            return found
        if self._is_part_of_those():
            earlier = self._number_before()
            if earlier is not None:
                return _Search(self.readings, self.at, earlier).codes()
        return self._best(self._before())

    def _before(self) -> list[Site]:
        """Sites before the number, nearest first, but for those another number has led to."""
        return [
            site
            for site in reversed(self._near_number())
            if site.first < self.draft.first
            and (site.role != "to" or not self._number_stands_before(site))
        ]

    def _is_ordinal(self) -> bool:
        """Whether the number is a running total of the thing named first: "X, the ninth town"."""
        last = self.reading.tokens[self.draft.stop - 1].norm
        behind = self.reading.tokens[self.draft.stop : self.draft.stop + 1]
        return (
            last in {"second", "third"}
            or (last.endswith("th") and len(last) > 2)
            or any(token.norm in {"st", "nd", "rd", "th"} for token in behind)
            or last in {"st", "nd", "rd", "th"}
        )

    def _beyond(self) -> tuple[str, ...]:
        """Who crosses a border and is told of by a neighbour has come to that neighbour."""
        if self.draft.kind not in _CROSSING or not self._crosses():
            return ()
        if any(site.role == "at" for site in self._near_number()):
            return ()
        for index in nearby(self.readings, self.at):
            for country in self._countries_named(self.readings[index]):
                if line_with(country):
                    return (country,)
        return ()

    def _crosses(self) -> bool:
        return self.draft.action in lexicon.location().moving.crossing

    def _elsewhere(self) -> tuple[str, ...]:
        """Any place of the sentence that no other number has for itself."""
        stop = self._stop_before_part()
        behind = [site for site in self.sites if self.draft.first <= site.first < stop]
        before = [site for site in reversed(self.sites) if site.first < self.draft.first]
        if found := self._best(behind):
            return found
        if self._goes_back():
            return self._own(self._counted_bearer()) or self._setting()
        usable = [site for site in before if site.role in {"at", "of"}]
        usable += [site for site in behind if site.role == "to"]
        if usable:
            return usable[0].codes
        speaking = [site for site in self.sites if site.role == "speaker"]
        return speaking[0].codes if speaking else ()

    def _best(self, sites: Sequence[Site]) -> tuple[str, ...]:
        """Of the sites nearest first: where it led, where it was, where it began."""
        moves = self.draft.kind in lexicon.location().moving.kinds
        roles: list[Role] = ["to", "at", "of"] if moves else ["at", "of"]
        if self.draft.kind == "money":
            roles = ["for", "to", "at", "of"]
        elif moves and self._takes_away():
            roles.append("from")
        if self._goes_back():
            roles = ["to"]
        if "to" in roles:
            for site in sites:
                if site.role == "to":
                    return site.codes
        for site in sites:
            if site.role in roles:
                return site.codes
        return ()

    def _near_number(self) -> list[Site]:
        """Sites that no other number stands between, and that lie in the number's clause."""
        start, stop = self._start_of_reach(), self._stop_of_reach()
        return [site for site in self.sites if start <= site.first < stop]

    def _start_of_reach(self) -> int:
        before = [
            quantity.outer_stop
            for quantity in self.reading.quantities
            if quantity.outer_stop <= self.draft.first
        ]
        return before[-1] if before and self._parted(before[-1], self.draft.first) else 0

    def _stop_of_reach(self) -> int:
        return next(
            (
                quantity.outer_first
                for quantity in self.reading.quantities
                if quantity.outer_first >= self.draft.stop
            ),
            len(self.reading.tokens),
        )

    def _before_where(self) -> tuple[str, ...]:
        """The place a clause is about: "in X, where four bridges are down"."""
        clause = self.reading.clause_of(self.draft.first)
        if clause.opener != "where":
            return ()
        edges = {clause.first, clause.first - 1}
        return next((site.codes for site in self.sites if site.stop in edges), ())

    def _number_stands_before(self, site: Site) -> bool:
        """Whether a site is where those of another number went: "14 fled to X, 20 gave up"."""
        return any(quantity.stop <= site.first for quantity in self.reading.quantities[:1])

    def _stop_before_part(self) -> int:
        """Where a part of those counted is told of: "2,500, 1,600 of whom are bound for X"."""
        tokens = self.reading.tokens
        for quantity in self.reading.quantities:
            behind = tokens[quantity.outer_stop : quantity.outer_stop + 3]
            if quantity.first >= self.draft.stop and _parts().find(behind):
                return quantity.first
        return len(tokens)

    def _parted(self, first: int, stop: int) -> bool:
        return any(first <= site.first < stop for site in self.sites)

    def _is_part_of_those(self) -> bool:
        behind = self.reading.tokens[self.draft.stop : self.draft.stop + 5]
        return bool(_parts().find(behind))

    def _number_before(self) -> Draft | None:
        quantities = [q for q in self.reading.quantities if q.stop <= self.draft.first]
        if not quantities:
            return None
        last = quantities[-1]
        return dataclasses.replace(self.draft, first=last.first, stop=last.stop)

    # What the words say without naming a place

    def _stand_in(self) -> tuple[str, ...]:
        tokens = self.reading.tokens
        if _phrases("capital").find(tokens):
            country = setting(self.readings, self.at)
            return (chief_province(country),) if country else ()
        if matches := _phrases("country").find(tokens):
            inside = role_before(self.reading, matches[0].first) is not None
            meant = self._meant_by(matches[0].first) if inside else None
            return self._own(meant) or self._setting()
        for match in _phrases("last").find(tokens):
            if tokens[match.first].norm == "there" and _is_there(tokens, match):
                return self._last_named(match.first) or self._last_exact()
            if role_before(self.reading, match.first) or _is_there(tokens, match):
                return self._last_exact()
        return ()

    def _last_named(self, before: int) -> tuple[str, ...]:
        named = [
            place
            for place in self.reading.places
            if place.first < before and place.via in {"name", "capital", "part"}
        ]
        return (ground(named[-1]),) if named else ()

    def _meant_by(self, index: int) -> str | None:
        """The country "the country" stands for, where those who came there are counted."""
        if self.draft.kind != "displaced":
            return None
        meant = [place.country for place in self.reading.places if place.first == index]
        return next((country for country in meant if country not in senders()), None)

    def _last_exact(self) -> tuple[str, ...]:
        """The last province or border named, whatever for: what "the town" and "there" mean."""
        for index in nearby(self.readings, self.at)[1:]:
            for site in reversed(find_sites(self.readings[index])):
                if site.role in {"speaker", "dateline"}:
                    continue
                if exact := tuple(code for code in site.codes if "-" in code):
                    return exact
        return ()

    def _bearer(self) -> tuple[str, ...]:
        """Those who bear a country's name are in it, unless they move or were sent abroad."""
        if self.draft.kind in _PEOPLE and self._crosses():
            return ()
        bearer = self._counted_bearer()
        if self.draft.kind == "displaced":
            return (SUBJECT,) if bearer == SUBJECT else ()
        if self.draft.kind not in _STAYING:
            return ()
        if bearer == SUBJECT or (
            bearer is not None and bearer not in senders() and self.draft.kind != "evacuated"
        ):
            return (bearer,)
        if resident := self._resident():
            return resident
        sides = (
            *(place.country for place in self.reading.places if place.via in {"name", "demonym"}),
            *(actor.country for actor in self.reading.actors if actor.type == "armed-group"),
        )
        return (SUBJECT,) if SUBJECT in sides else ()

    def _counted_bearer(self) -> str | None:
        """The country whose name the counted ones bear: "20,000 Tajik reservists"."""
        counted = range(self.draft.first, self.draft.stop + 5)
        return next(
            (
                place.country
                for place in self.reading.places
                if place.first in counted
                and not _is_ethnic(self.reading, place)
                and (place.via == "demonym" or _is_of_government(self.reading, place))
            ),
            None,
        )

    def _resident(self) -> tuple[str, ...]:
        """A state that has or keeps something has it at home, unless it sent it abroad."""
        if self.draft.kind not in {"displaced", "other_count", "equipment"}:
            return ()
        holding = lexicon.location().home.holding
        for actor in self.reading.actors:
            if actor.stop > self.draft.first or actor.country is None or actor.anaphor:
                continue
            between = self.reading.tokens[actor.stop : self.draft.first]
            if len(between) > _REACH or not between or between[0].norm not in holding:
                continue
            return () if actor.country in senders() else (actor.country,)
        return ()

    def _carried(self) -> tuple[str, ...]:
        """The place that the sentences before were about; where they led for those who move."""
        for index in nearby(self.readings, self.at)[1:]:
            same = self._same_paragraph(self.readings[index])
            roles = _CARRIED | ({"to"} if same and self.draft.kind in _PEOPLE else frozenset())
            if self.draft.kind == "evacuated":
                roles |= {"from"}
            usable = [site for site in find_sites(self.readings[index]) if site.role in roles]
            if usable and (same or self._goes_on(usable[-1])):
                return usable[-1].codes
            if usable:
                countries = {country for code in usable[-1].codes for country in country_of(code)}
                return tuple(countries - senders()) if len(countries) == 1 else ()
        return ()

    def _goes_on(self, site: Site) -> bool:
        """Whether the next paragraph still tells of a place: of towns, not of distant states."""
        if self.draft.kind == "evacuated":
            return all(country_of(code) == (SUBJECT,) for code in site.codes)
        if self.draft.kind == "money":
            return all(_is_border(code) for code in site.codes)
        return self.draft.kind in _CARRIED_KINDS and senders().isdisjoint(site.codes)

    def _same_paragraph(self, earlier: Reading) -> bool:
        return "\n" not in self.reading.text[earlier.sentence.end : self.reading.sentence.start]

    def _setting(self) -> tuple[str, ...]:
        country = setting(self.readings, self.at)
        return (country,) if country else ()

    def _local(self) -> tuple[str, ...]:
        """The province of the town an article is written from, if it is about that country."""
        for index in range(min(2, len(self.readings))):
            for site in find_sites(self.readings[index]):
                exact = site.role == "dateline" and site.codes[0] in lexicon.provinces()
                if exact and country_of(site.codes[0]) == self._setting():
                    return site.codes if site.codes[0] != chief_province(SUBJECT) else ()
        return ()

    # Who acts

    def _takes_away(self) -> bool:
        leaving = lexicon.location().moving.leaving
        if self.draft.action in leaving:
            return True
        return bool(_leaving_verbs().find(self.reading.tokens))

    def _goes_back(self) -> bool:
        if self.draft.action in lexicon.location().moving.returning:
            return True
        near = self.reading.tokens[max(0, self.draft.first - 4) : self.draft.stop + 6]
        return self.draft.kind in _PEOPLE and bool(_returning_verbs().find(near))

    def _actor_before(self) -> str | None:
        actors = [
            actor.country
            for actor in self.reading.actors
            if actor.country is not None
            and actor.type in _ACTING
            and actor.first < self.draft.first
        ]
        return actors[-1] if actors else None

    def _actor_earlier(self) -> str | None:
        for index in nearby(self.readings, self.at):
            countries = [
                actor.country
                for actor in self.readings[index].actors
                if actor.country is not None
                and actor.type in _ACTING
                and actor.country != SUBJECT
            ]
            if countries:
                return countries[-1]
        return None

    def _countries_named(self, reading: Reading | None = None) -> Iterator[str]:
        named = reading or self.reading
        for place in named.places:
            if place.country is not None:
                yield place.country
        for actor in named.actors:
            if actor.country is not None:
                yield actor.country


def _grounds(code: str) -> tuple[str, ...]:
    crossing = lexicon.crossings().get(code)
    if crossing is not None:
        return (crossing.border,)
    city = lexicon.cities().get(code)
    if city is not None:
        return (city.province or city.country,)
    return (code,)


def _is_border(code: str) -> bool:
    return "-" in code and code not in lexicon.provinces() and len(country_of(code)) == 2


def _is_ethnic(reading: Reading, place: Place) -> bool:
    """Whether a demonym names a people, not where they are from: "ethnic Kyrgyz herders"."""
    return place.first > 0 and reading.tokens[place.first - 1].norm == "ethnic"


def _is_of_government(reading: Reading, place: Place) -> bool:
    """Whether a capital says whose people are counted: "officials of the Kabul government"."""
    return place.via == "capital" and any(
        actor.first == place.first and actor.stop > place.stop for actor in reading.actors
    )


def _is_there(tokens: Sequence[Token], match: Match[str]) -> bool:
    """Whether "there" is a place and "the province" an owner: not "there are", "the post said"."""
    following = tokens[match.stop].norm if match.stop < len(tokens) else "."
    if tokens[match.first].norm == "there":
        return following not in lexicon.grammar().auxiliaries
    return following == "'s"


@functools.cache
def _home_verbs() -> PhraseMatcher[str]:
    return _forms_of(lexicon.location().home.verbs)


@functools.cache
def _returning_verbs() -> PhraseMatcher[str]:
    return _forms_of(lexicon.location().moving.returning - {"return"})


@functools.cache
def _leaving_verbs() -> PhraseMatcher[str]:
    return _forms_of(lexicon.location().moving.leaving)


def _forms_of(lemmas: frozenset[str]) -> PhraseMatcher[str]:
    return PhraseMatcher((form, lemma) for lemma in lemmas for form in verb_forms(lemma))


@functools.cache
def _parts() -> PhraseMatcher[str]:
    return PhraseMatcher((words, words) for words in lexicon.location().stand_ins.part_of_those)


@functools.cache
def _phrases(name: str) -> PhraseMatcher[str]:
    stand_ins = lexicon.location().stand_ins
    phrases = {
        "capital": stand_ins.capital,
        "country": stand_ins.country,
        "last": stand_ins.last,
    }[name]
    return PhraseMatcher((words, words) for words in phrases)
