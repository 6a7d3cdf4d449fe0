"""The map of a corpus, day by day: provinces, crossings, what stands, and what stays in place."""

import datetime as dt
from typing import Any, Final

import plotly.graph_objects as go
import pytest

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.palette import Theme, palette
from dashboard.selecting.selection import Selection
from dashboard.view import View
from data import lexicon
from data.article import Article
from data.corpus import Corpus
from data.fact import Fact
from tests.dashboard.made_up import a_fact, an_article
from tests.dashboard.mapped import country, named, notes
from tests.dashboard.test_palette import contrast

JULY, AUGUST = dt.date(2021, 7, 5), dt.date(2021, 8, 6)


def reported(day: dt.date, **fields: Any) -> tuple[Article, Fact]:
    """A fact in an article of its own; ``name`` tells articles of one day apart."""
    name = f"{fields.pop('name', 'a')}-{day}"
    publisher = fields.pop("publisher", "The Daily Example")
    article = an_article(article_id=name, published=day, publisher=publisher)
    return article, a_fact(f"{name}.1", article_id=name, fact_group=f"{name}.g", **fields)


def captured(day: dt.date, *places: str, **fields: Any) -> tuple[Article, Fact]:
    values = {"kind": "capture", "action": "capture", "actor": "taliban", "places": places}
    when = {"when_start": day, "when_end": day, "when_basis": "stated"}
    return reported(fields.pop("published", day), **(values | when | fields))


def share(day: dt.date, percent: float, who: str, **fields: Any) -> tuple[Article, Fact]:
    number = {"value": percent, "low": percent, "high": percent, "qualifier": "exact"}
    about = {"kind": "control_share", "action": "control", "unit": "percent", "of": "AFG-TJK"}
    return reported(day, **(number | about | {"actor": "taliban", "attributed_to": who} | fields))


def fled(day: dt.date, number: float, **fields: Any) -> tuple[Article, Fact]:
    values = {"value": number, "low": number, "high": number, "unit": "people"}
    way = {"origin": "AFG", "destination": "TJK", "actor": "afg-government"}
    return reported(day, **(values | way | {"who": "Afghan soldiers"} | fields))


STORY = (
    share(JULY, 70, "a governor", name="s"),
    fled(JULY, 300, name="f"),
    captured(dt.date(2021, 7, 9), "AFG/islam-qala", name="x"),
    captured(AUGUST, "AFG/zaranj", name="z", attributed_to="a council member"),
    captured(AUGUST + dt.timedelta(2), "AFG/kunduz", name="k", publisher="The Early Paper"),
    captured(
        AUGUST + dt.timedelta(3),
        "AFG/kunduz",
        name="l",
        publisher="The Late Paper",
        attributed_to="an officer",
    ),
    captured(AUGUST + dt.timedelta(9), "AFG/bamyan", name="b"),
)


READABLE: Final = 4.5
"""Of small text, by WCAG 2.2."""

PROVINCES = [code for code in lexicon.provinces() if code.startswith("AF-")]


def view_of(*told: tuple[Article, Fact], day: dt.date | None = None, **chosen: Any) -> View:
    articles = {article.article_id: article for article, _ in told}
    corpus = Corpus(articles, {fact.fact_id: fact for _, fact in told})
    return View(corpus, Selection(day=day, **chosen))


def draw(*told: tuple[Article, Fact], day: dt.date | None = None, **chosen: Any) -> go.Figure:
    return CHARTS["region-map"].figure(view_of(*told, day=day, **chosen), Style(width=781))


def legend(figure: go.Figure) -> list[str]:
    return [trace.name for trace in figure.data if trace.showlegend]


def test_before_the_first_capture_afghanistan_is_one_country() -> None:
    figure = draw(*STORY, day=JULY)
    assert country(figure, "AF-NIM").visible is False
    assert country(figure, "AFG").fill == palette("light").parts["ground"].fill
    assert not [name for name in legend(figure) if "aken" in name]


