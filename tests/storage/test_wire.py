"""Word through PostgreSQL: it reaches the others, once, and is heard again after the database was away."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from makebelieve.storage.database import Database
from makebelieve.storage.engines import engine_url
from makebelieve.storage.wire import CHANNEL, HERE, PostgresqlWire

SOON = 30.0
SPYING = 20.0


@pytest.fixture
def url(make_postgresql: Callable[..., str]) -> str:
    return make_postgresql()


@pytest.fixture
def wires(url: str) -> Iterator[tuple[PostgresqlWire, PostgresqlWire]]:
    pair = PostgresqlWire(engine_url(url)), PostgresqlWire(engine_url(url))
    yield pair
    for wire in pair:
        wire.close()


def test_a_message_reaches_the_others_and_not_its_sender(wires: tuple[PostgresqlWire, PostgresqlWire]) -> None:
    heard: dict[int, queue.Queue[str]] = {0: queue.Queue(), 1: queue.Queue()}
    for index, wire in enumerate(wires):
        wire.listen(heard[index].put)
    wires[0].send("queued")
    wires[0].send("cancelled job_1")
    assert [heard[1].get(timeout=SOON) for _ in range(2)] == ["queued", "cancelled job_1"]
    wires[1].send("revoked")
    assert heard[0].get(timeout=SOON) == "revoked"
    assert heard[1].empty()


def test_what_a_listener_cannot_take_does_not_end_its_hearing(wires: tuple[PostgresqlWire, PostgresqlWire]) -> None:
    heard: queue.Queue[str] = queue.Queue()

    def take(message: str) -> None:
        heard.put(message)
        if message == "bad":
            raise RuntimeError("no")

    wires[1].listen(take)
    for message in ("bad", "good"):
        wires[0].send(message)
        assert heard.get(timeout=SOON) == message


def test_after_a_cut_it_says_that_something_may_have_been_missed_and_hears_on(
    url: str, wires: tuple[PostgresqlWire, PostgresqlWire]
) -> None:
    heard: queue.Queue[str] = queue.Queue()
    wires[1].listen(heard.put)
    wires[0].send("one")
    assert heard.get(timeout=SOON) == "one"
    database = Database(url)

    def cut(unit: Any) -> None:
        theirs = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'makebelieve wire'"
        unit.connection.execute(sa.text(theirs))

    database.write(cut, isolated=False)
    database.close()
    assert heard.get(timeout=SOON) == ""
    # The sender finds out by its next message, which is lost with it; the one after that arrives.
    for number in range(100):
        wires[0].send(f"again {number}")
        try:
            assert heard.get(timeout=0.5).startswith("again")
        except queue.Empty:
            continue
        return
    pytest.fail("nothing was heard any more")


def sent(url: str) -> queue.Queue[str]:
    """What anybody sends from now on, whoever it is."""
    heard: queue.Queue[str] = queue.Queue()
    address = engine_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    ready = threading.Event()

    def spy() -> None:
        # The server is stopped before it has spied to the end.
        with (
            contextlib.suppress(psycopg.Error),
            psycopg.connect(address, autocommit=True, application_name="a spy") as connection,
        ):
            connection.execute(f"LISTEN {CHANNEL}")
            ready.set()
            for notice in connection.notifies(timeout=SPYING):
                heard.put(notice.payload.partition(" ")[2])

    threading.Thread(target=spy, daemon=True).start()
    assert ready.wait(SOON)
    return heard


def test_who_is_alone_says_nothing_until_somebody_comes(url: str, wires: tuple[PostgresqlWire, PostgresqlWire]) -> None:
    said = sent(url)
    wires[0].listen(lambda _message: None)
    assert said.get(timeout=SOON) == HERE
    for number in range(3):
        wires[0].send(f"nobody hears {number}")
    with pytest.raises(queue.Empty):
        said.get(timeout=2.0)
    heard: queue.Queue[str] = queue.Queue()
    wires[1].listen(heard.put)
    assert said.get(timeout=SOON) == HERE
    # Where it has heard of the other it sends at once, and does not wait for its next look.
    for number in range(100):
        wires[0].send(f"again {number}")
        try:
            assert heard.get(timeout=0.1).startswith("again")
        except queue.Empty:
            continue
        assert number < 20
        return
    pytest.fail("nothing was heard")


def test_who_does_not_hear_sends_in_any_case(url: str, wires: tuple[PostgresqlWire, PostgresqlWire]) -> None:
    said = sent(url)
    wires[0].send("cancelled job_1")
    assert said.get(timeout=SOON) == "cancelled job_1"


def test_sending_to_a_database_that_is_away_does_not_wait() -> None:
    wire = PostgresqlWire(engine_url("postgresql://nobody@127.0.0.1:1/none"))
    for _ in range(2_000):
        wire.send("queued")
    wire.close()
