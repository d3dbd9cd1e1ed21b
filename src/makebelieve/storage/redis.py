"""Redis or Valkey, where several processes or machines serve one install: hints between them, and shared rate limits.

It holds nothing that is missed when it is lost: hints are a shortcut to looking into the database, and rate limits begin anew.
"""

from __future__ import annotations

import contextlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from makebelieve.kit.errors import Unavailable

if TYPE_CHECKING:
    import redis

log = logging.getLogger("makebelieve.redis")

PREFIX: Final = "makebelieve:"
"""What every key and channel of ours starts with."""
ANSWER_WITHIN: Final = 2.0
RECONNECT_AFTER: Final = (0.1, 0.5, 2.0)


def connect(url: str) -> redis.Redis:
    """A client with a pool of connections, usable from any thread; nothing is opened before the first call.

    Raises ValueError for what is not a Redis address, and RuntimeError when the extra `redis` is not installed.
    """
    try:
        import redis
    except ImportError as error:
        raise RuntimeError("MAKEBELIEVE_REDIS_URL needs the extra `redis`: pip install 'makebelieve[redis]'") from error
    try:
        return redis.Redis.from_url(
            url, socket_timeout=ANSWER_WITHIN, socket_connect_timeout=ANSWER_WITHIN, health_check_interval=15, client_name="makebelieve"
        )
    except ValueError as error:
        raise ValueError("redis_url: not a Redis address; allowed: redis://…, rediss://…, unix://…") from error


@contextlib.contextmanager
def outages() -> Iterator[None]:
    """Turns what the client raises when Redis does not answer into Unavailable."""
    import redis

    try:
        yield
    except redis.RedisError as error:
        raise Unavailable("redis", str(error) or type(error).__name__) from error


class RedisWire:
    """jobs.wake.Wire through one channel of Redis: carries a line of text to every other process of the install.

    While Redis is away messages are dropped, which `send` never shows, and listening goes on when it is back.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._channel = PREFIX + "wire"
        self._own = secrets.token_hex(8)
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._away = False

    def send(self, message: str) -> None:
        import redis

        try:
            self._client.publish(self._channel, f"{self._own} {message}")
        except redis.RedisError as error:
            self._note_away(error)
        else:
            self._away = False

    def _note_away(self, error: Exception) -> None:
        # Once per outage: a busy server sends hundreds of these a second.
        if not self._away:
            self._away = True
            log.warning("redis does not answer; processes hear each other late until it does", extra={"reason": str(error)})

    def listen(self, on_message: Callable[[str], None]) -> None:
        """Call back, from a thread of its own, for every message of the others until closed; with "" after a gap in hearing."""
        ready = threading.Event()
        self._thread = threading.Thread(target=self._hear, args=(on_message, ready), name="redis-wire", daemon=True)
        self._thread.start()
        ready.wait(ANSWER_WITHIN)

    def _hear(self, on_message: Callable[[str], None], ready: threading.Event) -> None:
        import redis

        failures = 0
        while not self._stopping.is_set():
            subscription = self._client.pubsub(ignore_subscribe_messages=True)
            try:
                subscription.subscribe(self._channel)
                if failures:
                    on_message("")
                failures = 0
                ready.set()
                while not self._stopping.is_set():
                    received = subscription.get_message(timeout=0.5)
                    if received is None:
                        continue
                    sender, _, message = received["data"].decode(errors="replace").partition(" ")
                    if sender != self._own:
                        self._deliver(on_message, message)
            except (redis.RedisError, OSError) as error:
                self._note_away(error)
                self._stopping.wait(RECONNECT_AFTER[min(failures, len(RECONNECT_AFTER) - 1)])
                failures += 1
            finally:
                with contextlib.suppress(redis.RedisError, OSError):
                    subscription.close()

    @staticmethod
    def _deliver(on_message: Callable[[str], None], message: str) -> None:
        try:
            on_message(message)
        except Exception:
            log.exception("a message of another process was not understood", extra={"heard": message[:80]})

    def close(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(5.0)


def wait_for_redis(client: Any, seconds: float) -> None:
    """Wait until it answers. Raises Unavailable after `seconds`."""
    end = time.monotonic() + seconds
    while True:
        try:
            with outages():
                client.ping()
            return
        except Unavailable:
            if time.monotonic() >= end:
                raise
            time.sleep(0.2)
