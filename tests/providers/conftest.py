"""What the tests of language models share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from fake_model_server import Answer, FakeServer


@pytest.fixture
def serve() -> Iterator[Callable[..., FakeServer]]:
    servers: list[FakeServer] = []

    def start(*answers: Answer) -> FakeServer:
        servers.append(FakeServer(list(answers)))
        return servers[-1]

    yield start
    for server in servers:
        server.close()
