"""Those whom an airlift left are not told like those whom it took."""

from __future__ import annotations

import pytest

from dashboard.components.tables.fact_table import _who
from dashboard.export.evidence import claim_in_words
from dashboard.words.fates import fate
from dashboard.words.headlines import headline, title
from dashboard.words.kinds import kind_entry
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, a_number


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("wait", "waiting"),
        ("remain", "still there"),
        ("leave behind", "left behind"),
        ("plan", "to be flown out"),
        ("evacuate", "brought out"),
    ],
)
def test_what_became_of_them_stands_wherever_they_are_counted(action: str, words: str) -> None:
    fact = a_number("a-1", 200, kind="evacuated", action=action, who="Americans")
    assert title(fact) == f"200 Americans {words}"
    assert headline(fact) == f"Evacuation: 200 Americans {words}"
    assert claim_in_words(fact) == f"200 Americans {words}"
    assert _who(fact) == f"Americans {words}"


@pytest.mark.parametrize(("action", "words"), [("kill", "killed"), ("wound", "wounded")])
def test_the_dead_are_told_from_the_wounded(action: str, words: str) -> None:
    fact = a_number("a-1", 47, kind="casualties", action=action, who="people")
    assert title(fact) == f"47 people {words}"
    assert headline(fact) == f"Casualties: 47 people {words}"
    assert claim_in_words(fact) == f"47 people {words}"
    assert _who(fact) == f"people {words}"


@pytest.mark.parametrize("who", ["wounded", "deaths", "war-wounded people", "civilian casualties"])
def test_what_their_name_says_is_not_said_again(who: str) -> None:
    fact = a_number("a-1", 165, kind="casualties", action="wound", who=who)
    assert headline(fact) == f"Casualties: 165 {who}"
    assert claim_in_words(fact) == f"165 {who}"


def test_other_kinds_say_it_themselves() -> None:
    assert fate(a_fact(kind="personnel", action="remain")) == ""


def test_nobody_is_called_evacuated_who_was_not() -> None:
    assert kind_entry("evacuated").label == "Evacuation"
    stayed = [
        fact
        for fact in bundled().facts.values()
        if fact.kind == "evacuated" and "still" in fact.quote and fact.action != "evacuate"
    ]
    assert len(stayed) >= 3
    assert all(fate(fact) in ("waiting", "still there", "left behind") for fact in stayed)
