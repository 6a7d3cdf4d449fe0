"""The map of the region: parts, borders, movements; read from traces, layout and hover text."""

import json

import pytest
import shapely

from dashboard.charts.parts.highlight import Highlight
from dashboard.charts.region.frame import region
from dashboard.charts.region.map import region_map_alt
from dashboard.palette import palette
from geo.borders import borders
from geo.gazetteer import border_codes, country_table
from tests.dashboard.mapped import (
    ARTICLE,
    FEARED,
    FLED,
    HELD,
    SHAPES,
    STORY,
    border,
    country,
    draw,
    facts_of,
    known,
    named,
    notes,
)
from tests.dashboard.test_charts_text import HOSTILE, fact, quoted


def test_no_base_map_is_asked_for() -> None:
    figure = draw(STORY)
    first = figure.data[0]
    assert (first.type, first.lon, first.lat) == ("scattergeo", (None,), (None,))
    assert figure.layout.geo.visible is False
    assert not any(trace["locationmode"] for trace in figure.data if trace.type == "choropleth")
    assert "//" not in figure.to_json()


def test_countries_are_coloured_by_part_with_a_legend_in_words() -> None:
    figure = draw(STORY)
    legend = [trace.name for trace in figure.data if trace.showlegend]
    assert legend == [
        "Fighting, captures, flight",
        "Fled to, or mobilises",
        "Fears a spill-over",
        "Only mentioned",
        "Movement: Afghan govt",
    ]
    tints = palette("light").parts
    assert country(figure, "AFG").fill == tints["ground"].fill
    assert country(figure, "UZB").fill == tints["refuge"].fill
    assert country(figure, "KGZ").fill == tints["concern"].fill
    assert country(figure, "CHN").fill == palette("light").land


def test_outlines_of_afghanistan_and_its_neighbours_lie_above_others() -> None:
    (countries,) = named(draw(STORY), "countries")
    drawn = [code for code in countries.locations if code in country_table()]
    assert drawn[-7:] == ["CHN", "IRN", "PAK", "TJK", "TKM", "UZB", "AFG"]
    assert set(drawn) == set(country_table())


def test_every_country_of_the_map_can_be_clicked_and_is_named() -> None:
    figure = draw(STORY)
    clicked = [
        data for trace in figure.data if trace.name in SHAPES for data in trace.customdata or ()
    ]
    assert sorted(clicked) == [["country", code] for code in sorted(country_table())]
    written = {text for trace in named(figure, "names") for text in trace.text}
    assert written == {entry.name for entry in country_table().values()}


def test_rings_run_as_plotly_wants_them() -> None:
    for trace in draw(STORY).data:
        if trace.type != "choropleth" or not trace.geojson:
            continue
        for feature in trace.geojson["features"]:
            for outer, *holes in feature["geometry"]["coordinates"]:
                assert not shapely.is_ccw(shapely.linearrings(outer))
                assert all(shapely.is_ccw(shapely.linearrings(hole)) for hole in holes)


def test_a_claimed_border_is_drawn_along_its_whole_line_in_one_colour() -> None:
    figure = draw(STORY, width=640)
    line = next(trace for trace in named(figure, "borders") if trace.locations)
    assert line.locations == ("AFG-TKM",)
    assert line.marker.line.color == palette("light").groups["taliban"].colour
    whole = borders(display=True).geometry["AFG-TKM"]
    (drawn,) = line.geojson["features"]
    assert whole.hausdorff_distance(shapely.geometry.shape(drawn["geometry"])) < 0.05
    (label,) = named(figure, "border label")
    assert label.text == ("<b>60%<br>of this border</b>",)
    assert label.customdata == (["facts", "a-1"],)
    assert "a governor" in label.hovertext[0]


def test_beside_a_border_on_a_phone_stands_what_has_room_there() -> None:
    (label,) = named(draw(STORY, width=330), "border label")
    assert label.text == ("<b>60%</b>",)


