"""Small figures to draw, what files say about them, and whether they can be drawn here."""

from __future__ import annotations

import datetime
import os

import plotly.graph_objects as go
import pytest

from dashboard.images import About, missing

ABOUT = About(
    title="Who fled </title><script>alert(1)</script>",
    description="40 soldiers (“about”) fled & 5 < 6 ]]>\x0c",
    source="Source: Daily Example, 9 July 2021",
    link="https://example.org/?countries=TJK&fact=(1)\\",
    as_of=datetime.date(2021, 7, 9),
)


def timeline() -> go.Figure:
    return go.Figure(
        [go.Scatter(x=[1, 2, 3], y=[3, 1, 2], name="fled"), go.Scatter(x=[1, 3], y=[1, 2])],
        {
            "title": {"text": "Soldiers who <b>crossed</b> the border"},
            "template": go.layout.Template(),
            "width": 600,
            "height": 300,
            "paper_bgcolor": "#204060",
            "font": {"family": '"Source Sans", Arial, sans-serif', "color": "#fff"},
        },
    )


def border_map() -> go.Figure:
    """Draws base topology, which plotly.js would fetch from a network."""
    points = go.Scattergeo(lon=[69, 70], lat=[37, 38], text=["Kunduz", "Shuroabad"], mode="text")
    geo = {
        "showland": True,
        "showcountries": True,
        "lonaxis_range": [66, 73],
        "lataxis_range": [35, 40],
    }
    return go.Figure(
        [points], {"template": go.layout.Template(), "geo": geo, "width": 400, "height": 300}
    )


def chrome_or_skip() -> None:
    """Skip where no browser is; fail where all tests must run."""
    if why := missing():
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
