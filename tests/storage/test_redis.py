"""Redis between processes: hints that arrive, outages that nobody but the log notices."""

from __future__ import annotations

import queue
import time

import local_servers
import pytest

from makebelieve.kit.errors import Unavailable
from makebelieve.storage import redis


def test_others_hear_what_is_sent_and_the_sender_does_not(redis_url: str) -> None:
    heard: queue.Queue[tuple[str, str]] = queue.Queue()
    wires = {name: redis.RedisWire(redis.connect(redis_url)) for name in ("a", "b", "c")}
    for name, wire in wires.items():
        wire.listen(lambda message, name=name: heard.put((name, message)))  # type: ignore[misc]  # bound per turn
    wires["a"].send("moved job_1")
    assert sorted(heard.get(timeout=30) for _ in range(2)) == [("b", "moved job_1"), ("c", "moved job_1")]
    wires["b"].send("queued")
    assert sorted(heard.get(timeout=30) for _ in range(2)) == [("a", "queued"), ("c", "queued")]
    for wire in wires.values():
        wire.close()
    assert heard.empty()


def test_a_listener_that_stumbles_goes_on(redis_url: str) -> None:
    heard: queue.Queue[str] = queue.Queue()

    def hear(message: str) -> None:
        if message == "bad":
            raise ValueError(message)
        heard.put(message)

    speaker, listener = redis.RedisWire(redis.connect(redis_url)), redis.RedisWire(redis.connect(redis_url))
    listener.listen(hear)
    speaker.send("bad")
    speaker.send("good")
    assert heard.get(timeout=30) == "good"
    listener.close()


def test_an_outage_is_survived_and_its_end_is_told() -> None:
    heard: queue.Queue[str] = queue.Queue()
    port = local_servers.spare_port()
    try:
        local_servers.redis_program()
    except local_servers.Missing as missing:
        pytest.skip(str(missing))
    with local_servers.running_redis(port=port) as url:
        speaker, listener = redis.RedisWire(redis.connect(url)), redis.RedisWire(redis.connect(url))
        listener.listen(heard.put)
        speaker.send("one")
        assert heard.get(timeout=30) == "one"
    speaker.send("lost")
    with local_servers.running_redis(port=port):
        # The empty word: something may have been missed, look.
        assert heard.get(timeout=30) == ""
        end = time.monotonic() + 30
        while heard.empty() and time.monotonic() < end:
            speaker.send("two")
            time.sleep(0.05)
        assert heard.get(timeout=30) == "two"
        listener.close()


def test_a_server_that_is_not_there_is_an_outage() -> None:
    with pytest.raises(Unavailable, match="redis"):
        redis.wait_for_redis(redis.connect("redis://127.0.0.1:1"), 0.3)


def test_an_address_that_is_none() -> None:
    with pytest.raises(ValueError, match="allowed"):
        redis.connect("http://127.0.0.1")
