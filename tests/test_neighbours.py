"""Who borders whom: the sources that say so, each for a purpose of its own, agree."""

from __future__ import annotations

from collections.abc import Iterable

from data import lexicon
from data.parse.names.codes import line_with
from geo.gazetteer import published_lengths

WITHOUT_A_CROSSING = {"CHN"}
"""Neighbours of the subject to which no crossing leads: "the Chinese border" alone is not its."""


def neighbours(lines: Iterable[str]) -> set[str]:
    """Countries that share one of some borders with the subject."""
    here = {line for line in lines if lexicon.subject() in line.split("-")}
    return {country for line in here for country in line.split("-")} - {lexicon.subject()}


def test_neighbours_of_the_subject_are_the_same_in_all_sources() -> None:
    known = lexicon.anaphora().bordering[lexicon.subject()]
    crossings = {crossing.border for crossing in lexicon.crossings().values()}
    assert neighbours(published_lengths().km) == known
    assert neighbours(crossings) == known - WITHOUT_A_CROSSING
    assert {country for country in known if line_with(country)} == known - WITHOUT_A_CROSSING


def test_who_borders_on_a_country_is_bordered_by_it() -> None:
    bordering = lexicon.anaphora().bordering
    for country, others in bordering.items():
        for other in others & set(bordering):
            assert country in bordering[other], (country, other)


def test_lines_beyond_the_subject_are_those_of_neighbours() -> None:
    bordering = lexicon.anaphora().bordering
    for line in lexicon.location().lines.beyond:
        one, other = line.split("-")
        assert lexicon.subject() not in (one, other)
        assert one not in bordering or other in bordering[one], line
        assert other not in bordering or one in bordering[other], line
