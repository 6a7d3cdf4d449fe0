"""Files of what only this visitor sees, made in their session; no address of the server has them.

The functions that make them are the server's own. Nothing keeps a file, and one process makes as
many at a time as it makes for addresses.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.components.browser.addresses import base
from dashboard.server.workshop import Queue

if TYPE_CHECKING:
    from dashboard.charts.catalogue import Chart
    from dashboard.export.formats import Format
    from dashboard.palette import Theme
    from dashboard.view import View

NOTE: Final = "With this session’s facts, and made for you alone."
ADDRESS_NOTE: Final = "This address shows the catalogue only, without this session’s facts."

_FILES: Final = Queue(16, 4)
_BUNDLES: Final = Queue(2, 1)


def has_session_facts(view: View) -> bool:
    """Whether a view may show what nobody else sees."""
    return any(article.provisional for article in view.articles)


def chart_button(
    chart: Chart, view: View, entry: Format, theme: Theme | None, *, disabled: bool
) -> None:
    """Draw the button that downloads a chart in one format, in the colours of a theme."""
    from dashboard.export.files import chart_file
    from dashboard.export.names import file_name

    make = functools.partial(chart_file, chart, view, entry.id, base=base(), theme=theme)
    _button(
        entry.label,
        file_name(view, entry, chart),
        entry.help,
        lambda: _FILES.make(lambda: make().content),
        key=f"session-{chart.name}-{entry.id}",
        disabled=disabled,
    )


def facts_button(view: View, entry: Format) -> None:
    """Draw the button that downloads the facts in one format."""
    from dashboard.export.files import facts_file
    from dashboard.export.names import file_name

    make = functools.partial(facts_file, view, entry.id, base=base())
    _button(
        entry.label,
        file_name(view, entry),
        entry.help,
        lambda: _FILES.make(lambda: make().content),
        key=f"session-{entry.id}",
        disabled=not view.facts,
    )


def report_button(view: View) -> None:
    """Draw the button that downloads the report."""
    from dashboard.export.names import view_name
    from dashboard.report import report

    make = functools.partial(report, view, base=base())
    _button(
        "Report",
        view_name(view, "report", suffix="html"),
        "One page with all charts, claims and sentences",
        lambda: _BUNDLES.make(make),
        key="session-report",
        disabled=not view.facts,
    )


def everything_button(view: View) -> None:
    """Draw the button that downloads every chart and file as a ZIP."""
    from dashboard.export.abreast import made
    from dashboard.export.bundle import zip_of
    from dashboard.export.names import view_name
    from dashboard.report.everything import plan_everything

    address = base()

    def make() -> bytes:
        return zip_of(made(plan_everything(view, base=address)))

    _button(
        "Everything",
        view_name(view, "everything", suffix="zip"),
        "Every chart and file of this view as ZIP",
        lambda: _BUNDLES.make(make),
        key="session-everything",
        disabled=not view.facts,
    )


def _button(
    label: str, name: str, about: str, make: Callable[[], bytes], *, key: str, disabled: bool
) -> None:
    st.download_button(
        label,
        make,
        file_name=name,
        mime="application/octet-stream",
        key=key,
        help=about,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
        disabled=disabled,
    )
