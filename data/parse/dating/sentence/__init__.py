"""Sentence: which expression of its own sentence dates a claim.

``scope`` takes the nearest that can, counted in words. ``crossing`` adds what it costs to reach it
from another clause, ``limits`` says up to when it held, and ``barriers`` which are out of reach:
behind a conjunction (``joints``) or a turn to a total (``turns``), in a relative clause
(``relatives``), in a phrase of its own (``asides``) or in what describes a subject (``described``).
Some are of another number (``another``), or of what was done to the end that a claim is
(``purposes``).
"""
