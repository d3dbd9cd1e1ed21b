"""The OpenAPI document against the server: whatever is sent, the answer is one that the document names."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
import small_service
import uvicorn
from hypothesis import HealthCheck, settings
from schemathesis import checks

from makebelieve.edge.http.app import bare_app, build_app

checks.load_all_checks()
# All but one: a schema cannot say that an Idempotency-Key was used before, or that a game has no such version.
CHECKS = [check for check in checks.CHECKS.get_all() if check.__name__ != "positive_data_acceptance"]
# Left out: the endless stream, what answers 501 by design, and what would end the credential that the test runs with.
SCHEMA = schemathesis.openapi.from_dict(bare_app().openapi()).exclude(
    path_regex="/progress$|/auth/google$|/create-checkout-session$|/auth/logout$"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, migrated: Path, web_folder: Path, cheap_passwords: None) -> Iterator[tuple[str, str]]:
    """Base address and owner's key of a service that runs in a thread of this process."""
    from makebelieve.access import accounts
    from makebelieve.settings import Settings

    folder = tmp_path_factory.mktemp("schemathesis")
    (folder / "makebelieve.db").write_bytes(migrated.read_bytes())
    house = small_service.SmallHouse(Settings(data=folder, workers=2, requests_per_minute=1_000_000), clock=time.time)
    key = house.database.write(lambda unit: accounts.ensure_owner(unit, time.time()))[1] or ""
    config = uvicorn.Config(build_app(house.services()), port=0, log_config=None, access_log=False)
    instance = uvicorn.Server(config)
    thread = threading.Thread(target=instance.run, daemon=True)
    thread.start()
    while not instance.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{instance.servers[0].sockets[0].getsockname()[1]}", key
    instance.should_exit = True
    thread.join(30)
    house.database.close()


def check(case: schemathesis.Case, server: tuple[str, str]) -> None:
    base, key = server
    response = case.call(base_url=base, headers={"Authorization": f"Bearer {key}"})
    case.validate_response(response, checks=CHECKS)


@SCHEMA.parametrize()
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
def test_answers_are_as_documented(case: schemathesis.Case, server: tuple[str, str]) -> None:
    check(case, server)


@pytest.mark.slow
@SCHEMA.parametrize()
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), database=None)
def test_more_answers_are_as_documented(case: schemathesis.Case, server: tuple[str, str]) -> None:
    check(case, server)
