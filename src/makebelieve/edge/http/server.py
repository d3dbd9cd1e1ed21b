"""Runs the application with uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from makebelieve.edge.http.protocol import BoundedProtocol
from makebelieve.edge.http.services import Services
from makebelieve.kit.errors import Problem
from makebelieve.settings import Settings


def listen(address: str, port: int) -> socket.socket:
    """A bound socket. Raises a 409 Problem when the port is taken or the address is not this machine's."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
    except OSError as error:
        raise Problem(
            409, "cannot_listen", f"cannot listen on {address}, port {port}: {error.strerror or error}; try another port"
        ) from error
    return listener


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, services: Services, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._services = services
        self._on_ready = on_ready
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        if self.started:
            await self._services.threads.run(self._on_ready)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on SIGINT and SIGTERM. uvicorn's own would raise the signal again afterwards and end the process before it has closed up."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if self._loop is not None:
            # Streams and waiting calls end now, so that the connections can close.
            self._loop.call_soon_threadsafe(self._services.closing.set)
        super().handle_exit(sig, frame)


def configuration(app: ASGIApp, settings: Settings) -> uvicorn.Config:
    """How uvicorn serves `app`."""
    return uvicorn.Config(
        app,
        http=BoundedProtocol,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=max(1, int(settings.drain)),
        timeout_keep_alive=30,
    )


def run(app: ASGIApp, services: Services, listener: socket.socket, on_ready: Callable[[], None]) -> None:
    """Serve on `listener` until SIGINT or SIGTERM; `on_ready` is called once requests are answered."""
    _Server(configuration(app, services.settings), services, on_ready).run(sockets=[listener])
