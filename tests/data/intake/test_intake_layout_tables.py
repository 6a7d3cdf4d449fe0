"""Pages laid out with tables: nothing that a page tells is lost or read twice.

Where a page is none, its tables are tables of data, however long their cells are.
"""

from __future__ import annotations

import pytest

from data import lexicon
from data.article import Article
from data.intake import read_upload
from data.intake.page_lines import Line

HEADLINE = "Guards flee to Iran"
TOLD = (
    "Some 300 Afghan border guards fled to Iran on Monday, an official in the province said.",
    "Forty are missing. The governor said that 12 guards had been killed before dawn on Sunday.",
    "The border with Iran is 936 km long and the crossing near Zaranj was shut, he said.",
)
FIRST, SECOND, THIRD = TOLD
BODY = "".join(f"<p>{text}</p>" for text in TOLD)
MENU = "<td><a href='/'>Home</a><br><a href='/w'>World</a></td>"
TEASERS = "<td>Other news:<br><a href='/1'>Blast kills 25 in Kabul</a></td>"
CHRONOLOGY = (
    (
        "The Taliban captured nine districts in Badakhshan and Takhar, most of them without a "
        "fight, as soldiers left their posts. In Kunduz 30 soldiers gave up, elders said, and were "
        "sent home with money for the bus."
    ),
    (
        "More than 1,000 soldiers crossed into Tajikistan at dawn, the State Committee said, and "
        "were let in on humanitarian grounds, while the governor of Badakhshan flew to Kabul. "
        "Fighting went on near Faizabad."
    ),
)
DAYS = "".join(
    f"<tr><td>{day} July</td><td>{text}</td></tr>" for day, text in enumerate(CHRONOLOGY, 3)
)

LAYOUTS = {
    "one cell": f"<table><tr>{MENU}<td><h1>{HEADLINE}</h1>{BODY}</td>{TEASERS}</tr></table>",
    "the text in a table beside its headline": (
        f"<table><tr>{MENU}<td><h1>{HEADLINE}</h1><table><tr><td>{BODY}</td></tr></table></td>"
        f"{TEASERS}</tr></table>"
    ),
    "the text goes on behind a table in the headline's cell": (
        f"<table><tr>{MENU}<td><h1>{HEADLINE}</h1><p>{FIRST}</p><table><tr><td><p>{SECOND}</p>"
        f"</td></tr></table><p>{THIRD}</p></td>{TEASERS}</tr></table>"
    ),
    "a box in the text": (
        f"<table><tr><td>{HEADLINE}<br>{FIRST}<br><br><table align=right><tr><td><img src=x></td>"
        "</tr><tr><td>A crossing near Zaranj.</td></tr></table>"
        f"{SECOND}<br><br>{THIRD}</td></tr></table>"
    ),
    "rows": (
        f"<table><tr><td>{HEADLINE}</td></tr><tr><td>{FIRST}</td></tr><tr><td>Background</td></tr>"
        f"<tr><td>{SECOND}<br><br>{THIRD}</td></tr></table>"
    ),
    "two columns of text": (
        f"<table><tr><td><h1>{HEADLINE}</h1></td></tr><tr><td><p>{FIRST}</p><p>{SECOND}</p></td>"
        f"<td><p>{THIRD}</p></td></tr></table>"
    ),
    "the last row in an outer table": (
        f"<table><tr><td><h1>{HEADLINE}</h1><table><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr>"
        f"</table></td></tr><tr><td>{THIRD}</td></tr></table>"
    ),
    "a sentence outside": (
        f"<h1>{HEADLINE}</h1><p>Three fled.</p><table><tr>{MENU}<td>{BODY * 5}</td></tr></table>"
        "<p>More soon.</p>"
    ),
    "a paragraph in each table": "".join(
        f"<table><tr><td>{text} <table><tr><td>{text[:-1]}, again.</td></tr></table></td></tr>"
        "</table>"
        for text in TOLD
    ),
    "tables in one another": (
        f"{'<table><tr><td>Guards fled to Iran at dawn, he said. ' * 30}{BODY}"
        f"{'</td></tr></table>' * 30}"
    ),
}
ARTICLES = {
    "a chronology in an article": (
        f"<main><article><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
        f"<table>{DAYS}</table></article></main>"
    ),
    "a chronology in divisions": (
        f"<div class=story><h1>{HEADLINE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
        f"<table>{DAYS}</table></div>"
    ),
    "a quotation in a table": (
        f"<div class=story><h1>{HEADLINE}</h1>{BODY}<table><tr><td>{CHRONOLOGY[0]}</td></tr>"
        "</table></div>"
    ),
    "an explanation in a table": (
        f"<article><h1>{HEADLINE}</h1><p>{FIRST}</p><table><tr><td><p>{CHRONOLOGY[0]}</p>"
        f"<p>{CHRONOLOGY[1]}</p></td></tr></table><p>{SECOND}</p></article>"
    ),
}


