"""Advisories that an operator has brought, against what is locked."""

from __future__ import annotations

import importlib.util
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def advisories() -> Any:
    spec = importlib.util.spec_from_file_location("advisories", ROOT / "scripts" / "advisories.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def record(name: str, events: list[dict[str, str]], **more: Any) -> dict[str, Any]:
    ranges = [{"type": "ECOSYSTEM", "events": events}]
    affected = [{"package": {"ecosystem": "PyPI", "name": name}, "ranges": ranges}]
    return {
        "id": "GHSA-test",
        "aliases": ["CVE-2026-1"],
        "modified": "2026-01-31T00:00:00Z",
        "summary": "bad",
        "affected": affected,
        **more,
    }


@pytest.mark.parametrize(
    ("version", "events", "concerned"),
    [
        ("1.9.9", [{"introduced": "0"}, {"fixed": "1.10"}], True),
        ("1.10", [{"introduced": "0"}, {"fixed": "1.10"}], False),
        ("2.0", [{"introduced": "0"}, {"fixed": "1.10"}, {"introduced": "2.0"}, {"fixed": "2.1"}], True),
        ("2.0", [{"introduced": "2.0"}, {"fixed": "2.1"}, {"introduced": "0"}, {"fixed": "2.0"}], True),
        ("1.10rc1", [{"introduced": "0"}, {"fixed": "1.10"}], True),
        ("3.0", [{"introduced": "1"}, {"last_affected": "3.0"}], True),
        ("3.0.1", [{"introduced": "1"}, {"last_affected": "3.0"}], False),
        ("0.9", [{"introduced": "1"}], False),
        ("not a version", [{"introduced": "1"}], True),
    ],
)
def test_ranges(advisories: Any, version: str, events: list[dict[str, str]], concerned: bool) -> None:
    assert advisories.concerns(version, {"ranges": [{"type": "ECOSYSTEM", "events": events}]}) is concerned


def test_what_is_locked_is_checked_by_name(advisories: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    version = advisories.locked()["PyPI", "sqlalchemy"]
    bad = record("SQLAlchemy", [{"introduced": "0"}])
    mended = record("sqlalchemy", [{"introduced": "0"}, {"fixed": version}])
    other = record("nobody-uses-this", [{"introduced": "0"}])
    withdrawn = record("sqlalchemy", [{"introduced": "0"}], withdrawn="2026-01-01T00:00:00Z")
    (tmp_path / "fine.json").write_text(json.dumps([mended, other, withdrawn]))
    assert advisories.main([str(tmp_path)]) == 0
    assert "3 advisories, the newest of 2026-01-31T00:00:00Z: 0 known" in capsys.readouterr().out
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("GHSA-test.json", json.dumps(bad))
    assert advisories.main([str(tmp_path)]) == 1
    assert f"SQLAlchemy {version}: GHSA-test, CVE-2026-1: bad" in capsys.readouterr().err


def test_what_browsers_get_is_checked_too(advisories: Any, tmp_path: Path) -> None:
    version = advisories.locked()["npm", "phaser"]
    entry = {"package": {"ecosystem": "npm", "name": "phaser"}, "versions": [version]}
    (tmp_path / "one.json").write_text(json.dumps({"id": "GHSA-x", "affected": [entry]}))
    assert advisories.main([str(tmp_path / "one.json")]) == 1


@pytest.mark.parametrize("text", [None, "[]", "{}x", '{"affected": [{"package": {}}]}'])
def test_nothing_to_check_by_is_not_taken_for_good_news(advisories: Any, tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "x.json").write_text(text)
    assert advisories.main([str(tmp_path)]) == 2
    assert advisories.main([str(tmp_path / "none.json")]) == 2
