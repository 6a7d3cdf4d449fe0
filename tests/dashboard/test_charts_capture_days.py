"""On which days provinces are said to be taken, when that was reported, and the list of them."""

import datetime as dt
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.charts.parts.markup import escape_markup, shorten
from dashboard.charts.parts.plotted import PlottedMark
from dashboard.components.tables.capture_list import MENU
from dashboard.export.webpage import chart_page
from dashboard.palette import palette
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data.catalog import CATALOG
from data.claims.tellings import best_first
from tests.bundled import bundled
from tests.dashboard.made_up import open_app, open_menu, words_on
from tests.dashboard.mapped import country
from tests.dashboard.test_charts_map_days import AUGUST, STORY, captured, draw, view_of

EARLY = "reported 2021-08-06 without a day"
UNDATED: dict[str, Any] = {"when_start": None, "when_end": None, "when_basis": "none"}


def unbroken(markup: str) -> str:
    return markup.replace("<br>", " ")


def is_of(mark: PlottedMark, code: str) -> bool:
    return (mark.columns["code"], mark.columns["mark"]) == (code, "province")


def test_a_day_of_publication_is_no_day_of_capture() -> None:
    early = captured(AUGUST, "AFG/kunduz", name="e", publisher="The First Paper", **UNDATED)
    late = captured(
        AUGUST + dt.timedelta(30), "AFG/kunduz", name="w", publisher="The Last Paper", **UNDATED
    )
    view = view_of(*STORY, early, late)
    figure = CHARTS["region-map"].figure(view, Style(width=781))
    kunduz = country(figure, "AF-KDZ")
    assert "taken by the Taliban on 8 August 2021" in kunduz.hover
    for day, paper in (("already on 6 August", "First"), ("on 5 September", "Last")):
        assert f"Reported {day} 2021, no day given: The {paper} Paper" in unbroken(kunduz.hover)
        assert f">{day} 2021:" not in kunduz.hover
    assert kunduz.fill == palette("light").taken[1].fill
    assert country(figure, "AF-NIM").fill == palette("light").taken[0].fill
    (shows,) = {m.columns["shows"] for m in CHARTS["region-map"].marks(view) if is_of(m, "AF-KDZ")}
    assert (
        shows == f"taken by Taliban, 2021-08-08 (the earliest day given; also 2021-08-09, {EARLY})"
    )


def test_a_source_of_another_day_is_not_listed_under_the_one_that_counts() -> None:
    early = captured(AUGUST, "AFG/kunduz", name="e", publisher="The First Paper", **UNDATED)
    after = captured(
        AUGUST + dt.timedelta(30), "AFG/kunduz", name="w", publisher="The Last Paper", **UNDATED
    )
    (row,) = (
        row
        for row in CHARTS["region-map"].listed(view_of(*STORY, early, after))
        if row.province == "Kunduz"
    )
    assert row.when == "8 August 2021"
    assert row.sources == (
        "The Early Paper",
        "The Last Paper",
        "The First Paper: reported on 6 August 2021",
        "The Late Paper: 9 August 2021",
    )


def test_a_capture_without_a_day_says_when_it_was_reported() -> None:
    view = view_of(captured(AUGUST, "AFG/zaranj", **UNDATED))
    hover = country(CHARTS["region-map"].figure(view, Style(width=781)), "AF-NIM").hover
    assert "taken by the Taliban, reported on 6 August 2021" in unbroken(hover)
    assert "on 6 August 2021<br>6 August" not in hover
    (shows,) = {m.columns["shows"] for m in CHARTS["region-map"].marks(view) if is_of(m, "AF-NIM")}
    assert shows == "taken by Taliban, reported 2021-08-06"
    assert "Reported on 6 August 2021: Nimroz." in CHARTS["region-map"].alt(view)


def test_a_time_of_several_days_is_not_told_as_its_first() -> None:
    end = AUGUST + dt.timedelta(1)
    weekend = captured(AUGUST, "AFG/kunduz", name="w", when_end=end, publisher="The Weekly")
    hover = country(draw(*STORY, weekend), "AF-KDZ").hover
    assert "6 to 7 August 2021: The Weekly" in hover
    assert "taken by the Taliban on 8 August 2021" in hover


def test_the_sentence_in_a_label_is_one_that_gives_the_day() -> None:
    vague = captured(AUGUST, "AFG/kunduz", name="a", quote="Kunduz had fallen before.", **UNDATED)
    hover = country(draw(vague, *STORY), "AF-KDZ").hover
    assert "had fallen before" not in hover


