"""GET /public/uploads/{name}: result files, to whoever knows their address."""

from __future__ import annotations

import re
from typing import Final

from fastapi import APIRouter, Request, Response

from makebelieve.edge.http.browsers import SHOWN
from makebelieve.edge.http.services import services_of
from makebelieve.kit.errors import Problem
from makebelieve.library.uploads import PATH, key_of, media_type

router = APIRouter(tags=["uploads"])
FOREVER: Final = "public, max-age=31536000, immutable"
_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)")


def _part(wanted: str | None, size: int) -> tuple[int, int] | None:
    """First and last byte that a Range header asks for; None for all of them. Raises a 416 Problem beyond the end."""
    found = _RANGE.fullmatch(wanted.strip()) if wanted is not None else None
    if found is None or not (found[1] or found[2]):
        return None
    first = int(found[1]) if found[1] else max(0, size - int(found[2]))
    last = min(size - 1, int(found[2])) if found[1] and found[2] else size - 1
    if first >= size or (found[1] and found[2] and int(found[2]) < first):
        raise Problem(416, "no_such_part", f"the file has {size} bytes", headers={"Content-Range": f"bytes */{size}"})
    return first, last


@router.api_route(PATH + "{name}", methods=["GET", "HEAD"], include_in_schema=False)
async def upload(request: Request, name: str) -> Response:
    services = services_of(request)
    key = key_of(name)
    if key is None:
        raise Problem(404, "not_found", "there is no such file")
    headers = {
        **SHOWN,
        # Games and editors on other sites load it; it is everybody's who knows the address.
        "Access-Control-Allow-Origin": "*",
        "Accept-Ranges": "bytes",
        "Cache-Control": FOREVER,
        "ETag": f'"{name.rpartition(".")[0][-16:]}"',
    }
    try:
        data = await services.threads.run(lambda: services.blobs.get(key))
    except KeyError:
        raise Problem(404, "not_found", "there is no such file") from None
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    part = _part(request.headers.get("range"), len(data))
    if part is None:
        return Response(data, media_type=media_type(name), headers=headers)
    headers["Content-Range"] = f"bytes {part[0]}-{part[1]}/{len(data)}"
    return Response(data[part[0] : part[1] + 1], status_code=206, media_type=media_type(name), headers=headers)
