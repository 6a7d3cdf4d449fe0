"""Words of the language stand in the lexicon; sets in the parser's code are of its own names."""

from __future__ import annotations

import ast
import itertools
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import lexicon
from data.fact import Qualifier
from data.lexicon.names import ActorType
from data.parse.attribution.sources.judging import Nature
from data.parse.attribution.sources.vocabulary import Anaphor
from data.parse.calendar.relation import Relation
from data.parse.calendar.resolvers import RESOLVERS
from data.parse.counting.counted_as import How
from data.parse.location.grounds.roles import Role
from data.parse.names.places import Via
from data.parse.reading import Reading

CODE = Path(lexicon.__file__).parents[1] / "parse"
FILES = sorted(CODE.rglob("*.py"))
PAIR = 2
"""Words of a list. In a function a pair may stand: "of" or "in" before the place of a phrase."""

NAMES = (
    frozenset(lexicon.kinds()),
    frozenset(noun.name for noun in lexicon.nouns().noun),
    frozenset(lexicon.institutions()),
    frozenset(RESOLVERS),
    frozenset(vars(Reading)),
    frozenset(re.findall(r"\(\?P<(\w+)>", (lexicon.FOLDER / "times.toml").read_text("utf-8"))),
    frozenset({"anyone", "speaker", "record", "press"}),  # whom a verb of saying has as its subject
    *(
        frozenset(typing.get_args(names))
        for names in (ActorType, Anaphor, How, Nature, Qualifier, Relation, Role, Via)
    ),
)
"""Names that the code or another table gives to things, by what they name."""


def words_of(node: ast.expr) -> frozenset[str]:
    """The words of a set, a list or a tuple that is written out; signs and endings are none."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return words_of(node.args[0]) if node.func.id == "frozenset" else frozenset()
    if not isinstance(node, ast.Set | ast.List | ast.Tuple):
        return frozenset()
    parts = (ast.walk(part) for part in node.elts if not isinstance(part, ast.Call))
    texts = (part.value for part in itertools.chain(*parts) if isinstance(part, ast.Constant))
    return frozenset(text for text in texts if isinstance(text, str) and is_word(text))


def is_word(text: str) -> bool:
    return re.fullmatch(r"[a-z][a-z.'_-]*", text) is not None


def written_out(tree: ast.Module) -> Iterator[tuple[int, frozenset[str]]]:
    """Lines and words of lists: of a module from two words on, in a function beyond a pair."""
    named = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    for node in named:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        is_export = isinstance(target, ast.Name) and target.id == "__all__"
        if node.value is not None and not is_export and len(words_of(node.value)) >= PAIR:
            yield node.lineno, words_of(node.value)
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for part in ast.walk(function):
                if isinstance(part, ast.Set) and len(words_of(part)) > PAIR:
                    yield part.lineno, words_of(part)


def test_a_list_of_words_is_found() -> None:
    tree = ast.parse(
        '_AWAY = frozenset({"up", "down"})\ndef f(x):\n    return x in {"a", "b", "c"}\n'
    )
    assert [line for line, _ in written_out(tree)] == [1, 3]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CODE)))
def test_no_list_of_words_stands_in_code(path: Path) -> None:
    found = written_out(ast.parse(path.read_text("utf-8")))
    assert not [
        (line, sorted(words)) for line, words in found if not any(words <= one for one in NAMES)
    ]
