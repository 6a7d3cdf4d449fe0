"""What a share is a share of, and which numbers are wholes, which no measure takes."""

from __future__ import annotations

import datetime as dt

import pytest

from data.article import Article
from data.claims.claim import claims_of
from data.claims.denominators import ground_of
from data.claims.measures import measure_of
from data.claims.wholes import is_whole, wholes
from data.fact import Fact
from data.parse import extract
from tests.bundled import bundled
from tests.dashboard.made_up import a_number


def article(text: str, name: str = "a") -> Article:
    return Article(
        article_id=name,
        title="",
        text=text,
        url=None,
        publisher="X",
        published=dt.date(2021, 8, 14),
    )


def shares(text: str) -> list[Fact]:
    return [fact for fact in extract(article(text)) if fact.kind == "control_share"]


DISTRICTS = [
    "The Taliban hold half of the roughly 420 Afghan district centres.",
    "The Taliban hold 50 percent of the country's districts.",
    "The Taliban hold over half of the district centers in Afghanistan.",
    "The Taliban control 224 of 421 Afghan districts, or some 53 percent of Afghanistan.",
]
LAND = [
    "The Taliban hold half of Afghanistan and 200 districts.",
    "The Taliban hold 85 percent of Afghanistan, where there are 421 districts.",
    "The Taliban hold 85 percent of the territory of Afghanistan.",
    "The Taliban hold 200 districts, and 85 percent of Afghanistan.",
    "The Taliban hold 85% of Afghanistan in the districts of the north.",
]


@pytest.mark.parametrize("text", DISTRICTS)
def test_a_share_of_districts_is_no_share_of_land(text: str) -> None:
    (fact,) = shares(text)
    assert ground_of(fact) == "districts"
    measure = measure_of(fact)
    assert measure is not None
    assert measure.id == "districts-share"
    assert "district" in measure.label


@pytest.mark.parametrize("text", LAND)
def test_a_share_of_land_stays_one_beside_districts(text: str) -> None:
    (fact,) = shares(text)
    assert ground_of(fact) == "land"
    measure = measure_of(fact)
    assert measure is not None
    assert measure.id == "territory"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Some 224 of Afghanistan's 421 districts are under Taliban control.", "districts"),
        ("Of the country's 400 districts, 174 are under Taliban control.", "districts"),
        ("The Taliban control 188 districts in 20 provinces.", "districts"),
        ("About 24 of the 34 provinces are under Taliban control.", None),
        ("Of the 34 provinces, 24 are under Taliban control.", None),
        ("The Taliban control 24 provinces of Afghanistan.", None),
    ],
)
def test_a_count_of_provinces_is_none_of_districts(text: str, measure: str | None) -> None:
    facts = [fact for fact in extract(article(text)) if fact.action == "control"]
    (fact,) = (fact for fact in facts if fact.kind == "districts")
    found = measure_of(fact)
    assert (found.id if found else None) == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The Taliban hold 200 districts, which could double.", "districts"),
        ("Since May 1 the Taliban hold 200 districts.", "districts"),
        ("The Taliban will soon control 200 districts.", None),
        ("The Taliban could hold 200 districts by August.", None),
        ("If the army leaves, 200 districts will be in Taliban hands.", None),
        ("By August 85% of Afghanistan would be under Taliban control.", None),
    ],
)
def test_what_may_come_is_no_claim_on_what_is_held(text: str, measure: str | None) -> None:
    (fact,) = (fact for fact in extract(article(text)) if fact.has_number)
    found = measure_of(fact)
    assert fact.actor == "taliban"
    assert (found.id if found else None) == measure


def test_only_shares_of_countries_are_shares_of_land_or_districts() -> None:
    assert ground_of(a_number("a.1", 5)) is None
    assert ground_of(a_number("a.1", 5, unit="percent", of="AFG-TJK")) is None


