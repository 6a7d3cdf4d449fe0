from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.cards.content import (
    CardSpec,
    answer,
    first_claim,
    length_of_share,
    read_cards,
    shown_cards,
)
from dashboard.cards.words import card_words, claim_line
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data import lexicon
from data.article import Article
from data.catalog import CATALOG
from data.claims.claim import Claim, claims_of
from data.errors import InputError
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, a_number, an_article, open_app, words_on

SHARE = CardSpec(
    id="share",
    label="Share",
    icon="x",
    measure="tajik-border",
    of="of the border",
    border="AFG-TJK",
    empty="None.",
)
JULY = {day: dt.date(2021, 7, day) for day in range(1, 32)}


def told(*facts: Fact) -> tuple[tuple[Claim, ...], dict[str, Article]]:
    """Claims of facts, each article published on the day of July that its id ends in."""
    names = {fact.article_id for fact in facts}
    articles = {
        name: an_article(article_id=name, published=JULY[int(name.rpartition("-")[2])])
        for name in names
    }
    return claims_of(facts, articles), articles


def a_share(article: str, percent: float, who: str | None, **fields: Any) -> Fact:
    values: dict[str, Any] = {
        "article_id": article,
        "kind": "control_share",
        "action": "control",
        "actor": "taliban",
        "unit": "percent",
        "of": "AFG-TJK",
        "attributed_to": who,
    }
    return a_number(f"{article}.{percent}", percent, **(values | fields))


def test_five_cards_are_shown_those_with_claims_before_the_others() -> None:
    claims, _ = told(a_share("a-5", 70, "Taliban"))
    none, some = shown_cards(()), shown_cards(claims)
    assert len(none) == len(some) == 5
    assert none == read_cards()[:5]
    last = read_cards()[-1]
    one = claims[0]
    (measure,) = (m for m in lexicon.measures().values() if m.id == last.measure)
    moved = shown_cards((dataclasses.replace(one, measure=measure),))
    assert moved[-1] is last


def test_cards_ask_for_measures_that_exist() -> None:
    assert {card.measure for card in read_cards()} <= set(lexicon.measures())


def test_ids_are_unique() -> None:
    ids = [card.id for card in read_cards()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("line", "message"),
    [("measure = 3", "measure"), ('label = ""', "label"), ('colour = "red"', "colour")],
)
def test_a_wrong_field_is_named(tmp_path: Path, line: str, message: str) -> None:
    fields = dict.fromkeys(("id", "label", "icon", "measure", "of", "empty"), '"x"')
    fields[line.partition(" ")[0]] = line.partition("= ")[2]
    table = tmp_path / "cards.toml"
    entries = "\n".join(f"{key} = {value}" for key, value in fields.items())
    table.write_text(f"[[card]]\n{entries}\n", "utf-8")
    with pytest.raises(InputError, match=message):
        read_cards(table)


def test_nothing_on_the_measure_gives_no_claim() -> None:
    claims, _ = told(a_number("a-5.1", 5, article_id="a-5", action="kill"))
    assert answer(SHARE, claims, JULY[9]).claims == ()


def test_claimants_stand_side_by_side_each_with_what_they_said_last() -> None:
    claims, articles = told(
        a_share("a-1", 60, "Taliban"), a_share("a-5", 70, "Taliban"), a_share("a-6", 85, "Moscow")
    )
    found = answer(SHARE, claims, JULY[9])
    assert [claim.fact.value for claim in found.standing] == [70, 85]
    said = card_words(SHARE, found, articles, {})
    assert said.value == "70% to 85%"
    assert said.lines[0] == "of the border: ≈ 950 to 1,153 km of 1,357 km"
    assert said.lines[1:] == ("2 claims stand as of 9 July 2021", "Claimants: Taliban; Moscow")
    assert [number for _, number in found.trend] == [60, 70, 85]


def test_the_day_before_only_what_was_published_stands() -> None:
    claims, articles = told(a_share("a-5", 70, "Taliban"), a_share("a-6", 85, "Moscow"))
    known = [known for claim in claims if (known := claim.as_of(JULY[5]))]
    found = answer(SHARE, known, JULY[5])
    said = card_words(SHARE, found, articles, {})
    assert (said.value, said.lines[1]) == ("70%", "Claimant: Taliban")


