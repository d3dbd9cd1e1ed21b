"""PostgreSQL is stopped under a running service and started again: refusals that say so, then everything goes on by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import local_servers
import pytest
from aftermath import assert_books_balance, assert_refused, states
from installs import until
from small_service import Service

from makebelieve.storage.database import Database


@pytest.fixture
def server() -> Iterator[local_servers.Postgresql]:
    try:
        with local_servers.restartable_postgresql() as running:
            yield running
    except local_servers.Missing as missing:
        pytest.skip(str(missing))


def test_orders_are_refused_meanwhile_and_the_job_under_way_is_done_once(
    server: local_servers.Postgresql, open_service: Callable[..., Service]
) -> None:
    url = f"{server.url}/postgres"
    database = Database(url)
    database.migrate()
    database.close()
    service = open_service(database_url=url, job_lease=1, job_attempts=20)
    headers = service.owner
    order = {"prompt": "sleep:1", "seed": 1, "async": True}
    assert service.client.post("/api/v1/generate", json=order, headers=headers).status_code == 202
    until(lambda: states(service) == ["running"])
    server.stop()
    # The body ends while there is no database.
    assert_refused(service.client.post("/api/v1/generate", json={"prompt": "a bat", "seed": 2}, headers=headers))
    assert_refused(service.client.get("/api/v1/games", headers=headers))
    assert service.client.get("/health").status_code == 200
    assert service.client.get("/ready").status_code == 503
    until(lambda: _lost(service))
    server.start()
    until(lambda: service.client.get("/ready").status_code == 200)
    # Leases go by the database's clock, which goes on by itself.
    until(lambda: states(service) == ["done"])
    assert_books_balance(service, headers)
    assert service.client.post("/api/v1/generate", json={"prompt": "a bat", "seed": 2}, headers=headers).status_code == 200
    assert_books_balance(service, headers)


def _lost(service: Service) -> bool:
    """Whether the credential's look-up has been forgotten too, so that nothing is answered from memory any more."""
    service.clock.pass_(1.0)
    return service.client.get("/api/v1/usage", headers=service.owner).status_code == 503
