"""Saved pages of different sorts: made-up ones, each as its kind of site writes them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import pytest

from data.article import Article
from data.intake import read_upload
from data.parse import extract

PAGES = Path(__file__).with_name("saved_pages")
DAY = dt.date(2021, 7, 6)
STORY = (
    "Some 300 Afghan border guards fled to Iran on Monday, an official said.",
    (
        "Forty are missing. The governor said that 12 guards had been killed in the fighting "
        "before dawn."
    ),
)
COURIER = "The Prairie Courier"
HEADLINE = "Guards flee to Iran"
LENGTH = "The border with Iran is 936 km long."


class Page(NamedTuple):
    """What is to be read of a page; the publisher is a guess where metadata names none."""

    lines: tuple[str, ...]
    title: str = "Guards flee to Iran"
    publisher: str | None = None
    guess: str | None = None
    published: dt.date | None = None
    date_lines: tuple[str, ...] = ()
    month_first: bool | None = None


EXPECTED = {
    "tables": Page(
        (
            "Tajikistan takes in Afghan refugees",
            (
                "DUSHANBE. July 6 (CAWS) - More than 1,000 Afghan servicemen retreated into "
                "Tajikistan overnight, the State Committee for National Security said."
            ),
            (
                "President Emomali Rahmon ordered the mobilisation of 20,000 reservists to "
                "strengthen the border with Afghanistan."
            ),
            (
                "The Taliban have captured six districts of Badakhshan province which border "
                "Tajikistan, the committee said."
            ),
            "Country | Refugees",
            "Tajikistan | 1,600",
            "Iran | 780,000",
            "The two countries share a border of 1,344km.",
        ),
        title="Tajikistan takes in Afghan refugees",
        guess="Central Asia Wire Service",
        date_lines=("06.07.2021 16:40",),
    ),
    "tables_nested": Page(
        (
            "Guards flee to Iran - 40 missing",
            "By A. Writer, July 6, 2021",
            STORY[0],
            "Forty are missing. The governor said that 12 guards had been killed.",
            "The crossing near Zaranj",
            "Losses in June:",
            "Province | Killed",
            "Herat | 31",
            "Farah | 18",
            LENGTH,
        ),
        title="Guards flee to Iran - 40 missing",
        guess="Ariana Daily Review",
        date_lines=("By A. Writer, July 6, 2021", "Friday, 12 March 2024"),
    ),
    "wordpress": Page(
        ("Guards flee to Iran", "", *STORY, "Province | Killed", "Herat | 31", LENGTH),
        guess="Border Notes",
        published=DAY,
        date_lines=("Posted on 06/07/2021 by A. Writer",),
        month_first=False,
    ),
    "amp": Page(
        ("Guards flee to Iran", "Tuesday 6 July 2021", *STORY),
        publisher="Frontier Today",
        guess="Frontier Today",
        published=DAY,
        date_lines=("Tuesday 6 July 2021",),
    ),
    "print": Page(
        (
            "Guards flee to Iran",
            "06-07-2021 10:15",
            f"DUSHANBE (SP) - {STORY[0]}",
            "Forty are missing. The governor said that 12 guards had been killed.",
            LENGTH,
        ),
        date_lines=("06-07-2021 10:15",),
    ),
    "russian": Page(
        (
            "Afghan guards flee to Tajikistan",
            "",
            (
                "MOSCOW, July 6. /VESTNIK/. More than 1,000 Afghan servicemen crossed into "
                "Tajikistan overnight, its border guards told VESTNIK."
            ),
            "The Taliban captured six districts of Badakhshan province, the statement said.",
        ),
        title="Afghan guards flee to Tajikistan",
        guess="VESTNIK",
        date_lines=("6 JUL, 16:40",),
    ),
    "iranian": Page(
        (
            "Guards flee to Iran",
            f"TEHRAN, Jul. 06 (ANA) – {STORY[0]}",
            f"{STORY[1][:-1]}, according to ANA.",
            LENGTH,
            "ZZ/PR",
        ),
        publisher="en.alborz.example",
        guess="Alborz News Agency",
        published=DAY,
        date_lines=("Jul 6, 2021, 12:30 PM",),
    ),
    "saved_by_browser": Page(
        (
            "Guards flee: “We can’t stay”",
            "",
            STORY[0],
            "“We can’t stay,” one said. Forty are missing, and 12 guards have been killed.",
            "The border with Iran is 936 km long, and the crossing near Zaranj was shut on Sunday.",
        ),
        title="Guards flee: “We can’t stay”",
        guess="North Post",
        published=DAY,
        date_lines=("By Tom O’Neill, Tuesday 6 July 2021",),
    ),
    "american": Page(
        ("Guards flee to Iran", "07/06/2021", f"KABUL, Afghanistan — {STORY[0]}", STORY[1]),
        guess="The Prairie Courier",
        date_lines=("07/06/2021",),
        month_first=True,
    ),
    "unclear": Page(("Guards flee to Iran", "06/07/2021", *STORY), date_lines=("06/07/2021",)),
}


def read(name: str, change: tuple[str, str] = ("", "")) -> Article:
    content = (PAGES / f"{name}.html").read_text(encoding="utf-8").replace(*change)
    (found,) = read_upload(f"{name}.html", content.encode())
    assert isinstance(found, Article), found
    return found


def test_every_page_is_expected() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_article_of_a_page(name: str) -> None:
    expected, article = EXPECTED[name], read(name)
    assert tuple(article.text.splitlines()) == expected.lines
    assert (article.title, article.publisher, article.published) == (
        expected.title,
        expected.publisher,
        expected.published,
    )
    assert article.clues is not None
    assert (article.clues.publisher, article.clues.date_lines, article.clues.month_first) == (
        expected.guess,
        expected.date_lines,
        expected.month_first,
    )


def test_figures_of_a_table_are_read_in_their_place() -> None:
    assert [fact.value for fact in extract(read("tables"))] == [
        *(1_000.0, 20_000.0, 6.0, 1_600.0, 780_000.0, 1_344.0)
    ]


def test_where_a_page_was_saved_from_is_a_guess_at_its_publisher() -> None:
    clues = read("saved_by_browser", (" | North Post</title>", "</title>")).clues
    assert clues is not None
    assert clues.publisher == "northpost.example"
    assert clues.publisher_words == (
        "the page's address: https://www.northpost.example/world/guards-flee-12345678"
    )


@pytest.mark.parametrize(
    ("title", "headline", "guess"),
    [
        ("Guards flee to Iran :: The Prairie Courier", HEADLINE, COURIER),
        ("The Prairie Courier » World » Guards flee to Iran", HEADLINE, COURIER),
        ("Guards flee to Iran - World - The Prairie Courier", HEADLINE, COURIER),
        ("Guards flee to Iran", "Guards flee to Iran", None),
        ("Border guards flee | Courier", "Guards flee to Iran", "Courier"),
        ("Border guards flee - 40 missing", "Guards flee to Iran", None),
        ("Guards flee to Iran - 40 missing", HEADLINE, None),
        ("Guards flee to Iran - scores missing", HEADLINE, None),
        ("Guards flee to Iran | 40 missing", HEADLINE, None),
        ("Guards flee to Iran | Asia", HEADLINE, None),
        ("Guards flee to Iran | Pakistan", HEADLINE, None),
        ("Guards flee to Iran | Opinion | Frontier", HEADLINE, "Frontier"),
        ("Scores missing | Guards flee to Iran", HEADLINE, None),
    ],
)
def test_trail_of_a_title(title: str, headline: str, guess: str | None) -> None:
    article = read("american", ("Guards flee to Iran - The Prairie Courier", title))
    assert (article.title, article.clues and article.clues.publisher) == (headline, guess)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("06.07.2021", DAY),
        ("6 July 2021", DAY),
        ("2021-07-06", DAY),
        ("13/07/2021", dt.date(2021, 7, 13)),
        ("06/07/2021", None),
        ("06-07-2021", None),
    ],
)
def test_a_day_that_can_be_read_in_two_ways_is_not_taken(
    written: str, published: dt.date | None
) -> None:
    assert read("unclear", ("06/07/2021", written)).published == published


STORY_DAY = "<p>It was the first such flight since 7 June 2021, the official said.</p>"
LINK = "<p>See <a href='https://x.example/2021/06/07/other'>another flight</a> of guards.</p>"
SCRIPT = "<script src='/app.js?v=20210607'></script>"
TEASER = "<h3>Other</h3><time datetime='2021-06-07'>7 June</time>"
OBJECT = '<script type="application/ld+json">{"datePublished": "2021-07-06T10:00:00Z"}</script>'
NAMED = '<meta name="date" content="2021-07-06">'


@pytest.mark.parametrize("elsewhere", ["", STORY_DAY, LINK, SCRIPT, TEASER])
@pytest.mark.parametrize("language", ["en-US", "en", ""])
def test_a_day_elsewhere_on_a_page_makes_figures_no_surer(elsewhere: str, language: str) -> None:
    page = (
        f"<html lang='{language}'><head><title>{HEADLINE}</title>"
        f"<meta name='date' content='07/06/2021'></head><body><div class='a'><h1>{HEADLINE}</h1>"
        f"<p>{STORY[0]}</p><p>{STORY[1]}</p>{elsewhere}</div></body></html>"
    )
    (article,) = read_upload("a.html", page.encode())
    assert isinstance(article, Article)
    assert (article.published, article.published_basis) == (None, None)


@pytest.mark.parametrize("said", [OBJECT, NAMED])
@pytest.mark.parametrize("name", ["american", "unclear"])
def test_a_day_that_metadata_writes_in_one_way_is_taken(name: str, said: str) -> None:
    article = read(name, ("</head>", f"{said}</head>"))
    assert article.published == DAY


def test_other_dates_of_a_page_tell_its_order() -> None:
    clues = read("american", ("dawn.</p>", "dawn.</p><p>See 13/06/2021</p>")).clues
    assert clues is not None
    assert clues.month_first is False


def test_a_table_of_figures_in_a_page_of_divisions_stays_one() -> None:
    article = read("wordpress", ("<td>31</td>", "<td><p>31</p></td>"))
    assert "Herat | 31" in article.text.splitlines()