def test_the_captures_that_the_title_counts_can_be_listed() -> None:
    view = view_of(*STORY, captured(AUGUST, "AFG/herat", name="h", **UNDATED))
    rows = CHARTS["region-map"].listed(view)
    assert [(row.province, row.when) for row in rows] == [
        ("Herat", "Reported on 6 August 2021"),
        ("Nimroz", "6 August 2021"),
        ("Kunduz", "8 August 2021"),
        ("Bamyan", "15 August 2021"),
    ]
    assert rows[2].sources == ("The Early Paper", "The Late Paper: 9 August 2021")
    assert f"{len(rows)} of 34" in CHARTS["region-map"].alt(view)
    assert not CHARTS["region-map"].listed(view_of(*STORY, layer="facts"))


def test_the_exported_page_lists_the_captures_with_their_sentences() -> None:
    page = chart_page(CHARTS["region-map"], view_of(*STORY), base="https://example.org").decode()
    assert "The captures that the map counts (3)" in page
    assert '<a href="#fact-k-2021-08-08.1">Kunduz</a>: 8 August 2021, by Taliban' in page
    assert 'id="fact-k-2021-08-08.1"' in page
    other = chart_page(CHARTS["timeline"], view_of(*STORY), base="https://example.org").decode()
    assert "The captures that the map counts" not in other


def captures_on(app: AppTest) -> list[str]:
    buttons = [b for b in app.button if (b.key or "").startswith("capture-")]
    labels = [(button.label or "").replace("\\", "") for button in buttons]
    return [label for label in labels if label.startswith("**")]


def test_the_list_of_captures_is_a_menu_under_the_map(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app(monkeypatch, CATALOG, day="2021-08-09")
    assert not captures_on(app)
    app = open_menu(app, MENU)
    assert not app.exception
    assert "**Nimroz** · 6 August 2021" in captures_on(app)
    words = words_on(app)
    assert f"{len(captures_on(app))} provinces whose capital is claimed to be taken" in words
    assert "Taken by: Taliban." in words


def test_a_single_capture_is_one_province(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_menu(open_app(monkeypatch, CATALOG, day="2021-08-07"), MENU)
    assert "1 province whose capital is claimed to be taken" in words_on(app)


def test_each_source_of_a_capture_opens_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(bundled(), Selection(day=dt.date(2021, 8, 9)))
    (row,) = (row for row in CHARTS["region-map"].listed(view) if row.province == "Nimroz")
    assert len(row.told_by) > 1
    app = open_app(monkeypatch, CATALOG, day="2021-08-09")
    for place, (source, fact) in enumerate(row.told_by):
        app = open_menu(app, MENU)
        button = app.button(key=f"capture-Nimroz-{place}")
        assert source in (button.label or "").replace("\\", "")
        button.click().run()
        assert app.query_params["fact"] in (fact.fact_id, [fact.fact_id])
        assert f"{place + 1} of {len(row.told_by)} facts on this mark" in words_on(app)


def test_a_capture_that_is_chosen_shows_its_words_and_closes_the_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = open_menu(open_app(monkeypatch, CATALOG, day="2021-08-09"), MENU)
    app.button(key="capture-Nimroz").click().run()
    assert not app.exception
    assert not captures_on(app)
    view = View(bundled(), Selection(day=dt.date(2021, 8, 9)))
    (row,) = (row for row in CHARTS["region-map"].listed(view) if row.province == "Nimroz")
    assert app.query_params["fact"] in (row.fact.fact_id, [row.fact.fact_id])


def test_before_the_first_capture_there_is_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_menu(open_app(monkeypatch, CATALOG, day="2021-07-09"), MENU)
    assert not app.exception
    assert not captures_on(app)


@pytest.mark.parametrize("day", [None, dt.date(2021, 7, 9), dt.date(2021, 8, 13)])
def test_a_click_on_a_mark_begins_with_what_the_pointer_reads(day: dt.date | None) -> None:
    view = View(bundled(), Selection(day=day))
    figure = CHARTS["region-map"].figure(view, Style(width=781))
    read = 0
    for trace in figure.data:
        for hover, click in zip(trace.hovertext or (), trace.customdata or (), strict=False):
            if not click or click[0] != "facts" or "to go through" in hover:
                continue
            first = best_first(view.corpus.facts[name] for name in click[1:])[0]
            assert escape_markup(shorten(first.quote, 60)).rstrip("…") in unbroken(hover)
            read += 1
    assert read >= 4
