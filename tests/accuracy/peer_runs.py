"""Peers: other tools on the same texts, in an environment of their own."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from data.entry import Entry
from data.errors import InputError
from data.toml_file import read_toml
from tests.accuracy.annotation import AnnotatedText, Predictions

ROOT: Final = Path(__file__).resolve().parents[2]
PYTHON: Final = ROOT / ".venv-peers/bin/python"
ROSTER: Final = Path(__file__).with_name("peers.toml")

UNDATED: Final = dt.date(2021, 7, 15)
"""What peers are told where the publication date is unknown: all of them need one.

In such a text only expressions that stand on their own are annotated with days.
"""


class Peer(Entry):
    """A tool, as ``peers.toml`` lists it.

    Attributes:
        id: Its adapter's name in ``peers/``.
        label: Its name in tables.
        distributions: The packages it consists of.
        use: How the adapter uses it, for the documentation.
    """

    id: str
    label: str
    distributions: tuple[str, ...]
    use: str


class Roster(Entry):
    """Schema of ``peers.toml``."""

    peer: tuple[Peer, ...]


@cache
def roster() -> tuple[Peer, ...]:
    """Every peer, in the order of ``peers.toml``."""
    return read_toml(ROSTER, Roster).peer


def in_peers_environment(*arguments: str) -> list[str]:
    """The command line that runs a module of this project among the peers.

    Raises:
        InputError: If their environment is not there.
    """
    if not PYTHON.exists():
        raise InputError(PYTHON, "the peers' environment is missing", "Run `make accuracy`.")
    return [str(PYTHON), "-W", "ignore", "-m", *arguments]


def predictions(peer: Peer, texts: Sequence[AnnotatedText]) -> list[Predictions]:
    """What a peer finds in each text.

    Raises:
        subprocess.CalledProcessError: If its adapter fails; what it said is on stderr.
    """
    asked = "".join(
        json.dumps(
            {
                "id": text.text_id,
                "text": text.text,
                "published": (text.published or UNDATED).isoformat(),
            }
        )
        + "\n"
        for text in texts
    )
    answered = subprocess.run(  # noqa: S603 - our own module
        in_peers_environment("tests.accuracy.peers", peer.id),
        input=asked,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    ).stdout
    found = {record["id"]: record for record in map(json.loads, answered.splitlines())}
    return [Predictions.of(found[text.text_id]) for text in texts]


def versions(peer: Peer) -> dict[str, str]:
    """The installed version of each package a peer consists of."""
    program = (
        "import json, sys; from importlib.metadata import version; "
        "print(json.dumps({name: version(name) for name in sys.argv[1:]}))"
    )
    answered = subprocess.run(  # noqa: S603 - a fixed program
        [str(PYTHON), "-c", program, *peer.distributions],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    read: dict[str, str] = json.loads(answered)
    return read
