"""Whether a document keeps the SMWorld format (`schema.py`), in words for people; and which versions of it can be read."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema

from makebelieve.worlds.diagnostics import Diagnostic
from makebelieve.worlds.schema import SCHEMA, SCHEMA_VERSION


@cache
def _validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA)


def _dotted(parts: Any) -> str:
    text = ""
    for part in parts:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text or "$"


def _worded(error: Any) -> str:
    if error.validator == "enum":
        return f"{error.instance!r} is not one of {', '.join(str(value) for value in error.validator_value)}"
    return str(error.message)


def _missing(error: Any) -> Iterator[tuple[str, str]]:
    """Path and text of each key that is missing; a missing group says which keys it needs."""
    properties = error.schema.get("properties", {})
    for name in error.validator_value:
        if name in error.instance:
            continue
        wanted = properties.get(name, {})
        if "$ref" in wanted:
            wanted = SCHEMA["$defs"][wanted["$ref"].rsplit("/", 1)[1]]
        text = f"required {wanted['type']}" if "type" in wanted else "required"
        if inside := wanted.get("required"):
            strings = all(wanted["properties"][key].get("type") == "string" for key in inside)
            text = f"required {{ {', '.join(inside)} }}{' strings' if strings else ''}"
        yield _dotted([*error.absolute_path, name]), text


def violations(world: object) -> list[Diagnostic]:
    """Where `world` breaks the schema, by path; empty when it is valid. Names that must be unique are held to that."""
    found: list[Diagnostic] = []
    for error in sorted(_validator().iter_errors(world), key=lambda e: ([str(p) for p in e.absolute_path], str(e.validator))):
        if error.validator == "required":
            found += [Diagnostic("schema", "error", path, f"{path}: {text}") for path, text in _missing(error)]
        else:
            path = _dotted(error.absolute_path)
            found.append(Diagnostic("schema", "error", path, f"{path}: {_worded(error)}"))
    return found or _repeated(world)


def _repeated(world: Any) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for path, things, key in (
        ("scene.events", world["scene"]["events"], "name"),
        ("missions", world.get("missions", []), "id"),
        ("sequences", world.get("sequences", []), "id"),
        ("cutscenes", world.get("cutscenes", []), "id"),
    ):
        seen: set[str] = set()
        for at, thing in enumerate(things):
            if thing[key] in seen:
                where = f"{path}[{at}].{key}"
                found.append(Diagnostic("schema", "error", where, f"{where}: '{thing[key]}' is used twice"))
            seen.add(thing[key])
    return found


def readable(version: str) -> bool:
    """Whether this reader understands worlds of that version: any minor one of its own major one (rules C2, C3)."""
    return re.fullmatch(rf"{SCHEMA_VERSION.partition('.')[0]}\.\d+", version) is not None


if __name__ == "__main__":
    json.dump(SCHEMA, sys.stdout, indent=2)
    sys.stdout.write("\n")
