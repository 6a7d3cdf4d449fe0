"""Charts and facts as files, how to cite them, all of them in a ZIP, and in a folder."""

from __future__ import annotations

import dataclasses
import datetime as dt
import errno
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.catalogue import CHARTS, Chart
from dashboard.export import citation
from dashboard.export.bundle import README, Planned, plan, zip_of
from dashboard.export.files import PREVIEW, File, chart_file, facts_file, file_name, view_name
from dashboard.export.folder import MANIFEST, Written, write_folder
from dashboard.export.formats import Format, format_called, formats
from dashboard.export.readme import readme
from dashboard.images.installed import OFF, VARIABLE, missing
from dashboard.kinds import kind_entry
from dashboard.selection import Selection
from dashboard.view import View
from data.corpus import Corpus
from data.errors import InputError
from tests.dashboard.html_pages import Page
from tests.dashboard.made_up import a_fact, a_number, an_article
from tests.dashboard.test_export_tables import HOSTILE, lines_of

BASE: Final = "https://example.org/withdrawal"
MAP, TIMELINE = CHARTS["region-map"], CHARTS["timeline"]
EVERYTHING: Final = "Claims about the 2021 withdrawal from Afghanistan"


def a_corpus() -> Corpus:
    """Two articles; what the second tells is about another country."""
    later = {"url": "https://example.org/later", "licence": "lent", "title": "Seven hurt"}
    return Corpus(
        articles={
            "a": an_article(),
            "b": an_article(
                article_id="b", publisher="Later News", published=dt.date(2021, 8, 1), **later
            ),
        },
        facts={
            "a-1": a_number("a-1", 40, places=("TJK",), who="guards", origin="AFG"),
            "a-2": a_number("a-2", 85, unit="percent", of="AFG-TJK", kind="control_share"),
            "b-1": a_number("b-1", 7, article_id="b", places=("UZB",), kind="casualties"),
        },
    )


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(VARIABLE, OFF)
    why = missing()
    assert why
    return why


# Formats


DATA: Final = [
    (chart.name, entry.id)
    for chart in CHARTS.values()
    for entry in formats("chart", is_map=chart.is_map)
    if not entry.picture
] + [("facts", entry.id) for entry in formats("facts")]


def made(name: str, kind: str, corpus: Corpus) -> File:
    view = View(corpus)
    if name == "facts":
        return facts_file(view, kind, base=BASE)
    return chart_file(CHARTS[name], view, kind, base=BASE)


@pytest.mark.parametrize(("name", "kind"), DATA)
def test_every_format_has_a_maker_and_the_same_view_gives_the_same_bytes(
    name: str, kind: str
) -> None:
    file = made(name, kind, a_corpus())
    entry = format_called(kind, "facts" if name == "facts" else "chart")
    assert file.content
    assert file.media_type == entry.media_type
    variant = "-animated" if entry.plays else ""
    assert file.name == f"afghanistan-withdrawal-{name}{variant}.{entry.suffix}"
    assert made(name, kind, a_corpus()) == file


@pytest.mark.parametrize(("name", "kind"), DATA)
def test_nothing_to_show_is_a_file_too(name: str, kind: str) -> None:
    assert made(name, kind, Corpus({}, {})).content


def test_formats_are_one_of_each_name() -> None:
    listed = [*formats("chart"), *formats("facts"), PREVIEW]
    assert len({entry.id for entry in listed}) == len(listed)
    assert {"png", "svg", "pdf", "html", "csv", "json"} <= {entry.id for entry in listed}
    for_maps = {entry.id for entry in formats("chart")}
    for_all = {entry.id for entry in formats("chart", is_map=False)}
    assert for_maps - for_all == {"animated", "geojson", "gpkg"}


@pytest.mark.parametrize(
    "make",
    [
        lambda view: chart_file(TIMELINE, view, "geojson", base=BASE),
        lambda view: chart_file(MAP, view, "facts-csv", base=BASE),
        lambda view: chart_file(MAP, view, "../../png", base=BASE),
        lambda view: facts_file(view, "csv", base=BASE),
        lambda view: facts_file(view, "preview", base=BASE),
    ],
)
def test_an_unknown_format_is_refused_with_those_there_are(make: Callable[[View], File]) -> None:
    with pytest.raises(InputError, match="there is no such format") as refused:
        make(View(a_corpus()))
    assert "csv" in refused.value.remedy


