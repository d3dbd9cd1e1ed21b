"""A client that connects only where the guard lets it, follows no redirect unchecked, and takes neither for ever nor without end."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

import httpcore

from makebelieve.outbound.addresses import Guard

USER_AGENT: Final = "Makebelieve"
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class Unreachable(Exception):
    """Nobody answered there, or not in HTTP; the text says what happened."""


class Overrun(Unreachable):
    """The whole exchange took longer than it may."""


class TooLarge(Exception):
    """The answer has more bytes than are wanted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers`: names in lower case. `whole`: whether `body` is all of it. `url`: where it came from in the end."""

    status: int
    headers: dict[str, str]
    body: bytes
    whole: bool
    url: str


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends with the exchange's time: a peer that drips a byte now and then gains nothing."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._left()), self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Pinned(httpcore.NetworkBackend):
    """Connects to addresses that the guard has checked, not to names."""

    def __init__(self, guard: Guard, left: Callable[[], float]) -> None:
        self._guard = guard
        self._left = left
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = self._guard.addresses(host, port, self._left())
        except OSError as error:
            raise httpcore.ConnectError("the name is not known") from error
        failure: Exception = httpcore.ConnectError("no address")
        for address in addresses:
            try:
                return _Stream(self._backend.connect_tcp(address, port, self._left(), None, socket_options), self._left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Client:
    """Blocking; usable from any thread. No cookies, no credentials, no referrer, no proxy, a fresh connection each time.

    `tls`: how https peers are verified, the usual authorities by default.
    """

    def __init__(self, guard: Guard, *, tls: ssl.SSLContext | None = None) -> None:
        self.guard = guard
        self._tls = tls

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        timeout: float,
        most: int,
        cut: bool = False,
        redirects: int = 0,
    ) -> Answer:
        """One exchange, redirects included, within `timeout` seconds in all.

        `most`: bytes of the answer's body that are wanted; with more, `cut` keeps the first of them, else TooLarge is raised.
        `redirects`: how many are followed, each checked anew, as GET; an answer that redirects further is returned as it is.
        Raises Blocked, Unreachable (Overrun when time ran out) and TooLarge.
        """
        end = time.monotonic() + timeout

        def left() -> float:
            rest = end - time.monotonic()
            if rest <= 0:
                raise httpcore.ReadTimeout("time is up")
            return rest

        for followed in range(redirects + 1):
            try:
                answer = self._exchange(method, url, headers or {}, body, left, most, cut)
            except (httpcore.TimeoutException, TimeoutError) as error:
                raise Overrun(f"no answer within {timeout:g} s") from error
            except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
                raise Unreachable(_reason(error)) from error
            where = answer.headers.get("location")
            if answer.status not in REDIRECTS or where is None or followed == redirects:
                return answer
            url, method, body = urljoin(url, where), "GET", b""
        raise AssertionError("unreachable: the last redirect is returned")

    def _exchange(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes, left: Callable[[], float], most: int, cut: bool
    ) -> Answer:
        target = self.guard.check(url)
        host = f"[{target.host}]" if ":" in target.host else target.host
        address = f"{target.scheme}://{host}:{target.port}{target.path}"
        sent = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity", **headers}
        with (
            httpcore.ConnectionPool(ssl_context=self._tls, max_connections=1, network_backend=_Pinned(self.guard, left)) as pool,
            pool.stream(method, address, headers=[(k.encode(), v.encode()) for k, v in sent.items()], content=body) as response,
        ):
            found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            kept = bytearray()
            for part in response.iter_stream():
                kept += part
                if len(kept) > most:
                    if not cut:
                        raise TooLarge(f"more than {most} bytes")
                    break
            return Answer(response.status, found, bytes(kept[:most]), len(kept) <= most, url)


def _reason(error: Exception) -> str:
    """What went wrong, without the addresses that the system's own words may name."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "the certificate does not hold" if isinstance(cause, ssl.SSLCertVerificationError) else "no secure connection"
        if isinstance(cause, ConnectionRefusedError):
            return "the connection was refused"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpcore.ProtocolError):
        return "the answer is not HTTP"
    if isinstance(error, httpcore.ConnectError):
        return "no connection" if "name" not in str(error) else str(error)
    return "the connection broke"
