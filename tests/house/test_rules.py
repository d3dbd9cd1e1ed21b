"""House rules that no linter knows: docs/contributing.md says why."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 480
LONGEST_OF_SHAPES = 750
"""Lines. The aim is 400; what draws (web/player/src/art) holds long tables of shapes."""
VAGUE = {"utils", "util", "helpers", "helper", "manager", "misc", "common", "stuff"}


def tracked(*patterns: str) -> list[Path]:
    done = subprocess.run(["git", "ls-files", "--", *patterns], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [path for name in done.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_modules_stay_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in tracked("src/*.py", "web/*/src/*.ts")}
    assert lengths
    assert {
        str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > (LONGEST_OF_SHAPES if "art" in path.parts else LONGEST)
    } == {}


def test_names_say_what_is_inside() -> None:
    names = [path for path in tracked("src", "web", "tests", "bench", "scripts") if VAGUE & set(re.split(r"[._-]", path.name.lower()))]
    assert names == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"])
def test_python_locks_hold_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9][a-z0-9._-]*(?:\[[^]]*\])?)==\S+.*\\\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.MULTILINE)
    starts = re.findall(r"^[a-z0-9]", text, re.MULTILINE)
    assert len(pinned) == len(starts) > 0
    assert "://" not in text


def test_the_web_lock_is_whole() -> None:
    """`npm ci` refuses a lock that lacks packages of other platforms."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    missing = [
        f"{path}: {name}"
        for path, package in packages.items()
        for name in package.get("optionalDependencies", {})
        if f"node_modules/{name}" not in packages and f"{path}/node_modules/{name}" not in packages
    ]
    assert missing == []
    outside = [
        path
        for path, package in packages.items()
        if path.startswith("node_modules/") and "integrity" not in package and not package.get("link")
    ]
    assert outside == []
    assert "://" not in json.dumps([package.get("resolved") for package in packages.values()])


def test_no_source_names_a_machine() -> None:
    pattern = re.compile(r"/(?:root|home/[a-z]+|work/[a-z]+)/|\bTODO\b|\bFIXME\b|\bXXX\b")
    found = []
    for path in tracked("*.py", "*.ts", "*.md", "*.toml", "*.json", "*.sh", "Makefile", "scripts", ".ci"):
        if path == Path(__file__) or path.name == "package-lock.json":
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert found == []


def test_links_in_the_documentation_lead_somewhere() -> None:
    broken = []
    for page in tracked("*.md"):
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_migrations_form_one_line() -> None:
    """Two that follow the same one would leave installs with no way up."""
    folder = ROOT / "src/makebelieve/storage/migrations/versions"
    pages = [path.read_text("utf-8") for path in sorted(folder.glob("[0-9]*.py"))]
    numbers = [re.findall(r'^revision = "(\d+)"', page, re.MULTILINE)[0] for page in pages]
    before = [re.findall(r'^down_revision = (?:"(\d+)"|None)', page, re.MULTILINE)[0] for page in pages]
    assert numbers == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert before == ["", *numbers[:-1]]
    assert f'HEAD = "{numbers[-1]}"' in (ROOT / "src/makebelieve/storage/database.py").read_text("utf-8")
