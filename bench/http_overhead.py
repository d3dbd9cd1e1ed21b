"""What the house costs: a typical read through everything, against a bare Starlette route in the same run.

    python bench/http_overhead.py [--requests N]

Both are called in process (no sockets), so the ratio is that of CPU time per request: identity, rate limit, gate, one SQLite read in a
thread, validation of the answer and all fields, against nothing but routing and a JSON answer.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from makebelieve.access import accounts
from makebelieve.access.callers import Caller, expand
from makebelieve.edge.http.app import build_app
from makebelieve.library import making
from makebelieve.main import House
from makebelieve.settings import Settings

CONFIG = {"schema_version": "1.0", "game": {"title": "Bench", "genre": "platformer", "kind": "platformer", "proof": {"status": "proven"}}}


async def call(app: Any, path: str, headers: dict[str, str]) -> int:
    """One GET; the status."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    status = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]

    await app(scope, receive, send)
    return status


async def measure(one: Callable[[], Awaitable[int]], count: int) -> tuple[float, float]:
    """Microseconds per request: median wall time, and mean CPU time of the process."""
    for _ in range(50):
        assert await one() == 200
    walls = []
    cpu = time.process_time()
    for _ in range(count):
        started = time.perf_counter()
        await one()
        walls.append((time.perf_counter() - started) * 1e6)
    return statistics.median(walls), (time.process_time() - cpu) / count * 1e6


async def main(count: int) -> None:
    async def bare(_request: Request) -> JSONResponse:
        return JSONResponse({"items": [], "total": 0, "limit": 20, "offset": 0})

    baseline = Starlette(routes=[Route("/api/v1/games", bare)])
    with tempfile.TemporaryDirectory() as folder:
        house = House(Settings(data=Path(folder), workers=0, requests_per_minute=1_000_000, log_level="error"))
        owner, key = house.database.write(lambda unit: accounts.ensure_owner(unit, time.time()))
        caller = Caller("none", owner.tier, expand(("full",)), "local", owner)
        result = {"config": CONFIG, "understood": {}, "alternatives": [], "metadata": {}}
        games = [making.keep_made(house.database, house.blobs, caller, "bench", result, time.time())[0] for _ in range(20)]
        app = build_app(house.services())
        headers = {"Authorization": f"Bearer {key}"}
        base_wall, base_cpu = await measure(lambda: call(baseline, "/api/v1/games", {}), count)
        print(f"{'':34}{'wall us (median)':>18}{'CPU us (mean)':>16}{'ratio of CPU':>14}")
        print(f"{'bare Starlette route':34}{base_wall:18.0f}{base_cpu:16.0f}{1:14.1f}")
        for name, path in (
            ("GET /health", "/health"),
            ("GET /api/v1/usage", "/api/v1/usage"),
            ("GET /api/v1/games (20 of them)", "/api/v1/games"),
            ("GET /api/v1/games/{id}", f"/api/v1/games/{games[0].id}"),
        ):
            wall, cpu = await measure(lambda path=path: call(app, path, headers), count)  # type: ignore[misc]  # bound per turn
            print(f"{name:34}{wall:18.0f}{cpu:16.0f}{cpu / base_cpu:14.1f}")
        house.database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--requests", type=int, default=1000, help="requests per route")
    asyncio.run(main(parser.parse_args(sys.argv[1:]).requests))
