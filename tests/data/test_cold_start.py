"""Cold start: reading plain text on the command line waits for no large library."""

from __future__ import annotations

import subprocess
import sys

from data.catalog import CATALOG, read_catalog

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
