"""Reading: a path, an upload or a pasted text as articles."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

from data.article import Article, decode, read_article
from data.errors import InputError
from data.intake.limits import Limits


def read_path(path: Path, *, published: dt.date | None = None) -> Iterator[Article | InputError]:
    """The articles of a file, a folder or an archive, in a stable order, one at a time.

    Args:
        path: A file of any format, or a folder or .zip archive of such files.
        published: Publication date, where the person knows it; wins over what a page says.

    Yields:
        An article for each file read, an error for each that cannot be.
    """
    try:
        yield read_article(path, published=published)
    except InputError as error:
        yield error


def read_upload(name: str, content: bytes) -> Iterator[Article | InputError]:
    """The articles of one uploaded file of any format, archives included.

    Args:
        name: What the visitor's machine calls it: for messages and ids, never used as a path.
        content: Its bytes.

    Yields:
        An article for each file read, an error for each that cannot be.
    """
    try:
        text = decode(content, name)
    except InputError as error:
        yield error
    else:
        digest = hashlib.sha256(content).hexdigest()
        yield Article(article_id=digest[:12], text=text, title=name, sha256=digest)


def read_pasted(
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: dt.date | None = None,
) -> Article:
    """An article from text that a person pasted and what they say about it.

    Args:
        text: The text; offsets refer to it exactly as given.
        title: Headline; the first line that is not blank when None.
        publisher: Who published it.
        url: Where; only http and https addresses.
        published: Publication date.

    Raises:
        InputError: If there is no text, too much of it, or the address is none.
    """
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > Limits.MAX_BYTES:
        raise InputError(
            "pasted text", f"more than {Limits.MAX_BYTES:,} bytes", "Paste one article."
        )
    digest = hashlib.sha256(content).hexdigest()
    decoded = decode(content, "pasted text")
    return Article(
        article_id=f"pasted-{digest[:12]}",
        text=decoded,
        title=title or decoded.strip().splitlines()[0],
        publisher=publisher,
        url=url,
        published=published,
        published_basis="given by the reader" if published else None,
        sha256=digest,
    )
