"""What share of a bare route's requests an authenticated call of ours gets through, on the same framework and server.

    python bench/http_share.py [--requests 2000] [--turns 5]

Both are served by uvicorn as `makebelieve serve` sets it up, each in a process of its own, and asked over one kept connection. The bare
one is a FastAPI route with a response model. What counts is the server's CPU time a request, read from the kernel, so that other work on
the machine does not; the turns alternate, and the median is taken. Aims: 50 % without a look into the database, 25 % with one row.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BARE = """
import socket, sys
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
from makebelieve.edge.http.protocol import BoundedProtocol

class Answer(BaseModel):
    id: str
    email: str
    display_name: str | None
    tier: str

app = FastAPI()

@app.get("/bare", response_model=Answer)
async def bare() -> Answer:
    return Answer(id="user_01", email="ada@example.org", display_name="Ada", tier="enterprise")

listener = socket.create_server(("127.0.0.1", 0))
print("READY", f"http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
uvicorn.Server(uvicorn.Config(app, http=BoundedProtocol, log_config=None, access_log=False, server_header=False)).run(sockets=[listener])
"""
OURS = """
from makebelieve.main import House
house = House(workshop="small_workshop:open_body")
house.serve("127.0.0.1", 0, path="/", on_ready=lambda link: print("READY", link, flush=True))
"""


class Server:
    def __init__(self, code: str, folder: str, name: str) -> None:
        doubles = Path(__file__).parents[1] / "tests" / "doubles"
        environment = {
            **os.environ,
            "PYTHONPATH": str(doubles),
            "MAKEBELIEVE_DATA": f"{folder}/data",
            "MAKEBELIEVE_WORKERS": "1",
            "MAKEBELIEVE_REQUESTS_PER_MINUTE": "1000000",
            "MAKEBELIEVE_LOG_LEVEL": "warning",
        }
        log = Path(folder, name)
        with log.open("w") as file:
            self.process = subprocess.Popen([sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=file, text=True)
        assert self.process.stdout is not None
        link = next((line for line in self.process.stdout if line.startswith("READY")), "")
        assert link, log.read_text()
        self.connection = http.client.HTTPConnection("127.0.0.1", int(re.findall(r":(\d+)/", link)[0]))
        found = re.search(r"sk_live_\w+", log.read_text())
        self.headers = {"Authorization": f"Bearer {found[0]}"} if found else {}

    def get(self, path: str) -> bytes:
        self.connection.request("GET", path, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        assert answer.status == 200, body
        return body

    def cpu(self, path: str, count: int) -> float:
        """Microseconds of the server's CPU time a request."""
        # Since this server's last turn it has closed the idle connection.
        self.connection.close()
        for _ in range(50):
            self.get(path)
        before = self._spent()
        for _ in range(count):
            self.get(path)
        return (self._spent() - before) / count * 1e6

    def _spent(self) -> float:
        # The scheduler's own count, in nanoseconds, of every thread: the clock ticks of /proc/pid/stat are too coarse.
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(60)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--requests", type=int, default=1000, help="requests a turn")
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bare, ours = Server(BARE, folder, "bare"), Server(OURS, folder, "ours")
        try:
            ours.connection.request(
                "POST", "/api/v1/generate", '{"prompt": "a fox", "seed": 1}', {**ours.headers, "Content-Type": "application/json"}
            )
            assert ours.connection.getresponse().read()
            job = re.findall(rb'"jobId":"(\w+)"', ours.get("/v1/jobs"))[0].decode()
            calls = {
                "bare route": (bare, "/bare", 0.0),
                "GET /health, nobody asked who it is": (ours, "/health", 0.0),
                "GET /api/v1/auth/me, no look into the database": (ours, "/api/v1/auth/me", 0.5),
                "GET /v1/jobs/{id}, one row": (ours, f"/v1/jobs/{job}", 0.25),
                "GET /api/v1/games, a list": (ours, "/api/v1/games", 0.0),
            }
            times: dict[str, list[float]] = {name: [] for name in calls}
            for _ in range(options.turns):
                for name, (server, path, _) in calls.items():
                    times[name].append(server.cpu(path, options.requests))
        finally:
            bare.end()
            ours.end()
    base = statistics.median(times["bare route"])
    print(f"{'':50}{'CPU us':>8}{'share':>8}")
    good = True
    for name, (_, _, aim) in calls.items():
        spent = statistics.median(times[name])
        share = base / spent
        good &= share >= aim
        print(f"{name:50}{spent:8.0f}{share:8.0%}" + (f"  aim {aim:.0%}: {'yes' if share >= aim else 'NO'}" if aim else ""))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
