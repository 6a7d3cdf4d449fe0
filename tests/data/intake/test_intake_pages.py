"""Web pages: the article and what the page says about it; nothing hidden becomes text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from data.article import Article
from data.errors import InputError
from data.intake import Limits, read_upload
from data.parse import extract

PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Posts fall - Example Times</title>
<meta property="og:site_name" content="Example Times">
<link rel="canonical" href="https://example.org/posts">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Posts fall",
 "datePublished": "2021-07-09T10:00:00Z", "articleBody": "Some 901 soldiers fled to Iran."}</script>
<style>p::after {content: "902 soldiers fled"}</style></head><body>
<nav><ul><li><a href="/">903 soldiers fled to Iran</a></li></ul></nav>
<main><article><h1>Posts fall</h1>
<p>Some 40 Afghan soldiers fled to Iran on Thursday, the B&amp;C agency said &#8211; at dawn.</p>
<p style="color:red; display : none">Some 904 soldiers fled to Iran.</p>
<p hidden>Some 905 soldiers fled to Iran.</p>
<div aria-hidden="true"><p>Some 906 soldiers fled to Iran.</p></div>
<!-- Some 907 soldiers fled to Iran. -->
<script style="color: red">document.write("Some 908 soldiers fled to Iran.")</script>
<noscript><p>Some 909 soldiers fled to Iran.</p></noscript>
<template><p>Some 910 soldiers fled to Iran.</p></template>
<ul><li>The 3 posts fell</li><li>Then 4 posts fell</li></ul>
<table><tr><td>Kunduz</td><td>70 soldiers killed</td></tr></table>
</article></main>
<section id="comments"><p>Some 911 soldiers fled to Iran, I heard.</p></section>
<footer>Copyright 2024 Example Times</footer></body></html>
"""


def read(page: str | bytes, name: str = "page.html") -> Article:
    (found,) = read_upload(name, page.encode() if isinstance(page, str) else page)
    assert isinstance(found, Article), found
    return found


def problem(page: str | bytes) -> str:
    (found,) = read_upload("page.html", page.encode() if isinstance(page, str) else page)
    assert isinstance(found, InputError), found
    return str(found)


def test_article_and_metadata_of_a_page() -> None:
    article = read(PAGE)
    assert (article.article_id, article.title) == ("page", "Posts fall")
    assert (article.publisher, article.url) == ("Example Times", "https://example.org/posts")
    assert article.published == dt.date(2021, 7, 9)
    assert article.published_basis == "from the page's metadata (htmldate)"
    assert article.text == (
        "Posts fall\n"
        "Some 40 Afghan soldiers fled to Iran on Thursday, the B&C agency said – at dawn.\n"
        "- The 3 posts fell\n- Then 4 posts fell\nKunduz | 70 soldiers killed"
    )


def test_facts_point_into_the_text_read() -> None:
    article = read(PAGE)
    facts = extract(article)
    assert {40.0, 70.0} <= {fact.value for fact in facts}
    for fact in facts:
        assert article.text[fact.sentence_start : fact.sentence_end] == fact.quote
        assert not fact.value or fact.value < 900


def test_headline_stands_before_a_text_that_lacks_it() -> None:
    page = PAGE.replace("<article><h1>Posts fall</h1>", "<h1>Posts fall</h1><article>")
    assert read(page).text.startswith("Posts fall\n\nSome 40 Afghan soldiers")


def test_headline_that_only_a_script_tells_is_no_text() -> None:
    article = read(PAGE.replace("<h1>Posts fall</h1>", "<h2>Some 3 posts fell</h2>"))
    assert article.title == "Posts fall"
    assert article.text.startswith("Some 3 posts fell\nSome 40 Afghan")


def test_name_of_the_site_is_no_headline() -> None:
    page = PAGE.replace("<nav>", "<h1>Example Times: 99 soldiers fled</h1><nav>")
    assert read(page.replace("<article><h1>Posts fall</h1>", "<h1>Posts fall</h1><article>")).text[
        :20
    ].splitlines() == ["Posts fall", "", "Some 40 "]


def test_bare_page_is_taken_whole() -> None:
    article = read(
        "<h1>Posts fall</h1><p>Some 40 fled.</p><h2>Next</h2><ul><li>The 3 fell</li></ul>"
    )
    assert " ".join(article.text.split()) == "Posts fall Some 40 fled. Next The 3 fell"
    assert (article.publisher, article.url, article.published) == (None, None, None)


