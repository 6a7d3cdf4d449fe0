"""No two entries of a list of facts read the same, as long as anything tells them apart."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from dashboard.components.tables.standing_claims import _heading
from dashboard.export.evidence import claim_in_words
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.claims import said_by_all
from dashboard.words.facts import subject
from dashboard.words.headlines import headline, headlines, title
from data.catalog import CATALOG
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, a_number, an_article, open_app
from tests.data.claims.claimed import fled, told

TAKEN: dict[str, Any] = {
    "kind": "capture",
    "action": "capture",
    "who": "Taliban",
    "places": ("AF-KDZ",),
}


def test_facts_that_tell_the_same_are_told_apart_by_day_and_source() -> None:
    facts = [
        a_fact("a-1", **TAKEN),
        a_fact("b-1", article_id="b", **TAKEN),
        a_number("a-2", 40, who="guards"),
    ]
    articles = {
        "a": an_article(publisher="TASS"),
        "b": an_article(article_id="b", publisher="AP", published=dt.date(2021, 7, 8)),
    }
    assert headlines(facts, {}, articles) == [
        "Captures: Kunduz, taken by Taliban · 9 Jul 2021, TASS",
        "Captures: Kunduz, taken by Taliban · 8 Jul 2021, AP",
        "Personnel: 40 guards · 9 Jul 2021, TASS",
    ]


def test_no_place_is_told_twice_and_money_is_not_counted_in_those_who_have_it() -> None:
    crossing: dict[str, Any] = {"who": "Islam Qala", "places": ("AFG/islam-qala",)}
    brings = a_number("a-1", 20_000_000, kind="money", unit="USD", **crossing)
    assert headline(brings) == "Money: 20,000,000 USD · Islam Qala"
    assert title(brings) == "20,000,000 USD · Islam Qala"
    assert claim_in_words(brings).startswith("Islam Qala: 20,000,000 USD")
    afraid = a_fact(kind="concern", action="fear", who="Tajikistan", places=("TJK",))
    assert headline(afraid) == "Concerns: Tajikistan"


def test_who_is_counted_is_a_noun() -> None:
    fled = a_number("a-1", 635_000, kind="displaced", who="displaced")
    assert title(fled) == "635,000 displaced people"


@pytest.mark.parametrize(
    ("quote", "who", "told", "of"),
    [
        (
            "Women and children make up some 80 per cent of them.",
            "women and children",
            "80% are women and children",
            "women and children, out of those of whom the sentence tells",
        ),
        ("Almost 80 per cent of the civilians fled.", "civilians", "80% of civilians", "civilians"),
    ],
)
def test_a_share_is_of_those_it_names_or_of_the_part_that_they_are(
    quote: str, who: str, told: str, of: str
) -> None:
    start = quote.index("80")
    places: dict[str, Any] = {"start": start, "end": start + 2, "sentence_end": len(quote)}
    share = a_number("a-1", 80, unit="percent", who=who, quote=quote, **places)
    assert title(share) == told
    assert subject(share) == of


def test_within_an_article_the_words_tell_them_apart() -> None:
    facts = [
        a_fact("a-1", quote="Kunduz fell.", **TAKEN),
        a_fact("a-2", quote="“They took Kunduz.”", **TAKEN),
    ]
    assert headlines(facts, {}, {"a": an_article()}) == [
        "Captures: Kunduz, taken by Taliban · “Kunduz fell.”",
        "Captures: Kunduz, taken by Taliban · “They took Kunduz.”",
    ]


def test_sentences_that_begin_alike_are_told_apart_where_they_differ() -> None:
    begin = "Early in the week the Taliban, whom nobody stopped,"
    facts = [
        a_fact("a-1", quote=f"{begin} took Kunduz.", **TAKEN),
        a_fact("a-2", quote=f"{begin} are said to have taken Kunduz.", **TAKEN),
    ]
    first, second = headlines(facts, {}, {"a": an_article()})
    assert first.endswith(" took Kunduz.”")
    assert " are said" in second


def test_what_is_listed_of_iran_can_be_told_apart() -> None:
    view = View(bundled(), Selection(countries=("IRN",)))
    lines = headlines(view.facts, view.wholes_claimed, view.corpus.articles)
    sentences = {(line, fact.quote) for line, fact in zip(lines, view.facts, strict=True)}
    assert len(set(lines)) == len(sentences)
    assert any(
        line.startswith("Border crossings: 2 · taken by Taliban · Afghan-Iranian border · ")
        for line in lines
    )


@pytest.mark.parametrize("country", ["IRN", "UZB"])
def test_a_list_is_whole_unless_it_is_long(monkeypatch: pytest.MonkeyPatch, country: str) -> None:
    of = len(View(bundled(), Selection(countries=(country,))).facts)
    first = of if of <= 16 else 12
    app = open_app(monkeypatch, CATALOG, countries=country)

    def listed() -> int:
        return sum((button.key or "").startswith("listed-") for button in app.button)

    assert listed() == first
    longer = [toggle for toggle in app.toggle if toggle.key == "list-all"]
    assert [toggle.label for toggle in longer] == ([f"List all {of}"] if first < of else [])
    for toggle in longer:
        toggle.set_value(True).run()
    assert listed() == of


def test_claims_that_agree_with_no_other_share_a_heading() -> None:
    one, two, three = told(fled("a", 10), fled("b", 20), fled("c", 30))
    alone, together = (one,), (two, three)
    assert [_heading(place, [alone, alone, together]) for place in range(3)] == [
        "Agree with no other",
        "",
        "2 that agree",
    ]
    assert _heading(1, [together, alone]) == "Agrees with no other"
    assert said_by_all([claim.fact for claim in (one, two)]) == "10 to 20"