def test_amounts_of_several_that_the_texts_give_as_words_are_told_with_them() -> None:
    words = "Two-thirds of it"
    written = a_share("a-5", 66.7, "Taliban", quote=words, sentence_end=len(words), end=10)
    claims, articles = told(written, a_share("a-6", 85, "Moscow"))
    said = card_words(SHARE, answer(SHARE, claims, JULY[9]), articles, {})
    assert (said.value, said.lines[1]) == ("Two-thirds to 85%", "In words: two-thirds (66.7%)")


def test_where_nothing_stands_any_more_the_last_that_stood_is_shown_with_its_day() -> None:
    claims, articles = told(a_share("a-5", 70, "Taliban"), a_share("a-6", 85, "Moscow"))
    found = answer(SHARE, claims, dt.date(2021, 9, 1))
    assert found.day == JULY[6]
    said = card_words(SHARE, found, articles, {})
    assert said.value == "85%"
    assert said.lines[1:3] == (
        "Last figure given 6 July 2021",
        "1 other claim stood then: 70%",
    )


def test_a_chosen_claim_speaks_for_the_card() -> None:
    claims, articles = told(a_share("a-5", 70, "Taliban"), a_share("a-6", 85, "Moscow"))
    found = answer(SHARE, claims, JULY[9], chosen="a-5.70")
    assert card_words(SHARE, found, articles, {}).value == "70%"
    assert answer(SHARE, claims, JULY[9], chosen="other").chosen is None


def test_one_claim_of_several_sources_is_one_line_that_counts_them() -> None:
    claims, articles = told(a_share("a-5", 70, "Taliban"), a_share("b-6", 70, "the Taliban"))
    (claim,) = answer(SHARE, claims, JULY[9]).standing
    assert claim_line(claim, articles, {}) == "70% · Taliban · 5 Jul 2021 · carried by 2"
    part = claim_line(claim, articles, {}, in_part=True)
    assert part == "70% · Taliban · 5 Jul 2021 · carried by 2 shown"


def test_the_length_of_a_share() -> None:
    share: dict[str, Any] = {"unit": "percent", "of": "AFG-TJK", "kind": "control_share"}
    eighty_five = a_number("a-1", 85, **share)
    between = a_fact("a-2", low=90, high=100, qualifier="range", **share)
    assert length_of_share([eighty_five], 1357) == "1,153 km"
    assert length_of_share([between], 1000) == "900 to 1,000 km"
    assert length_of_share([eighty_five, between], 1000) == "850 to 1,000 km"
    assert length_of_share([], 1000) == ""
    upper = a_fact("a-3", value=80.0, high=80.0, qualifier="up_to", **share)
    lower = a_fact("a-4", value=70.0, low=70.0, qualifier="over", **share)
    assert length_of_share([upper], 1357) == "at most 1,086 km"
    assert length_of_share([lower], 1357) == "at least 950 km"
    assert length_of_share([upper, lower], 1000) == "700 to 800 km"


def test_what_is_shown_first_is_what_the_entry_point_says_on_a_card() -> None:
    facts = [
        a_fact("a-5.0", article_id="a-5"),
        a_share("a-5", 70, "Taliban"),
        a_share("b-6", 85, "Moscow"),
    ]
    claims, _ = told(*facts)
    assert first_claim([SHARE], claims, facts, "a-5", JULY[9]) is facts[1]
    assert first_claim([SHARE], claims, facts, "b-6", JULY[9]) is facts[2]


def test_what_is_no_news_any_more_is_not_shown_first() -> None:
    facts = [
        a_share("a-5", 60, "Taliban"),
        a_share("b-30", 70, "Taliban"),
        a_share("c-30", 85, "UN"),
    ]
    claims, _ = told(*facts)
    shown = [first_claim([SHARE], claims, facts, "a-5", day) for day in (JULY[18], JULY[31], None)]
    assert shown == [facts[0], facts[1], facts[0]]