def capitals(words: str, number: str, action: str = "count") -> Fact:
    start = words.index(number)
    return a_number(
        "a.1",
        float(number),
        kind="capitals",
        unit="count",
        action=action,
        actor="taliban",
        places=("AFG",),
        quote=words,
        start=start,
        end=start + len(number),
        sentence_start=0,
        sentence_end=len(words),
    )


@pytest.mark.parametrize(
    ("words", "number", "whole"),
    [
        ("The total is put at 20 of 34 capitals", "34", True),
        ("The total is put at 20 of 34 capitals", "20", False),
        ("They have nine of the country's 34 capitals.", "34", True),
        ("They have 20 provincial capitals out of 34.", "34", True),
        ("They have one of the 34 capitals.", "34", True),
        ("They drove the army out of 34 capitals.", "34", False),
        ("The fall of 34 capitals stunned them.", "34", False),
        ("The 5 men driven out of 34 capitals fled.", "34", False),
    ],
)
def test_what_is_counted_out_of_answers_no_measure(words: str, number: str, whole: bool) -> None:
    fact = capitals(words, number)
    assert is_whole(fact) is whole
    assert (measure_of(fact) is None) is whole


def test_no_telling_makes_a_claim_of_what_another_gives_as_the_whole() -> None:
    text = "Taken: 34 capitals"
    words = "The total is 34 capitals."
    told = capitals(words, "34", action="total")
    shifted = {"start": 100 + told.start, "end": 100 + told.end}
    body = a_number(
        "a.2",
        34,
        kind="capitals",
        unit="count",
        action="total",
        places=("AFG",),
        quote=words,
        sentence_start=100,
        sentence_end=100 + len(words),
        **shifted,
    )
    (claim,) = claims_of([capitals(text, "34"), body], {"a": article(text)})
    assert len(claim.tellings) == 2
    assert claim.measure is None


def test_on_the_bundled_articles_no_whole_is_claimed() -> None:
    claims = [claim for claim in bundled().claims if claim.measure]
    assert not [claim.claim_id for claim in claims if any(map(is_whole, claim.facts))]
    by_measure: dict[str, list[float | None]] = {}
    for claim in claims:
        if claim.measure:
            by_measure.setdefault(claim.measure.id, []).append(claim.fact.value)
    assert 34 not in by_measure["capitals"]
    assert len(by_measure["districts-share"]) == 5
    assert not {50, 53} & set(by_measure["territory"])


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Taliban control extends to more than two-thirds of Afghanistan.", "taliban"),
        ("The Taliban's control now reaches over 60 percent of Afghanistan.", "taliban"),
        ("The control of the Taliban extends to 70 percent of Afghanistan.", "taliban"),
        ("Half is contested, and the Taliban control now 60 percent of Afghanistan.", "taliban"),
        ("Fearing Taliban control, the army still holds 60 percent of Afghanistan.", None),
    ],
)
def test_whose_control_reaches_as_far_as_a_share_has_it(text: str, holder: str | None) -> None:
    (fact,) = shares(text)
    assert (fact.actor == "taliban") is (holder == "taliban")
    assert ((found := measure_of(fact)) is not None and found.id == "territory") is bool(holder)


def test_the_statesmans_two_thirds_are_a_claim_on_territory() -> None:
    found = [
        claim.fact
        for claim in bundled().claims
        if claim.measure and claim.measure.id == "territory"
        if "statesman-2021-08-13-south" in claim.sources
    ]
    assert [fact.value for fact in found] == [66.7]


def test_people_are_no_part_of_a_whole_that_counts_others() -> None:
    text = "Half of the country's 40 million people, 10 million children among them, need help."
    facts = extract(article(text))
    assert {fact.value for fact in facts if fact.fact_id in wholes(facts)} == {50}
    held = extract(article("Of the 300 Afghan soldiers, 40 soldiers were killed."))
    assert wholes(held) == {}
    taken = extract(article("Of the 300 soldiers on the bridge, 40 were sent back."))
    assert list(wholes(taken).values()) == [300]
