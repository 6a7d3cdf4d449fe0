"""The report: every number with its sentence, in one file that needs nothing."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from dashboard.cards.content import shown_cards
from dashboard.charts.catalogue import CHARTS
from dashboard.export.plotly_js import plotly_script
from dashboard.holdings.catalogued import Catalogued
from dashboard.last_good import NotTaken
from dashboard.links import view_of
from dashboard.report import report
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.facts import amount, capitalised, claimant
from dashboard.words.kinds import kind_entry
from data.corpus import Corpus, read_corpus
from tests.dashboard.html_pages import Page
from tests.dashboard.made_up import a_number, an_article
from tests.seed_only import SEED_ONLY

BASE = "https://example.org/withdrawal"


@pytest.fixture(scope="module")
def view() -> View:
    return View(read_corpus(SEED_ONLY))


@pytest.fixture(scope="module")
def page(view: View) -> Page:
    return Page(report(view, base=BASE))


def test_every_claim_is_there_with_sentence_claimant_and_source(page: Page, view: View) -> None:
    assert len(view.facts) > 20
    for fact in view.facts:
        row = page.by_id(f"fact-{fact.fact_id}").words
        assert " ".join(fact.quote.split()) in row
        assert claimant(fact, view.corpus.articles[fact.article_id]) in row
        assert "International Business Times, 9 July 2021" in row
        assert amount(fact).casefold() in row.casefold()


def test_every_number_on_a_card_leads_to_its_row_and_back(page: Page, view: View) -> None:
    fled = page.by_id("card-troops-crossed").words
    assert "Over 1,000" in fled
    assert "reportedly fled to Tajikistan" in fled
    assert "Claimant: none named" in fled
    share = page.by_id("card-border-share").words
    assert "85%" in share
    assert "Claimant: Russian Foreign Ministry" in share
    assert "1,357 km" in share
    told = [fact for fact in view.facts if fact.kind == "control_share"]
    row = page.by_id(f"fact-{told[0].fact_id}").words
    assert "↑ Tajik border under Taliban control" in row


def test_no_link_inside_leads_nowhere(page: Page, view: View) -> None:
    inside = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert {f"card-{spec.id}" for spec in shown_cards(view.corpus.claims)} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_kinds_articles_method_and_licences_are_explained(page: Page, view: View) -> None:
    words = page.all("body")[0].words
    for kind in {fact.kind for fact in view.facts}:
        assert kind_entry(kind).label in page.by_id(f"kind-{kind}").words
        assert kind_entry(kind).definition in words
    for article in view.articles:
        for part in (article.title, article.publisher, article.licence, article.sha256):
            assert str(part) in words
        assert article.text not in words  # only sentences are quoted
    for told in ("as reported up to 9 July 2021", "not a language model", "Natural Earth"):
        assert told in words
    assert f"{BASE}/" in page.links


def test_charts_are_there_in_words_too(page: Page, view: View) -> None:
    for chart in CHARTS.values():
        assert page.by_id(f"alt-{chart.name}").words == chart.alt(view)
    assert not page.all("noscript")  # the words are there for everyone until a chart is drawn


def test_one_plotly_and_nothing_loaded(page: Page) -> None:
    assert page.scripts.count(plotly_script()) == 1
    assert len(page.scripts) == 2
    assert page.loaded == []
    assert "default-src 'none'" in page.policy


def test_a_selection_is_told_and_what_it_leaves_out_keeps_its_sentence() -> None:
    query = "countries=UZB&kinds=concern,control_share"
    view, dropped = view_of(Catalogued(read_corpus(SEED_ONLY)), query)
    assert dropped == ()
    page = Page(report(view, base=BASE))
    words = page.all("header")[0].words
    assert "Selected: Uzbekistan · Concerns, Share controlled." in words
    assert f"{len(view.facts)} of 25 facts" in words
    assert "No claim in this selection." in page.by_id("card-troops-crossed").words
    dimmed = [fact for fact in view.around if fact not in view.facts]
    assert dimmed
    for fact in view.around:
        assert " ".join(fact.quote.split()) in page.by_id(f"fact-{fact.fact_id}").words


def test_a_chosen_fact_is_named_and_so_has_its_sentence(view: View) -> None:
    fact = next(fact for fact in view.facts if fact.kind == "personnel")
    chosen = View(view.corpus, Selection(kinds=("concern",), fact=fact.fact_id))
    page = Page(report(chosen, base=BASE))
    assert capitalised(amount(fact)) in page.by_id(f"fact-{fact.fact_id}").words


def test_claims_that_differ_stand_side_by_side() -> None:
    claims = [
        a_number(
            f"a-{number}",
            share,
            kind="control_share",
            unit="percent",
            actor="taliban",
            of="AFG-TJK",
            attributed_to=who,
        )
        for number, (share, who) in enumerate([(85, "The ministry"), (70, "The border service")])
    ]
    corpus = Corpus({"a": an_article()}, {fact.fact_id: fact for fact in claims})
    card = Page(report(View(corpus), base=BASE)).by_id("card-border-share").words
    assert "70% to 85%" in card
    assert "2 claims stand as of 9 July 2021" in card
    assert "70% of the Afghan-Tajik border. The border service" in card
    assert card.count("Over 40 guards fled.") == 2
    only = View(corpus, Selection(fact="a-0"))
    card = Page(report(only, base=BASE)).by_id("card-border-share").words
    assert "Other claims on it (1) 70% · The border service · 9 Jul 2021" in card


def test_tellings_of_one_claim_name_each_other() -> None:
    told = [a_number(name, 40, fact_group="one") for name in ("a-1", "a-2")]
    corpus = Corpus({"a": an_article()}, {fact.fact_id: fact for fact in told})
    page = Page(report(View(corpus), base=BASE))
    assert "Told again: 2" in page.by_id("fact-a-1").words
    assert "Told again: 1" in page.by_id("fact-a-2").words


def test_article_text_stays_text(hostile_catalog: Path) -> None:
    view = View(read_corpus(hostile_catalog))
    assert view.facts
    page = Page(report(view, base=BASE))
    assert len(page.scripts) == 2
    assert not {"b", "img", "iframe", "form"} & {each.tag for each in page.elements}
    assert {link for link in page.links if not link.startswith((BASE, "#"))} == {
        "https://example.org/a"
    }
    words = page.all("body")[0].words
    assert "<script>alert(1)</script> :red[Guards] flee [now](https://evil.example)" in words
    assert "<b>none</b>" in words


def test_what_could_not_be_read_is_said(changed_article: Path) -> None:
    page = Page(report(View(read_corpus(changed_article)), base=BASE))
    assert "1 article could not be read" in page.all("header")[0].words
    assert str(changed_article.parent) not in page.all("body")[0].words


def test_a_change_that_cannot_be_read_takes_nothing_away(view: View) -> None:
    wrong = NotTaken("catalog.toml", "is not valid TOML", "Mend the file there.")
    corpus = dataclasses.replace(view.corpus, problems=(wrong,))
    assert "could not be read" not in Page(report(View(corpus), base=BASE)).all("header")[0].words


def test_same_view_same_bytes(view: View) -> None:
    assert report(view, base=BASE) == report(View(read_corpus(SEED_ONLY)), base=BASE)
