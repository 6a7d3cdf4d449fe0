"""What the server tells of its work: a log of events, and metrics. No Streamlit here.

``told.toml`` lists everything that may be told. What is not in it can neither be logged nor
counted: no words of an article, nothing of a visitor. ``docs/observability.md`` shows it as tables.
"""