@pytest.mark.parametrize(
    "page",
    [
        b"\xef\xbb\xbf<p>Caf\xc3\xa9 40 \xe2\x80\x93 men fled.</p>",
        b"<p>Caf\xc3\xa9 40 \xe2\x80\x93 men fled.</p>",
        b'<meta charset="windows-1252"><p>Caf\xe9 40 \x96 men fled.</p>',
        b"<meta content='text/html; charset=ISO-8859-1'><p>Caf\xe9 40 \x96 men fled.</p>",
        b'<?xml version="1.0" encoding="utf-8"?><html><p>Caf\xc3\xa9 40 \xe2\x80\x93 men fled.</p>',
        "\ufeff<p>Café 40 – men fled.</p>".encode("utf-16-le"),
    ],
    ids=["mark", "none", "windows-1252", "latin-1", "xml", "utf-16"],
)
def test_encoding_is_the_one_declared(page: bytes) -> None:
    assert read(page).text == "Café 40 – men fled."


PROBLEMS: dict[str, Callable[[], str | bytes]] = {
    "byte 0xe9 at position 6 is not utf-8, used where a page": lambda: b"<p>Caf\xe9",
    "is not utf-8, which the page declares": lambda: b'<meta charset="utf-8"><p>\xff',
    "unknown encoding 'klingon'": lambda: b'<meta charset="klingon"><p>a',
    "unknown encoding 'base64'": lambda: b'<meta charset="base64"><p>a',
    "no web page": lambda: b"",
    "no article found": lambda: "<html><body><script>40 fled</script></body></html>",
    "more than 200 elements inside": lambda: "<div>" * 400_000 + "40 fled",
    "elements inside one another": lambda: "<b>" * 600_000 + "40 fled",
    "more than 5,000 elements": lambda: "<p>" + "<i>40</i> fled " * 6_000,
    "more than 20,000 elements": lambda: ("<div>" + "<p>40 fled" * 4_000 + "</div>") * 6,
    "more than 10,000,000 bytes": lambda: "<p>" + "40 fled " * 1_300_000,
    "more than 2,000,000 bytes": lambda: "<p>" + "40 fled, 50 fled. " * 130_000,
}


@pytest.mark.parametrize("message", PROBLEMS)
def test_unreadable_page_says_why(message: str) -> None:
    assert message in problem(PROBLEMS[message]())


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://", "//x"]
)
def test_only_web_addresses_are_kept(address: str) -> None:
    page = PAGE.replace("https://example.org/posts", address)
    assert read(page).url is None


def test_browser_notes_where_a_page_was_saved_from() -> None:
    page = PAGE.replace('<link rel="canonical" href="https://example.org/posts">', "")
    saved = "<!-- saved from url=(0027)https://example.org/2021/a -->\n"
    assert read(page.replace("<html", saved + "<html")).url == "https://example.org/2021/a"


def test_metadata_is_one_printable_line() -> None:
    long = "A\u202eB\n\tC" + "x" * 5_000
    article = read(PAGE.replace("Example Times", long).replace('"Posts fall"', '""'))
    assert article.publisher is not None
    assert article.publisher.startswith("AB Cx")
    assert len(article.publisher) <= 300
    assert article.publisher.isprintable()


def test_control_characters_written_as_entities_are_dropped() -> None:
    assert read("<p>Some 4&#8;0 men &#27;[31mfled.</p>").text == "Some 40 men [31mfled."


def test_limits_are_those_documented() -> None:
    assert Limits.MAX_DEPTH < 256, "libxml2 leaves out what is deeper without a word"


POSTS = (
    "Some 40 Afghan soldiers fled to Iran on Thursday, an official said at the border.",
    "More than 300 families have left Kunduz since then, a council member said.",
    "The ministry said 12 policemen had been killed in Ghor on the same day.",
)


@pytest.mark.parametrize(
    "post",
    [
        "<article><time>21.04</time><h2>Post</h2><p>{}</p></article>",
        "<li><article><h3>Post</h3><p>{}</p></article></li>",
        "<li><time>21.04</time><h2>Post</h2><div><p>{}</p></div></li>",
    ],
)
def test_all_posts_of_a_live_page_are_read(post: str) -> None:
    inner = "".join(post.format(text) for text in POSTS)
    listed = f"<ol>{inner}</ol>" if post.startswith("<li>") else inner
    article = read(f"<html><body><main><h1>Live</h1><div>{listed}</div></main></body></html>")
    lines = article.text.splitlines()
    assert all(text in lines for text in POSTS)


def test_teasers_beside_an_article_are_none_of_it() -> None:
    teasers = "".join(f"<article><h3>More</h3><p>{text}</p></article>" for text in POSTS)
    body = "".join(f"<p>The {n}th column left Herat by road before dawn.</p>" for n in range(20))
    page = f"<main><article><h1>Herat</h1>{body}</article><section>{teasers}</section></main>"
    text = read(f"<html><body>{page}</body></html>").text
    assert "column left Herat" in text
    assert "Kunduz" not in text
