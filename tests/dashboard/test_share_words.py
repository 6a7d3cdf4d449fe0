"""A share of the districts of a country is never told as one of the country."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.charts.parts.hover import hover_text
from dashboard.components.tables.fact_table import _who
from dashboard.export.evidence import claim_in_words, evidence_rows
from dashboard.export.rows import Rows
from dashboard.words.headlines import headline, title
from dashboard.words.shares import counted_ground, of_shared, shared
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, an_article


def share(quote: str, number: str, **fields: Any) -> Fact:
    """A share that the Taliban hold, of Afghanistan unless said otherwise."""
    start = quote.index(number)
    told: dict[str, Any] = {
        "kind": "control_share",
        "action": "control",
        "value": 50.0,
        "low": 50.0,
        "high": 50.0,
        "unit": "percent",
        "qualifier": "exact",
        "who": "Taliban",
        "of": "AFG",
        "start": start,
        "end": start + len(number),
    }
    return a_fact(quote=quote, **(told | fields))


@pytest.mark.parametrize(
    ("quote", "number", "words"),
    [
        (
            "They hold half of the roughly 420 district centers, he said.",
            "half",
            "of the roughly 420 district centers in Afghanistan",
        ),
        (
            "They hold half of the 398 Afghan districts.",
            "half",
            "of the 398 districts in Afghanistan",
        ),
        (
            "They hold half of Afghanistan's district centres.",
            "half",
            "of the district centres in Afghanistan",
        ),
        (
            "They hold 33% of the country's 400 districts.",
            "33%",
            "of the 400 districts in Afghanistan",
        ),
        ("They hold 85% of Afghanistan, or 250 districts.", "85%", "of Afghanistan"),
        ("They hold 85% of Afghan territory.", "85%", "of Afghanistan"),
        (
            "Now in control of 224 of 421 Afghan districts, or some 53 percent of Afghanistan.",
            "53 percent",
            "of the 421 districts in Afghanistan",
        ),
        (
            "They hold 200 districts, or half of the country.",
            "half",
            "of the districts in Afghanistan",
        ),
        ("They hold 85% of the land and half of the districts.", "85%", "of Afghanistan"),
    ],
)
def test_a_share_of_districts_is_of_the_districts(quote: str, number: str, words: str) -> None:
    assert of_shared(share(quote, number)) == words


def test_a_share_that_a_rule_reads_as_one_of_districts_is_so_in_other_words_too() -> None:
    told = share("One in two of them has fallen.", "One in two", rule="shares.districts")
    assert shared(told) == "districts in Afghanistan"


def test_what_a_share_is_of_without_a_code() -> None:
    borders = share("They hold 90% of Afghan borders.", "90%", of=None)
    assert title(borders) == "50% of the borders"
    done = share("It is 90% done.", "90%", of=None, kind="progress_share", who=None)
    assert title(done) == "50% of the withdrawal"
    line = share("They hold 85% of the border.", "85%", of="AFG-TJK")
    assert of_shared(line) == "of the Afghan-Tajik border"
    assert shared(a_fact(value=3.0, unit="people")) == ""


def test_it_is_told_so_everywhere() -> None:
    fact = share("They hold half of the roughly 420 district centers, he said.", "half")
    words = "of the roughly 420 district centers in Afghanistan"
    articles = {"a": an_article()}
    row = Rows(articles, "http://localhost").row(fact)
    assert (row["subject"], row["whole"], row["of"]) == (words, 420, "AFG")
    (evidence,) = evidence_rows([fact], articles, "http://localhost")
    assert evidence.denominator == "Share of: roughly 420 district centers in Afghanistan"
    assert words in hover_text([fact], articles).replace("<br>", " ")
    for told in (headline(fact), title(fact), claim_in_words(fact), _who(fact)):
        assert words in told


def test_no_share_of_districts_in_the_corpus_is_told_as_one_of_the_country() -> None:
    shares = [fact for fact in bundled().facts.values() if fact.kind == "control_share"]
    milley = [fact for fact in shares if "half of the roughly 420" in fact.quote]
    assert milley
    assert all((ground := counted_ground(fact)) and ground.whole == 420 for fact in milley)
    assert not [fact.fact_id for fact in milley if "of Afghanistan" in headline(fact)]
