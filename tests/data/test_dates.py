"""The command that lists an article's calendar expressions."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from data.__main__ import main
from data.article import Article
from data.dates import article_dates

TEXT = "TERMEZ, July 9 (Agency) - Guards fled on Tuesday. A day earlier all was calm.\n"


def test_dates_of_an_article_in_text_order() -> None:
    article = Article(article_id="a", text=TEXT, title="", published=dt.date(2021, 7, 9))
    found = article_dates(article)
    assert [(date.text, str(date.res_start), date.rule) for date in found] == [
        ("July 9", "2021-07-09", "month-day"),
        ("Tuesday", "2021-07-06", "weekday"),
        ("A day earlier", "2021-07-05", "counted-earlier"),
    ]
    assert all(date.text == TEXT[date.start : date.end] for date in found)


def test_command_prints_one_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["dates", str(path), "--published", "2021-07-09"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[1] == {
        "id": "note",
        "start": 41,
        "end": 48,
        "res_start": "2021-07-06",
        "res_end": "2021-07-06",
        "text": "Tuesday",
        "rule": "weekday",
    }


def test_without_publication_date_days_are_null(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["dates", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["res_start"] for row in rows] == [None, None, None]
