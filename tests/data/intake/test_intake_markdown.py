"""Markdown: the text stays, its marks are no prose, and offsets hold for the file."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.article import Article
from data.intake import read_upload
from data.markdown_marks import find_marks
from data.parse import extract


def prose(text: str) -> str:
    return Article(article_id="a", text=text, title="", marks=find_marks(text)).prose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Posts fall ##\n", "Posts fall"),
        ("Some **20,000** troops", "Some 20,000 troops"),
        ("_Some_ *40* __men__ ~~fled~~ `home`", "Some 40 men fled home"),
        ("[The Taliban](https://example.org/300-killed) took it", "The Taliban took it"),
        ("[One](x_(y)) and [two][ref] and [three]", "One and two and [three]"),
        ('[One](https://example.org "The 40 men")', "One"),
        ("![40 soldiers](a.jpg) Then", "Then"),
        ("> He said 40 fled.\n> > And 50.", "He said 40 fled.\n And 50."),
        ("- 40 fled\n* 50 fled\n1. 60 fled", "- 40 fled\n* 50 fled\n1. 60 fled"),
        ("Head\n====\nText\n---\n***\n", "Head\n\nText"),
        ("| Killed | 40 |\n|:---|---:|\n", "| Killed | 40 |"),
        ("5*3 and 2 * 3 and a_b_c \\*not\\*", "5*3 and 2 * 3 and a_b_c *not *"),
        ("<!-- 40 fled\n 50 fled -->60 fled", "60 fled"),
        ("<script>40 fled</script >50 fled<br/>60 fled", "50 fled 60 fled"),
        ("<STYLE>40\n\nfled", ""),
        ("```\n40 fled\n```\n50 fled", "50 fled"),
        ("See <https://example.org/40> or https://example.org/50, he said[^1]", "See or , he said"),
        ("[1]: https://example.org/40\n50 fled", "50 fled"),
        ("[ref]: one\n[an [inner] bracket](x) on", "an [inner] bracket on"),
    ],
)
def test_marks_are_no_prose(text: str, expected: str) -> None:
    read = "\n".join(" ".join(line.split()) for line in prose(text).splitlines()).strip()
    assert read == "\n".join(" ".join(line.split()) for line in expected.splitlines()).strip()


def test_front_matter_tells_where_the_text_is_from() -> None:
    text = (
        '---\ntitle: "Posts fall"\nsource: https://example.org/posts\nsite: Example Times\n'
        "date: 2021-07-09T10:00\ntags: [300 killed]\n---\n\n# Posts\n\nSome **40** men fled.\n"
    )
    (article,) = read_upload("Posts fall.md", text.encode())
    assert isinstance(article, Article)
    assert (article.title, article.publisher) == ("Posts fall", "Example Times")
    assert article.url == "https://example.org/posts"
    assert article.published == dt.date(2021, 7, 9)
    assert article.published_basis == "from the file's front matter"
    assert article.text == text
    assert "300" not in article.prose


def test_facts_are_quoted_from_the_file_as_stored() -> None:
    text = "# Border\n\nSome **40** [Afghan](https://example.org/99) soldiers fled to *Iran*.\n"
    (article,) = read_upload("a.md", text.encode())
    assert isinstance(article, Article)
    (fact,) = extract(article)
    assert fact.value == 40
    assert text[fact.start : fact.end] == "40"
    assert text[fact.sentence_start : fact.sentence_end] == fact.quote
    assert "[Afghan](https://example.org/99)" in fact.quote


@pytest.mark.parametrize("day", ["soon", "0001-01-01", "1899-12-31"])
def test_bad_front_matter_is_left_alone(day: str) -> None:
    text = f"---\ntitle: x\nurl: javascript:alert(1)\ndate: {day}\n---\nText"
    (article,) = read_upload("a.md", text.encode())
    assert isinstance(article, Article)
    assert (article.title, article.url, article.published) == ("x", None, None)


MARKS = st.text(st.sampled_from("ab1 *_`[]()!<>#|-~\\\n\r\u2028:/=") | st.characters(), max_size=80)


@given(MARKS)
def test_prose_is_as_long_as_the_text(text: str) -> None:
    marks = find_marks(text)
    assert [spot for span in marks for spot in span] == sorted(
        spot for span in marks for spot in span
    )
    read = prose(text)
    assert len(read) == len(text)
    assert [char for char in read if char in "\r\n"] == [char for char in text if char in "\r\n"]


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "](",
        "![",
        "*",
        "_",
        "`",
        "<",
        "<!--",
        "<script",
        "> ",
        "- ",
        "|-",
        "#",
        "\\",
        "[a](b ",
        '[a](b "',
        "`\n",
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece)) + "x"
        start = time.process_time()
        find_marks(text)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.03)
