"""The built pages with games of one's own behind them, served on the loopback with the server's content policy."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import Any

from makebelieve.edge.http.pages import PAGE_CSP
from makebelieve.edge.http.web import TYPES

WEB = Path(str(resources.files("makebelieve"))) / "_web"


def boot_of(game_id: str, config: dict[str, Any], art: str | None = None, sound: str | None = None) -> dict[str, Any]:
    """What the play page boots with, as the server sends it."""
    game = config["game"]
    return {
        "game_id": game_id,
        "title": game["title"],
        "config": config,
        "proof": game.get("proof"),
        "version": 1,
        "understood": {},
        "owner": True,
        "shared": True,
        "play_url": f"/play/{game_id}",
        "art": art,
        "sound": sound,
    }


@contextmanager
def player_site(
    games: Mapping[str, dict[str, Any]],
    port: int = 0,
    art: Mapping[str, bytes] | None = None,
    sound: Mapping[str, bytes | threading.Event] | None = None,
) -> Iterator[str]:
    """Serve `games` (id -> config) at /play/{id}, with the bundles of `art` and `sound` (by the same ids); yields the base address.

    A sound that is an event is still being made: 202, and the event is set, until `sound` has the bytes in its place.
    """
    drawn = art if art is not None else {}
    scored = sound if sound is not None else {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            parts = path.strip("/").split("/")
            if len(parts) >= 2 and parts[0] == "play" and parts[1] in games:
                if len(parts) == 3 and parts[2] == "game.json":
                    heard = f"/play/{parts[1]}/sound.bin" if parts[1] in scored else None
                    address = f"/play/{parts[1]}/art.json" if parts[1] in drawn else None
                    return self._send(json.dumps(boot_of(parts[1], games[parts[1]], address, heard)).encode(), ".json")
                if parts[2:] == ["sound.bin"] and parts[1] in scored:
                    bundle = scored[parts[1]]
                    if isinstance(bundle, threading.Event):
                        bundle.set()
                        return self._send(b"", ".bin", 202)
                    return self._send(bundle, ".bin")
                if parts[2:] == ["art.json"] and parts[1] in drawn:
                    return self._send(drawn[parts[1]], ".json")
                return self._send((WEB / "play.html").read_bytes(), ".html")
            file = (WEB / (path.lstrip("/") or "home.html")).resolve()
            if file.is_relative_to(WEB.resolve()) and file.is_file():
                return self._send(file.read_bytes(), file.suffix)
            return self.send_error(404)

        def _send(self, data: bytes, suffix: str, status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", TYPES.get(suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(data)))
            if suffix == ".html":
                self.send_header("Content-Security-Policy", PAGE_CSP)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
