"""Story: the time that a claim takes over from the sentences, claims and lines around it.

``sequels`` go on with the sentence before. ``earlier_claims`` hand on their time to others of their
kind, ``narration`` the day of one happening to the next, ``same_subject`` that of those told of
before, ``shares`` that of the people whom a share is of. ``reports`` has the period of a whole
report, ``progress`` the day of a measure, ``entries`` that of the line, the list or the live report
that a claim stands in. A state, a plan or another time in between ends it.
"""
