"""Admitted: where people are taken by whoever takes them: a state lets them in, planes fly them."""

from __future__ import annotations

from data import lexicon
from data.parse.counting.counted_as import Counted
from data.parse.counting.kinds.aboard import is_airlifted
from data.parse.counting.verbs.happenings import Happening
from data.parse.reading import Reading
from data.parse.subjects import find_subject


def kind_by_agent(reading: Reading, counted: Counted, happening: Happening, kind: str) -> str:
    """The kind of those whom somebody takes in or away, by who it is; else the one they have."""
    if kind == "other_count" and _is_admitted(reading, counted, happening):
        return "displaced"
    if kind == "casualties" and is_airlifted(reading, counted, happening):
        return "evacuated"
    return kind


def _is_admitted(reading: Reading, counted: Counted, happening: Happening) -> bool:
    """Whether people of the subject's are to live in a state: "Britain will take 5,000 Afghans".

    Of "the Taliban took 12 Afghans" and "police took 12 Afghans" nobody can tell.
    """
    if counted.noun.name != "people" or not happening.by_others:
        return False
    if reading.lower[happening.first] not in lexicon.count_words().admitting:
        return False
    home = lexicon.subject()
    theirs = (p for p in reading.names if counted.first <= p.first < counted.stop)
    flown = reading.whole.themes.airlift and _are_at_risk(reading, counted)
    if not (flown or any(p.country == home and p.via == "demonym" for p in theirs)):
        return False
    agent = find_subject(reading, happening.first)
    if agent is None:
        return False
    if reading.lower[agent.first : agent.stop] == ["we"]:
        return True  # "we can take 5,000 Afghans this year"
    states = (p for p in reading.names if agent.first <= p.first and p.stop == agent.stop)
    return any(state.via == "name" and state.country not in {home, None} for state in states)


def _are_at_risk(reading: Reading, counted: Counted) -> bool:
    """Whether people are told to be in danger: "is to take 2,500 people deemed at risk"."""
    behind = reading.lower[counted.stop : counted.stop + _RISK_REACH]
    pairs = (" ".join(behind[at : at + 2]) for at in range(len(behind)))
    return not lexicon.count_words().at_risk.isdisjoint(pairs)


_RISK_REACH = 6
"""Most words from people to behind "at risk"."""
