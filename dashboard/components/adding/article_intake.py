"""Where articles come in: files or pasted text, read with progress, bounded in size, count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import Final

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard.adding.articles import MOST_ARTICLES, AlreadyHereError
from dashboard.components.adding.large_files import READ_OF_FOLDERS, ask_large_files
from dashboard.components.adding.session_acts import act, mistake, put_under_review
from dashboard.components.adding.waiting import pend
from dashboard.components.browser.window_width import is_narrow
from dashboard.components.messages.outcomes import refuse
from dashboard.components.session.corpus import added, catalogue
from dashboard.words.facts import counted, listed
from dashboard.words.plain_text import escape, excerpt
from data.archive import is_archive, read_archive
from data.article import Article
from data.errors import DefectError, InputError
from data.intake import read_pasted, read_upload
from data.intake.formats import FORMATS, Format
from data.intake.left_out import is_expected

MOST_FILES: Final = 20
"""Files read from one upload."""

MOST_PASTED: Final = 500_000
"""Characters of a pasted text."""

_UPLOADS: Final = "article-uploads"
_MOST_NAMED: Final = 12
"""Files named in one line; the others are counted."""


def ask_files_refused() -> None:
    """Have the browser name the files that it refuses. Call once on the page, at its head."""
    ask_large_files(st.session_state.setdefault(_UPLOADS, 0), _renew)


def article_intake() -> None:
    """Draw the ways in; :mod:`~dashboard.components.adding.pending_articles` has what was read."""
    upload, folder, paste = st.tabs(
        [
            ":material/upload_file: Upload",
            ":material/folder_open: Folder",
            ":material/content_paste: Paste",
        ],
        key="article-intake",
        # Or the browser alone would know which is open, and forget it when something, such as what
        # is wrong with a text, is drawn above.
        on_change="rerun",
    )
    with upload:
        _upload()
    with folder:
        _folder()
    with paste:
        _paste()


def _upload() -> None:
    generation = st.session_state.setdefault(_UPLOADS, 0)
    # It is not told which endings are read: it would mark any other in red, without a word why.
    files = st.file_uploader(
        "Choose or drop text, Markdown, saved web pages, PDF, or a ZIP of these",
        accept_multiple_files=True,
        key=f"{_UPLOADS}-{generation}",
    )
    st.caption(
        f"Up to {MOST_FILES} files at a time and {MOST_ARTICLES} articles in a session; a text of "
        f"up to {_megabytes(FORMATS['.txt'])} MB, a web page of {_megabytes(FORMATS['.html'])}. "
        "A ZIP that this page made goes on where you left off."
    )
    if files:
        _read(_ordered(files))
        _renew()
        st.rerun()


def _folder() -> None:
    generation = st.session_state.setdefault(_UPLOADS, 0)
    files = st.file_uploader(
        "Choose or drop a folder of text, Markdown, saved web pages, PDF or ZIP, with all in it",
        # Told what is read: else all pictures and scripts of saved pages would be sent as well.
        type=READ_OF_FOLDERS,
        accept_multiple_files="directory",
        key=f"{_UPLOADS}-folder-{generation}",
    )
    st.caption(
        f"Its first {MOST_FILES} files are read, in the order of their names: .txt, .md, .html, "
        ".htm, .pdf, .zip and their like. Files of other formats, those that belong to saved "
        "pages and those without an ending are left out; “Upload” reads the last."
    )
    if files:
        _read(_ordered(files, of_folder=True))
        _renew()
        st.rerun()


def _megabytes(kind: Format) -> int:
    return kind.limit // 1_000_000


def _ordered(files: Iterable[UploadedFile], *, of_folder: bool = False) -> list[UploadedFile]:
    """Those of folders behind the others, by their names, but for what stands beside articles.

    Args:
        files: As they were chosen or dropped; a folder may be dropped where files are chosen.
        of_folder: Whether all are of a folder, as those whose names begin with one are.
    """

    def in_folder(file: UploadedFile) -> bool:
        return of_folder or "/" in file.name

    kept = [f for f in files if not (in_folder(f) and is_expected(PurePosixPath(f.name)))]
    return sorted(kept, key=lambda file: (in_folder(file), file.name if in_folder(file) else ""))


def _renew() -> None:
    """Have a new field for files: those read are kept no longer, those refused shown no longer."""
    st.session_state[_UPLOADS] = st.session_state.get(_UPLOADS, 0) + 1


def _read(files: Iterable[UploadedFile]) -> None:
    sent = list(files)
    chosen = sent[:MOST_FILES]
    if too_many := [file.name for file in sent[MOST_FILES:]]:
        refuse([_too_many(too_many)])
    with st.status("Reading …") as status:
        for number, file in enumerate(chosen, start=1):
            name = excerpt(file.name, 60)
            status.update(label=escape(f"Reading {name} ({number} of {len(chosen)}) …"))
            found = _articles_in(file.name, file.getvalue())
            st.caption(escape(f"{name}: {counted(found, 'article')}"))
        status.update(label="Read.", state="complete")


def _articles_in(name: str, content: bytes) -> int:
    """Take in the articles of a file, and say how many they were."""
    if is_archive(content):
        return _reviewed_before(name, content)
    articles: list[Article] = []
    for outcome in _outcomes(name, content):
        if isinstance(outcome, InputError):
            refuse([outcome])
        elif len(articles) < MOST_ARTICLES:
            articles.append(outcome)
        else:
            said = f"holds more than {MOST_ARTICLES} articles, of which the first were read"
            refuse([InputError(name, said, "Upload the others by themselves.")])
            break
    return pend(articles)


def _too_many(names: Sequence[str]) -> InputError:
    """One reason for all: each by itself would push those of other files out of sight."""
    if len(names) == 1:
        remedy = f"Up to {MOST_FILES} are read at a time: upload it after the others."
        return InputError(names[0], "is one file too many", remedy)
    said = f"{len(names)} files beyond the {MOST_FILES} that are read at a time"
    where = listed([excerpt(name, 60) for name in names], _MOST_NAMED)
    return InputError(where, said, "Upload them after the others.")


def _outcomes(name: str, content: bytes) -> Iterator[Article | InputError]:
    try:
        for found in read_upload(name, content):
            yield mistake(found.where, found.error) if isinstance(found, DefectError) else found
    except InputError as error:
        yield error
    except Exception as error:
        yield mistake(name, error)


def _reviewed_before(name: str, content: bytes) -> int:
    try:
        articles = read_archive(name, content)
    except InputError as error:
        refuse([error])
        return 0
    before = now = added()
    here = 0
    for article in articles:
        try:
            now = now.add(article, catalogue(), again=True)
        except AlreadyHereError:
            here += 1
        except InputError as error:
            refuse([error])
        except Exception as error:
            refuse([mistake(name, error)])
    taken = len(now.entries) - len(before.entries)
    if taken:
        done = f"added {counted(taken, 'article')} from “{excerpt(name, 60)}”"
        act(lambda _: now.in_one_step(before, done))
        put_under_review(next(name for name in now.entries if name not in before.entries))
    if here:
        refuse([_nothing_new(name, here)])
    return taken


def _nothing_new(name: str, articles: int) -> InputError:
    some = "an article that is" if articles == 1 else f"{articles} articles that are"
    return AlreadyHereError(
        name, f"holds {some} here already", "What was decided about facts stays as it is."
    )


def _pasted(text: str) -> Article:
    if len(text) > MOST_PASTED:
        said = f"is too long: {len(text):,} characters"
        remedy = f"Paste at most {MOST_PASTED:,}, or save it as a text file and upload that."
        raise InputError("the pasted text", said, remedy)
    return read_pasted(text)


def _paste() -> None:
    with st.form(
        "paste-article", border=False, clear_on_submit=True, enter_to_submit=not is_narrow()
    ):
        text = st.text_area(
            "Text of the article",
            height=160,
            placeholder="Headline first, then the text as it was published",
            key="pasted-text",
        )
        st.caption(f"Up to {MOST_PASTED:,} characters: a longer text is uploaded as a file.")
        submitted = st.form_submit_button(
            "Read the text", key="paste-submit", icon=":material/auto_stories:"
        )
    if submitted:
        try:
            pend([_pasted(text or "")])
        except InputError as error:
            refuse([error])
        _renew()
        st.rerun()