def test_a_bound_beside_a_border_is_told_as_in_the_title() -> None:
    words = "The Taliban hold no more than 60 percent of the border with Turkmenistan."
    at = words.index("60 percent")
    bounded = {"qualifier": "up_to", "low": None, "quote": words, "sentence_end": len(words)}
    told = fact(**(facts_of(HELD) | bounded | {"sentence_start": 0, "start": at, "end": at + 10}))
    for width, beside in (
        (330, "no more<br>than 60%"),
        (640, "no more than 60%<br>of this border"),
    ):
        figure = draw([told], width=width)
        (label,) = named(figure, "border label")
        assert label.text == (f"<b>{beside}</b>",)
        title = notes(figure)["title"].replace("<br>", " ")
        assert "said to hold no more than 60% of the Afghan-Turkmen border" in title


def test_a_share_that_the_text_has_as_words_is_told_in_them_and_never_as_a_number() -> None:
    words = "The Taliban hold two thirds of the border with Turkmenistan."
    at = words.index("two thirds")
    thirds = {"value": 66.7, "low": 66.7, "high": 66.7, "quote": words, "sentence_end": len(words)}
    two = fact(**(facts_of(HELD) | thirds | {"start": at, "end": at + 10}))
    more = {"fact_id": "a-9", "fact_group": "a-g9", "value": 80.0, "low": 80.0, "high": 80.0}
    other = fact(**(facts_of(HELD) | more | {"attributed_to": "a mayor"}))
    for told, share in (([two], "two thirds"), ([two, other], "two thirds to 80%")):
        figure = draw(told, width=640)
        title = notes(figure)["title"]
        assert f"are said to hold {share} of the Afghan-Turkmen border" in title
        (label,) = named(figure, "border label")
        assert label.text == (f"<b>{share}<br>of this border</b>",)


def test_on_a_phone_words_that_have_no_room_beside_a_border_are_left_to_the_title() -> None:
    words = "It is about two thirds of that border, almost the whole of it."
    ends = {"quote": words, "sentence_end": len(words)}
    at = words.index("two thirds")
    low = {"value": 66.7, "low": None, "high": None, "qualifier": "about", "start": at}
    first = fact(**(facts_of(HELD) | ends | low | {"end": at + 10}))
    at = words.index("almost")
    high = {"value": None, "low": 90.0, "high": 100.0, "qualifier": "range", "start": at}
    other = {"fact_id": "a-9", "fact_group": "a-g9", "attributed_to": "a mayor"}
    second = fact(**(facts_of(HELD) | ends | high | other | {"end": at + 16}))
    figure = draw([first, second], width=330)
    (label,) = named(figure, "border label")
    assert label.text == ("<b>2 claims</b>",)
    assert "about two thirds to almost the whole" in notes(figure)["title"]


def test_lines_can_be_clicked_by_the_unseen_shapes_around_them() -> None:
    figure = draw(STORY)
    for name, fact_id in (("borders to touch", "a-1"), ("movements to touch", "a-2")):
        (around,) = named(figure, name)
        assert around.customdata == (["facts", fact_id],)
        assert around.colorscale[0][1] == "rgba(0,0,0,0)"
        (feature,) = around.geojson["features"]
        assert feature["id"] == around.locations[0]
        west, south, east, north = shapely.geometry.shape(feature["geometry"]).bounds
        assert min(east - west, north - south) > 0.7  # as wide as a finger, at least


def test_claims_that_differ_stand_side_by_side() -> None:
    changes = {"fact_id": "a-9", "fact_group": "a-g9", "value": 80.0, "low": 80.0, "high": 80.0}
    other = fact(**(facts_of(HELD) | changes | {"attributed_to": "a mayor"}))
    figure = draw([HELD, other], width=640)
    (label,) = named(figure, "border label")
    assert label.text == ("<b>60% to 80%<br>of this border</b>",)
    assert label.customdata == (["facts", "a-1", "a-9"],)
    assert "60% to 80% of the" in notes(figure)["title"]
    assert label.hovertext[0].count("Also claimed: ") == 1
    assert "Told 2 times" not in label.hovertext[0]


def test_nothing_is_dimmed_without_a_choice() -> None:
    figure = draw(STORY)
    assert {t.opacity for t in figure.data if t.type == "scattergeo"} <= {None, 1}
    assert country(figure, "AFG").opacity == country(figure, "KGZ").opacity == 1


