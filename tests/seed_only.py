"""The seed article alone in a catalogue, for tests that know every fact there is to see.

Pages and files are tested on it; tests of the whole corpus name the project's own catalogue.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Final

from data.catalog import CATALOG, read_catalog


def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="seed-only-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    seed = read_catalog().entries[0]
    shutil.copy(CATALOG.parent / seed.file, folder)
    catalog = folder / CATALOG.name
    catalog.write_text(seed.toml(), "utf-8")
    return catalog


SEED_ONLY: Final = _made()
"""The catalogue file."""
