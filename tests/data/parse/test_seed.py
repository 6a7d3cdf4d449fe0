"""The given article becomes the facts it states, and no others."""

from __future__ import annotations

import datetime as dt

import pytest

from data import lexicon
from data.article import Article
from data.catalog import read_catalog
from data.fact import Fact
from data.mentions import article_mentions
from data.parse import extract

CATALOG = read_catalog()
ARTICLE: Article = CATALOG.article(CATALOG.entries[0])
FACTS: list[Fact] = extract(ARTICLE)
WEEK = (dt.date(2021, 7, 5), dt.date(2021, 7, 9))


def facts(kind: str, **fields: object) -> list[Fact]:
    return [
        fact
        for fact in FACTS
        if fact.kind == kind and all(getattr(fact, k) == v for k, v in fields.items())
    ]


def words(fact: Fact) -> str:
    return ARTICLE.text[fact.start : fact.end]


def test_numbers_are_exactly_these() -> None:
    numbers = [(words(fact), fact.kind, fact.value) for fact in FACTS if fact.has_number]
    assert numbers == [
        ("1,000", "personnel", 1000),
        ("1,000", "personnel", 1000),
        ("20,000", "personnel", 20000),
        ("85 percent", "control_share", 85),
    ]


def test_claims_are_exactly_these() -> None:
    assert [(fact.kind, fact.actor) for fact in FACTS] == [
        ("pledge", "taliban"),
        ("concern", "rus-government"),
        ("personnel", "afg-government"),
        ("meeting", "taliban"),
        ("pledge", "taliban"),
        ("warning", "rus-government"),
        ("warning", "csto"),
        ("meeting", "taliban"),
        ("pledge", "taliban"),
        ("pledge", "taliban"),
        ("meeting", "zamir-kabulov"),
        ("concern", "zamir-kabulov"),
        ("personnel", "afg-government"),
        ("personnel", "tjk-government"),
        ("pledge", "rus-government"),
        ("concern", "rus-government"),
        ("control_share", "taliban"),
        ("history", "soviet-union"),
        ("concern", "tjk-government"),
        ("concern", "uzb-government"),
        ("concern", "tkm-government"),
        ("capture", "taliban"),
        ("assessment", "joe-biden"),
        ("assessment", "joe-biden"),
        ("assessment", "joe-biden"),
    ]


def test_troops_who_fled_are_told_twice() -> None:
    key_point, body = facts("personnel", action="flee")
    for fact in (key_point, body):
        assert (fact.value, fact.low, fact.high, fact.qualifier) == (1000, 1000, None, "over")
        assert (fact.actor, fact.origin, fact.destination) == ("afg-government", "AFG", "TJK")
        assert (fact.when_start, fact.when_end) == WEEK
        assert fact.when_basis == "relative"
        assert fact.attributed_to is None
    assert key_point.fact_group == body.fact_group
    assert key_point.start != body.start
    assert (key_point.hedged, body.hedged) == (False, True)  # only the body says "reportedly"


def test_reservists_called_up() -> None:
    (fact,) = facts("personnel", action="mobilise")
    assert (fact.value, fact.low, fact.high, fact.qualifier) == (20000, 20000, 20000, "exact")
    assert (fact.who, fact.actor) == ("military reservists", "tjk-government")
    assert fact.places == ("TJK", "AFG-TJK")
    assert fact.hedged is False


def test_share_of_the_border_has_its_denominator_and_claimant() -> None:
    (fact,) = facts("control_share")
    assert (fact.value, fact.low, fact.high, fact.unit) == (85, 85, 85, "percent")
    assert (fact.who, fact.actor, fact.of) == ("Taliban", "taliban", "AFG-TJK")
    assert (fact.attributed_to, fact.claimant) == (
        "Russian Foreign Ministry",
        "rus-foreign-ministry",
    )
    assert fact.places == ("AFG-TJK",)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("pledge", {"actor": "taliban", "places": ("CENTRAL-ASIA",)}),
        ("pledge", {"actor": "taliban", "action": "guarantee", "places": ("AFG",)}),
        ("pledge", {"actor": "rus-government", "places": ("TJK",)}),
        ("meeting", {"actor": "taliban", "places": ("RUS",), "when_start": WEEK[0]}),
        ("meeting", {"actor": "zamir-kabulov", "action": "meet"}),
        ("warning", {"actor": "rus-government", "places": ("TJK",)}),
        ("warning", {"actor": "csto", "places": ("TJK",)}),
        ("concern", {"actor": "rus-government", "places": ("CENTRAL-ASIA",)}),
        ("concern", {"actor": "tjk-government", "places": ("TJK",)}),
        ("concern", {"actor": "uzb-government", "places": ("UZB",)}),
        ("concern", {"actor": "tkm-government", "places": ("TKM",)}),
        ("capture", {"actor": "taliban", "places": ("AFG",), "qualifier": "vague"}),
        ("history", {"actor": "soviet-union", "when_end": dt.date(1989, 12, 31)}),
        ("assessment", {"claimant": "joe-biden", "places": ("AFG",)}),
    ],
)
def test_claims_without_a_number(kind: str, fields: dict[str, object]) -> None:
    found = facts(kind, **fields)
    assert found
    assert not any(fact.has_number for fact in found)


