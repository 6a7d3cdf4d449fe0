"""What is counted stands in the form that goes behind its number."""

from typing import Any

import pytest

from dashboard.export.evidence import claim_in_words
from dashboard.words.headlines import headline, title
from dashboard.words.noun_forms import behind_number
from tests.dashboard.made_up import a_fact


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (9, "provincial capital", "provincial capitals"),
        (5000, "Troop", "Troops"),
        (3, "district", "districts"),
        (1, "district", "district"),
        (12, "family", "families"),
        (100, "serviceman", "servicemen"),
        (7, "child", "children"),
        (7, "children", "children"),
        (40, "police", "police"),
        (17, "pieces of equipment", "pieces of equipment"),
        (46, "members of the Afghan National Army", "members of the Afghan National Army"),
        (58_700, "airlift", "airlift"),
        (10, "one family", "one family"),
        (30, "", ""),
    ],
)
def test_more_than_one_are_told_in_the_plural(number: float, words: str, told: str) -> None:
    fact = a_fact(value=number, low=number, high=number, unit="people", who=words)
    assert behind_number(words, fact) == told


def test_a_share_of_people_is_one_of_them() -> None:
    half: dict[str, Any] = {
        "value": 50.0,
        "low": 50.0,
        "high": 50.0,
        "unit": "percent",
        "qualifier": "exact",
    }
    fact = a_fact(kind="personnel", who="interpreter", action="", **half)
    assert title(fact) == "50% of interpreters"
    assert "of interpreters" in headline(fact)
    assert "of interpreters" in claim_in_words(fact)


def test_one_district_that_somebody_holds_is_one() -> None:
    one: dict[str, Any] = {
        "value": 1.0,
        "low": 1.0,
        "high": 1.0,
        "unit": "count",
        "qualifier": "exact",
    }
    fact = a_fact(kind="districts", who="Taliban", actor="taliban", action="control", **one)
    assert title(fact) == "1 district"
    many = a_fact(
        kind="districts", who="Taliban", actor="taliban", action="control", **one | {"value": 2.0}
    )
    assert title(many) == "2 districts"