def test_what_is_plotted_comes_with_each_sentence_behind_it() -> None:
    view = View(a_corpus())
    for chart in (MAP, TIMELINE):
        content = chart_file(chart, view, "csv", base=BASE).content
        lines = lines_of(content)
        assert tuple(lines[0])[: len(chart.columns)] == chart.columns
        pairs = [(mark, fact) for mark in chart.marks(view) for fact in mark.facts]
        assert [line["fact_id"] for line in lines] == [fact.fact_id for _, fact in pairs]
        assert {line["fact_id"] for line in lines} == set(view.corpus.facts)
        for line, (mark, fact) in zip(lines, pairs, strict=True):
            assert {name: line[name] for name in chart.columns} == dict(mark.columns)
            assert (line["quote"], line["of"]) == (fact.quote, fact.of or "")
            article = view.corpus.articles[fact.article_id]
            told = [line[f"source_{name}"] for name in ("publisher", "title", "url", "licence")]
            assert told == [article.publisher, article.title, article.url, article.licence]
            assert parse_qs(urlsplit(line["link"]).query) == {"fact": [fact.fact_id]}
        read = pd.read_csv(io.BytesIO(content))
        assert list(read["value"]) == [fact.value for _, fact in pairs]


def test_a_figure_says_as_of_when_it_is() -> None:
    for corpus, day in ((a_corpus(), "2021-08-01"), (Corpus({}, {}), None)):
        for chart in (MAP, TIMELINE):
            content = chart_file(chart, View(corpus), "json", base=BASE).content
            assert json.loads(content)["layout"]["meta"]["as_of"] == day


# Names


texts = st.text(max_size=60) | st.sampled_from(
    ["../../etc/passwd", "CON", "a\0b", "İ.csv", "…" * 99]
)
several = st.lists(texts, max_size=3).map(tuple)
selections = st.builds(
    Selection,
    countries=several,
    actors=several,
    kinds=several,
    sources=several,
    layer=st.none() | texts,
    chart=st.none() | texts,
    fact=st.none() | texts,
    article=st.none() | texts,
)
ALL_FORMATS: Final = (*formats("chart"), PREVIEW, *formats("facts"))


@given(selection=selections, entry=st.sampled_from(ALL_FORMATS))
def test_a_name_is_safe_on_every_file_system(selection: Selection, entry: Format) -> None:
    view = View(Corpus({}, {}), selection)
    chart = MAP if entry.of == "chart" else None
    name = file_name(view, entry, chart)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+", name)
    assert len(name) <= 120
    assert name.endswith(f".{entry.suffix}")
    assert name == file_name(View(a_corpus(), selection), entry, chart)
    everything = view_name(view, "everything", suffix="zip")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.zip", everything)


def test_a_name_stays_short_however_much_is_selected() -> None:
    view = View(Corpus({}, {}), Selection(countries=("TJK",) * 99, fact="a" * 999))
    for entry in ALL_FORMATS:
        assert len(file_name(view, entry, MAP if entry.of == "chart" else None)) <= 120


def test_a_name_says_what_is_selected() -> None:
    view = View(a_corpus(), Selection(countries=("TJK", "UZB"), chart="timeline"))
    csv = format_called("csv", "chart")
    assert file_name(view, csv, MAP) == "afghanistan-withdrawal-region-map-tjk-uzb.csv"
    twice = format_called("png-2x", "chart")
    assert file_name(view, twice, MAP) == "afghanistan-withdrawal-region-map-tjk-uzb-2x.png"


def test_a_name_says_a_fact_and_its_article_once() -> None:
    chosen = Selection(sources=("daily-5",), fact="daily-5.12.personnel", article="daily-5")
    name = view_name(View(a_corpus(), chosen), "facts", suffix="csv")
    assert name == "afghanistan-withdrawal-facts-daily-5-12-personnel.csv"
    other = dataclasses.replace(chosen, sources=("daily",))
    name = view_name(View(a_corpus(), other), "facts", suffix="csv")
    assert name == "afghanistan-withdrawal-facts-daily-daily-5-12-personnel.csv"


# Citations


def bibtex_fields(text: str) -> dict[str, str]:
    """The fields of a file with one entry, with braces counted as BibTeX does: all of them."""
    head = re.match(r"@misc\{([a-z0-9-]+),\n", text)
    assert head
    fields: dict[str, str] = {}
    rest = text[head.end() :]
    while found := re.match(r"\s*([a-z]+) = \{", rest):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[end], 0)
            end += 1
        fields[found[1]] = rest[found.end() : end - 1]
        rest = rest[end:].removeprefix(",")
    assert rest == "\n}\n"
    return fields