def test_claims_through_the_ministry_are_carried_by_the_agency() -> None:
    carried = [fact for fact in FACTS if fact.reported_by]
    assert {fact.reported_by for fact in carried} == {"Associated Press"}
    assert {fact.attributed_to for fact in carried} == {"Russian Foreign Ministry"}
    assert [(fact.kind, fact.action) for fact in carried] == [
        ("meeting", "visit"),
        ("pledge", "promise"),
        ("pledge", "guarantee"),
    ]


def test_biden_judges_twice() -> None:
    denied, said, unlikely = facts("assessment")
    assert denied.fact_group == said.fact_group != unlikely.fact_group
    assert words(said) == "not inevitable"
    assert words(unlikely) == "highly unlikely"
    assert unlikely.places == ("AFG",)  # "the whole country"


@pytest.mark.parametrize("phrase", ["20 years ago", "2024", "How many thousands more"])
def test_yields_no_number(phrase: str) -> None:
    start = ARTICLE.text.index(phrase)
    end = start + len(phrase)
    assert not [fact for fact in FACTS if fact.has_number and start <= fact.start < end]


def test_every_span_is_the_text_it_points_to() -> None:
    for fact in FACTS:
        assert ARTICLE.text[fact.sentence_start : fact.sentence_end] == fact.quote
        assert fact.quote == fact.quote.strip()
        assert words(fact) in fact.quote
        assert words(fact).strip()


def test_every_kind_actor_and_place_is_known() -> None:
    places = {*lexicon.countries(), *lexicon.regions(), *lexicon.provinces(), "AFG-TJK"}
    for fact in FACTS:
        assert fact.kind in lexicon.kinds()
        assert set(fact.places) <= places


MENTIONS = article_mentions(ARTICLE)


def test_countries_named() -> None:
    countries = {mention.code for mention in MENTIONS if mention.type == "country"}
    assert countries == {"AFG", "TJK", "UZB", "TKM", "RUS", "USA"}


@pytest.mark.parametrize(
    ("code", "via", "texts"),
    [
        ("RUS", "name", {"Russia"}),
        ("RUS", "demonym", {"Russian"}),
        ("RUS", "capital", {"Moscow"}),
        ("RUS", "seat", {"Kremlin"}),
        ("USA", "name", {"U.S.", "United States"}),
        ("USA", "demonym", {"Americans"}),
        ("TJK", "name", {"Tajikistan"}),
        ("TJK", "demonym", {"Tajik"}),
        ("AFG", "demonym", {"Afghan"}),
        ("UZB", "name", {"Uzbekistan"}),
        ("TKM", "name", {"Turkmenistan"}),
    ],
)
def test_countries_are_split_by_how_they_are_named(code: str, via: str, texts: set[str]) -> None:
    assert {m.text for m in MENTIONS if (m.code, m.via) == (code, via)} == texts


def test_every_mention_of_a_name_is_found_at_its_offset() -> None:
    for mention in MENTIONS:
        assert ARTICLE.text[mention.start : mention.end] == mention.text
    for name in ("Tajikistan", "Uzbekistan", "Moscow", "Kremlin", "United States", "Taliban"):
        found = sum(mention.text == name for mention in MENTIONS)
        assert found == ARTICLE.text.count(name), name


def test_capital_stands_for_government_only_where_it_acts() -> None:
    moscow = [m for m in MENTIONS if m.text == "Moscow"]
    acting = [ARTICLE.text[m.end : m.end + 6] for m in moscow if m.government]
    assert acting == [" that ", " fears"]  # "promised Moscow that", "Moscow fears"


def test_the_soviet_union_is_an_actor_of_its_own() -> None:
    (soviet,) = [m for m in MENTIONS if m.code == "soviet-union"]
    assert soviet.text == "Soviet Union"  # "ex-Soviet nations" names no actor
    assert lexicon.actors()["soviet-union"].country is None


@pytest.mark.parametrize(
    ("code", "members"),
    [
        ("CENTRAL-ASIA", {"KAZ", "KGZ", "TJK", "TKM", "UZB"}),
        ("CSTO", {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}),
    ],
)
def test_regions_resolve_to_their_members(code: str, members: set[str]) -> None:
    found = [set(m.members) for m in MENTIONS if m.code == code]
    assert found
    assert all(countries == members for countries in found)
