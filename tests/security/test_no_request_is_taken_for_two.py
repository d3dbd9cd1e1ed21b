"""Requests whose length can be read in two ways, by which one hides behind another (RFC 9112, 11.2), end their connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from raw_server import RawServer, raw_server, statuses

POST = b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
HIDDEN = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
CHUNKED = b"0\r\n\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, migrated: Path, cheap_passwords: None) -> Iterator[RawServer]:
    with raw_server(tmp_path_factory.mktemp("smuggling") / "data", migrated) as opened:
        yield opened


@pytest.mark.parametrize(
    "fields",
    [
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        b"Content-Length: 5\r\nContent-Length: 6\r\n",
        b"Content-Length: 5, 6\r\n",
        b"Content-Length: +5\r\n",
        b"Content-Length: -5\r\n",
        b"Content-Length: 0x5\r\n",
        b"Content-Length: 5 5\r\n",
        b"Content-Length: 99999999999999999999999\r\n",
        b"Content-Length : 5\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b"Transfer-Encoding: chunked, identity\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Transfer-Encoding: identity, chunked, gzip\r\n",
        b" Content-Length: 5\r\n",
        b"X: y\nContent-Length: 5\r\n",
        b"X: y\r\n Transfer-Encoding: chunked\r\n",
        b"X\x00: y\r\n",
        b"X: a\x00b\r\n",
    ],
)
def test_it_is_refused(server: RawServer, fields: bytes) -> None:
    answers = statuses(server.send(POST + fields + b"\r\n" + CHUNKED + HIDDEN))
    # At most one answer, and never that of the hidden request; one that breaks while it is being answered is cut off.
    assert answers in ([], [400], [422]), answers


@pytest.mark.parametrize(
    "request_",
    [
        b"GARBAGE\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /health HTTP/9.9\r\n\r\n",
        b"GET /health HTTP/1.1 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(server: RawServer, request_: bytes) -> None:
    answer = server.send(request_ + b"\r\n\r\n")
    assert statuses(answer)[:1] == [400], answer[:200]
    assert b"application/problem+json" in answer


@pytest.mark.parametrize("chunk", [b"ZZ\r\n", b"-1\r\nx\r\n", b"ffffffffffffffffff\r\nx\r\n"])
def test_a_broken_chunk_ends_the_connection(server: RawServer, chunk: bytes) -> None:
    answers = statuses(server.send(POST + b"Transfer-Encoding: chunked\r\n\r\n" + chunk + HIDDEN))
    assert answers in ([], [400], [422]), answers


def test_requests_behind_one_another_are_answered_in_turn(server: RawServer) -> None:
    login = POST + b"Content-Length: 2\r\n\r\n{}"
    assert statuses(server.send(login + login + HIDDEN)) == [422, 422, 200]
