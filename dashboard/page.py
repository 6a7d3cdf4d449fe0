"""One run of the app: page settings, navigation and the selection that all pages share."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard.components.adding.session_loss import say_what_was_lost, watch_for_loss
from dashboard.components.adding.session_notice import session_notice
from dashboard.components.browser.pages_menu import close_pages_menu_once_chosen
from dashboard.components.messages import messages
from dashboard.components.messages.warm_up import warm_up
from dashboard.components.session.bound_selection import begin
from dashboard.components.session.run_log import run_of
from dashboard.sitemap import PAGES


def page() -> None:
    """Draw the page that the address names."""
    # Before the navigation, or a page's symbol is the tab's, from another host.
    icon = Path(__file__).with_name("assets") / "favicon.svg"
    st.set_page_config(page_icon=str(icon), layout="wide")
    chosen = st.navigation(
        [
            st.Page(
                f"views/{entry.view}.py",
                title=entry.title,
                icon=f":material/{entry.icon}:",
                url_path=entry.path,
                default=not entry.path,
                help=entry.help,
            )
            for entry in PAGES.values()
        ],
        position="hidden" if st.context.is_embedded else "top",
    )
    st.set_page_config(page_title=PAGES[chosen.url_path].window_title)
    warm_up()
    with run_of(chosen.url_path):
        dropped = begin(chosen.url_path)
        if messages.problems_reading() and PAGES[chosen.url_path].needs_articles:
            return
        messages.dropped_from_link(dropped, told_of_articles=say_what_was_lost())
        session_notice(chosen.url_path)
        chosen.run()
        close_pages_menu_once_chosen()
        watch_for_loss()
