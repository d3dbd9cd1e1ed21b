"""Real servers for tests, each on a spare port in a folder of its own, ended with the process that started them.

PostgreSQL and Redis are Debian's packages (`make setup-test` installs them); the S3 server is moto's, from PyPI.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any


class Missing(Exception):
    """The program is not installed; the text says which."""


def spare_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def postgresql_programs() -> Path:
    """The folder of the newest PostgreSQL's `initdb` and `postgres`; Debian keeps them off the PATH. Raises Missing."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    found = [folder for folder in folders if (folder / "postgres").exists() and (folder / "initdb").exists()]
    on_path = shutil.which("postgres")
    if not found and on_path is not None:
        found = [Path(on_path).resolve().parent]
    if not found:
        raise Missing("PostgreSQL is not installed; as root: apt-get install postgresql")
    return found[-1]


def redis_program() -> str:
    """The path of `redis-server` or `valkey-server`. Raises Missing."""
    for name in ("redis-server", "valkey-server"):
        if (path := shutil.which(name)) is not None:
            return path
    raise Missing("Redis is not installed; as root: apt-get install redis-server")


def _unprivileged() -> str | None:
    """Who runs PostgreSQL, which refuses to run as root; None: this user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Missing("no unprivileged user (postgres, nobody) to run PostgreSQL as")


def _start(command: list[str], *, user: str | None, log: Path) -> subprocess.Popen[bytes]:
    # The kernel ends it when this process dies without having ended it.
    leash = ["setpriv", "--pdeathsig", "INT"]
    if user is not None:
        leash += ["--reuid", user, "--regid", str(pwd.getpwnam(user).pw_gid), "--clear-groups"]
    with log.open("ab") as file:
        return subprocess.Popen([*leash, *command], stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd="/", start_new_session=True)


def _await(process: subprocess.Popen[bytes], answers: Callable[[], bool], log: Path) -> None:
    for _ in range(600):
        if answers():
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not answer:\n{log.read_text(errors='replace')}")


class Postgresql:
    """A PostgreSQL server without any durability (it lives for the tests only). `url` names no database. It can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self._programs = postgresql_programs()
        self._user = _unprivileged()
        self._log = folder.with_suffix(".log")
        self._data = folder / "data"
        if self._user is not None:
            shutil.chown(folder, self._user)
        made = [
            str(self._programs / "initdb"),
            "-D",
            str(self._data),
            "-U",
            "tester",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]
        subprocess.run([*_becoming(self._user), *made, "--no-instructions"], check=True, capture_output=True, cwd="/")
        self._port = spare_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"postgresql://tester@127.0.0.1:{self._port}"

    def start(self) -> None:
        """Answers when this returns."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self._port,
            "unix_socket_directories": "",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": 200,
            "shared_buffers": "32MB",
            "autovacuum_naptime": "1h",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        self._process = _start([str(self._programs / "postgres"), "-D", str(self._data), *options], user=self._user, log=self._log)
        try:
            _await(self._process, lambda: _speaks_postgresql(f"{self.url}/postgres"), self._log)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends it at once, cutting every connection; what was committed is there when it starts again."""
        if self._process is not None:
            _end(self._process, 2)
        self._process = None

    def remove_log(self) -> None:
        self._log.unlink(missing_ok=True)


def _becoming(user: str | None) -> list[str]:
    return [] if user is None else ["setpriv", "--reuid", user, "--regid", str(pwd.getpwnam(user).pw_gid), "--clear-groups"]


@contextlib.contextmanager
def restartable_postgresql() -> Iterator[Postgresql]:
    """A running PostgreSQL that a test may stop and start."""
    postgresql_programs()
    # Below /tmp and not below pytest's own folder, which its user may not enter.
    folder = Path(tempfile.mkdtemp(prefix="makebelieve-postgresql-"))
    try:
        server = Postgresql(folder)
        try:
            server.start()
            yield server
        finally:
            server.stop()
            server.remove_log()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running_postgresql() -> Iterator[str]:
    """The URL of a running PostgreSQL, without a database's name."""
    with restartable_postgresql() as server:
        yield server.url


def _speaks_postgresql(url: str) -> bool:
    import psycopg

    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _end(process: subprocess.Popen[bytes], number: int) -> None:
    process.send_signal(number)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextlib.contextmanager
def running_redis(*, port: int | None = None) -> Iterator[str]:
    """A Redis server that keeps nothing on disk; its URL."""
    import redis

    program = redis_program()
    port = port or spare_port()
    folder = Path(tempfile.mkdtemp(prefix="makebelieve-redis-"))
    log = folder / "log"
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder)]
    process = _start(command, user=None, log=log)
    url = f"redis://127.0.0.1:{port}/0"
    try:
        with redis.Redis.from_url(url) as probe:

            def answers() -> bool:
                try:
                    return bool(probe.ping())
                except redis.ConnectionError:
                    return False

            _await(process, answers, log)
        yield url
    finally:
        _end(process, 15)
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running_s3() -> Iterator[tuple[str, dict[str, str]]]:
    """moto's S3 server in a thread of this process: its address, and the variables that name its credentials."""
    import logging

    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        keys = {"AWS_ACCESS_KEY_ID": "tester", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}
        yield f"http://{host}:{port}", keys
    finally:
        server.stop()


def make_bucket(endpoint: str, name: str) -> None:
    """An empty bucket on the S3 server at `endpoint`."""
    import boto3

    keys: dict[str, Any] = {"region_name": "us-east-1", "aws_access_key_id": "tester", "aws_secret_access_key": "secret"}
    boto3.client("s3", endpoint_url=endpoint, **keys).create_bucket(Bucket=name)