_TYPESET: Final = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{char}": char for char in "%&#$_"},
}


def typeset(text: str) -> str:
    """What LaTeX prints for a text; fails on characters that it would not print."""
    commands = re.compile("|".join(map(re.escape, _TYPESET)))
    assert not set(commands.sub("", text)) & set("\\{}%&#$_^~")
    return commands.sub(lambda found: _TYPESET[found[0]], text)


LATEX: Final = ("100% & #1 $_x_$", r"\input{/etc/passwd}", "{", "}", "}{", "~^", r"\}", "@misc{x,")


def view_of_publisher(text: str) -> View:
    article = an_article(publisher=text, title=text)
    return View(Corpus({"a": article}, {"a-1": a_fact()}), Selection(sources=("a",)))


@pytest.mark.parametrize("text", [*LATEX, *HOSTILE])
@pytest.mark.parametrize("chart", [None, MAP])
def test_bibtex_is_one_entry_that_prints_what_was_published(text: str, chart: Chart | None) -> None:
    view = view_of_publisher(text)
    fields = bibtex_fields(citation.bibtex(chart, view, BASE))
    assert list(fields) == ["title", "author", "year", "howpublished", "note"]
    assert fields["author"] == "{Withdrawal dashboard}"
    assert fields["year"] == "2021"
    shown = citation.flat(text)
    assert shown in typeset(fields["title"])
    assert typeset(fields["note"]).startswith("Sources: ")
    assert shown in typeset(fields["note"])
    assert "\\" not in fields["howpublished"].removeprefix(r"\url{").replace(r"\%", "")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_publisher_is_cited_in_full(text: str) -> None:
    view = view_of_publisher(text)
    shown = citation.flat(text)
    assert shown in typeset(bibtex_fields(citation.bibtex(None, view, BASE))["note"])
    assert shown in citation.plain(None, view, BASE)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_plain_citation_is_one_paragraph_in_which_nothing_hides(text: str) -> None:
    cited = citation.plain(MAP, view_of_publisher(text), BASE)
    assert cited.endswith("\n")
    assert len(cited.splitlines()) == 1
    assert cited[:-1].isprintable()
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", cited)


def test_a_citation_has_title_date_sources_and_link() -> None:
    view = View(a_corpus(), Selection(countries=("TJK",)))
    assert citation.plain(None, view, BASE) == (
        f"Withdrawal dashboard. “{EVERYTHING}: Tajikistan.” As reported up to 1 August 2021. "
        "Sources: The Daily Example, “Guards flee”, 9 July 2021. "
        f"{BASE}/?countries=TJK\n"
    )
    fields = bibtex_fields(citation.bibtex(TIMELINE, view, BASE))
    assert fields["title"] == "Timeline of claims: Tajikistan"
    assert fields["howpublished"] == rf"\url{{{BASE}/?countries=TJK&chart=timeline}}"


def test_a_chart_is_cited_with_the_sources_of_its_source_line() -> None:
    view = View(a_corpus(), Selection(countries=("TJK",)))
    for chart in (MAP, TIMELINE):
        figure = json.loads(chart_file(chart, view, "json", base=BASE).content)
        for publisher in ("The Daily Example", "Later News"):
            assert publisher in figure["layout"]["meta"]["source"]
            assert publisher in citation.plain(chart, view, BASE)
            assert publisher in citation.bibtex(chart, view, BASE)


def test_a_citation_of_many_articles_names_some_and_counts_the_rest() -> None:
    names = [f"a{place}" for place in range(8)]
    articles = {name: an_article(article_id=name, publisher=f"Paper {name}") for name in names}
    facts = {name: a_fact(name, article_id=name) for name in names}
    cited = citation.plain(None, View(Corpus(articles, facts)), BASE)
    assert "Paper a4" in cited
    assert "Paper a5" not in cited
    assert "and 3 articles more" in cited


def test_nothing_in_view_can_be_cited_too() -> None:
    view = View(Corpus({}, {}))
    assert citation.plain(None, view, BASE) == (
        f"Withdrawal dashboard. “{EVERYTHING}.” Sources: none. {BASE}/\n"
    )
    fields = bibtex_fields(citation.bibtex(None, view, BASE))
    assert "year" not in fields


