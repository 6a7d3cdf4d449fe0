"""What the server tells of its work: in its log, in its metrics, in its documentation."""

from __future__ import annotations

import io
import json
import logging
import re
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.logger import get_logger

from dashboard.observability import logs
from dashboard.observability.events import FIELDS, LOGGER, tell
from dashboard.observability.identity import SESSION, request_id
from dashboard.observability.steps import watch_steps
from dashboard.observability.told import told
from dashboard.server.settings import PREFIX, Settings, settings_or_exit
from data.errors import InputError
from data.timing import timed
from tests.dashboard.asking import Site
from tests.test_docs import table_after

ROOT: Final = Path(__file__).parents[2]
DOCUMENT: Final = (ROOT / "docs/observability.md").read_text("utf-8")
SCRAPER: Final = "a-scraper-says-this-1234"
MARKER: Final = "Sesame-7731"
"""Stands for whatever must not be told."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written to standard error while the log is on; all as before afterwards."""
    written = io.StringIO()
    root, names = logging.getLogger(), list(logging.root.manager.loggerDict)
    before = {
        name: (logging.getLogger(name).level, list(logging.getLogger(name).handlers))
        for name in ["root", *names]
    }
    propagated = {name: logging.getLogger(name).propagate for name in names}
    hook, showing = threading.excepthook, warnings.showwarning
    handlers, level = list(root.handlers), root.level
    monkeypatch.setattr("sys.stderr", written)
    logs.begin("debug", "json")
    watch_steps()
    yield written
    logging.captureWarnings(False)
    logging.setLoggerClass(logging.Logger)
    root.handlers, root.level = handlers, level
    threading.excepthook, warnings.showwarning = hook, showing
    for name in names:
        logger = logging.getLogger(name)
        logger.setLevel(before[name][0])
        logger.handlers, logger.propagate = before[name][1], propagated[name]
    for name in ("dashboard", "data", "geo"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def _code(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "–"


def test_documentation_lists_what_may_be_told() -> None:
    assert table_after(DOCUMENT, "<!-- events") == [
        [f"`{entry.name}`", entry.level, entry.when, _code(entry.fields)] for entry in told().event
    ]
    assert table_after(DOCUMENT, "<!-- fields") == [
        [f"`{entry.name}`", entry.values, entry.means] for entry in told().field
    ]
    assert table_after(DOCUMENT, "<!-- metrics") == [
        [f"`{entry.name}`", entry.kind, _code(entry.labels), entry.means] for entry in told().metric
    ]


def test_the_code_tells_what_is_listed_and_all_of_it() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "dashboard").rglob("*.py"))
    events = set(re.findall(r'\btell\(\s*"([a-z]+)"', code)) | {"asked", "request", "library"}
    assert events == {entry.name for entry in told().event}
    metrics = set(re.findall(r'\.(?:count|time|change|set)\(\s*"(withdrawal_\w+)"', code))
    assert metrics == {entry.name for entry in told().metric}
    used = {name for entry in (*told().event, *told().metric) for name in _parts(entry)}
    assert used | {"request", "session"} == {entry.name for entry in told().field}


def _parts(entry: Any) -> tuple[str, ...]:
    parts: tuple[str, ...] = getattr(entry, "fields", ()) or getattr(entry, "labels", ())
    return parts


def test_a_request_is_told_with_its_id_and_without_what_it_asks(
    site: Site, log: io.StringIO
) -> None:
    reply = site.get(
        f"/facts.json?countries=TJK&{MARKER}={MARKER}",
        headers=[("X-Request-ID", "trace-0042"), ("User-Agent", MARKER), ("Cookie", MARKER)],
    )
    assert reply.headers["x-request-id"] == "trace-0042"
    *earlier, line = lines(log)
    assert {each["event"] for each in earlier} <= {"step", "holdings"}
    assert {each["request"] for each in lines(log)} == {"trace-0042"}
    assert (line["event"], line["route"]) == ("request", "/facts.{suffix}")
    assert (line["method"], line["status"]) == ("GET", 200)
    assert line["bytes"] == len(reply.sent)
    assert 0 < line["seconds"] < 60
    assert MARKER not in log.getvalue()


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("8d3c1f5e-6f0a-4c58-9b5e-0a3d1c2b4e5f", True),
        ("0af7651916cd43dd8448eb211c80319c", True),
        ("", False),
        ("short", False),
        ("a" * 65, False),
        ("over 1,000 fled", False),
        ("anna@example.org", False),
        ("-leading-hyphen", False),
        ("line\r\nSet-Cookie: a=b", False),
        ("ünïcödé-ïd", False),
    ],
)
def test_only_a_well_formed_id_is_taken_over(given: str, taken: bool) -> None:
    own = request_id(given)
    assert (own == given) is taken
    assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", own)