def test_provinces_are_painted_by_the_day_they_were_taken() -> None:
    figure, colours = draw(*STORY, day=AUGUST + dt.timedelta(5)), palette("light")
    assert country(figure, "AF-NIM").fill == colours.taken[0].fill
    assert country(figure, "AF-KDZ").fill == colours.taken[1].fill
    assert country(figure, "AF-BAM").fill == colours.untaken.fill
    listed = [name for name in legend(figure) if "aken" in name]
    assert listed == [
        "Taken 6 Aug",
        "Taken 8 Aug",
        "Not reported taken",
        "Crossing taken or closed",
    ]
    title = notes(figure)["title"]
    assert "Captures of 2 of 34 provincial capitals are claimed" in title


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_afghanistans_name_can_be_read_on_what_is_painted_below_it(theme: Theme) -> None:
    fallen = ("AFG/zaranj", "AFG/lashkar-gah", "AFG/kandahar")
    story = [captured(AUGUST, place, name=f"n{at}") for at, place in enumerate(fallen)]
    for told, below in ((story[:0], "AFG"), (story, "AF-HEL")):
        view = view_of(share(JULY, 70, "a governor", name="s"), *told)
        figure = CHARTS["region-map"].figure(view, Style(theme, width=781))
        (colour,) = {
            trace.textfont.color
            for trace in named(figure, "names")
            if any("Afghanistan" in text for text in trace.text)
        }
        assert contrast(colour, country(figure, below).fill) >= READABLE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_facts_per_country_are_painted_as_the_legend_shows_them(theme: Theme) -> None:
    fallen = ("AFG/zaranj", "AFG/lashkar-gah", "AFG/kandahar")
    story = [captured(AUGUST, place, name=f"n{at}") for at, place in enumerate(fallen)]
    view = view_of(share(JULY, 70, "a governor"), *story, layer="facts")
    figure = CHARTS["region-map"].figure(view, Style(theme, width=781))
    listed = [trace.marker for trace in figure.data if trace.showlegend]
    for code in ("AFG", "TJK"):
        painted = country(figure, code)
        assert (painted.fill, painted.opacity) in {(one.color, one.opacity) for one in listed}
    # Its name stands on its own colour, not on those of provinces.
    (name,) = (trace for trace in named(figure, "names") if "Afghanistan" in (trace.text or ()))
    assert name.textfont.color == palette(theme).text
    assert contrast(name.textfont.color, country(figure, "AFG").fill) >= READABLE


