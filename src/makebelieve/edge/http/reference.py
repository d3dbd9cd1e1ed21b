"""The interactive documentation at /api/docs (Swagger UI) and /api/redoc (Redoc), from files of this server alone."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request, Response

from makebelieve.kit.errors import Problem

router = APIRouter(include_in_schema=False)
SPEC_URL: Final = "/api/openapi.json"
CSP: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
SWAGGER_JS: Final = f"""window.ui = SwaggerUIBundle({{
  url: '{SPEC_URL}',
  dom_id: '#ui',
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
}});
"""
REDOC_JS: Final = f"Redoc.init('{SPEC_URL}', {{ disableSearch: false, hideDownloadButton: false }}, document.getElementById('ui'));\n"


# Redoc shows its maker's logo from its maker's server; nobody who reads our pages is to be sent there.
FOREIGN: Final = b"https://cdn.redoc.ly/redoc/logo-mini.svg"
PARTS: Final = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "redoc.standalone.js": "text/javascript; charset=utf-8",
}


@functools.cache
def _part(name: str) -> bytes:
    # Found, not imported: of the package only the files are of use.
    package = importlib.util.find_spec("fastapi_offline")
    assert package is not None
    assert package.submodule_search_locations
    data = (Path(package.submodule_search_locations[0]) / "static" / name).read_bytes()
    return data.replace(FOREIGN, b"data:,")


def _page(title: str, css: str, script: str, start: str) -> Response:
    links = f'<link rel="stylesheet" href="/api/reference/{css}">' if css else ""
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{title}</title><link rel="icon" href="data:,">{links}</head><body style="margin:0"><div id="ui"></div>'
        f'<script src="/api/reference/{script}"></script><script src="/api/reference/{start}"></script></body></html>'
    )
    return Response(page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": CSP, "Cache-Control": "no-cache"})


@router.api_route("/api/docs", methods=["GET", "HEAD"])
async def swagger() -> Response:
    return _page("Makebelieve API", "swagger-ui.css", "swagger-ui-bundle.js", "start-swagger.js")


@router.api_route("/api/redoc", methods=["GET", "HEAD"])
async def redoc() -> Response:
    return _page("Makebelieve API", "", "redoc.standalone.js", "start-redoc.js")


@router.api_route("/api/reference/{name}", methods=["GET", "HEAD"])
def part(request: Request, name: str) -> Response:
    starts = {"start-swagger.js": SWAGGER_JS, "start-redoc.js": REDOC_JS}
    if name in starts:
        return Response(starts[name], media_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})
    if name not in PARTS:
        raise Problem(404, "not_found", "there is nothing at this address")
    data = _part(name)
    headers = {"Cache-Control": "no-cache", "ETag": f'"{hashlib.sha256(data).hexdigest()[:16]}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=PARTS[name], headers=headers)