def test_every_answer_has_an_id_of_its_own() -> None:
    assert len({request_id("") for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("address", "route"),
    [
        (f"/charts/timeline.csv?sources={MARKER}", "/charts/{name}.{suffix}"),
        (f"/charts/{MARKER}.csv", "/charts/{name}.{suffix}"),
        (f"/charts/{MARKER}/{MARKER}", "/charts/{path:path}"),
        (f"/claims?fact={MARKER}", "/claims"),
        (f"/_stcore/upload_file/{MARKER}/{MARKER}", "/_stcore/upload_file"),
        (f"/media/{MARKER}.csv", "/media"),
        (f"/static/{MARKER}.js", "/static"),
        (f"/metrics?families={MARKER}", "/metrics"),
        (f"/{MARKER}", "other"),
        (f"/metrics/{MARKER}", "/{folder}/{rest:path}"),
    ],
)
def test_addresses_are_told_by_their_kind(
    site: Site, log: io.StringIO, address: str, route: str
) -> None:
    site.get(address, method="GET")
    assert lines(log)[-1]["route"] == route
    assert MARKER not in log.getvalue()


def test_methods_that_do_not_exist_are_one(site: Site, log: io.StringIO) -> None:
    site.get("/facts.csv", method=MARKER.upper())
    assert lines(log)[-1]["method"] == "other"
    assert MARKER.upper() not in log.getvalue()


def test_a_mistake_is_told_without_its_message(
    site: Site, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> bytes:
        raise KeyError(MARKER)

    monkeypatch.setattr("dashboard.images.render", fail)
    assert site.get("/charts/timeline.pdf?width=802").status == 500
    (line,) = [line for line in lines(log) if line["event"] == "defect"]
    assert line["level"] == "error"
    assert line["error"] == "KeyError"
    assert line["request"] == "of-a-test"
    assert "dashboard/export/files.py" in line["stack"]
    assert "tests/dashboard/test_observability.py" in line["stack"].partition(" < ")[0]
    assert str(ROOT) not in log.getvalue()
    assert MARKER not in log.getvalue()


def test_libraries_are_quoted_without_what_they_speak_of(log: io.StringIO) -> None:
    streamlit = get_logger("streamlit.that.is.imported.later")
    streamlit.warning("Session with id %s is already connected", MARKER)
    streamlit.warning(f"put together of {MARKER}")
    streamlit.info("%s is too little to tell", MARKER)
    try:
        json.loads(MARKER)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(MARKER, UserWarning, stacklevel=1)
    first, second, third, fourth = lines(log)
    assert first["said"] == "Session with id %s is already connected"
    assert "said" not in second or not second["said"]
    assert second["at"].startswith("tests/dashboard/test_observability.py:")
    assert (third["error"], third["logger"]) == ("JSONDecodeError", "uvicorn.error")
    assert fourth["logger"] == "py.warnings"
    assert MARKER not in log.getvalue()


def test_the_least_that_is_told_can_be_set(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", log)
    logs.begin("error", "json")
    get_logger("streamlit").warning("%s", "not at this level")
    tell("problem", problem="busy")
    tell("run", page="claims", outcome="done", seconds=0.1)
    tell("unusable", where="catalog.toml")
    assert [line["event"] for line in lines(log)] == ["unusable"]


def test_fields_that_are_not_listed_or_not_what_they_should_be_are_left_out(
    log: io.StringIO,
) -> None:
    tell("unusable", where="catalog.toml", text=MARKER, problem=7)
    tell("request", route="x" * 9000, status=MARKER)
    one, other = lines(log)
    assert set(one) == {"time", "level", "event", "where"}
    assert len(other["route"]) < 4000
    assert MARKER not in log.getvalue()


def test_lines_of_a_session_name_it(log: io.StringIO) -> None:
    token = SESSION.set("0123456789abcdef")
    with timed("extract", what="article"):
        pass
    SESSION.reset(token)
    with pytest.raises(ZeroDivisionError), timed("extract", what="a step that fails is not told"):
        _ = 1 / 0
    (line,) = lines(log)
    assert line["session"] == "0123456789abcdef"
    assert (line["event"], line["step"], line["what"]) == ("step", "extract", "article")


def test_text_is_one_line_an_event() -> None:
    record = logging.LogRecord(LOGGER, logging.INFO, "", 1, "run", None, None)
    setattr(record, FIELDS, {"page": "claims", "seconds": 0.5, "said": 'two "words"\nand a line'})
    line = logs.TextLines().format(record)
    assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3}Z info    run page=claims seconds=0.5 .*", line)
    assert line.endswith(r'said="two \"words\"\nand a line"')


def test_a_token_that_cannot_be_one_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("short", f"{MARKER} {MARKER} {MARKER}", "true"):
        with pytest.raises(InputError, match="20 to 200") as refused:
            Settings.from_environment({f"{PREFIX}METRICS": value})
        assert f"'{value}'" not in str(refused.value)
        assert MARKER not in str(refused.value)
    assert SCRAPER not in repr(Settings(metrics=SCRAPER))
    monkeypatch.setenv(f"{PREFIX}LOG_LEVEL", "loud")
    with pytest.raises(SystemExit, match=r"'loud' cannot be used\. Use debug, info"):
        settings_or_exit()
