"""Accounts and signing keys from the command line, on a real installation."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from makebelieve.access import accounts, signing
from makebelieve.edge.cli.app import app
from makebelieve.main import House
from makebelieve.settings import Settings

NOW = 1_769_860_800.0
Command = Callable[..., Result]


@pytest.fixture
def house(tmp_path: Path, migrated: Path) -> Iterator[House]:
    shutil.copy(migrated, tmp_path / "makebelieve.db")
    house = House(Settings(data=tmp_path), clock=lambda: NOW)
    house.database.write(lambda unit: accounts.ensure_owner(unit, NOW))
    house.database.write(lambda unit: accounts.register(unit, "ada@example.org", "Ada", "x", "free", NOW, approved=False))
    yield house
    house.database.close()


@pytest.fixture
def command(house: House) -> Command:
    return lambda *arguments: CliRunner().invoke(app, list(arguments), obj=house)


def test_accounts_are_listed(command: Command) -> None:
    result = command("users", "list", "--json")
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {user["email"] for user in found} == {"owner@localhost", "ada@example.org"}
    assert "ada@example.org" in command("users", "list").stdout


def test_approval_is_given_and_taken_back(command: Command) -> None:
    assert json.loads(command("users", "approve", "ada@example.org", "--json").stdout)["approved"] is True
    assert json.loads(command("users", "approve", "ADA@example.org", "--revoke", "--json").stdout)["approved"] is False


def test_an_account_is_disabled_and_enabled(command: Command, house: House) -> None:
    assert "disabled since 2026-01-31" in command("users", "disable", "ada@example.org").stdout
    user = house.database.read(lambda unit: unit.accounts.user_by_email("ada@example.org"))
    assert user is not None
    assert (user[0].disabled_at, user[0].epoch) == (NOW, 1)
    assert json.loads(command("users", "enable", user[0].id, "--json").stdout)["disabled_at"] is None
    assert command("users", "logout", "ada@example.org").exit_code == 0
    lines = house.database.read(lambda unit: unit.audit.of_app(user[0].default_app, 10, None))
    assert [(entry.action, entry.address) for _, entry in lines] == [
        ("logout.all", "terminal"),
        ("user.enabled", "terminal"),
        ("user.disabled", "terminal"),
    ]


def test_an_unknown_account_is_told_apart(command: Command) -> None:
    result = command("users", "disable", "nobody@example.org")
    assert result.exit_code == 1
    assert "nobody@example.org" in result.stderr


def test_signing_keys_are_rotated(command: Command, house: House) -> None:
    sealing = house.accounts.sealing()
    first = house.database.write(lambda unit: signing.ensure(unit, sealing, NOW)).signer[0]
    kid = json.loads(command("keys", "rotate", "--json").stdout)["kid"]
    ring = house.database.read(lambda unit: signing.load(unit, sealing, NOW))
    assert ring is not None
    assert (ring.signer[0], set(ring.verifiers)) == (kid, {kid, first})
    assert "by none before it" in command("keys", "rotate", "--now").stdout
    ring = house.database.read(lambda unit: signing.load(unit, sealing, NOW))
    assert ring is not None
    assert len(ring.verifiers) == 1
