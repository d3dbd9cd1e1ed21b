"""Known vulnerabilities of what is locked, offline: by advisories that the operator has brought.

    python scripts/advisories.py FILE…      # .json (one record or a list), .zip or a folder of them, in the OSV format

https://osv-vulnerabilities.storage.googleapis.com has one such `all.zip` for PyPI and one for npm. What is checked are the versions of
requirements.lock and those of package-lock.json that browsers get. It says nothing about vulnerabilities that the files do not hold,
so it tells how many it read and when the newest was changed. Exit status: 0 none known, 1 some are, 2 nothing could be checked.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).parents[1]
Package = tuple[str, str]
"""Ecosystem as OSV calls it, and name."""


def locked() -> dict[Package, str]:
    """The version of each package that is used at run time."""
    lines = re.findall(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==([^\s;]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    found: dict[Package, str] = {("PyPI", _plain(name)): version for name, version in lines}
    for path, about in json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"].items():
        if path.startswith("node_modules/") and not about.get("dev") and not about.get("link"):
            found["npm", path.rpartition("node_modules/")[2]] = about["version"]
    return found


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read(sources: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Every record. Raises ValueError for what is no JSON, OSError for what is not there."""
    for source in sources:
        if source.is_dir():
            yield from read(sorted(path for path in source.rglob("*") if path.suffix in (".json", ".zip")))
        elif source.suffix == ".zip":
            with zipfile.ZipFile(source) as archive:
                for name in archive.namelist():
                    if name.endswith(".json"):
                        yield json.loads(archive.read(name))
        else:
            found = json.loads(source.read_text("utf-8"))
            yield from found if isinstance(found, list) else [found]


def concerns(version: str, affected: dict[str, Any]) -> bool:
    """Whether an `affected` entry names this version: in its list, or by a range of the ecosystem's versions. One that cannot be
    compared counts as named, so that somebody looks."""
    if version in affected.get("versions", ()):
        return True
    ranges = [item["events"] for item in affected.get("ranges", ()) if item["type"] in ("ECOSYSTEM", "SEMVER")]
    try:
        return any(_within(Version(version), events) for events in ranges)
    except InvalidVersion:
        return True


def _within(version: Version, events: list[dict[str, str]]) -> bool:
    # OSV: in the order of versions, `introduced` begins a stretch; `fixed` is the first after it, `last_affected` its last.
    inside = False
    for kind, bound in sorted(((kind, Version(text)) for event in events for kind, text in event.items() if kind != "limit"), key=_order):
        if kind == "introduced" and version >= bound:
            inside = True
        elif (kind == "fixed" and version >= bound) or (kind == "last_affected" and version > bound):
            inside = False
    return inside


def _order(event: tuple[str, Version]) -> tuple[Version, int]:
    # Where one stretch ends another may begin.
    return event[1], event[0] == "introduced"


def check(sources: Iterable[Path]) -> int:
    packages = locked()
    count, newest, known = 0, "", []
    for record in read(sources):
        count += 1
        newest = max(newest, str(record.get("modified", "")))
        if record.get("withdrawn"):
            continue
        for affected in record.get("affected", ()):
            ecosystem, name = affected["package"]["ecosystem"], affected["package"]["name"]
            package = ecosystem, _plain(name) if ecosystem == "PyPI" else name
            if package in packages and concerns(packages[package], affected):
                known.append(
                    f"{name} {packages[package]}: {', '.join([record['id'], *record.get('aliases', ())])}: {record.get('summary', '')}"
                )
    if count == 0:
        print("    no advisories were found, so nothing was checked", file=sys.stderr)
        return 2
    for line in sorted(set(known)):
        print(f"    {line}", file=sys.stderr)
    print(f"    {len(packages)} packages against {count} advisories, the newest of {newest or 'no date'}: {len(set(known))} known")
    return 1 if known else 0


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return check(map(Path, arguments))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        print(f"    these are no advisories in the OSV format: {error!r}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
