"""What differs between two worlds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


def diff(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Any]:
    """What a change from `a` to `b` did: `states` by id and `events` by name, each `{added, removed, changed}` (changed: in both, not
    alike to the byte), `world` the same for the other keys at the top; `fields` lists `{path, before, after}` for each changed field.
    """
    parts = {
        "states": (a["scene"]["states"], b["scene"]["states"], "state[{}]"),
        "events": ({e["name"]: e for e in a["scene"]["events"]}, {e["name"]: e for e in b["scene"]["events"]}, "event[{}]"),
        "world": ({key: a[key] for key in a if key != "scene"}, {key: b[key] for key in b if key != "scene"}, "{}"),
    }
    answer: dict[str, Any] = {}
    fields: list[dict[str, Any]] = []
    for part, (old, new, path) in parts.items():
        changed = [key for key in old if key in new and _bytes(old[key]) != _bytes(new[key])]
        answer[part] = {
            "added": [key for key in new if key not in old],
            "removed": [key for key in old if key not in new],
            "changed": changed,
        }
        for key in changed:
            fields += [{"path": where, "before": was, "after": now} for where, was, now in _fields(path.format(key), old[key], new[key])]
    return {**answer, "fields": fields}


def _bytes(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _fields(path: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            if _bytes(old.get(key)) != _bytes(new.get(key)) or (key in old) != (key in new):
                yield from _fields(f"{path}.{key}", old.get(key), new.get(key))
    else:
        yield path, old, new
