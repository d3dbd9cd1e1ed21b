"""`makebelieve credits`, `tier`, `caps` and `ledger`: what an operator does with the books."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Final, cast

import typer
from rich.markup import escape
from rich.table import Table

from makebelieve.edge.cli import display
from makebelieve.edge.cli.installation import Installation
from makebelieve.edge.cli.refusing import FAILED, refusals
from makebelieve.kit.errors import invalid
from makebelieve.metering.caps import APP_METERS
from makebelieve.metering.operating import Books

credits_app = typer.Typer(name="credits", help="Credits of accounts.", no_args_is_help=True, add_completion=False)
tier_app = typer.Typer(name="tier", help="Tiers of accounts.", no_args_is_help=True, add_completion=False)
caps_app = typer.Typer(name="caps", help="Daily caps of apps.", no_args_is_help=True, add_completion=False)
ledger_app = typer.Typer(name="ledger", help="The ledger behind all of them.", no_args_is_help=True, add_completion=False)
APPS: Final = (credits_app, tier_app, caps_app, ledger_app)
UNLIMITED: Final = "unlimited"

Account = Annotated[str, typer.Argument(help='An account: its email address or id, or "owner".', show_default=False)]
App = Annotated[str, typer.Argument(help='An app\'s id, or "default" for every app without caps of its own.', show_default=False)]
Meter = Annotated[str, typer.Argument(help=f"One of {', '.join(APP_METERS)}.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")]
Reason = Annotated[str, typer.Option(help="What for; kept in the ledger.", show_default=False)]


def _books(context: typer.Context) -> Books:
    return cast(Installation, context.obj).books


def _show_standing(standing: dict[str, Any], as_json: bool, *, entries: bool = False) -> None:
    if as_json:
        display.print_json(standing)
        return
    credits = UNLIMITED if standing["unlimited"] else standing["credits"]
    display.output().print(escape(f"{standing['email']} ({standing['account']}): tier {standing['tier']}, credits {credits}"))
    if entries and standing["entries"]:
        table = Table(box=None, pad_edge=False)
        for name in ("at", "kind", "meter", "amount", "reason"):
            table.add_column(name, header_style="dim", justify="right" if name == "amount" else "left")
        for entry in standing["entries"]:
            table.add_row(*(escape(str(entry[name])) for name in ("at", "kind", "meter", "amount", "reason")))
        display.output().print(table)


@credits_app.command()
def grant(
    context: typer.Context,
    account: Account,
    amount: Annotated[int, typer.Argument(help="How many to add.", min=1, metavar="N", show_default=False)],
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Add credits to an account."""
    with refusals():
        _show_standing(_books(context).grant(account, amount, reason), as_json)


@credits_app.command()
def take(
    context: typer.Context,
    account: Account,
    amount: Annotated[int, typer.Argument(help="How many to take away.", min=1, metavar="N", show_default=False)],
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Take credits away that an account has not spent, as when too many were granted."""
    with refusals():
        _show_standing(_books(context).grant(account, -amount, reason or "taken away by the operator"), as_json)


@credits_app.command(name="show")
def show_credits(context: typer.Context, account: Account, as_json: Json = False) -> None:
    """An account's tier and credits, and its newest entries in the ledger."""
    with refusals():
        _show_standing(_books(context).credits(account), as_json, entries=True)


@tier_app.command(name="set")
def set_tier(
    context: typer.Context,
    account: Account,
    tier: Annotated[str, typer.Argument(help="free, pro or enterprise.", show_default=False)],
    as_json: Json = False,
) -> None:
    """Set an account's tier; it holds within a second."""
    with refusals():
        _show_standing(_books(context).set_tier(account, tier), as_json)


@tier_app.command(name="show")
def show_tier(context: typer.Context, account: Account, as_json: Json = False) -> None:
    """An account's tier and credits."""
    with refusals():
        _show_standing(_books(context).credits(account), as_json)


@caps_app.command(name="set")
def set_cap(
    context: typer.Context,
    app: App,
    meter: Meter,
    cap: Annotated[str, typer.Argument(help='Units a day, or "unlimited".', metavar="N", show_default=False)],
    as_json: Json = False,
) -> None:
    """Set one daily cap of an app, or of every app."""
    with refusals():
        _show_caps(_books(context).set_cap(app, meter, _number(cap)), as_json)


@caps_app.command(name="show")
def show_caps(context: typer.Context, app: App, as_json: Json = False) -> None:
    """An app's caps, and what it has used today."""
    with refusals():
        _show_caps(_books(context).caps(app), as_json)


@ledger_app.command()
def check(context: typer.Context, as_json: Json = False) -> None:
    """Sum every balance anew from the ledger's entries; exit status 1 when anything differs."""
    with refusals():
        differences = _books(context).check()
    for difference in differences:
        if as_json:
            display.print_json(asdict(difference))
        else:
            text = f"{difference.subject}: {difference.what} is {difference.found}, the entries sum to {difference.expected}"
            display.output().print(f"[red]✗[/] {escape(text)}")
    if differences:
        raise typer.Exit(FAILED)
    if not as_json:
        display.output().print("[green]✓[/] the books agree")


def _show_caps(found: dict[str, Any], as_json: bool) -> None:
    if as_json:
        display.print_json(found)
        return
    for meter, cap in found["caps"].items():
        used = f", {found['usage'][meter]} used on {found['day']}" if "usage" in found else ""
        display.output().print(escape(f"{found['app']} {meter}: {UNLIMITED if cap is None else cap} a day{used}"))


def _number(cap: str) -> int | None:
    if cap == UNLIMITED:
        return None
    if not cap.isascii() or not cap.isdigit():
        raise invalid("cap", f"'{cap}' is not a number of units", ("0, 1, 2, …", UNLIMITED))
    return int(cap)
