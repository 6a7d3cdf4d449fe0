"""The page of claims: a measure over time, who agrees with whom, and the words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re
from typing import Any

import pytest

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.charts.claims.labels import label_of
from dashboard.charts.claims.over_time import PLOT_HEIGHT, claims_over_time
from dashboard.charts.claims.story import measure_story
from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.parts.text_width import text_width
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.bounds import bounds
from dashboard.words.claims import said
from data import lexicon
from data.catalog import CATALOG
from data.corpus import Corpus
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.made_up import a_fact, a_number, an_article, open_app, words_on
from tests.dashboard.mapped import notes

BORDER: dict[str, Any] = {
    "kind": "control_share",
    "action": "control",
    "actor": "taliban",
    "unit": "percent",
    "of": "AFG-TJK",
    "places": ("AFG-TJK",),
}


def a_corpus(*facts: Fact) -> Corpus:
    """A corpus of facts, each article published on the day of July its id ends in."""
    articles = {
        name: an_article(article_id=name, published=dt.date(2021, 7, int(name.split("-")[1])))
        for name in {fact.article_id for fact in facts}
    }
    return Corpus(articles, {fact.fact_id: fact for fact in facts})


def a_share(article: str, who: str | None, claimant: str | None, **amount: Any) -> Fact:
    named: dict[str, Any] = {"article_id": article, "attributed_to": who, "claimant": claimant}
    return a_fact(f"{article}.1", **({"qualifier": "exact"} | BORDER | named | amount))


EXACT = a_share("a-1", "Moscow", "rus-government", value=85, low=85, high=85)
LIKE_UP_TO: dict[str, Any] = {"value": 80, "low": None, "high": 80, "qualifier": "up_to"}
OVER = a_share("a-2", "Taliban", "taliban", value=70, low=70, high=None, qualifier="over")
UP_TO = a_share("a-3", "Dushanbe", "tjk-government", **LIKE_UP_TO)
ABOUT = a_share("a-4", "Moscow", "rus-government", value=67, low=None, high=None, qualifier="about")
RANGE = a_share("a-5", None, None, value=None, low=90, high=100, qualifier="range")
CORPUS = a_corpus(EXACT, OVER, UP_TO, ABOUT, RANGE)


def drawn(view: View, width: int = 1200) -> Any:
    return claims_over_time(
        measure_story(view), highlight=Highlight(), theme="light", width=width, caption=Caption()
    ).figure()


def traces(figure: Any, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name]


def test_each_claim_is_drawn_as_its_words_bound_it() -> None:
    figure = drawn(View(CORPUS))
    (marks,) = traces(figure, "claims")
    assert list(marks.y) == [85, 70, 80, 67, 95]
    assert list(marks.marker.symbol) == ["circle"] * 3 + ["circle-open", "line-ew"]
    (bar,) = traces(figure, "range")
    assert list(bar.y) == [90, 100]
    up, down = traces(figure, "open end")
    assert up.y[1] > up.y[0] == 70
    assert down.y[1] < down.y[0] == 80


def test_a_range_without_a_limit_is_a_bar_that_an_arrow_goes_on_from() -> None:
    both = a_share("a-5", "X", "x", value=80, low=70, high=None, qualifier="range")
    figure = drawn(View(a_corpus(both)))
    (bar,), (arrow,) = traces(figure, "range"), traces(figure, "open end")
    assert list(bar.y) == [70, 80]
    assert arrow.y[1] > arrow.y[0] == 80
    assert bounds(both) == "Anything from the lower end on; the upper one is no limit."


def test_colour_is_the_claimants_and_nobody_has_none() -> None:
    figure = drawn(View(CORPUS))
    (marks,) = traces(figure, "claims")
    moscow, taliban, dushanbe, again, nobody = marks.marker.color
    assert moscow == again
    assert len({moscow, taliban, dushanbe, nobody}) == 4
    assert {trace.name for trace in figure.data if trace.showlegend} == {
        "Russia",
        "Taliban",
        "Tajikistan",
        "No claimant named",
    }


def highlighted(highlight: Highlight) -> Any:
    return claims_over_time(
        measure_story(View(CORPUS)),
        highlight=highlight,
        theme="light",
        width=1200,
        caption=Caption(),
    ).figure()


def test_a_chosen_fact_that_is_not_in_the_chart_dims_nothing() -> None:
    (plain,) = traces(drawn(View(CORPUS)), "claims")
    (elsewhere,) = traces(highlighted(Highlight(facts=frozenset({"b-1"}))), "claims")
    (here,) = traces(highlighted(Highlight(facts=frozenset({EXACT.fact_id}))), "claims")
    assert elsewhere.marker.opacity == plain.marker.opacity
    assert len(set(here.marker.opacity)) == 2


def test_where_no_claim_concerns_the_chosen_countries_the_chart_says_so() -> None:
    nobody = highlighted(Highlight(places=("IND", "CHN"))).layout.meta["subtitle"]
    assert nobody.startswith("No claim on this concerns India or China. ")
    told = highlighted(Highlight(places=("IND", "TJK"))).layout.meta["subtitle"]
    assert "No claim" not in told
    assert "concerns" not in drawn(View(CORPUS)).layout.meta["subtitle"]


@pytest.mark.parametrize(
    ("countries", "note"),
    [
        ("IND", "No claim on this concerns India. Shown is the first that stands."),
        ("TJK", "The first that stands. Choose any to see its words."),
        ("", "The first that stands. Choose any to see its words."),
    ],
)
def test_the_page_says_why_it_shows_a_claim(
    monkeypatch: pytest.MonkeyPatch, countries: str, note: str
) -> None:
    assert note in words_on(open_app(monkeypatch, page="claims", countries=countries))


@pytest.mark.parametrize(
    ("query", "words"),
    [({"dates": "2025-01-01.."}, "passes the filters"), ({"day": "2021-06-01"}, "yet")],
)
def test_where_nothing_is_claimed_the_page_says_why(
    monkeypatch: pytest.MonkeyPatch, query: dict[str, str], words: str
) -> None:
    app = open_app(monkeypatch, None, page="claims", **query)
    assert f"No claim on this {words}" in words_on(app)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_without_marks_names_no_article_as_its_source(name: str) -> None:
    empty = View(CORPUS, Selection(kinds=("money",)))
    source = CHARTS[name].drawn(empty, Style()).layout["meta"]["source"]
    assert "The Daily Example" not in source
    assert not source or source.startswith("Source: boundaries")


def test_the_axis_names_the_denominator() -> None:
    for measure in lexicon.measures():
        figure = drawn(View(CORPUS, Selection(measure=measure)))
        titles = [note.text for note in figure.layout.annotations if note.name == "axis title"]
        assert titles == [lexicon.measures()[measure].axis]


def test_a_claimant_who_changed_the_figure_has_a_line_from_the_one_to_the_other() -> None:
    (line,) = traces(drawn(View(CORPUS)), "series")
    assert list(line.y) == [85, 85, 67, 67]


@pytest.mark.parametrize("width", [330, 1200])
def test_claims_that_coincide_stand_side_by_side_and_the_chart_says_so(width: int) -> None:
    over: dict[str, Any] = {"value": 70, "low": 70, "high": None, "qualifier": "over"}
    both = a_share("a-5", "X", "tjk-source", **over), a_share("b-5", "Taliban", "taliban", **over)
    alone = a_share("c-5", "Moscow", "rus-government", value=95, low=95, high=95)
    later = a_share("d-9", "X", "tjk-source", value=80, low=80, high=80)
    figure = drawn(View(a_corpus(*both, alone, later)), width=width)
    (marks,) = traces(figure, "claims")
    own = sorted(at for at, y in zip(marks.x, marks.y, strict=True) if y == 70)
    before, after = (dt.datetime.fromisoformat(time) for time in own)
    noon = "2021-07-05 12:00"
    middle = before + (after - before) / 2
    assert abs(middle - dt.datetime.fromisoformat(noon)) <= dt.timedelta(minutes=1)
    assert marks.x[list(marks.y).index(95)] == noon
    # A dot of 11 pixels with its outline of 2.5.
    start, end = (dt.date.fromisoformat(day) for day in figure.layout.xaxis.range)
    left, right = figure.layout.xaxis.domain
    assert (after - before) / (end - start) * (right - left) * (width - 20) > 13.5
    # Arrows and steps stand where their dots do.
    assert sorted(arrow.x[0] for arrow in traces(figure, "open end")) == own
    assert [step.x[0] for step in traces(figure, "series")] == own[1:]
    assert "side by side" in notes(figure)["subtitle"]


@pytest.mark.parametrize("width", [330, 1200])
def test_no_mark_of_a_day_covers_another_or_its_arrow(width: int) -> None:
    over: dict[str, Any] = {"high": None, "qualifier": "over"}
    shares = (60.0, 60.0, 63.0, 66.0, 71.0)
    many = [
        a_share(f"{letter}-5", letter, None, value=share, low=share, **over)
        for letter, share in zip("abcde", shares, strict=True)
    ]
    figure = drawn(View(a_corpus(*many)), width=width)
    ends = {arrow.x[0]: max(arrow.y) for arrow in traces(figure, "open end")}
    assert len(ends) == len(set(ends.values())) + 1 == len(shares)
    start, end = (dt.date.fromisoformat(day) for day in figure.layout.xaxis.range)
    left, right = figure.layout.xaxis.domain
    a_pixel = (end - start) / ((right - left) * (width - 20))
    middles = sorted(dt.datetime.fromisoformat(at) for at in ends)
    assert min(b - a for a, b in itertools.pairwise(middles)) > 13.5 * a_pixel


def test_the_chart_says_what_its_dotted_lines_are() -> None:
    changed = View(CORPUS, Selection(day=dt.date(2021, 7, 5)))
    told = notes(drawn(changed))["subtitle"]
    assert "Dotted steps lead from a claimant's figure to the next" in told
    assert "The upright dotted line is 5 July 2021" in told
    alone = notes(drawn(View(a_corpus(EXACT))))["subtitle"]
    assert "otted" not in alone


def test_claims_apart_stand_at_noon_of_their_days() -> None:
    figure = drawn(View(CORPUS))
    (marks,) = traces(figure, "claims")
    assert {at.partition(" ")[2] for at in marks.x} == {"12:00"}
    assert "side by side" not in notes(figure)["subtitle"]


def test_names_beside_the_plot_do_not_lie_on_each_other() -> None:
    shares = [
        a_share(f"a-{day}", f"Claimant {day}", None, value=70 + day / 10, low=70, high=80)
        for day in range(1, 9)
    ]
    figure = drawn(View(a_corpus(*shares)))
    heights = sorted(note.y for note in figure.layout.annotations if note.name == "standing")
    assert len(heights) == 8
    apart = [high - low for low, high in itertools.pairwise(heights)]
    assert min(apart) > 4
    assert heights[0] >= 0


def test_a_long_name_beside_the_plot_is_broken_and_not_cut() -> None:
    who = "source in the State Committee for National Security"
    long = [
        a_share(f"a-{day}", who, f"actor-{day}", **LIKE_UP_TO | {"value": share, "high": share})
        for day, share in ((2, 80), (3, 79))
    ]
    figure = drawn(View(a_corpus(*long, EXACT)))
    labels = [note for note in figure.layout.annotations if note.name == "standing"]
    assert [label.text.replace("<br>", " ") for label in labels] == [
        "85% · Moscow",
        f"At most 80% · {who}",
        f"At most 79% · {who}",
    ]
    right = figure.layout.margin.r + (1 - figure.layout.xaxis.domain[1]) * (1200 - 20)
    for label in labels:
        for line in label.text.split("<br>"):
            assert label.xshift + text_width(line, label.font.size) <= right
    a_pixel = figure.layout.yaxis.range[1] / PLOT_HEIGHT
    assert labels[1].y - labels[2].y > 2 * labels[1].font.size * 1.3 * a_pixel


def test_a_whole_that_differs_is_said() -> None:
    counts: dict[str, Any] = {"kind": "districts", "unit": "count", "places": ("AFG",)}
    facts = [
        a_number(f"a-{day}.{kind}", value, article_id=f"a-{day}", action=kind, **counts, **who)
        for day, (held, whole) in enumerate([(204, 407), (212, 419)], start=1)
        for kind, value, who in (
            ("control", held, {"actor": "taliban"}),
            ("total", whole, {}),
        )
    ]
    view = View(a_corpus(*facts), Selection(measure="districts"))
    story = measure_story(view)
    assert [said(claim.fact, story.wholes) for claim in story.claims] == [
        "204 of 407",
        "212 of 419",
    ]
    assert label_of(story.claims[0].fact, story.wholes) == "204 of 407 · no claimant named"
    subtitle = next(note.text for note in drawn(view).layout.annotations if note.name == "subtitle")
    assert "wholes that differ: 407, 419" in subtitle.replace("<br>", " ")


def test_claims_of_other_measures_are_not_on_the_axis() -> None:
    other = a_share("a-6", "Kabul", "afg-government", value=50, low=50, high=50, of="AFG")
    view = View(a_corpus(EXACT, other))
    assert [claim.fact for claim in measure_story(view).claims] == [EXACT]


def test_the_page_tells_who_agrees_and_who_contradicts(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, page="claims", day="2021-07-09", measure="tajik-border")
    assert not app.exception
    words = words_on(app)
    assert "On 9 July 2021" in words
    assert re.search(r"\*\*About two.{1,2}thirds to almost the whole\*\*, from 5 claims", words)
    assert "that agree" in words
    assert "Contradictions" in words
    assert ":gray[against]" in words
    table = app.dataframe[0].value
    assert list(table)[:3] == ["claim", "number", "to"]
    assert "85%" in set(table["claim"])
    assert (
        dict(zip(table["claim"], table["number"], strict=True))["About two-thirds (66.7%)"] == 66.7
    )


def test_a_claim_is_chosen_and_its_sentence_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, page="claims", day="2021-07-09")
    claim = next(b for b in app.button if (b.key or "").startswith("camp-"))
    claim.click().run()
    fact = (claim.key or "").partition("-")[2].partition("-")[2]
    assert app.query_params["fact"] in (fact, [fact])


def test_every_claim_that_stands_has_a_row_and_the_first_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_app(monkeypatch, CATALOG, page="claims", day="2021-08-14", measure="capitals")
    rows = [re.fullmatch(r"camp-\d+-(.+)", button.key or "") for button in app.button]
    in_list = [row[1] for row in rows if row]
    assert len(in_list) > len(set(in_list))  # one agrees with several that disagree
    assert f"from {len(set(in_list))} claims" in words_on(app)
    links: list[Any] = list(app.get("page_link"))
    assert f"day=2021-08-14&fact={in_list[0]}" in {link.proto.query_string for link in links}


def test_how_claims_are_joined_is_explained_with_the_numbers_of_the_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = words_on(open_app(monkeypatch, page="claims"))
    rules = lexicon.comparing()
    assert f"within {rules.news_lasts} days" in words
    assert f"for {rules.stands_for} days" in words
    assert "1,000 is" in words


def test_an_unknown_measure_is_named_and_the_first_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, page="claims", measure="moon")
    assert any("measure\\=moon" in warning.value for warning in app.warning)
    assert not app.exception


def test_without_a_measure_the_first_that_has_claims_is_shown() -> None:
    counts: dict[str, Any] = {"kind": "districts", "unit": "count", "places": ("AFG",)}
    held = a_number("a-1.1", 204, article_id="a-1", action="control", actor="taliban", **counts)
    assert View(a_corpus(held)).measure.id == "districts"
    assert View(a_corpus(held, EXACT)).measure.id == "tajik-border"
    assert View(a_corpus(held), Selection(measure="territory")).measure.id == "territory"
    assert View(a_corpus()).measure.id == next(iter(lexicon.measures()))
    both = a_corpus(held, OVER)
    of_one = Selection(sources=("a-1",))
    assert View(both, of_one).measure.id == "districts"
    early = dataclasses.replace(of_one, day=dt.date(2021, 7, 1), countries=("IND",))
    assert View(both, early).measure.id == "districts"
    assert View(both, Selection(kinds=("money",))).measure.id == "tajik-border"


def test_without_a_measure_that_of_the_chosen_fact_is_shown() -> None:
    counts: dict[str, Any] = {"kind": "districts", "unit": "count", "places": ("AFG",)}
    held = a_number("a-1.1", 204, article_id="a-1", action="control", actor="taliban", **counts)
    other = a_fact("a-2.9", article_id="a-2", kind="warning")
    both = a_corpus(held, OVER, other)
    assert View(both, Selection(fact="a-1.1")).measure.id == "districts"
    assert View(both, Selection(fact="a-1.1", measure="territory")).measure.id == "territory"
    for fact in ("a-2.9", "gone"):
        assert View(both, Selection(fact=fact)).measure.id == "tajik-border"


def test_the_page_stays_at_its_measure_when_the_fact_it_was_opened_for_is_let_go_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = View(bundled(), Selection(measure="districts"))
    fact = measure_story(held).claims[0].fact.fact_id
    app = open_app(monkeypatch, CATALOG, page="claims", fact=fact)
    assert app.session_state["measure-choice"] == "districts"
    app.button(key="clear-selection").click().run()
    assert not app.query_params.get("fact")
    assert app.session_state["measure-choice"] == "districts"


def test_another_measure_than_the_chosen_facts_can_be_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fact = measure_story(View(bundled(), Selection(measure="districts"))).claims[0].fact.fact_id
    app = open_app(monkeypatch, CATALOG, page="claims", fact=fact)
    pills: Any = app.get("button_group")
    pills = next(each for each in pills if each.key == "measure-choice")
    pills.set_value("tajik-border").run()
    assert app.session_state["measure-choice"] == "tajik-border"
    assert app.query_params["measure"] in ("tajik-border", ["tajik-border"])


@pytest.mark.parametrize("measure", lexicon.measures())
def test_every_measure_of_the_corpus_has_claims(measure: str) -> None:
    view = View(bundled(), Selection(measure=measure))
    assert measure_story(view).claims
    assert CHARTS["claims"].alt(view)
    assert CHARTS["claims"].draw(view, Style()).data


def test_the_denominator_and_the_claimant_are_the_same_wherever_a_claim_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = "interfax-2021-07-09-85-percent.463.districts"
    app = open_app(monkeypatch, CATALOG, page="claims", measure="districts", fact=held)
    assert not app.exception
    assert "About 250 of 398 districts" in words_on(app)
    rows = "".join(html.proto.body for html in app.get("html"))
    assert ">Out of</th><td>398<" in rows
    assert ">Claimant</th><td>Latif Mansur<" in rows
    table = app.dataframe[0].value
    (row,) = table[table["claim"] == "About 250 of 398"].to_dict("records")
    assert row["claimant"] == "Latif Mansur"


def test_the_table_of_facts_has_the_denominator(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, page="facts", kinds="districts")
    app.button(key="turn-rows").click().run()
    assert "About 250 of 398" in set(app.dataframe[0].value["claim"])


def test_a_part_has_a_mark_of_its_own_and_is_not_the_low_end_of_its_whole() -> None:
    view = View(bundled(), Selection(measure="airlift", day=dt.date(2021, 8, 31)))
    figure = drawn(view)
    (marks,) = traces(figure, "claims")
    parts = [y for y, sign in zip(marks.y, marks.marker.symbol, strict=True) if "diamond" in sign]
    assert parts == [79_000]
    words = {note.name: note.text.replace("<br>", " ") for note in figure.layout.annotations}
    assert "79,000" not in words["title"]
    assert "Diamonds count a part" in words["subtitle"]
    labels = [note.text for note in figure.layout.annotations if note.name == "standing"]
    assert any(label.startswith("More than 79,000 (US military)") for label in labels)
    assert "More than 79,000 (US military aircraft), General" in CHARTS["claims"].alt(view)


def test_the_evidence_says_on_whose_planes(monkeypatch: pytest.MonkeyPatch) -> None:
    part = "smarther-2021-08-31-mckenzie.144.evacuated"
    app = open_app(monkeypatch, CATALOG, page="claims", measure="airlift", fact=part)
    rows = "".join(html.proto.body for html in app.get("html"))
    assert ">Flown out by</th><td>US military aircraft, a part of all<" in rows


def test_beside_the_plot_the_chosen_telling_speaks_for_its_claim() -> None:
    view = View(bundled(), Selection(measure="districts", day=dt.date(2021, 7, 10)))
    for chosen, label in (
        (None, "About 250 of 398 · Latif Mansur"),
        (
            "eastcoast-2021-07-10-lwj.545.districts",
            "About 250 of 400 · their delegation in Moscow (Taliban)",
        ),
    ):
        figure = claims_over_time(
            measure_story(view),
            highlight=Highlight(facts=frozenset({chosen} if chosen else ())),
            theme="light",
            width=1200,
            caption=Caption(),
        ).figure()
        beside = [note.text for note in figure.layout.annotations if note.name == "standing"]
        assert label in {text.replace("<br>", " ") for text in beside}
