"""A view as one HTML file that opens anywhere and prints well. No Streamlit here."""

from dashboard.report.report import report

__all__ = ["report"]
