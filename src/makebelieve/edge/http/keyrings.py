"""The keys that sign and verify tokens, as this process knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from makebelieve.access import signing
from makebelieve.access.sealing import SealingKeys
from makebelieve.access.signing import Keyring
from makebelieve.kit.clock import Clock

if TYPE_CHECKING:
    from makebelieve.edge.http.services import Threads

# Seconds after which the keys are read anew: a rotation elsewhere is heard of by then.
FRESH: Final = 5.0
# At most so often for a token that names a key nobody has heard of: forged ones must not cost a query each.
UNKNOWN: Final = 1.0


class Keyrings:
    """Reads the keys from the database, and makes the first one."""

    def __init__(self, threads: Threads, sealing: SealingKeys, clock: Clock) -> None:
        self._threads = threads
        self._sealing = sealing
        self._clock = clock
        self._ring: Keyring | None = None
        self._read_at = 0.0

    async def ring(self, kid: str | None = None) -> Keyring:
        """The keys in force; looked up anew when they are not fresh, or `kid` is none of them."""
        now = self._clock()
        age = now - self._read_at
        ring = self._ring
        if ring is not None and 0 <= age < (FRESH if kid is None or kid in ring.verifiers else UNKNOWN):
            return ring
        ring = await self._threads.read(lambda unit: signing.load(unit, self._sealing, now))
        if ring is None:
            ring = await self._threads.write(lambda unit: signing.ensure(unit, self._sealing, now))
        self._ring, self._read_at = ring, now
        return ring
