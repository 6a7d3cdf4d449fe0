"""The same text has the same facts in every process, however that one orders its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SEEDS = ("3", "4", "5")
"""Values of PYTHONHASHSEED: sets of strings have another order with each."""

TEXTS = (
    "The jet is built with partners in Norway, Italy and Turkey.\nThe programme buys 244 jets.",
    "Ministers of Iran, Pakistan and Uzbekistan met.\nSome 300 guards fled over the border.",
    "Troops from Italy, Germany and Britain left Herat, Kunduz and Helmand.\nTwelve were hurt.",
    "Tajik, Uzbek and Turkmen guards closed crossings.\nThe Taliban hold 70 percent of the border.",
    "In Kunduz, Takhar and Balkh the Taliban, the army and the police lost 40 men on Monday.",
    "Moscow, Beijing and Tehran said that 1,000 soldiers had fled to Dushanbe and Tashkent.",
)


def test_facts_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"text{number}.txt").write_text(text, encoding="utf-8")
    printed = {_extracted(tmp_path, seed) for seed in SEEDS}
    assert len(printed) == 1
    assert printed.pop().count(b"\n") >= len(TEXTS)


def _extracted(folder: Path, seed: str) -> bytes:
    command = [sys.executable, "-m", "data", "extract", "--published", "2021-07-12", str(folder)]
    return subprocess.run(  # noqa: S603  our own program
        command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
    ).stdout
