"""The gazetteer as the parser uses it: spellings, districts, and names that places share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

import pytest

from data import lexicon
from data.article import Article
from data.parse import extract
from data.parse.names import gazetteer
from data.parse.names.codes import ground
from data.parse.names.gazetteer import look_up, spellings
from data.parse.names.places import find_places
from data.parse.statements.taken import may_name
from data.parse.text.sentence import Sentence
from data.parse.words.tokens import tokenize

NO_SUPPORT: frozenset[str] = frozenset()


def codes_of(text: str, supported: frozenset[str] = NO_SUPPORT) -> list[str]:
    return [ground(place) for place in find_places(tokenize(text), supported)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Imam Sahib", "AF-KDZ"),
        ("Emam Saheb", "AF-KDZ"),
        ("Dasht-e-Archi", "AF-KDZ"),
        ("Dasht-i Archi", "AF-KDZ"),
        ("Dashti Archi", "AF-KDZ"),
        ("Dasht-E-Archi", "AF-KDZ"),
        ("Qalay-i-Zal", "AF-KDZ"),
        ("Khan Abad", "AF-KDZ"),
        ("Sheikh Ali", "AF-PAR"),
        ("Shaikh Ali", "AF-PAR"),
        ("Shinwari", "AF-PAR"),
        ("Shinwar", "AF-NAN"),
        ("Char Bolak", "AF-BAL"),
        ("Chahar Bolak", "AF-BAL"),
        ("Ghorian", "AF-HER"),
        ("Ghoryan", "AF-HER"),
        ("Kushk-e-Kohna", "AF-HER"),
        ("Koshk-i-Kohneh", "AF-HER"),
        ("Bala Morghab", "AF-BDG"),
        ("Qala-i-Naw", "AF-BDG"),
        ("QALA-E-NAW", "AF-BDG"),
        ("Malistan", "AF-GHA"),
        ("Panjwayi", "AF-KAN"),
        ("Nad-e-Ali", "AF-HEL"),
        ("Nawa-i-Barakzayi", "AF-HEL"),
        ("LASHKAR GAH", "AF-HEL"),
        ("Bala Boluk", "AF-FRA"),
        ("Sayed Abad", "AF-WAR"),
        ("Pul-e Khumri", "AF-BGL"),
        ("PUL-I-KHUMRI", "AF-BGL"),
        ("Abbey Gate", "AF-KAB"),
        ("Kabul", "AF-KAB"),
        ("Camp Marmal", "AF-BAL"),
        ("Khorog", "TJ-GB"),
        ("Sherobod", "UZ-SU"),
        ("Termez", "UZ-SU"),
        ("Kushka", "TM-M"),
        ("Shir Khan Bandar", "AFG-TJK"),
        ("Heiratan", "AFG-UZB"),
        ("Torghundi", "AFG-TKM"),
        ("Islam Qala", "AFG-IRN"),
        ("Panj River", "AFG-TJK"),
        ("Durand Line", "AFG-PAK"),
        ("Chaman", "PAK"),
        ("Balochistan", "PAK"),
        ("Virginia", "USA"),
        ("201st Military Base", "TJK"),
        ("Kunduz province", "AF-KDZ"),
        ("Kunduz city", "AF-KDZ"),
    ],
)
def test_name_leads_to_its_province_border_or_country(text: str, code: str) -> None:
    assert codes_of(f"It was in {text} on Monday.") == [code]


@pytest.mark.parametrize("name", lexicon.localities_shared())
def test_a_shared_name_needs_the_name_of_its_province(name: str) -> None:
    owners = sorted(
        {
            locality.within
            for locality in lexicon.localities()
            for place in locality.places
            if name in place
        }
    )
    assert len(owners) > 1
    assert codes_of(f"It was in {name} on Monday.") == []
    for owner in owners:
        assert codes_of(f"It was in {name} on Monday.", frozenset({owner})) == [owner]


def test_no_other_name_of_a_locality_belongs_to_two_places() -> None:
    claims: dict[str, set[str]] = defaultdict(set)
    for city in lexicon.cities().values():
        _claim(claims, (city.name, *city.aliases), city.province or city.country)
    for province in lexicon.provinces().values():
        _claim(claims, (province.name, *province.aliases), province.code)
    for crossing in lexicon.crossings().values():
        _claim(claims, (crossing.name, *crossing.aliases), crossing.border)
    local: set[str] = set()
    for locality in lexicon.localities():
        for names in locality.places:
            local |= _claim(claims, names, locality.within)
    shared = {name.replace("-", " ") for name in lexicon.localities_shared()}
    assert {name for name in local - shared if len(claims[name]) > 1} == set()


def _claim(claims: dict[str, set[str]], names: Sequence[str], owner: str) -> set[str]:
    forms = {form.replace("-", " ") for name in names for form in spellings(name)}
    for form in forms:
        claims[form].add(owner)
    return forms


def test_localities_lie_in_known_places() -> None:
    within = [locality.within for locality in lexicon.localities()]
    assert len(set(within)) == len(within)
    assert sum(code.startswith("AF-") for code in within) == 34
    for code in within:
        border = re.fullmatch(r"[A-Z]{3}-[A-Z]{3}", code)
        known = {*lexicon.provinces(), *lexicon.countries()}
        assert code in known or border, code


def test_a_person_who_bears_the_name_of_a_district_is_none() -> None:
    assert codes_of("The spokesman, Maroof Azar, spoke.") == []
    assert codes_of("Fighting went on in Maroof.") == ["AF-KAN"]


def test_names_are_looked_up_list_by_list() -> None:
    found = look_up(tokenize("U.S. Central Command and the Afghan Defense Ministry met."))
    assert [match.payload[0].code for match in found.places] == ["USA", "AFG"]
    assert [match.payload.code for match in found.actors] == ["us-central-command"]
    assert [match.payload for match in found.bodies] == ["defence-ministry"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Herāt", "AF-HER"), ("Kundūz", "AF-KDZ"), ("Ghōr", "AF-GHO"), ("Qal'a-i-Naw", "AF-BDG")],
)
def test_a_name_is_known_with_its_marks(name: str, code: str) -> None:
    assert codes_of(f"In {name} soldiers were killed.") == [code]


def test_a_name_of_a_place_that_can_be_taken_is_told_by_its_words() -> None:
    named = [(place.name, *place.aliases) for place in lexicon.cities().values()]
    named += [(place.name, *place.aliases) for place in lexicon.crossings().values()]
    named += [(place.name, *place.aliases) for place in lexicon.provinces().values()]
    forms = [form for names in named for name in names for form in spellings(name)]
    assert [form for form in forms if not may_name(Sentence(form, 0, len(form)).words)] == []
    assert not may_name(Sentence("They took the train.", 0, 20).words)


def test_no_sentence_with_a_name_passes_for_one_without() -> None:
    countries = lexicon.countries().values()
    named = [(country.name, *country.aliases, *country.demonyms) for country in countries]
    named += [actor.names for actor in lexicon.actors().values()]
    named += [locality for place in lexicon.localities() for locality in place.places]
    forms = [form for names in named for name in names for form in spellings(name)]
    silent = [form for form in forms if not gazetteer.may_name(Sentence(form, 0, len(form)).words)]
    assert silent == []
    assert not gazetteer.may_name(Sentence("They took the train.", 0, 20).words)


@pytest.mark.parametrize("written", ["Herat", "Herāt", "HERAT", "Herat’s Old City", "Herat1"])
def test_a_place_is_found_however_it_is_written(written: str) -> None:
    text = f"Forty guards were killed in {written}."
    article = Article(article_id="a", text=text, title="", published=None)
    assert [fact.places for fact in extract(article)] == [("AF-HER",)]
