"""Values that callers send, and what none of them may be: what JSON has and the places that values are kept or read in have not.

PostgreSQL stores no NUL, and SQLite and much else cuts or hides it; no UTF-8 has half a surrogate pair; JSON as others write and read it
has integers of 64 bits, no infinity, and an end to its nesting.
"""

from __future__ import annotations

import json
import math
from typing import Any, Final
from urllib.parse import unquote_plus

from fastapi import Request

from makebelieve.edge.http.multipart import boundary_of
from makebelieve.kit.errors import invalid

NUL: Final = "\x00"
DEEPEST: Final = 100
"""Lists and objects in one another, of a body."""
LARGEST: Final = 2**63 - 1
_HAS_NUL: Final = "holds a NUL character, which no text here may"
_TOO_LARGE: Final = "holds an integer that 64 bits are too few for"
_TOO_DEEP: Final = f"is nested more than {DEEPEST} levels deep"


def _of_text(text: str) -> str | None:
    if NUL in text:
        return _HAS_NUL
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        return "holds half of a surrogate pair, which is no character"
    return None


def _wrong(value: Any) -> str | None:
    """What is wrong with a value itself, or with the names in it."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, dict):
        return next(filter(None, map(_of_text, value)), None)
    if isinstance(value, float):
        return None if math.isfinite(value) else "is not a finite number"
    if isinstance(value, int):
        return None if -LARGEST - 1 <= value <= LARGEST else _TOO_LARGE
    return None


def flaw(body: Any) -> tuple[str, str] | None:
    """The dotted path of what no JSON value here may be, and what is wrong with it."""
    rest: list[tuple[tuple[str, ...], Any]] = [((), body)]
    while rest:
        path, value = rest.pop()
        wrong = _TOO_DEEP if len(path) >= DEEPEST and isinstance(value, dict | list) else _wrong(value)
        if wrong is not None:
            return ".".join(path) or "body", wrong
        if isinstance(value, dict):
            rest += [((*path, name), item) for name, item in value.items()]
        elif isinstance(value, list):
            rest += [((*path, str(number)), item) for number, item in enumerate(value)]
    return None


async def _in_body(request: Request) -> tuple[str, str] | None:
    if boundary_of(request.headers.get("content-type", "")) is not None or not await request.body():
        return None
    try:
        return flaw(await request.json())
    except RecursionError:
        return "body", _TOO_DEEP
    except (json.JSONDecodeError, UnicodeDecodeError):
        # What is no JSON is refused as such where it is read.
        return None
    except ValueError:
        # More digits than Python reads.
        return "body", _TOO_LARGE


async def refuse_flawed(request: Request, *, has_body: bool) -> None:
    """Raises a 422 Problem that names the parameter or the field of the request that cannot be kept as it is."""
    found: tuple[str, str] | None = None
    for name, value in request.path_params.items():
        if NUL in value:
            found = name, _HAS_NUL
    query = request.scope["query_string"]
    if b"%00" in query or b"\x00" in query:
        for pair in query.decode("latin-1").split("&"):
            if NUL in unquote_plus(pair):
                found = unquote_plus(pair.partition("=")[0]).replace(NUL, "") or "query", _HAS_NUL
    if found is None and has_body:
        found = await _in_body(request)
    if found is not None:
        raise invalid(*found)
