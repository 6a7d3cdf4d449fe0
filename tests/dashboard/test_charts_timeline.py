"""The timeline: which days, which lanes, which marks; read from traces, axes and hover text."""

import datetime as dt
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.time.lanes import LABELLED_ROWS
from dashboard.charts.time.timeline import timeline, timeline_alt
from data.article import Article
from data.fact import Fact
from tests.dashboard.dated import dated, undated
from tests.dashboard.test_charts_text import HOSTILE, fact, quoted

PUBLISHED = dt.date(2020, 3, 12)
ARTICLE = Article(
    article_id="a", text="", title="Title", publisher="The Paper", published=PUBLISHED
)
WEEK = dated(1, "2020-03-09", "2020-03-12", kind="personnel", value=40.0, actor="afg-government")
DAY = dated(2, "2020-03-10", kind="capture", action="capture", actor="taliban", places=("AFG",))
HOLLOW = undated(3, kind="concern", action="fear", actor="uzb-government")
WAR = dated(4, "1962-01-01", "1969-12-31", kind="history", action="fight", actor="soviet-union")
STORY = [WEEK, DAY, HOLLOW, WAR]


def draw(facts: list[Fact], articles: list[Article] | None = None, **options: Any) -> go.Figure:
    return timeline(facts, [ARTICLE] if articles is None else articles, **options).figure()


def marks(figure: go.Figure) -> dict[str, tuple[Any, int]]:
    """Trace and point by the first fact's id."""
    return {
        data[1]: (trace, place)
        for trace in figure.data
        for place, data in enumerate(trace.customdata or ())
    }


def texts(figure: go.Figure) -> str:
    written = [note.text or "" for note in figure.layout.annotations]
    return " ".join([*written, *(str(text) for trace in figure.data for text in trace.text or ())])


def test_a_range_is_a_bar_from_its_first_day_through_its_last() -> None:
    trace, place = marks(draw(STORY))["a-1"]
    assert trace.type == "bar"
    assert trace.base[place] == "2020-03-09"
    assert trace.x[place] == 4 * 86_400_000
    assert trace.customdata[place] == ["facts", "a-1"]


def test_a_day_is_a_filled_dot_and_no_date_a_ring_on_the_day_of_publication() -> None:
    found = marks(draw(STORY))
    day, place = found["a-2"]
    assert (day.marker.symbol[place], day.x[place]) == ("circle", "2020-03-10 12:00")
    ring, place = found["a-3"]
    assert (ring.marker.symbol[place], ring.x[place]) == ("circle-open", "2020-03-12 12:00")
    assert "no date of its own; reported 12 March 2020" in ring.hovertext[place]


def test_the_legend_says_what_bars_dots_and_rings_mean() -> None:
    names = [trace.name for trace in draw(STORY).data if trace.showlegend]
    assert names[:3] == ["within this range", "on this day", "reported 12 March"]
    assert {"Taliban", "Soviet Union", "Afghan govt", "Uzbekistan"} <= set(names)


def test_background_stands_in_the_strip_and_the_lanes_zoom_in() -> None:
    figure = draw(STORY)
    assert marks(figure)["a-4"][0].xaxis == "x2"
    assert figure.layout.xaxis2.range[0] == "1962-01-01"
    first, last = (pd.Timestamp(edge) for edge in figure.layout.xaxis.range)
    assert first <= pd.Timestamp("2020-03-05")
    assert pd.Timestamp("2020-03-13") <= last <= pd.Timestamp("2020-03-20")
    assert {shape.name for shape in figure.layout.shapes} >= {"funnel", "window"}


def test_a_short_story_has_no_strip() -> None:
    figure = draw([WEEK, DAY, HOLLOW])
    assert "xaxis2" not in figure.to_dict()["layout"]
    assert all(trace.xaxis != "x2" for trace in figure.data)


def test_marks_stand_in_lanes_of_their_kind_and_never_touch() -> None:
    many = [dated(n, "2020-03-10", "2020-03-11", kind="warning") for n in range(10, 15)]
    figure = draw([*many, DAY])
    heights = [trace.y[place] for trace, place in marks(figure).values()]
    assert len(set(heights)) == len(heights)
    headings = next(trace for trace in figure.data if trace.name == "headings")
    assert list(headings.text) == ["<b>Captures</b>", "<b>Warnings</b>"]


def test_the_same_thing_told_twice_is_one_mark_with_both_facts() -> None:
    again = fact(
        fact_id="a-9",
        fact_group=WEEK.fact_group,
        when_start=WEEK.when_start,
        when_end=WEEK.when_end,
        when_basis="stated",
    )
    trace, place = marks(draw([WEEK, again, DAY]))["a-1"]
    assert trace.customdata[place] == ["facts", "a-1", "a-9"]


def test_colour_is_the_actors() -> None:
    from dashboard.palette import palette

    for theme in ("light", "dark"):
        trace, _ = marks(draw(STORY, theme=theme))["a-2"]
        assert trace.marker.color == palette(theme).groups["taliban"].colour


def test_nothing_is_dimmed_without_a_choice() -> None:
    assert all(trace.marker.opacity == 1 for trace, _ in marks(draw(STORY)).values())


def test_the_chosen_fact_stands_out_and_the_rest_is_dimmed() -> None:
    found = marks(draw(STORY, highlight=Highlight(facts=frozenset({"a-2"}))))
    assert found["a-2"][0].marker.opacity == 1
    for other in ("a-1", "a-3", "a-4"):
        trace = found[other][0]
        assert trace.marker.opacity < 0.5
        # A click must not undo it, nor fade what is chosen.
        assert trace.unselected.marker.opacity == trace.marker.opacity


