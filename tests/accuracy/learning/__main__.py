"""``python -m tests.accuracy.learning``: learns weights, and tells what they are worth."""

from __future__ import annotations

import dataclasses
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from data.learnt.kind_weights import FILE, INSTEAD, KINDS, TOLD
from data.parse.likelihood.likely_kinds import SURE
from tests.accuracy.annotation import read_part
from tests.accuracy.learning.rows import OTHER, digest_of_texts, rows
from tests.marked_tables import table

ROOT: Final = Path(__file__).resolve().parents[3]
PYTHON: Final = ROOT / ".venv-learn/bin/python"
"""Of the environment that has scikit-learn; `make learn` sets it up."""


def main() -> None:
    """Write ``data/learnt/kind_weights.json``; print what held-out sets gain."""
    learnt = rows(read_part("dev"))
    task = {
        "rows": [dataclasses.asdict(row) for row in learnt],
        "kinds": KINDS,
        "told": sorted(TOLD),
        "instead": sorted(INSTEAD),
        "other": OTHER,
        "sure": SURE,
    }
    answered = subprocess.run(  # noqa: S603 - our own module
        [str(PYTHON), "-m", "tests.accuracy.learning.fit"],
        input=json.dumps(task),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
    ).stdout
    found = json.loads(answered)
    sets = found.pop("held_out")
    FILE.write_text(lines({"texts": digest_of_texts(), **found}) + "\n", "utf-8")
    sets.append(
        {"set": "all", **{way: sum(each[way] for each in sets) for way in ("better", "worse")}}
    )
    measured = [row for row in learnt if row.part_of and row.first in TOLD]
    open_ = sum(row.may_change for row in measured)
    print(f"{len(learnt)} numbers; {sum(map(len, found['traits'].values()))} traits have weights")
    print(
        f"{len(measured)} are of held-out sets and a kind that may change, {open_} of them open\n"
    )
    print(
        table(
            ("set", "better", "worse"), [tuple(map(str, each.values())) for each in sets], words=1
        )
    )


def lines(found: Mapping[str, Any], indent: str = "") -> str:
    """JSON with a line for each row of figures, so that a difference can be read."""
    inner = indent + " "
    told = (
        f"{inner}{_plain(name)}: "
        + (lines(value, inner) if isinstance(value, dict) else _plain(value))
        for name, value in found.items()
    )
    return "{\n" + ",\n".join(told) + f"\n{indent}}}"


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
