"""Kinds of facts: one that is misspelt or not told of in full is refused where it is read."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from data import lexicon
from data.errors import InputError
from data.lexicon import kind
from data.lexicon.capturing import Statements
from data.lexicon.claims import Measures
from data.lexicon.counting import Nouns, Topics, Verbs
from data.lexicon.kind import Kind
from data.parse import location
from data.toml_file import parse_toml
from geo.gazetteer import HERE
from geo.parts import Parts

SCHEMAS = {
    "kinds.toml": dict[str, Kind],
    "nouns.toml": Nouns,
    "verbs.toml": Verbs,
    "topics.toml": Topics,
    "statements.toml": Statements,
    "measures.toml": Measures,
    "parts.toml": Parts,
}
MISSPELT = [
    ("nouns.toml", 'killed = "casualties"', "participles.killed"),
    ("nouns.toml", 'deaths = "casualties"', "openers.deaths"),
    ("nouns.toml", 'kind = "personnel"', "noun[1].kind"),
    ("nouns.toml", 'kind = "control_share"', "denominator[1].kind"),
    ("verbs.toml", 'kinds = { people = "displaced"', "kinds.people"),
    ("verbs.toml", 'object_kinds = { people = "other_count"', "object_kinds.people"),
    ("topics.toml", 'kind = "casualties"', "kind"),
    ("statements.toml", 'kind = "meeting"', "kind"),
    ("measures.toml", 'kinds = ["control_share"]', "kinds[1]"),
    ("parts.toml", 'kinds = ["meeting"]', "kinds[1]"),
    ("parts.toml", '{ kind = "capture"', "fact.kind"),
]
NOT_IN_FULL = [
    ("nouns.toml", 'killed = "casualties"', 'killed = "crossings"', "participle 'killed'"),
    ("nouns.toml", "alike = true\n", "", "noun[1].alike"),
    ("nouns.toml", 'unit = "people"', 'unit = "km"', "noun[1]: unit is 'km', that of personnel"),
    ("kinds.toml", "traits = []\n", "", "progress_share.traits"),
    ("kinds.toml", 'traits = ["held"', 'traits = ["hold"', "control_share.traits[1]"),
    ("kinds.toml", 'unit = "people"\n', "", "personnel: number is true, so unit has to be one of"),
    ("kinds.toml", "number = false", 'number = false\nunit = "km"', "capture: number is false"),
    ("kinds.toml", 'unit = "people"', 'unit = "persons"', "personnel.unit"),
    ("kinds.toml", 'also = ["count"', 'also = ["USD"', "personnel.also[1]"),
    ("kinds.toml", "number = false", 'number = false\nalso = ["mi"]', "capture: number is false"),
    ("nouns.toml", 'examples = ["300 conscripts"', 'examples = [] # ["', "noun[1].examples"),
    (
        "nouns.toml",
        '"villager"',
        '"soldier"',
        "'soldier' is listed twice, of 'armed' and of 'people'",
    ),
    ("verbs.toml", '"wade"', '"escape"', "'escape' is listed twice, of 'flee' and of 'escape'"),
]


def read_with(file: str, what: str, instead: str) -> None:
    folder = HERE if file == "parts.toml" else lexicon.FOLDER
    said = (folder / file).read_text(encoding="utf-8")
    assert what in said
    parse_toml(said.replace(what, instead, 1).encode(), Path(file), SCHEMAS[file])


@pytest.mark.parametrize(("file", "what", "field"), MISSPELT)
def test_misspelt_kind_is_refused_where_it_stands(file: str, what: str, field: str) -> None:
    misspelt = re.sub(r'([a-z]+)("\]?)$', r"\1x\2", what)
    with pytest.raises(InputError, match="is no kind of fact; known are personnel, ") as raised:
        read_with(file, what, misspelt)
    assert raised.value.where.startswith(f"{file}: ")
    assert raised.value.where.endswith(field)


@pytest.mark.parametrize(("file", "what", "instead", "told"), NOT_IN_FULL)
def test_what_is_not_told_in_full_is_refused(file: str, what: str, instead: str, told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        read_with(file, what, instead)


def test_broken_kinds_are_told_of_as_such_where_others_name_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "kinds.toml"
    broken.write_text("[personnel]\nlabel = 5\n", encoding="utf-8")
    monkeypatch.setattr(kind, "_FILE", broken)
    lexicon.kinds.cache_clear()
    with pytest.raises(InputError) as raised:
        read_with("nouns.toml", "people", "people")
    assert raised.value.where == f"{broken}: personnel.label"


def test_two_kinds_of_one_label_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = (lexicon.FOLDER / "kinds.toml").read_text(encoding="utf-8")
    twice = tmp_path / "kinds.toml"
    twice.write_text(said.replace('label = "Casualties"', 'label = "Personnel"'), encoding="utf-8")
    monkeypatch.setattr(kind, "_FILE", twice)
    with pytest.raises(
        InputError, match=r"casualties\.label: 'Personnel' is the label of personnel"
    ):
        kind.kinds.__wrapped__()


def test_some_rule_yields_every_kind() -> None:
    examples = [
        *(each for verb in lexicon.verbs().verb for each in verb.examples),
        *(each for rule in lexicon.statements().statement for each in rule.examples),
        *(each for rule in lexicon.captures().capture for each in rule.examples),
    ]
    told = {fact.get("kind") for example in examples for fact in example.facts}
    counted = {noun.kind for noun in lexicon.nouns().noun}
    counted |= {share.kind for share in lexicon.nouns().denominator}
    without = set(lexicon.kinds()) - told - counted - {"border_length"}  # amounts of km
    assert not without, (
        f"no rule yields {sorted(without)} of kinds.toml: give one of nouns.toml, verbs.toml or "
        "statements.toml an example with it"
    )


def test_kinds_with_a_place_of_their_own_are_kinds() -> None:
    served = functools.reduce(frozenset.union, location._kinds_served().values())
    assert served | set(location._OF_KIND) <= set(lexicon.kinds())
