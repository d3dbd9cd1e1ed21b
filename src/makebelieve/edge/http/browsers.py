"""What browsers are told about our answers: who may frame, embed, read and run them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

# The paths that programs call; the rest are pages and what belongs to them.
PROGRAMS: Final = ("/api/", "/v1/", "/developer/", "/mcp", "/.well-known/")
# Our own scripts. A worker takes the policy of its script, so these get none of their own.
SCRIPTS: Final = ("/assets/", "/world-assets/", "/engine.js", "/embed.js", "/embed.global.js", "/api/reference/")
NOTHING: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
SHOWN: Final = {
    # A picture or file that a user made, opened by itself: it runs nothing, and is of no origin, so it cannot act as the console.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    # Other sites may show it (link previews); who may fetch it is decided before.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Headers of user content that is shown, not run."""
SANDBOX: Final = "sandbox allow-scripts allow-pointer-lock allow-downloads"
"""Ends the policy of a page that runs somebody else's things: it is then of no origin, and neither cookies nor storage are its to use."""
ASKED: Final = (
    "Authorization",
    "Content-Type",
    "Idempotency-Key",
    "If-Match",
    "If-None-Match",
    "Last-Event-ID",
    "Makebelieve-App",
    "Mcp-Protocol-Version",
    "Mcp-Session-Id",
    "Prefer",
    "X-Request-Id",
)
TOLD: Final = (
    "ETag",
    "Idempotency-Replayed",
    "Location",
    "Mcp-Session-Id",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "WWW-Authenticate",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "X-Request-Id",
)


def protect(headers: Iterable[tuple[bytes, bytes]], path: str, *, https: bool) -> list[tuple[bytes, bytes]]:
    """An answer's fields with those that every browser is to heed; what the endpoint said for itself stays. Names are in small letters."""
    kept = list(headers)
    said = dict(kept)
    scripts = path.startswith(SCRIPTS)
    sandboxed = b"sandbox" in said.get(b"content-security-policy", b"" if scripts else NOTHING.encode())
    always, otherwise = _protection(scripts=scripts, sandboxed=sandboxed, https=https)
    if any(name in said for name, _ in always):
        ours = dict(always)
        kept = [(name, value) for name, value in kept if name not in ours]
    kept += always
    kept += [(name, value) for name, value in otherwise if name not in said]
    return kept


@cache
def _protection(*, scripts: bool, sandboxed: bool, https: bool) -> tuple[tuple[tuple[bytes, bytes], ...], tuple[tuple[bytes, bytes], ...]]:
    """What is said in any case, and what where the endpoint does not say otherwise."""
    always = {"X-Content-Type-Options": "nosniff"}
    otherwise = {
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "SAMEORIGIN",
        "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
    if scripts:
        # A sandboxed page is of no origin, and its scripts' files come to it from elsewhere: they are everybody's anyway.
        otherwise["Access-Control-Allow-Origin"] = "*"
        always["Cross-Origin-Resource-Policy"] = "cross-origin"
    else:
        otherwise["Content-Security-Policy"] = NOTHING
        otherwise["Cross-Origin-Resource-Policy"] = "same-origin"
    if not sandboxed:
        # Browsers refuse to show a sandboxed answer that asks for this.
        otherwise["Cross-Origin-Opener-Policy"] = "same-origin"
    if https:
        otherwise["Strict-Transport-Security"] = "max-age=31536000"
    return _raw(always), _raw(otherwise)


def _raw(fields: dict[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.lower().encode(), value.encode()) for name, value in fields.items())


def cross_origin(app: ASGIApp, origins: str) -> ASGIApp:
    """CORS for the calls of programs: pages of `origins` ("*", or comma-separated) make them with a bearer credential, never a cookie."""
    allowed = [origin.strip().rstrip("/") for origin in origins.split(",") if origin.strip()]
    if not allowed:
        return app
    sharing = CORSMiddleware(
        app,
        allow_origins=allowed,
        allow_methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
        allow_headers=ASKED,
        expose_headers=TOLD,
        allow_credentials=False,
        max_age=600,
    )

    async def either(scope: Scope, receive: Receive, send: Send) -> None:
        programs = scope["type"] == "http" and scope["path"].startswith(PROGRAMS)
        await (sharing if programs else app)(scope, receive, send)

    return either
