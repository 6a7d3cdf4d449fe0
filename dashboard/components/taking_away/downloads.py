"""What is in view as files: the facts, a report, everything at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from dashboard.components.browser.addresses import base, route
from dashboard.components.browser.menus import menu
from dashboard.components.taking_away import session_files
from dashboard.components.taking_away.file_menu import Offer, file_menu
from dashboard.export.formats import formats

if TYPE_CHECKING:
    from dashboard.view import View


def facts_downloads(view: View) -> None:
    """The facts in view as a row of files."""
    if session_files.has_session_facts(view):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            for entry in formats("facts"):
                session_files.facts_button(view, entry)
            st.caption(session_files.NOTE, width="content")
        return
    offers = [
        _offer(entry.label, f"facts.{entry.suffix}", view, entry.help) for entry in formats("facts")
    ]
    file_menu(offers, key="facts-files", label="The facts in view as files", form="row")


def view_downloads(view: View) -> None:
    """A menu of files that hold the whole view."""
    with menu("Download", key="view-menu", icon=":material/download:") as opened:
        if not opened:
            return
        if session_files.has_session_facts(view):
            session_files.report_button(view)
            session_files.everything_button(view)
            st.caption(session_files.NOTE)
            return
        offers = [
            _offer("Report", "report.html", view, "One page with all charts, claims and sentences"),
            _offer(
                "Everything",
                "export.zip",
                view,
                "Every chart and table of this view as ZIP",
            ),
        ]
        file_menu(offers, key="view-files", label="The whole view as files")


def _offer(label: str, path: str, view: View, about: str) -> Offer:
    address = route(path, view.selection, {"download": "1"})
    return Offer(label, address, about, disabled=not view.facts or not base())
