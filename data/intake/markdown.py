"""Markdown: kept as it is, with the spans that are marks and not prose.

No converter: the text stays the file's, so that offsets hold for the file as stored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from data import lexicon
from data.article import Article, decode, title_of
from data.errors import InputError
from data.intake.contents import Contents
from data.intake.fields import address_of, day_of, line_of
from data.markdown_marks import find_marks, front_matter

_KEY = re.compile(r"(\w[\w-]{0,40}):[ \t]+(.*)")


def read_markdown(content: bytes, name: str) -> Contents:
    """The text of a Markdown file, untouched, with its marks and what its front matter says.

    Raises:
        InputError: If the file is empty, binary or not UTF-8, or holds marks only.
    """
    text = decode(content, name)
    marks = find_marks(text)
    title = title_of(Article(article_id="", text=text, title="", marks=marks).prose)
    if not title:
        raise InputError(name, "holds no prose", "Give a file that holds the article's text.")
    said = _said(text)
    published = day_of(said.get("published"))
    return Contents(
        text=text,
        title=line_of(said.get("title")) or line_of(title) or name,
        publisher=line_of(said.get("publisher")),
        url=address_of(said.get("url")),
        published=published,
        published_basis="from the file's front matter" if published else None,
        marks=marks,
    )


def _said(text: str) -> Mapping[str, str]:
    keys, said = lexicon.page_words().front_matter, dict[str, str]()
    for line in front_matter(text).splitlines():
        if (pair := _KEY.match(line)) and (field := keys.get(pair[1].lower())):
            said.setdefault(field, pair[2].strip().strip("\"'"))
    return said
