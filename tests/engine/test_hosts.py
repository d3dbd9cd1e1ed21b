"""Every host: the protocol, its limits, and what happens when a child hangs, grows or dies."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from makebelieve.engine import (
    HOSTS,
    EngineDied,
    EngineError,
    EngineTimeout,
    EngineUnavailable,
    HostName,
    ProcessEngine,
    choose_host,
    host_status,
    open_engine,
)

ROUGH = Path(__file__).parent / "rough.js"
TEXTS = [
    "",
    "plain",
    "naïve façade",
    "日本語のゲーム",
    "🦊🌙",
    "line\nbreak\r\n\ttab",
    "\u2028\u2029",
    'quote " and \\ slash',
    "\x00\x1f\x7f",
    "\ud800",
]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_the_core_answers(host: HostName) -> None:
    with open_engine(host) as engine:
        info = engine.call("info")
        assert engine.host == host
        assert info["tick_rate"] == 60
        assert len(info["core_hash"]) == 64
        assert "platformer" in info["kinds"]


def test_all_hosts_run_the_same_core() -> None:
    answers = []
    for host in HOSTS:
        if host_status(host).usable:
            with open_engine(host) as engine:
                answers.append(engine.call("info"))
    assert len(answers) >= 2
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("text", TEXTS)
def test_text_survives(rough: ProcessEngine, text: str) -> None:
    assert rough.call("echo", value={"text": text, text: [1, 2.5, None, True]})["value"] == {"text": text, text: [1, 2.5, None, True]}


@pytest.mark.parametrize("size", [65_535, 65_536, 3_000_000])
def test_big_payloads_both_ways(rough: ProcessEngine, size: int) -> None:
    text = "é" * (size // 2)
    assert rough.call("echo", value=text)["value"] == text


def test_answers_longer_than_questions(rough: ProcessEngine) -> None:
    assert rough.call("repeat", value="ab", times=500_000)["value"] == "ab" * 500_000


def test_a_refusal_is_an_engine_error(rough: ProcessEngine) -> None:
    with pytest.raises(EngineError, match="no operation 'nonsense'") as caught:
        rough.call("nonsense")
    assert (caught.value.code, caught.value.path) == ("unknown_op", "op")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"bytes", object()])
def test_what_is_not_json_never_reaches_the_host(rough: ProcessEngine, value: object) -> None:
    with pytest.raises(EngineError) as caught:
        rough.call("echo", value=value)
    assert caught.value.code == "bad_json"


def test_many_calls_in_one_exchange(rough: ProcessEngine) -> None:
    requests = [("echo" if n % 10 else "nonsense", {"value": n}) for n in range(200)]
    answers = rough.call_many(requests)
    assert len(answers) == 200
    for n, answer in enumerate(answers):
        if n % 10:
            assert isinstance(answer, dict)
            assert answer["value"] == n
        else:
            assert isinstance(answer, EngineError)
    assert rough.call_many([]) == []


def test_many_big_calls_do_not_block_one_another(rough: ProcessEngine) -> None:
    text = "x" * 300_000
    answers = rough.call_many([("echo", {"value": text})] * 8)
    assert [answer["value"] for answer in answers if isinstance(answer, dict)] == [text] * 8


def test_an_endless_loop_is_stopped_and_the_next_call_works(rough: ProcessEngine) -> None:
    rough.call("echo", value=0)
    hanging = rough.pid
    assert hanging is not None
    with pytest.raises(EngineTimeout, match=r"within 0\.3 s"):
        rough.call("loop", timeout=0.3)
    assert not alive(hanging)
    assert rough.call("echo", value=1) == {"value": 1, "calls": 1}


@pytest.mark.parametrize("op", ["objects", "buffers"])
def test_a_memory_hog_is_stopped_and_the_next_call_works(rough: ProcessEngine, op: str) -> None:
    with pytest.raises(EngineDied, match="memory limit"):
        rough.call(op)
    assert rough.call("echo", value=2) == {"value": 2, "calls": 1}


def test_an_exception_past_the_envelope_ends_the_host_only(rough: ProcessEngine) -> None:
    with pytest.raises(EngineDied, match="outside the envelope"):
        rough.call("throw")
    assert rough.call("echo", value=3) == {"value": 3, "calls": 1}


def test_killed_in_mid_call(rough: ProcessEngine) -> None:
    rough.call("echo", value=0)
    pid = rough.pid
    assert pid is not None
    killer = threading.Timer(0.2, os.kill, (pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(EngineDied, match="signal 9"):
        rough.call("loop")
    killer.join()
    assert rough.call("echo", value=4) == {"value": 4, "calls": 1}


def test_killed_between_calls(rough: ProcessEngine) -> None:
    rough.call("echo", value=0)
    pid = rough.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert rough.call("echo", value=5) == {"value": 5, "calls": 1}


def test_a_frozen_child_counts_as_hanging(rough: ProcessEngine) -> None:
    rough.call("echo", value=0)
    pid = rough.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(EngineTimeout):
        rough.call("echo", value="x" * 500_000, timeout=0.3)
    assert not alive(pid)
    assert rough.call("echo", value=6) == {"value": 6, "calls": 1}


def test_threads_take_turns(rough: ProcessEngine) -> None:
    with ThreadPoolExecutor(8) as threads:
        values = list(threads.map(lambda n: rough.call("echo", value=n)["value"], range(200)))
    assert values == list(range(200))


def test_closing_ends_the_child(host: HostName) -> None:
    engine = open_engine(host, bundle=ROUGH)
    pid = engine.pid
    assert pid is not None
    engine.close()
    engine.close()
    assert not alive(pid)
    with pytest.raises(EngineUnavailable, match="closed"):
        engine.call("echo", value=1)


def _open_and_hang(host: HostName, report: multiprocessing.connection.Connection) -> None:
    engine = open_engine(host, bundle=ROUGH, timeout=0.5)
    report.send(engine.pid)
    report.close()
    with contextlib.suppress(EngineTimeout):
        engine.call("loop", timeout=0.5)


def test_a_child_in_a_call_does_not_outlive_a_killed_parent(host: HostName) -> None:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    parent = context.Process(target=_open_and_hang, args=(host, theirs))
    parent.start()
    theirs.close()
    child = ours.recv()
    parent.kill()
    parent.join()
    deadline = time.monotonic() + 300
    while alive(child):
        assert time.monotonic() < deadline, "the orphan still runs"
        time.sleep(0.05)


def _call_after_fork(engine: ProcessEngine, report: multiprocessing.connection.Connection) -> None:
    report.send((engine.call("echo", value="forked"), engine.pid))
    engine.close()


def test_after_a_fork_each_process_has_its_own_child(rough: ProcessEngine) -> None:
    rough.call("echo", value=0)
    ours = rough.pid
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    forked = context.Process(target=_call_after_fork, args=(rough, there))
    forked.start()
    answer, theirs = here.recv()
    forked.join()
    assert answer == {"value": "forked", "calls": 1}
    assert theirs != ours
    assert rough.pid == ours
    assert rough.call("echo", value=1)["value"] == 1


def test_a_bundle_that_does_not_load(host: HostName, tmp_path: Path) -> None:
    bundle = tmp_path / "broken.js"
    bundle.write_text("this is not JavaScript")
    with pytest.raises(EngineUnavailable, match="does not start"):
        open_engine(host, bundle=bundle)


def test_a_missing_bundle_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"absent\.js"):
        open_engine(bundle=tmp_path / "absent.js")


def test_an_unbuilt_core_says_how_to_build_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("makebelieve.engine.bundle.resources.files", lambda package: tmp_path)
    with pytest.raises(EngineUnavailable, match="make setup"):
        open_engine()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"memory_mb": 8}, "memory_mb"),
        ({"host": "deno"}, "allowed: auto, node"),
    ],
)
def test_limits_out_of_range_are_named(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        open_engine(bundle=ROUGH, **options)  # type: ignore[arg-type]


def test_without_node_the_embedded_v8_is_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert choose_host() == "mini-racer"
    with pytest.raises(EngineUnavailable, match=r"install Node\.js"):
        choose_host("node")


def test_an_old_node_is_not_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho v16.20.0\n")
    node.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert choose_host() == "mini-racer"
    assert "v16.20.0" in host_status("node").detail
