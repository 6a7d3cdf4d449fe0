"""The read-me, and everything at once in a ZIP."""

from __future__ import annotations

import io
import re
import sys
import threading
import zipfile

import pytest

from dashboard.charts.catalogue import CHARTS
from dashboard.export.abreast import made
from dashboard.export.bundle import README, Planned, plan, zip_of
from dashboard.export.files import File, chart_file
from dashboard.export.formats import formats
from dashboard.export.readme import readme
from dashboard.images.installed import VARIABLE
from dashboard.selecting.selection import Selection
from dashboard.view import View
from dashboard.words.kinds import kind_entry
from data.corpus import Corpus
from data.errors import InputError
from tests.dashboard.exported import (
    BASE,
    DATA_FORMATS,
    HOSTILE,
    MAP,
    a_corpus,
    lines_of,
    planned_file,
)
from tests.dashboard.made_up import a_fact, an_article


def test_a_readme_says_what_is_shown_and_what_may_be_done_with_it() -> None:
    view = View(a_corpus(), Selection(countries=("TJK",)))
    text = readme(view, {"b.csv": "the facts", "a.json": "the map"}, BASE)
    words = " ".join(text.split())
    assert "As reported up to 1 August 2021. Showing 2 of 3 facts. Selected: Tajikistan." in words
    assert f"{BASE}/?countries=TJK" in words
    assert words.index("a.json the map") < words.index("b.csv the facts")
    assert "Pictures are left out" not in words
    for told in ("Natural Earth", "public domain", "Apache License 2.0", "de facto"):
        assert told in words
    assert max(map(len, text.splitlines())) <= 100


def test_a_readme_describes_every_kind_and_source_of_the_files_of_charts() -> None:
    view = View(a_corpus(), Selection(countries=("TJK",)))
    words = " ".join(readme(view, {}, BASE).split())
    lines = lines_of(chart_file(MAP, view, "csv", base=BASE).content)
    assert {line["kind"] for line in lines} == {"personnel", "control_share", "casualties"}
    for line in lines:
        assert kind_entry(line["kind"]).definition == line["kind_definition"]
        assert line["kind_definition"] in words
        for name in ("publisher", "title", "url", "licence"):
            assert line[f"source_{name}"] in words


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hides_in_a_readme(text: str) -> None:
    article = an_article(publisher=text, title=text, licence=text)
    content = readme(View(Corpus({"a": article}, {"a-1": a_fact()})), {}, BASE)
    assert all(char.isprintable() or char == "\n" for char in content)
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", content)


def test_a_zip_is_read_back_whole_and_its_readme_lists_every_member(no_browser: str) -> None:
    files = [planned.make() for planned in plan(View(a_corpus()), base=BASE)]
    content = zip_of(files)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted({file.name for file in files})
        assert {name: archive.read(name) for name in names} == {
            file.name: file.content for file in files
        }
        told = archive.read(README).decode()
        listed = {line.split()[0] for line in told.splitlines() if line.strip()}
        assert set(names) - {README} <= listed
        assert " ".join(no_browser.split()) in " ".join(told.split())
        assert not any(name.endswith((".png", ".svg", ".pdf")) for name in names)
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o644
    assert {"CITATION.txt", "CITATION.bib", README} <= set(names)


def test_pictures_are_made_abreast_and_one_that_fails_stops_the_others() -> None:
    both = threading.Barrier(2, timeout=10)
    drawn: list[str] = []

    def picture(name: str) -> Planned:
        def make() -> File:
            both.wait()
            drawn.append(name)
            return File(name, "image/png", name.encode())

        return Planned(name, "a picture", make, picture=True)

    def failing() -> File:
        raise InputError("picture", "cannot be drawn", "Ask for another.")

    text = File("a.txt", "text/plain", b"a")
    table = Planned(text.name, "a table", lambda: text)
    files = list(made([picture("b.png"), table, picture("c.png")]))
    assert {file.name for file in files} == {"a.txt", "b.png", "c.png"}
    broken = [Planned(f"{n}.png", "a picture", failing, picture=True) for n in range(9)]
    with pytest.raises(InputError, match="cannot be drawn"):
        list(made([*broken, table]))
    assert sorted(drawn) == ["b.png", "c.png"]


def test_the_same_view_gives_the_same_zip(no_browser: str) -> None:
    assert no_browser
    wanted = {kind for _, kind in DATA_FORMATS} - {"html"}  # test_export_files compares pages.
    first, second = (
        [each.make() for each in plan(View(a_corpus()), base=BASE, wanted=wanted)] for _ in "12"
    )
    assert len(first) > len(wanted)
    assert zip_of(first) == zip_of(reversed(second))


def test_a_plan_says_beforehand_what_the_files_are_called(no_browser: str) -> None:
    assert no_browser
    planned = plan(View(a_corpus()), base=BASE, wanted=["csv", "facts-json", "geojson"])
    assert [each.make().name for each in planned] == [each.name for each in planned]
    assert {each.name for each in planned} == {
        "CITATION.bib",
        "CITATION.txt",
        README,
        *(f"afghanistan-withdrawal-{name}.csv" for name in CHARTS),
        "afghanistan-withdrawal-facts.json",
        "afghanistan-withdrawal-region-map.geojson",
    }


@pytest.mark.parametrize("wanted", [["gif"], ["csv", "gif"], ["CSV"], [""]])
def test_an_unknown_wanted_format_is_refused_with_those_there_are(wanted: list[str]) -> None:
    with pytest.raises(InputError, match="there is no such format") as refused:
        plan(View(a_corpus()), base=BASE, wanted=wanted)
    for entry in (*formats("chart"), *formats("facts")):
        assert entry.id in refused.value.remedy


def test_without_a_browser_a_picture_may_be_wanted_and_the_readme_says_why_it_is_not_there(
    no_browser: str,
) -> None:
    planned = plan(View(a_corpus()), base=BASE, wanted=["png", "svg"])
    assert {each.name for each in planned} == {"CITATION.txt", "CITATION.bib", README}
    told = next(each for each in planned if each.name == README).make().content.decode()
    assert f"Pictures are left out. {no_browser}" in " ".join(told.split())


def test_with_a_browser_pictures_are_planned_under_names_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, sys.executable)  # Nothing is drawn here.
    planned = plan(View(a_corpus()), base=BASE)
    names = [each.name for each in planned]
    assert len(set(names)) == len(names)
    pictures = [entry for entry in formats("chart") if entry.picture]
    drawn = [name for name in names if name.endswith((".png", ".svg", ".pdf"))]
    assert len(drawn) == len(pictures) * len(CHARTS)
    assert "Pictures are left out" not in planned[-1].make().content.decode()


def test_files_made_elsewhere_are_planned_listed_and_can_be_wanted() -> None:
    report = planned_file("report.html", b"<p>All of it</p>")
    everything = plan(View(a_corpus()), base=BASE, more={"report": report})
    assert report in everything
    only = plan(View(a_corpus()), base=BASE, wanted=["report"], more={"report": report})
    assert only[0] == report
    assert "report.html" in only[-1].make().content.decode()
    assert report not in plan(View(a_corpus()), base=BASE, wanted=["csv"], more={"report": report})
