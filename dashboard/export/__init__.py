"""What leaves the dashboard as a file: pictures, data, citations. No Streamlit here.

:mod:`dashboard.export.files` turns a chart or the facts of a view into a file of a format that
``formats.toml`` lists. Pages, addresses, the command line and the ZIP all go through it.
"""
