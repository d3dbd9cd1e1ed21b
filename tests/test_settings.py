"""Every setting: documented, prefixed, checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from makebelieve.settings import Settings

GUIDE = (Path(__file__).parents[1] / "docs" / "guide" / "settings.md").read_text()


def test_the_guide_describes_every_setting_and_no_other() -> None:
    documented = re.findall(r"^\| `(MAKEBELIEVE_[A-Z_]+)` \|", GUIDE, re.M)
    assert sorted(documented) == sorted(f"MAKEBELIEVE_{name.upper()}" for name in Settings.model_fields)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_guide_gives_the_default(name: str) -> None:
    row = re.search(rf"^\| `MAKEBELIEVE_{name.upper()}` \| (.+?) \| (.+) \|$", GUIDE, re.M)
    assert row is not None
    default = Settings.model_fields[name].default
    if name == "workers":
        assert row[1] == "one per core, at most 8"
    elif default is None:
        assert row[1] == "none"
    elif default == "":
        assert row[1] == "empty"
    else:
        assert row[1] == f"`{str(default).lower() if isinstance(default, bool) else default}`"


def test_variables_with_the_prefix_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAKEBELIEVE_DATA", str(tmp_path / "here"))
    monkeypatch.setenv("MAKEBELIEVE_WORKERS", "3")
    monkeypatch.setenv("MAKEBELIEVE_SINGLE_USER", "false")
    settings = Settings()
    assert settings.data == tmp_path / "here"
    assert settings.workers == 3
    assert settings.single_user is False
    assert settings.sql_url == f"sqlite:///{tmp_path}/here/makebelieve.db"
    assert settings.blobs_at == f"{tmp_path}/here/blobs"


@pytest.mark.parametrize(
    ("name", "value"),
    [("port", "70000"), ("workers", "-1"), ("engine_host", "v8"), ("default_tier", "gold"), ("secret", "short"), ("job_lease", "0")],
)
def test_values_out_of_range_are_refused_by_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"MAKEBELIEVE_{name.upper()}", value)
    with pytest.raises(ValidationError, match=name):
        Settings()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"host": "::1", "port": 9}, "http://[::1]:9"),
        ({"public_url": "https://games.example.org/"}, "https://games.example.org"),
        ({"host": "0.0.0.0"}, "http://127.0.0.1:8000"),
    ],
)
def test_the_address_that_links_are_built_with(changes: dict[str, object], expected: str) -> None:
    assert Settings(**changes).base_url == expected  # type: ignore[arg-type]  # values as the environment would give them


def test_secrets_do_not_show() -> None:
    assert "x" * 40 not in repr(Settings(secret="x" * 40))  # type: ignore[arg-type]  # pydantic makes a SecretStr of it
