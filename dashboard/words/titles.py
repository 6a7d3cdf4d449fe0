"""Titles of articles as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from data.article import Article

UNSEEN: Final = "[headline not seen]"
"""What titles in the catalogue begin with where the writer of a brief did not see the headline."""


def titled(article: Article) -> str:
    """The title; of one whose headline nobody saw, the words there are, and that it is none.

    For example ``Taliban takes last region (headline not seen)``.
    """
    words = article.title.removeprefix(UNSEEN).strip()
    if words == article.title or not words:
        return article.title
    return f"{words[:1].upper()}{words[1:]} (headline not seen)"
