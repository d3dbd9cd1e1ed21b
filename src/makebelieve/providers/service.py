"""What services outside that make things have in common: exchanges bounded in time and size, and what goes wrong in words.

The operator names the address of a service, so it may be a private one.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urljoin

from makebelieve.kit.errors import ProviderFailed
from makebelieve.outbound.addresses import Blocked, Guard, parse_networks
from makebelieve.outbound.client import Answer, Client, Overrun, TooLarge, Unreachable

TRIES: Final = 3
_BUSY: Final = frozenset({429, 502, 503, 504})
_LONGEST_WAIT: Final = 20.0


class Line:
    """Exchanges with one service within one span of time: `seconds` from the first on."""

    def __init__(
        self, client: Client, base_url: str, headers: Mapping[str, str], seconds: float, largest: int, sleep: Callable[[float], None]
    ) -> None:
        self._client = client
        self._base = base_url.rstrip("/") + "/"
        self._headers = headers
        self._largest = largest
        self._end = time.monotonic() + seconds
        self._sleep = sleep

    def left(self) -> float:
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise ProviderFailed("it did not answer in time")
        return rest

    def wait(self, seconds: float) -> None:
        if seconds >= self.left():
            raise ProviderFailed("it did not answer in time")
        self._sleep(seconds)

    def exchange(self, method: str, path: str, body: bytes = b"", content_type: str = "application/json", accept: str = "*/*") -> Answer:
        """The answer to a request; one that was refused for a passing reason is sent again, at most three times in all."""
        headers = {**self._headers, "Accept": accept, **({"Content-Type": content_type} if body else {})}
        for turn in range(1, TRIES + 1):
            try:
                answer = self._client.request(
                    method,
                    urljoin(self._base, path.lstrip("/")) if path else self._base.rstrip("/"),
                    headers=headers,
                    body=body,
                    timeout=self.left(),
                    most=self._largest,
                )
            except Overrun as error:
                raise ProviderFailed("it did not answer in time") from error
            except TooLarge as error:
                raise ProviderFailed("its answer is too large") from error
            except (Blocked, Unreachable) as error:
                raise ProviderFailed(f"it cannot be reached: {error}") from error
            if answer.status < 300:
                return answer
            if answer.status not in _BUSY or turn == TRIES:
                raise ProviderFailed(_refusal(answer))
            self.wait(_pause(answer, turn))
        raise AssertionError("unreachable: the last turn returns or raises")

    def json(self, method: str, path: str, body: Any = None) -> Any:
        answer = self.exchange(method, path, json.dumps(body).encode() if body is not None else b"", accept="application/json")
        try:
            return json.loads(answer.body)
        except ValueError as error:
            raise ProviderFailed("its answer is not JSON") from error


def _pause(answer: Answer, turn: int) -> float:
    """Seconds until the next try: what the service says (`Retry-After`, or `estimated_time` of a model that loads), else 1, 2."""
    said = answer.headers.get("retry-after", "")
    if not said and answer.headers.get("content-type", "").startswith("application/json"):
        try:
            said = str(json.loads(answer.body).get("estimated_time", ""))
        except (ValueError, AttributeError):
            said = ""
    try:
        return min(_LONGEST_WAIT, max(0.0, float(said)))
    except ValueError:
        return float(turn)


def _refusal(answer: Answer) -> str:
    reasons = {
        401: "it does not accept the key",
        402: "its credits are used up",
        403: "it refused",
        422: "it could not use the request",
        429: "its rate limit is reached",
    }
    return f"{reasons.get(answer.status, 'it failed')} (status {answer.status})"


def form(fields: Mapping[str, str]) -> tuple[bytes, str]:
    """A body of `multipart/form-data`, and its content type."""
    # The boundary is long enough not to stand in a prompt.
    boundary = "makebelieve-f3b1c5d7a9e24680-form"
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()]
    return ("".join(parts) + f"--{boundary}--\r\n").encode(), f"multipart/form-data; boundary={boundary}"


def content(answer: Answer, kind: str) -> bytes:
    """The file that the answer is. `kind`: what it should be, in words."""
    if not answer.body:
        raise ProviderFailed("its answer is empty")
    if answer.headers.get("content-type", "").startswith(("application/json", "text/")):
        raise ProviderFailed(f"its answer is no {kind}")
    return answer.body


def member(value: Any, name: str) -> str:
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, str) or not found:
        raise ProviderFailed(f"its answer has no {name}")
    return found


class Service:
    """A service with its address, key and model. `largest`: bytes of an answer."""

    name: str
    largest: int

    def __init__(
        self, base_url: str, key: str | None, model: str | None, timeout: float, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.base_url, self.key, self.model, self.timeout = base_url, key, model, timeout
        self.client, self.sleep = Client(Guard(parse_networks("0.0.0.0/0,::/0"))), sleep

    def line(self) -> Line:
        return Line(self.client, self.base_url, self.headers(), self.timeout, self.largest, self.sleep)

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"} if self.key else {}
