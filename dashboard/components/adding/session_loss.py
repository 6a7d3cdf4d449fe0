"""What a visitor brought in and has no more, because the session that had it has ended.

The session cannot tell: it is another one. So the browser remembers for the tab how much there was,
and a session that begins in it with less is told.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.components.adding.waiting import waiting
from dashboard.components.browser.loaded_once import component
from dashboard.components.session.bound_selection import current_page
from dashboard.components.session.corpus import added, changes
from dashboard.components.session.run_log import name_session
from dashboard.words.facts import counted

ARCHIVE_KEY: Final = "archive"
"""Of the button that downloads the archive: who has pressed it has what there was then."""

_KEY: Final = "session-loss"
_LOST: Final = "lost-with-session"
_MOST: Final = 1_000
"""That a browser, which is not trusted, can tell of."""

_component: Final = component("session_loss")


def watch_for_loss() -> None:
    """Have the browser remember what is here. Call once a run, when the page has been drawn."""
    if st.context.is_embedded:
        return
    data = {
        "session": name_session(),
        "count": len(added().entries) + len(waiting()),
        "state": changes(),
        "archived": not waiting(),  # no archive holds what waits
        "archive": f".st-key-{ARCHIVE_KEY}",
    }
    _component(
        key=_KEY,
        data=data,
        width=1,
        height=1,
        on_lost_change=_lost,
        on_back_change=lambda: None,  # another run, in which the session may be another
    )


def say_what_was_lost() -> bool:
    """Say it on the page that it was found on, until something is brought in again.

    Returns:
        Whether there was something to say.
    """
    count, page = st.session_state.get(_LOST, (0, ""))
    if not count:
        return False
    if page != current_page() or added().entries or waiting():
        del st.session_state[_LOST]
        return False
    what, be = counted(count, "article"), "is" if count == 1 else "are"
    st.warning(
        f"**{what} that you had brought in {be} gone.**  \n"
        "What is added is only kept until the tab is closed or reloaded, the server restarts, or "
        "the connection is lost for minutes. If you downloaded the archive, upload it on the page "
        "“Add an article” and go on where you left off.",
        icon=":material/history_toggle_off:",
    )
    return True


def _lost() -> None:
    told = (st.session_state.get(_KEY) or {}).get("lost")
    if isinstance(told, int) and 0 < told <= _MOST:
        st.session_state[_LOST] = (told, current_page())
