"""The processes of a server: one, or several API processes behind one listening socket with a parent that does the jobs.

`python -m makebelieve.serving FD` is an API process: its settings come as one line of JSON on standard input, it says `ready` on
standard output, and it ends when standard input does, so that none outlives its parent.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from makebelieve.kit.errors import Problem
from makebelieve.logs import configure_logging
from makebelieve.settings import Settings

if TYPE_CHECKING:
    from makebelieve.jobs.runner import Runner
    from makebelieve.main import House

log = logging.getLogger("makebelieve.serving")

START_WITHIN: Final = 60.0
SLOWEST_RESTART: Final = 10.0
COURIERS_DRAIN: Final = 12.0
"""Seconds that messages on their way get when the process stops: a little more than a receiver has."""


@contextlib.contextmanager
def stop_signals() -> Iterator[threading.Event]:
    """An event that is set by SIGINT and SIGTERM."""
    stop = threading.Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def plain(settings: Settings) -> str:
    """The settings as one line of JSON, secrets included: for a pipe to a child, nothing else."""
    fields = {name: getattr(settings, name) for name in type(settings).model_fields}
    return json.dumps(
        {name: value.get_secret_value() if hasattr(value, "get_secret_value") else value for name, value in fields.items()}, default=_plain
    )


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else str(value)


class ApiProcess:
    """One child that answers requests on `listener`, started anew when it ends by itself."""

    def __init__(self, settings: Settings, listener: socket.socket, environment: dict[str, str]) -> None:
        self._settings = settings
        self._listener = listener
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="api-process", daemon=True)
        self.ready = threading.Event()

    def start(self) -> None:
        self._thread.start()

    def _keep(self) -> None:
        pause = 0.2
        while not self._stopping.is_set():
            began = time.monotonic()
            self._run()
            if self._stopping.is_set():
                return
            pause = 0.2 if time.monotonic() - began > 60 else min(pause * 2, SLOWEST_RESTART)
            log.error("an API process ended; starting another", extra={"after": round(pause, 1)})
            self._stopping.wait(pause)

    def _run(self) -> None:
        descriptor = self._listener.fileno()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "makebelieve.serving", str(descriptor)],
            pass_fds=(descriptor,),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl-C goes to the whole foreground group; the parent says when its children end.
            start_new_session=True,
            env=self._environment,
        )
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(plain(self._settings).encode() + b"\n")
            process.stdin.flush()
            for line in process.stdout:
                if line.strip() == b"ready":
                    self.ready.set()
        except BrokenPipeError:
            pass
        process.wait()
        self.ready.clear()
        process.stdin.close()
        process.stdout.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def ask_to_stop(self) -> None:
        self._stopping.set()
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()

    def join(self, seconds: float) -> None:
        """Wait for it to have drained; after `seconds` it is killed."""
        self._thread.join(seconds)
        if self._thread.is_alive() and self._process is not None:
            self._process.kill()
            self._thread.join(5.0)


def serve_with(house: House, settings: Settings, listener: socket.socket, on_ready: Callable[[], None]) -> None:
    """Answer requests on `listener` and do jobs until SIGINT or SIGTERM: in this process, or with `settings.api_processes` children."""
    if settings.api_processes == 1:
        from makebelieve.edge.http.app import build_app
        from makebelieve.edge.http.server import run

        services = house.services(settings)
        run(build_app(services), services, listener, on_ready)
        return
    with stop_signals() as stop, tempfile.TemporaryDirectory(prefix="makebelieve-metrics-") as folder:
        # Where the metrics of the processes meet (prometheus_client's multiprocess mode); it must be known before that is imported.
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        environment = dict(os.environ)
        processes = [ApiProcess(settings.model_copy(update={"workers": 0}), listener, environment) for _ in range(settings.api_processes)]
        runner = house.runner(settings.workers) if settings.workers else None
        try:
            for process in processes:
                process.start()
            if runner is not None:
                runner.start()
            end = time.monotonic() + START_WITHIN
            while not stop.is_set() and not all(process.ready.is_set() for process in processes):
                if time.monotonic() > end:
                    raise Problem(500, "not_started", f"the API processes did not start within {START_WITHIN:g} s; the log says why")
                stop.wait(0.05)
            if not stop.is_set():
                on_ready()
            stop.wait()
        finally:
            for process in processes:
                process.ask_to_stop()
            for process in processes:
                process.join(settings.drain + 5.0)
            if runner is not None:
                runner.stop(settings.drain)


def work_with(house: House, runner: Runner) -> None:
    """Do jobs and send webhooks until SIGINT or SIGTERM, then drain; answer probes if the settings name a port for them."""
    from makebelieve.edge.probe import Probe

    settings = house.settings
    probe = None
    if settings.probe_port is not None:
        token = settings.metrics_token.get_secret_value() if settings.metrics_token is not None else ""
        probe = Probe(settings.host, settings.probe_port, lambda: runner.ready, house.metrics, token)
        probe.start()
    couriers = house.couriers()
    with stop_signals() as stop:
        couriers.start()
        runner.start()
        stop.wait()
        runner.stop(settings.drain)
        couriers.stop(COURIERS_DRAIN)
    if probe is not None:
        probe.stop()


def main() -> None:
    """An API process."""
    from makebelieve.edge.http.app import build_app
    from makebelieve.edge.http.server import run
    from makebelieve.main import House

    settings = Settings(**json.loads(sys.stdin.readline()))
    configure_logging(settings)
    house = House(settings)
    listener = socket.socket(fileno=int(sys.argv[1]))

    def follow_parent() -> None:
        while sys.stdin.read(1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=follow_parent, name="parent", daemon=True).start()
    services = house.services(settings)
    house.wire.listen(house.hear)
    try:
        run(build_app(services), services, listener, lambda: print("ready", flush=True))
    finally:
        house.wire.close()
        house.database.close()


if __name__ == "__main__":
    main()
