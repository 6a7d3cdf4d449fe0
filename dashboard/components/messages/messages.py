"""What could not be read, drawn or honoured, said where the reader is looking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.session.corpus import corpus, holdings
from dashboard.corpus.folders import without_folders
from dashboard.corpus.source import store_path
from dashboard.last_good import NotTaken
from dashboard.observability.identity import SESSION
from dashboard.selecting.selection import summary_of_dropped
from dashboard.words.facts import capitalised, counted
from dashboard.words.plain_text import escape
from data.catalog import catalog_path
from data.errors import InputError, MemberError

if TYPE_CHECKING:
    from dashboard.view import View

_OF_ARTICLES: Final = ("fact=", "article=", "sources=")
_MOST_PROBLEMS: Final = 3
_OF_ITS_PLACE: Final = re.compile(r"(is|has|holds|does|cannot|could|would|unpacks|needs)\b")
"""How a problem begins that makes one sentence with its place: “the text” “is empty”."""

_OTHER_SESSION: Final = (
    "  \nIf somebody added that article on the page “Add an article”, only they see it, and only "
    "until their session ends."
)


def problem(error: InputError, consequence: str) -> None:
    """One thing that could not be used: what is missing on screen, and how to mend it.

    Files are named without their folders; whoever reads them tells the log where they are.
    """
    st.error(f"**{escape(consequence)}**  \n{_told(error)}", icon=":material/error:")


def problem_list(errors: Sequence[InputError], consequence: str) -> None:
    """Several things that could not be used, in one box: each with its reason, none left out."""
    lines = "\n".join(f"- {_told(error)}" for error in errors)
    st.error(f"**{escape(consequence)}**\n{lines}", icon=":material/error:")


def part_missing(where: str, unread: str, remedy: str) -> None:
    """What of a file is not in its text, so that what it says there is missing everywhere."""
    told = f"{escape(capitalised(unread))}. {escape(_sentence(remedy))}"
    st.warning(f"**{escape(where)}**  \n{told}", icon=":material/image_search:")


def news(error: InputError) -> None:
    """Something that was not done because there was no need to."""
    st.info(_told(error), icon=":material/check_circle:")


def _told(error: InputError) -> str:
    """What is wrong where, and what would be right, in two sentences of Markdown."""
    where, said, remedy = map(without_folders, (error.where, error.problem, error.remedy))
    if isinstance(error, MemberError):
        where = f"{without_folders(error.place)}: {error.member}"
    if where.startswith("the "):
        where = capitalised(where)  # the name of a file stays as it is
    told = f"{where} {said}" if _OF_ITS_PLACE.match(said) else f"{where}: {said}"
    return f"{escape(told.strip().rstrip('.'))}. {escape(_sentence(remedy))}"


def defect(error: Exception, consequence: str) -> None:
    """Something that failed through no fault of the data: what is missing on screen."""
    st.error(
        f"**{escape(consequence)}**  \n"
        f"This is a mistake in the program ({escape(type(error).__name__)}), not in the facts. "
        f"Please report it: the server’s log says where, under session {SESSION.get()}.",
        icon=":material/error:",
    )


def problems_reading() -> bool:
    """Say of every article, or of whatever lists them, that it could not be read.

    Returns:
        Whether nothing is left to be shown.
    """
    held, store = holdings(), store_path()
    lists = "store" if store else "catalogue of articles"
    for error in held.problems[:_MOST_PROBLEMS]:
        if isinstance(error, NotTaken):
            problem(error, "A change to the articles cannot be read. What stood before is shown.")
        elif held.articles or not error.where.startswith(str(store or catalog_path())):
            problem(error, "A source could not be read, so what it says is missing here.")
        else:
            problem(error, f"The {lists} cannot be read, so nothing can be shown.")
    more = len(held.problems) - _MOST_PROBLEMS
    if more > 0:
        st.caption(f"{counted(more, 'more source')} could not be read.")
    return bool(held.problems) and not corpus().articles


def part_shown(view: View) -> None:
    """That more facts are selected than are shown: which are, and how to see the others."""
    if view.part is None:
        return
    st.caption(
        f":material/filter_none: {view.part} are shown: "
        "each is told once, by whoever told it first, and of very many the newest of each kind. "
        "Choose a day, or filter, to see others; the numbers beside filters and days count all."
    )


def dropped_from_link(dropped: Sequence[str], *, told_of_articles: bool = False) -> None:
    """What the link asked for and does not exist.

    Args:
        dropped: As the link has it.
        told_of_articles: Whether it has been said that articles are gone, and facts with them.
    """
    if told_of_articles:
        dropped = [item for item in dropped if not item.startswith(_OF_ARTICLES)]
    if dropped:
        named = escape(summary_of_dropped(dropped))
        st.warning(
            f"This link asks for something that is not here: {named}. The rest is shown."
            + (_OTHER_SESSION if any(item.startswith(_OF_ARTICLES) for item in dropped) else ""),
            icon=":material/link_off:",
        )


def _sentence(text: str) -> str:
    return f"{capitalised(text.strip().rstrip('.'))}."


def nothing(title: str, hint: str, icon: str) -> None:
    """A designed empty state: what is missing, and what would fill it."""
    with st.container(border=True, horizontal_alignment="center", gap="xxsmall"):
        st.space("small")
        st.markdown(f":material/{icon}: **{escape(title)}**", text_alignment="center")
        st.caption(escape(hint), text_alignment="center")
        st.space("small")
