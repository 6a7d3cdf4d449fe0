"""The promise, the definitions, the sources, the limits."""

from __future__ import annotations

import streamlit as st

from dashboard.components.about_text import definitions, limits, promise, sources
from dashboard.components.browser.address_bar import address_bar

address_bar()
st.title("About", anchor=False)
left, right = st.columns([3, 2], gap="large")
with left:
    promise()
    definitions()
with right:
    sources()
    limits()
