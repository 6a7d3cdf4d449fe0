"""Where articles come in: files or pasted text, read with progress, bounded in size, count."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Final

import streamlit as st

from dashboard.added_articles import MOST_ARTICLES
from dashboard.components.pending_articles import pend
from dashboard.components.session_acts import act, mistake, refuse
from dashboard.components.session_corpus import catalogue
from dashboard.components.window_width import is_narrow
from dashboard.plain_text import escape, excerpt
from dashboard.wording import counted
from data.archive import is_archive, read_archive
from data.article import Article
from data.errors import InputError
from data.intake import read_pasted, read_upload

MOST_FILES: Final = 20
"""Files read from one upload."""

MOST_PASTED: Final = 500_000
"""Characters of a pasted text."""

_UPLOADS: Final = "article-uploads"


def article_intake() -> None:
    """Draw both ways in. What is read waits in :mod:`dashboard.components.pending_articles`."""
    upload, paste = st.tabs(
        [":material/upload_file: Upload", ":material/content_paste: Paste"],
        key="article-intake",
        # Or the browser alone would know which is open, and forget it when something, such as what
        # is wrong with a text, is drawn above.
        on_change="rerun",
    )
    with upload:
        _upload()
    with paste:
        _paste()


def _upload() -> None:
    generation = st.session_state.setdefault(_UPLOADS, 0)
    # It is not told which endings are read: it would mark any other in red, without a word why.
    files = st.file_uploader(
        "Text, Markdown, saved web pages, PDF, or a ZIP of these",
        accept_multiple_files=True,
        key=f"{_UPLOADS}-{generation}",
    )
    st.caption(
        f"Up to {MOST_FILES} files at a time and {MOST_ARTICLES} articles in a session. A ZIP that "
        "this page made goes on where you left off."
    )
    if files:
        _read(files)
        # A new field: the files have been read, and are kept no longer.
        st.session_state[_UPLOADS] = generation + 1
        st.rerun()


def _read(files: Iterable[st.runtime.uploaded_file_manager.UploadedFile]) -> None:
    chosen = list(files)
    if len(chosen) > MOST_FILES:
        rest = InputError(
            "the upload",
            f"has {len(chosen)} files, of which the first {MOST_FILES} were read",
            f"Upload {MOST_FILES} at a time.",
        )
        refuse([rest])
    with st.status("Reading …") as status:
        for number, file in enumerate(chosen[:MOST_FILES], start=1):
            name = excerpt(file.name, 60)
            status.update(label=escape(f"Reading {name} ({number} of {len(chosen)}) …"))
            found = _articles_in(file.name, file.getvalue())
            st.caption(escape(f"{name}: {counted(found, 'article')}"))
        status.update(label="Read.", state="complete")


def _articles_in(name: str, content: bytes) -> int:
    """Take in the articles of a file, and say how many they were."""
    if is_archive(content):
        return _reviewed_before(name, content)
    read = list(itertools.islice(_outcomes(name, content), MOST_ARTICLES + 1))
    if len(read) > MOST_ARTICLES:
        refuse([InputError(name, f"holds more than {MOST_ARTICLES} articles", "Upload fewer.")])
    outcomes = read[:MOST_ARTICLES]
    refuse(outcome for outcome in outcomes if isinstance(outcome, InputError))
    return pend(outcome for outcome in outcomes if isinstance(outcome, Article))


def _outcomes(name: str, content: bytes) -> Iterator[Article | InputError]:
    try:
        yield from read_upload(name, content)
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
    seen = catalogue()

    def taken(article: Article) -> bool:
        return act(lambda kept: kept.add(article, seen, again=True))

    return sum(taken(article) for article in articles)


def _paste() -> None:
    with st.form(
        "paste-article", border=False, clear_on_submit=True, enter_to_submit=not is_narrow()
    ):
        text = st.text_area(
            "Text of the article",
            height=160,
            max_chars=MOST_PASTED,
            placeholder="Headline first, then the text as it was published",
            key="pasted-text",
        )
        submitted = st.form_submit_button(
            "Read the text", key="paste-submit", icon=":material/auto_stories:"
        )
    if submitted:
        try:
            pend([read_pasted((text or "")[:MOST_PASTED])])
        except InputError as error:
            refuse([error])
        st.rerun()
