from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.selecting.selectable import Selectable
from dashboard.selecting.selection import (
    MOST_CHARACTERS,
    PARAMETERS,
    SHOWN_LENGTH,
    Period,
    Selection,
    parse_query,
    shorten,
    summary_of_dropped,
)

SOURCES = ("ibt", "ap")
FACTS = ("ibt-1.9.capture", "ibt-2")
KNOWN = Selectable(
    countries=("TJK", "UZB", "AFG-TJK", "AFG/kunduz"),
    actors=("taliban", "rus-foreign-ministry"),
    kinds=("personnel", "capture", "pledge"),
    sources=SOURCES,
    layers=("parts", "facts"),
    charts=("region-map", "timeline"),
    facts=FACTS,
)


def _one(values: Iterable[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(tuple(values))


def _lists(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    sampled = st.sampled_from(tuple(values))
    return st.lists(sampled, unique=True).map(tuple)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    ends = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    start, end = draw(st.sampled_from([(0, 1), (0, None), (None, 1), (0, 0)]))
    return Period(
        None if start is None else ends[start],
        None if end is None else ends[end],
    )


selections = st.builds(
    Selection,
    countries=_lists(KNOWN.countries),
    dates=st.none() | periods(),
    actors=_lists(KNOWN.actors),
    kinds=_lists(KNOWN.kinds),
    sources=_lists(SOURCES),
    layer=_one(KNOWN.layers),
    chart=_one(KNOWN.charts),
    fact=_one(FACTS),
    article=_one(SOURCES),
)


def read(query: str) -> tuple[Selection, tuple[str, ...]]:
    return Selection.from_query(parse_query(query), KNOWN)


@given(selections)
def test_what_a_link_says_is_read_back(selection: Selection) -> None:
    assert read(selection.to_query_string()) == (selection, ())


@given(st.dictionaries(st.text(max_size=20), st.lists(st.text(max_size=60), max_size=4)))
def test_any_query_opens_and_gives_only_what_exists(query: dict[str, list[str]]) -> None:
    selection, dropped = Selection.from_query(query, KNOWN)
    assert read(selection.to_query_string()) == (selection, ())
    assert all(len(item) <= SHOWN_LENGTH + len("countries=…") for item in dropped)
    assert all(item.isprintable() for item in dropped)


@given(st.text())
def test_any_text_after_the_question_mark_opens(text: str) -> None:
    selection, _ = read(text)
    assert read(selection.to_query_string()) == (selection, ())


@pytest.mark.parametrize(
    ("selection", "query"),
    [
        (Selection(), ""),
        (Selection(countries=("TJK", "UZB")), "countries=TJK,UZB"),
        (Selection(countries=("AFG/kunduz",), fact="ibt-2"), "countries=AFG/kunduz&fact=ibt-2"),
        (
            Selection(dates=Period(dt.date(2021, 7, 5), dt.date(2021, 7, 9))),
            "dates=2021-07-05..2021-07-09",
        ),
        (Selection(dates=Period(end=dt.date(2021, 7, 9))), "dates=..2021-07-09"),
    ],
)
def test_links_are_short_and_readable(selection: Selection, query: str) -> None:
    assert selection.to_query_string() == query


@pytest.mark.parametrize(
    ("base", "page", "link"),
    [
        ("https://example.org/", "", "https://example.org/?fact=ibt-2"),
        ("https://example.org/sub", "article", "https://example.org/sub/article?fact=ibt-2"),
    ],
)
def test_a_link_starts_with_the_address_of_the_dashboard(base: str, page: str, link: str) -> None:
    assert Selection(fact="ibt-2").link(base, page) == link


def test_a_link_of_version_0_1_still_opens() -> None:
    selection, dropped = read("place=TJK&claimants=taliban&kinds=pledge&fact=ibt-2&article=ap")
    assert selection == Selection(
        countries=("TJK",), actors=("taliban",), kinds=("pledge",), fact="ibt-2", article="ap"
    )
    assert dropped == ()


def test_repeated_parameters_and_commas_both_make_lists() -> None:
    selection, dropped = read("kinds=pledge,personnel&kinds=capture")
    assert selection.kinds == ("pledge", "personnel", "capture")
    assert dropped == ()


def test_every_unknown_value_and_parameter_is_named_and_the_rest_holds() -> None:
    selection, dropped = read(
        "countries=TJK,XYZ&place=ABC&fact=gone&kinds=pledge,nope&layer=3d&dates=soon&colour=red"
    )
    assert selection == Selection(countries=("TJK",), kinds=("pledge",))
    assert dropped == (
        "colour",
        "countries=XYZ",
        "place=ABC",
        "dates=soon",
        "kinds=nope",
        "layer=3d",
        "fact=gone",
    )


def test_a_second_value_where_one_is_possible_is_named() -> None:
    selection, dropped = read("fact=ibt-2&fact=ibt-1.9.capture&dates=2021-07-05&dates=2021-07-06..")
    assert selection.fact == "ibt-2"
    assert selection.dates == Period(dt.date(2021, 7, 5), dt.date(2021, 7, 5))
    assert dropped == ("dates=2021-07-06..", "fact=ibt-1.9.capture")


@pytest.mark.parametrize(
    "text", ["", "..", "2021-07-09..2021-07-05", "2021-7-5", "2021-02-30", "x.."]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  the standard library's words for dates
        Period.parse(text)


@pytest.mark.parametrize(
    ("period", "touched"),
    [("2021-07-05..", True), ("..2021-07-05", False), ("2021-07-07", True), ("2021-07-10", False)],
)
def test_a_period_touches_what_shares_a_day_with_it(period: str, touched: bool) -> None:
    assert Period.parse(period).touches(dt.date(2021, 7, 6), dt.date(2021, 7, 9)) is touched


def test_a_link_of_100_kilobytes_opens_and_keeps_what_comes_first() -> None:
    selection, dropped = read("countries=TJK&fact=" + "X" * 100_000)
    assert selection == Selection(countries=("TJK",))
    assert dropped == ("the rest of a very long link",)
    many = "&".join(["kinds=pledge", *(f"p{number}={'x' * 50}" for number in range(2_000))])
    assert len(many) > 100_000 > MOST_CHARACTERS
    selection, dropped = read(many)
    assert selection == Selection(kinds=("pledge",))
    assert summary_of_dropped(dropped).startswith("“p0”, “p1”, “p2” and ")


def test_a_shortened_value_has_no_control_characters() -> None:
    assert shorten("a\nb\x1b[31m\u202e") == "a�b�[31m�"


def test_many_dropped_values_make_one_line() -> None:
    assert summary_of_dropped(["a", "b", "c", "d", "e"]) == "“a”, “b”, “c” and 2 more"


def test_choosing_the_same_place_again_lets_go_of_it() -> None:
    chosen = Selection(fact="ibt-2").toggle_place("TJK")
    assert chosen == Selection(countries=("TJK",))
    assert chosen.toggle_place("TJK") == Selection()


def test_choosing_one_of_several_places_keeps_that_one_alone() -> None:
    assert Selection(countries=("TJK", "UZB")).toggle_place("UZB") == Selection(countries=("UZB",))


def test_choosing_the_same_fact_again_lets_go_of_it_and_keeps_the_place() -> None:
    chosen = Selection(countries=("TJK",)).toggle_fact("ibt-2")
    assert chosen == Selection(countries=("TJK",), fact="ibt-2")
    assert chosen.toggle_fact("ibt-2") == Selection(countries=("TJK",))


def test_a_link_to_a_fact_opens_it_though_its_kind_has_changed() -> None:
    known = Selectable(kinds=("capture", "evacuated"), facts={"ap.27.evacuated", "ap.90.capture"})
    for kind in ("evacuated", "other_count"):
        asked = {"fact": [f"ap.27.{kind}"]}
        assert Selection.from_query(asked, known) == (Selection(fact="ap.27.evacuated"), ())
    _, dropped = Selection.from_query({"fact": ["ap.28.evacuated"]}, known)
    assert dropped == ("fact=ap.28.evacuated",)


def test_a_chart_or_a_fact_alone_filters_nothing() -> None:
    assert not Selection(fact="ibt-2", article="ap", chart="timeline", layer="facts").filters
    assert Selection(kinds=("pledge",)).filters
    assert Selection(dates=Period(dt.date(2021, 7, 5))).filters


def test_parameters_are_the_fields() -> None:
    assert PARAMETERS == (
        "countries",
        "dates",
        "day",
        "actors",
        "kinds",
        "sources",
        "layer",
        "measure",
        "chart",
        "fact",
        "article",
    )
