"""The digest of the rules covers whatever decides what an article says."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.intake.articles import file_article, row_article
from data.intake.ids import article_id_of
from data.review import reviewed_facts
from data.store import rules

PACKAGE = Path(rules.__file__).parent.parent


def _digest() -> str:
    return rules.rules_digest.__wrapped__()


@pytest.mark.parametrize(
    "maker", [article_id_of, file_article, row_article, reviewed_facts], ids=lambda it: it.__name__
)
def test_a_change_of_what_makes_facts_changes_the_digest(
    maker: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / "data")
    monkeypatch.setattr(rules, "_PACKAGE", copy)
    before = _digest()
    (copy / Path(inspect.getfile(maker)).relative_to(PACKAGE)).write_text("")
    assert _digest() != before


def test_a_store_makes_no_article_itself() -> None:
    """Except from its own rows: what else makes one has to be in the digest."""
    makers = {
        path.name
        for path in (PACKAGE / "store").glob("*.py")
        if "Article(" in path.read_text("utf-8")
    }
    assert makers == {"schema.py"}