@pytest.mark.parametrize("day", [None, dt.date(2021, 8, 20)])
def test_the_evidence_starts_with_what_is_new_on_the_day(
    monkeypatch: pytest.MonkeyPatch, day: dt.date | None
) -> None:
    query = {"day": str(day)} if day else {}
    words = words_on(open_app(monkeypatch, CATALOG, **query))
    assert "The latest on a card. Choose anything" in words
    assert ("More than 18,000 people" if day else "More than 123,000 civilians") in words


def test_before_the_entry_point_is_published_the_latest_claim_on_a_card_is_shown() -> None:
    facts = [a_share("a-5", 70, "Taliban"), a_share("b-6", 85, "Moscow")]
    claims, _ = told(*facts)
    assert first_claim([SHARE], claims, facts, "later", JULY[9]) is facts[1]
    assert first_claim([SHARE], (), facts, "later", JULY[9]) is facts[0]
    assert first_claim([SHARE], (), [], "later", None) is None


def test_a_claim_that_nobody_knows_the_day_of_is_not_the_latest() -> None:
    facts = [a_share("a-5", 70, "Taliban"), a_share("u-0", 61, "Moscow")]
    claims = claims_of(
        facts,
        {
            "a-5": an_article(article_id="a-5", published=JULY[5]),
            "u-0": an_article(article_id="u-0", published=None),
        },
    )
    assert first_claim([SHARE], claims, facts, "later", JULY[9]) is facts[0]


def test_a_part_is_told_from_its_whole_on_the_card_and_in_its_list() -> None:
    view = View.of(bundled(), Selection(day=dt.date(2021, 8, 31)))
    airlift = next(spec for spec in read_cards() if spec.id == "airlift")
    found = answer(airlift, view.claims, view.as_of)
    said = card_words(airlift, found, view.corpus.articles, view.wholes_claimed)
    assert "79,000" not in said.value
    assert "more than 123,000" in said.value.lower()
    assert "A part alone: more than 79,000 (US military aircraft)" in said.lines
    lines = [claim_line(claim, view.corpus.articles, view.wholes_claimed) for claim in found.claims]
    assert (
        "More than 79,000 (US military aircraft) · General Kenneth McKenzie · 31 Aug 2021" in lines
    )
    assert (
        "More than 123,000 (coalition planes included) · General Kenneth McKenzie · 31 Aug 2021"
        in lines
    )


def test_a_chosen_count_says_on_its_card_what_it_is_out_of() -> None:
    view = View.of(bundled(), Selection(day=dt.date(2021, 7, 9)))
    districts = next(spec for spec in read_cards() if spec.id == "districts")
    chosen = "interfax-2021-07-09-85-percent.463.districts"
    found = answer(districts, view.claims, view.as_of, chosen)
    said = card_words(districts, found, view.corpus.articles, view.wholes_claimed)
    assert "About 250 of 398" in said.lines
    assert "Claimant: Latif Mansur" in said.lines


def _card_of(app: AppTest, spec: str) -> tuple[str, str, str]:
    """What a card says and where its link leads, with what of."""
    label = next(each.label for each in read_cards() if each.id == spec)
    (value,) = (card.value for card in app.metric if card.label == label)
    (link,) = (
        json.loads(each.proto.json)[0]
        for each in app.get("bidi_component")
        if each.proto.id.endswith(f"card-{spec}-link")
    )
    return value, link["link"], link["of"]


@pytest.mark.parametrize(
    ("query", "of"),
    [
        ({"day": "2021-07-09"}, "this card"),
        ({"day": "2021-07-09", "sources": "ibt-2021-07-09"}, "this claim"),
    ],
)
def test_the_link_of_a_card_opens_the_card_as_it_was(
    monkeypatch: pytest.MonkeyPatch, query: dict[str, str], of: str
) -> None:
    value, link, told = _card_of(open_app(monkeypatch, CATALOG, **query), "border-share")
    asked = dict(parse_qsl(urlsplit(link).query))
    assert told == f"Copy a link to {of}"
    assert query.items() <= asked.items()
    assert ("fact" in asked) is (of == "this claim")
    opened = open_app(monkeypatch, CATALOG, **asked)
    assert _card_of(opened, "border-share")[0] == value
