"""Cold start: reading plain text on the command line waits for no large library.

What one process has checked, the next one takes up.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from data.catalog import CATALOG, read_catalog
from data.snapshot.folder import VARIABLE

LARGE = ("geopandas", "lxml", "numpy", "pandas", "pdfminer", "pyarrow", "pypdf", "streamlit")
PROGRAM = """
import sys
from data.__main__ import main
status = main(["extract", sys.argv[1]])
sys.exit(status or " ".join(name for name in sys.argv[2:] if name in sys.modules) or None)
"""


def test_extract_imports_no_large_library() -> None:
    article = CATALOG.parent / read_catalog().entries[0].file
    run = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", PROGRAM, str(article), *LARGE, "htmldate", "trafilatura"],
        capture_output=True,
        text=True,
        cwd=CATALOG.parent.parent,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout


def test_the_next_process_checks_no_file_again(tmp_path: Path) -> None:
    article = CATALOG.parent / read_catalog().entries[0].file
    runs = [
        subprocess.run(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-X", "importtime", "-m", "data", "extract", str(article)],
            capture_output=True,
            text=True,
            cwd=CATALOG.parent.parent,
            env={**os.environ, VARIABLE: str(tmp_path / "kept")},
            check=True,
        )
        for _ in range(2)
    ]
    imported = [{line.split()[-1] for line in run.stderr.splitlines()} for run in runs]
    needless = {"importlib.metadata", "pydantic", "tomli", "zipfile"}
    assert {"pydantic", "tomli"} <= imported[0]
    assert needless.isdisjoint(imported[1])
    assert runs[0].stdout == runs[1].stdout != ""