def test_the_legend_tells_of_no_day_to_come() -> None:
    fallen = [
        captured(AUGUST + dt.timedelta(place // 7), code, name=f"n{place}")
        for place, code in enumerate(PROVINCES)
    ]
    for days in range(5):
        listed = legend(draw(*fallen, day=AUGUST + dt.timedelta(days)))
        last = [name for name in listed if name.startswith("Taken")][-1]
        assert last.endswith(f"{(AUGUST + dt.timedelta(days)).day} Aug")


def test_provinces_that_nobody_tells_of_are_named_once_they_are_few() -> None:
    every = [code for code in PROVINCES if code not in {"AF-NUR", "AF-PAR"}]
    fallen = [captured(AUGUST, code, name=f"n{place}") for place, code in enumerate(every)]
    told = (
        "By the Taliban, counted from single claims, each on the earliest day that a source gives, "
        "or else the day of the report"
    )
    assert f"{told}; no claim on Nuristan or Parwan" in notes(draw(*fallen))["subtitle"]
    assert "no claim on" not in notes(draw(*fallen[:20]))["subtitle"]


def test_a_province_tells_which_day_each_source_gives() -> None:
    kunduz = country(draw(*STORY), "AF-KDZ")
    assert "said to be taken by the Taliban on 8 August 2021" in kunduz.hover
    assert "8 August 2021: The Early Paper" in kunduz.hover
    assert "9 August 2021: The Late Paper" in kunduz.hover
    assert "Over 40 guards fled." in kunduz.hover
    assert "Who says so: " in kunduz.hover
    assert kunduz.click == ["facts", "k-2021-08-08.1", "l-2021-08-09.1"]


def test_a_province_that_nobody_took_stands_for_its_country() -> None:
    bamyan = country(draw(*STORY, day=AUGUST), "AF-BAM")
    assert bamyan.hover == "<b>Bamyan</b>: not reported taken"
    assert bamyan.click == ["country", "AFG"]


@pytest.mark.parametrize(
    "days_later", [pytest.param(0, id="on the same day"), pytest.param(5, id="retaken")]
)
def test_a_province_that_others_hold_too_is_contested(days_later: int) -> None:
    retaken = captured(
        AUGUST + dt.timedelta(days_later), "AFG/zaranj", name="r", actor="afg-government"
    )
    figure = draw(*STORY, retaken)
    assert country(figure, "AF-NIM").fill == palette("light").contested.fill
    assert "Retaken or contested" in legend(figure)
    assert "2 of 34" in notes(figure)["title"]


def test_a_chosen_capture_makes_its_province_stand_out() -> None:
    figure = draw(*STORY, fact="z-2021-08-06.1")
    assert country(figure, "AF-NIM").opacity == 1
    assert country(figure, "AF-NIM").width > country(draw(*STORY), "AF-NIM").width
    assert country(figure, "AF-KDZ").opacity < 0.5


def test_nobody_is_named_twice_in_the_subtitle() -> None:
    again = share(JULY + dt.timedelta(1), 75, "A Governor", name="t")
    subtitle = notes(draw(*STORY, again, day=JULY + dt.timedelta(1)))["subtitle"]
    assert subtitle.casefold().count("a governor") == 1


def test_few_countries_that_are_not_on_the_map_are_named() -> None:
    far = ("USA", "DEU", "QAT", "ITA", "GBR", "FRA", "TUR")
    met = reported(JULY, kind="meeting", action="meet", places=far, name="m")
    subtitle = notes(draw(*STORY, met, day=JULY))["subtitle"].replace("<br>", " ")
    assert "and 4 more" in subtitle


def test_crossings_are_diamonds_of_whoever_holds_them() -> None:
    (trace,) = named(draw(*STORY), "crossings")
    assert trace.marker.symbol == "diamond"
    assert trace.marker.color == (palette("light").groups["taliban"].colour,)
    assert trace.customdata == (["facts", "x-2021-07-09.1"],)
    assert "Islam Qala crossing" in trace.hovertext[0]
    (trace,) = named(draw(*STORY, day=JULY), "crossings")
    assert not trace.lon


def test_several_events_on_one_way_are_counted() -> None:
    other = fled(JULY + dt.timedelta(1), 40, who="civilians", name="c", actor=None)
    (label,) = named(draw(*STORY, other, day=JULY + dt.timedelta(1)), "movement label")
    assert label.text == ("<b>2 claims</b>",)
    assert "2 claims" in label.hovertext[0]


def test_a_pronoun_is_no_noun() -> None:
    (label,) = named(draw(fled(JULY, 10_000, who="what he")), "movement label")
    assert label.text == ("<b>10,000<br>people</b>",)


def test_only_movements_between_afghanistan_and_neighbours_are_arrows() -> None:
    far = fled(JULY, 10, origin="RUS", destination="TJK", name="r")
    near = fled(JULY, 10, origin="AFG/kunduz", name="n")
    assert not named(draw(far), "movement label")[0].text
    assert len(named(draw(near), "movement label")[0].text) == 1


def test_from_day_to_day_everything_stays_but_the_colours() -> None:
    figures = [draw(*STORY, day=day) for day in (JULY, dt.date(2021, 7, 20), AUGUST, None)]
    order = [[(trace.type, trace.name) for trace in figure.data] for figure in figures]
    assert order.count(order[0]) == len(order)
    for name in ("countries", "provinces"):
        (first, *others) = [named(figure, name)[0] for figure in figures]
        for other in others:
            assert other.locations == first.locations
            assert other.colorscale == first.colorscale
    assert len({figure.layout.height for figure in figures}) == 1
    assert len({figure.layout.margin.t for figure in figures}) == 1
    assert len({figure.layout.geo.domain.x for figure in figures}) == 1
    assert {figure.layout.uirevision for figure in figures} == {"keep"}


def test_zoom_survives_because_the_figure_says_where_it_starts() -> None:
    geo = draw(*STORY).layout.geo
    assert geo.projection.scale == 1
    assert None not in (geo.center.lon, geo.center.lat, geo.projection.rotation.lon)


def test_what_is_plotted_lists_provinces_and_crossings() -> None:
    marks = [
        (mark.columns["mark"], mark.columns["code"], mark)
        for mark in CHARTS["region-map"].marks(view_of(*STORY))
    ]
    kunduz = next(mark for kind, code, mark in marks if (kind, code) == ("province", "AF-KDZ"))
    assert kunduz.columns["shows"] == (
        "taken by Taliban, 2021-08-08 (the earliest day given; also 2021-08-09)"
    )
    assert len(kunduz.facts) == 2
    assert kunduz.geometry is not None
    crossing = next(mark for kind, _, mark in marks if kind == "crossing")
    assert crossing.columns["shows"] == "taken by Taliban"
    assert crossing.columns["name"] == "Islam Qala"


def test_the_picture_in_words_lists_the_days() -> None:
    alt = CHARTS["region-map"].alt(view_of(*STORY))
    assert "8 August 2021: Kunduz." in alt
    assert "Islam Qala" in alt
