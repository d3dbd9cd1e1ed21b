"""`.raku` files on disk."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from makebelieve.kit.errors import Problem, invalid

LARGEST = 32 << 20
"""Bytes. A config of ten long levels with its proof takes under 1 MB."""


def read_config(path: Path) -> dict[str, Any]:
    """The config in a `.raku` file; "-" is standard input. Raises a 422 Problem that says what is wrong with the file."""
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise invalid(str(path), f"cannot be read: {error.strerror or error}") from error
    if len(data) > LARGEST:
        raise invalid(str(path), f"is larger than {LARGEST >> 20} MB")
    try:
        config = json.loads(data)
    except UnicodeDecodeError as error:
        raise invalid(str(path), f"is not UTF-8 text (byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise invalid(str(path), f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise invalid(str(path), "is nested too deeply") from error
    if not isinstance(config, dict):
        raise invalid(str(path), f"holds {type(config).__name__}, a .raku file holds an object")
    return config


def write_config(path: Path, config: dict[str, Any]) -> None:
    """Write a config for people and programs: indented, UTF-8, the same bytes for the same config. "-" is standard output."""
    data = (json.dumps(config, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Problem(422, "invalid", f"{path}: cannot be written: {error.strerror or error}") from error
