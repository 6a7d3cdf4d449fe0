"""Expressions: what the calendar expressions of a sentence mean, and what they are the time of.

``spans`` lists those that have days, with days in a row joined; what they are counted from may be
another day told of (``delays``), or that of a quotation or a report (``counted_from``).
``background`` and ``telling`` say which are the day of saying something, or are there to compare or
to name, and so date no happening. ``lines`` knows days that stand alone or end a caption.
"""
