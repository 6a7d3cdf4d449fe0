"""What was read of a catalogue and worked out of it: articles, facts, claims, and some results."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from dashboard.kept import results_of, take_up
from dashboard.observability.conditions import tell_snapshot
from dashboard.snapshot.program import program
from data.corpus import Corpus
from data.snapshot import folder
from data.snapshot.content import as_bytes, from_bytes

RESULTS: Final = ("reference figures", "charts on the page", "charts in words")
"""Sorts of results, as :mod:`dashboard.kept` calls them, that are made slower than read."""

RECORDS: Final = frozenset(
    {
        ("dashboard.charts.parts.caption", "Caption"),
        ("dashboard.charts.catalogue", "Style"),
        ("dashboard.charts.parts.drawing", "Drawing"),
        ("dashboard.charts.drawn", "Drawn"),
        ("dashboard.charts.reference_figure", "ReferenceFigure"),
        ("dashboard.selecting.selection", "Period"),
        ("dashboard.selecting.selection", "Selection"),
        ("data.article", "Article"),
        ("data.article", "Brief"),
        ("data.claims.claim", "Claim"),
        ("data.claims.claim", "Telling"),
        ("data.corrections", "Review"),
        ("data.fact", "Fact"),
    }
)
"""Classes that a snapshot consists of, by module and name."""


@dataclasses.dataclass(frozen=True, slots=True)
class Snapshot:
    """What was read, and from what.

    Attributes:
        files: Names of all files that were read beside the catalogue, as it names them.
        digest: Of the program, the catalogue and these files.
        content: Articles, facts, claims and results, as bytes; empty where none are kept yet, and
            once they have been taken up.
        results: Which results are kept, once they have been taken up.
    """

    files: tuple[str, ...]
    digest: str
    content: bytes = dataclasses.field(default=b"", repr=False)
    results: frozenset[object] | None = dataclasses.field(default=None, repr=False)

    def is_of(self, catalog: Path) -> bool:
        """Whether the files and the program are what they were when it was made."""
        return self.digest == _digest(catalog, self.files)

    def corpus(self) -> Corpus:
        """What was read.

        Raises:
            pickle.UnpicklingError: If it is nothing that :func:`keep` writes.
        """
        articles, facts, claims, results = from_bytes(self.content, RECORDS)
        corpus = Corpus(
            {article.article_id: article for article in articles},
            {fact.fact_id: fact for fact in facts},
        )
        vars(corpus)["claims"] = claims  # as the property keeps what it has worked out
        for sort, made in results.items():
            take_up(corpus, sort, made)
        return corpus


def recall(catalog: Path) -> Snapshot | None:
    """The snapshot of a catalogue, where nothing that it follows from has changed since."""
    path = _file(catalog)
    content = folder.read(path, tell_snapshot) if path else None
    if content is None:
        return None
    try:
        snapshot = _unpacked(content)
    except ValueError:
        tell_snapshot("damaged")
        return None
    return snapshot if snapshot.is_of(catalog) else None


def taken_up(snapshot: Snapshot) -> tuple[Corpus, Snapshot] | None:
    """What was read, and what :func:`keep` needs; None, and a line in the log, if not ours."""
    try:
        corpus = snapshot.corpus()
        results = _results(corpus)
    except Exception:  # bytes of any kind may be in there
        tell_snapshot("damaged")
        return None
    return corpus, dataclasses.replace(snapshot, content=b"", results=results)


def before_reading(catalog: Path, files: Iterable[str]) -> Snapshot:
    """A snapshot still without content: from what a catalogue is going to be read."""
    names = tuple(files)
    return Snapshot(names, _digest(catalog, names))


def keep(catalog: Path, before: Snapshot, corpus: Corpus) -> None:
    """Keep what was read, unless something in it could not be, or has changed meanwhile.

    What is kept already is not kept again.

    Args:
        catalog: The catalogue.
        before: What :func:`before_reading` found, or what was taken up.
        corpus: What was read since.
    """
    path = _file(catalog)
    if path is None or corpus.problems or before.results == _results(corpus):
        return
    if not before.is_of(catalog):
        return
    articles, facts = tuple(corpus.articles.values()), tuple(corpus.facts.values())
    results = {sort: results_of(corpus, sort) for sort in RESULTS}
    try:
        content = as_bytes((articles, facts, corpus.claims, results))
    except RuntimeError:  # a claim works out something of itself at this moment: the next time
        return
    folder.write(path, _packed(dataclasses.replace(before, content=content)), tell_snapshot)


def _results(corpus: Corpus) -> frozenset[object]:
    return frozenset((sort, key) for sort in RESULTS for key in results_of(corpus, sort))


def _file(catalog: Path) -> Path | None:
    return folder.file_of(f"catalogue {catalog.absolute()}", program())


def _digest(catalog: Path, files: Iterable[str]) -> str:
    """Of the program and of every byte that it reads; a file that is gone is like none."""
    found = hashlib.sha256(program().encode())
    own = [os.path.join(catalog.parent, name) for name in files]  # noqa: PTH118  there are hundreds
    for file in (str(catalog), *own):
        try:
            with open(file, "rb") as opened:  # noqa: PTH123
                content = opened.read()
        except OSError:
            content = b"gone"
        found.update(f"{file} {len(content)} ".encode("utf-8", "surrogateescape"))
        found.update(content)
    return found.hexdigest()


def _packed(snapshot: Snapshot) -> bytes:
    head = json.dumps({"files": snapshot.files, "digest": snapshot.digest}).encode()
    return head + b"\n" + snapshot.content


def _unpacked(packed: bytes) -> Snapshot:
    """What :func:`_packed` packed.

    Raises:
        ValueError: If it is something else.
    """
    head, content = packed.split(b"\n", 1)
    told: Mapping[str, Any] = json.loads(head)
    return Snapshot(tuple(told["files"]), told["digest"], content)
