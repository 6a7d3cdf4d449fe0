"""What a start of the dashboard keeps for the next one (:mod:`data.snapshot` tells how).

Reading every article anew, checking every file of words and settings and drawing the first page's
charts takes longer than anything else about a start.
"""
