"""Heads that grow without an end are refused; clients that send a byte now and then, or nothing, are cut off; others do not notice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from raw_server import RawServer, raw_server, receive, statuses

from makebelieve.edge.http.protocol import LARGEST_HEAD, MOST_FIELDS, BoundedProtocol

GET = b"GET /health HTTP/1.1\r\nHost: x\r\n"


@pytest.fixture
def server(tmp_path: Path, migrated: Path, cheap_passwords: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[RawServer]:
    monkeypatch.setattr(BoundedProtocol, "head_within", 0.5)
    monkeypatch.setattr(BoundedProtocol, "body_within", 0.5)
    with raw_server(tmp_path / "data", migrated) as opened:
        yield opened


def test_large_heads_are_431(server: RawServer) -> None:
    many = b"".join(b"X-%d: y\r\n" % number for number in range(MOST_FIELDS + 1))
    for head in (
        GET + b"X: " + b"y" * LARGEST_HEAD + b"\r\n\r\n",
        GET + many + b"\r\n",
        b"GET /" + b"y" * LARGEST_HEAD + b" HTTP/1.1\r\n\r\n",
        # Without an end.
        GET + b"X: " + b"y" * (4 * LARGEST_HEAD),
        GET + b"y" * (4 * LARGEST_HEAD),
        b"GET /" + b"y" * (4 * LARGEST_HEAD),
    ):
        answer = server.send(head)
        assert statuses(answer) in ([431], []), (head[:60], answer[:200])
        if answer:
            assert b"application/problem+json" in answer
            assert b'"code":"header_too_large"' in answer
    # As many and as large as it takes are fine.
    assert statuses(server.send(GET + many[: many.rfind(b"X-98")] + b"Connection: close\r\n\r\n")) == [200]
    assert statuses(server.send(GET + b"X: " + b"y" * 20_000 + b"\r\nConnection: close\r\n\r\n")) == [200]


@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"G",
        GET,
        GET + b"X",
        b"POST /api/v1/generate HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n",
        b"POST /api/v1/generate HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ],
)
def test_slow_clients_are_cut_off(server: RawServer, beginning: bytes) -> None:
    began = time.monotonic()
    with server.open() as connection:
        if beginning:
            connection.sendall(beginning)
        # Raises when the server goes on waiting for longer than the socket's own 20 s.
        receive(connection)
    assert time.monotonic() - began >= 0.4
    assert httpx.get(f"{server.base}/health").status_code == 200


def test_trickling_does_not_buy_time(server: RawServer) -> None:
    with server.open() as connection:
        connection.sendall(GET)
        cut = False
        for _ in range(200):
            try:
                connection.sendall(b"X: y\r\n")
            except OSError:
                cut = True
                break
            time.sleep(0.05)
    assert cut


def test_hundreds_of_idle_connections_keep_nobody_out(server: RawServer) -> None:
    held = [server.open() for _ in range(300)]
    for connection in held:
        connection.sendall(b"GET /hea")
    assert httpx.get(f"{server.base}/health").status_code == 200
    for connection in held:
        connection.close()


def test_a_kept_connection_may_rest_and_go_on(server: RawServer) -> None:
    """Between requests the keep-alive time counts, not that of a head."""
    with server.open() as connection:
        for _ in range(2):
            connection.sendall(GET + b"\r\n")
            assert statuses(connection.recv(65536)) == [200]
            time.sleep(0.8)
        connection.sendall(GET + b"Connection: close\r\n\r\n")
        assert statuses(receive(connection)) == [200]