def test_a_chosen_country_stands_out() -> None:
    figure = draw(STORY, highlight=Highlight(places=("UZB",)))
    assert country(figure, "UZB").opacity == 1
    assert country(figure, "UZB").width > country(draw(STORY), "UZB").width
    for code in ("AFG", "KGZ", "TKM"):
        assert country(figure, code).unselected == country(figure, code).opacity < 0.5
    assert named(figure, "movement")[0].opacity == 1
    assert border(figure).marker.opacity < 0.5


def test_a_chosen_country_stands_out_even_without_a_part() -> None:
    figure = draw(STORY, highlight=Highlight(places=("IRN",)))
    iran, china = country(figure, "IRN"), country(figure, "CHN")
    assert iran.width > china.width
    quiet, strong, _ = named(figure, "names")
    assert "<b>Iran</b>" in strong.text
    assert "China" in quiet.text


def test_a_chosen_fact_lights_its_line_and_its_countries() -> None:
    figure = draw(STORY, highlight=Highlight(facts=frozenset({"a-2"})))
    assert named(figure, "movement")[0].opacity == 1
    assert border(figure).marker.opacity < 0.5
    assert country(figure, "UZB").opacity == 1
    assert country(figure, "KGZ").opacity < 0.5


def test_title_subtitle_and_source_are_in_the_picture() -> None:
    written = notes(draw(STORY))
    assert "said to hold 60% of the Afghan-Turkmen border" in written["title"]
    assert "a governor" in written["subtitle"]
    assert "12 March 2020" in written["subtitle"]
    assert written["source"].startswith("Source: The Paper, 12 March 2020")
    assert "Natural Earth" in written["source"]


def test_without_a_border_the_title_tells_the_movement() -> None:
    title = notes(draw([FLED, FEARED]))["title"]
    assert "Over 300 Afghan border guards are said to have fled" in title
    assert notes(draw([FEARED]))["title"].startswith("<b>Countries by their part")


def test_no_facts_leave_a_quiet_map_that_says_so() -> None:
    figure = draw([])
    assert "No claims to show" in notes(figure)["subtitle"]
    assert not [trace for trace in figure.data if trace.showlegend]
    assert "No claims to show" in region_map_alt(known([], []), [])


def test_hostile_text_stays_text() -> None:
    values = facts_of(FLED) | {"quote": HOSTILE, "sentence_end": len(HOSTILE), "who": HOSTILE}
    figure = draw([fact(**values), quoted(HOSTILE, kind="concern", places=("KGZ",))])
    assert "<a" not in json.dumps(figure.to_dict()["layout"]["annotations"])
    for trace in figure.data:
        hover = trace.hovertext or ()
        for text in [hover] if isinstance(hover, str) else hover:
            assert "<a" not in text
            assert "<b>x" not in text
        for text in trace.text or ():
            assert "<a" not in text


def test_the_figure_stays_small() -> None:
    assert len(draw(STORY).to_json()) < 150_000


def test_alt_text_tells_borders_movements_and_parts() -> None:
    alt = region_map_alt(known(STORY), [ARTICLE])
    for part in ("60% of the Afghan-Turkmen border", "Over 300", "Fears a spill-over: Kyrgyzstan"):
        assert part in alt
    assert "<" not in alt


def test_the_frame_knows_the_map() -> None:
    frame = region()
    assert set(frame.labels) <= set(country_table())  # geo has places for all the others
    assert set(frame.border_labels) == set(border_codes())
    neighbours = {code.replace("AFG", "").strip("-") for code in border_codes()}
    ways = {f"AFG to {code}" for code in neighbours} | {f"{code} to AFG" for code in neighbours}
    assert set(frame.ways) == ways
    for lon, lat in frame.labels.values():
        assert frame.shapes.west < lon < frame.shapes.east
        assert frame.shapes.south < lat < frame.shapes.north


def test_on_a_wide_window_the_map_is_larger_and_under_its_title() -> None:
    usual, wide = (draw(STORY, width=width) for width in (781, 1081))
    assert wide.layout.height > usual.layout.height + 80
    for figure, width in ((usual, 781), (wide, 1081)):
        margin = figure.layout.margin
        height = figure.layout.height - margin.t - margin.b
        across = figure.layout.geo.domain.x[1] * (width - margin.l - margin.r)
        assert across / height == pytest.approx(region().aspect, rel=0.02)
