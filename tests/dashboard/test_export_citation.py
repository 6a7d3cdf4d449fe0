"""How to cite what is shown, and the code that puts a chart into another page."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.catalogue import CHARTS, Chart, Style
from dashboard.charts.parts.sources import of_this_session
from dashboard.export import citation
from dashboard.export.files import chart_file
from dashboard.export.webpage import chart_page
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.plain_text import flat
from data.corpus import Corpus
from tests.bundled import bundled
from tests.dashboard.exported import (
    BASE,
    EVERYTHING,
    HOSTILE,
    MAP,
    TIMELINE,
    a_corpus,
    lines_of,
)
from tests.dashboard.html_pages import Page
from tests.dashboard.made_up import a_fact, a_number, an_article


def bibtex_fields(text: str) -> dict[str, str]:
    """The fields of a file with one entry, with braces counted as BibTeX does: all of them."""
    head = re.match(r"@misc\{([a-z0-9-]+),\n", text)
    assert head
    fields: dict[str, str] = {}
    rest = text[head.end() :]
    while found := re.match(r"\s*([a-z]+) = \{", rest):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[found[1]] = rest[found.end() : end - 1]
        rest = rest[end:].removeprefix(",")
    assert rest == "\n}\n"
    return fields


_TYPESET: Final = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{char}": char for char in "%&#$_"},
}


def typeset(text: str) -> str:
    """What LaTeX prints for a text; fails on characters that it would not print."""
    commands = re.compile("|".join(map(re.escape, _TYPESET)))
    assert not set(commands.sub("", text)) & set("\\{}%&#$_^~")
    return commands.sub(lambda found: _TYPESET[found[0]], text)


LATEX: Final = ("100% & #1 $_x_$", r"\input{/etc/passwd}", "{", "}", "}{", "~^", r"\}", "@misc{x,")


def view_of_publisher(text: str) -> View:
    article = an_article(publisher=text, title=text)
    return View(Corpus({"a": article}, {"a-1": a_fact()}), Selection(sources=("a",)))


@pytest.mark.parametrize("text", [*LATEX, *HOSTILE])
@pytest.mark.parametrize("chart", [None, TIMELINE])
def test_bibtex_is_one_entry_that_prints_what_was_published(text: str, chart: Chart | None) -> None:
    view = view_of_publisher(text)
    fields = bibtex_fields(citation.bibtex(chart, view, BASE))
    assert list(fields) == ["title", "author", "year", "howpublished", "note"]
    assert fields["author"] == "{Withdrawal dashboard}"
    assert fields["year"] == "2021"
    shown = flat(text)
    assert shown in typeset(fields["title"])
    assert typeset(fields["note"]).startswith("Sources: ")
    assert shown in typeset(fields["note"])
    assert "\\" not in fields["howpublished"].removeprefix(r"\url{").replace(r"\%", "")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_publisher_is_cited_in_full(text: str) -> None:
    view = view_of_publisher(text)
    shown = flat(text)
    assert shown in typeset(bibtex_fields(citation.bibtex(None, view, BASE))["note"])
    assert shown in citation.plain(None, view, BASE)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_plain_citation_is_one_paragraph_in_which_nothing_hides(text: str) -> None:
    cited = citation.plain(TIMELINE, view_of_publisher(text), BASE)
    assert cited.endswith("\n")
    assert len(cited.splitlines()) == 1
    assert cited[:-1].isprintable()
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", cited)


def test_a_citation_has_title_date_sources_and_link() -> None:
    view = View(a_corpus(), Selection(countries=("TJK",)))
    assert citation.plain(None, view, BASE) == (
        f"Withdrawal dashboard. “{EVERYTHING}: Tajikistan.” As reported up to 1 August 2021. "
        "Sources: The Daily Example, “Guards flee”, 9 July 2021. "
        f"{BASE}/?countries=TJK\n"
    )
    fields = bibtex_fields(citation.bibtex(TIMELINE, view, BASE))
    assert fields["title"] == "Timeline of claims: Tajikistan"
    assert fields["howpublished"] == rf"\url{{{BASE}/?countries=TJK&chart=timeline}}"


def test_a_chart_is_cited_with_the_sources_of_its_source_line() -> None:
    view = View(a_corpus(), Selection(countries=("TJK",)))
    for chart in (MAP, TIMELINE):
        figure = json.loads(chart_file(chart, view, "json", base=BASE).content)
        for publisher in ("The Daily Example", "Later News"):
            assert publisher in figure["layout"]["meta"]["source"]
            assert publisher in citation.plain(chart, view, BASE)
            assert publisher in citation.bibtex(chart, view, BASE)


@pytest.mark.parametrize("named", ["airlift", None])
def test_a_citation_names_the_measure_and_its_link_keeps_it(named: str | None) -> None:
    view = View(bundled(), Selection(measure=named, day=dt.date(2021, 8, 24)))
    cited = citation.plain(CHARTS["claims"], view, BASE)
    title = f"“Claims over time: {view.measure.label} · published up to 24 August 2021.”"
    assert title in cited
    link = f"{BASE}/claims?day=2021-08-24&measure={view.measure.id}&chart=claims"
    assert cited.endswith(f"{link}\n")
    layer = citation.plain(MAP, View(bundled(), Selection(layer="facts")), BASE)
    assert "“Map of claims: Facts per country.”" in layer


def test_no_two_views_are_cited_under_one_key() -> None:
    chosen = [
        Selection(),
        Selection(day=dt.date(2021, 8, 24)),
        Selection(measure="airlift", layer="facts"),
        Selection(fact="ibt-2021-07-09.1704.control_share"),
    ]
    keys = [
        re.findall(r"@misc\{(.*),", citation.bibtex(chart, View.of(bundled(), each), BASE))[0]
        for chart in (MAP, CHARTS["claims"], None)
        for each in chosen
    ]
    assert len(set(keys)) == len(keys) - 1  # without a chart all measures are cited together
    assert "withdrawal-2021-claims-airlift" in keys


SELECTIONS: Final = (
    Selection(layer="facts", measure="districts"),
    Selection(countries=("IND",), kinds=("personnel",)),
    Selection(sources=("ibt-2021-07-09",), measure="territory"),
    Selection(day=dt.date(2021, 7, 5)),
)


@pytest.mark.parametrize("selection", SELECTIONS, ids=Selection.to_query_string)
@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_picture_citation_sentences_and_table_are_of_the_same_articles(
    chart: Chart, selection: Selection
) -> None:
    view = View(bundled(), selection)
    told = {fact.article_id for fact in chart.facts(view)}
    cited = citation.plain(chart, view, BASE)
    source = chart.drawn(view, Style()).layout["meta"]["source"]
    assert counted_in(source, 3, r"and (\d+) more article") == len(told)
    assert counted_in(cited.partition("Sources: ")[2], 5, r"and (\d+) articles? more") == len(told)
    page = Page(chart_page(chart, view, base=BASE, plotly_js="plotly.js"))
    assert len(page.all("blockquote")) == len(chart.facts(view))
    table = lines_of(chart_file(chart, view, "csv", base=BASE).content)
    assert {line["article_id"] for line in table} == told


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_a_chart_and_its_citation_say_what_only_this_visitor_has(chart: Chart) -> None:
    own = an_article(article_id="own", title="Mine", provisional=True)
    border = {"kind": "control_share", "unit": "percent", "actor": "taliban", "action": "control"}
    fact = a_number("own.1", 71, article_id="own", of="AFG-TJK", **border)
    whole = bundled()
    corpus = Corpus({**whole.articles, "own": own}, {**whole.facts, "own.1": fact})
    view = View(corpus)
    assert len(chart.facts(View(whole))) == len(chart.facts(view)) - 1
    subtitle = chart.drawn(view, Style()).layout["meta"]["subtitle"]
    told = "1 fact added in this session"
    assert subtitle.endswith(told), "of_this_session of charts/parts/sources.py belongs at the end"
    assert "The Daily Example (this session), “Mine”" in citation.plain(chart, view, BASE)


def test_where_not_all_that_was_added_can_be_drawn_a_chart_says_of_how_many() -> None:
    own = an_article(article_id="own", provisional=True)
    facts = [a_fact(f"own.{number}", article_id="own") for number in range(3)]
    assert of_this_session(facts[:1], [own], among=facts) == "1 of 3 facts added in this session"
    assert of_this_session(facts, [own], "†", among=facts) == "† 3 facts added in this session"
    assert of_this_session([], [own], among=facts) == ""


def counted_in(line: str, most: int, rest: str) -> int:
    """How many articles a line names, those that it only counts included."""
    more = re.search(rest, line)
    return most + int(more[1]) if more else len(re.findall(r", \d+ \w+ 2021", line))


def test_a_citation_of_many_articles_names_some_and_counts_the_rest() -> None:
    names = [f"a{place}" for place in range(8)]
    articles = {name: an_article(article_id=name, publisher=f"Paper {name}") for name in names}
    facts = {name: a_fact(name, article_id=name) for name in names}
    cited = citation.plain(None, View(Corpus(articles, facts)), BASE)
    assert "Paper a4" in cited
    assert "Paper a5" not in cited
    assert "and 3 articles more" in cited


def test_nothing_in_view_can_be_cited_too() -> None:
    view = View(Corpus({}, {}))
    assert citation.plain(None, view, BASE) == (
        f"Withdrawal dashboard. “{EVERYTHING}.” Sources: none. {BASE}/\n"
    )
    fields = bibtex_fields(citation.bibtex(None, view, BASE))
    assert "year" not in fields


@pytest.mark.parametrize("text", [*HOSTILE, '"><script>alert(1)</script>', "&quot;&amp;", "'"])
def test_code_for_another_page_is_one_frame_whatever_its_title(text: str) -> None:
    address = f"{BASE}/embed?a=1&b={text}"
    page = Page(citation.embed_code(address, text, 480).encode())
    (frame,) = page.elements
    assert frame.tag == "iframe"
    assert frame.attributes["src"] == address
    assert frame.attributes["title"] == text
    assert "height: 480px" in frame.attributes["style"]
    assert set(frame.attributes) == {"src", "title", "loading", "style"}
