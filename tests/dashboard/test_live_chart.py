"""Charts that stay on the page: what is sent for them, and on which corpora."""

import base64
import datetime as dt
import hashlib
import json
import zlib
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.catalogue import CHARTS, Style
from dashboard.charts.drawn import packed
from dashboard.charts.reference_figure import SHAPES, ReferenceFigure
from dashboard.charts.region.shape_files import shape_file_name
from dashboard.components.browser import addresses
from tests.dashboard.made_up import open_app
from tests.dashboard.test_charts_map_days import STORY, view_of


def test_a_figure_is_sent_as_a_fraction_of_its_json() -> None:
    figure = CHARTS["region-map"].draw(view_of(*STORY), Style(width=781, shapes="/shapes"))
    sent = packed(figure)
    assert json.loads(zlib.decompress(base64.b64decode(sent))) == json.loads(figure.to_json())
    assert len(sent) < 8_000
    assert len(sent) < len(figure.to_json()) / 3


def test_days_that_can_be_played_make_charts_that_stay(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(addresses, "base", lambda: "https://example.org")
    monkeypatch.setattr("dashboard.components.charts.on_page.base", lambda: "https://example.org")
    assert len(open_app(monkeypatch).get("plotly_chart")) == 2
    app = open_app(monkeypatch, two_days(tmp_path))
    assert not app.exception
    assert not app.get("plotly_chart")
    assert _captions(app) == [
        {"selected": "", "link": f"https://example.org/?chart={name}"}
        for name in ("region-map", "timeline")
    ]
    app.query_params["countries"] = "IRN"
    told = _captions(app.run())
    assert [each["selected"] for each in told] == ["Iran", "Iran"]
    assert told[1]["link"] == "https://example.org/?countries=IRN&chart=timeline"


def _captions(app: AppTest) -> list[dict[str, str]]:
    """What the cameras of the charts write below their pictures."""
    told = [json.loads(each.proto.json) for each in app.get("bidi_component")]
    return [each[0]["caption"] for each in told if isinstance(each, list) and "figure" in each[0]]


def two_days(folder: Path) -> Path:
    """A catalogue of two articles of different days."""

    entries = []
    for number, day in enumerate((dt.date(2021, 7, 5), dt.date(2021, 8, 6))):
        text = f"The Taliban captured Zaranj, the capital of Nimroz, on {day.day} {day:%B}.\n"
        (folder / f"{number}.txt").write_text(text, "utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        entries.append(
            f'[[article]]\nid = "made-up-{number}"\nfile = "{number}.txt"\ntitle = "Zaranj"\n'
            f'publisher = "The Daily Example"\nurl = "https://example.org/{number}"\n'
            f'published = {day}\npublished_basis = "made up"\nlicence = "none"\n'
            f'sha256 = "{digest}"\n'
        )
    catalog = folder / "catalog.toml"
    catalog.write_text("\n".join(entries), "utf-8")
    return catalog


def test_a_figure_that_says_little_is_sent_as_it_is() -> None:
    chart, everything = CHARTS["region-map"], view_of(*STORY)
    figure = chart.draw(everything, Style(width=781, shapes=SHAPES))
    reference = ReferenceFigure.of(
        chart.name, chart.draw(everything, Style(width=1200, shapes=SHAPES))
    )
    sent = packed(figure, reference)
    assert json.loads(sent) == json.loads(reference.shortened(figure))
    assert figure.shapes == f"{SHAPES}/{shape_file_name()}"
