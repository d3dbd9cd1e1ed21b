"""What language models read and wrote, gathered while a piece of work goes on."""

from __future__ import annotations

import threading
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens as the model's server counts them."""

    read: int = 0
    written: int = 0

    def __bool__(self) -> bool:
        return bool(self.read or self.written)

    def __add__(self, other: Tokens) -> Tokens:
        return Tokens(self.read + other.read, self.written + other.written)


class TokenMeter:
    """Adds up what is noted until it is taken. Any thread may note."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tokens = Tokens()

    def note(self, tokens: Tokens) -> None:
        with self._lock:
            self._tokens += tokens

    def take(self) -> Tokens:
        """What was noted since the last take."""
        with self._lock:
            taken, self._tokens = self._tokens, Tokens()
        return taken
