"""Where days stand on axes of time, what has no day of its own, and what counts years."""

import dataclasses
import datetime as dt
import itertools
from typing import Any

import pytest

from dashboard.charts.catalogue import CHARTS, MOST_MARKS, Style
from dashboard.charts.parts.caption import Caption
from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.time.axis import day_ticks
from dashboard.charts.time.day_dots import dots_of
from dashboard.charts.time.day_lanes import day_lanes
from dashboard.charts.time.long_times import counts_years, long_times, tells_years
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.article import Article
from data.fact import Fact
from tests.bundled import bundled
from tests.dashboard.mapped import notes
from tests.dashboard.test_charts_map_days import fled, share, view_of

FIRST, DAY = dt.date(2021, 5, 4), dt.timedelta(1)
CROWD = [fled(FIRST + n % 120 * DAY, 10 + n, name=f"n{n}") for n in range(MOST_MARKS + 10)]


def on(told: tuple[Article, Fact], **fields: Any) -> tuple[Article, Fact]:
    """The same told with other fields."""
    article, fact = told
    values = {name: getattr(fact, name) for name in Fact.__dataclass_fields__}
    return article, Fact(**(values | fields))


def dated(told: tuple[Article, Fact]) -> tuple[Article, Fact]:
    when = told[0].published
    return on(told, when_start=when, when_end=when, when_basis="stated")


def views() -> dict[str, View]:
    shares = [share(FIRST + n * 20 * DAY, 50 + n, "a governor", name=f"s{n}") for n in range(5)]
    few = [dated(fled(FIRST + n * 9 * DAY, 10 + n, name=f"f{n}")) for n in range(9)]
    return {
        "crowd": view_of(*map(dated, CROWD)),
        "few": view_of(*few),
        "week": view_of(*few[:1], dated(fled(FIRST + 4 * DAY, 9, name="w"))),
        "claims": view_of(*map(dated, shares), measure="tajik-border"),
    }


@pytest.mark.parametrize("width", [334, 640, 1270])
@pytest.mark.parametrize("name", ["crowd", "few", "week", "claims"])
def test_ticks_and_marks_of_a_day_stand_at_one_place(name: str, width: int) -> None:
    chart = CHARTS["claims" if name == "claims" else "timeline"]
    figure = chart.figure(views()[name], Style(width=width))
    axis = figure.layout.xaxis
    assert len(axis.tickvals) >= 2
    for at, words in zip(axis.tickvals, axis.ticktext, strict=True):
        day = dt.datetime.fromisoformat(at)
        assert day.hour == 12
        assert words == f"{day.day} {day:%b}"
    marks = [x for trace in figure.data for x in trace.x or () if x and trace.hovertext]
    assert marks
    assert all(str(x).endswith("12:00") for x in marks)


@pytest.mark.parametrize("days", [3, 20, 46, 141, 400, 1000, 9000])
@pytest.mark.parametrize("most", [2, 5, 12])
def test_ticks_are_few_and_even(days: int, most: int) -> None:
    ticks = day_ticks(FIRST, FIRST + (days - 1) * DAY, most)
    shown = [dt.datetime.fromisoformat(at) for at in ticks["tickvals"]]
    assert 1 <= len(shown) <= most
    gaps = [(b - a).days for a, b in itertools.pairwise(shown)]
    assert not gaps or max(gaps) - min(gaps) <= 0.1 * max(gaps)


def test_what_has_no_day_of_its_own_is_hollow_and_said() -> None:
    known, *others = map(dated, CROWD)
    undated = share(FIRST + 200 * DAY, 60, "a governor", name="u")
    view = view_of(known, *others, undated)
    figure = CHARTS["timeline"].figure(view, Style(width=1000))
    symbols = {
        (x, symbol)
        for trace in figure.data
        if trace.hovertext
        for x, symbol in zip(trace.x, trace.marker.symbol, strict=True)
    }
    assert [x for x, symbol in symbols if symbol == 100] == [f"{FIRST + 200 * DAY} 12:00"]
    subtitle = notes(figure)["subtitle"]
    assert "1 gives no day and stands where first reported (hollow dots: only such)" in subtitle
    plain = CHARTS["timeline"].figure(view_of(*map(dated, CROWD)), Style(width=1000))
    assert "no day" not in notes(plain)["subtitle"]
    assert {trace.marker.symbol for trace in figure.data if trace.showlegend is not False} == {None}


