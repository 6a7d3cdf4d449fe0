"""``python -m tests.accuracy``: ours and other tools, scored on annotated texts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from data.errors import InputError
from tests.accuracy import ours, peer_runs
from tests.accuracy.annotation import AnnotatedText, NumberRow, Part, read_part
from tests.accuracy.scores import Scores, scores
from tests.accuracy.second_reader import readers_table
from tests.accuracy.tables import OURS, full_tables, recall_tables, short_tables
from tests.marked_tables import put_between, table

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGE = ROOT / "docs/accuracy.md"

_AROUND = 40
"""Characters shown on either side of an error."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; those of the test part go into the documents, too."""
    options = _parser().parse_args(arguments)
    if options.errors and options.part == "test":
        sys.exit("The test part stays unread: list errors of the dev part (PART=dev).")
    texts = read_part(options.part)
    found = [ours.predictions(text) for text in texts]
    tools = {OURS: scores(texts, found)}
    if not options.ours:
        try:
            tools |= _peers(texts)
        except InputError as error:
            sys.exit(f"error: {error}")
    print(f"{len(texts)} texts of the {options.part} part\n")
    print(short_tables(tools), recall_tables(tools), sep="\n\n")
    if options.part == "test":
        readers = readers_table(texts, found)
        print("", readers, sep="\n")
        if not options.ours:
            _publish(tools, readers)
    if options.errors:
        for lines in _errors(texts, tools[OURS]).values():
            print("", *lines[: options.errors], sep="\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--part", choices=get_args(Part), default="test")
    parser.add_argument("--ours", action="store_true", help="leave the peers out, write nothing")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list N of each sort (dev part only)"
    )
    return parser


def _peers(texts: Sequence[AnnotatedText]) -> dict[str, Scores]:
    return {
        peer.label: scores(texts, peer_runs.predictions(peer, texts)) for peer in peer_runs.roster()
    }


def _publish(tools: Mapping[str, Scores], readers: str) -> None:
    put_between(README, "accuracy", short_tables(tools))
    put_between(PAGE, "measured", full_tables(tools))
    put_between(PAGE, "recall", recall_tables(tools))
    put_between(PAGE, "readers", readers)
    put_between(PAGE, "peers", _peer_table())


def _peer_table() -> str:
    rows = []
    for peer in peer_runs.roster():
        packages = ", ".join(f"{name} {found}" for name, found in peer_runs.versions(peer).items())
        rows.append((peer.label, packages, peer.use))
    return table(("tool", "packages", "how it was used"), rows, words=3)


def _errors(texts: Sequence[AnnotatedText], found: Scores) -> dict[str, list[str]]:
    """Numbers missed, and numbers found where there is none, with their surroundings."""
    errors: dict[str, list[str]] = {"missed": [], "wrong": []}
    for text in texts:
        matching = found.texts[text.text_id]
        for sort, rows in (("missed", matching.missed), ("wrong", matching.surplus)):
            errors[sort] += [f"{sort} {text.text_id}: {_shown(text.text, row)}" for row in rows]
    return errors


def _shown(text: str, row: NumberRow) -> str:
    before = text[max(0, row.start - _AROUND) : row.start]
    after = text[row.end : row.end + _AROUND]
    claimed = f"{row.kind} {row.value} [{row.low}, {row.high}] {row.qualifier}"
    return f"{before}[[{text[row.start : row.end]}]]{after}".replace("\n", "⏎") + f"  {claimed}"


if __name__ == "__main__":
    sys.exit(main())
