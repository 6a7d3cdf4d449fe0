"""Words of the language stand in data files; lists in the code are of names that are its own.

A list is whatever gives words to choose from: a set, a list, a tuple, a dictionary of words by
words, or what stands between the bars of a pattern. Of these, a function may have a pair: "of" or
"in" before the place of a phrase. Words that are compared as a whole, in their order, are a phrase
and no list; it may be of three words: "as well as". Endings of one or two letters are no words.
"""

from __future__ import annotations

import ast
import itertools
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import defs

from dashboard import words
from data import intake, lexicon, parse
from data.entry import Entry
from data.fact import FIELDS, Qualifier, WhenBasis
from data.lexicon.names import ActorType
from data.parse.attribution.sources.judging import Nature
from data.parse.attribution.sources.vocabulary import Anaphor
from data.parse.calendar.relation import Relation
from data.parse.calendar.resolvers import RESOLVERS
from data.parse.counting.counted_as import How
from data.parse.grounds.roles import Role
from data.parse.names.places import Via
from data.parse.reading import Reading

CODE = Path(lexicon.__file__).parents[2]
ROOMS = [Path(room) for package in (parse, intake, words) for room in package.__path__]
FILES = sorted(path for room in ROOMS for path in room.rglob("*.py"))
PAIR, PHRASE, ENDING = 2, 3, 2


def literals(hint: object) -> Iterator[frozenset[str]]:
    """The names that a field of an entry can have."""
    if typing.get_origin(hint) is typing.Literal:
        yield frozenset(typing.get_args(hint))
    for part in typing.get_args(hint):
        yield from literals(part)


NAMES = (
    frozenset(lexicon.kinds()),
    frozenset(noun.name for noun in lexicon.nouns().noun),
    frozenset(lexicon.institutions()),
    frozenset(RESOLVERS),
    frozenset(vars(Reading)),
    frozenset(re.findall(r"\(\?P<(\w+)>", (lexicon.FOLDER / "times.toml").read_text("utf-8"))),
    frozenset(FIELDS),
    frozenset(defs.tags) | {"main", "template"},  # of HTML
    *(
        found
        for schema in Entry.__subclasses__()
        if schema.__module__.startswith(lexicon.__name__)
        for hint in typing.get_type_hints(schema, include_extras=True).values()
        for found in literals(hint)
    ),
    *(
        frozenset(typing.get_args(names))
        for names in (ActorType, Anaphor, How, Nature, Qualifier, Relation, Role, Via, WhenBasis)
    ),
)
"""Names that the code or another table gives to things, by what they name."""

WORD = re.compile(r"(?:[a-z]\.)+|[A-Za-z]+(?:['’ _-][A-Za-z]+){,2}\.?")
"""One, or a phrase of up to three: longer texts are sentences."""

WHOLE = r"[A-Za-z][A-Za-z ']*\??"
BARS = re.compile(rf"(?<![A-Za-z\])]){WHOLE}(?:\s*\|\s*{WHOLE})+(?![A-Za-z\[(\\])")


def text_of(node: ast.expr) -> str | None:
    """A word, or the words of a phrase that stands in a list of phrases; None for anything else."""
    if isinstance(node, ast.List | ast.Tuple):
        parts = [text_of(part) for part in node.elts]
        return None if None in parts or not parts else " ".join(filter(None, parts))
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if WORD.fullmatch(node.value) else None
    return None


def choices(node: ast.AST) -> list[str]:
    """The words to choose from that an expression gives by itself."""
    match node:
        case ast.Set(elts=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [text for part in parts if (text := text_of(part))]
        case ast.Dict(keys=keys, values=values):
            pairs = zip(keys, values, strict=True)
            return [text for key, one in pairs if key and text_of(one) and (text := text_of(key))]
        case ast.Constant(value=str(pattern)):
            listed = [run.replace("?", "").split("|") for run in BARS.findall(pattern)]
            runs = [[word.strip() for word in run] for run in listed if len(run) > PAIR]
            some = [run for run in runs if len(max(run, key=len)) > ENDING]
            return list(itertools.chain.from_iterable(some))
    return []


def passed_over(tree: ast.AST) -> Iterator[ast.AST]:
    """Expressions that are no lists: documentation, types, names to export, phrases, endings."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                yield text
            case ast.Subscript(slice=names):
                yield from ast.walk(names)
            case ast.Assign(targets=[ast.Name(id="__all__")], value=names):
                yield names
            case ast.Compare(ops=[ast.Eq() | ast.NotEq()]):
                for side in (node.left, *node.comparators):
                    if isinstance(side, ast.List | ast.Tuple) and len(side.elts) <= PHRASE:
                        yield side
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                yield from (part for part in parts if text_of(part))  # phrases of a list
            case ast.Call(func=ast.Attribute(attr="endswith"), args=[ast.Tuple() as ends]):
                if all(len(text_of(part) or "") <= ENDING for part in ends.elts):
                    yield ends


def written_out(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Lines and words of lists: of a module from two words on, in a function beyond a pair."""
    over = set(map(id, passed_over(tree)))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        found = [] if id(node) in over else choices(node)
        if len(found) > (PAIR if id(node) in inside else 1):
            yield getattr(node, "lineno", 0), found


def is_of_names(found: list[str]) -> bool:
    return any(frozenset(found) <= names for names in NAMES)


@pytest.mark.parametrize(
    "code",
    [
        'AWAY = frozenset({"up", "down"})',
        'AWAY = ("up", "down")',
        'AWAY = frozenset(("up", "u.s."))',
        'FORMS = {"man": "men", "child": "children"}',
        'def f(x):\n    return x in {"up", "down", "off"}',
        'def f(x):\n    return x in ["up", "down", "off"]',
        'def f(x):\n    return x[:2] in (["of", "it"], ["of", "this"], ["of", "that"])',
        'def f(x):\n    return x == ["in", "the", "end", "all"]',
        'def f(x):\n    return x.endswith(("ed", "told", "said"))',
        'AWAY = re.compile(r"(?:up|down|off)s?")',
        'def f(x):\n    return re.match(rf"{x} (?:up|down|off)", x)',
        'def f(x):\n    return x in {*x, "Iran", "Turkey", "Iraq"}',
    ],
)
def test_a_list_of_words_is_found(code: str) -> None:
    assert list(written_out(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        'def f(x):\n    return x in {"a", "an"}',
        'def f(x):\n    return x[:3] == ["as", "well", "as"]',
        'def f(x):\n    return x.endswith(("s", "x", "ch", "sh"))',
        'SIGNS = frozenset({",", ";", "-"})',
        'CLITIC = re.compile(r"[’\'](?:s|re|ve|ll|d|m)")',
        'TOLD = {"broken": "is not a PDF file that can be read", "locked": "has a password on it"}',
        'Side = Literal["before", "after"]',
        '__all__ = ["one", "two"]',
    ],
)
def test_no_list_of_words_is_seen(code: str) -> None:
    assert not list(written_out(ast.parse(code)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CODE)))
def test_no_list_of_words_stands_in_code(path: Path) -> None:
    found = written_out(ast.parse(path.read_text("utf-8")))
    assert not [(line, sorted(listed)) for line, listed in found if not is_of_names(listed)]
