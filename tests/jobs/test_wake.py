"""Pipes between processes: what is sent arrives, once a message, and nobody is left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from makebelieve.jobs.notices import Bell, Notices
from makebelieve.jobs.wake import Pipes

ECHO = """
import sys
import threading
import time
from pathlib import Path
from makebelieve.jobs.wake import Pipes
pipes = Pipes(Path(sys.argv[1]))
pipes.listen(lambda message: (print(message, flush=True)))
print("listening", flush=True)
sys.stdin.read()
pipes.close()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    # Longer than the path of a socket may be.
    return tmp_path / ("deep" * 20) / "wake"


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen([sys.executable, "-c", ECHO, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "listening\n"
    yield process
    process.kill()
    process.wait()


def test_a_message_reaches_the_others_and_not_oneself(folder: Path, other: subprocess.Popen[str]) -> None:
    pipes = Pipes(folder)
    heard: queue.Queue[str] = queue.Queue()
    pipes.listen(heard.put)
    pipes.send("queued")
    pipes.send("moved job_1")
    assert other.stdout is not None
    assert [other.stdout.readline() for _ in range(2)] == ["queued\n", "moved job_1\n"]
    Pipes(folder).send("hello")
    assert heard.get(timeout=30) == "hello"
    assert heard.empty()
    pipes.close()
    # Only the other's pipe is left.
    assert len(list(folder.iterdir())) == 1


def test_the_pipe_of_a_dead_process_is_cleared_away(folder: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()
    assert len(list(folder.iterdir())) == 1
    Pipes(folder).send("queued")
    assert list(folder.iterdir()) == []


def test_nobody_there_is_no_trouble(folder: Path) -> None:
    Pipes(folder).send("queued")
    Pipes(folder).close()


def test_a_full_pipe_does_not_block(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / "1")
    reader = os.open(folder / "1", os.O_RDWR | os.O_NONBLOCK)
    pipes = Pipes(folder)
    for _ in range(20_000):
        pipes.send("queued")
    assert len(os.read(reader, 1 << 20)) >= 4096
    os.close(reader)


def test_a_file_that_is_no_pipe_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "note").write_text("mine")
    Pipes(folder).send("x")
    assert (folder / "note").read_text() == "mine"


def test_a_message_too_long_for_one_write_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="too long"):
        Pipes(folder).send("x" * 600)


def test_a_bell_rings_here_and_there(folder: Path, other: subprocess.Popen[str]) -> None:
    bell = Bell(Pipes(folder))
    seen = bell.count
    bell.ring()
    assert bell.count == seen + 1
    bell.wait(seen, 30)
    bell.ring_here()
    Notices(Pipes(folder)).publish_cancelled("job_7")
    assert other.stdout is not None
    assert [other.stdout.readline() for _ in range(2)] == ["queued\n", "cancelled job_7\n"]


def test_a_cancel_from_elsewhere_reaches_the_listeners() -> None:
    notices = Notices()
    told: list[str] = []
    notices.on_cancel(told.append)
    notices.hear("moved job_1")
    notices.hear("cancelled job_2")
    notices.hear("nonsense")
    assert told == ["job_2"]


class Waiters:
    """Threads that wait at a bell, each once."""

    def __init__(self, bell: Bell, crews: list[str]) -> None:
        self.woken: queue.Queue[str] = queue.Queue()
        seen = bell.count
        for crew in crews:
            threading.Thread(target=self._wait, args=(bell, seen, crew), daemon=True).start()
        # Nothing tells that a thread has begun to wait; one that has not would look again at once, and the test would see it woken.
        time.sleep(0.3)

    def _wait(self, bell: Bell, seen: int, crew: str) -> None:
        bell.wait(seen, 60.0, crew)
        self.woken.put(crew)

    def soon(self) -> list[str]:
        found = []
        with contextlib.suppress(queue.Empty):
            while True:
                found.append(self.woken.get(timeout=0.3))
        return sorted(found)


def test_a_ring_wakes_as_many_of_each_crew_as_there_are_jobs() -> None:
    bell = Bell()
    waiters = Waiters(bell, ["a", "a", "a", "a", "b"])
    bell.ring()
    assert waiters.soon() == ["a", "b"]
    bell.ring(2)
    assert waiters.soon() == ["a", "a"]
    bell.ring_here(None)
    assert waiters.soon() == ["a"]


def test_a_ring_between_the_look_and_the_wait_is_not_missed() -> None:
    bell = Bell()
    seen = bell.count
    bell.ring()
    began = time.monotonic()
    bell.wait(seen, 30.0)
    assert time.monotonic() - began < 10.0


def test_a_bell_takes_in_how_many_jobs_another_process_has_queued() -> None:
    bell = Bell()
    waiters = Waiters(bell, ["a", "a", "a"])
    assert bell.hear("queued 2")
    assert waiters.soon() == ["a", "a"]
    assert bell.hear("queued")
    assert waiters.soon() == ["a"]
    assert not bell.hear("moved job_1")


def test_who_waits_for_the_end_is_not_woken_by_stages_and_hears_of_an_end_that_came_first() -> None:
    async def main() -> None:
        notices = Notices()
        with notices.watch("job_1", ends_only=True) as ended, notices.watch("job_1") as moved:
            notices.publish("job_1")
            await asyncio.wait_for(moved.wait(), 30)
            assert not ended.is_set()
            notices.hear("ended job_1")
            await asyncio.wait_for(ended.wait(), 30)
        with notices.watch("job_1", ends_only=True) as again, notices.watch("job_2", ends_only=True) as other:
            assert again.is_set()
            assert not other.is_set()

    asyncio.run(main())
