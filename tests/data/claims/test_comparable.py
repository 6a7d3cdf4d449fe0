"""Which claims count the same people and the same days."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from data.claims.claim import Claim
from data.claims.comparable import comparable
from data.claims.counted import counts_alike, is_further
from data.claims.standing import standing
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import a_number
from tests.data.claims.claimed import fled, july, told

THURSDAY = dt.date(2021, 8, 26)


def killed(article: str, count: float, who: str, actor: str | None, **fields: Any) -> Fact:
    values: dict[str, Any] = {
        "article_id": article,
        "kind": "casualties",
        "action": "kill",
        "who": who,
        "actor": actor,
        "when_start": THURSDAY,
        "when_end": THURSDAY,
        "when_basis": "stated",
    }
    return a_number(f"{article}.{count}", count, **(values | fields))


def claims(*facts: Fact) -> tuple[Claim, ...]:
    return told(*facts, published=dict.fromkeys("abcdef", dt.date(2021, 8, 27)))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("U.S. service members", "American soldiers", True),
        ("U.S. service members", "members", False),
        ("Taliban members", "Taliban fighters", True),
        ("members", "Members", True),
        ("staff members", "service members", False),
        ("people", "Afghans", True),
        ("people", "soldiers", False),
    ],
)
def test_service_members_are_soldiers_and_members_anybodys(
    one: str, other: str, alike: bool
) -> None:
    assert counts_alike(one, other) is alike
    assert counts_alike(other, one) is alike


def test_the_dead_of_two_sides_do_not_contradict() -> None:
    one, other = claims(
        killed("a", 13, "service members", "usa-government"),
        killed("b", 28, "fighters", "taliban"),
    )
    assert not comparable(one, other)
    same = claims(
        killed("a", 13, "service members", "usa-government"),
        killed("b", 28, "soldiers", "usa-government"),
    )
    assert comparable(*same)


def test_one_toll_in_the_words_of_several_articles_is_one_claim() -> None:
    one = killed("a", 13, "U.S. service members", "usa-government")
    (claim,) = claims(one, killed("b", 13, "U.S. troops", "usa-government"))
    assert claim.sources == ("a", "b")


def test_dozens_of_others_are_no_toll_of_all() -> None:
    words = "It killed 13 soldiers and dozens of other people."
    start = words.index("dozens")
    others = killed(
        "a",
        12,
        "people",
        None,
        quote=words,
        start=start,
        end=start + len("dozens"),
        sentence_start=0,
        sentence_end=len(words),
    )
    assert is_further(others)
    more, toll = claims(others, killed("b", 169, "Afghans", None))
    assert not comparable(more, toll)


def test_earlier_this_week_may_be_the_day_another_names() -> None:
    week = {"when_start": july(5), "when_end": july(9), "when_basis": "relative"}
    over = {"high": None, "qualifier": "over"}
    exact, about = told(
        fled("a"),
        fled("b", 1000, attributed_to=None, claimant=None, **week, **over),
        published={"a": july(6), "b": july(9)},
    )
    assert comparable(exact, about)
    (camp,) = standing((exact, about), july(9)).camps
    assert len(camp) == 2
    far, _ = told(
        fled("a"),
        fled("b", 1000, attributed_to=None, claimant=None, **week, **over),
        published={"a": july(1), "b": july(9)},
    )
    assert not comparable(far, about)


def on(day: dt.date, measure: str) -> Any:
    own = [claim for claim in bundled().claims if claim.measure and claim.measure.id == measure]
    return standing(own, day)


def test_on_the_bundled_articles_nothing_contradicts_about_the_attack() -> None:
    stood = on(dt.date(2021, 8, 30), "airport-attack")
    assert [claim.fact.value for claim in stood.claims].count(13) == 2  # "13" and "at least 13"
    assert {claim.day for claim in stood.claims} == {THURSDAY}
    pairs = [(one.fact.who, other.fact.who) for one, other in stood.contradictions]
    assert pairs == [("civilians", "civilians")]


def test_on_the_bundled_articles_over_1000_and_1037_agree_as_the_rules_say() -> None:
    stood = on(dt.date(2021, 7, 9), "crossed-to-tajikistan")
    assert {1000, 1037} <= {claim.fact.value for camp in stood.camps[-1:] for claim in camp}
    assert not stood.contradictions
