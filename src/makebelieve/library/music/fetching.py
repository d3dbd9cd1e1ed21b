"""Reads a recording that a caller named by its address, through the guard for outbound requests."""

from __future__ import annotations

from typing import Final

from makebelieve.kit.errors import Problem, invalid
from makebelieve.library.music.room import Fetch
from makebelieve.outbound.addresses import Blocked, Guard
from makebelieve.outbound.client import Client, TooLarge, Unreachable

WITHIN: Final = 15.0
"""Seconds that a fetch may take."""
_REDIRECTS: Final = 3


def fetcher(guard: Guard) -> Fetch:
    """What reads files from where `guard` lets it."""
    client = Client(guard)

    def fetch(url: str, *, most: int, field: str) -> bytes:
        try:
            answer = client.request("GET", url, timeout=WITHIN, most=most, redirects=_REDIRECTS)
        except TooLarge:
            raise invalid(field, f"larger than {most // 1_000_000} MB") from None
        except Blocked as error:
            raise invalid(field, str(error)) from error
        except Unreachable as error:
            raise Problem(422, "not_fetched", f"{field}: {error}") from error
        if answer.status != 200:
            raise Problem(422, "not_fetched", f"{field}: the address answered {answer.status}")
        return answer.body

    return fetch
