"""The simulation is the same everywhere: equal state hashes every 60 ticks in every runtime that runs the core."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from makebelieve.engine import HOSTS, Engine, bundle_path, host_status, open_engine
from makebelieve.games import built_kinds, generate

pytestmark = pytest.mark.browser

PROMPTS = {
    "platformer": "a tiny red fox runs and double jumps over spikes and slimes in the clouds, with a boss",
    "infinite-jumper": "a paper frog that keeps jumping higher and higher between crows",
    "flappy-clone": "a sleepy owl flaps between pipes at night",
    "topdown": "an explorer looks for keys and gems in a haunted garden full of ghosts",
    "dungeon-crawler": "a knight clears the rooms of a dungeon of skeletons and a dragon boss",
    "horde-survivors": "a wizard survives hordes of zombies",
    "space-shooter": "a silver ship shoots waves of drones, with a boss",
}
KINDS = built_kinds()
RANDOM_TICKS = 900


def random_inputs(seed: int) -> str:
    """Run-length text (web/engine/src/core/rle.ts) of keys held for 4-30 ticks each."""
    chance = random.Random(seed)
    runs: list[str] = []
    total = 0
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    while total < RANDOM_TICKS:
        value, length = chance.randrange(64), chance.randint(4, 30)
        total += length
        runs.append(f"{digits[value] if value < 36 else digits[value // 36] + digits[value % 36]}-{digits[length]}")
    return ".".join(runs)


@pytest.fixture(scope="module")
def engines() -> Iterator[list[Engine]]:
    opened = [open_engine(host, timeout=120) for host in HOSTS if host_status(host).usable]
    yield list(opened)
    for engine in opened:
        engine.close()


@pytest.fixture(scope="module")
def core_page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    page.add_script_tag(path=bundle_path())
    yield page
    page.close()


@pytest.fixture(scope="module", params=KINDS)
def requests(request: pytest.FixtureRequest, engines: list[Engine]) -> list[dict[str, Any]]:
    """For each level of a game of the kind: the certificate's inputs, and random keys."""
    kind = request.param
    seed = 2000 + KINDS.index(kind)
    config = generate(PROMPTS[kind], seed, preferences={"kind": kind, "levels": 1}, engine=engines[0], allow_unproven=True).config
    assert config["game"]["kind"] == kind
    runs = []
    for level in config["game"]["proof"]["certificate"]["levels"]:
        for inputs in (level["inputs"], random_inputs(seed + level["scene"])):
            runs.append({"config": config, "scene": level["scene"], "inputs": inputs, "hash_every": 60})
    return runs


def test_every_runtime_goes_through_the_same_states(requests: list[dict[str, Any]], engines: list[Engine], core_page: Page) -> None:
    assert len(engines) == len(HOSTS), "node, mini-racer and quickjs are all needed here"
    answers = [engine.call_many([("simulate", run) for run in requests]) for engine in engines]
    browser = []
    for run in requests:
        envelope = json.loads(core_page.evaluate("(request) => MakebelieveEngine.call(request)", json.dumps({"op": "simulate", **run})))
        assert envelope["ok"], envelope
        browser.append(envelope["result"])
    for at, expected in enumerate(answers[0]):
        assert isinstance(expected, dict), expected
        assert expected["hashes"] or expected["ticks"] < 60
        for engine, answer in zip(engines[1:], answers[1:], strict=True):
            assert answer[at] == expected, f"{engine.host} differs from {engines[0].host} in run {at}"
        assert browser[at] == expected, f"Chromium differs from {engines[0].host} in run {at}"


def test_hashes_tell_different_runs_apart(requests: list[dict[str, Any]], engines: list[Engine]) -> None:
    finals = [engines[0].call("simulate", **run)["final_hash"] for run in requests]
    assert len(set(finals)) == len(finals)


def test_chromium_runs_the_same_core(engines: list[Engine], core_page: Page) -> None:
    assert core_page.evaluate("MakebelieveEngine.coreHash") == engines[0].call("info")["core_hash"]


def test_chromium_verifies_a_certificate_made_on_the_server(engines: list[Engine], core_page: Page) -> None:
    config = generate(PROMPTS[KINDS[0]], 5, preferences={"kind": KINDS[0], "levels": 1}, engine=engines[0]).config
    envelope = json.loads(
        core_page.evaluate("(request) => MakebelieveEngine.call(request)", json.dumps({"op": "verify", "config": config}))
    )
    assert envelope["result"]["ok"]
    assert envelope["result"]["same_core"]
