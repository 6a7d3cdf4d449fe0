"""Messages about bad input, which may quote what somebody else named or wrote."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from data.__main__ import main
from data.errors import InputError

RED = "\x1b[31m"
SHOWN = r"\x1b[31m"


@pytest.mark.parametrize("part", range(3))
def test_no_part_of_a_message_steers_a_terminal(part: int) -> None:
    said = ["a.txt", "is empty", "Give a text."]
    said[part] += RED
    error = InputError(*said)
    parts = (error.where, error.problem, error.remedy)
    assert parts[part].endswith(SHOWN)
    assert str(error) == "{}: {}. {}".format(*parts)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301  our own bytes


def test_a_file_left_out_does_not_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"evil{RED}.docx").touch()
    assert main(["dates", str(tmp_path)]) == 1
    message = capsys.readouterr().err
    assert f"evil{SHOWN}.docx" in message
    assert RED not in message
