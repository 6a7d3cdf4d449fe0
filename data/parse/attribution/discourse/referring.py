"""Referring: whether "he", "the ministry" or "the official" can stand for a source before it."""

from __future__ import annotations

import functools

from data import lexicon
from data.parse.attribution.discourse.descriptions import is_armed
from data.parse.attribution.sources.judging import Nature, Source
from data.parse.attribution.sources.vocabulary import vocabulary

NATURES: dict[str, frozenset[Nature]] = {
    "person": frozenset(("person", "name")),
    "body": frozenset(("body", "name", "medium", "record")),
    "group": frozenset(("group", "body", "name")),
}
"""What a source can be that a pronoun stands for."""


def refers(source: Source, earlier: Source) -> bool:
    """Whether a source may stand for one before it, by what both are."""
    if earlier.anaphor not in {"none", "owner", "definite"}:
        return False
    if source.anaphor == "definite":
        if source.words in lexicon.attribution().bodies.private and is_armed(earlier):
            return False  # "the charity" is no armed group
        if source.nature == "person" and " " in source.words:
            return _is_the_official(source, earlier)
        if source.words.isupper() and earlier.nature in NATURES["person"]:
            return f"({source.words})" in earlier.words  # but not "Sana Farid, a WHO director"
        if source.words in generic() and earlier.nature in NATURES["person"]:
            # "Civil Protection said ... The agency said", but not "Sana Farid said"
            return source.nature == "person" or (source.nature, earlier.nature) == ("body", "name")
        if source.words in generic() and earlier.nature == "medium":
            return source.nature in {"body", "medium"}
        if source.words in lexicon.attribution().people.epithets and _bears_name(earlier):
            return True
        if earlier.nature == "record" and source.nature != "record":
            return False  # "the agency" is no "agency's report"
        if source.nature == "body" and earlier.nature == "person" and earlier.words.islower():
            return False  # "the ministry" is no "official at the ministry"
        named = _is_named(earlier) and not earlier.words.isupper()
        if source.nature == "person" and named and earlier.anaphor == "none":
            return True  # "Hossein Nuri added ... According to the official"
        longer = earlier.words.count(" ") > source.words.count(" ")
        longer = longer or len(earlier.heads) > len(source.heads)
        return bool(source.heads & earlier.heads) and longer
    if source.anaphor == "record":
        return earlier.nature != "other"
    if source.anaphor == "person" and earlier.words.isupper():
        return False
    return earlier.nature in NATURES[source.anaphor] or (
        source.anaphor == "person" and earlier.nature == "other"
    )


def _is_the_official(source: Source, earlier: Source) -> bool:
    """Whether "the Tajik official" is one named before: of the same state, or of none known."""
    if source.heads < earlier.heads:
        return True
    if not source.words.endswith("official"):
        return False
    named = earlier.words.rpartition(" ")[2][0].isupper() and earlier.anaphor == "none"
    return named and earlier.nature in NATURES["person"] and source.code == earlier.code


def _bears_name(source: Source) -> bool:
    """Whether somebody is told of by name, with their office or without."""
    return source.nature in NATURES["person"] and source.words.rpartition(" ")[2][0].isupper()


def _is_named(source: Source) -> bool:
    """Whether a source bears nothing but a name, known or not."""
    known = source.nature == "person" and vocabulary().people.isdisjoint(source.heads)
    return known or source.nature == "name"


@functools.cache
def generic() -> frozenset[str]:
    """Nouns that may stand for anyone named in another role."""
    rules = lexicon.attribution()
    return frozenset((*rules.people.generic, *rules.media.generic))
