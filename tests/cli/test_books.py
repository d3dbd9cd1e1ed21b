"""Credits, tiers, caps and the ledger's check from the command line, on a real installation."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import Result
from typer.testing import CliRunner

from makebelieve.access import accounts
from makebelieve.edge.cli.app import app
from makebelieve.main import House
from makebelieve.metering import caps, ledger
from makebelieve.settings import Settings

NOW = 1_769_860_800.0
Command = Callable[..., Result]


@pytest.fixture
def house(tmp_path: Path, migrated: Path) -> Iterator[House]:
    shutil.copy(migrated, tmp_path / "makebelieve.db")
    house = House(Settings(data=tmp_path), clock=lambda: NOW)
    house.database.write(lambda unit: accounts.ensure_owner(unit, NOW))
    house.database.write(lambda unit: accounts.register(unit, "ada@example.org", "Ada", "x", "free", NOW, approved=True))
    yield house
    house.database.close()


@pytest.fixture
def command(house: House) -> Command:
    return lambda *arguments: CliRunner().invoke(app, list(arguments), obj=house)


def told(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def test_credits_are_granted_and_taken(command: Command) -> None:
    assert told(command("credits", "grant", "ada@example.org", "5", "--json"))["credits"] == 5
    found = told(command("credits", "take", "ADA@example.org", "2", "--reason", "too many", "--json"))
    assert found["credits"] == 3
    shown = told(command("credits", "show", found["account"], "--json"))
    # Both of the same moment here, so in either order.
    assert sorted((entry["kind"], entry["amount"], entry["reason"]) for entry in shown["entries"]) == [
        ("grant", -2, "too many"),
        ("grant", 5, "granted by the operator"),
    ]
    result = command("credits", "show", "ada@example.org")
    assert "credits 3" in result.stdout
    assert "too many" in result.stdout


def test_more_than_is_left_is_not_taken(command: Command) -> None:
    result = command("credits", "take", "ada@example.org", "1")
    assert result.exit_code == 1
    assert "0 credits left" in result.stderr


def test_the_owners_credits_have_no_end(command: Command) -> None:
    assert "credits unlimited" in command("credits", "show", "owner").stdout


@pytest.mark.parametrize("name", ["nobody@example.org", "user_x", ""])
def test_an_unknown_account_is_said_to_be_one(command: Command, name: str) -> None:
    result = command("credits", "grant", name, "5")
    assert result.exit_code == 1
    assert "no account" in result.stderr


@pytest.mark.parametrize("amount", ["0", "-1", "x", "1.5"])
def test_an_amount_is_a_number_above_0(command: Command, amount: str) -> None:
    assert command("credits", "grant", "owner", amount).exit_code == 2


def test_a_tier_is_set(command: Command, house: House) -> None:
    assert told(command("tier", "set", "ada@example.org", "pro", "--json"))["tier"] == "pro"
    found = house.database.read(lambda unit: unit.accounts.user_by_email("ada@example.org"))
    assert found is not None
    assert found[0].tier == "pro"
    assert "tier pro" in command("tier", "show", "ada@example.org").stdout


def test_the_apps_owners_can_see_what_the_operator_did(command: Command, house: House) -> None:
    app_id = told(command("tier", "set", "ada@example.org", "pro", "--json"))["account"].replace("user_", "app_")
    command("credits", "grant", "ada@example.org", "5")
    command("caps", "set", app_id, "edit", "7")
    lines = [entry for _, entry in house.database.read(lambda unit: unit.audit.of_app(app_id, 10, None))]
    assert [(line.action, line.reason, line.address) for line in reversed(lines)] == [
        ("tier.set", "free to pro", "terminal"),
        ("credits.granted", "5 credits", "terminal"),
        ("cap.set", "edit: 7 a day", "terminal"),
    ]


@pytest.mark.parametrize("tier", ["gold", "anonymous", ""])
def test_an_unknown_tier_is_refused_with_those_there_are(command: Command, tier: str) -> None:
    result = command("tier", "set", "ada@example.org", tier)
    assert result.exit_code == 2
    assert "free, pro, enterprise" in result.stderr


def test_caps_are_set_for_one_app_and_for_all(command: Command, house: House) -> None:
    found = house.database.read(lambda unit: unit.accounts.user_by_email("ada@example.org"))
    assert found is not None
    app_id = found[0].default_app
    assert told(command("caps", "set", "default", "generation", "7", "--json")) == {
        "app": "default",
        "caps": {"generation": 7, "session": 200, "session_seconds": 7200, "edit": 200},
    }
    assert told(command("caps", "set", app_id, "edit", "unlimited", "--json"))["caps"]["edit"] is None
    house.database.write(lambda unit: ledger.reserve(unit, [caps.charge(unit, app_id, "generation", NOW)], NOW))
    assert told(command("caps", "show", app_id, "--json")) == {
        "app": app_id,
        "day": "2026-01-31",
        "usage": {"generation": 1, "session": 0, "session_seconds": 0, "edit": 0},
        "caps": {"generation": 7, "session": 200, "session_seconds": 7200, "edit": None},
    }
    assert f"{app_id} generation: 7 a day, 1 used on 2026-01-31" in command("caps", "show", app_id).stdout
    assert "edit: unlimited a day" in command("caps", "show", app_id).stdout


@pytest.mark.parametrize(
    ("arguments", "status", "text"),
    [
        (("app_x", "edit", "1"), 1, "no app"),
        (("default", "zebras", "1"), 2, "generation, session"),
        (("default", "edit", "many"), 2, "unlimited"),
        (("default", "edit", "9" * 30), 2, "must be 0 to"),
    ],
)
def test_caps_without_sense_are_refused(command: Command, arguments: tuple[str, ...], status: int, text: str) -> None:
    result = command("caps", "set", *arguments)
    assert result.exit_code == status
    assert text in result.stderr


def test_the_check_tells_what_differs(command: Command, house: House) -> None:
    command("credits", "grant", "ada@example.org", "5")
    assert "the books agree" in command("ledger", "check").stdout
    assert command("ledger", "check", "--json").stdout == ""
    house.database.write(lambda unit: unit.connection.execute(sa.text("UPDATE balances SET used=2")))
    result = command("ledger", "check")
    assert result.exit_code == 1
    assert "credits: used is 2, the entries sum to 0" in result.stdout
    found = json.loads(command("ledger", "check", "--json").stdout)
    assert (found["what"], found["expected"], found["found"]) == ("used", 0, 2)
