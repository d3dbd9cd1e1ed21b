"""`makebelieve users` and `keys`: what an operator does with accounts, and with the keys that sign tokens."""

from __future__ import annotations

from typing import Annotated, Any, Final, cast

import typer
from rich.markup import escape
from rich.table import Table

from makebelieve.access.operating import Accounts
from makebelieve.edge.cli import display
from makebelieve.edge.cli.installation import Installation
from makebelieve.edge.cli.refusing import refusals

users_app = typer.Typer(name="users", help="Accounts: see, approve, disable them.", no_args_is_help=True, add_completion=False)
keys_app = typer.Typer(name="keys", help="The keys that sign tokens.", no_args_is_help=True, add_completion=False)
APPS: Final = (users_app, keys_app)

Account = Annotated[str, typer.Argument(help='An account: its email address or id, or "owner".', show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output.")]


def _accounts(context: typer.Context) -> Accounts:
    return cast(Installation, context.obj).accounts


def _show(user: dict[str, Any], as_json: bool) -> None:
    if as_json:
        display.print_json(user)
        return
    display.output().print(escape(f"{user['email']} ({user['account']}): {_state(user)}"))


def _state(user: dict[str, Any]) -> str:
    words = [f"tier {user['tier']}", "approved" if user["approved"] else "not approved"]
    if user["nda_accepted"]:
        words.append("terms accepted")
    if user["disabled_at"] is not None:
        words.append(f"disabled since {user['disabled_at']}")
    return ", ".join(words)


@users_app.command(name="list")
def list_users(context: typer.Context, as_json: Json = False) -> None:
    """Every account, oldest first."""
    with refusals():
        table = Table(box=None, pad_edge=False)
        for name in ("account", "email", "created", "state"):
            table.add_column(name, header_style="dim", overflow="fold")
        for user in _accounts(context).all():
            if as_json:
                display.print_json(user)
            else:
                table.add_row(*(escape(text) for text in (user["account"], user["email"], user["created_at"][:10], _state(user))))
        if not as_json:
            display.output().print(table)


@users_app.command()
def approve(
    context: typer.Context,
    account: Account,
    revoke: Annotated[bool, typer.Option("--revoke", help="Take the approval back.")] = False,
    as_json: Json = False,
) -> None:
    """Let an account make API keys, where MAKEBELIEVE_REQUIRE_APPROVAL asks for that."""
    with refusals():
        _show(_accounts(context).approve(account, not revoke), as_json)


@users_app.command()
def disable(context: typer.Context, account: Account, as_json: Json = False) -> None:
    """Shut an account: its logins end, and the keys of the apps it pays for count for nothing."""
    with refusals():
        _show(_accounts(context).disable(account), as_json)


@users_app.command()
def enable(context: typer.Context, account: Account, as_json: Json = False) -> None:
    """Open a disabled account again; it has to log in anew, its keys work as before."""
    with refusals():
        _show(_accounts(context).enable(account), as_json)


@users_app.command()
def logout(context: typer.Context, account: Account, as_json: Json = False) -> None:
    """End every login of an account, everywhere."""
    with refusals():
        _show(_accounts(context).end_logins(account), as_json)


@keys_app.command()
def rotate(
    context: typer.Context,
    now: Annotated[bool, typer.Option("--now", help="End the old keys at once (they may be stolen): everybody logs in anew.")] = False,
    as_json: Json = False,
) -> None:
    """Sign tokens with a new key from now on; the old ones verify until the last token they signed has expired."""
    with refusals():
        kid = _accounts(context).rotate_signing_key(at_once=now)
        if as_json:
            display.print_json({"kid": kid})
        else:
            display.output().print(f"tokens are signed by {kid} from now on" + (", and by none before it" if now else ""))
