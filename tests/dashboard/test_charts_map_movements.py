"""Movements on the map: arrows with their numbers, and what they lead to."""

import dataclasses
import datetime as dt

import pytest

from dashboard.charts.region.frame import region, screen_angle
from dashboard.charts.region.told_lines import movements_told
from dashboard.palette import palette
from data.article import Article
from tests.dashboard.mapped import (
    ARTICLE,
    FLED,
    HELD,
    STORY,
    country,
    draw,
    facts_of,
    known,
    named,
    notes,
)
from tests.dashboard.test_charts_text import fact


def test_movements_that_differ_are_one_arrow_with_all_their_numbers() -> None:
    changes = {"fact_id": "a-9", "fact_group": "a-g9", "value": 321.0, "low": 321.0, "high": 321.0}
    other = fact(**(facts_of(FLED) | changes | {"qualifier": "exact"}))
    (label,) = named(draw([FLED, other]), "movement label")
    assert label.text == ("<b>over 300 to<br>321<br>guards</b>",)
    assert label.customdata == (["facts", "a-2", "a-9"],)


def test_labels_of_arrows_that_fan_out_stand_on_both_sides() -> None:
    elsewhere = {"fact_id": "a-9", "fact_group": "a-g9", "destination": "TJK", "value": 20.0}
    (labels,) = named(draw([FLED, fact(**(facts_of(FLED) | elsewhere))]), "movement label")
    assert sorted(labels.textposition) == ["middle left", "middle right"]


def test_the_legend_stands_beside_a_wide_map_and_above_a_narrow_one() -> None:
    wide, narrow = draw(STORY, width=781).layout, draw(STORY, width=334).layout
    assert (wide.legend.x, narrow.legend.x) == (wide.geo.domain.x[1], 0)
    # No two fit into a row, however wide the window: the second would lie outside the picture.
    assert wide.legend.entrywidthmode == "fraction"
    assert wide.legend.entrywidth > 0.5
    assert wide.geo.domain.x[1] < narrow.geo.domain.x[1] == 1
    inner = narrow.height - narrow.margin.t - narrow.margin.b
    assert (334 - 20) / inner == pytest.approx(region().aspect, rel=0.01)  # nothing left blank


def test_a_movement_is_an_arrow_with_its_number() -> None:
    figure = draw(STORY)
    (label,) = named(figure, "movement label")
    assert label.text == ("<b>over 300<br>guards</b>",)
    assert label.customdata == (["facts", "a-2"],)
    (head,) = named(figure, "head")
    assert head.marker.symbol == "arrow"
    assert -90 < head.marker.angle[0] < 90  # to the north
    assert "Afghanistan" in label.hovertext[0]
    assert "Uzbekistan" in label.hovertext[0]


def test_the_legend_has_a_key_for_the_arrows_of_each_who_moves() -> None:
    civilians = {"fact_id": "a-9", "fact_group": "a-g9", "destination": "TJK", "actor": None}
    figure = draw([FLED, fact(**(facts_of(FLED) | civilians))])
    keys = {trace.name: trace.marker for trace in figure.data if trace.showlegend}
    (head,) = named(figure, "head")
    for name, group in (("Afghan govt", "afghanistan"), ("Others", "other")):
        key = keys[f"Movement: {name}"]
        assert key.symbol == "triangle-right"
        assert key.color == palette("light").groups[group].colour
        assert key.color in head.marker.color
    assert not any("Movement" in (t.name or "") for t in draw([HELD]).data if t.showlegend)


def test_a_movement_that_one_telling_doubts_shows_the_doubt() -> None:
    doubted = fact(**(facts_of(FLED) | {"fact_id": "a-9", "hedged": True}))
    (label,) = named(draw([FLED, doubted]), "movement label")
    assert label.text == ("<b>reportedly<br>over 300<br>guards</b>",)
    for hover in (label.hovertext[0], country(draw([FLED, doubted]), "AFG").hover):
        assert "the text itself doubts it" in hover.replace("<br>", " ")


def test_north_is_up_in_the_middle_and_leans_towards_it_elsewhere() -> None:
    middle = region().centre
    assert screen_angle(middle, 40) == pytest.approx(40)
    assert screen_angle(middle + 10, 0) == pytest.approx(-6.1, abs=0.3)
    assert screen_angle(middle - 10, 0) == pytest.approx(6.1, abs=0.3)


def drawn_with_an_undated_article(*articles: Article) -> list[str]:
    """The numbers beside arrows, of which one is told by an article without a date."""
    undated = dataclasses.replace(ARTICLE, article_id="b", published=None)
    changes = {"fact_id": "b-1", "fact_group": "b-g1", "article_id": "b", "value": 400.0}
    told = [FLED, fact(**(facts_of(FLED) | changes | {"low": 400.0}))]
    shown = [each for each in told if each.article_id in {"b", *(a.article_id for a in articles)}]
    story = known(shown, [*articles, undated])
    return [each.words for each in movements_told(story.claims, LATE)]


LATE = dt.date(2020, 9, 21)


def test_what_nobody_dates_draws_no_arrow_where_what_is_dated_is_no_news_any_more() -> None:
    assert drawn_with_an_undated_article(ARTICLE) == []
    of_the_day = dataclasses.replace(ARTICLE, published=LATE)
    assert drawn_with_an_undated_article(of_the_day) == ["over 300"]
    assert drawn_with_an_undated_article() == ["over 400"]


def test_a_movement_out_of_the_map_is_not_drawn_and_no_error() -> None:
    away = fact(**(facts_of(FLED) | {"destination": "USA"}))
    figure = draw([away])
    assert not named(figure, "movement")
    assert "Not on this map: United States" in notes(figure)["subtitle"]
