"""Files whose tests run in one worker are named as they are called now."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import TOGETHER

ROOT = Path(__file__).resolve().parent.parent


def test_files_that_share_are_there_and_in_one_group_each() -> None:
    files = [file for group in TOGETHER for file in group]
    assert [file for file in files if not (ROOT / file).is_file()] == []
    assert len(set(files)) == len(files)


def test_every_browser_test_shares_a_server_and_a_browser_with_others() -> None:
    shared = {file for group in TOGETHER for file in group}
    browsers = (ROOT / "tests" / "browser").glob("test_*.py")
    assert {path.relative_to(ROOT).as_posix() for path in browsers} <= shared
