"""What the dashboard promises, what its terms mean, where its content comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.messages.messages import problem
from dashboard.components.session.corpus import corpus, holdings
from dashboard.words.facts import counted, published, publisher_of, source_of
from dashboard.words.kinds import material_icon
from dashboard.words.plain_text import escape
from dashboard.words.titles import titled
from data import lexicon
from data.errors import InputError
from geo.gazetteer import published_lengths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.article import Article


_MOST_FRAMED: Final = 3
_MOST_LISTED: Final = 20
_NO_LICENCE: Final = "Licence not known."
_NO_ADDRESS: Final = "It is not known where it can be opened."
_BRIEFS: Final = (
    "A brief tells what one report says, with its figures, hedges, claimants and dates, in words "
    "of ours; a second reader has compared each with its report. The reports belong to their "
    "publishers."
)


def promise() -> None:
    """What every number on screen comes with, and how facts are made."""
    st.markdown(
        """
### No number without its sentence

Every figure here, on screen or in a file, names who said it, who reported it, when, about what
exactly, and shows the words. A picture of a chart names its sources.

A fact is a **claim that a text makes**, not the truth. When claims differ they stand side by
side; nothing is averaged, and the last one does not win.

### How it works

1. **Read.** An article is kept byte for byte; a changed byte is an error.
2. **Extract.** Word lists and rules, not a language model, find numbers, places, actors, dates
   and who says so. Every fact keeps the position of its words in the text.
3. **Place.** Codes of countries, provinces and borders find their shapes.
4. **Show.** Map, timeline, cards and table draw from one selection, which is in the page's
   address: send the address, and others see what you see.
""",
    )


def definitions() -> None:
    """The kinds of facts and what each means, from the lexicon."""
    st.markdown("### Kinds of facts", anchors=False)
    kinds = {
        f"{material_icon(kind)} {escape(kind.label)}": kind.definition
        for kind in lexicon.kinds().values()
    }
    st.table(kinds, border="horizontal", alt="Kinds of facts, each with what it means")


def sources() -> None:
    """Articles, shapes and lengths, each with its licence."""
    st.markdown("### Sources and licences", anchors=False)
    whole = [article for article in corpus().articles.values() if not article.brief]
    briefs = [article for article in corpus().articles.values() if article.brief]
    if len(whole) > _MOST_FRAMED:
        _many(whole)
    else:
        for article in whole:
            _framed(article)
    if briefs:
        with st.expander(f"{counted(len(briefs), 'brief')} in our own words, and their reports"):
            st.caption(_BRIEFS)
            st.markdown("\n".join(f"- {_cited(article)}" for article in briefs))
    with st.container(border=True, gap="xsmall"):
        st.text("Boundaries and borders")
        st.caption("Natural Earth 1:10m, public domain. It draws lines as they are on the ground.")
    with st.container(border=True, gap="xsmall"):
        st.text("Lengths of borders")
        try:
            lengths = published_lengths()
        except InputError as error:
            problem(error, "The published lengths cannot be read.")
        else:
            st.caption(escape(f"{lengths.title}, {lengths.publisher}, {lengths.licence}."))


def _framed(article: Article) -> None:
    with st.container(border=True, gap="xsmall"):
        st.text(titled(article))
        st.caption(escape(f"{source_of(article)}, {published(article)}"))
        st.caption(escape(article.licence or _NO_LICENCE))
        if article.url:
            label = f"Open at {escape(publisher_of(article))}"
            st.page_link(article.url, label=label, icon=":material/open_in_new:")
        elif not article.provisional:
            st.caption(_NO_ADDRESS)


def _many(articles: Sequence[Article]) -> None:
    """The first of many articles, of how many, each with its licence."""
    every = max(len(articles), holdings().articles)
    with st.expander(counted(every, "article")):
        listed = articles[:_MOST_LISTED]
        if len(listed) < every:
            st.caption(f"The first {len(listed)}; the page “Article” tells the licence of each.")
        licences = (escape(article.licence or _NO_LICENCE) for article in listed)
        cited = zip(map(_cited, listed), licences, strict=True)
        st.markdown("\n".join(f"- {article} {licence}" for article, licence in cited))


def _cited(article: Article) -> str:
    by = f"{article.author}, " if article.author else ""
    url = (article.url or "").replace("(", "%28").replace(")", "%29")
    link = f" [Open]({url})" if url else ""
    publisher = f"{publisher_of(article)}, " if publisher_of(article) != article.title else ""
    cited = f"{by}“{titled(article)}”, {publisher}{published(article)}."
    return escape(cited) + link


def limits() -> None:
    """What not to read into it."""
    st.markdown("### Limits", anchors=False)
    st.markdown(
        """
- A share of a border says nothing about **which stretch** is meant, so the whole line is drawn
  in one colour and no stretch is singled out.
- The map's own length of a border is shorter than the published one: a generalised line leaves
  out its bends. Both are shown, each with its name.
- Rules miss what they do not know. A fact that is not here may still be in the article.
- The map draws de facto lines. They are no statement about who owns what.
- Dates such as “earlier this week” are worked out from the publication date, and say so.
""",
    )
