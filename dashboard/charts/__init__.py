"""Charts: pure functions from facts to Plotly figures. No Streamlit here.

Every mark that can be chosen carries ``customdata``, one list a mark:

* ``["country", "TJK"]``: the country with this ISO 3166-1 alpha-3 code;
* ``["facts", "id-1", "id-2", ...]``: these facts, which all tell the same thing.

:func:`dashboard.charts.parts.picked.picked` reads it back from a click.
"""
