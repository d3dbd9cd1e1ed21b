"""The real server as a process: started, called, stopped, killed, started again."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

SERVE = """
import sys
from pathlib import Path
from makebelieve.main import House
from makebelieve.settings import Settings
house = House(Settings(data=Path(sys.argv[1]), workers=1, log_format="json", job_lease=2.0), workshop="small_workshop:open_body")
house.serve("127.0.0.1", 0, path="/", on_ready=lambda link: print("READY", link, flush=True))
"""


class Live:
    """One server process on a data folder; killable."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.process: subprocess.Popen[str] | None = None
        self.link = self.base = self.key = ""

    def start(self) -> None:
        log = self.data.with_suffix(".log").open("a")
        self.process = subprocess.Popen([sys.executable, "-c", SERVE, str(self.data)], stdout=subprocess.PIPE, stderr=log, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line.startswith("READY "), self.log()
        self.link = line.split()[1]
        self.base = re.findall(r"http://[^/]+", self.link)[0]
        found = re.search(r"sk_live_\w+", self.log())
        self.key = found[0] if found else self.key

    def log(self) -> str:
        return self.data.with_suffix(".log").read_text()

    def client(self, key: str | None = None) -> httpx.Client:
        return httpx.Client(base_url=self.base, headers={"Authorization": f"Bearer {key or self.key}"}, timeout=60)

    def stop(self, number: int = signal.SIGTERM) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(60)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    live = Live(tmp_path / "data")
    live.start()
    yield live
    if live.process is not None and live.process.poll() is None:
        live.process.kill()
        live.process.wait()


def test_the_whole_way_of_a_developer(live: Live) -> None:
    with httpx.Client(base_url=live.base, timeout=60) as http:
        made = http.post("/api/v1/auth/register", json={"email": "ada@example.org", "password": "correct horse", "display_name": "Ada"})
        assert made.status_code == 201
        login = {"Authorization": f"Bearer {made.json()['access_token']}"}
        key = http.post("/api/v1/developer/keys", json={"label": "k", "scopes": ["generate"]}, headers=login).json()["raw_key"]
    with live.client(key) as http:
        game = http.post("/api/v1/generate", json={"prompt": "a fox", "seed": 1}).json()
        body = {"game_id": game["game_id"], "message": "harder", "current_config": game["raku_config"]}
        changed = http.post("/api/v1/iterate", json=body).json()
        assert changed["version"] == 2
        base = f"/api/v1/games/{game['game_id']}"
        assert [item["version"] for item in http.get(f"{base}/versions").json()["items"]] == [2, 1]
        assert http.post(f"{base}/versions/1/restore").json()["version"] == 3
        with http.stream("GET", f"/api/v1/generate/{game['game_id']}/progress") as stream:
            assert "event: complete" in stream.read().decode()
        assert http.get("/api/v1/usage").json()["generations_used"] == 1
        assert http.delete(base).status_code == 204
        assert http.get("/api/v1/games").json()["total"] == 0
    assert live.stop() == 0
    # Structured, and with no secret in it.
    assert '"path":"/api/v1/iterate"' in live.log()
    assert key not in live.log()


@pytest.mark.slow
def test_killed_in_mid_job_nothing_is_lost_or_charged_twice(live: Live) -> None:
    with live.client() as http:
        order = http.post("/api/v1/generate", json={"prompt": "sleep:1.5", "async": True}).json()
        path = f"/api/v1/generate/{order['game_id']}/status"
        wait_for(http, path, "running")
        assert live.stop(signal.SIGKILL) == -signal.SIGKILL
    live.start()
    with live.client() as http:
        wait_for(http, path, "complete")
        usage = http.get("/api/v1/usage").json()
        assert usage["generations_used"] == 1
        assert http.get("/api/v1/games").json()["total"] == 1
    # The owner's key was shown at the first start only.
    assert len(re.findall(r"sk_live_\w+", live.log())) == 1


@pytest.mark.slow
def test_stopped_in_mid_job_it_drains_and_the_waiting_call_is_answered(live: Live) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool, live.client() as http:
        waiting = pool.submit(http.post, "/api/v1/generate", json={"prompt": "sleep:2"})
        time.sleep(0.7)
        assert live.stop() == 0
        assert waiting.result().status_code in (200, 202)
    live.start()
    with live.client() as http:
        game_id = waiting.result().json()["game_id"]
        assert http.get(f"/api/v1/games/{game_id}").status_code == 200


@pytest.mark.slow
def test_one_server_a_folder(live: Live) -> None:
    second = subprocess.run([sys.executable, "-c", SERVE, str(live.data)], capture_output=True, text=True, timeout=60, check=False)
    assert second.returncode != 0
    assert "runs on" in second.stderr


@pytest.mark.slow
def test_secrets_on_disk_are_for_their_owner_alone(live: Live) -> None:
    assert live.data.stat().st_mode & 0o077 == 0
    assert (live.data / "sealing-keys.json").stat().st_mode & 0o077 == 0
    assert live.key.encode() not in b"".join(path.read_bytes() for path in live.data.rglob("*") if path.is_file())


def wait_for(http: httpx.Client, path: str, status: str) -> dict[str, Any]:
    for _ in range(600):
        answer = http.get(path)
        if answer.status_code == 429:
            time.sleep(float(answer.headers["Retry-After"]))
            continue
        if answer.json()["status"] == status:
            return dict(answer.json())
        time.sleep(0.2)
    pytest.fail(f"never {status}: {answer.json()}")
