"""A story on the map of the region, and how to read what is drawn of it."""

import datetime as dt
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.region.known import Known
from dashboard.charts.region.map import region_map
from dashboard.holdings.totals import Named
from dashboard.selecting.concerns import countries_named
from data.article import Article
from data.claims.claim import claims_of
from data.fact import Fact
from tests.dashboard.test_charts_text import fact

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


def known(facts: Sequence[Fact], articles: Sequence[Article] = (ARTICLE,)) -> Known:
    """What facts of some articles tell on the day of the last of these."""
    claims = claims_of(facts, {article.article_id: article for article in articles})
    day = max((article.published for article in articles if article.published), default=None)
    return Known(tuple(facts), claims, day, claims, Named(countries_named(facts), len(facts)))


def draw(facts: list[Fact], **options: Any) -> go.Figure:
    """The map of facts that one article tells."""
    return region_map(known(facts), [ARTICLE], **options).figure()


def named(figure: go.Figure, name: str) -> list[Any]:
    """The traces of a name."""
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
    """The claimed borders as they are drawn."""
    return next(trace for trace in named(figure, "borders") if trace.locations)


def notes(figure: go.Figure) -> dict[str, str]:
    """What is written around the map, by name."""
    return {
        note.name or "message": note.text.replace("<br>", " ") for note in figure.layout.annotations
    }


def facts_of(told: Fact) -> dict[str, Any]:
    """The fields of a fact, to change some."""
    return {name: getattr(told, name) for name in Fact.__dataclass_fields__}
