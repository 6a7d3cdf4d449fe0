"""The first visit after a start waits for maps and charts to load; this says so."""

from __future__ import annotations

import importlib

import streamlit as st


@st.cache_resource(show_spinner="Opening the dashboard …")
def warm_up() -> None:
    """Import what is slow to import, once a process."""
    importlib.import_module("dashboard.components.charts.on_page")
