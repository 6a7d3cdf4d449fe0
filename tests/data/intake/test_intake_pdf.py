"""PDF: paragraphs from lines; no date is guessed; scans, bombs and broken files are refused."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.article import Article
from data.errors import DefectError, InputError
from data.intake import Limits, read_upload
from tests.data.intake.pdf_files import lines, packed_stream, pdf, picture, stream

PARAGRAPH = (
    (72, 600, "Some 40 Afghan soldiers fled to Iran on Thursday, and two-"),
    (72, 586, "thirds of the district fell."),
    (72, 572, "At least 1,037 soldiers crossed into Tajikistan, he said, and"),
    (72, 558, "would return."),
)


def read(content: bytes) -> Article:
    (found,) = read_upload("report.pdf", content)
    assert isinstance(found, Article), found
    return found


def problem(content: bytes) -> str:
    (found,) = read_upload("report.pdf", content)
    assert isinstance(found, InputError), found
    return str(found)


def test_lines_become_paragraphs() -> None:
    article = read(pdf(stream(lines((72, 700, "Posts fall"), *PARAGRAPH)), title="Posts fall"))
    assert article.text.split("\n\n") == [
        "Posts fall",
        "Some 40 Afghan soldiers fled to Iran on Thursday, and two-thirds of the district fell.",
        "At least 1,037 soldiers crossed into Tajikistan, he said, and would return.",
    ]
    assert article.title == "Posts fall"
    assert (article.published, article.publisher, article.url) == (None, None, None)


def test_title_that_the_text_does_not_show_is_not_used() -> None:
    page = stream(lines((72, 700, "Posts fall"), *PARAGRAPH))
    assert read(pdf(page, title="Microsoft Word - final2.docx")).title == "Posts fall"


def test_margins_are_no_text_and_a_cut_paragraph_is_whole() -> None:
    margins = ((72, 770, "Example Times 9 July"), (72, 20, "https://example.org/a"))
    first = stream(lines(*margins, (300, 20, "1/2"), (72, 600, "Some 40 soldiers fled, with")))
    second = stream(lines(*margins, (300, 20, "2/2"), (72, 700, "their arms.")))
    article = read(pdf(first, second))
    assert article.text == "Some 40 soldiers fled, with their arms."
    assert article.url == "https://example.org/a"


STAMP = (24, 776, "7/9/21, 8:30 AM")


@pytest.mark.parametrize("stamp", [STAMP[2], "09.07.2021, 08:30", "2021-07-09, 08:30"])
def test_headline_that_a_browser_printed_above_the_page_too_stays(stamp: str) -> None:
    title, margin = "Posts fall", (280, 776, "Posts fall")
    page = stream(lines((24, 776, stamp), margin, (72, 736, title), *PARAGRAPH))
    article = read(pdf(page, title=title))
    assert article.title == title
    assert article.text.startswith(f"{title}\n\nSome 40 Afghan soldiers")


def test_head_that_touches_the_text_of_a_later_page_is_no_part_of_it() -> None:
    title, margin = "Posts fall", (72, 748, "Posts fall")
    first = stream(lines(STAMP, (280, 776, title), (72, 736, title), *PARAGRAPH))
    second = stream(lines(STAMP, margin, (72, 734, "Some 12 posts were burnt, he said too.")))
    article = read(pdf(first, second, title=title))
    assert article.text.count(title) == 1
    assert article.text.endswith("\n\nSome 12 posts were burnt, he said too.")


def test_ligatures_are_letters() -> None:
    escaped = lines((72, 600, "Some 40 soldiers \\(of 50\\) fled."))
    assert read(pdf(stream(escaped))).text == "Some 40 soldiers (of 50) fled."


LOCKED = b"/ID[(a)(b)]/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -4>>" % (
    b"x" * 32,
    b"y" * 32,
)


MEMORY = 256_000_000
"""Bytes that reading may take in these tests: a bomb need be no larger than that."""


def bomb() -> bytes:
    packer = zlib.compressobj(9)
    megabyte = b" " * 1_000_000
    packed = b"".join(packer.compress(megabyte) for _ in range(MEMORY // len(megabyte)))
    return pdf(packed_stream(packed + packer.flush()))


PROBLEMS: dict[str, Callable[[], bytes]] = {
    "is not a PDF file that can be read": lambda: b"%PDF-1.4\n" + b"garbage<<[(" * 10_000,
    "is not a PDF file": lambda: b"Some 40 soldiers fled.",
    "has no text, only pictures of it, as a scan": lambda: pdf(stream(b"0 0 100 100 re f")),
    "more than 200 pages": lambda: pdf(*[stream(b"")] * (Limits.MAX_PDF_PAGES + 1)),
    "more than 20,000,000 bytes": lambda: b"%PDF-1.4\n" + b" " * Limits.MAX_PDF_BYTES,
    "too much memory": bomb,
    "is locked with a password": lambda: pdf(stream(b""), extra=LOCKED),
}


@pytest.mark.parametrize("message", PROBLEMS)
def test_unreadable_file_says_why_at_once(message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Limits, "MAX_PDF_MEMORY", MEMORY)
    content = PROBLEMS[message]()
    start = time.monotonic()
    assert message in problem(content)
    assert time.monotonic() - start < Limits.MAX_PDF_SECONDS


def test_paragraph_of_soft_hyphens_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [["Posts fall", "\xad", "\xad\n\xad", "Some 40 men fled, with", "\xad", "their arms."]]
    said = {"pages": pages, "pictured": [False], "title": ""}
    monkeypatch.setattr("data.intake.pdf._read_apart", lambda _: said)
    assert read(pdf()).text == "Posts fall\n\nSome 40 men fled, with their arms."


PIECES = (
    "\xad",
    "\u200b",
    "\u2029",
    "\n",
    "\f",
    " ",
    "a",
    "A",
    "40 fled.",
    "1. ",
    "2) ",
    "•",
    "-",
    "½",
)
PARAGRAPHS = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))


@settings(deadline=None, max_examples=60)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=2), st.sampled_from(["", "A", "a - 40 fled."]))
def test_any_paragraphs_are_read_or_refused(pages: list[list[str]], title: str) -> None:
    said = {"pages": pages, "pictured": [False] * len(pages), "title": title}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("data.intake.pdf._read_apart", lambda _: said)
        (found,) = read_upload("report.pdf", b"%PDF-")
    assert not isinstance(found, DefectError), found


def test_items_of_a_list_stay_apart() -> None:
    listed = ("Most read", "1. 7 killed as lorry hits bridge", "2. 500 jobs to go", "in Herat")
    page = [(72, 700 - 14 * row, line) for row, line in enumerate(listed)]
    text = read(pdf(stream(lines(*page)))).text
    assert text.split("\n\n")[-2:] == [listed[1], f"{listed[2]} {listed[3]}"]


def test_a_sentence_that_ends_at_the_start_of_a_line_is_no_item() -> None:
    told = (
        "The number of soldiers who had fled in the night rose to",
        "12. The post fell to them.",
    )
    page = [(72, 700 - 14 * row, line) for row, line in enumerate(told)]
    assert read(pdf(stream(lines(*page)))).text == " ".join(told)


def test_title_of_a_printed_page_names_the_site_as_a_guess() -> None:
    title = "Posts fall | North Post"
    page = stream(lines((200, 770, title), (72, 700, "Posts fall"), *PARAGRAPH))
    article = read(pdf(page, title=title))
    assert (article.title, article.publisher) == ("Posts fall", None)
    assert article.clues is not None
    assert article.clues.publisher == "North Post"
    assert title not in article.text


TOLD = stream(lines(*PARAGRAPH))
SCAN = stream(picture() + lines((72, 20, "Page 2")))


@pytest.mark.parametrize(
    ("pages", "unread"),
    [
        ((TOLD, SCAN), "page 2 of 2 is a picture, as of a scan, and was not read"),
        ((SCAN, TOLD, SCAN), "pages 1, 3 of 3 are pictures, as of a scan, and were not read"),
        ((TOLD, *[SCAN] * 12), "pages 2, 3, 4, 5, 6, 7, 8, 9 and 4 more of 13 are pictures"),
        ((TOLD, stream(b"")), None),
        ((stream(picture() + lines(*PARAGRAPH)), TOLD), None),
    ],
)
def test_scanned_page_among_others_is_named(pages: tuple[bytes, ...], unread: str | None) -> None:
    found = read(pdf(*pages)).unread
    assert found == unread or (unread and found and found.startswith(unread))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("NORTHERN GAZETTE   Friday, July 9, 2021   Page 1", "Posts fall"),
        ("Northern Gazette, 9 July 2021", "Posts fall"),
        ("Page 1 of 3", "Posts fall"),
        ("Page one of the war", "Page one of the war"),
        ("What we know about 9 July", "What we know about 9 July"),
    ],
)
def test_head_of_the_first_page_is_not_the_title(head: str, title: str) -> None:
    article = read(pdf(stream(lines((72, 770, head), (72, 700, "Posts fall"), *PARAGRAPH))))
    assert article.title == title
    assert head in article.text
