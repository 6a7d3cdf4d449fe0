"""Under a chart: its link, and everything it can be taken away as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, get_args

import streamlit as st

from dashboard import images
from dashboard.charts.catalogue import drawn_by
from dashboard.charts.on_page import height_in_frame
from dashboard.charts.parts.config import ImageFormat
from dashboard.components.browser.addresses import base, embedded, link_to_chart, route
from dashboard.components.browser.menus import menu
from dashboard.components.taking_away import session_files
from dashboard.components.taking_away.copy_link import copy_link
from dashboard.components.taking_away.file_menu import Offer, file_menu
from dashboard.export import citation
from dashboard.export.formats import Format, formats
from dashboard.palette import Theme
from dashboard.words.plain_text import escape

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.view import View

_AROUND: Final = 136
"""Pixels of a frame around its chart: margins, and the way to the dashboard."""

_NO_FILES: Final = frozenset({"txt", "bib"})
"""Endings of what the menu shows to copy instead."""


def chart_menu(chart: Chart, view: View) -> None:
    """Draw "Copy link" and the "Download" menu of a chart."""
    copy_link(link_to_chart(chart.name), key=f"{chart.name}-link", of=f"the {chart.title.lower()}")
    with menu("Download", key=f"{chart.name}-menu", icon=":material/download:") as opened:
        if opened:
            _content(chart, view)


def _content(chart: Chart, view: View) -> None:
    files, cite, embed = st.tabs(["Files", "Cite", "Embed"])
    with files:
        _files(chart, view)
    with cite:
        st.caption("As text")
        st.code(citation.plain(chart, view, base()).strip(), language=None, wrap_lines=True)
        st.caption("BibTeX")
        st.code(citation.bibtex(chart, view, base()).strip(), language=None, wrap_lines=True)
    with embed:
        st.caption("HTML for a page of yours; the chart in it stays current")
        if session_files.has_session_facts(view):
            st.caption(f":material/info: {session_files.ADDRESS_NOTE}")
        height = height_in_frame(chart, view) + _AROUND
        code = citation.embed_code(embedded(chart.name), chart.title, height)
        st.code(code, language=None, wrap_lines=True)
        if not images.missing():
            st.caption("The same as a picture")
            st.code(_picture_code(chart, view), language=None, wrap_lines=True)


def _picture_code(chart: Chart, view: View) -> str:
    picture = route(f"charts/{chart.name}.svg", drawn_by(view.selection, (chart,)))
    return citation.picture_code(picture, chart.alt(view), link_to_chart(chart.name))


def image_format(chart: Chart) -> ImageFormat:
    """What the camera button on a chart saves."""
    return st.session_state.get(f"{chart.name}-image") or "png"


def _colours(chart: Chart) -> Theme | None:
    """In which colours the pictures are to be: asked on a dark page, light unless it says else."""
    if st.context.theme.type != "dark":
        return None
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.caption("Colours", width="content")
        return st.segmented_control(
            "Colours of the pictures",
            get_args(Theme),
            default="light",
            required=True,
            key=f"{chart.name}-colours",
            persist_state="session",
            format_func=lambda theme: "As on the page" if theme == "dark" else "Light",
            label_visibility="collapsed",
        )


def _files(chart: Chart, view: View) -> None:
    listed = [
        entry for entry in formats("chart", is_map=chart.is_map) if entry.suffix not in _NO_FILES
    ]
    missing = images.missing()
    st.caption("Pictures, each with its sources")
    theme = _colours(chart)
    _menu(chart, view, [entry for entry in listed if entry.picture], "Pictures", missing, theme)
    if missing:
        sentence, _, command = missing.rpartition(": ")
        st.caption(escape(f"{sentence}:"))
        st.code(command, language="bash", wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.caption("The camera on the chart saves", width="content")
        st.segmented_control(
            "The camera on the chart saves",
            get_args(ImageFormat),
            default="png",
            required=True,
            key=f"{chart.name}-image",
            persist_state="session",
            format_func=str.upper,
            label_visibility="collapsed",
        )
    st.caption("Page and data, each claim with its sentence")
    _menu(chart, view, [entry for entry in listed if not entry.picture], "Page and data", None)


def _menu(
    chart: Chart,
    view: View,
    listed: Sequence[Format],
    label: str,
    missing: str | None,
    theme: Theme | None = None,
) -> None:
    """Files of a chart: the server's, or of this session where that shows more."""
    if session_files.has_session_facts(view):
        with st.container(horizontal=True, gap="small"):
            for entry in listed:
                session_files.chart_button(chart, view, entry, theme, disabled=bool(missing))
        st.caption(session_files.NOTE)
        return
    offers = [_offer(chart, view, entry, missing, theme) for entry in listed]
    file_menu(offers, key=f"{chart.name}-{label.partition(' ')[0].lower()}", label=label)


def _offer(
    chart: Chart, view: View, entry: Format, missing: str | None, theme: Theme | None
) -> Offer:
    more: dict[str, str] = {"size": entry.size} if entry.size != "1x" else {}
    if theme == "dark":
        more["theme"] = theme
    if entry.plays:
        more["play"] = "1"
    path = f"charts/{chart.name}.{entry.suffix}"
    drawn = drawn_by(view.selection, (chart,))
    address = route(path, drawn, {**more, "download": "1"})
    return Offer(entry.label, address, entry.help, disabled=bool(missing) or not base())
