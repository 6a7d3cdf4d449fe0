"""docs/faults.md names tests that exist, and all that are here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
DOCUMENT: Final = (ROOT / "docs/faults.md").read_text("utf-8")
NAMED: Final = set(re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", DOCUMENT))


def names_in(path: Path) -> set[str]:
    return set(re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE))


def test_tests_that_are_named_exist() -> None:
    assert len(NAMED) > 20
    for file, name in NAMED:
        assert (ROOT / file).is_file(), file
        assert not name or name in names_in(ROOT / file), name


def test_all_tests_of_faults_are_named() -> None:
    files = [path for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__)]
    here = {(path.relative_to(ROOT).as_posix(), name) for path in files for name in names_in(path)}
    assert here - NAMED == set()
