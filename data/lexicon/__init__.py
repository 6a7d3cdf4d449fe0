"""The word lists: one cached, checked accessor for each TOML file of this folder.

Every accessor raises :class:`data.errors.InputError` if its file is missing or broken.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from data.lexicon import (
    capturing,
    claims,
    counting,
    counting_words,
    dating,
    gazetteer,
    names,
    pages,
    small_words,
    speech,
    whereabouts,
)
from data.lexicon.bounds import bounds as bounds
from data.lexicon.gazetteer import countries as countries
from data.lexicon.gazetteer import provinces as provinces
from data.lexicon.kind import kinds as kinds
from data.lexicon.kind import kinds_of_people as kinds_of_people
from data.lexicon.kind import kinds_with as kinds_with
from data.toml_file import read_toml

FOLDER: Final = Path(__file__).parent


@functools.cache
def cities() -> Mapping[str, gazetteer.City]:
    """Towns by code, such as ``AFG/kunduz``."""
    file = read_toml(FOLDER / "cities.toml", gazetteer.Cities)
    return {city.code: city for city in file.city}


@functools.cache
def crossings() -> Mapping[str, gazetteer.Crossing]:
    """Border crossings by code, such as ``AFG/shir-khan-bandar``."""
    file = read_toml(FOLDER / "crossings.toml", gazetteer.Crossings)
    return {crossing.code: crossing for crossing in file.crossing}


@functools.cache
def _localities_file() -> gazetteer.Localities:
    return read_toml(FOLDER / "localities.toml", gazetteer.Localities)


def localities() -> tuple[gazetteer.Locality, ...]:
    """Districts and other places that are known by what they lie in."""
    return _localities_file().locality


def localities_shared() -> tuple[str, ...]:
    """Names that districts of several provinces share."""
    return _localities_file().shared


def name_links() -> tuple[str, ...]:
    """Spellings of the particle that joins two words of a Persian name: "Dasht-e-Archi"."""
    return _localities_file().links


@functools.cache
def namesakes() -> gazetteer.Namesakes:
    """Names that hold the name of a country and do not mean it."""
    return read_toml(FOLDER / "namesakes.toml", gazetteer.Namesakes)


@functools.cache
def regions() -> Mapping[str, gazetteer.Region]:
    """Regions and alliances by code, such as ``CENTRAL-ASIA``."""
    file = read_toml(FOLDER / "regions.toml", gazetteer.Regions)
    return {region.code: region for region in file.region}


@functools.cache
def metonymy() -> names.Metonymy:
    """When a capital stands for its government."""
    return read_toml(FOLDER / "metonymy.toml", names.Metonymy)


@functools.cache
def location() -> whereabouts.Location:
    """Words that say where a number fact happened."""
    return read_toml(FOLDER / "location.toml", whereabouts.Location)


def subject() -> str:
    """Code of the country whose war the articles are collected for."""
    return location().subject


@functools.cache
def _actors_file() -> names.Actors:
    return read_toml(FOLDER / "actors.toml", names.Actors)


@functools.cache
def actors() -> Mapping[str, names.Actor]:
    """Named actors by code; countries and their institutions are made by rule, see there."""
    return {actor.code: actor for actor in _actors_file().actor}


@functools.cache
def institutions() -> Mapping[str, names.Institution]:
    """Institutions a country may have, by suffix of the actor's code."""
    return {institution.suffix: institution for institution in _actors_file().institution}


@functools.cache
def anaphora() -> small_words.Anaphora:
    """Words that stand for something named before."""
    return read_toml(FOLDER / "anaphora.toml", small_words.Anaphora)


@functools.cache
def sentence_rules() -> small_words.SentenceRules:
    """Abbreviations, bullets and boilerplate."""
    return read_toml(FOLDER / "sentences.toml", small_words.SentenceRules)


@functools.cache
def numbers() -> counting.Numbers:
    """How numbers are written."""
    return read_toml(FOLDER / "numbers.toml", counting.Numbers)


@functools.cache
def exclusions() -> counting.Exclusions:
    """Numbers that count nothing."""
    return read_toml(FOLDER / "exclusions.toml", counting.Exclusions)


@functools.cache
def qualifiers() -> counting.Qualifiers:
    """Words that bound a number."""
    return read_toml(FOLDER / "qualifiers.toml", counting.Qualifiers)


@functools.cache
def nouns() -> counting.Nouns:
    """What can be counted."""
    return read_toml(FOLDER / "nouns.toml", counting.Nouns)


@functools.cache
def verbs() -> counting.Verbs:
    """What happens to what is counted."""
    return read_toml(FOLDER / "verbs.toml", counting.Verbs)


@functools.cache
def topics() -> counting.Topics:
    """What the people that a sentence counts are counted as."""
    return read_toml(FOLDER / "topics.toml", counting.Topics)


@functools.cache
def count_words() -> counting_words.CountWords:
    """Words by which rules tell what a number counts."""
    return read_toml(FOLDER / "counting.toml", counting_words.CountWords)


@functools.cache
def attribution() -> speech.Attribution:
    """Verbs of saying, sources, carriers and hedges."""
    return read_toml(FOLDER / "attribution.toml", speech.Attribution)


@functools.cache
def times() -> dating.Times:
    """Expressions tied to the calendar."""
    return read_toml(FOLDER / "times.toml", dating.Times)


@functools.cache
def grammar() -> small_words.Grammar:
    """The small words the parser steers by."""
    return read_toml(FOLDER / "grammar.toml", small_words.Grammar)


@functools.cache
def statements() -> capturing.Statements:
    """Rules for claims without a number."""
    return read_toml(FOLDER / "statements.toml", capturing.Statements)


@functools.cache
def captures() -> capturing.Captures:
    """How texts say that a place changes hands."""
    return read_toml(FOLDER / "captures.toml", capturing.Captures)


@functools.cache
def measures() -> Mapping[str, claims.Measure]:
    """Questions to which several claims answer, by id, in the file's order."""
    file = read_toml(FOLDER / "measures.toml", claims.Measures)
    return {measure.id: measure for measure in file.measure}


@functools.cache
def comparing() -> claims.Comparing:
    """What is alike when claims are compared."""
    return read_toml(FOLDER / "claims.toml", claims.Comparing)


@functools.cache
def carriers() -> tuple[claims.Carrier, ...]:
    """On whose planes people are said to have left."""
    return read_toml(FOLDER / "carriers.toml", claims.Carriers).carrier


@functools.cache
def page_words() -> pages.Pages:
    """What stands on saved pages beside their articles."""
    return read_toml(FOLDER / "pages.toml", pages.Pages)


READERS: Final = (
    kinds,
    bounds,
    countries,
    provinces,
    cities,
    crossings,
    localities,
    namesakes,
    regions,
    metonymy,
    location,
    actors,
    institutions,
    anaphora,
    sentence_rules,
    numbers,
    exclusions,
    qualifiers,
    nouns,
    verbs,
    topics,
    count_words,
    attribution,
    times,
    grammar,
    statements,
    captures,
    measures,
    comparing,
    carriers,
    page_words,
)
"""Every accessor, for checks that read all files."""
