"""Scene: a number fact with its sentence and those around, as the search for its place needs it."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Sequence

from data import lexicon
from data.parse.draft import Draft
from data.parse.inflection import verb_forms
from data.parse.phrases import PhraseMatcher
from data.parse.reading import Reading
from data.parse.sites import Site, find_sites
from data.parse.tokens import Token

REACH = 7
"""Words behind or before a number that say of what, whose or where it is."""


@dataclasses.dataclass(frozen=True, slots=True)
class Scene:
    """A draft where it stands.

    Attributes:
        readings: The article's sentences.
        at: Index of the draft's sentence.
        draft: The fact.
        sites: Grounds that the sentence names.
    """

    readings: Sequence[Reading]
    at: int
    draft: Draft
    sites: Sequence[Site]

    @property
    def reading(self) -> Reading:
        """The draft's sentence."""
        return self.readings[self.at]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's words and signs."""
        return self.reading.tokens

    @property
    def behind(self) -> tuple[Token, ...]:
        """The words right behind the number."""
        return self.tokens[self.draft.stop : self.draft.stop + REACH]

    @property
    def before(self) -> tuple[Token, ...]:
        """The words right before the number."""
        return self.tokens[max(0, self.draft.first - REACH) : self.draft.first]


def set_scene(readings: Sequence[Reading], at: int, draft: Draft) -> Scene:
    """The scene of a draft, its sentence searched for grounds."""
    return Scene(readings, at, draft, find_sites(readings[at]))


def crosses(scene: Scene) -> bool:
    """Whether the fact is of people or things that went over a border."""
    words = lexicon.location().moving
    if scene.draft.action in words.crossing:
        return True
    return bool(forms_of(words.crossing_verbs).find((*scene.before, *scene.behind)))


def takes_away(scene: Scene) -> bool:
    """Whether the sentence tells that somebody or something was taken away."""
    leaving = lexicon.location().moving.leaving
    return scene.draft.action in leaving or bool(forms_of(leaving).find(scene.tokens))


def goes_back(scene: Scene) -> bool:
    """Whether those counted were sent back to where they came from."""
    returning = lexicon.location().moving.returning
    if scene.draft.action in returning:
        return True
    sent = forms_of(returning - {"return"})
    return scene.draft.kind in {"personnel", "displaced"} and bool(
        sent.find((*scene.before, *scene.behind))
    )


def countries_named(reading: Reading) -> Iterator[str]:
    """Countries a sentence names in any way, those of actors included."""
    for place in reading.places:
        if place.country is not None:
            yield place.country
    for actor in reading.actors:
        if actor.country is not None:
            yield actor.country


@functools.cache
def forms_of(lemmas: frozenset[str]) -> PhraseMatcher[str]:
    """Finds any form of verbs."""
    return PhraseMatcher((form, lemma) for lemma in lemmas for form in verb_forms(lemma))
