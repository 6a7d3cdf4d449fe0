"""Reading: a path, an upload or a pasted text as articles."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final

from data.article import Article, decode, read_bytes, title_of
from data.errors import InputError
from data.intake.articles import dated, dated_if_untold, file_article
from data.intake.fields import address_of, line_of
from data.intake.folder import files_in_folder
from data.intake.formats import ARCHIVE, ending_of, format_of
from data.intake.ids import Ids, slug_of
from data.intake.limits import Limits
from data.intake.stored import Stored

if TYPE_CHECKING:
    from data.catalog import Catalog

_ABOUT: Final = "README"
"""Beside reviewed articles: how to use them."""


def read_path(
    path: Path, *, published: dt.date | None = None, catalog: Catalog | None = None
) -> Iterator[Article | InputError]:
    """The articles of a file, a folder or an archive, in a stable order, one at a time.

    What the page for adding articles lets people take away is read with what they decided, packed
    or unpacked.

    Args:
        path: A file of any format, or a folder or .zip archive of such files.
        published: Publication date, where the person knows it; wins over what a page says, not
            over a date of the catalogue.
        catalog: Articles that are known already: a file it lists is read as it says.

    Yields:
        An article for each file read, an error for each that cannot be. Ids are the files'
        names without ending; a name met again gets a number.
    """
    ids = Ids()
    own: Catalog | None = None
    if path.is_dir():
        try:
            own = _catalog_in(path)
        except InputError as error:
            yield error
    for file in files_in_folder(path) if path.is_dir() else (path,):
        if own and not isinstance(file, InputError) and file.name == _ABOUT:
            continue
        if isinstance(file, InputError):
            yield file
        elif ending_of(file.name) == ARCHIVE:
            yield from _archived(file, published, ids)
        else:
            yield _file(file, published, own or catalog, ids)


def read_upload(name: str, content: bytes) -> Iterator[Article | InputError]:
    """The articles of one uploaded file of any format, archives included.

    Args:
        name: What the visitor's machine calls it: for messages and ids, never used as a path.
        content: Its bytes.

    Yields:
        An article for each file read, an error for each that cannot be. Ids are unique among
        the articles of this upload, and made of ``a-z``, ``0-9`` and hyphens.
    """
    if ending_of(name) == ARCHIVE:
        yield from _members(io.BytesIO(content), name, None, Ids())
        return
    try:
        _refuse_long(content, name, format_of(name).limit)
    except InputError as error:
        yield error
    else:
        yield _try(Stored(name, PurePosixPath(name.replace("\\", "/")).stem, content), None, Ids())


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
        title: Headline; the first line that is not blank when None or blank.
        publisher: Who published it.
        url: Where; only http and https addresses.
        published: Publication date.

    Raises:
        InputError: If there is no text, too much of it, or the address is none.
    """
    if not title_of(text):
        raise InputError("the pasted text", "is empty", "Paste the text of an article.")
    content = text.encode("utf-8", "surrogatepass")
    _refuse_long(content, "the pasted text")
    decode(content, "the pasted text")
    if url and not address_of(url):
        raise InputError(
            "the address", f"{url[:80]!r} is no web address", "It begins with https:// or http://."
        )
    digest = hashlib.sha256(content).hexdigest()
    heading = line_of(title) or line_of(title_of(text)) or ""
    return Article(
        article_id=slug_of(heading, digest),
        text=text,
        title=heading,
        publisher=line_of(publisher),
        url=address_of(url),
        published=published,
        published_basis="given by the reader" if published else None,
        sha256=digest,
    )


def _catalog_in(folder: Path) -> Catalog | None:
    """The catalogue of an unpacked archive of reviewed articles; None where a folder is none.

    Raises:
        InputError: If it cannot be read; the folder's files are then read as any others.
    """
    from data.archive import ENTRIES
    from data.catalog import read_catalog

    return read_catalog(folder / ENTRIES) if (folder / ENTRIES).is_file() else None


def _file(
    path: Path, published: dt.date | None, catalog: Catalog | None, ids: Ids
) -> Article | InputError:
    try:
        if catalog and (entry := catalog.entry_for(path)):
            return dated_if_untold(catalog.article(entry), published)
        content = read_bytes(path, format_of(str(path)).limit)
        stored = Stored(str(path), path.stem, content)
        return dated(file_article(stored, ids.new(path.stem)), published)
    except InputError as error:
        return error


def _archived(path: Path, published: dt.date | None, ids: Ids) -> Iterator[Article | InputError]:
    try:
        with path.open("rb") as stream:
            from data.archive import is_archive

            reviewed = is_archive(stream)
            stream.seek(0)
            if reviewed:
                yield from _reviewed(stream.read(Limits.MAX_ARCHIVE_BYTES), path, published, ids)
            else:
                yield from _members(stream, str(path), published, ids)
    except OSError as error:
        yield InputError(path, f"cannot be read ({error.strerror})", "Name an archive that exists.")


def _reviewed(
    content: bytes, path: Path, published: dt.date | None, ids: Ids
) -> Iterator[Article | InputError]:
    """The articles of an archive with their reviews, which name facts by the articles' ids."""
    from data.archive import read_archive

    try:
        articles = read_archive(str(path), content)
    except InputError as error:
        yield error
        return
    for article in articles:
        if ids.new(article.article_id) == article.article_id:
            yield dated_if_untold(article, published)
        else:
            said = f"the id {article.article_id!r} is that of another file's article, too"
            yield InputError(path, said, "Give the archive by itself.")


def _members(
    stream: BinaryIO, name: str, published: dt.date | None, ids: Ids
) -> Iterator[Article | InputError]:
    from data.intake.zip_archive import files_in_archive

    empty = True
    try:
        for stored in files_in_archive(stream, name):
            empty = False
            yield stored if isinstance(stored, InputError) else _try(stored, published, ids)
    except InputError as error:
        yield error
    else:
        if empty:
            yield InputError(name, "holds no article", "Pack the articles again.")


def _try(stored: Stored, published: dt.date | None, ids: Ids) -> Article | InputError:
    """The article of a file that somebody else named, or what is wrong with it."""
    try:
        article_id = ids.new(slug_of(stored.stem, hashlib.sha256(stored.content).hexdigest()))
        return dated(file_article(stored, article_id), published)
    except InputError as error:
        return error


def _refuse_long(content: bytes, name: str, limit: int = Limits.MAX_BYTES) -> None:
    if len(content) > limit:
        raise InputError(
            name, f"more than {limit:,} bytes, which no article has", "Give one article."
        )
