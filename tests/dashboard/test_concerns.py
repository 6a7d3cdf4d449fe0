from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.selecting.concerns import (
    concerns,
    countries_concerned,
    countries_named,
    days_of,
    facts_in_view,
    what_exists,
)
from dashboard.selecting.selection import Period, Selection
from dashboard.words.names import (
    countries_behind,
    is_or_are,
    label,
    within_sentence,
)
from data.actor_codes import country_of
from data.fact import Fact
from tests.dashboard.made_up import a_fact, an_article


def test_codes_read_as_names() -> None:
    assert label("TJK") == "Tajikistan"
    assert label("AFG-TJK") == "Afghan-Tajik border"
    assert label("CENTRAL-ASIA") == "Central Asia"
    assert label("taliban") == "Taliban"
    assert label("rus-foreign-ministry") == "Russian Foreign Ministry"
    assert label("AFG/kunduz") == "Kunduz"
    assert label("nobody-knows") == "nobody-knows"


def test_countries_of_places_and_actors() -> None:
    assert countries_behind("AFG-TJK") == {"AFG", "TJK"}
    assert countries_behind("CENTRAL-ASIA") == {"KAZ", "KGZ", "TJK", "TKM", "UZB"}
    assert countries_behind("AFG/kunduz") == {"AFG"}
    assert countries_behind("AF-KDZ") == {"AFG"}
    assert countries_behind("nowhere") == frozenset()
    assert country_of("uzb-government") == "UZB"
    assert country_of("nobody-knows") is None


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        ("taliban", "the Taliban are"),
        ("isis-k", "ISIS-K is"),
        ("afg-government", "the Afghan government is"),
        ("national-resistance-front", "the National Resistance Front is"),
        ("nobody-knows", "nobody-knows is"),
    ],
)
def test_names_of_actors_in_a_sentence(actor: str, said: str) -> None:
    assert f"{within_sentence(actor)} {is_or_are(actor)}" == said


def test_a_fact_concerns_its_places_parties_and_claimants() -> None:
    fact = a_fact(places=("CENTRAL-ASIA",), actor="taliban", claimant="rus-foreign-ministry")
    assert {"TJK", "UZB", "RUS", "AFG"} <= countries_concerned(fact)
    assert concerns(fact, "CENTRAL-ASIA")
    assert not concerns(fact, "USA")


def test_a_region_does_not_name_its_members() -> None:
    facts = [a_fact("a-1", places=("CENTRAL-ASIA", "TJK")), a_fact("a-2", places=("TJK", "UZB"))]
    assert countries_named(facts) == {"TJK": 2, "UZB": 1}


def test_every_filter_of_a_selection_narrows_the_view() -> None:
    july = dt.date(2021, 7, 5)
    first = a_fact(
        "a-1",
        places=("TJK",),
        claimant="taliban",
        when_start=july,
        when_end=july,
        when_basis="stated",
    )
    second = a_fact("b-2", article_id="b", places=("UZB",), kind="pledge", actor="uzb-government")
    articles = {"b": an_article(article_id="b", published=dt.date(2021, 7, 9))}

    def kept(**chosen: Any) -> tuple[Fact, ...]:
        return facts_in_view([first, second], Selection(**chosen), articles)

    assert kept() == (first, second)
    assert kept(countries=("TJK",)) == (first,)
    assert kept(countries=("TJK", "UZB")) == (first, second)
    assert kept(kinds=("pledge",)) == (second,)
    assert kept(actors=("taliban",)) == (first,)
    assert kept(actors=("uzb-government",)) == (second,)
    assert kept(sources=("b",)) == (second,)
    assert kept(dates=Period(july, july)) == (first,)
    assert kept(fact="a-1", chart="timeline", layer="facts") == (first, second)


def test_a_fact_without_a_date_counts_by_the_day_it_was_published() -> None:
    published = dt.date(2021, 7, 9)
    fact = a_fact("a-1")
    assert days_of(fact, an_article(published=published)) == (published, published)
    assert days_of(fact, None) is None
    selection = Selection(dates=Period(end=published))
    assert facts_in_view([fact], selection, {}) == ()


def test_what_may_be_selected() -> None:
    known = what_exists([a_fact(of="AFG-TJK", claimant="taliban", actor="usa-government")], ["a"])
    assert {"AFG-TJK", "CHN"} <= set(known.countries)
    assert ("a-1" in known.facts, "a-2" in known.facts) == (True, False)
    assert set(known.kinds) == {"personnel"}
    assert set(known.actors) == {"taliban", "usa-government"}
    assert ("a" in known.sources, "b" in known.sources) == (True, False)
