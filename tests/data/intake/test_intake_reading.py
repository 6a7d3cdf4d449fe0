"""Folders, uploads and pasted text as articles."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from data.article import Article
from data.catalog import CATALOG, read_catalog
from data.errors import InputError
from data.intake import read_pasted, read_path, read_upload

TEXT = "Some 40 Afghan soldiers fled to Iran on Thursday.\n"
DAY = dt.date(2021, 7, 9)


def ids(found: list[Article | InputError]) -> list[str]:
    return [item.article_id for item in found if isinstance(item, Article)]


def test_folder_in_a_stable_order_with_unique_ids(tmp_path: Path) -> None:
    for name in ("b/index.txt", "a/index.md", "z.txt", "a/Deep/x y.TXT", ".git/config.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "picture.png").touch()
    found = list(read_path(tmp_path))
    assert ids(found) == ["z", "index", "x y", "index-2"]
    (error,) = (item for item in found if isinstance(item, InputError))
    assert "1 file of another format was not read: picture.png" in str(error)


def test_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert list(read_path(tmp_path)) == []


def test_folder_of_seeds_is_as_the_catalogue_says() -> None:
    found = read_path(CATALOG.parent, published=dt.date(1999, 1, 1), catalog=read_catalog())
    told = {each.article_id: each.published for each in found if isinstance(each, Article)}
    assert told == {entry.id: entry.published for entry in read_catalog().entries}
    assert told["ibt-2021-07-09"] == DAY


def test_date_given_wins_over_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ndate: 2020-01-01\n---\n{TEXT}")
    (said,) = read_path(path)
    (given,) = read_path(path, published=DAY)
    assert isinstance(said, Article)
    assert isinstance(given, Article)
    assert said.published == dt.date(2020, 1, 1)
    assert (given.published, given.published_basis) == (DAY, "given on the command line")


@pytest.mark.parametrize(
    ("name", "article_id"),
    [
        ("My Article (1).txt", "my-article-1"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\Été à Kaboul.txt", "ete-a-kaboul"),
        ("<b>|;`.txt", "b"),
        ("x" * 500 + ".txt", "x" * 80),
        ("کابل.txt", hashlib.sha256(TEXT.encode()).hexdigest()[:12]),
    ],
)
def test_upload_has_a_safe_id(name: str, article_id: str) -> None:
    (article,) = read_upload(name, TEXT.encode())
    assert isinstance(article, Article)
    assert article.article_id == article_id
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", b"PK", "'.docx' files are not read"),
        ("a.txt", b"a" * 2_000_001, "more than 2,000,000 bytes"),
        ("a\x1b[31m.txt", b"", "a\\x1b[31m.txt: the file is empty"),
    ],
    ids=["format", "long", "empty"],
)
def test_bad_upload_says_why(name: str, content: bytes, message: str) -> None:
    (error,) = read_upload(name, content)
    assert isinstance(error, InputError)
    assert message in str(error)


def test_pasted_text_is_kept_as_it_is() -> None:
    text = f"\n  Posts fall  \r\n\n{TEXT}"
    article = read_pasted(text, url="https://example.org/a", publisher=" ", published=DAY)
    assert article.text == text
    assert (article.article_id, article.title) == ("posts-fall", "Posts fall")
    assert (article.publisher, article.url) == (None, "https://example.org/a")
    assert (article.published, article.published_basis) == (DAY, "given by the reader")


@pytest.mark.parametrize(
    ("text", "url", "message"),
    [
        (" \n", None, "the pasted text: is empty. Paste the text"),
        ("a" * 2_000_001, None, "more than 2,000,000 bytes"),
        ("a \ud800", None, "is not UTF-8"),
        (TEXT, "javascript:alert(1)", "'javascript:alert(1)' is no web address"),
    ],
    ids=["blank", "long", "surrogate", "address"],
)
def test_bad_paste_says_why(text: str, url: str | None, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_pasted(text, url=url)
    assert message in str(caught.value)
