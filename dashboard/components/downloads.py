"""Buttons that hand out the facts in view as files."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.corpus_source import corpus
from dashboard.export import CSV_NAME, JSON_NAME, to_csv, to_json
from data.fact import Fact


def download_buttons(facts: Sequence[Fact]) -> None:
    """CSV and JSON of the facts given, made when asked for."""
    articles = corpus().articles
    with st.container(horizontal=True, gap="xsmall", width="content"):
        st.download_button(
            "CSV",
            lambda: to_csv(facts, articles),
            file_name=CSV_NAME,
            mime="text/csv; charset=utf-8",
            icon=":material/download:",
            help="For spreadsheets: one row a fact with its sentence, claimant and source. Text "
            "that a spreadsheet would run as a formula starts with an apostrophe.",
            on_click="ignore",
            disabled=not facts,
            key="download-csv",
        )
        st.download_button(
            "JSON",
            lambda: to_json(facts, articles),
            file_name=JSON_NAME,
            mime="application/json",
            icon=":material/download:",
            help="For programs: a list of facts, each with its source and definition.",
            on_click="ignore",
            disabled=not facts,
            key="download-json",
        )
