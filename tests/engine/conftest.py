from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from makebelieve.engine import HOSTS, HostName, ProcessEngine, host_status, open_engine

ROUGH = Path(__file__).parent / "rough.js"
USABLE: list[HostName] = [host for host in HOSTS if host_status(host).usable]


@pytest.fixture(scope="module", params=USABLE)
def host(request: pytest.FixtureRequest) -> HostName:
    name: HostName = request.param
    return name


@pytest.fixture(scope="module")
def rough(host: HostName) -> Iterator[ProcessEngine]:
    """An engine over a bundle that hangs, grows or throws on demand."""
    with open_engine(host, bundle=ROUGH, timeout=120, memory_mb=96) as engine:
        yield engine


@pytest.fixture
def opener() -> Iterator[Callable[..., ProcessEngine]]:
    """`open_engine` over the misbehaving bundle; closes what it opened."""
    opened: list[ProcessEngine] = []

    def open_rough(host: HostName, **options: object) -> ProcessEngine:
        engine = open_engine(host, bundle=ROUGH, **options)  # type: ignore[arg-type]
        opened.append(engine)
        return engine

    yield open_rough
    for engine in opened:
        engine.close()