@pytest.mark.parametrize("text", [*HOSTILE, '"><script>alert(1)</script>', "&quot;&amp;", "'"])
def test_code_for_another_page_is_one_frame_whatever_its_title(text: str) -> None:
    address = f"{BASE}/embed?a=1&b={text}"
    page = Page(citation.embed_code(address, text, 480).encode())
    (frame,) = page.elements
    assert frame.tag == "iframe"
    assert frame.attributes["src"] == address
    assert frame.attributes["title"] == text
    assert "height: 480px" in frame.attributes["style"]
    assert set(frame.attributes) == {"src", "title", "loading", "style"}


# The read-me


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


# Everything at once


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


def test_the_same_view_gives_the_same_zip(no_browser: str) -> None:
    assert no_browser
    wanted = {kind for _, kind in DATA} - {"html"}  # Pages alone are compared above.
    first, second = (
        [each.make() for each in plan(View(a_corpus()), base=BASE, wanted=wanted)] for _ in "12"
    )
    assert len(first) > len(wanted)
    assert zip_of(first) == zip_of(reversed(second))


def test_a_plan_says_beforehand_what_the_files_are_called(no_browser: str) -> None:
    assert no_browser
    planned = plan(View(a_corpus()), base=BASE, wanted=["csv", "facts-json", "geojson"])
    assert [each.make().name for each in planned] == [each.name for each in planned]
    assert sorted(each.name for each in planned) == [
        "CITATION.bib",
        "CITATION.txt",
        README,
        "afghanistan-withdrawal-claims.csv",
        "afghanistan-withdrawal-facts.json",
        "afghanistan-withdrawal-region-map.csv",
        "afghanistan-withdrawal-region-map.geojson",
        "afghanistan-withdrawal-timeline.csv",
    ]


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


# A folder


def planned_file(name: str, content: bytes) -> Planned:
    return Planned(name, "a file", lambda: File(name, "text/plain", content))


def planned_files(*names: str) -> list[Planned]:
    return [planned_file(name, name.encode()) for name in names]


def never(name: str) -> Planned:
    def make() -> File:
        raise AssertionError(f"{name} was made again")

    return Planned(name, "a file", make)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


NAMES: Final = ("a.csv", "b.json", "c.txt", "d.txt")