def read(body: str, head: str = "") -> str:
    page = f"<html><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>"
    (article,) = read_upload("a.html", page.encode())
    assert isinstance(article, Article), article
    return article.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_of_a_layout_is_read_once_and_whole(layout: str) -> None:
    page = LAYOUTS[layout]
    text = read(page)
    for sentence in (*TOLD, "Three fled.", "More soon.", "Background", "A crossing near Zaranj."):
        assert text.count(sentence) == page.count(sentence), sentence
    assert "Home" not in text
    assert "Blast" not in text
    assert len(text) <= len(page)


@pytest.mark.parametrize("article", ARTICLES)
def test_long_cells_do_not_make_a_page_one_of_layout(article: str) -> None:
    page = ARTICLES[article]
    text = read(page)
    for sentence in (*TOLD, *CHRONOLOGY, "3 July", "4 July"):
        assert text.count(sentence) == page.count(sentence), sentence


def test_a_page_of_tables_without_prose_is_read_as_any_other() -> None:
    rows = "".join(f"<tr><td>Some {number} fled.</td></tr>" for number in range(40, 50))
    assert all(f"Some {number} fled." in read(f"<table>{rows}</table>") for number in range(40, 50))


def test_a_text_that_is_also_written_for_machines_is_no_old_page() -> None:
    head = '<script type="application/ld+json">{"articleBody": "Guards fled."}</script>'
    text = read(f"<table><tr>{MENU}<td><h1>{HEADLINE}</h1>{BODY}</td></tr></table>", head)
    assert all(text.count(sentence) == 1 for sentence in TOLD)


def test_a_chronology_in_a_page_of_layout_keeps_its_days_beside_their_events() -> None:
    text = read(
        f"<table><tr>{MENU}<td><h1>{HEADLINE}</h1>{BODY * 3}<table>{DAYS}</table></td></tr></table>"
    )
    assert [line for line in text.splitlines() if " July | " in line] == [
        f"{day} July | {told}" for day, told in enumerate(CHRONOLOGY, 3)
    ]


@pytest.mark.parametrize("line", lexicon.page_words().furniture.counterexamples)
def test_a_sentence_that_begins_as_a_line_about_the_page_stays(line: str) -> None:
    rows = f"<tr><td><h1>{HEADLINE}</h1><p>{line}</p>{BODY}<p>{line}</p></td></tr>"
    assert not Line(line, 0).is_of_the_page
    assert read(f"<table>{rows}<tr><td>x</td></tr></table>").count(line) == 2


@pytest.mark.parametrize("line", lexicon.page_words().furniture.examples)
def test_lines_about_the_page_go_at_its_edges_alone(line: str) -> None:
    inner = f"<h1>{HEADLINE}</h1><p>{FIRST}</p><p>{line}</p><p>{SECOND}</p><p>{THIRD}</p>"
    assert Line(line, 0).is_of_the_page
    text = read(f"<table><tr><td>{inner}<p>{line}</p></td></tr><tr><td>{line}</td></tr></table>")
    assert [each for each in text.splitlines() if each] == [HEADLINE, FIRST, line, SECOND, THIRD]


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{}</td></tr>",
        "</table><table><tr><td>{}<br><br></td></tr>",
        "<tr><td><table><tr><td>{}</td></tr></table></td></tr>",
    ],
)
def test_an_article_in_many_cells_is_read_to_its_end(row: str) -> None:
    told = [
        f"Some {number} guards fled to Iran on Monday, official {number} told reporters in the "
        "border town, and added that none of them had any ammunition left."
        for number in range(20, 60)
    ]
    rows = "".join(row.format(text) for text in (*told, "They will be back."))
    (article,) = read_upload("a.html", f"<body><table>{rows}</table></body>".encode())
    assert isinstance(article, Article)
    assert [line for line in article.text.splitlines() if line in told] == told
    assert article.text.endswith("They will be back.")
