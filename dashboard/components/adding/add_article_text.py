"""What the page for adding articles says of itself while there are none."""

from __future__ import annotations

import streamlit as st


def how_it_works() -> None:
    """What happens to a text, who sees it, and how it stays."""
    with st.container(border=True, height="stretch"):
        st.markdown(
            """
##### What happens to it

1. **Read.** Title, publisher, address and date are taken from the page where it has them. You
   confirm or correct them.
2. **Extract.** The same rules as for every article here find its facts: on the map, on the
   timeline, in the table, each with its sentence and marked “this session”.
3. **Review.** Reject a fact, or correct its kind, amount, place, date, claimant, or who is counted.
   Everything can be undone.
4. **Keep.** Download an archive. Put into `seeds/`, it shows the reviewed facts to everybody.

##### Who sees it

Only you, and only in this tab: it is gone when you close or reload it, when the server restarts and
when the connection is lost for minutes. No link, picture address or file that the server makes for
others contains it.
"""
        )
