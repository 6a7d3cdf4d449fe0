"""A small table of labels and what they stand for.

Not Streamlit's own, which makes a pandas frame of anything, and a start would wait for pandas.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st

_STYLE: Final = Path(__file__).with_suffix(".css").read_text("utf-8")


def labelled_rows(rows: Mapping[str, str], *, alt: str) -> None:
    """Draw a table with a row for each label.

    Args:
        rows: Plain text by label, which may come from an article.
        alt: What the table is, for those who cannot see it.
    """
    lines = (
        f'<tr><th scope="row">{html.escape(label)}</th><td>{html.escape(text)}</td></tr>'
        for label, text in rows.items()
    )
    table = f'<table class="labelled-rows" aria-label="{html.escape(alt)}">{"".join(lines)}</table>'
    st.html(f"<style>{_STYLE}</style>{table}")