def test_a_chosen_place_lights_the_facts_about_it() -> None:
    found = marks(draw(STORY, highlight=Highlight(places=("UZB",))))
    assert found["a-3"][0].marker.opacity == 1
    assert found["a-2"][0].marker.opacity < 0.5


def test_nothing_drags_or_zooms() -> None:
    figure = draw(STORY)
    axes = (figure.layout.xaxis, figure.layout.yaxis, figure.layout.xaxis2, figure.layout.yaxis2)
    assert all(axis.fixedrange for axis in axes)


def test_title_and_source_are_in_the_picture() -> None:
    notes = {note.name: note for note in draw(STORY).layout.annotations if note.name}
    assert "2 dated and 1 undated claims" in notes["title"].text.replace("<br>", " ")
    assert "background since 1962" in notes["title"].text.replace("<br>", " ")
    assert "The Paper, 12 March 2020" in notes["source"].text
    assert max(len(line) for line in notes["title"].text.split("<br>")) <= 38 + len("<b></b>")


def test_the_title_dates_claims_only_where_the_text_does() -> None:
    def title(*facts: Fact) -> str:
        notes = {note.name: note for note in draw(list(facts), width=1270).layout.annotations}
        return str(notes["title"].text)

    assert title(WEEK, DAY) == "<b>2 claims about 9 to 12 March 2020</b>"
    assert title(HOLLOW) == "<b>1 undated claim, reported by 12 March 2020</b>"
    alt = timeline_alt([HOLLOW, undated(5)], [ARTICLE])
    assert alt.startswith("Timeline of 2 claims: 2 undated claims, reported by 12 March 2020.")


def test_a_wide_timeline_names_every_day_and_a_narrow_one_does_not() -> None:
    month = [dated(22, "2020-03-01"), dated(23, "2020-03-12")]
    wide, narrow = (draw(month, width=width).layout.xaxis.ticktext for width in (1270, 334))
    assert {f"{day} Mar" for day in range(1, 13)} <= set(wide)
    assert len(narrow) <= 6


def test_no_facts_say_so() -> None:
    figure = draw([])
    assert not figure.data
    assert "No claims to show" in texts(figure)
    assert "No claims to show" in timeline_alt([], [])


def test_facts_that_no_date_can_be_found_for_are_counted() -> None:
    blank = Article(article_id="a", text="", title="Title")
    assert "No claim here has a date" in texts(draw([HOLLOW], [blank])).replace("<br>", " ")
    shown = texts(draw([DAY, HOLLOW], [blank])).replace("<br>", " ")
    assert "1 claim without any date or about many years cannot be shown here" in shown
    assert "publication date unknown" in shown
    assert "1 claim without any date or about many years" in timeline_alt([DAY, HOLLOW], [blank])


def test_hostile_text_stays_text() -> None:
    nasty = quoted(HOSTILE, who=HOSTILE, attributed_to=HOSTILE, kind="<b>kind</b>")
    article = Article(
        article_id="a", text="", title=HOSTILE, publisher=HOSTILE, published=PUBLISHED
    )
    figure = draw([nasty], [article])
    hover = [text for trace in figure.data for text in trace.hovertext or ()]
    for text in (texts(figure), *hover):
        assert "<a" not in text
        assert "<b>x" not in text
        assert "<b>kind" not in text.replace("<b>&lt;", "")
    assert all(trace.hovertemplate is None for trace in figure.data)


def test_a_crowd_stays_within_reason() -> None:
    crowd = [dated(n, "2020-03-10", kind="warning") for n in range(LABELLED_ROWS + 20)]
    figure = draw(crowd)
    assert figure.layout.height < 1200
    assert all(trace.name != "labels" for trace in figure.data)
    assert len(marks(figure)) == len(crowd)


@pytest.mark.parametrize("width", [334, 1270])
def test_in_a_crowd_marks_of_this_session_have_the_sign_that_the_subtitle_explains(
    width: int,
) -> None:
    own = Article(article_id="own", text="", title="Mine", published=PUBLISHED, provisional=True)
    crowd = [
        dated(n, f"2020-03-{1 + n % 28:02}", kind=("warning", "pledge")[n % 2]) for n in range(180)
    ]
    mine = [
        dated(n, f"2020-03-{1 + n % 28:02}", kind="warning", article_id="own")
        for n in range(200, 230)
    ]
    figure = draw([*crowd, *mine], [ARTICLE, own], width=width)
    (signs,) = (trace for trace in figure.data if trace.name == "signs")
    assert set(signs.text) == {"†"}
    found = marks(figure)
    drawn = [
        (trace.x[place], trace.y[place]) for trace, place in (found[each.fact_id] for each in mine)
    ]
    assert sorted(zip(signs.x, signs.y, strict=True)) == sorted(drawn)
    assert "† 30 facts added in this session" in texts(figure).replace("<br>", " ")
    assert "†" not in texts(draw(crowd, [ARTICLE], width=width))


def test_alt_text_tells_numbers_dates_and_background() -> None:
    alt = timeline_alt(STORY, [ARTICLE])
    for part in (
        "4 claims",
        "40",
        "9 March 2020 to 12 March 2020",
        "2 dated and 1 undated claims, reported by 12 March 2020",
        "1 has no date of its own",
        "Soviet Union",
    ):
        assert part in alt
    assert "<" not in alt


def test_a_wide_timeline_is_lower_than_a_narrow_one() -> None:
    assert draw(STORY, width=1270).layout.height < draw(STORY, width=334).layout.height


def test_days_and_not_months_name_the_ticks_of_a_summer() -> None:
    spring = [dated(22, "2020-03-01"), dated(23, "2020-05-30")]
    assert "1 Apr" in draw(spring).layout.xaxis.ticktext
