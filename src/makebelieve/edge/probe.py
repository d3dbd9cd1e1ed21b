"""What a worker without an HTTP interface says of itself: /health, /ready and /metrics on a port of its own."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from makebelieve.edge.metrics import CONTENT_TYPE, Metrics


class Probe:
    """A small server in a thread. `ready`: whether jobs can be done. `token`: the bearer token that /metrics asks for."""

    def __init__(self, address: str, port: int, ready: Callable[[], bool], metrics: Metrics | None, token: str) -> None:
        def answer(path: str, authorization: str) -> tuple[int, bytes, str]:
            if path == "/health":
                return 200, b'{"status":"ok"}', "application/json"
            if path == "/ready":
                return (200, b'{"status":"ready"}', "application/json") if ready() else (503, b'{"status":"not_ready"}', "application/json")
            if path == "/metrics" and metrics is not None:
                if not secrets.compare_digest(authorization.encode(), f"Bearer {token}".encode()):
                    return 401, b"", "text/plain"
                return 200, metrics.text(), CONTENT_TYPE
            return 404, b"", "text/plain"

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                try:
                    status, body, kind = answer(self.path.partition("?")[0], self.headers.get("Authorization", ""))
                except Exception:
                    status, body, kind = 503, b"", "text/plain"
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Probes come every few seconds; they are no news."""

        self._server = ThreadingHTTPServer((address, port), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 1.0}, name="probe", daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