def test_the_chart_of_a_measure_says_that_undated_claims_stand_where_reported() -> None:
    told = share(FIRST, 60, "a governor", name="u"), dated(share(FIRST, 50, "a mayor", name="v"))
    said = "Claims without a day of their own stand on the day they were first reported"
    for claims, expected in ((told, True), (told[1:], False)):
        view = view_of(*claims, measure="tajik-border")
        subtitle = notes(CHARTS["claims"].figure(view, Style(width=1000)))["subtitle"]
        assert (said in subtitle) is expected


def test_the_chart_of_a_measure_says_how_many_claims_have_no_day_to_stand_on() -> None:
    article, fact = share(FIRST, 60, "a governor", name="u")
    nowhere = dataclasses.replace(article, published=None), fact
    for claims, expected in (([nowhere], True), ([(article, fact)], False)):
        known = dated(share(FIRST, 50, "a mayor", name="v"))
        view = view_of(known, *claims, measure="tajik-border")
        subtitle = notes(CHARTS["claims"].figure(view, Style(width=1000)))["subtitle"]
        assert ("1 claim without a known day not shown" in subtitle) is expected


def test_what_counts_years_stands_on_no_day() -> None:
    words = "Germany lost 59 soldiers in two decades."
    total = fled(FIRST, 59, kind="casualties", quote=words, sentence_end=len(words), name="y")
    span = FIRST, FIRST + 300 * DAY
    view = view_of(*CROWD, total)
    drawn = {claim.fact for dot in dots_of(view.claims_around, span) for claim in dot.claims}
    assert len(drawn) == len(CROWD)
    figure = CHARTS["timeline"].figure(view, Style(width=1000))
    assert "1 claim about other times or many years not shown" in notes(figure)["subtitle"]
    few = CHARTS["timeline"].figure(view_of(CROWD[0], total), Style(width=1000))
    assert "1 claim without any date or about many years" in notes(few)["subtitle"]


def test_years_are_told_by_days_or_by_words() -> None:
    _, fact = dated(CROWD[0])
    assert not counts_years(fact)
    long = {"when_start": dt.date(2001, 10, 7), "when_end": FIRST}
    assert counts_years(on((None, fact), **long)[1])  # type: ignore[arg-type]
    for pattern in long_times().pattern:
        assert all(map(tells_years, pattern.examples))
    assert not any(map(tells_years, long_times().not_matched.words))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("crowd", "Colour: the party named most; size: 1 to 2 claims"),
        ("claims", "Colour: who says so"),
    ],
)
def test_a_key_says_what_colours_and_sizes_mean(name: str, words: str) -> None:
    chart = CHARTS["claims" if name == "claims" else "timeline"]
    for width in (334, 1270):
        layout = chart.figure(views()[name], Style(width=width)).layout
        assert layout.legend.title.text == words
        assert layout.legend.title.side == "top"


def test_the_key_of_single_marks_says_what_colours_mean() -> None:
    layout = CHARTS["timeline"].figure(views()["few"], Style(width=1270)).layout
    assert layout.legend2.title.text == "Colour: who acts or holds"


def test_a_dot_has_the_colour_of_the_party_named_most_and_none_where_nobody_is() -> None:
    actors: tuple[tuple[int, str | None], ...] = (
        (0, "taliban"),
        (0, "taliban"),
        (0, "usa-government"),
        (0, None),
        (2, None),
        (4, "taliban"),
        (4, "usa-government"),
    )
    told = [
        on(dated(fled(FIRST + day * DAY, 10 + n, name=f"n{n}")), actor=actor)
        for n, (day, actor) in enumerate(actors)
    ]
    view = view_of(*told)
    figure = day_lanes(
        view.claims,
        view.articles,
        (FIRST, FIRST + 5 * DAY),
        highlight=Highlight(),
        theme="light",
        width=900,
        caption=Caption(),
    ).figure()
    colours = {str(trace.x[0])[:10]: trace.name for trace in figure.data if trace.hovertext}
    assert colours == {
        str(FIRST): "Taliban",
        str(FIRST + 2 * DAY): "No party named",
        str(FIRST + 4 * DAY): "Others or several",
    }


@pytest.mark.parametrize("width", [330, 720, 1200])
def test_the_name_of_the_last_day_has_room(width: int) -> None:
    view = View.of(bundled(), Selection())
    axis = CHARTS["timeline"].figure(view, Style(width=width)).layout.xaxis
    start, end, last = (
        dt.datetime.fromisoformat(str(when)) for when in (*axis.range, axis.tickvals[-1])
    )
    pixels = (axis.domain[1] - axis.domain[0]) * (width - 20)
    assert (end - last) / (end - start) * pixels + 10 > 20
