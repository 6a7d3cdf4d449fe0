"""Events: the time of a claim whose event or whose number the text tells of again and dates.

``figures`` looks for the same number, ``lead`` for the day of what a title or a first sentence
tells, ``event_day`` for that of "the blast", ``flights`` for theirs, ``toll`` for the one event
whose dead a text counts, ``since`` for the beginning of what goes on. What a sentence tells of
another place or side is another event (``scenes``).
"""
