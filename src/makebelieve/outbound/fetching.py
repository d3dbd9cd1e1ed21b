"""Reads a file that a caller named by its address, through the guard for outbound requests: one way for pictures and recordings."""

from __future__ import annotations

from typing import Final, Protocol

from makebelieve.kit.errors import FieldError, Problem, invalid
from makebelieve.outbound.addresses import Blocked, Guard
from makebelieve.outbound.client import Client, TooLarge, Unreachable

WITHIN: Final = 15.0
"""Seconds that a fetch may take, redirects included."""
REDIRECTS: Final = 3
"""Each is checked anew."""


class Fetch(Protocol):
    """Reads a file that a caller named by its address. Raises a Problem that names `field`."""

    def __call__(self, url: str, *, most: int, field: str) -> bytes: ...


def fetcher(guard: Guard) -> Fetch:
    """What reads files from where `guard` lets it, without cookies, credentials or referrer. Blocking; usable from any thread.

    Its Problems: 422 `invalid` for an address that is none or may not be reached, 422 `not_fetched` for one that does not answer, or not
    with 200, and 413 for more than `most` bytes.
    """
    client = Client(guard)

    def fetch(url: str, *, most: int, field: str) -> bytes:
        try:
            answer = client.request("GET", url, timeout=WITHIN, most=most, redirects=REDIRECTS)
        except TooLarge:
            why = f"larger than {most // 1_000_000} MB"
            raise Problem(413, "too_large", f"{field}: {why}", (FieldError(field, why),)) from None
        except Blocked as error:
            raise invalid(field, str(error)) from error
        except Unreachable as error:
            raise _not_fetched(field, str(error)) from error
        if answer.status != 200:
            raise _not_fetched(field, f"the address answered {answer.status}")
        return answer.body

    return fetch


def _not_fetched(field: str, why: str) -> Problem:
    return Problem(422, "not_fetched", f"{field}: {why}", (FieldError(field, why),))
