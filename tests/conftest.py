"""Shared by all tests: the doubles are importable, here and in the processes that tests start."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# Nothing here is timed: a busy machine is no failure.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

DOUBLES = Path(__file__).parent / "doubles"
sys.path.insert(0, str(DOUBLES))
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(DOUBLES), os.environ.get("PYTHONPATH"))))
for name in [name for name in os.environ if name.startswith("MAKEBELIEVE_")]:
    # A developer's own settings must not change what is tested.
    if name not in ("MAKEBELIEVE_ENGINE_OUT",):
        del os.environ[name]

# Databases, Redis and S3 (tests/doubles/backends.py).
pytest_plugins = ["backends"]


IDS = pytest.StashKey[Counter[str]]()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    # What is slow even to collect.
    return True if collection_path.name.endswith("_longer.py") and config.option.markexpr == "not slow" else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[IDS] = Counter(item.nodeid for item in items)


def pytest_runtest_setup(item: pytest.Item) -> None:
    # pytest-xdist runs what shares an id once and says nothing of the rest.
    if (times := item.config.stash[IDS][item.nodeid]) > 1:
        pytest.fail(f"{times} tests share this id", pytrace=False)


@pytest.fixture(scope="session")
def cheap_passwords() -> None:
    """Real argon2id hashes at a fraction of the memory; tests/access has the real parameters' test."""
    from argon2 import PasswordHasher

    from makebelieve.access import passwords

    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    passwords._nobody.cache_clear()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the newest schema, to be copied."""
    from makebelieve.storage.database import Database

    path = tmp_path_factory.mktemp("template") / "template.db"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.write(lambda unit: unit.connection.exec_driver_sql("SELECT 1"))
    database.close()
    return path


@pytest.fixture(scope="session")
def web_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a web build leaves, in small."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "assets").mkdir()
    page = (
        "<!doctype html><html><head><title>Makebelieve</title><!--mb:head--></head>"
        '<body><!--mb:boot--><script src="/engine.js"></script></body></html>'
    )
    (folder / "home.html").write_text(page)
    for name in ("play.html", "world.html"):
        (folder / name).write_text(page)
    (folder / "engine.js").write_text("var MakebelieveEngine={};")
    (folder / "assets" / "play-abc123.js").write_text("export{}")
    (folder / "secret.txt").write_text("not for everybody")
    return folder


@pytest.fixture
def open_service(tmp_path: Path, migrated: Path, web_folder: Path, cheap_passwords: None) -> Iterator[Callable[..., Any]]:
    """Opens services (tests/doubles/small_service.py) with changed settings."""
    import small_service

    with ExitStack() as stack:
        count = 0

        def open_(**changes: Any) -> small_service.Service:
            nonlocal count
            count += 1
            return stack.enter_context(small_service.open_service(tmp_path / f"data{count}", migrated, web_folder, **changes))

        yield open_


@pytest.fixture
def service(open_service: Callable[..., Any]) -> Any:
    return open_service()
