"""Texts that callers send: none of them holds a NUL, which PostgreSQL cannot store and SQLite and much else cuts or hides."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import unquote_plus

from fastapi import Request

from makebelieve.edge.http.problems import STUDIO
from makebelieve.kit.errors import invalid

NUL: Final = "\x00"


def _place(value: Any) -> str | None:
    """The dotted path of a text or a name in a JSON value that holds a NUL."""
    rest = [("", value)]
    while rest:
        path, found = rest.pop()
        inner: list[tuple[str, Any]] = []
        if isinstance(found, str):
            if NUL in found:
                return path or "body"
        elif isinstance(found, dict):
            if any(NUL in name for name in found):
                return path or "body"
            inner = list(found.items())
        elif isinstance(found, list):
            inner = [(str(number), item) for number, item in enumerate(found)]
        rest += [(f"{path}.{name}" if path else name, item) for name, item in inner]
    return None


async def _in_body(request: Request) -> str | None:
    # JSON can only say it as an escape.
    if b"\\u0000" not in await request.body():
        return None
    try:
        return _place(await request.json())
    except (ValueError, RecursionError):
        # What is no JSON is refused as such where it is read.
        return None


async def refuse_nul(request: Request, *, has_body: bool) -> None:
    """Raises a 422 Problem that names the parameter or field of the request that holds a NUL character."""
    named: str | None = None
    for name, value in request.path_params.items():
        if NUL in value:
            named = name
    query = request.scope["query_string"]
    if b"%00" in query or b"\x00" in query:
        for pair in query.decode("latin-1").split("&"):
            if NUL in unquote_plus(pair):
                named = unquote_plus(pair.partition("=")[0]).replace(NUL, "") or "query"
    if named is None and has_body:
        named = await _in_body(request)
    if named is not None:
        problem = invalid(named, "holds a NUL character, which no text here may")
        if request.url.path.startswith(STUDIO):
            problem.status = 400
        raise problem
