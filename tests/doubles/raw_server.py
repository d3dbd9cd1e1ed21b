"""The server on a socket, in a thread of this process, and raw bytes to and from it."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import small_service
import uvicorn

from makebelieve.access import accounts
from makebelieve.edge.http.app import build_app
from makebelieve.edge.http.server import configuration
from makebelieve.settings import Settings


@dataclass
class RawServer:
    port: int
    key: str

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def open(self, seconds: float = 20.0) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def send(self, *parts: bytes, seconds: float = 20.0) -> bytes:
        """Everything that comes back on one connection until the server closes it (ask it to) or, for a hanging one, TimeoutError."""
        with self.open(seconds) as connection:
            for part in parts:
                connection.sendall(part)
            return receive(connection)


def receive(connection: socket.socket) -> bytes:
    """Everything until the other side has closed."""
    got = b""
    with contextlib.suppress(ConnectionResetError, BrokenPipeError):
        while part := connection.recv(65536):
            got += part
    return got


def statuses(answer: bytes) -> list[int]:
    """The status of each answer in what came back."""
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d{3}) ", answer)]


@contextlib.contextmanager
def raw_server(folder: Path, template: Path, **changes: Any) -> Iterator[RawServer]:
    """As `makebelieve serve` sets it up, with the makers of small_workshop."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "makebelieve.db").write_bytes(template.read_bytes())
    wanted: dict[str, Any] = {"data": folder, "workers": 1, "requests_per_minute": 1_000_000, "log_level": "error", **changes}
    house = small_service.SmallHouse(Settings(**wanted), clock=time.time)
    key = house.database.write(lambda unit: accounts.ensure_owner(unit, time.time()))[1] or ""
    config = configuration(build_app(house.services()), house.settings)
    config.port = 0
    instance = uvicorn.Server(config)
    thread = threading.Thread(target=instance.run, daemon=True)
    thread.start()
    while not instance.started:
        time.sleep(0.02)
    yield RawServer(instance.servers[0].sockets[0].getsockname()[1], key)
    instance.should_exit = True
    thread.join(30)
    house.database.close()
