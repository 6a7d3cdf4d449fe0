"""Scenes: a number fact with its sentence and those around, as the search for its place needs."""

from __future__ import annotations

import bisect
import operator
import weakref
from collections.abc import Sequence

from data import lexicon
from data.parse.draft import Draft
from data.parse.grounds.sites import Site, is_on_the_way
from data.parse.grounds.verbs import forms_of
from data.parse.lazy import lazy
from data.parse.location.scene.delays import had_gone_to, sites_beside
from data.parse.location.scene.insertions import listed_sites, next_number
from data.parse.location.scene.intentions import intentions
from data.parse.location.scene.semicolons import is_parted, semicolons
from data.parse.numbers.quantity import Quantity
from data.parse.reading import Reading
from data.parse.words.phrases import Match
from data.parse.words.tokens import Token

REACH = 7
"""Words behind or before a number that say of what, whose or where it is."""


_outer_stop = operator.attrgetter("outer_stop")


class Scene:
    """A draft where it stands; what is asked of it is worked out once.

    Attributes:
        readings: The article's sentences.
        at: Index of the draft's sentence.
        draft: The fact.
        reading: The draft's sentence.
        tokens: The sentence's words and signs.
        lower: The ``norm`` of each of them.
        sites: Grounds that the sentence names.
        stands_for: How many numbers it is asked instead of, each a part of the next.
        found: Where the number was, by how many numbers it was asked instead of.
        silent: How many of the steps that ask no other number have found nothing.
        before, behind: The words right before the number and right behind it.
        lower_before, lower_behind: The same in lower case.
    """

    def __init__(
        self, readings: Sequence[Reading], at: int, draft: Draft, scenes: Scenes | None = None
    ) -> None:
        """Take the draft of a fact in the sentence with index ``at``, and the scenes beside it."""
        self.readings = readings
        self.at = at
        self.draft = draft
        self.stands_for = 0
        self.found: dict[int, tuple[str, ...]] = {}
        self.silent = 0
        self._beside = scenes
        self.reading = readings[at]
        self.tokens = self.reading.tokens
        self.lower = self.reading.lower
        self.sites = sites_beside(self.reading, draft.first)
        if draft.kind == "evacuated" and draft.action in lexicon.location().moving.arriving:
            self.sites = [site for site in self.sites if not is_on_the_way(self.reading, site)]
        before = slice(max(0, draft.first - REACH), draft.first)
        behind = slice(draft.stop, draft.stop + REACH)
        self.before, self.behind = self.tokens[before], self.tokens[behind]
        self.lower_before, self.lower_behind = self.lower[before], self.lower[behind]

    def of(self, quantity: Quantity) -> Scene:
        """The scene of another number of the sentence, as if the fact were about that."""
        first, stop = quantity.first, quantity.stop
        scene = self._others.get(first)
        if scene is None:
            draft = self.draft._replace(first=first, stop=stop, quantity=quantity)
            scene = self._others[first] = self._scenes.of(draft)
        return scene

    @lazy
    def _others(self) -> dict[int, Scene]:
        return {}

    @lazy
    def _scenes(self) -> Scenes:
        return Scenes(self.readings, self.at) if self._beside is None else self._beside

    def clause_number(self, index: int) -> int:
        """Number of the clause a word belongs to; inserted clauses do not break one up."""
        return self.reading.clause_of(index).part_of

    @lazy
    def near(self) -> list[Site]:
        """Sites that no other number and no semicolon parts from this number."""
        if not self.sites:
            return []
        first, stop = self._reach
        return [site for site in self.sites if first <= site.first < stop]

    @lazy
    def _reach(self) -> tuple[int, int]:
        first, stop = 0, next_number(self.reading, self.draft.stop, self.sites)
        for index in semicolons(self.reading):
            if index < self.draft.first:
                first = index + 1
            elif index < stop:
                stop = index
                break
        listed = listed_sites(self.reading) if self.sites else {}
        stop = next((start for start in listed.values() if self.draft.stop <= start < stop), stop)
        last = self.number_before if self.sites else None
        if last is not None and last.outer_stop > first:
            between = range(last.outer_stop, self.draft.first)
            if any(site.first in between for site in self.sites):
                first = last.outer_stop
        return first, stop

    @property
    def listed_site(self) -> Site | None:
        """The ground that a list names right before this number: "10 died, and in X five"."""
        own = self.draft.quantity
        if own is None or not self.sites:
            return None
        listed = listed_sites(self.reading)
        before = (site for site in self.sites if site.stop == own.outer_first)
        return next((site for site in before if site.first in listed), None)

    def is_of_next(self, site: Site) -> bool:
        """Whether a later number of a list stands right behind a ground: "10 died, in X five"."""
        return site.first >= self.draft.stop and site.first in listed_sites(self.reading)

    @lazy
    def number_before(self) -> Quantity | None:
        """The nearest number before this one."""
        counting = self.reading.counting
        place = bisect.bisect(counting, self.draft.first, key=_outer_stop)
        return counting[place - 1] if place else None

    @lazy
    def crosses(self) -> bool:
        """Whether the fact is of people or things that went over a border."""
        words = lexicon.location().moving
        if self.draft.action in words.crossing:
            return True
        return bool(self.find_verbs(words.crossing_verbs, self.behind))

    @property
    def crosses_itself(self) -> bool:
        """Whether the fact is of people who went over a border themselves."""
        return self.draft.kind in lexicon.kinds_with("goes") and self.crosses

    @lazy
    def takes_away(self) -> bool:
        """Whether the sentence tells that somebody or something was taken away."""
        leaving = lexicon.location().moving.leaving
        return self.draft.action in leaving or bool(self.find_verbs(leaving))

    @lazy
    def goes_back(self) -> bool:
        """Whether those counted were sent back to where they came from."""
        words = lexicon.location().moving
        if self.draft.action in words.returning:
            return True
        goes = self.draft.kind in lexicon.kinds_with("goes")
        return goes and self.says_beside(words.returning_verbs)

    def says_beside(self, lemmas: frozenset[str]) -> bool:
        """Whether any form of verbs stands beside the number."""
        return self.says_before(lemmas) or bool(self.find_verbs(lemmas, self.behind))

    def says_before(self, lemmas: frozenset[str]) -> bool:
        """Whether any form of verbs stands right before the number."""
        return bool(self.find_verbs(lemmas, self.before))

    def reach_behind(self, most: int) -> slice:
        """Indexes of the words behind the number, up to the next number, and at most so many."""
        return slice(self.draft.stop, min(self._reach[1], self.draft.stop + most))

    def tokens_behind(self, most: int) -> Sequence[Token]:
        """The words behind the number, up to the next number, and at most so many."""
        return self.tokens[self.reach_behind(most)]

    def has_semicolon_before(self, index: int) -> bool:
        """Whether a semicolon parts a word behind the number from it."""
        return is_parted(self.reading, self.draft.stop, index)

    def has_semicolon_between(self, index: int) -> bool:
        """Whether a semicolon parts a word before the number from it."""
        return is_parted(self.reading, index, self.draft.first)

    def is_background(self, index: int) -> bool:
        """Whether a word stands in an added clause that tells what went before: "after ..."."""
        clause = self.reading.clause_of(index)
        if clause.opener not in lexicon.grammar().subordinators or index < self.draft.stop:
            return False
        inside = clause.first <= self.draft.first < clause.stop
        manner = clause.opener == "as" and self.tokens[clause.first + 1].norm.endswith("ing")
        return not inside and not manner  # "were recorded as entering X" is one happening

    def is_past(self, site: Site) -> bool:
        """Whether a place is another time's: "since X began in Y", "before they go on to Y"."""
        if site.first < self.draft.stop:
            return False
        if had_gone_to(self.reading, self.draft, site):
            return True
        if site.role != "to" and self._had_been_at(site):
            return True
        words = lexicon.location()
        others = words.carried.other_times
        if self.reading.word_set.isdisjoint(others):
            return False
        starts = self.reading.verb_starts | {actor.first for actor in self.reading.actors}
        for index in range(self.draft.stop, site.first):
            norm = self.tokens[index].norm
            if norm == "since":
                return any(start in starts for start in range(index + 1, site.first))
            if norm == "before" and self.tokens[index + 1].norm.endswith("ing"):
                return True
            if norm in others and self.lower[index + 1] in lexicon.grammar().third_person:
                return self.draft.action in words.home.actions | words.moving.receiving
        return False

    def _had_been_at(self, site: Site) -> bool:
        """Whether those taken in only worked at a place before: "200 who served in X"."""
        words = lexicon.location().moving
        if (
            self.draft.kind not in lexicon.kinds_with("taken-in")
            or "who" not in self.reading.word_set
        ):
            return False
        led = self.lower[self.draft.stop : site.first]
        if "who" not in led:
            return False
        since = self.tokens[self.draft.stop + led.index("who") : site.first]
        return bool(self.find_verbs(words.serving, since))

    def is_left(self, site: Site) -> bool:
        """Whether a place behind the number is where those counted fled: "who fled from X"."""
        if site.role == "to" or site.first < self.draft.stop or not self.crosses_itself:
            return False
        between = slice(self.draft.stop, site.first)
        moving = lexicon.location().moving
        if not moving.dwellings.isdisjoint(self.lower[between]):
            return False
        return bool(self.find_verbs(moving.crossing_verbs, self.tokens[between]))

    def is_meant(self, site: Site) -> bool:
        """Whether a place behind the number is only meant to be reached: "hoping to get to X"."""
        if intentions().first_words.isdisjoint(self.reading.word_set):
            return False
        led = self.lower[max(0, site.first - 2) : site.first]
        if site.role != "to" and "to" not in led:
            return False
        return bool(intentions().find(self.tokens[self.draft.stop : site.first]))

    @lazy
    def only_means_to(self) -> bool:
        """Whether those counted only mean to go: "thousands try to flee"."""
        if intentions().first_words.isdisjoint(self.reading.word_set):
            return False
        return bool(intentions().find(self.behind))

    def find_verbs(
        self, lemmas: frozenset[str], tokens: Sequence[Token] | None = None
    ) -> Sequence[Match[str]]:
        """Forms of verbs among some words of the sentence, or anywhere in it."""
        verbs = forms_of(lemmas)
        if verbs.first_words.isdisjoint(self.reading.word_set):
            return ()
        return self.reading.find(verbs) if tokens is None else verbs.find(tokens)


class Scenes:
    """The scenes of a sentence's numbers, one for all facts that tell of a number alike.

    Each number of a list may be asked instead of those behind it. The scenes do not hold what
    holds them, so that all go as soon as the sentence is done.

    Attributes:
        readings: The article's sentences.
        at: Index of the sentence.
    """

    def __init__(self, readings: Sequence[Reading], at: int) -> None:
        """Take the sentence with index ``at``."""
        self.readings = readings
        self.at = at
        self._known: dict[tuple[object, ...], Scene] = {}

    def of(self, draft: Draft) -> Scene:
        """The scene of a draft; of what the draft tells, these tell where it was."""
        first, stop, quantity, verb = draft.first, draft.stop, draft.quantity, draft.verb
        told = (first, stop, quantity, verb, draft.kind, draft.action, draft.unit, draft.of)
        scene = self._known.get(told)
        if scene is None:
            scene = Scene(self.readings, self.at, draft, weakref.proxy(self))
            self._known[told] = scene
        return scene
