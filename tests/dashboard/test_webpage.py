"""Charts as HTML pages: nothing is loaded, nothing runs that is not ours, all sentences are in."""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.catalogue import CHARTS
from dashboard.export.evidence import claim_in_words
from dashboard.export.html_markup import LINK_COLOURS, in_script
from dashboard.export.interactive import WIDTHS
from dashboard.export.plotly_js import plotly_js_name, plotly_script
from dashboard.export.webpage import chart_page
from dashboard.holdings.catalogued import Catalogued
from dashboard.links import view_of
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.facts import claimant
from data.corpus import Corpus, read_corpus
from data.fact import Fact
from tests.dashboard.html_pages import Page
from tests.dashboard.made_up import APP, a_fact, a_number, an_article
from tests.seed_only import SEED_ONLY

BASE = "https://example.org/withdrawal"
PLOTLY = "plotly.js"
MAP, TIMELINE = CHARTS["region-map"], CHARTS["timeline"]


@pytest.fixture(scope="module")
def view() -> View:
    return View(read_corpus(SEED_ONLY))


def variants(page: Page) -> dict[str, dict[str, Any]]:
    (data,) = [
        json.loads(each.text)
        for each in page.all("script")
        if "type" in each.attributes and "id" not in each.attributes
    ]
    figures: dict[str, dict[str, Any]] = data["figures"]
    return figures


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
@pytest.mark.parametrize("query", ["", "countries=UZB&kinds=concern,control_share"])
def test_every_claim_a_chart_draws_is_there_with_its_sentence(chart: Any, query: str) -> None:
    view, _ = view_of(Catalogued(read_corpus(SEED_ONLY)), query)
    page = Page(chart_page(chart, view, base=BASE, plotly_js=PLOTLY))
    drawn = chart.facts(view)
    assert drawn
    assert len(page.all("blockquote")) == len(drawn)
    for fact in drawn:
        row = page.by_id(f"fact-{fact.fact_id}").words
        article = view.corpus.articles[fact.article_id]
        assert " ".join(fact.quote.split()) in row
        assert claimant(fact, article) in row
        assert (fact.reported_by or "") in row
        assert "International Business Times" in row
    assert {article.url for article in view.articles} <= set(page.links)


def test_the_words_that_tell_a_claim_are_marked(view: View) -> None:
    page = Page(chart_page(MAP, view, base=BASE, plotly_js=PLOTLY))
    article = next(iter(view.articles)).text
    assert [each.text for each in page.all("mark")] == [
        article[fact.start : fact.end] for fact in MAP.facts(view)
    ]


def test_a_chart_says_in_text_what_the_picture_says(view: View) -> None:
    chosen = View(view.corpus, Selection(countries=("TJK",)))
    page = Page(chart_page(MAP, chosen, base=BASE, plotly_js=PLOTLY))
    (heading,) = page.all("h1")
    assert heading.words == "Taliban are said to hold 85% of the Afghan-Tajik border"
    assert page.by_id("alt-region-map").words == MAP.alt(chosen)
    words = page.all("body")[0].words
    assert "Source: International Business Times, 9 July 2021" in words
    assert "As reported up to 9 July 2021" in words
    assert "Selected: Tajikistan" in words
    assert f"{BASE}/?countries=TJK&chart=region-map" in page.links


def test_a_page_alone_has_plotly_inside_and_loads_nothing(view: View) -> None:
    page = Page(chart_page(TIMELINE, view, base=BASE))
    assert page.loaded == []
    assert page.scripts.count(plotly_script()) == 1


def test_a_page_may_name_where_plotly_is(view: View) -> None:
    page = Page(chart_page(TIMELINE, view, base=BASE, plotly_js=f"/app/{plotly_js_name()}"))
    assert page.loaded == [f"/app/{plotly_js_name()}"]
    assert "script-src 'sha256-" in page.policy
    assert "'self'" in page.policy
    elsewhere = Page(chart_page(TIMELINE, view, base=BASE, plotly_js="https://a.example/;x y.js"))
    assert "https://a.example/%3Bx%20y.js;" in elsewhere.policy


