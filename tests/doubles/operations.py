"""Every operation of the OpenAPI document against a running server: whatever is sent, the answer is one that the document names."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

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
FAMILIES = {
    "Accounts": ("auth", "apps", "developer", "usage", "webhooks", "health", "keys", "pages"),
    "Games": ("generate", "games"),
    "Worlds": ("worlds", "sessions", "jobs", "batch", "vision"),
    "WorldGraphs": ("world graphs", "world versions"),
    "Studio": ("studio", "music"),
}


@pytest.fixture(scope="class")
def server(tmp_path_factory: pytest.TempPathFactory, migrated: Any, web_folder: Any, cheap_passwords: None) -> Iterator[tuple[str, str]]:
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


def tried(one: schemathesis.BaseSchema, effort: settings) -> Callable[..., None]:
    def test(family: object, case: schemathesis.Case, server: tuple[str, str]) -> None:
        base, key = server
        response = case.call(base_url=base, headers={"Authorization": f"Bearer {key}"})
        case.validate_response(response, checks=CHECKS)

    return one.parametrize()(effort(test))


def families(examples: int, *, coverage: bool) -> dict[str, type]:
    """A test class for each family of operations, which one worker runs with one service: `examples` random requests for each operation,
    and with `coverage` also some forty that break one rule of its schema after the other.

    Each operation has a function of its own and so a node id of its own: what one parametrized schema is collected into shares one under
    pytest 9.2, which pytest-xdist takes for a single test."""
    schema = schemathesis.openapi.from_dict(bare_app().openapi())
    schema.config.phases.coverage.enabled = coverage
    # Left out: the endless stream, what answers 501 by design, and what would end the credential that the test runs with.
    schema = schema.exclude(path_regex="/progress$|/auth/google$|/create-checkout-session$|/auth/logout$")
    effort = settings(max_examples=examples, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    operations = [found.ok() for found in schema.get_all_operations()]
    made: dict[str, type] = {}
    for family, tags in FAMILIES.items():
        labels = [operation.label for operation in operations if operation.tags[0] in tags]
        names = {label: re.sub(r"\W+", "_", f"test_{label.lower()}").strip("_") for label in labels}
        made[f"Test{family}"] = type(f"Test{family}", (), {names[label]: tried(schema.include(name=label), effort) for label in labels})
    assert sum(len([name for name in vars(one) if name.startswith("test_")]) for one in made.values()) == len(operations) > 130
    return made
