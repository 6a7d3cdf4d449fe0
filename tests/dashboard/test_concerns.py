from __future__ import annotations

from dashboard.concerns import (
    concerns,
    countries_concerned,
    countries_named,
    facts_in_view,
    what_exists,
)
from dashboard.names import actor_country, countries_behind, label
from dashboard.selection import Selection
from tests.dashboard.made_up import a_fact


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
    assert actor_country("uzb-government") == "UZB"
    assert actor_country("nobody-knows") is None


def test_a_fact_concerns_its_places_parties_and_claimants() -> None:
    fact = a_fact(places=("CENTRAL-ASIA",), actor="taliban", claimant="rus-foreign-ministry")
    assert {"TJK", "UZB", "RUS", "AFG"} <= countries_concerned(fact)
    assert concerns(fact, "CENTRAL-ASIA")
    assert not concerns(fact, "USA")


def test_a_region_does_not_name_its_members() -> None:
    facts = [a_fact("a-1", places=("CENTRAL-ASIA", "TJK")), a_fact("a-2", places=("TJK", "UZB"))]
    assert countries_named(facts) == {"TJK": 2, "UZB": 1}


def test_every_filter_of_a_selection_narrows_the_view() -> None:
    first = a_fact("a-1", places=("TJK",), claimant="taliban")
    second = a_fact("a-2", places=("UZB",), kind="pledge")
    assert facts_in_view([first, second], Selection()) == (first, second)
    assert facts_in_view([first, second], Selection(place="TJK")) == (first,)
    assert facts_in_view([first, second], Selection(kinds=("pledge",))) == (second,)
    assert facts_in_view([first, second], Selection(claimants=("taliban",))) == (first,)
    assert facts_in_view([first, second], Selection(fact="a-1")) == (first, second)


def test_what_may_be_selected() -> None:
    known = what_exists([a_fact(of="AFG-TJK", claimant="taliban")], ["a"])
    assert {"AFG-TJK", "CHN"} <= set(known.places)
    assert set(known.facts) == {"a-1"}
    assert set(known.kinds) == {"personnel"}
    assert set(known.claimants) == {"taliban"}
    assert set(known.articles) == {"a"}