def test_only_our_scripts_may_run(view: View) -> None:
    page = Page(chart_page(MAP, view, base=BASE))
    rules = dict(rule.strip().split(" ", 1) for rule in page.policy.split(";"))
    digests = [hashlib.sha256(script.encode()).digest() for script in page.scripts]
    allowed = [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
    assert rules["script-src"].split() == allowed
    assert rules["default-src"] == "'none'"


def test_shapes_are_in_the_page_once_and_only_for_maps(view: View) -> None:
    content = chart_page(MAP, view, base=BASE, plotly_js=PLOTLY)
    assert content.count(b'"FeatureCollection"') == 1
    shapes = json.loads(Page(content).by_id("shapes").text)
    named = {
        trace["geojson"]
        for widths in variants(Page(content)).values()
        for figure in widths.values()
        for trace in figure["data"]
        if "geojson" in trace
    }
    assert named == set(shapes)
    assert b"FeatureCollection" not in chart_page(TIMELINE, view, base=BASE, plotly_js=PLOTLY)


def test_a_page_follows_the_reader_or_keeps_to_a_theme(view: View) -> None:
    both = Page(chart_page(MAP, view, base=BASE, plotly_js=PLOTLY))
    dark = Page(chart_page(MAP, view, base=BASE, plotly_js=PLOTLY, theme="dark"))
    assert list(variants(both)) == ["light", "dark"]
    assert list(variants(dark)) == ["dark"]
    assert list(variants(dark)["dark"]) == [str(width) for width in WIDTHS]
    assert "prefers-color-scheme" in both.all("style")[0].text
    assert "prefers-color-scheme" not in dark.all("style")[0].text


def test_sentences_are_open_on_a_page_and_folded_in_a_frame(view: View) -> None:
    alone = Page(chart_page(MAP, view, base=BASE, plotly_js=PLOTLY))
    framed = Page(chart_page(MAP, view, base=BASE, plotly_js=PLOTLY, embedded=True))
    assert "open" in alone.all("details")[0].attributes
    assert "open" not in framed.all("details")[0].attributes
    assert len(framed.all("blockquote")) == len(MAP.facts(view))


HOSTILE = "</script><!-- 40 <b>Afghan</b> soldiers fled <img src=x onerror=alert(1)> {{ 7*7 }}"


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_article_text_stays_text(chart: Any) -> None:
    fact = a_number(
        "a-1",
        40,
        quote=HOSTILE,
        start=HOSTILE.index("40"),
        end=HOSTILE.index("40") + 2,
        origin="AFG",
        destination="TJK",
        who=HOSTILE,
        attributed_to=HOSTILE,
        reported_by=HOSTILE,
    )
    article = an_article(title=HOSTILE, publisher=HOSTILE, text=HOSTILE)
    view = View(Corpus({"a": article}, {"a-1": fact}))
    page = Page(chart_page(chart, view, base=BASE, plotly_js=PLOTLY))
    assert len(page.scripts) == 2  # plotly.js and ours
    assert not {"b", "img", "iframe", "form"} & {each.tag for each in page.elements}
    # Sentence, claim, denominator, claimant, carrier and publisher, each exactly as written.
    assert page.by_id("fact-a-1").words.count(HOSTILE) == 6


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", None])
def test_an_address_of_another_scheme_is_no_link(url: str | None) -> None:
    view = View(Corpus({"a": an_article(url=url)}, {"a-1": a_number("a-1", 40)}))
    page = Page(chart_page(TIMELINE, view, base=BASE, plotly_js=PLOTLY))
    assert all(link.startswith(BASE) for link in page.links)
    assert "The Daily Example" in page.by_id("fact-a-1").words


def test_an_address_with_an_apostrophe_stays_one_attribute() -> None:
    url = "https://example.org/People's_Party?a='onclick='b"
    view = View(Corpus({"a": an_article(url=url)}, {"a-1": a_number("a-1", 40)}))
    page = Page(chart_page(TIMELINE, view, base=BASE, plotly_js=PLOTLY))
    assert url in page.links


@pytest.mark.parametrize("corpus", [Corpus({}, {}), Corpus({"a": an_article()}, {})])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_nothing_to_show_is_a_page_too(chart: Any, corpus: Corpus) -> None:
    page = Page(chart_page(chart, View(corpus), base=BASE, plotly_js=PLOTLY))
    assert "(0)" in page.all("summary")[0].text


def test_same_view_same_bytes() -> None:
    pages = {chart_page(MAP, View(read_corpus(SEED_ONLY)), base=BASE) for _ in range(2)}
    assert len(pages) == 1


def test_links_have_the_colours_of_the_theme() -> None:
    config = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text())
    assert {name: config["theme"][name]["linkColor"] for name in LINK_COLOURS} == dict(LINK_COLOURS)


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.recursive(texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)))
def test_json_in_a_script_is_read_back_and_cannot_leave_it(value: Any) -> None:
    written = str(in_script(value))
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029")


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (
            a_number("a", 1000, qualifier="over", who="Afghan troops", high=None, low=1000),
            "Over 1,000 Afghan troops fled",
        ),
        (
            a_number("a", 85, unit="percent", of="AFG-TJK", who="Taliban", kind="control_share"),
            "Taliban: 85% of the Afghan-Tajik border",
        ),
        (a_number("a", 85, unit="percent", of="AFG-TJK"), "85% of the Afghan-Tajik border"),
        (a_fact("a", who="the Taliban", action="promise"), "The Taliban: “Over 40”"),
        (a_fact("a", action="promise"), "“Over 40”"),
    ],
)
def test_a_claim_in_words(fact: Fact, words: str) -> None:
    assert claim_in_words(fact) == words
