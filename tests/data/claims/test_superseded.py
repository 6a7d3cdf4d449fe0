"""What does not stand any more does not come back, whatever day is asked for."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from data.claims.claim import Claim
from data.claims.standing import last_standing, standing
from data.fact import Fact
from tests.dashboard.made_up import a_number
from tests.data.claims.claimed import fled, july, share, told
from tests.data.claims.test_standing import at, claim_of, flown


def values(claims: tuple[Claim, ...], day: dt.date) -> list[float | None]:
    return [claim.fact.value for claim in last_standing(claims, day).claims]


def test_what_had_lapsed_before_the_last_claim_did_does_not_come_back() -> None:
    claims = told(
        claim_of("a", 67, "Moscow"),
        claim_of("b", 90, "Tashkent"),
        claim_of("c", 80, "Dushanbe"),
        published=at(1, 2, 12),
    )
    assert values(claims, july(14)) == [67, 90, 80]
    assert values(claims, july(26)) == [80]
    assert values(claims, july(27)) == [80]  # nothing stands any more
    assert values(claims, dt.date(2021, 9, 1)) == [80]


def test_what_stood_when_the_last_was_given_is_known_beside_it() -> None:
    claims = told(
        claim_of("a", 67, "Moscow"),
        claim_of("b", 90, "Tashkent"),
        claim_of("c", 80, "Dushanbe"),
        claim_of("d", 85, "Moscow"),
        published=at(1, 2, 12, 10),
    )
    lapsed = last_standing(claims, dt.date(2021, 9, 1))
    assert lapsed.day == july(12)
    assert [claim.fact.value for claim in lapsed.claims] == [80]
    assert sorted(claim.fact.value or 0 for claim in lapsed.beside) == [85, 90]
    assert last_standing(claims, july(14)).beside == ()


def test_without_a_new_article_what_is_shown_never_widens() -> None:
    claims = told(
        claim_of("a", 67, "Moscow"),
        claim_of("b", 90, "Tashkent"),
        claim_of("c", 70, "Moscow"),
        claim_of("b", 95, "Kabul", fact_group="b.95"),
        published=at(1, 3, 9),
    )
    shown = [values(claims, july(10) + dt.timedelta(days=days)) for days in range(60)]
    for before, after in itertools.pairwise(shown):
        assert set(after) <= set(before)
    assert shown[-1]


def test_of_what_lapsed_it_is_told_when_the_last_was_given() -> None:
    claims = told(claim_of("a", 60, "Taliban"), published=at(1))
    stood, last = last_standing(claims, july(15)), last_standing(claims, july(16))
    assert (stood.lapsed, stood.day) == (False, july(15))
    assert (last.lapsed, last.day) == (True, july(1))


def done(article: str, percent: float, first: int | None, last: int | None) -> Fact:
    days: dict[str, Any] = {}
    if first and last:
        days = {"when_start": july(first), "when_end": july(last), "when_basis": "stated"}
    return a_number(
        f"{article}.{percent}",
        percent,
        article_id=article,
        kind="progress_share",
        action="complete",
        unit="percent",
        attributed_to="Central Command",
        claimant="us-central-command",
        **days,
    )


def test_what_may_be_of_an_earlier_day_does_not_supersede() -> None:
    """On the 9th: "earlier in the month it was almost 45%", which may be older than the 8th."""
    claims = told(
        done("a", 50, 8, 8),
        done("b", 45, 1, 9),
        done("c", 60, None, None),
        published=at(8, 9, 20),
    )
    assert [values(claims, july(day)) for day in (8, 9, 15, 20)] == [[50], [50], [50], [60]]


def test_of_running_totals_those_of_other_days_do_not_stand_beside_the_latest() -> None:
    claims = told(
        flown("a", 18_000, "NATO", "nato", 20),
        flown("b", 95_700, "the White House", "usa-government", 26),
        flown("c", 96_000, "NATO", "nato", 25),
        published={"a": july(20), "b": july(26), "c": july(25)},
    )
    assert [claim.fact.value for claim in standing(claims, july(24)).claims] == [18_000]
    assert [claim.fact.value for claim in standing(claims, july(26)).claims] == [96_000, 95_700]
    only = told(
        flown("a", 18_000, "NATO", "nato", 20),
        flown("b", 95_700, "the White House", "usa-government", 26),
        published={"a": july(20), "b": july(26)},
    )
    assert [claim.fact.value for claim in standing(only, july(26)).claims] == [95_700]


def test_shares_of_other_days_stand_side_by_side() -> None:
    claims = told(
        share("a", "AFG", 85), claim_of("b", 65, "Brussels", of="AFG"), published=at(1, 9)
    )
    assert [claim.fact.value for claim in standing(claims, july(9)).claims] == [85, 65]


def test_the_day_of_an_event_is_any_tellings_that_gives_it() -> None:
    def killed(article: str, **days: Any) -> Fact:
        named: dict[str, Any] = {"kind": "casualties", "action": "kill", "who": "soldiers"}
        return a_number(f"{article}.13", 13, article_id=article, **(named | days))

    thursday = {"when_start": july(1), "when_end": july(1), "when_basis": "stated"}
    (claim,) = told(killed("a"), killed("b", **thursday), published=at(2, 3))
    assert claim.fact.when_start is None
    assert claim.day == july(1)
    (later,) = told(
        killed("a"), killed("b", **(thursday | {"when_end": july(4)})), published=at(2, 3)
    )
    assert later.day == july(2)  # what was only to come, none had told


def of_days(first: int, last: int, basis: str = "relative") -> dict[str, Any]:
    return {"when_start": july(first), "when_end": july(last), "when_basis": basis}


def test_an_older_article_takes_nothing_of_what_was_told_since() -> None:
    """The 9th: "over 1,000 this week", and without a day; then an article of the 5th turns up."""
    unnamed: dict[str, Any] = {"attributed_to": None, "claimant": None}
    newer = (
        fled("a", 1000, **unnamed, **of_days(5, 9)),
        fled("b", 1000, **unnamed),
        fled("c", 300, attributed_to="Kabul", claimant="afg-government", **of_days(5, 8)),
    )
    older = fled("d", 1000, **of_days(5, 5), quote="It was on Monday that over 1,000 fled.")
    published = at(9, 9, 8, 5)
    without, with_it = (told(*facts, published=published) for facts in (newer, (*newer, older)))
    assert [claim.sources for claim in with_it if claim.fact.value == 1000] == [("d", "a", "b")]
    for day in (july(24), dt.date(2021, 9, 1)):
        before, after = last_standing(without, day), last_standing(with_it, day)
        assert values(without, day) == values(with_it, day) == [1000]
        assert (before.day, after.day) == (july(9), july(9))
        assert after.lapsed


def test_what_lapsed_was_given_last_by_whoever_told_it_again() -> None:
    fifth = of_days(5, 5, "stated")
    claims = told(*(fled(name, **fifth) for name in "abc"), published=at(5, 8, 28))
    (shown,) = last_standing(claims, july(27)).claims
    assert (last_standing(claims, july(27)).day, shown.sources) == (july(8), ("a", "b"))
    (shown,) = last_standing(claims, july(28)).claims
    assert (last_standing(claims, july(28)).day, shown.sources) == (july(28), ("a", "b", "c"))
    assert last_standing(claims, july(28)).lapsed
