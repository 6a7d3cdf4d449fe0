"""What can be set: read with care, listed in full, and known to Streamlit where it is for it."""

from __future__ import annotations

import logging
import re
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit import config

from dashboard.server.settings import PREFIX, Settings, settings_file, settings_or_exit
from data.errors import InputError

ROOT: Final = Path(__file__).parents[2]
CONFIG: Final = tomllib.loads((ROOT / "dashboard/.streamlit/config.toml").read_text("utf-8"))
OF_CONFIG: Final = {
    f"{section}.{name}": value
    for section, options in CONFIG.items()
    if section != "theme"
    for name, value in options.items()
}


@pytest.mark.parametrize(
    ("variable", "value", "attribute", "read"),
    [
        ("PUBLIC_URL", "", "public_url", ""),
        ("PUBLIC_URL", "https://example.org", "public_url", "https://example.org"),
        ("PUBLIC_URL", " https://example.org/map/ ", "public_url", "https://example.org/map"),
        ("PUBLIC_URL", "http://10.0.0.1:8501/a/b", "public_url", "http://10.0.0.1:8501/a/b"),
        ("PUBLIC_URL", "http://[::1]:8501", "public_url", "http://[::1]:8501"),
        ("ALLOWED_HOSTS", "", "allowed_hosts", ()),
        ("ALLOWED_HOSTS", "a.example", "allowed_hosts", ("a.example",)),
        (
            "ALLOWED_HOSTS",
            "A.example , *.b.example,",
            "allowed_hosts",
            ("a.example", "*.b.example"),
        ),
        ("ALLOWED_HOSTS", "*", "allowed_hosts", ("*",)),
        ("ALLOWED_HOSTS", "intranet", "allowed_hosts", ("intranet",)),
        ("FRAME_ANCESTORS", "", "frame_ancestors", "*"),
        ("FRAME_ANCESTORS", "'none'", "frame_ancestors", "'none'"),
        ("FRAME_ANCESTORS", "'self'  https:", "frame_ancestors", "'self' https:"),
        (
            "FRAME_ANCESTORS",
            "https://a.example https://*.b.example:8443 http://c.example:*",
            "frame_ancestors",
            "https://a.example https://*.b.example:8443 http://c.example:*",
        ),
        ("HSTS", "", "hsts", False),
        ("HSTS", "off", "hsts", False),
        ("HSTS", "On", "hsts", True),
    ],
)
def test_good_values_are_read(variable: str, value: str, attribute: str, read: Any) -> None:
    assert getattr(Settings.from_environment({PREFIX + variable: value}), attribute) == read


def test_nothing_set_is_as_the_list_says() -> None:
    assert Settings.from_environment({}) == Settings()
    written = {entry.name: entry.default for entry in settings_file().environment}
    assert Settings.from_environment(written) == Settings()


def test_examples_work() -> None:
    written = {entry.name: entry.example for entry in settings_file().environment}
    assert Settings.from_environment(written) != Settings()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PUBLIC_URL", "example.org"),
        ("PUBLIC_URL", "ftp://example.org"),
        ("PUBLIC_URL", "https://"),
        ("PUBLIC_URL", "https://:8501"),
        ("PUBLIC_URL", "https://[::1"),
        ("PUBLIC_URL", "https://example.org:99999"),
        ("PUBLIC_URL", "https://example.org/?a=b"),
        ("PUBLIC_URL", "https://example.org/#a"),
        ("PUBLIC_URL", "https://user@example.org"),
        ("PUBLIC_URL", "https://example.org/a b"),
        ("PUBLIC_URL", 'https://example.org/"><script>'),
        ("PUBLIC_URL", "https://example.org/\r\nSet-Cookie: a"),
        ("ALLOWED_HOSTS", "https://a.example"),
        ("ALLOWED_HOSTS", "a.example:8501"),
        ("ALLOWED_HOSTS", "a.example b.example"),
        ("ALLOWED_HOSTS", "*a.example"),
        ("ALLOWED_HOSTS", "a.*.example"),
        ("ALLOWED_HOSTS", "-a.example"),
        ("ALLOWED_HOSTS", "ä.example"),
        ("FRAME_ANCESTORS", "self"),
        ("FRAME_ANCESTORS", "'unsafe-inline'"),
        ("FRAME_ANCESTORS", "https://a.example; script-src *"),
        ("FRAME_ANCESTORS", "https://a.example,https://b.example"),
        ("FRAME_ANCESTORS", "https://a.example/path"),
        ("FRAME_ANCESTORS", "javascript:"),
        ("HSTS", "true"),
        ("HSTS", "1"),
        ("HSTS", "x" * 100_000),
    ],
)
def test_bad_values_are_named_with_what_is_right(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = PREFIX + variable
    with pytest.raises(InputError) as refused:
        Settings.from_environment({name: value})
    message = str(refused.value)
    assert message.startswith(f"{name}: ")
    assert repr(value)[:60].rstrip("'\"") in message
    (entry,) = [entry for entry in settings_file().environment if entry.name == name]
    assert entry.values
    assert entry.values in message
    assert len(message) < 500
    assert "\n" not in message
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        settings_or_exit()
    assert ended.value.code == message


def test_variables_that_do_not_exist_are_told(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        Settings.from_environment({"WITHDRAWAL_HTST": "on", "OTHER": "x", "WITHDRAWAL_HSTS": "on"})
    (record,) = caplog.records
    assert "WITHDRAWAL_HTST" in record.getMessage()


def test_all_variables_that_the_code_reads_are_listed() -> None:
    read = {
        name
        for package in ("dashboard", "data", "geo")
        for path in (ROOT / package).rglob("*.py")
        for name in re.findall(rf"{PREFIX}[A-Z]+(?:_[A-Z]+)*", path.read_text("utf-8"))
    }
    listed = [entry.name for entry in settings_file().environment]
    assert len(listed) == len(set(listed))
    assert set(listed) == read


def test_all_options_of_streamlit_are_listed_with_their_values() -> None:
    listed = {option.name: option.value for option in settings_file().streamlit}
    assert len(listed) == len(settings_file().streamlit)
    written = {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in OF_CONFIG.items()
    }
    assert listed == written


@pytest.mark.parametrize("name", [option.name for option in settings_file().streamlit])
def test_streamlit_knows_the_option(name: str) -> None:
    option = config.get_config_options()[name]
    assert not option.deprecated
    assert not option.replaced_by
    (listed,) = [entry for entry in settings_file().streamlit if entry.name == name]
    kinds = {"true": bool, "false": bool}
    if listed.value.isdigit():
        assert option.type is int
    elif option.type is bool:
        assert kinds.get(listed.value) is bool
    elif option.type is float:
        assert float(listed.value) > 0
    else:
        assert option.type is str
