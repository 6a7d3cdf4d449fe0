"""Claims with their shapes, whatever the format: text as published, the same bytes each time."""

from __future__ import annotations

from pathlib import Path

import pyogrio
import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.charts.parts.plotted import PlottedMark
from dashboard.export.geography import facts_to_geojson, marks_to_geojson
from dashboard.export.rows import Rows
from dashboard.view import View
from data.corpus import Corpus
from tests.dashboard.exported import BASE, HOSTILE
from tests.dashboard.exported_shapes import features_of, packed, seed_marks, seed_view
from tests.dashboard.made_up import a_number, an_article


@pytest.fixture(scope="module")
def view() -> View:
    return seed_view()


@pytest.fixture(scope="module")
def marks() -> list[PlottedMark]:
    return seed_marks()


def test_text_is_exactly_as_published(tmp_path: Path) -> None:
    texts = {f"a-{place}": text for place, text in enumerate(HOSTILE)}
    articles = {
        each: an_article(article_id=each, title=text, publisher=text)
        for each, text in texts.items()
    }
    moved = {"origin": "AFG", "destination": "TJK"}
    facts = {
        each: a_number(each, 40, article_id=each, quote=text, end=1, attributed_to=text, **moved)
        for each, text in texts.items()
    }
    view = View(Corpus(articles, facts))
    marks = list(CHARTS["region-map"].marks(view))
    features = [
        *features_of(facts_to_geojson(facts.values(), Rows(articles, BASE))),
        *features_of(marks_to_geojson(marks, Rows(articles, BASE))),
    ]
    told = [[feature["properties"] for feature in features]]
    path = tmp_path / "view.gpkg"
    path.write_bytes(packed(view, marks, "".join(HOSTILE)))
    told.append(pyogrio.read_dataframe(path, layer="facts", read_geometry=False).to_dict("records"))
    for rows in told:
        assert {row["fact_id"] for row in rows} == set(texts)
        for row in rows:
            said = (row["quote"], row["attributed_to"], row["claimant_name"])
            source = (row["source_title"], row["source_publisher"])
            assert {*said, *source} == {texts[row["fact_id"]]}
    assert pyogrio.read_dataframe(path, layer="readme")["text"].tolist() == ["".join(HOSTILE)]


def test_same_input_same_bytes(view: View, marks: list[PlottedMark]) -> None:
    articles = view.corpus.articles
    assert packed(view, marks) == packed(view, marks)
    facts = [facts_to_geojson(view.facts, Rows(articles, BASE)) for _ in range(2)]
    assert facts[0] == facts[1]
    drawn = [marks_to_geojson(marks, Rows(articles, BASE)) for _ in range(2)]
    assert drawn[0] == drawn[1]
