"""The one gate: may this caller do this, to this thing? Everything is refused that no rule allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from makebelieve.access.callers import Caller
from makebelieve.kit.errors import Problem

Action = Literal[
    "public",
    "games:generate",
    "games:iterate",
    "games:read",
    "games:write",
    "jobs:read",
    "jobs:cancel",
    "usage:read",
    "billing:read",
    "keys:manage",
    "account:manage",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """What an action asks of its caller. `anonymous`: "anyone", "session" (a browser session is enough) or "never"."""

    scope: str | None
    anonymous: Literal["anyone", "session", "never"]


RULES: Final[dict[Action, Rule]] = {
    "public": Rule(None, "anyone"),
    "games:generate": Rule("generate", "anyone"),
    "games:iterate": Rule("generate", "session"),
    "games:read": Rule("read", "session"),
    "games:write": Rule("generate", "session"),
    "jobs:read": Rule("read", "session"),
    "jobs:cancel": Rule("generate", "session"),
    "usage:read": Rule("read", "session"),
    "billing:read": Rule("read", "never"),
    "keys:manage": Rule("full", "never"),
    "account:manage": Rule("full", "never"),
}


def admit(caller: Caller, action: Action, *, allow_anonymous: bool = True) -> None:
    """Raises a 401 or 403 Problem unless the caller may attempt `action` at all; which things it may touch `own` decides."""
    rule = RULES[action]
    if caller.is_anonymous:
        welcome = rule.anonymous == "anyone" or (rule.anonymous == "session" and caller.session is not None)
        if rule.scope is not None and not (welcome and allow_anonymous):
            raise Problem(
                401,
                "not_authenticated",
                "this call needs a credential: send `Authorization: Bearer` with an access token or an API key",
                headers={"WWW-Authenticate": 'Bearer realm="makebelieve"'},
            )
        return
    if rule.scope is not None and rule.scope not in caller.scopes:
        raise Problem(403, "missing_scope", f"this call needs the scope '{rule.scope}', which the credential does not have")


def owns(caller: Caller, owner: str) -> bool:
    return caller.subject is not None and caller.subject == owner


def own(caller: Caller, owner: str | None, what: str) -> None:
    """Raises a 404 Problem unless the thing exists and is the caller's: another's thing looks like none at all."""
    if owner is None or not owns(caller, owner):
        raise Problem(404, "not_found", f"no such {what}")
