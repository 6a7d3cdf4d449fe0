"""The map of the region: parts, borders, movements; read from traces, layout and hover text."""

import datetime as dt
import json
from types import SimpleNamespace
from typing import Any

import plotly.graph_objects as go
import pytest
import shapely

from dashboard.charts.highlight import Highlight
from dashboard.charts.known import Known
from dashboard.charts.region_frame import region, screen_angle
from dashboard.charts.region_map import region_map, region_map_alt
from dashboard.palette import palette
from data.article import Article
from data.fact import Fact
from geo.borders import borders
from geo.gazetteer import border_codes, country_table
from tests.dashboard.test_charts_text import HOSTILE, fact, quoted

ARTICLE = Article(
    article_id="a",
    text="",
    title="Title",
    publisher="The Paper",
    published=dt.date(2020, 3, 12),
)
HELD = fact(
    fact_id="a-1",
    fact_group="a-g1",
    kind="control_share",
    action="control",
    actor="taliban",
    value=60.0,
    low=60.0,
    high=60.0,
    unit="percent",
    qualifier="exact",
    of="AFG-TKM",
    attributed_to="a governor",
)
FLED = fact(
    fact_id="a-2",
    fact_group="a-g2",
    actor="afg-government",
    who="Afghan border guards",
    value=300.0,
    low=300.0,
    unit="people",
    qualifier="over",
    origin="AFG",
    destination="UZB",
)
FEARED = fact(
    fact_id="a-3",
    fact_group="a-g3",
    kind="concern",
    action="fear",
    actor="kgz-government",
    places=("KGZ",),
)
STORY = [HELD, FLED, FEARED]
SHAPES = ("countries", "countries that stand out", "provinces", "provinces that stand out")


def draw(facts: list[Fact], **options: Any) -> go.Figure:
    return region_map(Known.of_facts(facts, [ARTICLE]), [ARTICLE], **options).figure()


def named(figure: go.Figure, name: str) -> list[Any]:
    return [trace for trace in figure.data if trace.name == name]


def country(figure: go.Figure, code: str) -> SimpleNamespace:
    """How a shape of the map is drawn."""
    trace = next(t for t in figure.data if t.name in SHAPES and code in (t.locations or ()))
    at = trace.locations.index(code)

    def own(value: Any) -> Any:
        return value[at] if isinstance(value, tuple | list) else value

    line = trace.marker.line
    return SimpleNamespace(
        fill=trace.colorscale[2 * trace.z[at]][1],
        line=own(line.color),
        width=own(line.width),
        opacity=trace.marker.opacity,
        unselected=trace.unselected.marker.opacity,
        hover=trace.hovertext[at] if trace.hovertext else "",
        click=trace.customdata[at] if trace.customdata else [],
        visible=trace.visible,
    )


def border(figure: go.Figure) -> Any:
    return next(trace for trace in named(figure, "borders") if trace.locations)


def notes(figure: go.Figure) -> dict[str, str]:
    return {
        note.name or "message": note.text.replace("<br>", " ") for note in figure.layout.annotations
    }


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
        "Where it happens",
        "Gives refuge or mobilises",
        "Fears a spill-over",
        "No part of its own",
    ]
    tints = palette("light").parts
    assert country(figure, "AFG").fill == tints["ground"].fill
    assert country(figure, "UZB").fill == tints["refuge"].fill
    assert country(figure, "KGZ").fill == tints["concern"].fill
    assert country(figure, "CHN").fill == palette("light").land


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
    figure = draw(STORY)
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
    figure = draw([HELD, other])
    (label,) = named(figure, "border label")
    assert label.text == ("<b>60% to 80%<br>of this border</b>",)
    assert label.customdata == (["facts", "a-1", "a-9"],)
    assert "60% to 80% of the" in notes(figure)["title"]
    assert label.hovertext[0].count("Also claimed: ") == 1
    assert "Told 2 times" not in label.hovertext[0]


def test_movements_that_differ_are_one_arrow_with_all_their_numbers() -> None:
    changes = {"fact_id": "a-9", "fact_group": "a-g9", "value": 321.0, "low": 321.0, "high": 321.0}
    other = fact(**(facts_of(FLED) | changes | {"qualifier": "exact"}))
    (label,) = named(draw([FLED, other]), "movement label")
    assert label.text == ("<b>300 to<br>321<br>guards</b>",)
    assert label.customdata == (["facts", "a-2", "a-9"],)


def test_labels_of_arrows_that_fan_out_stand_on_both_sides() -> None:
    elsewhere = {"fact_id": "a-9", "fact_group": "a-g9", "destination": "TJK", "value": 20.0}
    (labels,) = named(draw([FLED, fact(**(facts_of(FLED) | elsewhere))]), "movement label")
    assert sorted(labels.textposition) == ["middle left", "middle right"]


def test_the_legend_stands_beside_a_wide_map_and_above_a_narrow_one() -> None:
    wide, narrow = draw(STORY, width=781).layout, draw(STORY, width=334).layout
    assert (wide.legend.x, narrow.legend.x) == (wide.geo.domain.x[1], 0)
    assert 2 * wide.legend.entrywidth + 85 > 781 - 20  # no two fit into a row
    assert wide.geo.domain.x[1] < narrow.geo.domain.x[1] == 1
    inner = narrow.height - narrow.margin.t - narrow.margin.b
    assert (334 - 20) / inner == pytest.approx(region().aspect, rel=0.01)  # nothing left blank


def facts_of(told: Fact) -> dict[str, Any]:
    return {name: getattr(told, name) for name in Fact.__dataclass_fields__}


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
    assert "<b>Iran</b>" in named(figure, "names")[-1].text
    assert named(figure, "names")[0].text.count("China") == 1


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
    assert "No claims to show" in region_map_alt(Known.of_facts([], []), [])


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


def test_a_movement_out_of_the_map_is_not_drawn_and_no_error() -> None:
    away = fact(**(facts_of(FLED) | {"destination": "USA"}))
    figure = draw([away])
    assert not named(figure, "movement")
    assert "Not on this map: United States" in notes(figure)["subtitle"]


def test_the_figure_stays_small() -> None:
    assert len(draw(STORY).to_json()) < 150_000


def test_alt_text_tells_borders_movements_and_parts() -> None:
    alt = region_map_alt(Known.of_facts(STORY, [ARTICLE]), [ARTICLE])
    for part in ("60% of the Afghan-Turkmen border", "Over 300", "Fears a spill-over: Kyrgyzstan"):
        assert part in alt
    assert "<" not in alt


def test_the_frame_knows_the_map() -> None:
    frame = region()
    assert set(frame.labels) == set(country_table())
    assert set(frame.border_labels) == set(border_codes())
    neighbours = {code.replace("AFG", "").strip("-") for code in border_codes()}
    ways = {f"AFG to {code}" for code in neighbours} | {f"{code} to AFG" for code in neighbours}
    assert set(frame.ways) == ways
    for lon, lat in frame.labels.values():
        assert frame.shapes.west < lon < frame.shapes.east
        assert frame.shapes.south < lat < frame.shapes.north