def test_a_second_run_makes_nothing_again(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    first = write_folder(planned_files(*NAMES), folder, inputs="1")
    assert first == Written(made=NAMES, kept=())
    written = content_of(folder)
    assert set(written) == {*NAMES, MANIFEST}
    assert all(written[name] == name.encode() for name in NAMES)
    told: list[tuple[int, int, str, int]] = []
    second = write_folder(
        [never(name) for name in NAMES],
        folder,
        inputs="1",
        progress=lambda *step: told.append(step),
    )
    assert second == Written(made=(), kept=NAMES)
    assert content_of(folder) == written
    assert told == [(place, 4, name, 0) for place, name in enumerate(NAMES, start=1)]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_run_keeps_what_was_finished_and_goes_on(
    tmp_path: Path, error: type[BaseException]
) -> None:
    def interrupted() -> File:
        raise error

    first_two = planned_files(*NAMES[:2])
    files = [*first_two, Planned("c.txt", "a file", interrupted), never("d.txt")]
    with pytest.raises(error):
        write_folder(files, tmp_path, inputs="1")
    assert set(content_of(tmp_path)) == {"a.csv", "b.json", MANIFEST}
    again = [never("a.csv"), never("b.json"), *planned_files("c.txt", "d.txt")]
    assert write_folder(again, tmp_path, inputs="1") == Written(NAMES[2:], NAMES[:2])
    assert set(content_of(tmp_path)) == {*NAMES, MANIFEST}


def test_a_run_that_was_killed_while_it_wrote_goes_on(tmp_path: Path) -> None:
    write_folder(planned_files("a.csv"), tmp_path, inputs="1")
    (tmp_path / ".b.json.export-part").write_bytes(b"half")
    (tmp_path / f".{MANIFEST}.export-part").write_bytes(b"{")
    files = [never("a.csv"), *planned_files("b.json")]
    assert write_folder(files, tmp_path, inputs="1") == Written(("b.json",), ("a.csv",))
    assert set(content_of(tmp_path)) == {"a.csv", "b.json", MANIFEST}


def test_other_inputs_make_every_file_again(tmp_path: Path) -> None:
    write_folder([planned_file("a.csv", b"old")], tmp_path, inputs="1")
    again = write_folder([planned_file("a.csv", b"new")], tmp_path, inputs="2")
    assert again == Written(made=("a.csv",), kept=())
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def change(path: Path) -> None:
    path.write_bytes(b"changed")


@pytest.mark.parametrize("spoil", [change, Path.unlink])
def test_a_file_that_was_changed_or_deleted_is_made_again(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    write_folder(planned_files(*NAMES), tmp_path, inputs="1")
    spoil(tmp_path / "b.json")
    files = [never("a.csv"), *planned_files("b.json"), never("c.txt"), never("d.txt")]
    assert write_folder(files, tmp_path, inputs="1").made == ("b.json",)
    assert (tmp_path / "b.json").read_bytes() == b"b.json"


def test_a_file_that_no_export_made_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(b"mine")
    with pytest.raises(InputError, match="no export made it") as refused:
        write_folder([never(name) for name in NAMES], tmp_path, inputs="1")
    assert str(tmp_path / "c.txt") in refused.value.where
    assert content_of(tmp_path) == {"c.txt": b"mine"}


def test_other_files_in_the_folder_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write_folder(planned_files("a.csv"), tmp_path, inputs="1")
    write_folder(planned_files("b.json"), tmp_path, inputs="2")
    assert content_of(tmp_path).keys() == {"notes.txt", "a.csv", "b.json", MANIFEST}
    assert (tmp_path / "notes.txt").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'"text"',
        b'{"a.csv": null}',
        b'{"a.csv": "text"}',
        b'{"a.csv": {"inputs": "1"}}',
        b'{"a.csv": {"inputs": "1", "sha256": "0", "more": 1}}',
        b'{"name": "An app", "icons": []}',
    ],
)
def test_a_damaged_manifest_is_an_error_that_names_it(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(damaged)
    with pytest.raises(InputError, match="this is no list of an export's files") as refused:
        write_folder([never("a.csv")], tmp_path, inputs="1")
    assert refused.value.where == str(tmp_path / MANIFEST)
    assert content_of(tmp_path) == {MANIFEST: damaged}


def test_a_folder_that_cannot_be_made_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(InputError, match="the folder cannot be made") as refused:
            write_folder([never("a.csv")], folder, inputs="1")
        assert refused.value.where == str(folder)
    assert content_of(tmp_path) == {"file": b"mine"}


def test_files_of_ones_own_stay_whatever_they_are_called(tmp_path: Path) -> None:
    (tmp_path / "a.csv.part").write_bytes(b"mine")
    write_folder(planned_files("a.csv"), tmp_path, inputs="1")
    assert (tmp_path / "a.csv.part").read_bytes() == b"mine"


def test_a_full_disk_keeps_what_was_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bytes = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "b.json" in path.name:
            write_bytes(path, content[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write_bytes(path, content)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        with pytest.raises(InputError, match="No space left on device") as refused:
            write_folder(planned_files(*NAMES), tmp_path, inputs="1")
    assert refused.value.where == str(tmp_path / "b.json")
    assert set(content_of(tmp_path)) == {"a.csv", MANIFEST}
    again = [never("a.csv"), *planned_files(*NAMES[1:])]
    assert write_folder(again, tmp_path, inputs="1").kept == ("a.csv",)


def listed_in(folder: Path) -> set[str]:
    text = (folder / README).read_text("utf-8")
    return {line.split()[0] for line in text.splitlines() if line.startswith("afghanistan-")}


@pytest.mark.usefixtures("no_browser")
def test_the_readme_tells_of_the_files_of_the_last_run(tmp_path: Path) -> None:
    def export(wanted: Sequence[str]) -> Written:
        return write_folder(
            plan(View(a_corpus()), base=BASE, wanted=wanted), tmp_path, inputs="same"
        )

    export(["facts-csv"])
    assert listed_in(tmp_path) == {"afghanistan-withdrawal-facts.csv"}
    both = export(["facts-csv", "facts-json"])
    assert "afghanistan-withdrawal-facts.csv" in both.kept
    assert listed_in(tmp_path) == {
        "afghanistan-withdrawal-facts.csv",
        "afghanistan-withdrawal-facts.json",
    }
    assert export(["facts-csv", "facts-json"]).made == ()
