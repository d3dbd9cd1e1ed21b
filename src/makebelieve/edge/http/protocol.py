"""HTTP/1.1 with bounds that the parser does not have: how large the head of a request may be, and how slowly a request may come."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import orjson
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from makebelieve.edge.http.problems import MEDIA_TYPE, problem_body
from makebelieve.kit.errors import Problem

LARGEST_HEAD: Final = 32 * 1024
"""Bytes of request line and fields together."""
MOST_FIELDS: Final = 100
HEAD_WITHIN: Final = 20.0
"""Seconds from the first byte of a request (of a new connection: from its opening) to the end of its head."""
BODY_WITHIN: Final = 120.0
"""Seconds from the end of the head to the end of the body."""

_TOO_LARGE: Final = Problem(
    431,
    "header_too_large",
    f"the request's head is larger than {LARGEST_HEAD // 1024} KiB or has more than {MOST_FIELDS} fields",
)
_MALFORMED: Final = Problem(400, "malformed", "this is not an HTTP request")


class _Refused(Exception):
    pass


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's protocol. Whoever is too large gets 431, whoever is too slow is cut off; both connections are closed."""

    head_within = HEAD_WITHIN
    body_within = BODY_WITHIN

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._head_open = True
        self._head_bytes = 0
        self._refusal = _MALFORMED
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        super().connection_made(transport)
        self._expect(self.head_within)

    def connection_lost(self, exc: Exception | None) -> None:
        self._expect(None)
        super().connection_lost(exc)

    def _expect(self, seconds: float | None) -> None:
        """Cut the connection unless what comes next is there within `seconds`."""
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = None if seconds is None else self.loop.call_later(seconds, self._too_slow)

    def _too_slow(self) -> None:
        # Not `close`: a peer that reads nothing would hold the connection while what is to be sent waits.
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head_open:
            # A field is only told when it is whole: what has come of it so far is counted here.
            self._head_bytes += len(data)
            if self._head_bytes > LARGEST_HEAD and not self.transport.is_closing():
                self._refusal = _TOO_LARGE
                self.send_400_response("")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head_open = True
        self._head_bytes = 0
        self._expect(self.head_within)

    def on_headers_complete(self) -> None:
        self._head_open = False
        size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
        if size > LARGEST_HEAD or len(self.headers) > MOST_FIELDS:
            self._refusal = _TOO_LARGE
            # The parser turns it into its own error, and that is answered below.
            raise _Refused
        self._expect(self.body_within)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._expect(None)
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        body = orjson.dumps(problem_body(self._refusal))
        fields = f"content-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n"
        if self.cycle is not None and not self.cycle.response_complete:
            # An answer to an earlier request is under way; this one must not be taken for a part of it.
            self.transport.abort()
            return
        self.transport.write(STATUS_LINE[self._refusal.status] + fields.encode() + body)
        self.transport.close()
