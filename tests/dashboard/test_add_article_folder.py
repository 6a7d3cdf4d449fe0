"""A folder is read as one, wherever on the page it is chosen or dropped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.dashboard.adding import TEXT, open_page


@pytest.mark.parametrize("dropped_where", ["files are chosen", "a folder is chosen"])
def test_a_folder_is_read_but_for_what_stands_beside_saved_pages(
    monkeypatch: pytest.MonkeyPatch, dropped_where: str
) -> None:
    page = open_page(monkeypatch)
    for_files, folder = page.get("file_uploader")
    assert ".html" in folder.proto.type
    field: Any = for_files if dropped_where == "files are chosen" else folder
    files = {
        "news/b.txt": TEXT,
        "news/a/page.html": "<h1>Herat falls</h1><p>Some 40 soldiers fled to Iran.</p>",
        "news/a/page_files/ad.html": "<p>900 menus</p>",
        "news/.hidden.txt": "Some 50 soldiers fled.",
    }
    for name, text in files.items():
        field.upload(name, text.encode())
    page.run()
    assert not page.exception
    assert [part.label for part in page.expander] == ["Herat falls", "Guards flee"]
